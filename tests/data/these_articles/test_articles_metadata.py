"""The metadata of a release of these articles."""

import sqlite3
from pathlib import Path

from fixtures.releases import read_citations


def test_a_contributor_is_no_author(real_release: Path, released: sqlite3.Connection) -> None:
    """Catch an article that nobody signs under the name of who contributed to it."""
    named = dict(released.execute("SELECT source_id, value FROM source_metadata WHERE field = 'contributor'"))
    assert named
    for source, name in named.items():
        item = read_citations(real_release)[source]
        assert item["contributor"] == [{"literal": name}]
        assert "author" not in item
        assert "author not stated" in item["note"]
