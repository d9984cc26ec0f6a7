"""Citations: the references in the formats that programs of reference management read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from artifacts.references import Reference, references
from artifacts.release_context import ReleaseContext, write_json, write_text

ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)
BIBTEX_KEYS = {"version": "version", "publisher": "publisher", "language": "language", "note": "note"}
RIS_TYPES = {"dataset": "DATA", "article": "GEN"}
RIS_TAGS = {"TI": "title", "ET": "version", "PB": "publisher", "UR": "URL", "LA": "language", "N1": "note"}


def write_csl(context: ReleaseContext, path: Path) -> None:
    """Write CSL-JSON, which citeproc, Zotero and pandoc read."""
    write_json(path, list(references(context)))


def write_bibtex(context: ReleaseContext, path: Path) -> None:
    """Write BibTeX; every entry is @misc, for the articles do not say in what kind of work they stand."""
    write_text(path, "\n".join(bibtex(reference) for reference in references(context)))


def write_ris(context: ReleaseContext, path: Path) -> None:
    """Write RIS, which EndNote, Zotero and Mendeley read."""
    lines = (line for reference in references(context) for line in _ris(reference))
    write_text(path, "".join(f"{line}\n" for line in lines))


def bibtex(reference: Reference) -> str:
    """Return a reference as a BibTeX entry."""
    fields = "".join(f"  {key} = {{{value}}},\n" for key, value in _bibtex_fields(reference))
    return f"@misc{{{reference['id']},\n{fields}}}\n"


def _bibtex_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the fields; names and titles in braces of their own keep their spelling."""
    if authors := reference.get("author"):
        yield "author", " and ".join(_bibtex_name(author) for author in authors)
    yield "title", f"{{{_escaped(reference['title'])}}}"
    for key, number in zip(("year", "month", "day"), _day(reference), strict=False):
        yield key, str(number)
    for key, name in BIBTEX_KEYS.items():
        if name in reference:
            yield key, _escaped(reference[name])
    if "URL" in reference:
        yield "url", reference["URL"]


def _bibtex_name(author: dict[str, str]) -> str:
    if "literal" in author:
        return f"{{{_escaped(author['literal'])}}}"
    return _escaped(_inverted(author))


def _inverted(author: dict[str, str]) -> str:
    """Return a person's name, the family's first."""
    return ", ".join(author[part] for part in ("family", "given") if author.get(part))


def _escaped(words: str) -> str:
    return words.translate(ESCAPES)


def _ris(reference: Reference) -> Iterator[str]:
    yield f"TY  - {RIS_TYPES[reference['type']]}"
    yield f"ID  - {reference['id']}"
    for author in reference.get("author", []):
        yield f"AU  - {author.get('literal') or _inverted(author)}"
    if day := _day(reference):
        yield f"PY  - {day[0]}"
        yield f"DA  - {'/'.join(f'{part:02}' for part in day)}"
    for tag, name in RIS_TAGS.items():
        if name in reference:
            yield f"{tag}  - {reference[name]}"
    yield "ER  - "
    yield ""


def _day(reference: Reference) -> list[Any]:
    """Return year, month and day of publication, nothing where they are not known."""
    issued = reference.get("issued")
    return issued["date-parts"][0] if issued else []
