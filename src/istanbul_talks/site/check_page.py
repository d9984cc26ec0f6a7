"""The page that checks a draft: a text field, and what these articles say of each passage.

It is the one page to which something is sent. The draft is in memory while it is checked, and nowhere else.
It is checked in a process of its own, one at a time, which ends when its time is over or the client has gone:
no draft, however it is made, keeps another page waiting.
"""

from __future__ import annotations

import asyncio
import pickle
from asyncio.subprocess import PIPE
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from datasette import Forbidden, Request, Response

from istanbul_talks.check.check_process import COMMAND
from istanbul_talks.check.described_findings import list_originals
from istanbul_talks.check.draft_report import DraftReport
from istanbul_talks.site import responses

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

PATH = r"^/-/check$"
"""The pattern of the page's path."""

MAX_CHARACTERS = 100_000
"""Maximum length of a draft, a line end being one character."""

MAX_SENT = 13 * MAX_CHARACTERS
"""Maximum size of what is sent, in bytes: a form has up to twelve for a character."""

MAX_FIELDS = 10
"""Maximum number of fields of a form; ours has two."""

SECONDS = 10.0
"""The time that checking has, and for which a draft waits for its turn."""

NAME, ASK_FOR_ALL = "your draft", "tick “what is right, too”"
"""What the draft is called, and how to ask for all that is found in it."""

TOO_LONG = "your draft has {:,} characters; at most {:,} are checked here, so give a part of it"
OVER_TIME = "checking this takes more than {:g} s; check a part of it, or all with `talks check`"
FAILED = "checking this failed; where the site is served, the reason is printed"
BUSY = "another draft is being checked; try again in a moment"
FOREIGN = "A draft is sent from this site's own page only, not from another site"

_turn = asyncio.Lock()


async def show_check(request: Request, datasette: Datasette) -> Response:
    """Answer /-/check: a text field; to a POST with a `draft`, what is found; `all` lists what is right.

    Raises Forbidden where a page of another site sends the draft.
    """
    (database, *_) = await responses.authorize(datasette, request)
    sent, report = {}, DraftReport([], [], [], "")
    if request.method == "POST":
        if _is_sent_from_elsewhere(request):
            raise Forbidden(FOREIGN)
        sent = _parse_form(await request.post_body())
        report = await _check_while_awaited(request, Path(database.path), sent.get("draft", ""))
    everything = "all" in sent
    listed = [finding for finding in report.findings if everything or not finding.is_right]
    context = {
        "draft": sent.get("draft", ""),
        "everything": everything,
        "faults": report.faults,
        "said": [report.summary, *report.doubts] if report.summary else [],
        "findings": [finding.shorten() for finding in listed],
        "originals": list_originals(listed),
        "most": MAX_CHARACTERS,
        "seconds": SECONDS,
    }
    page = await responses.render_page(datasette, request, "check_page.html", context, database.name)
    page.headers["cache-control"] = "no-store"
    return page


def _is_sent_from_elsewhere(request: Request) -> bool:
    """Tell whether a page of another site sends this, as far as the browser says so."""
    if site := request.headers.get("sec-fetch-site"):
        return site not in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return bool(origin) and urlsplit(origin).netloc != request.headers.get("host")


def _parse_form(body: bytes) -> dict[str, str]:
    """Return the fields of a form, with the line ends of a text; none where it has many more than ours."""
    try:
        fields = parse_qsl(body.decode("utf-8", "replace"), max_num_fields=MAX_FIELDS)
    except ValueError:
        return {}
    return {name: value.replace("\r\n", "\n") for name, value in fields}


async def _check_while_awaited(request: Request, database: Path, text: str) -> DraftReport:
    """Return what is said of a draft, or of how it was sent; ends the check when the client has gone."""
    if len(text) > MAX_CHARACTERS:
        return _refuse_draft(TOO_LONG.format(len(text), MAX_CHARACTERS))
    check = asyncio.create_task(_check_in_turn(database, text))
    gone = asyncio.create_task(request.receive())
    try:
        await asyncio.wait({check, gone}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        check.cancel()
        gone.cancel()
    await asyncio.wait({check, gone})
    return _refuse_draft(BUSY) if check.cancelled() else check.result()


async def _check_in_turn(database: Path, text: str) -> DraftReport:
    """Check a draft when no other is being checked; wait for that a little."""
    try:
        await asyncio.wait_for(_turn.acquire(), SECONDS)
    except TimeoutError:
        return _refuse_draft(BUSY)
    try:
        return await _check_apart(pickle.dumps((database, text, NAME, ASK_FOR_ALL)))
    except TimeoutError:
        return _refuse_draft(OVER_TIME.format(SECONDS))
    finally:
        _turn.release()


async def _check_apart(request: bytes) -> DraftReport:
    """Check a draft in a process of its own; raises TimeoutError, and ends it, where that takes too long."""
    process = await asyncio.create_subprocess_exec(*COMMAND, stdin=PIPE, stdout=PIPE)
    try:
        answer, _ = await asyncio.wait_for(process.communicate(request), SECONDS)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        return _refuse_draft(FAILED)
    report: DraftReport = pickle.loads(answer)  # of our own process
    return report


def _refuse_draft(why: str) -> DraftReport:
    return DraftReport([why], [], [], "")
