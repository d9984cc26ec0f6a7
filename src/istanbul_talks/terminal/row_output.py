"""Printing rows: the options every listing has, and the formats they choose.

Into a pipe or a file go tab-separated values, one line a row; a table is drawn in a terminal (terminal.py).
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Annotated, Any, TextIO

import typer

from istanbul_talks.database.json_cells import decode, display
from istanbul_talks.errors import NothingFound, TalksError

Row = Sequence[Any]
RowWriter = Callable[[Sequence[str], Iterable[Row], TextIO], None]
DrawRows = Callable[[Sequence[str], list[Row]], None]

Json = Annotated[bool, typer.Option("--json", help="Print a JSON array of objects.")]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print comma-separated values.")]
Tsv = Annotated[bool, typer.Option("--tsv", help="Print tab-separated values, as into a pipe.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="Print a Markdown table.")]
Columns = Annotated[str | None, typer.Option(metavar="A,B", help="Only these columns, in this order.")]
Sort = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="In the order of this column; -COLUMN backwards.")
]
Limit = Annotated[int | None, typer.Option(min=0, metavar="N", help="No more than so many rows.")]
Count = Annotated[bool, typer.Option("--count", help="Print only how many rows there are.")]


def print_rows(
    names: Sequence[str],
    rows: Iterable[Row],
    drawing: DrawRows | None = None,
    *,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
    as_csv: Csv = False,
    as_tsv: Tsv = False,
    as_markdown: Markdown = False,
    columns: Columns = None,
    sort: Sort = None,
    limit: Limit = None,
    count: Count = False,
) -> None:
    """Print the rows as the options ask; NothingFound when there are none.

    In a terminal whole rows in their own order are drawn as `drawing` does, by default as a table.
    """
    write = _choose_writer(json=as_json, jsonl=as_jsonl, csv=as_csv, tsv=as_tsv, markdown=as_markdown)
    if write is _write_table and drawing and not columns and not sort:
        write = _make_drawing_writer(drawing)
    if sort:
        rows = _sort_rows(names, rows, sort)
    if limit is not None:
        rows = islice(rows, limit)
    if columns:
        names, rows = _select_columns(names, rows, columns)
    rows = list(rows)
    if count:
        print(len(rows))
    else:
        write(names, rows, sys.stdout)
    if not rows:
        raise NothingFound("nothing found; `--help` lists the filters, `talks search WORDS` looks everywhere")


def _choose_writer(**asked: bool) -> RowWriter:
    """Return the writer of the one format asked for, by default what suits the terminal or pipe."""
    chosen = [name for name, is_asked in asked.items() if is_asked]
    if len(chosen) > 1:
        raise TalksError(f"--{chosen[0]} and --{chosen[1]} exclude each other; give one of them")
    if chosen:
        return FORMAT_WRITERS[chosen[0]]
    return _write_table if sys.stdout.isatty() else _write_tsv


def _make_drawing_writer(drawing: DrawRows) -> RowWriter:
    """Return the writer that draws in the terminal with a drawing of its own."""

    def write(names: Sequence[str], rows: Iterable[Row], _stream: TextIO) -> None:
        from istanbul_talks.terminal.pager import paging_output  # noqa: PLC0415

        with paging_output():
            drawing(names, _display_cells(rows))

    return write


def _display_cells(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with every cell as people read it."""
    return [list(map(display, row)) for row in rows]


def _select_columns(
    names: Sequence[str], rows: Iterable[Row], columns: str
) -> tuple[Sequence[str], Iterable[Row]]:
    """Return the columns asked for, in the order asked for."""
    wanted = [column.strip() for column in columns.split(",")]
    places = [_find_column(names, column) for column in wanted]
    return wanted, ([row[i] for i in places] for row in rows)


def _sort_rows(names: Sequence[str], rows: Iterable[Row], column: str) -> list[Row]:
    """Return the rows sorted by a column, empty values last."""
    i = _find_column(names, column.removeprefix("-"))
    filled: list[Row] = []
    empty: list[Row] = []
    for row in rows:
        (empty if row[i] is None else filled).append(row)
    return sorted(filled, key=lambda row: row[i], reverse=column.startswith("-")) + empty


def _find_column(names: Sequence[str], column: str) -> int:
    """Return where a column stands among the names."""
    if column not in names:
        raise TalksError(f"there is no column “{column}”; there are {', '.join(names)}")
    return list(names).index(column)


def _write_json(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Write an array of objects, one object a line."""
    lines = ",\n ".join(_encode_rows(names, rows, stream))
    stream.write(f"[{lines}]\n")


def _write_jsonl(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Write one object a line."""
    stream.writelines(f"{line}\n" for line in _encode_rows(names, rows, stream))


def print_json(value: Any) -> None:
    """Print one JSON value, indented."""
    from json import dumps  # noqa: PLC0415

    print(dumps(value, ensure_ascii=not can_encode_unicode(sys.stdout), indent=1))


def _encode_rows(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> Iterable[str]:
    """Yield each row as a JSON object, in ASCII where the stream cannot carry more."""
    from json import JSONEncoder  # noqa: PLC0415

    encode = JSONEncoder(ensure_ascii=not can_encode_unicode(stream)).encode
    return (encode(dict(zip(names, map(decode, row), strict=True))) for row in rows)


def _write_csv(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Write comma-separated values (RFC 4180, but with the newline of the system)."""
    import csv  # noqa: PLC0415

    out = csv.writer(stream, lineterminator="\n")
    out.writerow(names)
    out.writerows(map(display, row) for row in rows)


def _write_tsv(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Write tab-separated values, one line a row: white space inside a value becomes single spaces."""
    stream.write("\t".join(names) + "\n")
    stream.writelines("\t".join(map(_format_one_line, row)) + "\n" for row in rows)


def _write_markdown(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Write a Markdown table."""
    for cells in [names, ["---"] * len(names), *rows]:
        stream.write("| " + " | ".join(_format_one_line(cell).replace("|", "\\|") for cell in cells) + " |\n")


def _write_table(names: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    """Draw a table that fits the terminal."""
    from istanbul_talks.terminal import table_drawing  # noqa: PLC0415  (rich is slow to import)

    _make_drawing_writer(table_drawing.draw_table)(names, rows, stream)


def _format_one_line(value: Any) -> str:
    """Return a value as text without line breaks or tabs; nothing for an empty one."""
    return "" if value is None else " ".join(str(display(value)).split())


def can_encode_unicode(stream: TextIO) -> bool:
    """Tell whether the stream can carry every character."""
    return (stream.encoding or "").lower().replace("-", "").startswith("utf")


FORMAT_WRITERS: dict[str, RowWriter] = {
    "json": _write_json,
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "tsv": _write_tsv,
    "markdown": _write_markdown,
}
