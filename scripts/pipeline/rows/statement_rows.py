"""Rows of statements: who puts forward what, in which words."""

from collections import Counter

from pipeline.rows.article_coding import ArticleCoding
from pipeline.rows.attribution_rows import ROOT, AttributionChains
from pipeline.rows.quantity_rows import derive_quantities
from pipeline.source_text import Span
from pipeline.yaml_documents import Entry, note_repeat


def derive_statements(coding: ArticleCoding) -> None:
    """Add the statements of one article, their quantities, and the attributions behind them."""
    chains = AttributionChains(coding)
    numbers: Counter[str] = Counter()
    told: dict[tuple[object, ...], Entry] = {}
    for entry in coding.section("statements"):
        spans = coding.locator.locate_all([entry["quote"]])
        speaker = chains.resolve(entry, "by")
        if speaker:
            chains.add_statement(speaker, spans)
        if spans and speaker:
            said = (spans[0], speaker, *(entry.value.get(key) for key in ("demand", "claim", "stance")))
            note_repeat(told, said, entry, "the same speaker's same stance in these words is told")
            quote_id = coding.add_quote(spans[0])
            numbers[quote_id] += 1
            _add_statement(coding, entry, f"{quote_id}_{numbers[quote_id]}", spans[0], speaker)
    chains.add_rows()


def _add_statement(coding: ArticleCoding, entry: Entry, row_id: str, span: Span, speaker: str) -> None:
    coding.tables.add(
        "statements",
        entry,
        id=row_id,
        source_id=coding.id,
        quote_id=coding.add_quote(span),
        attribution_id=f"{coding.id}_{speaker}",
        stance=entry.value.get("stance", "asserts" if "claim" in entry else "makes"),
        mode=entry.value.get("mode", _infer_mode(coding, span, speaker)),
    )
    coding.mark_coded(span)
    target = {f"{key}_id": entry.value.get(key) for key in ("demand", "claim")}
    derive_quantities(coding, entry, [span], **target)
    for ground in entry.items_under("ground"):
        _add_ground(coding, ground, row_id)


def _add_ground(coding: ArticleCoding, entry: Entry, statement_id: str) -> None:
    coding.report_untold_event(entry)
    for span in coding.locator.locate_all(entry.items_under("quote")):
        quote_id = coding.add_quote(span)
        coding.tables.add(
            "statement_grounds",
            entry,
            id=f"{statement_id}_{quote_id}",
            statement_id=statement_id,
            quote_id=quote_id,
        )
        coding.mark_coded(span)


def _infer_mode(coding: ArticleCoding, span: Span, speaker: str) -> str:
    """Return the mode of speech that the quotation marks show."""
    if speaker == ROOT:
        return "narrated"
    if any(quotation.holds(span) for quotation in coding.quotations):
        return "direct"
    return "mixed" if any(quotation.touches(span) for quotation in coding.quotations) else "indirect"
