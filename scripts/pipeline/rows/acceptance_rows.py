"""Rows of what a coding accepts without a record, or against a check."""

from pipeline.checks import list_checks
from pipeline.coverage_items import KINDS
from pipeline.rows.article_coding import ArticleCoding


def derive_acceptances(coding: ArticleCoding) -> None:
    """Add the acceptances of one article; note what nothing of the build asks for."""
    known = [*KINDS[1:], *list_checks()]
    for entry in coding.section("accepted"):
        asked_by = entry.value["asked_by"]
        if asked_by not in known:
            entry["asked_by"].problem(
                f"nothing asks by the name {asked_by!r}; write {', '.join(KINDS[1:])} or the name of a check"
            )
        span = coding.locator.locate(entry["quote"])
        if span:
            coding.tables.add(
                "acceptances",
                entry,
                id=f"{coding.id}_{span.start}-{span.end}_{asked_by.replace(' ', '-')}",
                source_id=coding.id,
                start_char=span.start,
                end_char=span.end,
            )
