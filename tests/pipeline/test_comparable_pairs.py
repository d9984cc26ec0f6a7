"""Comparable pairs: which records are compared, what joins them, and that an undecided pair stops a build."""

import sqlite3
from contextlib import closing

import pytest

from fixtures.built_dataset import Dataset
from pipeline import BuildError

COMPARISONS = "registers/comparisons.yaml"
RELATION = "- {from: remove-carts, kind: responds_to, to: share-the-well}\n"
DISCREPANCY = """
- id: well-or-lane
  label: What is at stake
  kind: framing
  status: compatible
  rationale: The one asks for the lane, the other offers the well.
  topics: [%s]
  sides:
  - {source: well-talks, says: the well, quote: We will share the well}
  - {source: %s}
"""
OTHER_SIDE = 'mill-meeting, says: the lane, quote: the removal of "about ten carts"'
SAME_OTHER_SIDE = "well-talks, says: also the well, quote: But only by day"
ONE_HOLDER = """
UPDATE statements SET source_id = 'well-talks', attribution_id = 'well-talks_quill-said' WHERE demand_id > '';
UPDATE attributions SET event_id = NULL;
"""
CLAIM = """
INSERT INTO claims (id, sentence, proposition, kind, event_id)
VALUES ('lane-is-narrow', '', 'The lane is narrow.', 'state', '%s');
INSERT INTO claim_topics VALUES ('lane-is-narrow', 'roads');
UPDATE claims SET event_id = 'mill-talks' WHERE id = 'lane-belongs-to-lowerton';
INSERT INTO statements
  (id, source_id, quote_id, attribution_id, claim_id, stance, certainty, mode, voice, sentence)
SELECT
  's', 'mill-meeting', quote_id, 'mill-meeting_otter-asked', 'lane-is-narrow', 'asserts', certainty, mode,
  '', ''
FROM statements WHERE claim_id > '' LIMIT 1;
"""


@pytest.fixture
def comparable(village: Dataset) -> Dataset:
    """The made-up seeds with two demands on one topic, that other articles have other speakers make."""
    village.edit("registers/demands.yaml", "topics: [parking]", "topics: [parking, water]")
    return village


def _fail(dataset: Dataset) -> str:
    with pytest.raises(BuildError) as raised:
        dataset.build()
    return "\n".join(raised.value.messages)


def _read_pairs(dataset: Dataset, change: str = "") -> list[tuple[str | None, ...]]:
    dataset.build()
    with closing(sqlite3.connect(dataset.database)) as connection:
        connection.executescript(change)
        return connection.execute("SELECT from_id, to_id, joined_by, reason FROM comparable_pairs").fetchall()


def _append(dataset: Dataset, register: str, entry: str) -> None:
    path = dataset.seeds / f"registers/{register}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")


def test_an_undecided_pair_stops_the_build_and_says_what_to_write(comparable: Dataset) -> None:
    message = _fail(comparable)
    assert "check comparable_pairs_are_decided finds 1 rows" in message
    assert "registers/relations.yaml" in message
    assert "registers/discrepancies.yaml" in message
    assert f"{COMPARISONS}: - {{from: remove-carts, to: share-the-well, reason: …}}" in message


def test_a_draft_lists_an_undecided_pair(comparable: Dataset) -> None:
    comparable.build(draft=True)
    with closing(sqlite3.connect(comparable.database)) as connection:
        rows = connection.execute("SELECT table_name, from_id, to_id, topics FROM undecided_pairs").fetchall()
    assert rows == [("demands", "remove-carts", "share-the-well", "water")]


@pytest.mark.parametrize(
    "ends", ["from: remove-carts, to: share-the-well", "from: share-the-well, to: remove-carts"]
)
def test_a_reason_decides_a_pair_in_either_order(comparable: Dataset, ends: str) -> None:
    comparable.write(COMPARISONS, f"- {{{ends}, reason: different_object}}\n")
    assert _read_pairs(comparable) == [("remove-carts", "share-the-well", None, "different_object")]


def test_a_relation_joins_a_pair(comparable: Dataset) -> None:
    _append(comparable, "relations", RELATION)
    ((_, _, joined_by, reason),) = _read_pairs(comparable)
    assert (joined_by, reason) == ("remove-carts_responds_to_share-the-well", None)


def test_a_discrepancy_joins_a_pair_by_its_sides_words(comparable: Dataset) -> None:
    _append(comparable, "discrepancies", DISCREPANCY % ("water", OTHER_SIDE))
    ((_, _, joined_by, _),) = _read_pairs(comparable)
    assert joined_by == "well-or-lane"


@pytest.mark.parametrize(("topic", "side"), [("roads", OTHER_SIDE), ("water", SAME_OTHER_SIDE)])
def test_a_discrepancy_on_another_topic_or_over_one_of_them_joins_none(
    comparable: Dataset, topic: str, side: str
) -> None:
    _append(comparable, "discrepancies", DISCREPANCY % (topic, side))
    assert "check comparable_pairs_are_decided finds 1 rows" in _fail(comparable)


@pytest.mark.parametrize(
    ("joined", "because"), [(True, "joined by remove-carts_responds_to_share-the-well"), (False, "no pair:")]
)
def test_a_comparison_that_is_not_needed_stops_the_build(
    village: Dataset, *, joined: bool, because: str
) -> None:
    if joined:
        village.edit("registers/demands.yaml", "topics: [parking]", "topics: [parking, water]")
        _append(village, "relations", RELATION)
    village.write(COMPARISONS, "- {from: remove-carts, to: share-the-well, reason: same_position}\n")
    message = _fail(village)
    assert "check comparisons_are_needed finds 1 rows" in message
    assert because in message
    assert f"remove it from {COMPARISONS}" in message


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("{from: remove-cart, to: share-the-well, reason: same_position}", "unknown id 'remove-cart'"),
        ("{from: water, to: share-the-well, reason: same_position}", "'water' is one of the topics"),
        ("{from: remove-carts, to: share-the-well, reason: sameposition}", "did you mean 'same_position'?"),
        ("{from: remove-carts, to: share-the-well}", "the key 'reason' is missing"),
        (
            "{from: remove-carts, to: share-the-well, reason: same_position}\n"
            "- {from: share-the-well, to: remove-carts, reason: different_time}",
            "a second row of comparisons",
        ),
    ],
)
def test_a_bad_entry_is_told_with_its_line(comparable: Dataset, entry: str, fault: str) -> None:
    comparable.write(COMPARISONS, f"- {entry}\n")
    (told,) = [line for line in _fail(comparable).splitlines() if fault in line]
    assert told.startswith(f"{comparable.seeds / COMPARISONS}:")


@pytest.mark.parametrize(("round_id", "pairs"), [("'mill-talks'", 0), ("NULL", 1)])
def test_demands_of_one_holder_are_compared_across_rounds(
    comparable: Dataset, round_id: str, pairs: int
) -> None:
    comparable.write(COMPARISONS, "- {from: remove-carts, to: share-the-well, reason: different_object}\n")
    change = f"UPDATE demands SET event_id = {round_id} WHERE id = 'remove-carts'"
    assert len(_read_pairs(comparable, ONE_HOLDER + change)) == pairs


@pytest.mark.parametrize(("event", "pairs"), [("mill-talks", 1), ("well-offer", 0)])
def test_claims_are_compared_where_they_are_about_one_event(village: Dataset, event: str, pairs: int) -> None:
    assert len(_read_pairs(village, CLAIM % event)) == pairs
