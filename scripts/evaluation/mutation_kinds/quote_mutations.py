"""Corruptions of what is quoted, of the evidence, and of the article itself."""

import re

from evaluation.mutation_kinds.sampler import (
    REMOVED,
    Corruption,
    Edit,
    Hand,
    Kind,
    put,
    remove,
    replace,
    selector,
)
from pipeline.quote_locator import QuoteLocator
from pipeline.seeds import Article
from pipeline.sentences import split_sentences
from pipeline.source_text import Span
from pipeline.yaml_documents import Entry

WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")


def moved(hand: Hand) -> Corruption | None:
    """A quote moved on by one word"""
    article, quote, span = hand.quote()
    words = _words(article)
    inside = [number for number, word in enumerate(words) if word.touches(span)]
    if inside[-1] + 1 == len(words):
        return None
    first = words[inside[0] + 1]
    return replace(quote, selector(article, Span(first.start, words[inside[-1] + 1].end)))


def lengthened(hand: Hand) -> Corruption | None:
    """A quote one word too long"""
    article, quote, span = hand.quote()
    following = next((word for word in _words(article) if word.start >= span.end), None)
    return replace(quote, selector(article, Span(span.start, following.end))) if following else None


def shortened(hand: Hand) -> Corruption | None:
    """A quote one word too short"""
    article, quote, span = hand.quote()
    inside = [word for word in _words(article) if span.holds(word)]
    return replace(quote, selector(article, Span(span.start, inside[-2].end))) if inside[1:] else None


def cut_in_a_word(hand: Hand) -> Corruption | None:
    """A quote that ends inside a word"""
    article, quote, span = hand.quote()
    end = span.end - 1
    cuts = article.text.find_cut(Span(span.start, end)) == "word"
    return replace(quote, article.text[Span(span.start, end)]) if cuts else None


def reworded(hand: Hand) -> Corruption | None:
    """A letter of a quote changed"""
    article, quote, span = hand.quote()
    words = article.text[span]
    place = hand.pick(number for number, sign in enumerate(words) if sign.isalpha())
    return replace(quote, words[:place] + hand.other("aeinst", than=words[place]) + words[place + 1 :])


def from_another_article(hand: Hand) -> Corruption | None:
    """A quote in another article"""
    article, quote, _ = hand.quote()
    other, _, span = hand.quote()
    return replace(quote, other.text[span]) if other is not article else None


def evidence_removed(hand: Hand) -> Corruption | None:
    """The quote of a record removed"""
    _, entry = hand.entry("statements", "roles", "events")
    return put(entry, "quote", REMOVED)


def statement_removed(hand: Hand) -> Corruption | None:
    """A statement removed"""
    return remove([hand.entry("statements")[1]])


def sentence_uncoded(hand: Hand) -> Corruption | None:
    """All coding of a sentence removed"""
    article, _, span = hand.quote()
    sentence = next(each for each in split_sentences(article.text.characters) if each.touches(span))
    entries = [entry for name in ("statements", "roles", "events") for entry in article.sections[name]]
    return remove([entry for entry in entries if _stands_in(article, entry, sentence)])


def article_changed(hand: Hand) -> Corruption | None:
    """A letter of an article changed"""
    article = hand.article()
    text = article.text.characters
    place = hand.pick(number for number, sign in enumerate(text) if sign.isalpha())
    changed = text[:place] + hand.other("aeinst", than=text[place]) + text[place + 1 :]
    return Corruption(f"{article.id}: letter {place} changed", [Edit(article.path, (), changed)])


def checksum_changed(hand: Hand) -> Corruption | None:
    """The first digit of a checksum changed"""
    source = hand.article().source
    digest = source.value["sha256"]
    return put(source, "sha256", hand.other("0123456789abcdef", than=digest[0]) + digest[1:])


KINDS: tuple[Kind, ...] = (
    moved,
    lengthened,
    shortened,
    cut_in_a_word,
    reworded,
    from_another_article,
    evidence_removed,
    statement_removed,
    sentence_uncoded,
    article_changed,
    checksum_changed,
)


def _words(article: Article) -> list[Span]:
    return [Span(*match.span()) for match in WORD.finditer(article.text.characters)]


def _stands_in(article: Article, entry: Entry, sentence: Span) -> bool:
    spans = QuoteLocator(article.text).locate_all(entry.items_under("quote"))
    return any(span.touches(sentence) for span in spans)
