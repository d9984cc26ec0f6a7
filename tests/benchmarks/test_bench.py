"""scripts/bench.py: what it measures is there, and the large database is the small one many times."""

import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from benchmarks import answer_measures, site_speed
from benchmarks.plain_build import build_plainly
from benchmarks.process_timing import Command, measure_imports, time_commands
from benchmarks.replicate_database import replicate_database
from fixtures.built_dataset import ROOT, Dataset
from istanbul_talks.database import full_text
from istanbul_talks.database.connection import connect

ANSWERS = ("listings", "ranks", "phrases")


@pytest.fixture
def large(village: Dataset, tmp_path: Path) -> Path:
    village.build()
    replicate_database(village.database, tmp_path / "large.db", quotes=500)
    return tmp_path / "large.db"


def test_a_large_database_is_whole(large: Path) -> None:
    with connect(large) as db:
        assert db.execute("SELECT count(*) FROM quotes").fetchone()[0] >= 500
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert {hit.id for hit in full_text.search(db, "carts").hits} >= {"remove-carts", "remove-carts~1"}


def test_times_are_those_of_the_processes() -> None:
    commands = {
        "quick": Command([sys.executable, "-c", "pass"]),
        "slow": Command([sys.executable, "-c", "import time; time.sleep(0.2)"], terminal=True),
    }
    times = time_commands(commands, rounds=1)
    assert times["slow"] > times["quick"]
    assert times["slow"] > 0.2


def test_import_time_is_summed_up_by_package() -> None:
    spent = dict(measure_imports([sys.executable, "-c", "import json, sqlite3"], shown=3))
    assert all(seconds > 0 for seconds in spent.values())
    assert len(spent) == 4


@pytest.mark.slow
def test_pages_of_the_site_are_timed_and_weighed(village: Dataset, large: Path) -> None:
    lines = site_speed.tabulate_pages(village.database, rounds=2).splitlines()[2:]
    cells = {line.split(" | ")[0].strip("| "): line.strip("| ").split(" | ")[1:] for line in lines}
    assert cells[site_speed.ROW][1] == "1.00"
    assert {"reading page, first", "reading page, kept", "record page, first"} < set(cells)
    for requests, _, first_byte, sent, unpacked, _ in cells.values():
        assert float(requests) > 0
        assert float(first_byte) > 0
        assert int(unpacked) >= int(sent) > 0
    compared = site_speed.tabulate_large_site(village.database, large, rounds=2)
    assert len(compared.splitlines()) == 2 + len(site_speed.list_wide_pages())


def test_the_page_has_a_part_for_every_table() -> None:
    """Catch a docs/performance.md that `scripts/bench.py` cannot fill."""
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    for part in (
        "ratios",
        "figures",
        "imports",
        "large",
        "site",
        "large site",
        "builds",
        "profile",
        *ANSWERS,
    ):
        assert page.count(f'figures.get("{part}", cog.previous)) ]]] -->\n|') == 1


def test_the_peer_of_the_build_inserts_the_same_rows_with_full_text(village: Dataset, tmp_path: Path) -> None:
    village.build()
    build_plainly(village.data, village.package, tmp_path / "plain.db")
    with Database(tmp_path / "plain.db") as plain:
        assert [row["id"] for row in plain["demands"].search("carts")] == ["remove-carts"]
        assert [(row["id"],) for row in plain["quotes"].rows] == village.query(
            "SELECT id FROM quotes ORDER BY rowid"
        )


def test_a_screen_is_read_as_it_is_in_a_terminal(village_db: Path) -> None:
    """Catch a measure of what goes into a pipe, which is long and for programs."""
    lines = answer_measures.read_screen(village_db, "demands")
    assert any("share the well" in line.lower() for line in lines)
    assert all(line.strip() and "\x1b" not in line for line in lines)
    assert max(map(len, lines)) <= answer_measures.COLUMNS


def test_a_rank_is_that_of_the_own_record(village_db: Path) -> None:
    hits = answer_measures.search(village_db, "well")
    ids = [hit["id"] for hit in hits]
    assert len(ids) > 1
    assert answer_measures.find_rank(hits, str(ids[-1])) == ids.index(ids[-1]) + 1
    assert answer_measures.find_rank(hits, "nobody") is None
    assert ("Quill", "ada-quill") in answer_measures.read_names(village_db)


def test_phrases_are_drawn_from_the_texts_and_found_in_what_is_shown(village_db: Path) -> None:
    texts = answer_measures.read_texts(village_db)
    drawn = answer_measures.draw_phrases(texts, 20)
    assert drawn == answer_measures.draw_phrases(texts, 20)
    assert len(drawn) == 20
    assert len(set(drawn)) > 15
    words = [" ".join(text.split()) for text in texts]
    assert all(len(phrase.split()) == 4 and any(phrase in text for text in words) for phrase in drawn)
    hits: list[dict[str, object]] = [{"id": "x", "found": "…, “We **will** share the well, but"}, {"id": 1}]
    assert answer_measures.shows_phrase(hits, "will share the well")
    assert not answer_measures.shows_phrase(hits, "share the well by")
    assert not answer_measures.shows_phrase([], "share the well by")
