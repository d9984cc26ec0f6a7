"""The sentences of an article that hold the passages of a record: each once, with all its quotes marked."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from istanbul_talks.database.article_text import QuoteSpan, Segment, split_at_spans
from istanbul_talks.database.records import Passage
from istanbul_talks.text.markup import strip_markup


class Piece(NamedTuple):
    """Consecutive characters of a sentence, all of them quoted or none."""

    text: str
    is_quoted: bool


class QuotedSentence(NamedTuple):
    """A sentence, or several that a quote joins, without the markup of the article; its quotes in order."""

    source_id: str
    quote_ids: list[str]
    pieces: list[Piece]

    def join_dates(self, dates: Mapping[str, str]) -> str:
        """Return when its quotes were said, each date once, of dates by quote."""
        return "; ".join(dict.fromkeys(dates[quote_id] for quote_id in self.quote_ids if quote_id in dates))


def join_passages(passages: Iterable[Passage]) -> Iterator[QuotedSentence]:
    """Yield the sentences of passages, which are in the order of the articles."""
    for (source_id, sentence), of_sentence in groupby(passages, _get_sentence):
        spans = [QuoteSpan(each.start_char, each.end_char, each.quote_id) for each in of_sentence]
        fragments = list(split_at_spans(sentence, spans))
        texts = strip_markup([fragment.text for fragment in fragments])
        pieces = [Piece(text, bool(each.spans)) for text, each in zip(texts, fragments, strict=True)]
        yield QuotedSentence(source_id, [span.quote_id for span in spans], list(_merge_pieces(pieces)))


def _get_sentence(passage: Passage) -> tuple[str, Segment]:
    """Return what passages in the same sentences share: the article and the words, without space around."""
    words = passage.before.lstrip() + passage.exact + passage.after.rstrip()
    start = passage.start_char - len(passage.before.lstrip())
    return passage.source_id, Segment(start, start + len(words), words)


def _merge_pieces(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield neighbouring pieces that are quoted, or not, as one."""
    for is_quoted, group in groupby(pieces, lambda piece: piece.is_quoted):
        yield Piece("".join(piece.text for piece in group), is_quoted)
