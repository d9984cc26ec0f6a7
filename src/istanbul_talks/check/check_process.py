"""Checks one draft in a process of its own, which whoever starts it may end at any time.

From standard input it reads the arguments of answer_request, and to standard output it writes what this
returns, pickled. What does not belong here: how long it may take (site/check_page.py).
"""

import pickle
import sys
from contextlib import closing
from pathlib import Path

from istanbul_talks.check.draft_report import DraftReport, report_draft
from istanbul_talks.check.drafts import make_draft
from istanbul_talks.database.connection import connect
from istanbul_talks.errors import TalksError
from istanbul_talks.text.characters import decode_masked

COMMAND = (sys.executable, "-P", "-m", "istanbul_talks.check.check_process")


def answer_request(database: Path, text: str, name: str, ask: str) -> DraftReport:
    """Return what is said of a draft of a name; why it cannot be read is a fault, too.

    `ask` is how to ask for what is right.
    """
    try:
        with closing(connect(database)) as db:
            db.text_factory = decode_masked
            return report_draft(db, make_draft(text.encode(), name), ask)
    except TalksError as error:
        return DraftReport([str(error)], [], [], "")


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(answer_request(*pickle.load(sys.stdin.buffer))))
