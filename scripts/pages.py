"""Refresh every generated part of the repository: the tables, then each page that shows figures of them.

Runs the scripts that make them, one after the other, and stops at the first that fails. Takes about eight
minutes. Needs the extras `dev` and `clients`, and what scripts/interoperability.py needs besides.

Exit status: 0 all is up to date now, otherwise that of the script that failed.
"""

import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
STEPS = (
    ("build.py",),
    ("dictionary.py",),
    ("coverage.py", "--page", str(SCRIPTS.parent / "docs" / "quality.md")),
    ("agreement.py",),
    ("mutations.py",),
    ("reanchoring.py",),
    ("readme.py",),
    ("cli_page.py",),
    ("release.py",),
    ("interoperability.py",),
)


def main() -> int:
    """Run each step, with its progress on the terminal."""
    for script, *options in STEPS:
        print(f"== {script}", flush=True)
        status = subprocess.run([sys.executable, SCRIPTS / script, *options], check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
