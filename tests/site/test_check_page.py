"""Tests of the page that checks a draft: what may be sent, what stays, and where its links lead."""

import asyncio
import html
import pickle
import re
import sys
from pathlib import Path

import pytest
from datasette import Request

from fixtures.site_client import GetPage, make_client
from istanbul_talks.check.check_process import answer_request
from istanbul_talks.check.draft_report import DraftReport
from istanbul_talks.site import check_page
from istanbul_talks.site.check_page import MAX_SENT

DRAFT = "Quill:\n\n> We will [share](#) the wells. </textarea><script>x</script>\n\nOtter wanted “12 sheep”."


ENDLESS = (sys.executable, "-S", "-c", "import time; time.sleep(600)")
"""A check that does not end."""


@pytest.fixture(autouse=True)
def checking_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Check drafts in this process, which is faster, unless `apart` is asked for."""

    async def check_here(sent: bytes) -> DraftReport:
        return answer_request(*pickle.loads(sent))

    if "apart" not in request.fixturenames:
        monkeypatch.setattr(check_page, "_check_apart", check_here)


@pytest.fixture
def apart() -> None:
    """Check a draft in a process of its own, as the page does."""


@pytest.fixture(scope="module")
def get_page(village_db: Path) -> GetPage:
    return make_client(village_db)


def test_the_draft_stays_in_the_field_and_is_only_text(get_page: GetPage) -> None:
    page = get_page("/-/check", data={"draft": DRAFT}).text
    (typed,) = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page, flags=re.DOTALL)
    assert html.unescape(typed) == DRAFT
    assert "<script>" not in page


@pytest.mark.usefixtures("apart")
def test_findings_lead_to_records_and_to_the_passage_in_the_article(get_page: GetPage) -> None:
    page = get_page("/-/check", data={"draft": "“We shall share the well,” Quill said.", "all": "1"}).text
    links = set(re.findall(r'href="(/-/(?:record|read)/[^"]*)"', page))
    assert {
        "/-/record/share-the-well",
        "/-/read/well-talks?quote=well-talks_162-184#well-talks_162-184",
    } <= links
    assert {get_page(link).status_code for link in links} == {200}
    assert "<mark>shall</mark>" in page


def test_plain_files_have_no_form_and_say_where_there_is_one(get_page: GetPage) -> None:
    page = get_page("/-/check").text
    assert re.search(r'<form class="draft"[^>]* data-served>', page)
    assert "Plain files cannot check a draft: <code>talks serve</code>" in page


def test_nothing_is_kept_of_what_is_sent(get_page: GetPage) -> None:
    assert "no-store" in get_page("/-/check", data={"draft": DRAFT}).headers["cache-control"]
    assert "sheep" not in get_page("/-/check").text


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ("", "Your draft is empty; give a text"),
        ("%PDF-1", "Your draft is a PDF"),
        ("a\r\nHe said: “We", "Your draft:2: the mark “ in"),
        ("“" * 1_000, "Your draft: the same is to be said of 980 more"),
        ("“We will share the well.”" + "\r\n" * 975, "nothing to object; 1 quotation is as"),
        ("“" * 1_001, "Your draft has 1,001 characters; at most 1,000 are checked here"),
    ],
)
def test_what_cannot_be_checked_is_said_and_stays_in_the_field(
    get_page: GetPage, monkeypatch: pytest.MonkeyPatch, draft: str, said: str
) -> None:
    monkeypatch.setattr(check_page, "MAX_CHARACTERS", 1_000)
    page = get_page("/-/check", data={"draft": draft})
    assert said in page.text
    assert draft.replace("\r\n", "\n") in html.unescape(page.text)
    assert len(page.text) < len(draft) + 20_000


def test_more_than_a_draft_can_be_is_not_read(get_page: GetPage) -> None:
    page = get_page("/-/check", data={"draft": "x" * MAX_SENT})
    assert (page.status_code, "No more than 1,300,000 bytes can be sent here" in page.text) == (413, True)
    fields = {"draft": DRAFT} | dict.fromkeys("bcdefghijk", "")
    assert "is empty; give a text" in get_page("/-/check", data=fields).text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://localhost"}, 200),
        ({"origin": "http://localhost:8002"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"origin": "http://localhost", "sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
    ],
)
def test_no_other_site_may_send_a_draft(get_page: GetPage, headers: dict[str, str], status: int) -> None:
    page = get_page("/-/check", data={"draft": ""}, headers=headers)
    assert (page.status_code, check_page.FOREIGN in html.unescape(page.text)) == (status, status == 403)


def test_one_draft_is_checked_at_a_time(get_page: GetPage, monkeypatch: pytest.MonkeyPatch) -> None:
    turn = asyncio.Lock()
    asyncio.run(turn.acquire())
    monkeypatch.setattr(check_page, "_turn", turn)
    monkeypatch.setattr(check_page, "SECONDS", 0.001)
    page = get_page("/-/check", data={"draft": DRAFT}).text
    assert "Another draft is being checked; try again in a moment." in page
    assert "Otter wanted" in page


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize("has_gone", [False, True])
def test_a_check_ends_when_its_time_is_over_and_when_nobody_waits_for_it(
    monkeypatch: pytest.MonkeyPatch, *, has_gone: bool
) -> None:
    started: list[asyncio.subprocess.Process] = []
    start = asyncio.create_subprocess_exec

    async def start_endless(*_: str, stdin: int, stdout: int) -> asyncio.subprocess.Process:
        started.append(await start(*ENDLESS, stdin=stdin, stdout=stdout))
        return started[-1]

    async def receive() -> dict[str, str]:
        while not (has_gone and started):
            await asyncio.sleep(0.01)
        return {"type": "http.disconnect"}

    monkeypatch.setattr(asyncio, "create_subprocess_exec", start_endless)
    monkeypatch.setattr(check_page, "SECONDS", 600 if has_gone else 0.1)
    request = Request({"type": "http"}, receive)
    said = asyncio.run(check_page._check_while_awaited(request, Path(), DRAFT)).faults
    assert said == [check_page.BUSY if has_gone else check_page.OVER_TIME.format(0.1)]
    assert [process.returncode for process in started] == [-9]


@pytest.mark.usefixtures("apart")
def test_a_check_that_fails_keeps_the_draft_and_says_so(
    get_page: GetPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_page, "COMMAND", (sys.executable, "-c", "raise SystemExit(1)"))
    page = get_page("/-/check", data={"draft": DRAFT})
    assert page.status_code == 200
    assert check_page.FAILED[1:] in page.text
    assert "Otter wanted" in page.text


def test_no_cookie_is_set_and_none_is_in_the_way(get_page: GetPage) -> None:
    """Catch a form that is refused once the site was restarted, since a cookie of it is still there."""
    assert "set-cookie" not in get_page("/-/check").headers
    page = get_page("/-/check", data={"draft": DRAFT}, cookies={"ds_csrftoken": "old"})
    assert (page.status_code, "set-cookie" in page.headers) == (200, False)
