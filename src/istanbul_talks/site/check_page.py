"""The page that checks a draft: a text field, and what these articles say of each passage.

It is the one page to which something is sent. The draft is in memory while it is checked, and nowhere else.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from datasette import Request, Response

from istanbul_talks.check.check_draft import check_draft
from istanbul_talks.check.described_findings import describe_findings, list_originals, summarise
from istanbul_talks.check.draft_faults import find_doubts, find_faults
from istanbul_talks.check.drafts import make_draft
from istanbul_talks.errors import TalksError
from istanbul_talks.site import responses

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

PATH = r"^/-/check$"
"""The pattern of the page's path."""

MAX_SENT = 100_000
"""Maximum size of what is sent, in bytes; letters that are not English take several."""

SECONDS = 10.0
"""The time that checking what is sent has, in which no other page is kept waiting for long."""

NAME, ASK_FOR_ALL = "your draft", "tick “what is right, too”"
"""What the draft is called, and how to ask for all that is found in it."""


async def show_check(request: Request, datasette: Datasette) -> Response:
    """Answer /-/check: a text field; to a POST with a `draft`, what is found; `all` lists what is right."""
    (database, *_) = await responses.authorize(datasette, request)
    sent = {}
    if request.method == "POST":
        sent = dict(parse_qsl((await request.post_body()).decode("utf-8", "replace")))
    draft, everything = sent.get("draft", ""), "all" in sent
    found: dict[str, Any] = {"faults": [], "findings": []}
    if request.method == "POST":
        found = await database.execute_fn(lambda db: _check(db, draft, everything=everything))
    context = {"draft": draft, "everything": everything, **found}
    page = await responses.render_page(datasette, request, "check_page.html", context, database.name)
    page.headers["cache-control"] = "no-store"
    return page


def _check(db: sqlite3.Connection, text: str, *, everything: bool) -> dict[str, Any]:
    """Return what the template shows: why the draft cannot be checked, or what is found and in words."""
    try:
        draft = make_draft(text.encode(), NAME)
        report = check_draft(db, draft.text, SECONDS)
    except TalksError as error:
        return {"faults": [str(error)], "findings": []}
    if faults := list(find_faults(db, draft, report.unclosed, report.quotations)):
        return {"faults": faults, "findings": []}
    found = describe_findings(db, draft, report.findings)
    listed = [finding for finding in found if everything or not finding.is_right]
    said = summarise(NAME, found, report.uncompared, ASK_FOR_ALL)
    return {
        "faults": [],
        "findings": [finding.shorten() for finding in listed],
        "originals": list_originals(listed),
        "said": [said, *find_doubts(db, draft, report.unclosed)],
    }
