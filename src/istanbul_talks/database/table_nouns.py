"""What people call a row of a table."""

NOUNS = {
    "actor_members": "member",
    "discrepancies": "disagreement",
    "people": "person",
    "quantities": "quantity",
    "roles": "post",
    "sources": "article",
}
"""Nouns for a row of the tables whose names are not just the plural of it."""


def name_row(table: str) -> str:
    """Return the noun for a row of a table."""
    return NOUNS.get(table, table.removesuffix("s"))
