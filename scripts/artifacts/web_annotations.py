"""Annotations: every quote as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/), in JSON-LD.

The target is the text of the article, named by its checksum (RFC 6920), with both selectors: the position
and the words. As the model demands, `start` and `end` count Unicode code points. `utf16Start` and `utf16End`
count the units by which JavaScript counts, for programs that find the place in a browser. The bodies are the
records that rest on the quote, named relative to the dataset's address: `demands/ID`.
"""

import base64
from collections import defaultdict
from pathlib import Path
from typing import Any

from artifacts.release_context import Edition, write_json
from pipeline.contract import Row

MODEL = "http://www.w3.org/ns/anno.jsonld"
OWN_TERMS = {
    "utf16Start": {"@id": "urn:utf16:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "utf16End": {"@id": "urn:utf16:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
}
CONVENTIONS = (
    "start and end count Unicode code points of the article's text as received, from 0, end exclusive; "
    "utf16Start and utf16End count UTF-16 code units, as JavaScript does. Nothing in the text is normalised."
)
BODIES = """
SELECT evidence.source_id, start_char, end_char, evidence.table_name, evidence.row_id, records.label
FROM evidence
JOIN records ON records.table_name = evidence.table_name AND records.row_id = evidence.row_id
ORDER BY evidence.table_name, evidence.row_id
"""


def write_annotations(edition: Edition, path: Path) -> None:
    """Write an AnnotationPage with an annotation for each quote, in order of the articles."""
    bodies = _bodies(edition)
    items = []
    for source in edition.table("sources"):
        text = (edition.seeds / "articles" / f"{source['id']}.txt").read_bytes().decode("utf-8")
        quotes = edition.rows(
            "SELECT * FROM quotes WHERE source_id = ? ORDER BY start_char, end_char", source["id"]
        )
        items += [_annotation(quote, source, text, bodies) for quote in quotes]
    page = {
        "@context": [MODEL, OWN_TERMS],
        "id": "quotes",
        "type": "AnnotationPage",
        "label": f"{edition.contract.package['title']}, version {edition.contract.package['version']}",
        "summary": CONVENTIONS,
        "items": items,
    }
    write_json(path, page)


def utf16_length(text: str) -> int:
    """Return the length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def _annotation(quote: Row, source: Row, text: str, bodies: dict[object, list[Any]]) -> dict[str, Any]:
    place = quote["source_id"], quote["start_char"], quote["end_char"]
    return {
        "id": f"quotes/{quote['id']}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies[place],
        "target": {"source": _text(source), "selector": [_position(quote, text), _words(quote)]},
    }


def _text(source: Row) -> dict[str, Any]:
    digest = base64.urlsafe_b64encode(bytes.fromhex(str(source["sha256"]))).decode().rstrip("=")
    return {
        "id": f"ni:///sha-256;{digest}",
        "type": "Text",
        "format": "text/plain",
        "language": source["language"],
        "label": source["label"],
    }


def _position(quote: Row, text: str) -> dict[str, Any]:
    start, end = int(str(quote["start_char"])), int(str(quote["end_char"]))
    before = utf16_length(text[:start])
    return {
        "type": "TextPositionSelector",
        "start": start,
        "end": end,
        "utf16Start": before,
        "utf16End": before + utf16_length(text[start:end]),
    }


def _words(quote: Row) -> dict[str, Any]:
    return {
        "type": "TextQuoteSelector",
        "exact": quote["exact"],
        "prefix": quote["prefix"] or "",
        "suffix": quote["suffix"] or "",
    }


def _bodies(edition: Edition) -> dict[object, list[Any]]:
    """Return the records that rest on each span, by article, start and end."""
    bodies: dict[object, list[Any]] = defaultdict(list)
    for source, start, end, table, row, label in edition.database.execute(BODIES):
        body = {"id": f"{table}/{row}", "type": "TextualBody", "format": "text/plain", "value": label}
        bodies[source, start, end].append(body)
    return bodies
