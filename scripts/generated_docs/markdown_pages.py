"""Pages: the generated parts of hand-written Markdown pages, between markers.

A part stands between `<!-- generated: NAME -->` and `<!-- end: NAME -->`, each on a line of its own. What
stands outside the markers is never touched.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path


def fill(page: Path, parts: dict[str, str], *, check: bool) -> int:
    """Write the parts into the page, or with `check` only say on stderr whether it is out of date.

    Return the exit status: 0 the page is up to date now, 1 it is out of date and was not written.
    """
    old = page.read_text(encoding="utf-8")
    new = filled(old, parts)
    if check and new != old:
        print(f"{page} is out of date; run the script without --check", file=sys.stderr)
        return 1
    if not check:
        page.write_text(new, encoding="utf-8")
    return 0


def filled(text: str, parts: dict[str, str]) -> str:
    """Return a page's text with each part between its markers; ValueError if a marker is missing."""
    for name, content in parts.items():
        begin, end = f"<!-- generated: {name} -->\n", f"<!-- end: {name} -->"
        if text.count(begin) != 1 or text.count(end) != 1:
            raise ValueError(f"the page needs {begin.strip()!r} and {end!r}, once each")
        before, rest = text.split(begin)
        text = f"{before}{begin}\n{content.strip()}\n\n{end}{rest.split(end)[1]}"
    return text


def table(header: Sequence[str], rows: Iterable[Sequence[object]], *, right: int = 0) -> str:
    """Return a Markdown table; the last `right` columns are set flush right."""
    rule = ["---"] * (len(header) - right) + ["---:"] * right
    return "\n".join(_line(cells) for cells in (header, rule, *rows))


def _line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"
