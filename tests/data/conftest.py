"""A fixture for the tests of dates."""

import sqlite3

import pytest

from fixtures.telling_articles import TellingArticles, read_telling_articles


@pytest.fixture(scope="session")
def telling(connection: sqlite3.Connection) -> TellingArticles:
    """Which dates each of the real articles gives."""
    return read_telling_articles(connection)
