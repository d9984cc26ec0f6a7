"""Tests of citations: what they say, in each format."""

import hashlib
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fixtures.built_dataset import PACKAGE
from fixtures.reader_databases import word_dates_anew
from fixtures.talks_runner import run_talks
from istanbul_talks.database.citation_formats import Style, format_citations
from istanbul_talks.database.citations import Citation, Kind, Name

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


def test_the_dataset_has_the_year_of_its_contract(village_db: Path) -> None:
    day = json.loads(PACKAGE.read_text(encoding="utf-8"))["created"][:10]
    assert f". {day}. " in cited(village_db)
    assert f"PY  - {day[:4]}\n" in cited(village_db, "--format", "ris")


def test_a_record_is_cited_down_to_its_characters(village_db: Path) -> None:
    record, quote, *others = cited(village_db, "lane-belongs-to-lowerton").splitlines()
    assert "(claims lane-belongs-to-lowerton)”. In: The Istanbul talks dataset. Version " in record
    place = "Upperton and Lowerton meet at the mill, characters 295–325 [well-talks_295-325]"
    assert quote == f"“the lane ‘belongs to Lowerton’”: {place}"
    checksums = [line for line in others if "SHA-256" in line]
    assert [line for line in checksums if CHECKSUM in line] == checksums[-1:]
    assert checksums[-1].startswith("Upperton and Lowerton meet at the mill: ")


def test_an_article_is_cited_as_it_describes_itself(village_db: Path) -> None:
    item = json.loads(cited(village_db, "well-talks", "--format", "csl-json"))[0]
    assert item["type"] == "document"
    assert item["title"] == "Upperton and Lowerton meet at the mill"
    assert "SHA-256 of the text: 8cdc10f5" in item["note"]


def test_an_original_seen_outside_stands_apart_from_what_the_article_states(own_village_db: Path) -> None:
    with closing(sqlite3.connect(own_village_db)) as db, db:
        db.executemany(
            "INSERT INTO source_metadata (id, source_id, field, value, basis, rationale)"
            " VALUES ('seen_' || :field, 'mill-meeting', :field, :value, 'external', 'Seen in the archive.')",
            [{"field": f"original_{name}", "value": value} for name, value in SEEN.items()],
        )
        word_dates_anew(db)
    line = "Its original, as seen outside the article: The Post, 3 March 1998, https://example.org/mill."
    assert cited(own_village_db, "mill-meeting").splitlines()[1:] == [line]
    item = json.loads(cited(own_village_db, "mill-meeting", "--format", "csl-json"))[0]
    assert not {"publisher", "issued", "URL"} & item.keys()
    assert line in item["note"]
    assert "url not stated" in item["note"]
    shown = run_talks(own_village_db, "show", "mill-meeting").stdout
    assert "as seen outside the article\tThe Post (Seen in the archive.); 3 March 1998 (Seen" in shown
    assert "Published" not in shown


SEEN = {"publisher": "The Post", "date": "1998-03-03", "url": "https://example.org/mill"}


@pytest.mark.parametrize(
    ("word", "kind"), [(None, "DATA"), ("well-talks", "GEN"), ("share-the-well", "DATA")]
)
def test_ris_has_a_tag_on_every_line(village_db: Path, word: str | None, kind: str) -> None:
    lines = cited(village_db, *([word] if word else []), "--format", "ris").splitlines()
    assert lines[0] == f"TY  - {kind}"
    assert lines[-1].rstrip() == "ER  -"
    assert all(line[2:6] == "  - " and line[:2].isupper() for line in lines[:-1])


ARTICLE = Citation(
    "fair",
    Kind.ARTICLE,
    "R&D at 100 %",
    (Name("Ada Quill", "Quill", "Ada"), Name("The Mill Society")),
    ("Bram Otter",),
    issued="1998-05-03",
    checksum="note_1",
)


def formatted(style: Style, **changed: Any) -> str:
    return format_citations([ARTICLE._replace(**changed)], style)


def test_a_line_end_in_a_value_begins_no_line_of_ris() -> None:
    assert "TI  - Two lines\n" in formatted(Style.RIS, title="Two\r\nlines")


def test_bibtex_escapes_what_tex_would_take_for_its_own() -> None:
    entry = formatted(Style.BIBTEX)
    assert r"title = {{R\&D at 100 \%}}" in entry
    assert "year = {1998}" in entry
    assert r"note_1".replace("_", r"\_") in entry
    assert r"title = {{\textbackslash{}\{a\}\textasciitilde{}}}" in formatted(Style.BIBTEX, title=r"\{a}~")
    assert r"{{\textasciicircum{}\#\$\_}}" in formatted(Style.BIBTEX, title="^#$_")


def test_a_family_name_stands_apart_and_a_body_keeps_its_name_whole() -> None:
    assert "author = {Quill, Ada and {The Mill Society}}" in formatted(Style.BIBTEX)
    assert "AU  - Quill, Ada\nAU  - The Mill Society\n" in formatted(Style.RIS)
    (item,) = json.loads(formatted(Style.CSL_JSON))
    assert item["author"] == [{"family": "Quill", "given": "Ada"}, {"literal": "The Mill Society"}]
    assert formatted(Style.TEXT).startswith("Ada Quill, The Mill Society: “R&D at 100 %”. 1998-05-03. ")


@pytest.mark.parametrize("style", Style)
def test_a_contributor_is_named_and_is_no_author(style: Style) -> None:
    written = formatted(style, authors=())
    assert "Bram Otter" in written
    assert not re.search(r"author|^AU|^Bram", written, flags=re.MULTILINE)


@pytest.mark.parametrize(("issued", "parts"), [("1998", [1998]), ("1998-05", [1998, 5]), ("May 1998", None)])
def test_a_date_counts_where_it_is_one(issued: str, parts: list[int] | None) -> None:
    (item,) = json.loads(formatted(Style.CSL_JSON, issued=issued))
    assert item.get("issued") == (parts and {"date-parts": [parts]})
