"""Pages of the site that show what these articles have."""

import html
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.site_client import GetPage, make_client
from fixtures.talks_runner import read_rows
from istanbul_talks.database import record_sections
from istanbul_talks.site import (
    datasette_metadata,
)


@pytest.mark.parametrize("name", datasette_metadata.QUESTIONS)
def test_every_question_has_an_answer(get_real_page: GetPage, name: str) -> None:
    """Catch a named query that the real data leaves empty, or whose columns link to nothing."""
    slug, query = datasette_metadata.describe_query(name)
    assert query["description"]
    page = get_real_page(f"/-/questions/{slug}")
    assert page.status_code == 200
    assert query["title"] in html.unescape(page.text)
    assert "<details>" in page.text or "<td data-label" in page.text
    assert "/-/re" in page.text


def test_a_search_shows_the_first_and_leads_to_all(get_real_page: GetPage) -> None:
    page = get_real_page("/-/search?q=russia").text
    assert page.count("<dt>") == 20
    assert '<dt><a href="/-/record/russia">' in page.partition("<dd>")[0]
    (everything,) = re.findall(
        r"([0-9]+) records and sentences have “russia”; here are the first 20, <a", page
    )
    (link,) = re.findall(r'<a href="([^"]*)">show them all</a>', page)
    assert get_real_page(html.unescape(link)).text.count("<dt>") == int(everything)


def test_the_reading_page_leads_to_the_original_where_the_article_prints_its_address(
    dataset: Dataset, tmp_path: Path
) -> None:
    released = tmp_path / "released.db"
    released.write_bytes(dataset.database.read_bytes())
    with closing(sqlite3.connect(released)) as db, db:
        db.execute("DELETE FROM texts")
        urls = dict(db.execute("SELECT source_id, value FROM source_metadata WHERE field = 'url'"))
    assert any(urls.values())
    for source, url in urls.items():
        page = make_client(released)(f"/-/read/{source}").text
        assert (f'<a href="{url}" rel="noreferrer">Open the original</a>' in page) == bool(url)
    assert "Open the original" not in make_client(dataset.database)(f"/-/read/{source}").text


def test_the_front_page_has_the_main_times_of_the_timeline_and_leads_to_all(dataset: Dataset) -> None:
    page = make_client(dataset.database)("/").text
    when = page[page.index('<h2 id="when">') : page.index('<h2 id="demands">')]
    ((events,),) = dataset.query("SELECT count(*) FROM events")
    title, shown = re.findall(rf"<p>([\w ]+), (\d+) of {events} events\.", when)[0]
    told = re.findall(r'<a href="/-/record/[^"]+">', when)
    assert len(told) == int(shown) < int(str(events))
    assert 'href="/-/timeline"' in when
    assert '<h2 id="part1">' in make_client(dataset.database)("/-/timeline").text
    assert f">{title} <small>{shown}</small></h2>" in make_client(dataset.database)("/-/timeline").text


def test_a_row_of_the_matrix_counts_as_demands_by_does(dataset: Dataset) -> None:
    """Catch a side whose ministers, delegation or groups are counted apart from it."""
    get_page = make_client(dataset.database)
    matrix = re.search(r'<table class="matrix">.*?</table>', get_page("/").text, flags=re.DOTALL)
    assert matrix is not None
    cells = re.findall(r'demands\?_by=([a-z0-9-]+)&amp;_topic=([a-z0-9-]+)">(\d+)<', matrix[0])
    assert len({maker for maker, _, _ in cells}) > 5
    for maker, topic, number in [cell for cell in cells if cell[0] in ("russia", "ukraine", "kremlin")]:
        rows = read_rows(dataset.database, "demands", "--by", maker, "--topic", topic)
        assert len(rows) == int(number), (maker, topic)
    assert '<tr class="part"><th scope="row"><a href="/-/record/kremlin">' in matrix[0]
    assert re.search(r"<details><summary>\d+ parts", matrix[0])


def test_every_section_of_a_record_page_has_rows_somewhere(dataset: Dataset) -> None:
    """Catch a section whose query has come to find nothing in the real data."""
    folders = record_sections.FOLDER.iterdir()
    tables = {table for folder in folders for table in record_sections.list_tables(folder)}
    with closing(sqlite3.connect(dataset.database)) as db:
        for table in tables:
            missing = {query.title for query in record_sections.load_queries(table)}
            for (record,) in db.execute(f"SELECT id FROM {table}").fetchall():
                titles = [each.title for each in record_sections.load_sections(db, [table], record)]
                missing = {title for title in missing if not any(map(_make_pattern(title).fullmatch, titles))}
                if not missing:
                    break
            assert not missing, table


def _make_pattern(title: str) -> re.Pattern[str]:
    """Return the pattern of a title in which names stand for what is in braces."""
    return re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(title)))


def test_a_search_is_narrowed_to_a_time(get_real_page: GetPage) -> None:
    """Catch what was said before, undated hits left out in silence, the time lost by the link to all."""
    page = get_real_page("/-/search?q=russia&from=2025-05-16").text
    assert 0 < page.count("<dt>") <= 20
    assert re.search(r"Hits left out because nothing dates them: \d", page)
    assert not re.search(r"<small>[^<]*April 2022</small></dt>", page)
    assert "from=2025-05-16&amp;all=1" in page
    assert "none of it lies within that time" in get_real_page("/-/search?q=russia&to=1900").text
    assert "“May” is no date" in get_real_page("/-/search?q=russia&from=May").text
