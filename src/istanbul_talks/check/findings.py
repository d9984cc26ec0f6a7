"""What is found in a draft: the records that the parts of the check give, and the command and the site print.

What does not belong here: how anything is found (the modules beside), and how it is shown.
"""

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """What these articles say of a passage of the draft; of quotations the first six, else the rest.

    Only EXACT, NEARLY and GIVEN are right. UNKNOWN is said where the article would have to be known
    whose words the database lacks. OTHERWISE is a figure that an article gives differently, DISPUTED one that
    articles give differently from each other; MISPRINTED is a spelling that articles print by mistake.
    """

    EXACT = "exact"
    NEARLY = "exact but for"
    ALTERED = "altered"
    JOINED = "joined from several places"
    UNKNOWN = "not wholly known here"
    NOT_HERE = "not in these articles"
    GIVEN = "as an article gives it"
    OTHERWISE = "given differently"
    DISPUTED = "given differently by another"
    MISPRINTED = "a misprint in an article"


RIGHT = frozenset({Verdict.EXACT, Verdict.NEARLY, Verdict.GIVEN})
"""The verdicts under which there is nothing to object, unless a quotation is given to another speaker."""


class FindingKind(StrEnum):
    """What a passage of a draft is."""

    QUOTATION = "quotation"
    FIGURE = "figure"
    NAME = "name"
    DAY = "date"


class ArticlePlace(NamedTuple):
    """A span of an article, in code points, end exclusive."""

    source_id: str
    start: int
    end: int


class Told(NamedTuple):
    """What the dataset tells at a place: a sentence with its voice, its record, and the occasion."""

    sentence: str
    table: str
    row_id: str
    occasion: str = ""

    @property
    def text(self) -> str:
        """The sentence with the occasion, if there is one."""
        return f"{self.sentence} ({self.occasion})" if self.occasion else self.sentence

    def divide(self) -> tuple[str, str]:
        """Return the voice, with its colon, and what it says; no voice where none stands before a colon."""
        voice, colon, says = self.sentence.partition(": ")
        return (f"{voice}:", says) if colon else ("", voice)


class Finding(NamedTuple):
    """A passage of the draft and what these articles say of it.

    `start` and `end` are the passage's positions in the draft's text; `differs` says in words what is not the
    same; `places` are the spans of the articles, and `article_words` what they print there; `given_to` is the
    speaker to whom the draft gives a quotation, where the articles give it to another; `told` the sentences
    of the records at these places, with their voices; `denials` those of who denies or disputes what is said;
    `has_speaker` tells whether the draft says who speaks a quotation.
    """

    kind: FindingKind
    verdict: Verdict
    start: int
    end: int
    differs: str = ""
    places: tuple[ArticlePlace, ...] = ()
    article_words: str = ""
    given_to: str = ""
    told: tuple[Told, ...] = ()
    denials: tuple[Told, ...] = ()
    has_speaker: bool = True

    @property
    def is_right(self) -> bool:
        """Whether there is nothing to object."""
        return self.verdict in RIGHT and not self.given_to
