"""A table in Markdown."""

from collections.abc import Iterable, Sequence


def format_table(header: Sequence[str], rows: Iterable[Sequence[object]], *, right: int = 0) -> str:
    """Return a Markdown table; the last `right` columns are set flush right."""
    rule = ["---"] * (len(header) - right) + ["---:"] * right
    return "\n".join(_line(cells) for cells in (header, rule, *rows))


def _line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"
