"""Tests of the pages of the questions: groups, filters, orders, what is left out, and downloads."""

import csv
import html
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.site_client import GetPage, make_client
from fixtures.talks_runner import read_rows

DEMANDS = "/-/questions/who-demanded-what-of-whom-in-whose-words"
CLAIMS = "/-/questions/who-claims-what-and-who-denies-it"
EVENTS = "/-/questions/what-happened-when"


@pytest.fixture(scope="module")
def get_page(village_db: Path) -> GetPage:
    return make_client(village_db)


def _list_records(page: str) -> list[str]:
    """Return the ids of the records that a page tells, in its order."""
    return re.findall(r"All about it</a> <code>([^<]*)</code>", page)


@pytest.mark.parametrize(
    ("path", "command"),
    [
        (f"{DEMANDS}?by=upperton", ["demands", "--by", "upperton"]),
        (f"{DEMANDS}?by=upperton&of=lowerton&topic=", ["demands", "--by", "upperton", "--of", "lowerton"]),
        (
            f"{DEMANDS}?topic=roads&source=well-talks",
            ["demands", "--topic", "roads", "--source", "well-talks"],
        ),
        (f"{CLAIMS}?by=Otter", ["claims", "--by", "bram-otter"]),
        (f"{CLAIMS}?from=1998&to=1998-12", ["claims", "--from", "1998", "--to", "1998-12"]),
        (f"{EVENTS}?by=upperton&order=topic", ["events", "--by", "upperton"]),
        ("/-/questions/who-was-in-the-room?in=mill-talks", ["delegations", "--in", "mill-talks"]),
        (
            "/-/questions/where-the-articles-contradict-one-another-or-themselves?topic=roads",
            ["disagreements", "--topic", "roads"],
        ),
        (
            "/-/questions/where-the-articles-contradict-one-another-or-themselves?by=lowerton",
            ["disagreements", "--by", "lowerton"],
        ),
    ],
)
def test_a_page_tells_and_offers_what_the_command_finds(
    get_page: GetPage, village_db: Path, path: str, command: Sequence[str]
) -> None:
    rows = read_rows(village_db, *command)
    page = get_page(path)
    assert page.status_code == 200
    assert sorted(_list_records(page.text)) == sorted({row["id"] for row in rows})
    assert rows
    for link in re.findall(r'href="([^"]*\.(?:csv|json)[^"]*)"', page.text):
        answer = get_page(html.unescape(link))
        found = answer.json() if ".json" in link else list(csv.DictReader(answer.text.splitlines()))
        assert [row["id"] for row in found] == [row["id"] for row in rows], link
        assert answer.headers["content-disposition"].startswith("attachment")


def test_a_question_is_told_in_groups_with_the_words_at_a_click(get_page: GetPage) -> None:
    page = html.unescape(get_page(DEMANDS).text)
    headings = re.findall(r'<h2 class="group"[^>]*>(.*?) <small>(\d+)</small>', page)
    assert sum(int(number) for _, number in headings) == len(_list_records(page))
    assert ("Upperton; Ada Quill → Lowerton · Talks at the mill", "1") in headings
    assert "/-/read/well-talks?quote=well-talks_162-184#well-talks_162-184" in page
    assert "Ada Quill proposes: “We will share the well”" in page
    assert re.search(r'<select name="by">\s*<option value="">any</option>\s*<option value="', page)


def test_what_is_chosen_stays_chosen(get_page: GetPage) -> None:
    page = get_page(f"{DEMANDS}?by=upperton&from=1998&order=topic").text
    assert '<option value="upperton" selected>' in page
    assert 'name="from" value="1998"' in page
    assert 'name="order" value="topic"' in page
    assert f'href="{DEMANDS}?by=upperton&amp;from=1998"' in page
    assert "Show all again" in page


def test_what_a_filter_leaves_out_is_said(dataset: Dataset) -> None:
    get_real_page = make_client(dataset.database)
    ((everything,),) = dataset.query("SELECT count(*) FROM claims")
    page = get_real_page(f"{CLAIMS}?from=1900").text
    found = re.search(r"<b>(\d+)</b> claims; left out because nothing dates them: (\d+)", page)
    assert found is not None
    assert int(found[1]) + int(found[2]) == everything
    assert "left out" not in get_real_page(CLAIMS).text


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("by=nobody-at-all", "nothing is called “nobody-at-all”"),
        ("from=soon", "“soon” is no date; write it as 2022, 2022-03 or 2022-03-29"),
        ("from=2023&to=2022", "--from 2023 lies after --to 2022"),
    ],
)
def test_a_filter_that_means_nothing_is_said_above_the_form(
    get_page: GetPage, query: str, complaint: str
) -> None:
    page = get_page(f"{DEMANDS}?{query}")
    assert page.status_code == 400
    shown = html.unescape(page.text)
    assert f"This cannot be answered: {complaint}." in shown
    assert "`" not in shown
    assert '<form class="filters"' in shown


def test_the_page_of_a_named_query_leads_to_the_question(get_page: GetPage) -> None:
    page = get_page(DEMANDS.replace("/-/questions", "/test"))
    assert (page.status_code, page.headers["location"]) == (301, DEMANDS)
    assert get_page(f"{DEMANDS.replace('/-/questions', '/test')}.json").status_code == 200
    assert get_page("/-/questions/nowhere").status_code == 404
    assert get_page("/-/questions/nowhere.csv").status_code == 404


def test_other_questions_are_tables_that_can_be_downloaded(get_page: GetPage) -> None:
    path = "/-/questions/which-numbers-are-named"
    page = get_page(path).text
    rows = get_page(f"{path}.json").json()
    assert page.count("<tr>") == len(rows) + 1 > 1
    assert '<form class="filters"' not in page


def test_each_of_two_databases_answers_from_its_own(village_db: Path, dataset: Dataset) -> None:
    """Catch the answers of the first database under the name of the second, in links and downloads too."""
    first, second = "test", "test_2"
    get_page = make_client(village_db, dataset.database)
    assert _list_records(get_page(DEMANDS).text) == _list_records(make_client(village_db)(DEMANDS).text)
    query = DEMANDS.rpartition("/")[2]
    page = get_page(get_page(f"/{second}/{query}").headers["location"]).text
    assert "protocols-limit-soldiers" in _list_records(page)
    assert f'Answered from <a href="{DEMANDS}?database={first}">' in page
    assert f'<input type="hidden" name="database" value="{second}">' in page
    links = re.findall(r'href="([^"]*(?:\.csv|\.json|order=topic)[^"]*)"', page)
    assert len(links) == 3
    assert all("protocols-limit-soldiers" in get_page(html.unescape(link)).text for link in links)


def test_a_record_with_several_topics_names_the_others(dataset: Dataset) -> None:
    page = make_client(dataset.database)(f"{CLAIMS}?topic=nato").text
    assert re.search(r"<small>also under [^<]*NATO", page)
    assert "also under" not in make_client(dataset.database)(f"{CLAIMS}?topic=nato&order=speaker").text


def test_demands_alone_under_their_sides_stand_together_after_the_others(dataset: Dataset) -> None:
    """Catch a heading for each single demand, and one without its sides, or its account after them."""
    page = make_client(dataset.database)(DEMANDS).text
    groups = re.findall(r'<h2 class="group"[^>]*>(.*?) <small>(\d+)</small>', page)
    assert groups[-1][0] == "Others"
    assert all(int(number) > 1 for _, number in groups)
    lines = re.findall(r"<summary><span>(.*?)</span>", page.rpartition("<h2")[2])
    assert (
        "According to Volodymyr Zelensky: Russia → Volodymyr Zelensky (Talks of spring 2022): Resign."
        in lines
    )
