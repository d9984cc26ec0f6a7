"""Mutations of what is quoted, of the evidence, and of the article itself."""

import re

from evaluation.mutation_kinds.sampler import (
    REMOVED,
    Edit,
    Kind,
    Mutation,
    Sampler,
    make_selector,
    put_value,
    remove_entries,
    replace_entry,
)
from pipeline.quote_locator import QuoteLocator
from pipeline.seeds import Article
from pipeline.sentence_cuts import find_sentences
from pipeline.source_text import Span
from pipeline.yaml_documents import Entry

WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")


def move_quote(sampler: Sampler) -> Mutation | None:
    """A quote moved on by one word"""
    article, quote, span = sampler.pick_quote()
    words = _find_words(article)
    inside = [number for number, word in enumerate(words) if word.touches(span)]
    if inside[-1] + 1 == len(words):
        return None
    first = words[inside[0] + 1]
    return replace_entry(quote, make_selector(article, Span(first.start, words[inside[-1] + 1].end)))


def lengthen_quote(sampler: Sampler) -> Mutation | None:
    """A quote one word too long"""
    article, quote, span = sampler.pick_quote()
    following = next((word for word in _find_words(article) if word.start >= span.end), None)
    return (
        replace_entry(quote, make_selector(article, Span(span.start, following.end))) if following else None
    )


def shorten_quote(sampler: Sampler) -> Mutation | None:
    """A quote one word too short"""
    article, quote, span = sampler.pick_quote()
    inside = [word for word in _find_words(article) if span.holds(word)]
    return (
        replace_entry(quote, make_selector(article, Span(span.start, inside[-2].end))) if inside[1:] else None
    )


def cut_quote_in_word(sampler: Sampler) -> Mutation | None:
    """A quote that ends inside a word"""
    article, quote, span = sampler.pick_quote()
    end = span.end - 1
    cuts = article.text.find_cut(Span(span.start, end)) == "word"
    return replace_entry(quote, article.text[Span(span.start, end)]) if cuts else None


def change_letter_of_quote(sampler: Sampler) -> Mutation | None:
    """A letter of a quote changed"""
    article, quote, span = sampler.pick_quote()
    words = article.text[span]
    place = sampler.pick(number for number, sign in enumerate(words) if sign.isalpha())
    return replace_entry(
        quote, words[:place] + sampler.pick_other("aeinst", than=words[place]) + words[place + 1 :]
    )


def quote_another_article(sampler: Sampler) -> Mutation | None:
    """A quote in another article"""
    article, quote, _ = sampler.pick_quote()
    other, _, span = sampler.pick_quote()
    return replace_entry(quote, other.text[span]) if other is not article else None


def remove_quote(sampler: Sampler) -> Mutation | None:
    """The quote of a record removed"""
    _, entry = sampler.pick_entry("statements", "roles", "events")
    return put_value(entry, "quote", REMOVED)


def remove_statement(sampler: Sampler) -> Mutation | None:
    """A statement removed"""
    return remove_entries([sampler.pick_entry("statements")[1]])


def uncode_sentence(sampler: Sampler) -> Mutation | None:
    """All coding of a sentence removed"""
    article, _, span = sampler.pick_quote()
    (sentence, *_) = find_sentences(article).spans_of([span])
    entries = [entry for name in ("statements", "roles", "events") for entry in article.sections[name]]
    return remove_entries([entry for entry in entries if _is_in_sentence(article, entry, sentence)])


def change_letter_of_article(sampler: Sampler) -> Mutation | None:
    """A letter of an article changed"""
    article = sampler.pick_article()
    text = article.text.characters
    place = sampler.pick(number for number, sign in enumerate(text) if sign.isalpha())
    changed = text[:place] + sampler.pick_other("aeinst", than=text[place]) + text[place + 1 :]
    return Mutation(f"{article.id}: letter {place} changed", [Edit(article.path, (), changed)])


def change_checksum(sampler: Sampler) -> Mutation | None:
    """The first digit of a checksum changed"""
    source = sampler.pick_article().source
    digest = source.value["sha256"]
    return put_value(source, "sha256", sampler.pick_other("0123456789abcdef", than=digest[0]) + digest[1:])


KINDS: tuple[Kind, ...] = (
    move_quote,
    lengthen_quote,
    shorten_quote,
    cut_quote_in_word,
    change_letter_of_quote,
    quote_another_article,
    remove_quote,
    remove_statement,
    uncode_sentence,
    change_letter_of_article,
    change_checksum,
)


def _find_words(article: Article) -> list[Span]:
    return [Span(*match.span()) for match in WORD.finditer(article.text.characters)]


def _is_in_sentence(article: Article, entry: Entry, sentence: Span) -> bool:
    spans = QuoteLocator(article.text).locate_all(entry.items_under("quote"))
    return any(span.touches(sentence) for span in spans)
