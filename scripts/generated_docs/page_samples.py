"""An address of every kind of page: the fullest record of each table, all articles, Datasette's own pages."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pipeline.readonly_database import open_readonly

FIXED = {
    "front": "/",
    "timeline": "/-/timeline",
    "questions": "/-/questions",
    "question-demands": "/-/questions/who-demanded-what-of-whom-in-whose-words",
    "question-claims": "/-/questions/who-claims-what-and-who-denies-it",
    "question-rooms": "/-/questions/who-was-in-the-room",
    "question-events": "/-/questions/what-happened-when",
    "question-disagreements": "/-/questions/where-the-articles-contradict-one-another-or-themselves",
    "question-table": "/-/questions/which-numbers-are-named",
    "search": "/-/search",
    "search-nothing": "/-/search?q=qqqq",
    "compare": "/-/compare",
    "check": "/-/check",
    "about": "/-/about",
    "about-codebook": "/-/about/codebook",
    "about-quality": "/-/about/quality",
    "about-changes": "/-/about/changes",
}

TABLES = """
SELECT contract_tables.name
FROM contract_tables
JOIN contract_fields ON contract_fields.table_name = contract_tables.name AND contract_fields.name = 'id'
ORDER BY contract_tables.position
"""

EVIDENCE = "SELECT table_name, row_id, count(*) FROM evidence GROUP BY 1, 2"

TOPICS = "SELECT topic_id, count(*) FROM claim_topics GROUP BY 1"

COMPARED = ("topics", "demands", "claims", "events")
"""The tables whose records have a page that compares the articles and speakers."""


def sample_addresses(database: Path) -> dict[str, str]:
    """Return the path of a page of every kind, by a name for the kind."""
    with closing(open_readonly(database)) as db:
        sources = [row[0] for row in db.execute("SELECT id FROM sources ORDER BY id")]
        records = _find_fullest_records(db)
        (word,) = db.execute("SELECT name FROM topics WHERE id = ?", [records["topics"]]).fetchone()
    return {
        **FIXED,
        "search-found": f"/-/search?q={word.split()[0].lower()}",
        **{f"read-{source}": f"/-/read/{source}" for source in sources},
        **{f"record-{table}": f"/-/record/{record}" for table, record in records.items()},
        **{
            f"compare-{table}-by-{by}": f"/-/compare/{records[table]}?by={by}"
            for table in COMPARED
            for by in ("source", "speaker")
        },
    }


def sample_datasette_addresses(database: Path) -> dict[str, str]:
    """Return the path of each kind of page that is Datasette's, and of errors, by a name for the kind."""
    with closing(open_readonly(database)) as db:
        demand = _find_fullest_records(db)["demands"]
    home = f"/{database.stem}"
    return {
        "datasette-tables": home,
        "datasette-table": f"{home}/demands",
        "datasette-filtered": f"{home}/demands?kind=demand&_search=the",
        "datasette-view": f"{home}/demands_in_words",
        "datasette-row": f"{home}/demands/{demand}",
        "datasette-query": f"{home}?sql=select+id,+content+from+demands",
        "datasette-versions": "/-/versions",
        "error-400": f"{home}?sql=select+nonsense",
        "error-404": "/nowhere",
    }


def _find_fullest_records(db: sqlite3.Connection) -> dict[str, str]:
    """Return, of each table with rows, the record that rests on most words; the topic of most claims."""
    spans = {(table, row): count for table, row, count in db.execute(EVIDENCE)}
    spans |= {("topics", row): count for row, count in db.execute(TOPICS)}
    found = {}
    for (table,) in db.execute(TABLES).fetchall():
        ids = [row[0] for row in db.execute(f'SELECT id FROM "{table}" ORDER BY id')]
        if ids:
            found[table] = max(ids, key=lambda row: spans.get((table, row), 0))
    return found
