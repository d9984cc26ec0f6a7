"""Agreement: the measures against known values, the two real codings, and their adjudication."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from evaluation.adjudication import Adjudication
from evaluation.agreement_measures import (
    Agreement,
    Judgement,
    compute_gamma,
    measure_agreement,
    measure_disorder,
    measure_set_distance,
)
from evaluation.agreement_tables import ComparedArticle
from evaluation.coded_units import CodedUnit, read_coded_articles
from evaluation.coding_differences import Difference, find_differences, format_questions
from evaluation.export_first_coding import export_first_coding, read_records
from evaluation.matched_records import match_records, refresh_matched_records
from evaluation.unit_alignment import align_units
from fixtures.built_dataset import PACKAGE, Dataset
from pipeline import BuildError
from pipeline.contract import read_contract
from pipeline.problems import Problems
from pipeline.source_text import Span


@pytest.fixture
def codings(village: Dataset, village_db: Path) -> Path:
    """A folder with the made-up coding as the first and, word for word, as the second."""
    folder = village.seeds / "recoding"
    with closing(sqlite3.connect(village_db)) as connection:
        export_first_coding(connection, folder / "first")
    for path in (folder / "first").glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def _compare(codings: Path) -> list[ComparedArticle]:
    pairs = read_coded_articles(codings.parent / "articles", codings, read_contract(PACKAGE))
    return [ComparedArticle(pair) for pair in pairs]


def _unit(table: str, start: int, end: int, **values: str) -> CodedUnit:
    return CodedUnit(table, (Span(start, end),), "", "", {"kind": "state", **values})


def _judgements(first: str, second: str) -> list[Judgement]:
    pairs = enumerate(zip(first, second, strict=True))
    return [Judgement(one, other, place // 2) for place, (one, other) in pairs]


def test_alpha_is_that_of_a_worked_example() -> None:
    # Five a and three b in four units, one of which is mixed: 1 - (1 / 4) / (2 * 5 * 3 / (8 * 7)).
    measured = measure_agreement(_judgements("aabb", "aaab"))
    assert measured.raw == 3 / 4
    assert measured.alpha == pytest.approx(8 / 15)


def test_an_interval_holds_its_alpha_and_is_the_same_every_time() -> None:
    judgements = _judgements("abcabcabca" * 4, "abcabcabcb" * 4)
    measured = measure_agreement(judgements)
    assert measured.alpha is not None
    assert measured.interval is not None
    low, high = measured.interval
    assert low < measured.alpha < high <= 1
    assert measure_agreement(judgements) == measured


def test_alpha_is_undefined_where_nothing_varies() -> None:
    assert measure_agreement(_judgements("aaaa", "aaaa")) == Agreement(4, 1.0, None, None)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [((), (), 0), (("a",), (), 1), (("a", "b"), ("b", "c"), 2 / 3), (("a",), ("a",), 0)],
)
def test_sets_are_as_far_apart_as_they_share_little(
    one: tuple[str, ...], other: tuple[str, ...], distance: float
) -> None:
    assert measure_set_distance(one, other) == pytest.approx(distance)


def test_disorder_is_that_of_the_best_alignment() -> None:
    first = [_unit("claim", 0, 10), _unit("claim", 50, 60)]
    second = [_unit("claim", 0, 20), _unit("demand", 50, 60), _unit("claim", 80, 90)]
    # (10 / 30) ** 2 for the first pair, 1 for another table, 1 for the unit that is left.
    assert measure_disorder(first, second, 100).observed == pytest.approx(1 / 9 + 1 + 1)


def test_gamma_is_one_for_equal_and_low_for_unrelated_units() -> None:
    first = [_unit("claim", start, start + 10) for start in (0, 30, 60, 200)]
    other = [_unit("claim", start, start + 10) for start in (100, 130, 260, 280)]
    assert compute_gamma([measure_disorder(first, first, 300)]) == 1
    assert (compute_gamma([measure_disorder(first, other, 300)]) or 0) < 0.2
    assert compute_gamma([measure_disorder([], first, 300)]) is None


def test_units_on_the_same_words_are_paired_by_their_fields() -> None:
    first = [_unit("claim", 0, 10, speaker="a"), _unit("claim", 0, 10, speaker="b")]
    second = [_unit("claim", 0, 9, speaker="b"), _unit("claim", 0, 9, speaker="a")]
    assert align_units(first, second).pairs == [(first[0], second[1]), (first[1], second[0])]


def test_units_of_another_table_are_paired_last() -> None:
    first = [_unit("claim", 0, 10), _unit("claim", 20, 30)]
    second = [_unit("demand", 0, 10), _unit("demand", 20, 30), _unit("claim", 21, 30)]
    assert align_units(first, second) == ([(first[0], second[0]), (first[1], second[2])], [], [second[1]])


def test_units_that_hardly_touch_are_not_paired() -> None:
    assert align_units([_unit("claim", 0, 10)], [_unit("claim", 8, 18)]).pairs == []


def test_a_coding_agrees_with_itself(codings: Path) -> None:
    assert find_differences(_compare(codings)) == []


def test_a_unit_matches_the_record_with_its_words(codings: Path, village_db: Path) -> None:
    """Catch a unit that matches another record than the one it was made from, or none."""
    articles = read_coded_articles(codings.parent / "articles", codings, read_contract(PACKAGE))
    with closing(sqlite3.connect(village_db)) as connection:
        made = [
            (article.source, record["record_table"], record["record"])
            for article in articles
            for record, _ in read_records(connection, article.source)
        ]
        matched = list(match_records(connection, articles))
    written = {article.source: article.second for article in articles}
    assert Counter((match.source_id, *match[2:]) for match in matched) == Counter(made)
    tables = {"participants": "role"}
    assert all(
        written[match.source_id][match.unit - 1].table == tables.get(match.table, match.table[:-1])
        for match in matched
    )


def test_old_matches_are_told_and_refreshed(
    codings: Path, village_db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = (codings.parent, PACKAGE, village_db)
    assert refresh_matched_records(*places, check=True) == 1
    assert "run python scripts/docs.py" in capsys.readouterr().err
    assert refresh_matched_records(*places, check=False) == 0
    assert refresh_matched_records(*places, check=True) == 0
    assert (
        (codings / "records.csv").read_text(encoding="utf-8").startswith("source_id,unit,table,record_id\n")
    )


def test_each_change_is_one_difference(codings: Path) -> None:
    path = codings / "well-talks.yaml"
    changed = path.read_text(encoding="utf-8").replace("mode: direct", "mode: mixed", 1)
    path.write_text(changed, encoding="utf-8")
    [found] = find_differences(_compare(codings))
    assert (found.source, found.field, found.first, found.second) == ("well-talks", "mode", "direct", "mixed")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("mode: direct", "mode: shouted", "'shouted' is not a value of mode"),
        ("table: role", "table: rule", "a unit has a `table`, one of demand, claim, event, role"),
        ("title: ", "titel: ", "unknown key 'titel'; did you mean 'title'?"),
    ],
)
def test_a_faulty_coding_is_told_with_its_place(codings: Path, old: str, new: str, message: str) -> None:
    path = codings / "well-talks.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BuildError, match=message.replace("?", r"\?")) as raised:
        _compare(codings)
    assert f"{path}:" in raised.value.messages[0]


ASKED = Difference("well-talks", "claim", "the words", "kind", "state", "cause")


def test_questions_become_answers(tmp_path: Path) -> None:
    questions = format_questions([ASKED])
    path = tmp_path / "adjudication.yaml"
    answered = questions.replace("decision:", "decision: second").replace("reason:", "reason: It says why.")
    path.write_text(f"differences:\n{answered}", encoding="utf-8")
    problems = Problems()
    adjudication = Adjudication(path, problems)
    adjudication.report_stale_decisions([ASKED])
    assert adjudication.list_open([ASKED]) == []
    assert "| kind | 0 | 1 | 0 | 0 | 0 | 1 |" in adjudication.tabulate([ASKED])
    problems.raise_blocking(draft=False)


NAMED = "source: well-talks, table: claim, quote: the words, field: kind, first: state, second: cause"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"differences: [{{{NAMED}, rule: none}}]", "unknown rule 'none'"),
        (f"differences: [{{{NAMED}, decision: third, reason: x}}]", "a decision is wanted here"),
        (f"differences: [{{{NAMED}, decision: first}}]", "a decision needs a reason"),
        (
            f"differences: [{{{NAMED}, decision: first, reason: x}}, {{{NAMED}, decision: both, reason: x}}]",
            "decided twice",
        ),
        ("rules: [{id: idle, decision: first, reason: x}]", "no difference is decided by the rule 'idle'"),
        (
            f"differences: [{{{NAMED.replace('cause', 'legal')}, decision: first, reason: x}}]",
            "the codings do not differ here",
        ),
    ],
)
def test_a_faulty_decision_is_told(tmp_path: Path, content: str, message: str) -> None:
    path, problems = tmp_path / "adjudication.yaml", Problems()
    path.write_text(content, encoding="utf-8")
    Adjudication(path, problems).report_stale_decisions([ASKED])
    with pytest.raises(BuildError, match=message):
        problems.raise_blocking(draft=False)
