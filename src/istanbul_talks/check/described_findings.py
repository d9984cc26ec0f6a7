"""Findings in the words in which they are shown, in a terminal, in lines, as data and on the site.

What does not belong here: how they look there.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, groupby
from typing import NamedTuple, Self

from istanbul_talks.check.drafts import Draft
from istanbul_talks.check.findings import RIGHT, ArticlePlace, Finding, FindingKind, Told, Verdict
from istanbul_talks.check.marked_differences import MarkedRun, mark_differences
from istanbul_talks.database.citations import cite_article
from istanbul_talks.text.running_text import format_running_text, put_in_quotes

OTHER_SPEAKER = "given to another speaker"

ARTICLES = """
SELECT
  sources.id,
  sources.label,
  (SELECT value FROM source_metadata WHERE source_id = sources.id AND field = 'author'),
  (SELECT value FROM source_metadata WHERE source_id = sources.id AND field = 'publisher'),
  coalesce(dates_in_words.date, source_metadata.value)
FROM sources
LEFT JOIN source_metadata
  ON source_metadata.source_id = sources.id AND source_metadata.field = 'date_published'
LEFT JOIN dates_in_words ON dates_in_words.source_metadata_id = source_metadata.id
"""

NEAREST_QUOTE = """
SELECT id FROM quotes WHERE source_id = ? AND start_char < ? AND end_char > ?
ORDER BY min(end_char, ?) - max(start_char, ?) DESC, end_char - start_char, id LIMIT 1
"""


MOST_RECORDS, MOST_SIDES, MOST_ARTICLES, MOST_DENIALS = 2, 4, 2, 1
"""How many are shown: records of a quotation, sides of a figure; articles and denials of either."""


class Where(NamedTuple):
    """A place in words: the article; its author, outlet and date, empty if unknown; a quote there, if any.

    `original` says where the article or its original is published, and is empty if unknown.
    """

    label: str
    author: str
    publisher: str
    date: str
    original: str
    place: ArticlePlace
    quote_id: str | None

    def __str__(self) -> str:
        return f"in {put_in_quotes(self.label)}{self.origin}"

    @property
    def origin(self) -> str:
        """The author, outlet and date, as far as they are known, each behind a comma."""
        return "".join(f", {each}" for each in (self.author, self.publisher, self.date) if each)


class DescribedFinding(NamedTuple):
    """A finding with the line of the file, and its words as runs, what differs set off.

    `article` is empty where its words are the draft's; `article_words` are as it prints them. `like_places`
    counts the places of which the same is said.
    """

    line: int
    kind: FindingKind
    verdict: str
    is_right: bool
    passage: list[MarkedRun]
    article: list[MarkedRun]
    article_words: str
    differs: str
    given_to: str
    told: tuple[Told, ...]
    denials: tuple[Told, ...]
    where: list[Where]
    like_places: int = 0
    has_speaker: bool = True

    @property
    def heading(self) -> str:
        """The verdict; that the words are the article's, where all else is; what these are exact but for."""
        exactly = f"{Verdict.NEARLY} {self.differs}" if self.differs else Verdict.EXACT
        headings = {Verdict.NEARLY: exactly, OTHER_SPEAKER: f"{OTHER_SPEAKER}; the words are {exactly}"}
        return headings.get(self.verdict, self.verdict)

    @property
    def explanation(self) -> str:
        """What differs, where the heading does not say it."""
        return "" if self.verdict in {Verdict.NEARLY, OTHER_SPEAKER} else self.differs

    @property
    def opening(self) -> str:
        """What stands before what is told, if anything: whom the draft has, and of how many places it is."""
        places = f"in {self.like_places} places" if self.like_places > 1 else ""
        if self.given_to:
            return ", ".join(filter(None, [f"the draft has {self.given_to}; the article has", places]))
        return places

    @property
    def against(self) -> list[tuple[str, Told]]:
        """What is said against the article's statement, each behind how it is."""
        said = {"discrepancies": "said otherwise"}
        return [(said.get(each.table, "against what the article says"), each) for each in self.denials]

    def shorten(self) -> tuple[Self, int]:
        """Return it with the first of what is told and one place in an article, and how much is left out.

        Nothing is against what is told in the same words.
        """
        said: dict[tuple[str, str], list[Told]] = {}
        for each in self.told:
            said.setdefault((each.divide()[1], each.occasion), []).append(each)
        most = MOST_RECORDS if self.kind is FindingKind.QUOTATION else MOST_SIDES
        told = (*chain.from_iterable([*said.values()][:most]),)
        articles = [*{where.place.source_id: where for where in reversed(self.where)}.values()][::-1]
        sentences = {each.sentence for each in told}
        denials = tuple(each for each in self.denials if each.sentence not in sentences)
        shown = self._replace(told=told, where=articles[:MOST_ARTICLES], denials=denials[:MOST_DENIALS])
        found, kept = (self.told, articles, denials), (told, shown.where, shown.denials)
        return shown, sum(map(len, found)) - sum(map(len, kept))


def describe_findings(
    db: sqlite3.Connection, draft: Draft, findings: Iterable[Finding]
) -> list[DescribedFinding]:
    """Return findings as they are shown, in their order."""
    articles = {
        source_id: (label, author or "", publisher or "", date or "")
        for source_id, label, author, publisher, date in db.execute(ARTICLES)
    }
    find_original = cache(partial(_find_original, db))

    def locate(place: ArticlePlace) -> Where:
        original = find_original(place.source_id)
        return Where(*articles[place.source_id], original, place, _find_quote(db, place))

    return [_describe(draft, finding, [*map(locate, finding.places)]) for finding in findings]


def _describe(draft: Draft, finding: Finding, where: list[Where]) -> DescribedFinding:
    passage, article = _mark_words(draft.text[finding.start : finding.end], finding)
    return DescribedFinding(
        draft.line_of(finding.start),
        finding.kind,
        " and ".join(_list_verdicts(finding)),
        finding.is_right,
        passage,
        article,
        finding.article_words,
        finding.differs if finding.differs != finding.article_words else "",
        finding.given_to,
        finding.told,
        finding.denials,
        where,
        len(where) if finding.kind is FindingKind.QUOTATION and finding.verdict is not Verdict.JOINED else 0,
        finding.has_speaker,
    )


def _find_original(db: sqlite3.Connection, source_id: str) -> str:
    """Return where an article is published, by its own words or else as seen outside it."""
    article = cite_article(db, source_id)
    return " ".join(article.evidence) or (f"{article.url}" if article.url else "")


def _mark_words(passage: str, finding: Finding) -> tuple[list[MarkedRun], list[MarkedRun]]:
    """Return the words of the draft and those of the article; these only where they are others."""
    if finding.verdict is Verdict.JOINED:
        return [(" ".join(passage.split()), False)], [(finding.article_words, False)]
    words = format_running_text(finding.article_words)
    if finding.verdict in {Verdict.EXACT, Verdict.GIVEN} or words in {"", passage}:
        return [(" ".join(passage.split()), False)], []
    if finding.kind is FindingKind.QUOTATION:
        words = put_in_quotes(words)
    marked = mark_differences(passage, words)
    is_same = not any(is_set_off for runs in marked for _, is_set_off in runs)
    return (marked[0], []) if is_same else marked


def _list_verdicts(finding: Finding) -> Iterator[str]:
    """Yield what is said of a finding: the verdict, unless it is right but for the speaker, and that."""
    if not finding.given_to or finding.verdict not in RIGHT:
        yield str(finding.verdict)
    if finding.given_to:
        yield OTHER_SPEAKER


def _find_quote(db: sqlite3.Connection, place: ArticlePlace) -> str | None:
    """Return the id of the quote that has most of a place."""
    values = (place.source_id, place.end, place.start, place.end, place.start)
    found = db.execute(NEAREST_QUOTE, values).fetchone()
    return found and str(found[0])


def group_told(told: Sequence[Told]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each voice with what it says, the occasion in the end; what the voice before says is the same.

    Behind each sentence is the id of its record, empty where another of this follows.
    """
    ids = [each.row_id for each in told]
    numbered = [
        (each, "" if each.row_id in ids[number:] else each.row_id) for number, each in enumerate(told, 1)
    ]
    before = None
    for (voice, occasion), group in groupby(numbered, lambda each: (each[0].divide()[0], each[0].occasion)):
        said, shown_ids = zip(*((each.divide()[1], row_id) for each, row_id in group), strict=True)
        is_same, before = before == (said, occasion), (said, occasion)
        shown = ["the same."] if is_same else [*said[:-1], said[-1] + f" ({occasion})" * bool(occasion)]
        yield voice, list(zip(shown, shown_ids[-len(shown) :], strict=True))


def list_originals(findings: Iterable[DescribedFinding]) -> list[str]:
    """Return where the articles that findings name when they are shortened are published, a line each."""
    named = {
        where.label: f"{put_in_quotes(where.label)}{where.origin}. {where.original}"
        for finding in findings
        for where in finding.shorten()[0].where
        if where.original
    }
    return list(named.values())


def summarise(
    name: str, findings: Iterable[DescribedFinding], uncompared: int = 0, ask: str = "--all"
) -> str:
    """Return what was found in one line: what there is to look at, what is right, what is not judged.

    `uncompared` is how many figures were not compared, `ask` how to ask for what is right.
    """
    found = list(findings)
    wrong = [finding for finding in found if not finding.is_right]
    right = [finding for finding in found if finding.is_right]
    parts = [f"{_count(wrong)} to look at" if wrong else "nothing to object"]
    if right:
        given = "is as these articles give it" if len(right) == 1 else "are as these articles give them"
        parts.append(f"{_count(right)} {given}")
    if not any(finding.kind is FindingKind.QUOTATION for finding in found):
        parts.append("it has no quotation")
    parts += _list_against([finding for finding in right if finding.denials], ask)
    if any(
        finding.kind is FindingKind.QUOTATION and finding.verdict == Verdict.NOT_HERE for finding in wrong
    ):
        parts.append("a quotation that is not in these articles may stand elsewhere")
    if unjudged := list(_list_unjudged(found, uncompared)):
        parts.append(f"not judged: {' and '.join(unjudged)}")
    return f"{name}: {'; '.join(parts)}"


def _list_unjudged(findings: Iterable[DescribedFinding], uncompared: int) -> Iterator[str]:
    if uncompared:
        yield _count_kind(uncompared, FindingKind.FIGURE)
    if number := sum(not finding.has_speaker for finding in findings):
        yield f"who speaks in {_count_kind(number, FindingKind.QUOTATION)}"


def _list_against(findings: Iterable[DescribedFinding], ask: str) -> Iterator[str]:
    """Yield of how many quotations a statement is against what is said, and how many only a disagreement."""
    disputed: list[int] = []
    touched: list[int] = []
    for finding in findings:
        is_stated = any(told.table != "discrepancies" for told in finding.denials)
        (disputed if is_stated else touched).append(finding.line)
    if disputed:
        of = _count_kind(len(disputed), FindingKind.QUOTATION)
        yield f"of {of} somebody disputes or rejects what is said ({_name_lines(disputed)}; {ask})"
    if touched:
        verb = "touches" if len(touched) == 1 else "touch"
        of = _count_kind(len(touched), FindingKind.QUOTATION)
        yield f"{of} {verb} a disagreement ({_name_lines(touched)}; {ask})"


def _name_lines(lines: Iterable[int]) -> str:
    first, *others = dict.fromkeys(map(str, lines))
    return f"line{'s' if others else ''} {', '.join([first, *others])}"


def _count(findings: Iterable[DescribedFinding]) -> str:
    """Return how many findings of each kind there are, in words."""
    counts = Counter(finding.kind for finding in findings)
    *others, last = [_count_kind(counts[kind], kind) for kind in FindingKind if counts[kind]]
    return " and ".join(filter(None, [", ".join(others), last]))


def _count_kind(number: int, kind: FindingKind) -> str:
    return f"{number} {kind}{'s'[: number != 1]}"
