"""Rows of quantities: the numbers that belong to a demand, a claim or an event."""

from pipeline.rows.article_coding import ArticleCoding
from pipeline.source_text import Span
from pipeline.yaml_documents import Entry


def derive_quantities(coding: ArticleCoding, entry: Entry, spans: list[Span], **owner: str | None) -> None:
    """Add the quantities of an entry with these spans; `owner` is the column and id they belong to."""
    owner_id = next(value for value in owner.values() if value)
    for quantity in entry.items_under("quantities"):
        span = coding.locator.locate_detail(quantity["text"], spans)
        if span:
            quote_id = coding.add_quote(span)
            coding.tables.add("quantities", quantity, id=f"{quote_id}_{owner_id}", quote_id=quote_id, **owner)
