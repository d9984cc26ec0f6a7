"""Tests of citations: what they say, in each format."""

import hashlib
import json
from pathlib import Path

import pytest

from fixtures.talks_runner import run_talks
from istanbul_talks.database.citable import Work
from istanbul_talks.database.citation_formats import as_bibtex, as_csl_json

CHECKSUM = "SHA-256 of the article: 8cdc10f5"


def cited(db: Path, *words: str) -> str:
    result = run_talks(db, "cite", *words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_dataset_is_cited_with_version_and_checksum(village_db: Path) -> None:
    checksum = hashlib.sha256(village_db.read_bytes()).hexdigest()
    text = cited(village_db)
    assert text.startswith("The Istanbul talks dataset developers: The Istanbul talks dataset. Version ")
    assert text.endswith(f"SHA-256 of the database: {checksum}.\n")


def test_a_record_is_cited_down_to_its_characters(village_db: Path) -> None:
    record, quote, *_ = cited(village_db, "lane-belongs-to-lowerton").splitlines()
    assert "(claims lane-belongs-to-lowerton)”. In: The Istanbul talks dataset. Version " in record
    place = "Upperton and Lowerton meet at the mill, characters 295–325 [well-talks_295-325]"
    assert quote.startswith(f"“the lane “belongs to Lowerton””: {place}; {CHECKSUM}")


def test_an_article_is_cited_as_it_describes_itself(village_db: Path) -> None:
    item = json.loads(cited(village_db, "well-talks", "--format", "csl-json"))[0]
    assert item["type"] == "article-newspaper"
    assert item["title"] == "Upperton and Lowerton meet at the mill"
    assert "SHA-256 of the text: 8cdc10f5" in item["note"]


def test_values_from_elsewhere_stand_in_brackets(dataset_articles: list[str]) -> None:
    assert all("publisher = {[" in entry or "publisher" not in entry for entry in dataset_articles)


@pytest.fixture
def dataset_articles(village_db: Path) -> list[str]:
    return [cited(village_db, source, "--format", "bibtex") for source in ("well-talks", "mill-meeting")]


@pytest.mark.parametrize(
    ("word", "kind"), [(None, "DATA"), ("well-talks", "NEWS"), ("share-the-well", "DATA")]
)
def test_ris_has_a_tag_on_every_line(village_db: Path, word: str | None, kind: str) -> None:
    lines = cited(village_db, *([word] if word else []), "--format", "ris").splitlines()
    assert lines[0] == f"TY  - {kind}"
    assert lines[-1].rstrip() == "ER  -"
    assert all(line[2:6] == "  - " and line[:2].isupper() for line in lines[:-1])


WORK = Work("fair", True, "R&D at 100 %", ["Ada Quill", "Bram Otter"], issued="1998-05-03", notes=("note_1",))


def test_bibtex_escapes_what_tex_would_take_for_its_own() -> None:
    entry = as_bibtex(WORK)
    assert r"title = {{R\&D at 100 \%}}" in entry
    assert "author = {{Ada Quill} and {Bram Otter}}" in entry
    assert "year = {1998}" in entry
    assert r"note = {note\_1}" in entry


@pytest.mark.parametrize(("issued", "parts"), [("1998", [1998]), ("1998-05", [1998, 5]), ("May 1998", None)])
def test_a_date_counts_where_it_is_one(issued: str, parts: list[int] | None) -> None:
    item = json.loads(as_csl_json(WORK._replace(issued=issued)))[0]
    assert item.get("issued") == (parts and {"date-parts": [parts]})
