"""How much of each article's coding a draft would have proposed, had it been the only one not yet coded.

The registers are cut to what the other articles use. These are upper bounds: the rules were written after the
articles were read.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from drafting.coded_articles import Article, CodedArticles
from drafting.draft_entries import DraftEntries
from drafting.proposals import Holder, Proposals
from evaluation.draft_lines import LineCount, count_lines
from generated_docs.markdown_table import format_table
from pipeline.build_steps import open_draft
from pipeline.problems import Problems
from pipeline.source_text import Span
from pipeline.yaml_documents import Document

ALL = "all articles"
COMMENT, ENTRY = "comment", "entry"
KINDS = {
    "quotations that are speech": ENTRY,
    "mentions of known actors": COMMENT,
    "names and spellings not known yet": COMMENT,
    "cues": ENTRY,
    "holders, of the cues that are right": ENTRY,
    "… where the rule is sure": ENTRY,
    "… after names are confirmed": ENTRY,
    "dates": ENTRY,
    "… their EDTF, where printed whole": ENTRY,
    "quantities": ENTRY,
    "… their comparators": ENTRY,
    "posts": ENTRY,
    "sentences without a code": ENTRY,
    "event among the first five": COMMENT,
    "demand or claim among the first five": COMMENT,
}
"""What is measured, and whether a draft has it as an entry or only as a comment."""

MENTIONS = """
SELECT start_char, end_char, actor_id
FROM mentions JOIN names ON names.id = name_id JOIN quotes ON quotes.id = quote_id
WHERE quotes.source_id = :source
"""
FORMS = """
SELECT DISTINCT form FROM names JOIN mentions ON name_id = names.id JOIN quotes ON quotes.id = quote_id
WHERE quotes.source_id = :source
"""
POSTS = """
SELECT title, start_char, end_char FROM roles
JOIN role_quotes ON role_id = roles.id JOIN quotes ON quotes.id = quote_id WHERE roles.source_id = :source
"""
DATES = """
SELECT start_char, end_char, edtf FROM event_dates JOIN quotes ON quotes.id = quote_id
WHERE quotes.source_id = :source
UNION
SELECT start_char, end_char, value FROM source_metadata JOIN quotes ON quotes.id = quote_id
WHERE quotes.source_id = :source AND field = 'date_published'
"""
QUANTITIES = """
SELECT start_char, end_char, comparator, value FROM quantities JOIN quotes ON quotes.id = quote_id
WHERE quotes.source_id = :source
"""
UNCODED = "SELECT number - 1 FROM sentences WHERE source_id = :source AND reason IS NOT NULL"
STATEMENTS = """
SELECT start_char, end_char FROM statements JOIN quotes ON quotes.id = quote_id
WHERE quotes.source_id = :source
"""
TOLD = """
SELECT 'events', event_id, start_char, end_char
FROM event_quotes JOIN quotes ON quotes.id = quote_id WHERE source_id = :source
UNION ALL
SELECT 'statements', ifnull(demand_id, claim_id), start_char, end_char
FROM statements JOIN quotes ON quotes.id = quote_id WHERE quotes.source_id = :source
"""


Proposed = TypeVar("Proposed")
Coded = TypeVar("Coded")


class Score(NamedTuple):
    """How many were proposed, of these right; how many are coded, of these found."""

    proposed: int = 0
    right: int = 0
    coded: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """The share of what was proposed that is right."""
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """The share of what is coded that was found."""
        return self.found / self.coded if self.coded else 1.0


Scores = Mapping[str, Score]


class Trials(NamedTuple):
    """The score of each kind by article, with all articles together, and the lines by article."""

    scores: dict[str, Scores]
    lines: dict[str, LineCount]


def measure_drafts(seeds: Path, package: Path) -> Trials:
    """Draft each article as if only the others were coded; raise BuildError as a build does."""
    scores, lines = {}, {}
    with open_draft(seeds, package) as (database, _):
        for (name,) in database.conn.execute("SELECT source_id FROM texts ORDER BY source_id").fetchall():
            trial = _Trial(database.conn, name)
            scores[name] = dict(trial.measure())
            lines[name] = trial.count_lines(Document(seeds / "articles" / f"{name}.yaml", Problems()).tree)
    return Trials({**scores, ALL: add_scores(scores.values())}, lines)


def add_scores(scores: Collection[Scores]) -> Scores:
    """Return the score of each kind over several articles."""
    return {kind: _add(each[kind] for each in scores) for kind in KINDS}


def tabulate_drafts(trials: Trials) -> dict[str, str]:
    """Return the generated parts of docs/quality.md by name."""
    scores = trials.scores
    whole = [(kind, *_format_score(scores[ALL][kind]), place) for kind, place in KINDS.items()]
    heads = ("kind", "proposed", "right", "precision", "coded", "found", "recall", "in a draft as")
    each = [(kind, *(_format_pair(scores[name][kind]) for name in scores if name != ALL)) for kind in KINDS]
    names = [name for name in scores if name != ALL]
    return {
        "drafts": format_table(heads, whole),
        "drafts by article": format_table(("precision / recall", *names), each),
        "lines of drafts": format_table(
            ("article", "lines of its coding", "spared", "typed", "of the draft to remove or correct"),
            [
                (name, count.coded, count.spared, count.coded - count.spared, count.wrong)
                for name, count in trials.lines.items()
            ],
            right=4,
        ),
    }


class _Trial:
    """One article, drafted without its coding, beside its coding."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._article, coded = Article(connection, name), CodedArticles(connection, name)
        self._draft = Proposals(self._article, coded)
        self._confirmed = Proposals(self._article, coded, confirmed=True)
        self._entries = DraftEntries(self._draft)

    def measure(self) -> Iterator[tuple[str, Score]]:
        """Yield the score of each kind."""
        draft, article = self._draft, self._article
        cues = list(dict.fromkeys(cue.span for cue in article.cues))
        found = (
            _match(article.quotations, self._query_spans(STATEMENTS), _touch)._replace(coded=0, found=0),
            self._score_mentions(),
            _match([name.words for name in draft.new_names], self._list_new_forms(), _overlap),
            _match(draft.cues, cues, _touch),
            *self._score_holders(),
            *self._score_dates(),
            *self._score_amounts(),
            _match([(role.title, role.span) for role in draft.roles], self._list_posts(), _share_title),
            _match(list(draft.uncoded), [number for (number,) in self._query(UNCODED)], int.__eq__),
            *(self._score_candidates(section) for section in ("events", "statements")),
        )
        yield from zip(KINDS, found, strict=True)

    def count_lines(self, coding: Mapping[str, Any]) -> LineCount:
        """Return how many lines of the coding the draft has."""
        draft = {
            name: [entry.values for entry in entries] for name, entries in self._entries.sections.items()
        }
        return count_lines(coding, draft)

    def _score_mentions(self) -> Score:
        known = {name.actor for name in self._draft.known_names}
        coded = [(Span(*row[:2]), row[2]) for row in self._query(MENTIONS) if row[2] in known]
        return _match([(span, name.actor) for span, name in self._draft.mentions], coded, tuple.__eq__)

    def _list_new_forms(self) -> list[str]:
        known = {name.form for name in self._draft.known_names}
        return [form for (form,) in self._query(FORMS) if form not in known]

    def _score_holders(self) -> Iterator[Score]:
        guesses = [(cue, self._draft.find_holder(cue)) for cue in self._draft.cues]
        confirmed = [(cue, self._confirmed.find_holder(cue)) for cue in self._draft.cues]
        sure = [(cue, holder) for cue, holder in guesses if holder and holder.sure]
        for pairs in (guesses, sure, confirmed):
            yield _add(self._judge_holder(cue, holder) for cue, holder in pairs)

    def _judge_holder(self, cue: Span, holder: Holder | None) -> Score:
        coded = {coded.holder for coded in self._article.cues if coded.span.touches(cue)}
        if not coded:
            return Score()
        right = bool(holder and holder.actor in coded)
        return Score(bool(holder), right, 1, right)

    def _list_posts(self) -> list[tuple[str, Span]]:
        return [(title, Span(*span)) for title, *span in self._query(POSTS)]

    def _score_dates(self) -> Iterator[Score]:
        coded = [(Span(*span), edtf) for *span, edtf in self._query(DATES)]
        dates = [(date.span, date.edtf) for date in self._draft.dates]
        yield _match(dates, list({span: (span, edtf) for span, edtf in coded}.values()), _touch_first)
        right = [date for date in self._draft.dates if any(date.span.touches(span) for span, _ in coded)]
        whole = [(date.span, date.edtf) for date in right if date.whole]
        yield _match(whole, coded, _touch_and_equal)._replace(coded=0, found=0)

    def _score_amounts(self) -> Iterator[Score]:
        coded = [(Span(*span), sign, value) for *span, sign, value in self._query(QUANTITIES)]
        values = list({(span, value) for span, _, value in coded})
        amounts = [(amount.span, amount.value) for amount in self._draft.amounts]
        yield _match(amounts, values, _touch_and_equal)
        right = [
            (amount.span, amount.comparator)
            for amount in self._draft.amounts
            if any(_touch_and_equal((amount.span, amount.value), other) for other in values)
        ]
        signs = [(span, sign) for span, sign, _ in coded]
        yield _match(right, signs, _touch_and_equal)._replace(coded=0, found=0)

    def _score_candidates(self, section: str) -> Score:
        """Return how many entries that other articles have too are among those shown at their sentence."""
        shared = {record.id for record in self._draft.coded.records}
        told = {
            (self._article.find_sentence(Span(*span)), name)
            for told_in, name, *span in self._query(TOLD)
            if told_in == section and name in shared
        }
        return Score(0, 0, len(told), sum(self._shows(section, *place) for place in told))

    def _shows(self, section: str, sentence: int, name: str) -> bool:
        return any(candidate.record.id == name for candidate in self._entries.rank(section, sentence))

    def _query(self, query: str) -> list[Any]:
        return self._connection.execute(query, {"source": self._article.id}).fetchall()

    def _query_spans(self, query: str) -> list[Span]:
        return [Span(*row) for row in self._query(query)]


def _match(
    proposed: Collection[Proposed], coded: Collection[Coded], fit: Callable[[Proposed, Coded], bool]
) -> Score:
    """Return the score of proposals, of which each is right that fits something coded."""
    right = sum(any(fit(one, other) for other in coded) for one in proposed)
    found = sum(any(fit(one, other) for one in proposed) for other in coded)
    return Score(len(proposed), right, len(coded), found)


def _add(scores: Iterable[Score]) -> Score:
    return Score(*(sum(column) for column in zip(Score(), *scores, strict=True)))


def _touch(one: Span, other: Span) -> bool:
    return one.touches(other)


def _touch_first(one: tuple[Span, object], other: tuple[Span, object]) -> bool:
    return one[0].touches(other[0])


def _touch_and_equal(one: tuple[Span, object], other: tuple[Span, object]) -> bool:
    return one[0].touches(other[0]) and one[1] == other[1]


def _overlap(words: str, form: str) -> bool:
    return words in form or form in words


def _share_title(one: tuple[str, Span], other: tuple[str, Span]) -> bool:
    return one[0] == other[0] and one[1].touches(other[1])


def _format_score(score: Score) -> tuple[object, ...]:
    proposed = (score.proposed, score.right, f"{score.precision:.2f}") if score.proposed else ("", "", "")
    coded = (score.coded, score.found, f"{score.recall:.2f}") if score.coded else ("", "", "")
    return (*proposed, *coded)


def _format_pair(score: Score) -> str:
    precision, recall = _format_score(score)[2::3]
    return f"{precision or '–'} / {recall or '–'}"
