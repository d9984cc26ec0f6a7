"""The dataset and each article as bibliographic records, in CSL-JSON.

An article's record holds what the article states of itself. What is inferred, comes from outside or is
missing stands in its note, with that word before it. The other formats (citations.py) are written from these.
"""

from collections.abc import Iterator
from typing import Any

from artifacts.release_context import ReleaseContext
from pipeline.contract import Row

Reference = dict[str, Any]
CSL_KEYS = {"title": "title", "publisher": "publisher", "url": "URL", "section": "section"}
AUTHOR = """
SELECT people.family_name AS family, people.given_name AS given
FROM sources JOIN people ON people.id = sources.author_id
WHERE sources.id = ? AND people.family_name IS NOT NULL
"""


def references(context: ReleaseContext) -> Iterator[Reference]:
    """Yield the record of the dataset, then those of the articles."""
    yield _dataset(context)
    for source in list(context.select_all("sources")):
        yield _article(context, source)


def _dataset(context: ReleaseContext) -> Reference:
    package, day = context.contract.package, context.created
    return {
        "id": context.name,
        "type": "dataset",
        "title": package["title"],
        "author": [{"literal": contributor["title"]} for contributor in package["contributors"]],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "version": package["version"],
        "abstract": package["description"],
        "keyword": ", ".join(package["keywords"]),
        "note": f"Licence: {', '.join(licence['name'] for licence in package['licenses'])}",
    }


def _article(context: ReleaseContext, source: Row) -> Reference:
    known = list(
        context.select("SELECT * FROM source_metadata WHERE source_id = ? ORDER BY id", source["id"])
    )
    stated = {str(row["field"]): str(row["value"]) for row in known if row["basis"] == "stated"}
    return {
        "id": source["id"],
        "type": "article",
        "title": source["label"],
        **_author(context, source, stated),
        **{CSL_KEYS[field]: value for field, value in stated.items() if field in CSL_KEYS},
        **_issued(stated),
        "language": source["language"],
        "note": "; ".join([*_remarks(known), f"SHA-256 of the text: {source['sha256']}"]),
    }


def _author(context: ReleaseContext, source: Row, stated: dict[str, str]) -> Reference:
    if "author" not in stated:
        return {}
    parts = next(context.select(AUTHOR, source["id"]), None)
    return {"author": [parts or {"literal": stated["author"]}]}


def _issued(stated: dict[str, str]) -> Reference:
    if "date_published" not in stated:
        return {}
    return {"issued": {"date-parts": [[int(part) for part in stated["date_published"].split("-")]]}}


def _remarks(known: list[Row]) -> Iterator[str]:
    """Yield a remark for each value that the article does not state."""
    for row in known:
        if row["basis"] != "stated":
            value = f": {row['value']}" if row["value"] else ""
            yield f"{row['field']} {row['basis']}{value}".replace("_", " ")
