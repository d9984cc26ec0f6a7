"""Tests of the site in a real Datasette: what it says, where its links lead, and what it withstands."""

import asyncio
import html
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette

from datasets import Dataset
from istanbul_talks import questions
from istanbul_talks.site import metadata

Visit = Callable[..., Any]


def visitor(*databases: Path) -> Visit:
    """Return a function that visits a page of a site of these databases."""
    site = Datasette([], immutables=[str(path) for path in databases])

    def visit(path: str) -> Any:
        return asyncio.run(site.client.get(path))

    return visit


@pytest.fixture(scope="module")
def visit(village_db: Path) -> Visit:
    return visitor(village_db)


def test_the_front_page_leads_to_questions_articles_and_tables(visit: Visit) -> None:
    page = visit("/").text
    assert page.count("<dt>") == len(metadata.QUESTIONS) == 10
    links = re.findall(r'href="(/[^"]*)"', page)
    assert "/-/read/well-talks" in links
    assert all(visit(html.unescape(link)).status_code == 200 for link in links)


@pytest.mark.parametrize("name", metadata.QUESTIONS)
def test_every_question_has_an_answer(dataset: Dataset, name: str) -> None:
    """Catch a named query that the real data leaves empty, or whose columns link to nothing."""
    slug, query = metadata.query(name)
    assert query["description"]
    page = visitor(dataset.database)(f"/{dataset.database.stem}/{slug}")
    assert page.status_code == 200
    assert query["title"] in html.unescape(page.text)
    assert '<td class="col-' in page.text
    assert "/-/re" in page.text or name == "demands_by_topic"


def test_tables_have_titles_descriptions_labels_and_facets(visit: Visit) -> None:
    page = visit("/test/demands").text
    assert "<h1>Demands" in re.sub(r"<h1[^>]*>\s*", "<h1>", page)
    assert "What is wanted, as a full infinitive sentence" in page
    assert "Empty: the articles name no other beneficiary" in page
    assert '<a href="/test/actors/upperton">Upperton</a>' in page
    assert "facet-results" in page
    assert 'name="_search"' in page


def test_what_is_not_of_the_dataset_is_hidden(visit: Visit) -> None:
    listed = visit("/test.json").json()["tables"]
    shown = {table["name"] for table in listed if not table["hidden"]}
    assert {"demands", "record_texts"} <= shown
    assert not {name for name in shown if "fts" in name or name.startswith("contract") or name == "checks"}


def test_search_finds_and_survives_what_is_no_query(visit: Visit) -> None:
    found = visit("/-/search?q=well").text
    assert "/-/record/share-the-well" in found
    assert "<mark>well</mark>" in found
    for words in ('"', "*", "NEAR(", "a AND", "(", "<script>", "", "&"):
        page = visit("/-/search?" + urlencode({"q": words}))
        assert page.status_code == 200
        assert "<script>" not in page.text.split("<h1>")[1].split("<footer")[0]
    assert "did you mean “lowerton”?" in visit("/-/search?q=lowertn").text
    assert visit("/-/search?q=lowertm").status_code == 200
    assert "share-the-well" in visit("/test/record_texts?_search=well").text


def test_quotes_lead_to_their_place_and_ids_to_their_records(visit: Visit) -> None:
    page = visit("/test/quotes").text
    assert "/-/read/well-talks?quote=well-talks_162-184#well-talks_162-184" in page
    assert "/-/record/share-the-well" in visit("/test/records").text
    assert "/-/record/share-the-well" in visit("/test/demands/share-the-well").text
    for record_id in ("ada-quill", "share-the-well", "well-talks", "well-talks_162-184"):
        page = visit(f"/-/record/{record_id}").text
        assert "<mark>" in page
        assert all(
            visit(html.unescape(link)).status_code == 200 for link in re.findall(r'href="(/-/[^"]*)"', page)
        )


def text_of(page: str) -> str:
    """Return the words of the article on a reading page."""
    found = re.search(r'<div class="text">(.*?)</div>', page, flags=re.DOTALL)
    assert found is not None
    return html.unescape(re.sub(r"<[^>]*>", "", found[1]))


@pytest.mark.parametrize("source", ["well-talks", "mill-meeting"])
def test_the_reading_page_has_the_article_character_for_character(
    visit: Visit, village_db: Path, source: str
) -> None:
    with closing(sqlite3.connect(village_db)) as db:
        (text,) = db.execute("SELECT text FROM texts WHERE source_id = ?", [source]).fetchone()
        quotes = [row[0] for row in db.execute("SELECT id FROM quotes WHERE source_id = ?", [source])]
    page = visit(f"/-/read/{source}")
    assert text_of(page.text) == text
    assert all(f'<a id="{quote}"></a>' in page.text for quote in quotes)
    assert "unsafe-inline" not in page.headers["content-security-policy"]


def test_the_reading_page_brings_out_the_quote_that_is_asked_for(visit: Visit) -> None:
    page = visit("/-/read/well-talks?quote=well-talks_162-184").text
    assert re.findall(r'<mark class="[^"]*focus">([^<]*)</mark>', page) == ["We will share the well"]


def test_the_reading_page_without_the_text_shows_quotes_and_gaps(released_db: Path) -> None:
    text = text_of(visitor(released_db)("/-/read/well-talks").text)
    assert "We will share the well" in text
    assert "characters …]" in text


def test_markup_in_the_data_stays_text(make_village: Callable[[str], Dataset]) -> None:
    village = make_village("hostile")
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    village.edit("registers/demands.yaml", "To share the well by day.", f"To share {attack}")
    village.edit("registers/discrepancies.yaml", "label: How many carts", f"label: {attack}")
    village.build()
    visit = visitor(village.database)
    slugs = [f"/test/{metadata.query(name)[0]}" for name in metadata.QUESTIONS]
    for path in [
        "/",
        "/-/search?q=share",
        "/-/record/share-the-well",
        "/-/record/number-of-carts",
        "/test/demands",
        "/-/read/well-talks",
        *slugs,
    ]:
        page = visit(path)
        assert page.status_code == 200
        assert attack not in page.text, path
        assert "<img src=x" not in page.text, path


def test_nothing_can_be_written(visit: Visit) -> None:
    assert visit("/test.json?sql=DELETE+FROM+people").status_code == 400


def test_what_is_not_there_is_not_found(visit: Visit) -> None:
    for path in ("/nowhere", "/test/nowhere", "/-/read/nowhere", "/-/record/nowhere"):
        assert visit(path).status_code == 404, path


def test_other_databases_are_left_alone(village_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "cats.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE cats (id TEXT, words TEXT)")
        db.execute("INSERT INTO cats VALUES ('tom', 'miaow')")
        db.commit()
    assert ">miaow<" in visitor(path)("/cats/cats").text
    assert "/-/record" not in visitor(path)("/cats/cats/1").text
    assert "cats: cats" not in visitor(path, village_db)("/").text
    assert "<h2" in visitor(path)("/").text


def test_every_question_runs_by_itself(village_db: Path) -> None:
    """Catch a question that only works from inside the command."""
    with closing(sqlite3.connect(village_db)) as db:
        for file in questions.FOLDER.glob("*.sql"):
            db.execute(file.read_text(encoding="utf-8")).fetchall()
