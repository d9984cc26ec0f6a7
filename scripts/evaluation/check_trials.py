"""Trials of `talks check` on drafts with planted passages: what it says of each, right or wrong.

The command runs as its users run it, on a database with the articles' text and on one without. What does not
belong here: the drafts themselves (seeded_drafts.py).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.command_trials import DATABASES, WITH_TEXT, building_databases, run_talks, run_trials
from evaluation.seeded_drafts import (
    ALTERED_WORDS,
    OTHER_SPEAKERS,
    OWN_WORDS,
    QUOTED_RIGHTLY,
    RIGHT_SPEAKERS,
    Planted,
    TrialDraft,
    make_drafts,
)
from generated_docs.markdown_table import format_table
from pipeline.readonly_database import open_readonly

DRAFTS = 500
"""How many docs/checking.md shows."""

RIGHT, OBJECTED, UNKNOWN, UNSEEN = OUTCOMES = ("right", "objected to", "not known", "not seen")
"""What is said of a passage: nothing against it, something, that its words are not here, nothing at all."""

AIMS = (
    ("nothing against what is altered or foreign", {ALTERED_WORDS}, RIGHT, "0"),
    ("nothing against what is quoted as printed", {QUOTED_RIGHTLY}, RIGHT, "≥ 99 %"),
    ("that the words of these are not known", {QUOTED_RIGHTLY}, UNKNOWN, ""),
    ("another speaker", {OTHER_SPEAKERS}, OBJECTED, "≥ 95 %"),
    ("an objection to a figure", {"figures"}, OBJECTED, "≥ 90 %"),
    ("an objection to a date", {"dates"}, OBJECTED, "≥ 90 %"),
    ("an objection to a name", {"names"}, OBJECTED, "≥ 90 %"),
    ("an objection to what is right", {QUOTED_RIGHTLY, RIGHT_SPEAKERS, OWN_WORDS}, OBJECTED, "≤ 2 %"),
)
"""What is counted: what is said, of passages of which groups, and how often it should be."""

RIGHT_VERDICTS = frozenset({"exact", "exact but for", "as an article gives it"})
UNKNOWN_VERDICT = "not wholly known here"


class PassageJudgement(NamedTuple):
    """What the command says of a planted passage, with which database."""

    database: str
    planted: Planted
    outcome: str
    words: str
    said: tuple[str, ...]

    @property
    def is_expected(self) -> bool:
        """Say whether this is what should be said."""
        if not self.planted.is_right:
            return self.outcome == OBJECTED
        return self.outcome == RIGHT or (self.outcome == UNSEEN and self.planted.group != QUOTED_RIGHTLY)


def run_check_trials(seeds: Path, package: Path, count: int) -> list[PassageJudgement]:
    """Make `count` drafts from the articles and check each; two runs a draft.

    The same seeds give the same drafts. Raises BuildError if the seeds do not build.
    """
    with building_databases(seeds, package) as (folder, databases):
        with closing(open_readonly(databases[WITH_TEXT])) as db:
            drafts = list(make_drafts(db, count))

        def judge_draft(number: int) -> Iterator[PassageJudgement]:
            draft = drafts[number]
            file = folder / f"{number}.{draft.form.ending}"
            file.write_text(draft.text, encoding="utf-8", newline="")
            for kind, database in databases.items():
                found = run_talks(database, "check", file, "--all", statuses=(0, 1))
                yield from judge_passages(kind, draft, found)

        return run_trials(judge_draft, count, "draft")


def judge_passages(
    database: str, draft: TrialDraft, findings: Sequence[Mapping[str, Any]]
) -> Iterator[PassageJudgement]:
    """Yield a judgement on each planted passage of a draft."""
    lines = draft.text.split("\n")
    for passage in draft.passages:
        own = [row for row in findings if passage.first_line <= row["line"] <= passage.last_line]
        words = "\n".join(lines[passage.first_line - 1 : passage.last_line]).strip()
        said = tuple(f"{row['verdict']} {row['differs']} {row['given_to']}: {row['passage']}" for row in own)
        yield PassageJudgement(database, passage.planted, _judge(passage.planted, own), words, said)


def _judge(planted: Planted, findings: Sequence[Mapping[str, Any]]) -> str:
    """Return what is said of a passage; of one that is right an objection of any kind counts."""
    own = [row for row in findings if row["kind"] == planted.judged]
    if planted.group == OTHER_SPEAKERS:
        return OBJECTED if any(row["given_to"] for row in own) else RIGHT if own else UNSEEN
    if any(map(_objects, findings if planted.is_right else own)):
        return OBJECTED
    if any(row["verdict"] == UNKNOWN_VERDICT for row in own):
        return UNKNOWN
    return RIGHT if own else UNSEEN


def _objects(row: Mapping[str, Any]) -> bool:
    return bool(row["given_to"]) or row["verdict"] not in {*RIGHT_VERDICTS, UNKNOWN_VERDICT}


def tabulate_checks(judgements: Iterable[PassageJudgement]) -> dict[str, str]:
    """Return the generated parts of docs/checking.md by name: rates aimed at, what is said of each kind."""
    judgements = list(judgements)
    return {
        "check aims": format_table(
            ("database", "what is said", "of", "times", "share", "aim"), _list_rates(judgements), right=4
        ),
        "checks": format_table(
            ("what is planted", "should be", "passages", *DATABASES), _list_kinds(judgements)
        ),
    }


def list_surprises(judgements: Iterable[PassageJudgement]) -> Iterator[str]:
    """Yield each passage of which something else is said than should be, and what."""
    for database, planted, outcome, words, said in (each for each in judgements if not each.is_expected):
        yield "\n".join((f"{database}: {planted.group}: {planted.kind}: {outcome}", words, *said, ""))


def _list_rates(judgements: Sequence[PassageJudgement]) -> Iterator[tuple[object, ...]]:
    """Yield for each database what is aimed at, of how many passages it holds, and the aim."""
    for database in DATABASES:
        for what, groups, outcome, aim in AIMS:
            outcomes = [
                judgement.outcome
                for judgement in judgements
                if judgement.database == database and judgement.planted.group in groups
            ]
            share = outcomes.count(outcome) / max(len(outcomes), 1)
            yield database, what, f"{len(outcomes):,}", outcomes.count(outcome), f"{share:.1%}", aim


def _list_kinds(judgements: Sequence[PassageJudgement]) -> Iterator[tuple[object, ...]]:
    """Yield for each kind of passage what is said of it with each database."""
    outcomes: dict[Planted, dict[str, Counter[str]]] = {}
    for database, planted, outcome, *_ in judgements:
        outcomes.setdefault(planted, {each: Counter() for each in DATABASES})[database][outcome] += 1
    for planted in sorted(outcomes, key=lambda planted: (planted.group, planted.kind)):
        counted = outcomes[planted].values()
        expected = RIGHT if planted.is_right else OBJECTED
        number = max(count.total() for count in counted)
        yield f"{planted.group}: {planted.kind}", expected, number, *map(_name_outcomes, counted)


def _name_outcomes(counts: Counter[str]) -> str:
    """Return how often each is said that is said at all."""
    return ", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES if counts[outcome])
