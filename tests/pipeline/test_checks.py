"""The named checks: each passes on the made-up dataset, and each finds the fault it is there for."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from fixtures.built_dataset import PACKAGE, VILLAGE, Dataset
from pipeline import open_draft
from pipeline.checks import list_checks, run_checks
from pipeline.rows.row_deriver import RowDeriver
from pipeline.sql_files import read_sql_folder

# For each check, a change to the finished tables that it must find.
SPOILED = {
    "answers_follow_their_demands": "UPDATE event_dates SET earliest = '1999-01-01' WHERE event_id > ''",
    "alleged_events_are_alleged_by_somebody": "UPDATE events SET status = 'alleged'",
    "attribution_chains_are_rooted": "UPDATE attributions SET parent_id = id WHERE id = 'well-talks_miller'",
    "attributions_are_used": "DELETE FROM statements WHERE attribution_id = 'well-talks_otter-demanded'",
    "claims_are_put_forward": "UPDATE statements SET stance = 'denies' WHERE claim_id > ''",
    "comparable_pairs_are_decided": "UPDATE demand_topics SET topic_id = 'water'",
    "comparisons_are_needed": "INSERT INTO comparisons (id, reason, from_demand_id, to_demand_id) "
    "VALUES ('remove-carts_share-the-well', 'same_position', 'remove-carts', 'share-the-well')",
    "cues_stand_by_their_statements": "UPDATE sentences SET number = number * 9",
    "dates_fit_their_words": "UPDATE event_dates SET earliest = '1998-03-27', latest = '1998-03-27'",
    "dates_have_bounds_in_order": "UPDATE event_dates SET latest = '1997-01-01'",
    "demanders_make_their_demands": "UPDATE demands SET demander_id = 'otterbrook'",
    "demands_are_put_forward": "UPDATE statements SET stance = 'accepts' WHERE demand_id > ''",
    "discrepancies_have_sides": "UPDATE discrepancies SET scope = 'within'",
    "empty_values_are_explained": "UPDATE source_metadata SET rationale = NULL",
    "events_rest_on_a_dating": "UPDATE events SET edtf = '1999'",
    "evidence_matches_text": "UPDATE texts SET text = 'x' || text",
    "grounds_are_told_beside_their_statements": "UPDATE statement_grounds SET event_id = 'well-offer'",
    "hierarchies_end": "UPDATE topics SET broader_id = 'parking' WHERE id = 'roads'",
    "holders_stand_by_their_cue": "UPDATE attributions SET holder_text = 'Ada' WHERE holder_text = 'Otter'",
    "members_are_named": "UPDATE actor_members SET member_id = 'miller'",
    "members_belong_to_groups": "UPDATE actors SET kind = 'state'",
    "mentions_do_not_overlap": "UPDATE quotes SET end_char = end_char + 500",
    "modes_fit_quotation_marks": "UPDATE statements SET mode = 'indirect'",
    "names_are_counted": "UPDATE names SET occurrences = 7",
    "occasions_are_told": "DELETE FROM event_quotes WHERE quote_id LIKE 'mill-meeting_%'",
    "occasions_have_their_speaker": "DELETE FROM participants",
    "one_target_each": "UPDATE statements SET demand_id = NULL, claim_id = NULL",
    "only_what_goes_on_has_no_end": "UPDATE event_dates SET latest = NULL",
    "parts_take_the_day_of_the_whole": "DELETE FROM event_dates WHERE event_id = 'well-offer'",
    "people_are_persons": "UPDATE people SET name = 'X'",
    "printed_speakers_are_the_holders": "UPDATE attributions SET holder_id = 'miller' WHERE parent_id > ''",
    "quantities_fit_their_words": "UPDATE quantities SET value = 11",
    "quotation_marks_come_in_pairs": "UPDATE quotes SET end_char = end_char - 1",
    "quotes_do_not_break_off": "UPDATE quotes SET exact = exact || ' of'",
    "quotes_lie_in_their_sentence": "UPDATE quotes SET sentence_id = 'well-talks_1'",
    "quotes_match_text": "UPDATE quotes SET prefix = 'x'",
    "records_are_distinct": "UPDATE topics SET name = 'water'",
    "records_are_readable": "DELETE FROM record_texts WHERE table_name = 'claims'",
    "records_have_evidence": "DELETE FROM role_quotes",
    "records_have_topics": "DELETE FROM claim_topics",
    "register_entries_are_used": "INSERT INTO topics VALUES ('bells', 'Bells', NULL, 'Ringing.', NULL)",
    "roles_name_their_person": "UPDATE roles SET person_id = 'bram-otter'",
    "sentences_are_accounted_for": "UPDATE sentences SET reason = NULL",
    "sentences_tile_text": "DELETE FROM sentences WHERE number = 2",
    "sides_rest_on_their_holders_words": "UPDATE discrepancy_sides SET holder_id = 'upperton'",
    "speakers_are_named_in_the_article": "DELETE FROM mentions",
    "stances_fit_their_target": "UPDATE statements SET stance = 'makes'",
    "statements_are_distinct": "UPDATE statements SET quote_id = 'q', attribution_id = 'a', stance = 'makes'",
    "statements_stay_in_their_article": "UPDATE statements SET source_id = 'mill-meeting'",
    "the_invited_are_called_so": "UPDATE participants SET part = 'invited' WHERE part = 'absent'",
    "what_goes_on_lasts": "UPDATE events SET status = 'ongoing'",
}


@pytest.fixture
def spoilable(own_village_db: Path) -> Iterator[sqlite3.Connection]:
    """The built database without the constraints that would refuse the faults."""
    with closing(sqlite3.connect(own_village_db)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection


def test_every_check_has_a_fault_to_find() -> None:
    assert SPOILED.keys() == set(list_checks())


def test_every_check_says_what_it_catches() -> None:
    assert [query.name for query in read_sql_folder("checks") if not query.comment.startswith("Catch ")] == []


def test_a_good_database_passes(spoilable: sqlite3.Connection) -> None:
    assert list(run_checks(spoilable)) == []


@pytest.fixture(scope="module")
def village_rows() -> Iterator[RowDeriver]:
    """What locates the rows of the made-up seeds."""
    with open_draft(VILLAGE, PACKAGE) as (_, deriver):
        yield deriver


@pytest.mark.parametrize("name", SPOILED)
def test_a_check_finds_its_fault_and_shows_the_rows(
    spoilable: sqlite3.Connection, village_rows: RowDeriver, name: str
) -> None:
    spoilable.executescript(SPOILED[name])
    (finding,) = [found for found in run_checks(spoilable) if found.check == name]
    assert finding.rows
    head, *rows = finding.format(village_rows.locate(finding.cells)).splitlines()
    assert head.startswith(f"check {name} finds {len(finding.rows)} rows (Catch ")
    located = [re.match(rf"    {VILLAGE}/\w+/[\w-]+\.(yaml|txt):\d+: ", row) for row in rows]
    assert all(located) or "INSERT" in SPOILED[name], rows


def test_a_row_is_located_where_its_words_are_coded(village: Dataset) -> None:
    """Catch a line of the register, or of the text, where the coder has to act in the coding."""
    village.edit(
        "articles/mill-meeting.yaml", "quote: Otter asked for", "quote: Otter asked for the removal of"
    )
    village.edit("articles/mill-meeting.yaml", "quote: Ada Quil, the former", "quote: the former")
    lines = (village.seeds / "articles/mill-meeting.yaml").read_text(encoding="utf-8").splitlines()
    findings = "\n".join(village.build(draft=True).findings)
    for check, words in {"roles_name_their_person": "- person: ada-quill"}.items():
        assert f"check {check} finds 1 rows" in findings
        assert f"mill-meeting.yaml:{lines.index(words) + 1}: id=" in findings


@pytest.mark.parametrize(
    ("field", "basis", "found"),
    [("original_url", "external", 0), ("original_url", "inferred", 1), ("section", "external", 1)],
)
def test_what_is_from_outside_stands_apart_from_what_the_article_states(
    spoilable: sqlite3.Connection, field: str, basis: str, found: int
) -> None:
    spoilable.execute(
        "UPDATE source_metadata SET field = ?, basis = ?, rationale = 'R.' WHERE id = 'well-talks_title'",
        [field, basis],
    )
    findings = [finding for finding in run_checks(spoilable) if finding.check == "empty_values_are_explained"]
    assert len(findings) == found


SPEAKERS = {
    "a title before": "The Upperton carter Otter",
    "a clause after a comma": "Otter, the Upperton man who lost a cart,",
    "the speaker last": "A carter whom nobody in Upperton knows, Otter,",
    "a possessive": "Upperton’s friend Otter",
}


@pytest.mark.parametrize("words", [pytest.param(words, id=kind) for kind, words in SPEAKERS.items()])
@pytest.mark.parametrize(("holder", "found"), [("bram-otter", False), ("aunt", True)])
def test_a_speaker_is_known_by_his_name_among_other_words(
    village: Dataset, words: str, holder: str, *, found: bool
) -> None:
    coding, text = "articles/mill-meeting.yaml", "articles/mill-meeting.txt"
    before = (village.seeds / text).read_bytes()
    village.edit(text, "Otter asked for", f"{words} asked for")
    after = (village.seeds / text).read_bytes()
    village.edit(coding, sha256(before).hexdigest(), sha256(after).hexdigest())
    village.edit(coding, "quote: Otter asked for", "quote: Otter")
    village.edit(
        coding,
        "holder: bram-otter\n  holder_text: Otter",
        f"holder: {holder}\n  holder_text: {words.strip(',')!r}",
    )
    findings = "\n".join(village.build(draft=True).findings)
    assert ("check printed_speakers_are_the_holders finds 1 rows" in findings) == found


@pytest.mark.parametrize(("kind", "found"), [("quantity", 1), ("framing", 1), ("name", 0), ("role", 0)])
def test_only_a_disagreement_over_a_name_or_a_post_may_have_no_topic(
    spoilable: sqlite3.Connection, kind: str, found: int
) -> None:
    spoilable.execute("DELETE FROM discrepancy_topics")
    spoilable.execute("UPDATE discrepancies SET kind = ?", [kind])
    assert len(list(run_checks(spoilable))) == found
