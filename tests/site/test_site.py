"""Tests of the site in a real Datasette: what it says, where its links lead, and what it withstands."""

import asyncio
import html
import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette
from markupsafe import escape

from fixtures.built_dataset import Dataset
from fixtures.site_client import GetPage, make_client
from fixtures.talks_runner import read_rows
from istanbul_talks.database import attribution_tree, compared_records, named_queries, query_limits
from istanbul_talks.site import (
    compare_page,
    datasette_metadata,
    front_page,
    responses,
    search_page,
    timeline,
)
from istanbul_talks.text.characters import UNFIT


@pytest.fixture(scope="module")
def get_page(village_db: Path) -> GetPage:
    return make_client(village_db)


def test_the_front_page_leads_to_questions_articles_and_tables(get_page: GetPage) -> None:
    page = get_page("/").text
    assert all(
        datasette_metadata.describe_query(name)[1]["title"] in page
        for name in datasette_metadata.QUESTIONS[: front_page.QUESTIONS_SHOWN]
    )
    links = re.findall(r'href="(/[^"]*)"', page)
    assert "/-/read/well-talks" in links
    assert all(get_page(html.unescape(link)).status_code == 200 for link in links)


def test_there_are_thirty_questions_each_with_a_sentence(get_page: GetPage) -> None:
    named = dict(map(datasette_metadata.describe_query, datasette_metadata.QUESTIONS))
    assert len(named) == 30
    assert all(query["description"].endswith(".") for query in named.values())
    page = html.unescape(get_page("/-/questions").text)
    for slug, query in named.items():
        assert f"/-/questions/{slug}" in page
        assert query["description"] in page


def test_tables_have_titles_descriptions_labels_and_facets(get_page: GetPage) -> None:
    page = get_page("/test/demands").text
    assert "<h1>Demands" in re.sub(r"<h1[^>]*>\s*", "<h1>", page)
    assert "What is wanted, as a full infinitive sentence" in page
    assert "Empty: the articles name no other beneficiary" in page
    assert '<a href="/test/actors/upperton">Upperton</a>' in page
    assert 'data-column="kind"' in page
    assert 'name="_search"' in page


@pytest.mark.slow
def test_every_row_of_every_table_and_view_leads_to_pages_that_are_there(get_page: GetPage) -> None:
    """Catch an id that is taken for that of a record or an article and is none."""
    listed = get_page("/test.json").json()
    tables = [table["name"] for table in listed["tables"] if not table["hidden"]]
    views = [view["name"] for view in listed["views"]]
    pages = [get_page(f"/test/{name}?_size=max") for name in (*tables, *views)]
    assert {page.status_code for page in pages} == {200}
    cells = [cell for page in pages for cell in re.findall(r"<td class=.*?</td>", page.text, flags=re.DOTALL)]
    addresses = {address for cell in cells for address in _find_links(cell) if address.startswith("/-/")}
    assert len(addresses) > 50
    assert {get_page(address).status_code for address in addresses} == {200}


def test_what_is_not_of_the_dataset_is_hidden(get_page: GetPage) -> None:
    listed = get_page("/test.json").json()["tables"]
    shown = {table["name"] for table in listed if not table["hidden"]}
    assert {"demands", "record_texts"} <= shown
    assert not {name for name in shown if "fts" in name or name.startswith("contract") or name == "checks"}


def test_search_finds_and_survives_what_is_no_query(get_page: GetPage) -> None:
    found = get_page("/-/search?q=well").text
    assert "/-/record/share-the-well" in found
    assert "<mark>well</mark>" in found
    for words in ('"', "*", "NEAR(", "a AND", "(", "<script>", "", "&"):
        page = get_page("/-/search?" + urlencode({"q": words}))
        assert page.status_code == 200
        assert "<script>" not in page.text
    assert "did you mean “lowerton”?" in get_page("/-/search?q=lowertn").text
    assert get_page("/-/search?q=lowertm").status_code == 200
    assert "share-the-well" in get_page("/test/record_texts?_search=well").text


def test_a_search_for_five_hundred_words_is_cut_with_a_word(get_page: GetPage) -> None:
    page = get_page("/-/search?" + urlencode({"q": "the " * 500})).text
    assert "Only the first 32 words are looked for." in page
    assert re.search(r"[1-9]\d* records and sentences have", page)
    assert len(re.findall(r"\bthe\b", re.findall(r'name="q" value="([^"]*)"', page)[-1])) == 32
    assert "words are looked for" not in get_page("/-/search?q=the").text
    assert get_page("/test/record_texts?" + urlencode({"_search": "the " * 500})).status_code == 200


def test_what_a_query_may_take_is_bounded_as_in_the_terminal(
    get_page: GetPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_limits, "LARGEST_ANSWER", 10**6)
    columns = ", ".join(["hex(zeroblob(120000))"] * 1900)
    asked = {
        "SELECT hex(zeroblob(400000000))": "string or blob too big",
        f"SELECT {columns}": "more than 256 MB of memory",
        f"{NUMBERS} SELECT hex(zeroblob(120000)) FROM n": "the answer has more than 1 MB",
    }
    for query, message in asked.items():
        for ending in ("", ".json"):
            page = get_page(f"/test{ending}?" + urlencode({"sql": query}), follow_redirects=True)
            shows_query = page.history and not ending  # 1.0, where SQLite itself refuses
            assert page.status_code in ({200, 400} if shows_query else {400})
            assert message in page.text


NUMBERS = "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"


def test_a_query_of_slow_steps_is_stopped_in_time(village_db: Path) -> None:
    site = Datasette([], immutables=[str(village_db)], settings={"sql_time_limit_ms": 200})
    slow = f"{NUMBERS} SELECT count(*) FROM n WHERE instr(hex(zeroblob(40000)), hex(zeroblob(20000)) || i)"
    before = time.process_time()
    page = asyncio.run(site.client.get("/test.json?" + urlencode({"sql": slow}), follow_redirects=True))
    assert page.status_code == 400
    assert ("took too long" if page.history else "interrupted") in page.text.lower()
    assert time.process_time() < before + 5


def test_a_slow_search_is_stopped_and_stops_no_other_page(
    village_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    monkeypatch.setattr(search_page, "_search", lambda db, *_: db.execute(endless).fetchone())
    site = Datasette([], immutables=[str(village_db)], settings={"sql_time_limit_ms": 1500})
    answered = []

    async def get(path: str) -> None:
        answered.append((path, (await site.client.get(path)).text))

    async def get_both() -> None:
        await site.invoke_startup()
        await asyncio.gather(get("/-/search?q=well"), get("/-/record/share-the-well"))

    asyncio.run(get_both())
    assert [path for path, _ in answered] == ["/-/record/share-the-well", "/-/search?q=well"]
    assert "stopped after 1.5 s, try fewer words" in answered[1][1]


def test_quotes_lead_to_their_place_and_ids_to_their_records(get_page: GetPage) -> None:
    page = get_page("/test/quotes").text
    assert "/-/read/well-talks?quote=well-talks_162-184#well-talks_162-184" in page
    assert "/-/record/share-the-well" in get_page("/test/records").text
    assert "/-/record/share-the-well" in get_page("/test/demands/share-the-well").text
    said = get_page("/test/demands_in_words").text
    assert "/-/record/share-the-well" in said
    assert '<a href="/-/read/well-talks">well-talks</a>' in said
    place = "/-/read/well-talks?quote=well-talks_162-184#well-talks_162-184"
    assert f'<a href="{place}">We will share the well</a>' in get_page("/test/statements").text
    for record_id in ("ada-quill", "share-the-well", "well-talks", "well-talks_162-184"):
        page = get_page(f"/-/record/{record_id}").text
        assert "<mark>" in page
        assert all(
            get_page(html.unescape(link)).status_code == 200
            for link in re.findall(r'href="(/-/[^"]*)"', page)
        )


def _read_article_text(page: str) -> str:
    """Return the words of the article on a reading page."""
    found = re.findall(r'<div class="text">(.*?)</div>', page, flags=re.DOTALL)
    assert found
    return html.unescape(re.sub(r"<[^>]*>", "", "".join(found)))


@pytest.mark.parametrize("source", ["well-talks", "mill-meeting"])
def test_the_reading_page_has_the_article_character_for_character(
    get_page: GetPage, village_db: Path, source: str
) -> None:
    with closing(sqlite3.connect(village_db)) as db:
        (text,) = db.execute("SELECT text FROM texts WHERE source_id = ?", [source]).fetchone()
        quotes = [row[0] for row in db.execute("SELECT id FROM quotes WHERE source_id = ?", [source])]
    page = get_page(f"/-/read/{source}")
    assert _read_article_text(page.text) == text
    assert all(f'<span id="{quote}">' in page.text for quote in quotes)
    assert "unsafe-inline" not in page.headers["content-security-policy"]


def test_the_reading_page_brings_out_the_quote_that_is_asked_for(get_page: GetPage) -> None:
    page = get_page("/-/read/well-talks?quote=well-talks_162-184").text
    assert re.findall(r'<mark class="focus">([^<]*)</mark>', page) == ["We will share the well"]


def test_the_reading_page_has_a_note_with_its_voice_beside_each_passage(
    get_page: GetPage, village_db: Path
) -> None:
    """Catch a statement that no note tells, a note below another paragraph, and a number without its note."""
    with closing(sqlite3.connect(village_db)) as db:
        said = db.execute(
            "SELECT exact, coalesce(demand_id, claim_id), voice, sentence FROM statements JOIN quotes"
            " ON quotes.id = quote_id WHERE statements.source_id = 'well-talks'"
        ).fetchall()
    page = get_page("/-/read/well-talks").text
    pairs = [re.sub(r"</?span[^>]*>", "", pair) for pair in page.split('<div class="pair">')[1:]]
    for exact, record, voice, sentence in said:
        told = f'/-/record/{record}"><b>{escape(voice)}</b>'
        told += str(escape(sentence.removeprefix(voice)))
        assert any(str(escape(exact)) in pair and told in pair for pair in pairs), told
    numbers = re.findall(r'href="#n(\d+)" data-number="(\d+)"', page)
    assert [(number, number) for number in re.findall(r'<div class="note" id="n(\d+)">', page)] == numbers


def test_the_reading_page_marks_what_is_asked_for(get_page: GetPage) -> None:
    plain, asked = get_page("/-/read/well-talks").text, get_page("/-/read/well-talks?mark=roles").text
    assert "<small>post</small>" in asked
    assert "<small>claim</small>" not in asked
    assert "<small>post</small>" not in plain
    assert "<small>demand</small>" in plain
    whole = get_page("/-/read/well-talks?mark=all").text
    assert all(f"<small>{kind}</small>" in whole for kind in ("demand", "claim", "event", "post"))
    assert len(re.findall(r'name="mark" value="\w+" checked', asked)) == 1


def test_the_reading_page_without_the_text_shows_quotes_and_gaps(released_db: Path) -> None:
    page = make_client(released_db)("/-/read/well-talks").text
    text = _read_article_text(page)
    assert "We will share the well" in text
    assert "characters …]" in text
    shown = html.unescape(page)
    assert "The original: “Upperton and Lowerton meet at the mill”. 1998-03-02." in shown
    assert "It prints no address." in shown
    assert "`talks reanchor FILE --source well-talks`" in shown


def test_an_address_is_a_link_and_what_is_none_is_not(released_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    path.write_bytes(released_db.read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "INSERT INTO source_metadata (id, source_id, field, value, basis)"
            " VALUES ('bad', 'well-talks', 'url', 'javascript:alert(1)', 'external')"
        )
        db.execute(
            "INSERT INTO source_metadata (id, source_id, field, value, basis, rationale)"
            " VALUES ('seen', 'mill-meeting', 'original_url', 'https://example.org/mill', 'external', 'R.')"
        )
    page = make_client(path)("/-/read/well-talks").text
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page
    seen = make_client(path)("/-/read/mill-meeting").text
    assert "Its original, as seen outside the article: https://example.org/mill." in seen
    assert '<a href="https://example.org/mill" rel="noreferrer">Open the original</a>' in seen


def test_a_link_without_a_target_is_words_but_in_the_article(own_village_db: Path) -> None:
    with closing(sqlite3.connect(own_village_db)) as db, db:
        db.execute("UPDATE topics SET definition = '[Carts](#) left standing.' WHERE id = 'parking'")
        db.execute("UPDATE texts SET text = replace(text, 'and that ', '[and](#) ')")
    get_page = make_client(own_village_db)
    assert "Carts left standing." in get_page("/-/record/parking").text
    assert "[and](#)" in _read_article_text(get_page("/-/read/well-talks").text)


OURS = [
    "/",
    "/-/timeline",
    "/-/search?q=share",
    "/-/about",
    "/-/questions",
    "/-/compare",
    "/-/compare/parking",
    "/-/compare/share-the-well?by=speaker",
    "/-/record/share-the-well",
    "/-/record/number-of-carts",
    "/-/record/upperton",
    "/-/read/well-talks",
]
"""Pages of ours about the village."""


def test_markup_in_the_data_stays_text(hostile: Dataset) -> None:
    get_page = make_client(hostile.database)
    questions = [
        f"/-/questions/{datasette_metadata.describe_query(name)[0]}" for name in datasette_metadata.QUESTIONS
    ]
    assert "&lt;script&gt;document" in get_page("/-/read/well-talks").text
    for path in [*OURS, "/test/demands", *questions]:
        page = get_page(path)
        assert page.status_code == 200
        assert "<script>document" not in page.text, path
        assert "<img src=x" not in page.text, path


def test_no_text_turns_a_page(steering_db: Path) -> None:
    get_page = make_client(steering_db)
    for path in [*OURS, "/steering/names", "/steering/names.json?_shape=array"]:
        page = get_page(path)
        assert page.status_code == 200, path
        assert UNFIT.findall(page.text) == [], path


def test_every_page_says_what_it_may_load(get_page: GetPage) -> None:
    for path in [*OURS, "/-/nowhere"]:
        assert get_page(path).headers["content-security-policy"] == responses.PAGE_POLICY, path
    for path in ("/test", "/test/demands", "/test/demands/share-the-well", "/test.json"):
        assert get_page(path).headers["content-security-policy"] == responses.DATASETTE_POLICY, path
    assert "unsafe-inline" not in responses.PAGE_POLICY


def test_pages_of_ours_need_no_inline_style_or_script(get_page: GetPage) -> None:
    for path in OURS:
        page = get_page(path).text
        assert not re.search(r"<style|<script>|\sstyle=|\son\w+=", page), path
        assert page.startswith('<!DOCTYPE html>\n<html lang="en">'), path


def test_an_article_is_read_in_its_language_and_told_in_english(village: Dataset) -> None:
    english = (village.seeds / "languages" / "en.yaml").read_text(encoding="utf-8")
    village.write("languages/nl.yaml", english)
    village.edit("articles/well-talks.yaml", "language: en", "language: nl")
    village.build()
    page = make_client(village.database)("/-/read/well-talks").text
    assert '<html lang="nl">' in page
    assert '<div class="notes" lang="en">' in page
    assert '<html lang="en">' in make_client(village.database)("/-/read/mill-meeting").text


@pytest.mark.parametrize("words", ['"', '""', "*", "NEAR(", '" "', "a AND"])
def test_what_is_no_query_finds_nothing_in_a_table(get_page: GetPage, words: str) -> None:
    page = get_page("/test/demands?" + urlencode({"_search": words}))
    assert page.status_code == 200
    assert "fts5" not in page.text


def _find_links(page: str) -> list[str]:
    """Return the addresses on this site that a page leads to."""
    return [html.unescape(link).partition("#")[0] for link in re.findall(r'href="(/[^"]*)"', page)]


def test_no_link_of_ours_is_broken(get_page: GetPage) -> None:
    addresses = {link for path in OURS for link in _find_links(get_page(path).text)}
    assert len(addresses) > 30
    for address in sorted(addresses - {"/test.db"}):
        assert get_page(address).status_code == 200, address


def test_a_cell_of_the_matrix_leads_to_its_rows(get_page: GetPage) -> None:
    matrix = re.search(r'<table class="matrix">.*?</table>', get_page("/").text, flags=re.DOTALL)
    assert matrix is not None
    cells = re.findall(r'href="(/test/demands\?[^"]*)">(\d+)<', matrix[0])
    assert cells
    for path, number in cells:
        answer = get_page(html.unescape(path).replace("/demands?", "/demands.json?_shape=array&"))
        assert len(answer.json()) == int(number)


def test_of_many_events_the_front_page_shows_how_many_there_are_in_each_year(
    village_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "EVENTS_MARKED", 0)
    get_page = make_client(village_db)
    years = re.findall(r'href="(/test/events\?[^"]*)">([\d,]+) events?<', get_page("/").text)
    assert years
    for path, number in years:
        answer = get_page(html.unescape(path).replace("/events?", "/events.json?_shape=array&"))
        assert len(answer.json()) == int(number)


def test_a_table_can_be_filtered_by_a_topic_and_its_narrower_ones(get_page: GetPage) -> None:
    wide, narrow, other = (
        {row["id"] for row in get_page(f"/test/demands.json?_shape=array&_topic={topic}").json()}
        for topic in ("roads", "parking", "water")
    )
    assert narrow <= wide
    assert wide.isdisjoint(other)
    assert wide
    assert "on the topic “roads”" in get_page("/test/demands?_topic=roads").text
    assert get_page("/test/actors?_topic=roads").status_code == 200


def test_a_table_keeps_the_demands_that_an_actor_makes_with_others(village_db: Path) -> None:
    rows = make_client(village_db)("/test/demands.json?_shape=array&_by=bram-otter").json()
    assert [(row["id"], row["demander_id"]) for row in rows] == [("remove-carts", "lowerton")]


def test_topics_are_looked_up_all_the_way_down(village_db: Path, tmp_path: Path) -> None:
    """Catch a page or command that finds what is on a narrower topic, but not on one narrower still."""
    path = tmp_path / "test.db"
    path.write_bytes(village_db.read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO topics VALUES ('handcarts', 'Handcarts', 'parking', 'Pulled by hand.', NULL)")
        for record in ("demand", "event", "discrepancy"):
            moved = f"UPDATE {record}_topics SET topic_id = 'handcarts' WHERE topic_id = 'parking'"
            assert db.execute(moved).rowcount
    get_page = make_client(path)
    assert "/-/record/remove-carts" in _find_links(get_page("/-/record/roads").text)
    assert "/-/record/mill-talks" in _find_links(get_page("/-/record/roads").text)
    assert "/-/record/number-of-carts" in _find_links(get_page("/-/record/roads").text)
    assert "/-/record/remove-carts" in _find_links(get_page("/-/compare/roads").text)
    assert "/-/record/number-of-carts" in _find_links(get_page("/-/compare/roads").text)
    assert re.search(r'<a href="/-/compare/roads">Roads</a> <small>3</small>', get_page("/-/compare").text)
    assert "?_by=lowerton&_topic=roads" in html.unescape(get_page("/").text)
    (filtered,) = get_page("/test/demands.json?_shape=array&_topic=roads").json()
    assert filtered["id"] == "remove-carts"
    (filtered,) = get_page("/test/discrepancies.json?_shape=array&_topic=roads").json()
    assert filtered["id"] == "number-of-carts"
    assert [row["id"] for row in read_rows(path, "demands", "--topic", "roads")] == ["remove-carts"]
    assert [row["id"] for row in read_rows(path, "disagreements", "--topic", "roads")] == ["number-of-carts"]
    (roads,) = [row for row in read_rows(path, "compare") if row["id"] == "roads"]
    assert [roads[name] for name in ("demands", "claims", "events", "disagreements")] == [1, 1, 1, 1]


def test_an_article_shows_what_it_does_not_state(get_page: GetPage) -> None:
    assert "publisher not named, date not stated" in get_page("/").text


@pytest.mark.parametrize(
    ("record", "heading"),
    [
        ("ada-quill", "What Quill says"),
        ("ada-quill", "What Quill took part in"),
        ("hill-envoys", "Who sat in it"),
        ("share-the-well", "In whose words"),
        ("lane-belongs-to-lowerton", "In whose words"),
        ("mill-talks", "Who took part, and who did not"),
        ("parking", "Demands"),
        ("number-of-carts", "What each side says"),
        ("well-talks", "Who speaks in it"),
    ],
)
def test_a_record_has_the_sections_of_its_table(get_page: GetPage, record: str, heading: str) -> None:
    page = get_page(f"/-/record/{record}").text
    assert re.search(f"<h2[^>]*>{heading}", page)
    assert '<details id="cite">' in page
    assert all(f'id="{anchor}"' in page for anchor in re.findall(r'href="#([^"]*)"', page))


def test_a_tree_of_voices_has_every_statement_once(connection: sqlite3.Connection) -> None:
    """Catch an attribution that a tree loses or tells twice."""

    def count_statements(voice: attribution_tree.Attribution) -> int:
        return len(voice.statements) + sum(map(count_statements, voice.inner))

    query = (
        "SELECT claim_id, count(*) FROM statements WHERE claim_id > '' GROUP BY 1 ORDER BY 2 DESC LIMIT 40"
    )
    for claim, statements in connection.execute(query).fetchall():
        assert (
            sum(map(count_statements, attribution_tree.load_attribution_trees(connection, claim)))
            == statements
        )


def test_comparing_shows_who_is_silent(get_page: GetPage) -> None:
    page = get_page("/-/compare/share-the-well").text
    assert "We will share the well" in page
    assert page.count("Silent: <cite>") == 1
    assert "Ada Quill" in get_page("/-/compare/share-the-well?by=speaker").text
    assert get_page("/-/compare/ada-quill").status_code == 404


def test_the_pages_about_the_dataset_are_the_documents_of_the_repository(get_page: GetPage) -> None:
    page = get_page("/-/about/codebook").text
    assert '<h2 id="sentences">Sentences</h2>' in page
    quality = get_page("/-/about/quality").text
    assert "&lt;" not in quality
    assert quality.count("<details><summary>") == quality.count("</details>") > 1
    about = get_page("/-/about").text
    assert 'href="/-/about/codebook"' in about
    assert about.index("no person has reviewed every record") < about.index("<h2")
    assert "pip install" not in about
    assert re.search(r"<td[^>]*>any record</td>\s*<td[^>]*>[\d.]+ %</td>", about)
    assert get_page("/-/about/nowhere").status_code == 404


def test_pages_are_light(dataset: Dataset, get_real_page: GetPage) -> None:
    """Catch a page that takes more than 100 kB of a slow line."""
    sources = [f"/-/read/{source}" for (source,) in dataset.query("SELECT id FROM sources")]
    people = [f"/-/record/{person}" for (person,) in dataset.query("SELECT id FROM people")]
    for path in ["/", "/-/compare", "/-/about/quality", *sources, *people]:
        page = get_real_page(path)
        assert page.headers["content-encoding"] == "gzip"
        assert page.num_bytes_downloaded < 100_000, path


def test_pages_are_made_again_where_the_database_can_change(village_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    path.write_bytes(village_db.read_bytes())
    site = Datasette([str(path)])
    first = asyncio.run(site.client.get("/-/record/share-the-well")).text
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE topics SET name = 'To share it.' WHERE id = 'water'")
        db.commit()
    assert "To share it." not in first
    assert "To share it." in asyncio.run(site.client.get("/-/record/share-the-well")).text


def test_pages_are_kept_for_each_address(get_page: GetPage) -> None:
    plain, focused = "/-/read/well-talks", "/-/read/well-talks?quote=well-talks_162-184"
    assert get_page(plain).text == get_page(plain).text != get_page(focused).text


def test_nothing_can_be_written(get_page: GetPage) -> None:
    answer = get_page("/test.json?sql=DELETE+FROM+people")
    if answer.is_redirect:  # 1.0 answers elsewhere
        answer = get_page(answer.headers["location"])
    assert answer.status_code == 400


def test_the_owner_of_a_site_has_the_last_word(village_db: Path) -> None:
    """Catch a page of ours that shows what its owner forbids, and a title of ours before the owner's."""
    closed = make_client(village_db, metadata={"databases": {"test": {"allow": False}}})
    assert [closed(path).status_code for path in OURS] == [403] * len(OURS)
    owned = {"databases": {"test": {"tables": {"demands": {"title": "Wishes", "facets": []}}}}}
    page = make_client(village_db, metadata=owned)("/test/demands").text
    assert "<h1>Wishes" in page
    assert "facet-info" not in page


def test_what_is_not_there_is_not_found(get_page: GetPage) -> None:
    for path in ("/nowhere", "/test/nowhere", "/-/read/nowhere", "/-/record/nowhere"):
        assert get_page(path).status_code == 404, path


def test_other_databases_are_left_alone(village_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "cats.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE cats (id TEXT, words TEXT)")
        db.execute("INSERT INTO cats VALUES ('tom', 'miaow')")
        db.commit()
    assert ">miaow<" in make_client(path)("/cats/cats").text
    assert "/-/record" not in make_client(path)("/cats/cats/1").text
    assert "cats: cats" not in make_client(path, village_db)("/").text
    assert "<h2" in make_client(path)("/").text


def test_every_question_runs_by_itself(village_db: Path) -> None:
    """Catch a question that only works from inside the command."""
    with closing(sqlite3.connect(village_db)) as db:
        for file in named_queries.FOLDER.glob("*.sql"):
            db.execute(file.read_text(encoding="utf-8")).fetchall()


def test_what_one_article_alone_tells_is_counted_where_it_is_more_than_is_shown(
    village_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    with closing(sqlite3.connect(village_db)) as db:
        alone = sum(
            record.verdict == compared_records.ALONE
            for record in compared_records.compare_articles(db, "mill-meeting", "well-talks").records
        )
        for most in (alone, alone - 1):
            monkeypatch.setattr(compare_page, "MOST_ALONE", most)
            compared = compare_page._load_pair(db, "mill-meeting", "well-talks")
            assert compared
            shown.append([record.verdict for record in compared["rows"]].count(compared_records.ALONE))
    assert shown == [alone, 0]
    assert alone > 0
