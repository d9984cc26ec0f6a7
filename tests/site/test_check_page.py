"""Tests of the page that checks a draft: what may be sent, what stays, and where its links lead."""

import html
import re
from pathlib import Path

import pytest

from fixtures.site_client import GetPage, make_client
from istanbul_talks.site.check_page import MAX_SENT

DRAFT = "Quill:\n\n> We will [share](#) the wells. </textarea><script>x</script>\n\nOtter wanted “12 sheep”."


@pytest.fixture(scope="module")
def get_page(village_db: Path) -> GetPage:
    return make_client(village_db)


def test_the_draft_stays_in_the_field_and_is_only_text(get_page: GetPage) -> None:
    page = get_page("/-/check", data={"draft": DRAFT}).text
    (typed,) = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page, flags=re.DOTALL)
    assert html.unescape(typed) == DRAFT
    assert "<script>" not in page


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
    assert '<p class="faint">A draft is checked where the site is served: <code>talks serve</code>' in page


def test_nothing_is_kept_of_what_is_sent(get_page: GetPage) -> None:
    assert "no-store" in get_page("/-/check", data={"draft": DRAFT}).headers["cache-control"]
    assert "sheep" not in get_page("/-/check").text


@pytest.mark.parametrize(
    ("draft", "status", "said"),
    [
        ("", 200, "Your draft is empty; give a text"),
        ("%PDF-1", 200, "Your draft is a PDF"),
        ("a\r\nHe said: “We", 200, "Your draft:2: the mark “ in"),
        ("“We will share the well.”", 200, "nothing to object; 1 quotation is as"),
        ("x" * MAX_SENT, 413, "No more than 100,000 bytes can be sent here"),
    ],
)
def test_what_cannot_be_checked_is_said(get_page: GetPage, draft: str, status: int, said: str) -> None:
    page = get_page("/-/check", data={"draft": draft})
    assert page.status_code == status
    assert said in page.text


def test_no_cookie_is_set_and_none_is_in_the_way(get_page: GetPage) -> None:
    """Catch a form that is refused once the site was restarted, since a cookie of it is still there."""
    assert "set-cookie" not in get_page("/-/check").headers
    page = get_page("/-/check", data={"draft": DRAFT}, cookies={"ds_csrftoken": "old"})
    assert (page.status_code, "set-cookie" in page.headers) == (200, False)
