"""The sentences of an article that hold the passages of a record: each once, with all its quotes marked."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
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
    for source_id, of_article in groupby(passages, lambda passage: passage.source_id):
        for sentence, of_sentence in _group_by_sentence(of_article):
            spans = [QuoteSpan(each.start_char, each.end_char, each.quote_id) for each in of_sentence]
            fragments = list(split_at_spans(sentence, spans))
            texts = strip_markup([fragment.text for fragment in fragments])
            pieces = [Piece(text, bool(each.spans)) for text, each in zip(texts, fragments, strict=True)]
            yield QuotedSentence(source_id, [span.quote_id for span in spans], list(_merge_pieces(pieces)))


def _group_by_sentence(passages: Iterable[Passage]) -> list[tuple[Segment, list[Passage]]]:
    """Return the sentences of passages of one article, as far as they are known, each with its passages.

    What is known of a sentence by several passages is joined.
    """
    groups: list[tuple[Segment, list[Passage]]] = []
    for passage in passages:
        sentence = _get_sentence(passage)
        if groups and sentence.start < groups[-1][0].end:
            last, of_last = groups[-1]
            groups[-1] = (
                _join_segments(*sorted((last, sentence), key=attrgetter("start"))),
                [*of_last, passage],
            )
        else:
            groups.append((sentence, [passage]))
    return groups


def _join_segments(first: Segment, second: Segment) -> Segment:
    """Return two segments that have characters in common as one."""
    rest = (second.text or "")[first.end - second.start :]
    return Segment(first.start, first.end + len(rest), (first.text or "") + rest)


def _get_sentence(passage: Passage) -> Segment:
    """Return what is known of the sentence of a passage, without space around."""
    words = passage.before.lstrip() + passage.exact + passage.after.rstrip()
    start = passage.start_char - len(passage.before.lstrip())
    return Segment(start, start + len(words), words)


def _merge_pieces(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield neighbouring pieces that are quoted, or not, as one."""
    for is_quoted, group in groupby(pieces, lambda piece: piece.is_quoted):
        yield Piece("".join(piece.text for piece in group), is_quoted)
