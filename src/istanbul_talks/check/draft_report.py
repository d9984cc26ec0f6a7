"""What is said of a draft: why it cannot be checked, or what is found in it, in words.

What does not belong here: how it is printed (commands/check.py) or shown on a page (site/check_page.py).
"""

import sqlite3
from typing import NamedTuple

from istanbul_talks.check.check_draft import check_draft, find_quoted
from istanbul_talks.check.described_findings import DescribedFinding, describe_findings, summarise
from istanbul_talks.check.draft_faults import find_doubts, find_faults
from istanbul_talks.check.drafts import Draft


class DraftReport(NamedTuple):
    """Why a draft cannot be checked, a line each; else what is doubtful, what is found, and a summary."""

    faults: list[str]
    doubts: list[str]
    findings: list[DescribedFinding]
    summary: str


def report_draft(db: sqlite3.Connection, draft: Draft, ask: str = "--all") -> DraftReport:
    """Return what is said of a draft, what is right included; `ask` is how to ask for that.

    Raises TalksError where the draft is too long, or the database lacks what the check needs.
    """
    quotations, unpaired = find_quoted(db, draft.text)
    if faults := list(find_faults(db, draft, unpaired, quotations)):
        return DraftReport(faults, [], [], "")
    findings, uncompared = check_draft(db, draft.text, quotations)
    found = describe_findings(db, draft, findings)
    summary = summarise(draft.name, found, uncompared, ask)
    return DraftReport([], list(find_doubts(db, draft, unpaired)), found, summary)
