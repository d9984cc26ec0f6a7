"""Rows of an article: source, metadata, text, quotations, and the sentences with how each is coded."""

from collections.abc import Iterator

from pipeline.quote_locator import shorten
from pipeline.rows.article_coding import ArticleCoding
from pipeline.seed_rules import CUTS
from pipeline.yaml_documents import Entry, note_repeat


def derive_article(coding: ArticleCoding) -> None:
    """Add the rows of the article itself."""
    tables, text = coding.tables, coding.text
    tables.add("sources", coding.article.source, id=coding.id, length=len(text))
    tables.add("texts", source_id=coding.id, text=text.characters)
    for span in coding.quotations:
        tables.add("quotations", source_id=coding.id, start_char=span.start, end_char=span.end)
    for span in coding.locator.locate_all(coding.article.source.items_under("extent_quote")):
        tables.add("source_quotes", source_id=coding.id, quote_id=coding.add_quote(span))
    for entry in coding.section("metadata"):
        spans = coding.locator.locate_all(entry.items_under("quote"))
        tables.add(
            "source_metadata",
            entry,
            id=f"{coding.id}_{entry.value['field']}",
            source_id=coding.id,
            quote_id=coding.add_quote(spans[0]) if spans else None,
        )


def derive_coverage(coding: ArticleCoding) -> None:
    """Add the sentences; each is coded or explained, and one that is neither is unfinished work."""
    explained: dict[int, Entry] = {}
    for entry in coding.section("sentences"):
        span = coding.locator.locate(entry["quote"]) if "quote" in entry else None
        if span:
            number = coding.sentences.number_at(span.start)
            note_repeat(explained, number, entry, "this sentence is explained")
    notes = dict(_find_cut_notes(coding))
    for number, span in enumerate(coding.sentences.spans):
        reason = explained.get(number)
        _report_coverage(coding, number, reason)
        repeated = coding.locator.locate_all(reason.items_under("repeats")) if reason else []
        coding.tables.add(
            "sentences",
            reason,
            id=coding.sentence_id(number),
            source_id=coding.id,
            number=number + 1,
            start_char=span.start,
            end_char=span.end,
            coding="coded" if number in coding.coded else "explained",
            repeats_id=coding.sentence_id(coding.sentences.number_at(repeated[0].start))
            if repeated
            else None,
            note=(reason.value.get("note") if reason else None) or notes.get(number),
        )


def _find_cut_notes(coding: ArticleCoding) -> Iterator[tuple[int, str]]:
    """Yield the sentences that the coding joins, or begins anew, each with the reason."""
    told: dict[object, Entry] = {}
    for entry in coding.section("sentences"):
        for key in CUTS:
            for span in coding.locator.locate_all(entry.items_under(key)):
                note_repeat(told, (key, span.start), entry, "this cut is mended")
                yield coding.sentences.number_at(span.start), entry.value["note"]


def _report_coverage(coding: ArticleCoding, number: int, entry: Entry | None) -> None:
    words = shorten(coding.text[coding.sentences.spans[number]])
    if entry and number in coding.coded:
        entry.problem(f"this sentence is coded, so it needs no reason: {words!r}; remove the entry")
    elif not entry and number not in coding.coded:
        document = coding.article.source.document
        line = coding.text.find_line(coding.sentences.spans[number].start)
        todo = f"code it, or say why not under `sentences` in {document.path.name}"
        document.problems.add(
            coding.article.path, line, f"no code touches this sentence: {words!r}; {todo}", unfinished=True
        )
