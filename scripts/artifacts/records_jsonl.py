"""Every record as a person would read it, with the spans it rests on, as JSON Lines."""

import json
from collections import defaultdict
from pathlib import Path

from artifacts.release_context import ReleaseContext
from istanbul_talks.text.characters import escape_json
from pipeline.contract import Row


def write_records(context: ReleaseContext, path: Path) -> None:
    """Write one JSON object a line: a record as a person would read it, with its spans."""
    evidence = _read_spans(context)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in context.select("SELECT * FROM records ORDER BY table_name, row_id"):
            key = record["table_name"], record["row_id"]
            line = {**record, "evidence": evidence[key]}
            file.write(escape_json(json.dumps(line, ensure_ascii=False)) + "\n")


def _read_spans(context: ReleaseContext) -> dict[tuple[object, object], list[Row]]:
    """Return the spans behind every record, by its table and id."""
    spans: dict[tuple[object, object], list[Row]] = defaultdict(list)
    for span in context.select("SELECT * FROM evidence ORDER BY source_id, start_char, end_char"):
        spans[span.pop("table_name"), span.pop("row_id")].append(span)
    return spans
