"""Every quote as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/), in JSON-LD.

The target is the text of the article, named by its checksum (RFC 6920), with both selectors: the position
and the words. As the model demands, `start` and `end` count Unicode code points. `utf16Start` and `utf16End`
count the units by which JavaScript counts, for programs that find the place in a browser. The bodies are the
records that rest on the quote. All are named by their address on the web where the contract has a `homepage`,
else relative to the address that the dataset will have: `quotes/ID`, `demands/ID`.
"""

import base64
from collections import defaultdict
from pathlib import Path
from typing import Any

from artifacts.release_context import ReleaseContext, write_json
from istanbul_talks.database.addresses import locate_article, locate_record, read_homepage
from pipeline.contract import Row

_MODEL = "http://www.w3.org/ns/anno.jsonld"
_OWN_TERMS = {
    "utf16Start": {"@id": "urn:utf16:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "utf16End": {"@id": "urn:utf16:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
}
_CONVENTIONS = (
    "start and end count Unicode code points of the article's text as received, from 0, end exclusive; "
    "utf16Start and utf16End count UTF-16 code units, as JavaScript does. Nothing in the text is normalised."
)
_BODIES = """
SELECT evidence.source_id, start_char, end_char, evidence.table_name, evidence.row_id, records.label
FROM evidence
JOIN records ON records.table_name = evidence.table_name AND records.row_id = evidence.row_id
ORDER BY evidence.table_name, evidence.row_id
"""


def write_annotations(context: ReleaseContext, path: Path) -> None:
    """Write an AnnotationPage with an annotation for each quote, in order of the articles."""
    bodies = _read_bodies(context)
    items = []
    for source in context.select_all("sources"):
        text = (context.seeds / "articles" / f"{source['id']}.txt").read_bytes().decode("utf-8")
        quotes = context.select(
            "SELECT * FROM quotes WHERE source_id = ? ORDER BY start_char, end_char", source["id"]
        )
        address = locate_article(context.database, str(source["id"]))
        items += [_build_annotation(quote, source, text, bodies, address) for quote in quotes]
    page = {
        "@context": [_MODEL, _OWN_TERMS],
        "id": read_homepage(context.database) or "quotes",
        "type": "AnnotationPage",
        "label": f"{context.contract.package['title']}, version {context.contract.package['version']}",
        "summary": _CONVENTIONS,
        "items": items,
    }
    write_json(path, page)


def count_utf16_units(text: str) -> int:
    """Return the length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def _build_annotation(
    quote: Row, source: Row, text: str, bodies: dict[object, list[Any]], address: str | None
) -> dict[str, Any]:
    span = quote["source_id"], quote["start_char"], quote["end_char"]
    return {
        "id": f"{address}#{quote['id']}" if address else f"quotes/{quote['id']}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies[span],
        "target": {
            "source": _describe_text(source),
            "selector": [_build_position(quote, text), _build_quotation(quote)],
        },
    }


def _describe_text(source: Row) -> dict[str, Any]:
    digest = base64.urlsafe_b64encode(bytes.fromhex(str(source["sha256"]))).decode().rstrip("=")
    return {
        "id": f"ni:///sha-256;{digest}",
        "type": "Text",
        "format": "text/plain",
        "language": source["language"],
        "label": source["label"],
    }


def _build_position(quote: Row, text: str) -> dict[str, Any]:
    start, end = int(str(quote["start_char"])), int(str(quote["end_char"]))
    before = count_utf16_units(text[:start])
    return {
        "type": "TextPositionSelector",
        "start": start,
        "end": end,
        "utf16Start": before,
        "utf16End": before + count_utf16_units(text[start:end]),
    }


def _build_quotation(quote: Row) -> dict[str, Any]:
    return {
        "type": "TextQuoteSelector",
        "exact": quote["exact"],
        "prefix": quote["prefix"] or "",
        "suffix": quote["suffix"] or "",
    }


def _read_bodies(context: ReleaseContext) -> dict[object, list[Any]]:
    """Return the records that rest on each span, by article, start and end."""
    bodies: dict[object, list[Any]] = defaultdict(list)
    for source, start, end, table, row, label in context.database.execute(_BODIES):
        address = locate_record(context.database, row) or f"{table}/{row}"
        body = {"id": address, "type": "TextualBody", "format": "text/plain", "value": label}
        bodies[source, start, end].append(body)
    return bodies
