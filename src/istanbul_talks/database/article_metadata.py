"""What an article says about its author, publisher and date, and what it does not, in one line."""

import sqlite3

SHOWN = {"author", "publisher", "date_published"}
"""Fields whose value is told; those of others are in the record of the article."""

CALLED = {"url": "address", "date_published": "date"}
"""How fields are called whose name is not that of everyday language."""

METADATA_QUERY = """
SELECT source_metadata.field, coalesce(dates_in_words.date, source_metadata.value), source_metadata.basis
FROM source_metadata
LEFT JOIN dates_in_words ON dates_in_words.source_metadata_id = source_metadata.id
WHERE source_metadata.source_id = ?
ORDER BY source_metadata.rowid
"""


def describe_metadata(db: sqlite3.Connection, source_id: str) -> str:
    """Return by whom and when an article was published, and what of this it does not state."""
    told, missing = [], []
    for field, value, basis in db.execute(METADATA_QUERY, [source_id]):
        if value is None:
            missing.append(CALLED.get(field, field.replace("_", " ")))
        elif field in SHOWN:
            told.append(f"{value} ({basis})" if basis == "inferred" else value)
    return " · ".join([*told, *([f"not stated: {', '.join(missing)}"] if missing else [])])
