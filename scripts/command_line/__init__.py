"""What all commands of scripts/ share: their options, and how a command ends where it fails.

What does not belong here: what a command does (the package that scripts/README.md names beside it). It
imports nothing of an extra, so that a command can say which one is missing; of the readers the
text rules alone, those of the same checkout.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
