"""Tests that no row gives the date of an event by one article as another's."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from artifacts import flat_tables
from fixtures.built_dataset import PACKAGE, Dataset
from fixtures.telling_articles import TellingArticles, find_foreign_dates
from istanbul_talks.database import named_queries, record_sections
from pipeline.contract import read_contract
from pipeline.sql_files import read_sql_folder

VIEWS = [view.name for view in read_contract(PACKAGE).views]
EXPORTS = [query.name for query in read_sql_folder("exports")]
QUERIES = sorted(path.stem for path in named_queries.FOLDER.glob("*.sql"))
SECTIONS = sorted(record_sections.FOLDER.glob("*/*.sql"), key=str)


@pytest.fixture(scope="module")
def with_kept_views(dataset: Dataset) -> Iterator[sqlite3.Connection]:
    """Yield a connection that keeps the rows of each view, which the sections ask once for each record."""
    with closing(sqlite3.connect(dataset.database)) as connection:
        for view in VIEWS:
            connection.execute(f'CREATE TEMP TABLE "{view}" AS SELECT * FROM main."{view}"')
        yield connection


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_gives_no_article_the_date_of_another(
    connection: sqlite3.Connection, telling: TellingArticles, view: str
) -> None:
    """Catch a view whose row has an article, and a date that the article does not give."""
    names, rows = named_queries.read_result(connection.execute(f'SELECT * FROM "{view}"'))
    assert find_foreign_dates(telling, names, iter(rows)) == []


@pytest.mark.parametrize("query", QUERIES)
def test_a_named_query_gives_no_article_the_date_of_another(
    connection: sqlite3.Connection, telling: TellingArticles, query: str
) -> None:
    """Catch the same in a question of the command or the site."""
    names, rows = named_queries.run_query(connection, query)
    assert find_foreign_dates(telling, names, iter(rows)) == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_section_gives_no_article_the_date_of_another(
    with_kept_views: sqlite3.Connection, telling: TellingArticles, section: Path
) -> None:
    """Catch the same on the page of a record."""
    sql = section.read_text(encoding="utf-8")
    for table in record_sections.list_tables(section.parent):
        for (record,) in with_kept_views.execute(f'SELECT id FROM "{table}"').fetchall():
            names, rows = named_queries.read_result(with_kept_views.execute(sql, {"id": record}))
            assert find_foreign_dates(telling, [*names, "id"], (([*row, record]) for row in rows)) == []


@pytest.mark.parametrize("export", EXPORTS)
def test_an_export_gives_no_article_the_date_of_another(
    dataset: Dataset, telling: TellingArticles, export: str
) -> None:
    """Catch the same in a flat table of a release."""
    with closing(sqlite3.connect(dataset.database)) as connection:
        flat_tables.add_views(connection)
        names, rows = named_queries.read_result(connection.execute(f'SELECT * FROM "{export}"'))
        assert find_foreign_dates(telling, names, iter(rows)) == []
