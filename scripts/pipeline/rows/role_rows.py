"""Roles: persons in posts, as an article prints them."""

from pipeline.rows.article_rows import ArticleCoding, date_columns


def derive_roles(source: ArticleCoding) -> None:
    """Add the roles of one article with their evidence."""
    for entry in source.section("roles"):
        spans = source.spans(entry.items_under("quote"))
        if not spans:
            continue
        date = entry.get("date")
        dated = source.detail(date["text"], spans) if date else None
        words = source.text[dated] if dated else None
        role_id = f"{source.quote(spans[0])}_{entry.value['person']}"
        columns = date_columns(date, words)
        title = source.printed(entry, "title")
        source.tables.add(
            "roles", entry, id=role_id, source_id=source.id, title=title, date_text=words, **columns
        )
        source.support("role_quotes", "role_id", role_id, spans)
