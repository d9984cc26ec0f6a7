"""Writes citations (citations.py) in the formats that people and reference managers read."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

from istanbul_talks.database.citations import Citation, Kind, Name
from istanbul_talks.text.characters import escape_json
from istanbul_talks.text.running_text import put_in_quotes


class Style(StrEnum):
    """The formats of citations."""

    TEXT = "text"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    RIS = "ris"


def format_citations(citations: Iterable[Citation], style: Style) -> str:
    """Return citations in a format, without a line feed at the end."""
    return FORMATS[style](citations)


def as_text(citation: Citation) -> str:
    """Return a citation for people, and a line for each quote and article that it rests on."""
    title = citation.title if citation.kind is Kind.DATASET else put_in_quotes(citation.title)
    authors = ", ".join(name.printed for name in citation.authors)
    parts = [
        f"{authors}: {title}" if authors else title,
        f"In: {citation.within}" if citation.within else None,
        f"Version {citation.version}" if citation.version else None,
        ", ".join(filter(None, [citation.publisher, citation.issued])),
        _name_contributors(citation),
        citation.licence,
        citation.url,
        citation.checksum,
    ]
    return "\n".join([f"{'. '.join(part.rstrip('.') for part in filter(None, parts))}.", *citation.evidence])


def describe_original(article: Citation) -> list[str]:
    """Return the lines that lead from a database with gaps to the whole article."""
    address = "" if article.url else " It prints no address."
    printed, *seen = as_text(article).splitlines()
    return [
        "Quotations only: the article's text is not in this database.",
        f"The original: {printed}{address}",
        *seen,
        f"`talks reanchor FILE --source {article.key}` finds the quotes in your own copy.",
    ]


def as_bibtex(citation: Citation) -> str:
    """Return an entry for BibTeX and BibLaTeX: @misc, for no article says in what kind of work it stands."""
    fields = {
        "author": " and ".join(map(_format_bibtex_name, citation.authors)),
        "title": f"{{{_escape_tex(citation.title)}}}",
        "howpublished": _escape_tex(f"In: {citation.within}" if citation.within else ""),
        "publisher": _escape_tex(citation.publisher or ""),
        "year": "".join(map(str, _parse_date(citation)[:1])),
        "date": citation.issued if _parse_date(citation) else "",
        "version": citation.version or "",
        "language": citation.language or "",
        "url": citation.url or "",
        "note": _escape_tex("; ".join(_list_notes(citation))),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{citation.key},\n{lines}}}"


def _format_bibtex_name(name: Name) -> str:
    """Return a person's name with the family name first; any other in braces, which keep it whole."""
    return _escape_tex(_invert(name)) if name.family else f"{{{_escape_tex(name.printed)}}}"


def _escape_tex(words: str) -> str:
    """Return words with the characters escaped that TeX takes for its own."""
    return words.translate(_TEX_ESCAPES)


_TEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)


def as_csl_item(citation: Citation) -> dict[str, Any]:
    """Return an item of the Citation Style Language, as CSL-JSON has it."""
    date = _parse_date(citation)
    item = {
        "id": citation.key,
        "type": "document" if citation.kind is Kind.ARTICLE else "dataset",
        "title": citation.title,
        "author": [_as_csl_name(name) for name in citation.authors],
        "contributor": [{"literal": name} for name in citation.contributors],
        "container-title": citation.within,
        "publisher": citation.publisher,
        "section": citation.section,
        "issued": {"date-parts": [date]} if date else None,
        "version": citation.version,
        "language": citation.language,
        "URL": citation.url,
        "license": citation.licence,
        "abstract": citation.abstract,
        "keyword": ", ".join(citation.keywords),
        "note": "\n".join(citation.notes),
    }
    return {key: value for key, value in item.items() if value}


def _as_csl_name(name: Name) -> dict[str, str]:
    if not name.family:
        return {"literal": name.printed}
    return {"family": name.family, **({"given": name.given} if name.given else {})}


def _as_ris(citation: Citation) -> str:
    """Return a record in the format of Research Information Systems."""
    date = _parse_date(citation)
    lines = [
        ("TY", "GEN" if citation.kind is Kind.ARTICLE else "DATA"),
        ("ID", citation.key),
        *(("AU", _invert(name)) for name in citation.authors),
        ("TI", citation.title),
        ("T2", citation.within),
        ("PB", citation.publisher),
        *([("PY", str(date[0])), ("DA", "/".join(f"{part:02}" for part in date))] if date else []),
        ("ET", citation.version),
        ("LA", citation.language),
        ("UR", citation.url),
        *(("N1", note) for note in _list_notes(citation)),
        ("ER", ""),
    ]
    return "\n".join(f"{tag}  - {' '.join(value.split())}" for tag, value in lines if value is not None)


def _invert(name: Name) -> str:
    """Return a person's name with the family name first, any other as it is printed."""
    return ", ".join(filter(None, [name.family, name.given])) if name.family else name.printed


def _list_notes(citation: Citation) -> Iterator[str]:
    """Yield the notes for a format that has no field for contributors and licence."""
    if contributors := _name_contributors(citation):
        yield contributors
    yield from citation.notes
    if citation.licence:
        yield f"Licence: {citation.licence}"


def _name_contributors(citation: Citation) -> str | None:
    return f"With contributions by {', '.join(citation.contributors)}" if citation.contributors else None


def _parse_date(citation: Citation) -> list[int]:
    """Return year, month and day of the publication, as far as they are printed as a date."""
    printed = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", citation.issued or "")
    return [int(part) for part in printed.groups() if part] if printed else []


FORMATS: dict[Style, Callable[[Iterable[Citation]], str]] = {
    Style.TEXT: lambda citations: "\n\n".join(map(as_text, citations)),
    Style.BIBTEX: lambda citations: "\n\n".join(map(as_bibtex, citations)),
    Style.CSL_JSON: lambda citations: escape_json(
        json.dumps([as_csl_item(citation) for citation in citations], ensure_ascii=False, indent=2)
    ),
    Style.RIS: lambda citations: "\n\n".join(map(_as_ris, citations)),
}
