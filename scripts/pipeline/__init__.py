"""The build: turns seeds/ into data/ and the database. Its entry for other programs is `build`.

It shares the text rules with the readers. Those of the same checkout are meant, whichever version of
istanbul_talks is installed, if one is: while it is being built and installed, none is.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from pipeline.build_report import BuildReport
from pipeline.build_steps import build, find_stale_csvs, open_draft
from pipeline.problems import BuildError

__all__ = ["BuildError", "BuildReport", "build", "find_stale_csvs", "open_draft"]
