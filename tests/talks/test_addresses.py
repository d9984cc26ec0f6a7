"""Addresses on the web: made from the contract's homepage and DOI, none where it has none."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from istanbul_talks.database import addresses

SITE = "https://example.org/talks"


@pytest.mark.parametrize(
    ("homepage", "doi", "dataset", "folder"),
    [
        ("", "", None, None),
        (SITE, "", f"{SITE}/", f"{SITE}/"),
        (f"{SITE}/", "10.1/x", "https://doi.org/10.1/x", f"{SITE}/"),
        ("", "10.1/x", "https://doi.org/10.1/x", None),
    ],
)
def test_an_address_is_made_of_what_the_contract_has(
    own_village_db: Path, homepage: str, doi: str, dataset: str | None, folder: str | None
) -> None:
    with closing(sqlite3.connect(own_village_db)) as db:
        db.execute("DELETE FROM contract_package WHERE key IN ('homepage', 'id')")
        rows = [("homepage", homepage), ("id", doi)]
        db.executemany("INSERT INTO contract_package (key, value) VALUES (?, ?)", rows)
        pages = [
            addresses.locate_record(db, "share-the-well"),
            addresses.locate_record(db, "well-talks_162-184_1"),
            addresses.locate_record(db, "well-offer_ada-quill_proposer"),
            addresses.locate_article(db, "well-talks"),
        ]
        assert addresses.locate_dataset(db) == dataset
    ends = [
        "record/share-the-well.html",
        "record/share-the-well.html#well-talks_162-184_1",
        "record/well-offer.html#well-offer_ada-quill_proposer",
        "read/well-talks.html",
    ]
    assert pages == [folder and folder + end for end in ends]
