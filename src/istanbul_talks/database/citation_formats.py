"""Citations of a work (works.py), in the formats that people and reference managers read.

Names are taken as they are printed, whole: which part is the family name is not known.
"""

import json
import re
from enum import StrEnum

from istanbul_talks.database.citable import Work


class Style(StrEnum):
    """The formats of citations."""

    TEXT = "text"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    RIS = "ris"


def citation(work: Work, style: Style) -> str:
    """Return the citation of a work."""
    return FORMATS[style](work)


def as_text(work: Work) -> str:
    """Return a citation for people, and a line for each quote that the work rests on."""
    title = f"“{work.title}”" if work.is_article or work.within else work.title
    parts = [
        f"{', '.join(work.authors)}: {title}" if work.authors else title,
        f"In: {work.within}" if work.within else None,
        f"Version {work.version}" if work.version else None,
        ", ".join(filter(None, [work.publisher, work.issued])),
        work.licence,
        work.url,
    ]
    first, *quotes = work.notes
    return "\n".join([f"{'. '.join(part.rstrip('.') for part in [*filter(None, parts), first])}.", *quotes])


def as_bibtex(work: Work) -> str:
    """Return an entry for BibTeX and BibLaTeX."""
    fields = {
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in work.authors),
        "title": f"{{{_escaped(work.title)}}}",
        "booktitle": _escaped(work.within or ""),
        "publisher": _escaped(work.publisher or ""),
        "year": _year(work) or "",
        "date": work.issued or "",
        "version": work.version or "",
        "url": work.url or "",
        "note": _escaped("; ".join([*work.notes, *([work.licence] if work.licence else [])])),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{'article' if work.is_article else 'misc'}{{{work.key},\n{lines}}}"


def _escaped(words: str) -> str:
    """Return words with the characters that TeX takes for its own made plain."""
    return re.sub(r"([#$%&_{}])", r"\\\1", words)


def as_csl_json(work: Work) -> str:
    """Return an array of one item of the Citation Style Language."""
    item = {
        "id": work.key,
        "type": "article-newspaper" if work.is_article else "dataset",
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        "container-title": work.within,
        "publisher": work.publisher,
        "issued": {"date-parts": [parts]} if (parts := _date_parts(work)) else None,
        "version": work.version,
        "URL": work.url,
        "license": work.licence,
        "note": "\n".join(work.notes),
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=1)


def _as_ris(work: Work) -> str:
    """Return a record in the format of Research Information Systems."""
    lines = [
        ("TY", "NEWS" if work.is_article else "DATA"),
        ("ID", work.key),
        *(("AU", name) for name in work.authors),
        ("TI", work.title),
        ("T2", work.within),
        ("PB", work.publisher),
        ("PY", _year(work)),
        ("DA", "/".join(f"{part:02}" for part in _date_parts(work)) or None),
        ("ET", work.version),
        ("UR", work.url),
        ("C1", work.licence),
        *(("N1", note) for note in work.notes),
        ("ER", ""),
    ]
    return "\n".join(f"{tag}  - {value}" for tag, value in lines if value is not None)


def _date_parts(work: Work) -> list[int]:
    """Return year, month and day of the publication, as far as they are printed as a date."""
    printed = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", work.issued or "")
    return [int(part) for part in printed.groups() if part] if printed else []


def _year(work: Work) -> str | None:
    """Return the year in which the work was published."""
    return next((str(part) for part in _date_parts(work)), None)


FORMATS = {Style.TEXT: as_text, Style.BIBTEX: as_bibtex, Style.CSL_JSON: as_csl_json, Style.RIS: _as_ris}
