"""What researchers take: annotations, flat tables, networks, JSON Lines."""

import base64
import csv
import hashlib
import json
import sqlite3
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import networkx as nx
import pytest

from artifacts.flat_tables import list_flat_tables
from artifacts.records_jsonl import write_records
from artifacts.release_context import ReleaseContext
from artifacts.web_annotations import count_utf16_units
from fixtures.built_dataset import PACKAGE, ROOT
from pipeline.contract import read_contract


def test_json_lines_has_a_record_on_each_line_whatever_it_holds(tmp_path: Path) -> None:
    """Catch U+2028 and the like, which many readers of lines take for their end."""
    context = SimpleNamespace(select=lambda sql: iter([RECORD] if "records" in sql else []))
    write_records(cast(ReleaseContext, context), tmp_path / "records.jsonl")
    (line,) = (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == RECORD | {"evidence": []}


RECORD = {"table_name": "claims", "row_id": "a", "text": "a\u2028b\u2029c\x85d\x0ce\x1cf"}
FLAT_TABLES = list_flat_tables()


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def annotations(folder: Path) -> list[dict[str, Any]]:
    page = json.loads((folder / "annotations.jsonld").read_text(encoding="utf-8"))
    return list(page["items"])


@pytest.mark.parametrize("table", FLAT_TABLES, ids=lambda table: table.name)
def test_every_column_is_described(real_release: Path, table: Any) -> None:
    """Catch a column that comes or goes without its description."""
    with (real_release / table.name).open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == [name for name, _ in table.columns]
    assert all(said for _, said in table.columns)


def test_every_statement_is_in_the_table_for_discourse_networks(
    real_release: Path, released: sqlite3.Connection
) -> None:
    """Catch a stance of the contract for which nobody decided what it agrees to."""
    ids = {row["statement_id"] for row in rows(real_release / "dna-statements.csv")}
    assert ids == {id_ for (id_,) in released.execute("SELECT id FROM statements")}
    sql = (ROOT / "scripts/sql/exports/dna_statements.sql").read_text(encoding="utf-8")
    stances = read_contract(PACKAGE).tables["statements"].fields["stance"].enum
    assert [stance for stance in stances if f"('{stance}'," not in sql] == []


def test_a_person_speaks_for_the_organization_he_is_part_of(village_release: Path) -> None:
    found = {row["statement_id"]: row for row in rows(village_release / "dna-statements.csv")}
    (refusal,) = [row for row in found.values() if row["stance"] == "rejects"]
    assert refusal["person"] == "Ada Quill"
    assert (refusal["date"], refusal["date_basis"], refusal["agreement"]) == ("1998-03-02", "published", "0")


def test_the_tables_of_everything_hold_each_statement_once(
    real_release: Path, released: sqlite3.Connection
) -> None:
    """Catch a statement that is lost, or doubled by a join."""
    for table, column in (("demands", "demand_id"), ("claims", "claim_id")):
        (count,) = released.execute(f"SELECT count({column}) FROM statements").fetchone()
        found = rows(real_release / f"{table}-everything.csv")
        assert len(found) == len({row["statement_id"] for row in found}) == count


def test_every_annotation_finds_its_words_in_the_article(
    real_release: Path, released: sqlite3.Connection
) -> None:
    """Catch a selector that points elsewhere, in code points or in UTF-16."""
    texts = {path.stem: path.read_bytes().decode() for path in (ROOT / "seeds/articles").glob("*.txt")}
    found = annotations(real_release)
    assert len(found) == released.execute("SELECT count(*) FROM quotes").fetchone()[0] > 0
    for annotation in found:
        position, words = annotation["target"]["selector"]
        text = texts[annotation["id"].removeprefix("quotes/").rpartition("_")[0]]
        assert text[position["start"] : position["end"]] == words["exact"]
        assert text[: position["start"]].endswith(words["prefix"])
        assert text[position["end"] :].startswith(words["suffix"])
        units = text.encode("utf-16-le")[2 * position["utf16Start"] : 2 * position["utf16End"]]
        assert units.decode("utf-16-le") == words["exact"]


def test_a_sign_beyond_the_basic_plane_counts_twice_in_utf16() -> None:
    assert count_utf16_units("a🕊é") == 4


def test_annotations_name_the_article_by_its_checksum(village_release: Path) -> None:
    sources = {annotation["target"]["source"]["id"] for annotation in annotations(village_release)}
    articles = (ROOT / "tests/fixtures/village/articles").glob("*.txt")
    digests = [hashlib.sha256(path.read_bytes()).digest() for path in articles]
    names = [base64.urlsafe_b64encode(digest).decode().rstrip("=") for digest in digests]
    assert sources == {f"ni:///sha-256;{name}" for name in names}


def test_annotations_lead_to_every_record_that_rests_on_the_words(
    real_release: Path, released: sqlite3.Connection
) -> None:
    """Catch a record to which no annotation leads."""
    bodies = sum(len(annotation["body"]) for annotation in annotations(real_release))
    assert (bodies,) == released.execute("SELECT count(*) FROM evidence").fetchone()


def test_every_record_is_a_line(real_release: Path, released: sqlite3.Connection) -> None:
    """Catch a record that the JSON Lines leave out, or one without the spans it rests on."""
    with (real_release / "records.jsonl").open(encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    keys = {(line["table_name"], line["row_id"]) for line in lines}
    assert len(lines) == len(keys)
    assert keys == set(released.execute("SELECT table_name, row_id FROM records").fetchall())
    spans = sum(len(line["evidence"]) for line in lines)
    assert (spans,) == released.execute("SELECT count(*) FROM evidence").fetchone()


def test_the_network_of_actors_and_topics_has_two_modes(real_release: Path) -> None:
    """Catch an edge between two actors, and a node without a name."""
    graph = nx.read_graphml(real_release / "actor-topics.graphml")
    assert graph.number_of_edges() == len(rows(real_release / "actor-topics.csv")) > 0
    for actor, topic, edge in graph.edges(data=True):
        assert {graph.nodes[actor]["table"], graph.nodes[topic]["table"]} == {"actors", "topics"}
        assert edge["weight"] == edge["concepts"] >= max(edge["agreed"], edge["rejected"])
    assert all(node["label"] for _, node in graph.nodes(data=True))


def test_who_differs_stands_in_conflict(village_release: Path) -> None:
    graph = nx.read_graphml(village_release / "actor-actors.graphml")
    assert graph.edges["actors/ada-quill", "actors/bram-otter"] == {
        "weight": -1,
        "congruence": 0,
        "conflict": 1,
    }
