"""Tests that no row gives the date of an event by one article as another's."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from artifacts import flat_tables
from fixtures.built_dataset import PACKAGE, Dataset
from istanbul_talks.database import named_queries, record_sections
from pipeline.contract import read_contract
from pipeline.sql_files import read_sql_folder

VIEWS = [view.name for view in read_contract(PACKAGE).views]
EXPORTS = [query.name for query in read_sql_folder("exports")]
QUERIES = sorted(path.stem for path in named_queries.FOLDER.glob("*.sql"))
SECTIONS = sorted(record_sections.FOLDER.glob("*/*.sql"), key=str)

SOURCE_COLUMNS = ("dated by", "dated_by", "source_id", "source", "article_id", "article", "sources")
"""Columns that say of which article a row is; one that says who gives the date goes before the others."""

NO_DATES = {"settled on", "exact", "words", "printed", "date_text"}
"""Columns of printed words, and one that says itself that its date is the dataset's."""

TOLD_DATES = """
SELECT event_dates.event_id, quotes.source_id, edtf, earliest, latest, dates_in_words.date
FROM event_dates
JOIN quotes ON quotes.id = event_dates.quote_id
JOIN dates_in_words ON dates_in_words.event_date_id = event_dates.id
UNION ALL
SELECT event_id, source_id, edtf, earliest, latest, date FROM article_datings WHERE edtf LIKE '{%'
UNION ALL
SELECT NULL, source_id, edtf, earliest, latest, NULL FROM roles WHERE edtf IS NOT NULL
UNION ALL
SELECT NULL, source_id, value, value, value, NULL FROM source_metadata WHERE field = 'date_published'
"""

TIED_RECORDS = """
SELECT 'participants', participants.id, participants.event_id, quotes.source_id
FROM participants
JOIN participant_quotes ON participant_id = participants.id
JOIN quotes ON quotes.id = quote_id
UNION
SELECT 'demands', demands.id, event_id, source_id FROM demands JOIN statements ON demand_id = demands.id
UNION
SELECT 'claims', claims.id, event_id, source_id FROM claims JOIN statements ON claim_id = claims.id
"""


class TellingArticles(NamedTuple):
    """Which forms of dates each article gives, all together (under None) and of each event; and all forms."""

    of_source: dict[str, dict[str | None, set[str]]]
    known: set[str]
    labels: dict[str, str]


@pytest.fixture(scope="module")
def with_kept_views(dataset: Dataset) -> Iterator[sqlite3.Connection]:
    """Yield a connection that keeps the rows of each view, which the sections ask once for each record."""
    with closing(sqlite3.connect(dataset.database)) as connection:
        for view in VIEWS:
            connection.execute(f'CREATE TEMP TABLE "{view}" AS SELECT * FROM main."{view}"')
        yield connection


@pytest.fixture(scope="module")
def telling(connection: sqlite3.Connection) -> TellingArticles:
    of_source: dict[str, dict[str | None, set[str]]] = defaultdict(lambda: defaultdict(set))
    for event, source, *forms in connection.execute(TOLD_DATES):
        for key in (event, None):
            of_source[source][key].update(form for form in forms if form)
    settled = connection.execute("SELECT edtf, earliest, latest FROM events").fetchall()
    known = {form for events in of_source.values() for forms in events.values() for form in forms}
    known |= {form for forms in settled for form in forms if form}
    return TellingArticles(of_source, known, dict(connection.execute("SELECT id, label FROM sources")))


def _find_foreign_dates(
    telling: TellingArticles, names: Sequence[str], rows: Iterator[Sequence[Any]]
) -> list[dict[str, Any]]:
    """Return the rows with a date that none of their articles gives the event, or gives at all."""
    found = []
    for row in (dict(zip(names, values, strict=True)) for values in rows):
        sources = _list_sources(telling, row)
        events = {str(value) for value in row.values()}
        own = [telling.of_source[source] for source in sources]
        of_events = [forms for dates in own for event, forms in dates.items() if event in events]
        allowed = set().union(*of_events, *(dates[None] for dates in own if not of_events))
        dates = {str(value) for name, value in row.items() if name not in NO_DATES} & telling.known
        if sources and dates - allowed:
            found.append(row)
    return found


def _list_sources(telling: TellingArticles, row: dict[str, Any]) -> list[str]:
    """Return the ids of the articles that a row names in the first of the columns that name some."""
    named = next((str(row[name]) for name in SOURCE_COLUMNS if row.get(name)), "")
    return [
        source for source, label in telling.labels.items() if named == label or source in named.split(", ")
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_gives_no_article_the_date_of_another(
    connection: sqlite3.Connection, telling: TellingArticles, view: str
) -> None:
    """Catch a view whose row has an article, and a date that the article does not give."""
    names, rows = named_queries.read_result(connection.execute(f'SELECT * FROM "{view}"'))
    assert _find_foreign_dates(telling, names, iter(rows)) == []


@pytest.mark.parametrize("query", QUERIES)
def test_a_named_query_gives_no_article_the_date_of_another(
    connection: sqlite3.Connection, telling: TellingArticles, query: str
) -> None:
    """Catch the same in a question of the command or the site."""
    names, rows = named_queries.run_query(connection, query)
    assert _find_foreign_dates(telling, names, iter(rows)) == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_section_gives_no_article_the_date_of_another(
    with_kept_views: sqlite3.Connection, telling: TellingArticles, section: Path
) -> None:
    """Catch the same on the page of a record."""
    sql = section.read_text(encoding="utf-8")
    for table in record_sections.list_tables(section.parent):
        for (record,) in with_kept_views.execute(f'SELECT id FROM "{table}"').fetchall():
            names, rows = named_queries.read_result(with_kept_views.execute(sql, {"id": record}))
            assert _find_foreign_dates(telling, [*names, "id"], (([*row, record]) for row in rows)) == []


@pytest.mark.parametrize("export", EXPORTS)
def test_an_export_gives_no_article_the_date_of_another(
    dataset: Dataset, telling: TellingArticles, export: str
) -> None:
    """Catch the same in a flat table of a release."""
    with closing(sqlite3.connect(dataset.database)) as connection:
        flat_tables.add_views(connection)
        names, rows = named_queries.read_result(connection.execute(f'SELECT * FROM "{export}"'))
        assert _find_foreign_dates(telling, names, iter(rows)) == []


def test_a_settled_date_beside_each_article_would_be_found(
    connection: sqlite3.Connection, telling: TellingArticles
) -> None:
    """Catch a test that cannot fail: the dataset's date of an event beside whoever tells of the event."""
    beside = "FROM event_quotes JOIN events ON events.id = event_id JOIN quotes ON quotes.id = quote_id"
    names, rows = named_queries.read_result(connection.execute(f"SELECT events.id, edtf, source_id {beside}"))
    assert len(_find_foreign_dates(telling, names, iter(rows))) > 10


def test_a_record_has_the_dates_of_its_own_articles(
    connection: sqlite3.Connection, telling: TellingArticles
) -> None:
    """Catch a date that is neither that of the record's own articles nor marked as another's."""
    own: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for *record, source in connection.execute(TIED_RECORDS):
        own[tuple(record)].add(source)
    by_article = re.compile(rf"(.+?) by ({'|'.join(map(re.escape, telling.labels.values()))})(?:; |$)")
    dated = connection.execute("SELECT table_name, row_id, event_id, date FROM record_dates").fetchall()
    assert len(dated) > 100
    for *record, date in dated:
        told = {source: telling.of_source[source].get(record[2], set()) for source in own[tuple(record)]}
        giving = {telling.labels[source]: forms for source, forms in told.items() if forms}
        if date.startswith("dated by "):
            assert not giving, (record, date)
        elif named := by_article.findall(date):
            assert {label for _, label in named} == giving.keys(), (record, date)
            assert all(words in giving[label] for words, label in named), (record, date)
        else:
            assert giving, (record, date)
            assert all(date in forms for forms in giving.values()), (record, date)


def test_what_people_read_has_no_other_dates(connection: sqlite3.Connection) -> None:
    """Catch a record that prints another date after the name of an event than its own articles'."""
    dates: dict[str, set[str]] = defaultdict(set)
    for row_id, name, date, actor in connection.execute("""
      SELECT record_dates.row_id, events.name, record_dates.date, participants.actor_id
      FROM record_dates
      JOIN events ON events.id = record_dates.event_id
      LEFT JOIN participants ON table_name = 'participants' AND participants.id = record_dates.row_id
    """):
        dates[row_id].add(f"{name} ({date})")
        dates[str(actor)].add(f"{name} ({date})")
    names = "|".join(re.escape(name) for (name,) in connection.execute("SELECT name FROM events"))
    dated_event = re.compile(rf"(?:^|[:,] )((?:{names}) \(.*\))(?:, |$)", re.MULTILINE)
    texts = connection.execute(
        "SELECT row_id, text FROM records WHERE table_name NOT IN ('events', 'statements')"
    ).fetchall()
    found = {(row_id, line) for row_id, text in texts for line in dated_event.findall(text)}
    assert len(found) > 200
    assert [(row_id, line) for row_id, line in found if line not in dates[row_id]] == []


def test_a_label_has_a_date_only_if_every_article_gives_it(
    connection: sqlite3.Connection, telling: TellingArticles
) -> None:
    """Catch a label, which stands beside any article's words, with a date that the article does not give."""
    told = """
      SELECT DISTINCT events.id, events.name, records.label, source_id
      FROM event_quotes
      JOIN quotes ON quotes.id = quote_id
      JOIN events ON events.id = event_id
      JOIN records ON table_name = 'events' AND row_id = events.id
    """
    found = [
        (event, date, source)
        for event, name, label, source in connection.execute(told)
        if (date := re.split(r"(?:, |^)alleged by ", label.removesuffix(name))[0].removesuffix(": "))
    ]
    assert len(found) > 40
    assert [item for item in found if item[1] not in telling.of_source[item[2]].get(item[0], set())] == []
