"""What can be read off the words of an article: names, cues, holders, posts, sentences without a code.

Each finding says by which rule. What does not belong here: how a draft is written (draft_file.py).
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from drafting.coded_articles import Article, CodedArticles, Name, get_stem, get_word_before
from drafting.printed_figures import PrintedAmount, PrintedDate, find_amounts, find_dates
from pipeline.source_text import Span, find_words

LISTED, UNLISTED, BEFORE = 0.8, 0.1, 0.75
"""What is assumed of a reporting word of the language, of any other, and of the word before one."""
LEAST = 0.4
"""From which estimate on a word is proposed as a cue."""
SHORTEST = 4
"""How many letters a word has at least that only coded articles have as a cue."""
NEAR_WORDS = 3
"""How many words may stand between a holder and his cue; a holder further off is uncertain."""
NAME_WORDS = (2, 3)
NEAR_SPELLING = 0.8
WORD_OF_NAME = re.compile(r"[^\W\d_][\w’'-]*")
BEHIND = re.compile(r" \(([^()]+)\)")
GAP = re.compile(r"[ ’'().-]+")
END = re.compile(r"[.?!:][”’\"')\]]*(?:\[\d+\])*\s*$")


class Mention(NamedTuple):
    """A known name where it stands."""

    span: Span
    name: Name


class NewName(NamedTuple):
    """Capitalised words that are no known name, and the known one that they are nearly spelt like."""

    words: str
    near: Name | None


class Holder(NamedTuple):
    """Who may be the holder of a cue, his printed words, and the rule; `sure` where it is mostly right."""

    actor: str
    span: Span
    rule: str
    sure: bool


class Role(NamedTuple):
    """A post: its printed title, the name it stands with, whose that is if it is known, the words of both."""

    title: str
    name: str
    actor: str | None
    span: Span
    rule: str


class Proposals:
    """What an article may be coded with, from what the coded ones teach."""

    def __init__(self, article: Article, coded: CodedArticles, *, confirmed: bool = False) -> None:
        self.article = article
        self.coded = coded
        self.known_names = coded.list_names(article.id, confirmed=confirmed)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The places of known names, none over another, in order."""
        found: list[Mention] = []
        taken: set[int] = set()
        for name in self.known_names:
            for span in self.article.text.find_name(name.form):
                if taken.isdisjoint(range(*span)):
                    found.append(Mention(span, name))
                    taken.update(range(*span))
        return sorted(found)

    @cached_property
    def new_names(self) -> list[NewName]:
        """Capitalised words that no known name covers, each once; not one alone that begins a sentence."""
        begins = {sentence.start for sentence in self.article.sentences}
        spans = [span for span in self._capitalised if not self._touches_name(span)]
        words = [
            self.article.text[span] for span in spans if span.start not in begins or self._is_several(span)
        ]
        return [NewName(form, self._find_near(form)) for form in dict.fromkeys(words)]

    @cached_property
    def cues(self) -> list[Span]:
        """Reporting words of the language and of the coded articles, where these mostly code them as cues."""
        article = self.article
        listed = article.reporting_words
        return [
            span
            for span in sorted({*listed, *self._find_learned(listed)})
            if not self._touches_name(span)
            and self._is_new(span)
            and self._estimate(span, listed=span in listed) >= LEAST
        ]

    def find_holder(self, cue: Span) -> Holder | None:
        """Return who may be the holder of a cue."""
        text, sentence = self.article.text, self.article.sentences[self.article.find_sentence(cue)]
        known = [mention for mention in self.mentions if sentence.holds(mention.span)]
        after = [mention for mention in known if mention.span.start >= cue.end]
        before = [mention for mention in known if mention.span.end <= cue.start]
        stand_ins = self._find_stand_ins(Span(sentence.start, cue.start))
        if after and (" " in text[cue] or not (before or stand_ins)):
            return Holder(after[0].name.actor, after[0].span, "the first name after the cue", False)
        holders = sorted(
            [*(Holder(name.actor, span, "", True) for span, name in before), *stand_ins], key=_get_start
        )
        if not holders:
            return None
        between = list(find_words(text.characters, holders[-1].span.end, cue.start))
        if len(between) > NEAR_WORDS:
            return holders[0]._replace(rule="the first name of the sentence", sure=False)
        return holders[-1]._replace(rule=holders[-1].rule or "the name before the cue")

    @cached_property
    def roles(self) -> list[Role]:
        """Posts: known words of titles before a name, or words in brackets behind it."""
        return sorted({*self._find_titles_before(), *self._find_titles_behind()}, key=_get_start)

    @cached_property
    def dates(self) -> list[PrintedDate]:
        """The dates outside repeated sentences."""
        return [date for date in find_dates(self.article) if self._is_new(date.span)]

    @cached_property
    def amounts(self) -> list[PrintedAmount]:
        """The quantities outside dates, names and repeated sentences."""
        taken = [date.span for date in find_dates(self.article)]
        taken += [mention.span for mention in self.mentions]
        amounts = find_amounts(self.article, taken, self.coded.uncounted)
        return [amount for amount in amounts if self._is_new(amount.span)]

    @cached_property
    def uncoded(self) -> dict[int, str]:
        """The sentences that may carry no code, each with the reason: what repeats another, and headings."""
        article = self.article
        reasons = dict.fromkeys(article.repeated, "repeats")
        for number, span in enumerate(article.sentences):
            if not END.search(article.text[span]) or article.text[span].rstrip().endswith(":"):
                reasons.setdefault(number, "heading")
        return reasons

    def _is_new(self, span: Span) -> bool:
        return self.article.find_sentence(span) not in self.article.repeated

    @cached_property
    def _capitalised(self) -> list[Span]:
        """The longest runs of words that begin with a capital, of any script that has such."""
        text, runs = self.article.text.characters, list[Span]()
        for word in WORD_OF_NAME.finditer(text):
            joins = runs and text[runs[-1].end : word.start()] == " "
            if word[0][0].isupper():
                runs[-1:] = [Span(runs[-1].start, word.end())] if joins else [*runs[-1:], Span(*word.span())]
        return runs

    def _is_several(self, span: Span) -> bool:
        return " " in self.article.text[span]

    def _touches_name(self, span: Span) -> bool:
        return any(span.touches(mention.span) for mention in self.mentions)

    def _find_near(self, words: str) -> Name | None:
        """Return the known name that is spelt most like some words, if one nearly is."""
        people = [name for name in self.known_names if name.kind == "person"]
        ratios = [(SequenceMatcher(None, words, name.form).ratio(), name) for name in people]
        ratio, name = max(ratios, default=(0, None))
        return name if ratio >= NEAR_SPELLING else None

    def _find_learned(self, listed: Iterable[Span]) -> Iterator[Span]:
        """Yield the words that are cues in a coded article and stand in no listed one."""
        taken = {place for span in listed for place in range(*span)}
        for word in self.article.words:
            long = word.end - word.start >= SHORTEST
            if (
                long
                and word.start not in taken
                and self.coded.cue_words.cues[get_stem(self.article.text[word])]
            ):
                yield word

    def _estimate(self, span: Span, *, listed: bool) -> float:
        """Return how likely a word is a cue, by its own share and that of the word before it."""
        word = self.coded.cue_words.estimate(
            get_stem(self.article.text[span].split()[0]), LISTED if listed else UNLISTED
        )
        before = self.coded.words_before_cues.estimate(get_word_before(self.article, span), BEFORE)
        likely, unlikely = word * before / BEFORE, (1 - word) * (1 - before) / (1 - BEFORE)
        return likely / (likely + unlikely)

    def _find_stand_ins(self, within: Span) -> Iterator[Holder]:
        """Yield words that stand for a holder in coded articles: adjectives for one, pronouns for several."""
        for word in find_words(self.article.text.characters, *within):
            known = self.coded.holders.get(self.article.text[word].casefold())
            if known and len(known.actors) == 1 and not self._touches_name(word):
                yield Holder(min(known.actors), word, "a word that stands for this holder elsewhere", True)
            elif known and len(known.actors) > 1:
                yield from self._resolve_pronoun(word, known.kinds)

    def _resolve_pronoun(self, word: Span, kinds: set[str]) -> Iterator[Holder]:
        """Yield the last name before a pronoun that is of a kind for which it stands."""
        before = [mention.name for mention in self.mentions if mention.span.end <= word.start]
        fitting = [name for name in before if name.kind in kinds]
        if fitting:
            yield Holder(fitting[-1].actor, word, "the last name that the pronoun fits", False)

    def _find_titles_before(self) -> Iterator[Role]:
        for span, actor in self._find_people():
            title = self._walk_back(span)
            if title:
                words = self.article.text[title].strip()
                yield Role(
                    words,
                    self.article.text[span],
                    actor,
                    Span(title.start, span.end),
                    "a title before a name",
                )

    def _find_titles_behind(self) -> Iterator[Role]:
        for span, actor in self._find_people():
            behind = BEHIND.match(self.article.text.characters, span.end)
            if behind and self._is_title(behind[1]):
                words = Span(span.start, behind.end(1))
                yield Role(
                    behind[1], self.article.text[span], actor, words, "a title in brackets behind a name"
                )

    def _find_people(self) -> Iterator[tuple[Span, str | None]]:
        """Yield the places of known people, and of two or more capitalised words behind one of a title."""
        for mention in self.mentions:
            if mention.name.kind == "person":
                yield mention.span, mention.name.actor
        for span in self._capitalised:
            words = list(find_words(self.article.text.characters, *span))
            titled = [
                number for number, word in enumerate(words) if self._get_form(word) in self._title_words
            ]
            rest = words[titled[-1] + 1 :] if titled else []
            if len(rest) in NAME_WORDS and not self._touches_name(Span(rest[0].start, rest[-1].end)):
                yield Span(rest[0].start, rest[-1].end), None

    def _walk_back(self, name: Span) -> Span | None:
        """Return the span of the title that ends where a name begins."""
        text, sentence = self.article.text, self.article.sentences[self.article.find_sentence(name)]
        taken: list[Span] = []
        for word in reversed(list(find_words(text.characters, sentence.start, name.start))):
            edge = taken[-1].start if taken else name.start
            printed = text[word]
            joined = GAP.fullmatch(text.characters, word.end, edge)
            if not joined or not (printed[0].isupper() or self._get_form(word) in self._title_words):
                break
            taken.append(word)
        while taken and not (text[taken[-1]][0].isupper() or self._get_form(taken[-1]) in self._title_heads):
            taken.pop()
        span = Span(taken[-1].start, name.start) if taken else None
        return span if span and self._is_title(text[span]) else None

    def _is_title(self, words: str) -> bool:
        """Say whether words have one that is the head of a known title."""
        return any(word in self._title_heads for word in re.findall(r"\w+", words.casefold()))

    @cached_property
    def _title_words(self) -> set[str]:
        return {word for title in self.coded.titles for word in re.findall(r"\w+", title.casefold())}

    @cached_property
    def _title_heads(self) -> set[str]:
        """The last words of titles, before what these add in lower case: *Minister* of Foreign Affairs."""
        titles = (re.findall(r"\w+", title) for title in self.coded.titles)
        heads = ([title[0], *takewhile(_is_capitalised, title[1:])] for title in titles)
        return {head[-1].casefold() for head in heads}

    def _get_form(self, word: Span) -> str:
        return self.article.text[word].casefold()


def _is_capitalised(word: str) -> bool:
    return word[0].isupper()


def _get_start(found: Holder | Role) -> int:
    return found.span.start
