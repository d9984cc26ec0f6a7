"""The formats that rows can be written in as text: JSON, JSON lines, CSV, TSV, Markdown.

Each writer takes the column names, the rows and the stream. Choosing among them: row_printing.py; files with
their own libraries: table_files.py.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, TextIO

from istanbul_talks.database.json_cells import decode, display
from istanbul_talks.text.characters import escape_json
from istanbul_talks.text.safe_output import can_encode_unicode, get_unfiltered

Row = Sequence[Any]
RowWriter = Callable[[Sequence[str], Iterable[Row], TextIO], None]


class OtherFormat(StrEnum):
    """The formats besides JSON and CSV."""

    JSONL = "jsonl"
    TSV = "tsv"
    MARKDOWN = "markdown"


def print_json(value: Any) -> None:
    """Print one JSON value, indented."""
    from json import dumps  # noqa: PLC0415

    print(escape_json(dumps(value, ensure_ascii=not can_encode_unicode(sys.stdout), indent=1)))


def write_tsv(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Write tab-separated values, one line a row: white space inside a value becomes single spaces."""
    stream.write("\t".join(names) + "\n")
    stream.writelines("\t".join(map(_format_one_line, row)) + "\n" for row in rows)


def _write_json(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Write an array of objects, one object a line."""
    lines = ",\n ".join(_encode_rows(names, rows, stream))
    stream.write(f"[{lines}]\n")


def _write_jsonl(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Write one object a line."""
    stream.writelines(f"{line}\n" for line in _encode_rows(names, rows, stream))


def _encode_rows(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> Iterable[str]:
    """Yield each row as a JSON object, in ASCII where the stream cannot carry more."""
    from json import JSONEncoder  # noqa: PLC0415

    encode = JSONEncoder(ensure_ascii=not can_encode_unicode(stream)).encode
    return (escape_json(encode(dict(zip(names, map(decode, row), strict=True)))) for row in rows)


def _write_csv(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Write comma-separated values (RFC 4180, but with line feeds), outside a terminal as they are."""
    import csv  # noqa: PLC0415

    writer = csv.writer(stream if stream.isatty() else get_unfiltered(stream), lineterminator="\n")
    writer.writerow(names)
    writer.writerows(map(display, row) for row in rows)


def _write_markdown(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Write a Markdown table."""
    for row in [names, ["---"] * len(names), *rows]:
        stream.write("| " + " | ".join(_format_one_line(value).replace("|", "\\|") for value in row) + " |\n")


def _format_one_line(value: Any) -> str:
    """Return a value as text without line breaks or tabs; nothing for an empty one."""
    return "" if value is None else " ".join(str(display(value)).split())


FORMAT_WRITERS: dict[str, RowWriter] = {
    "json": _write_json,
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "tsv": write_tsv,
    "markdown": _write_markdown,
}
