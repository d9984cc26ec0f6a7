"""Which record of the dataset each unit of the second coding matches, kept in seeds/recoding/records.csv.

A unit matches a record whose words in the same article it is aligned with, as units of two codings are
(unit_alignment.py). The records are today's, so the file is refreshed with the documents.
"""

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from evaluation.coded_units import CodedArticle, make_unit, read_coded_articles
from evaluation.export_first_coding import read_records
from evaluation.unit_alignment import align_units
from istanbul_talks.database.outputs import FileOutput, write_file
from pipeline.contract import read_contract
from pipeline.readonly_database import open_readonly


class MatchedRecord(NamedTuple):
    """A unit of the second coding, by its number in the file of its article, and the record it matches."""

    source_id: str
    unit: int
    table: str
    record_id: str


def match_records(connection: Connection, articles: Iterable[CodedArticle]) -> Iterator[MatchedRecord]:
    """Yield the units that match a record of their table in a built database, in the order of the codings."""
    for article in articles:
        yield from sorted(_match_in_article(connection, article))


def refresh_matched_records(seeds: Path, package: Path, database: Path, *, check: bool) -> int:
    """Write the file, or with `check` only say on stderr that it is old; return the exit status."""
    articles = read_coded_articles(seeds / "articles", seeds / "recoding", read_contract(package))
    with closing(open_readonly(database)) as connection:
        content = _format_rows(match_records(connection, articles))
    path = seeds / "recoding" / "records.csv"
    if not articles and not path.exists():
        return 0
    if path.exists() and path.read_text(encoding="utf-8") == content:
        return 0
    if check:
        print(f"{path} matches old records: run python scripts/docs.py", file=sys.stderr)
        return 1
    write_file(FileOutput(path, force=True), content.encode())
    return 0


def _match_in_article(connection: Connection, article: CodedArticle) -> Iterator[MatchedRecord]:
    records = {
        id(unit := make_unit(record["table"], spans, article.text, record)): (unit, record)
        for record, spans in read_records(connection, article.source)
    }
    numbers = {id(unit): number for number, unit in enumerate(article.second, 1)}
    for unit, other in align_units([unit for unit, _ in records.values()], article.second).pairs:
        if unit.table == other.table:
            record = records[id(unit)][1]
            yield MatchedRecord(article.source, numbers[id(other)], record["record_table"], record["record"])


def _format_rows(matched: Iterable[MatchedRecord]) -> str:
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows([MatchedRecord._fields, *matched])
    return lines.getvalue()
