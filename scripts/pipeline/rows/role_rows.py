"""Rows of roles: persons in posts, as an article prints them."""

from pipeline.rows.article_coding import ArticleCoding
from pipeline.rows.date_columns import read_date_columns
from pipeline.yaml_documents import Entry, note_repeat


def derive_roles(coding: ArticleCoding) -> None:
    """Add the roles of one article with their evidence."""
    told: dict[tuple[object, ...], Entry] = {}
    for entry in coding.section("roles"):
        spans = coding.locator.locate_all(entry.items_under("quote"))
        if not spans:
            continue
        date = entry.get("date")
        dated = coding.locator.locate_detail(date["text"], spans) if date else None
        words = coding.text[dated] if dated else None
        role_id = f"{coding.add_quote(spans[0])}_{entry.value['person']}"
        columns = read_date_columns(date)
        title = coding.locator.find_printed(entry, "title")
        post = (
            entry.value["person"],
            title,
            *(entry.value.get(key) for key in ("organization", "status")),
            words,
        )
        note_repeat(told, post, entry, "this post of the same person is told")
        coding.tables.add(
            "roles", entry, id=role_id, source_id=coding.id, title=title, date_text=words, **columns
        )
        coding.add_evidence("role_quotes", "role_id", role_id, spans)
