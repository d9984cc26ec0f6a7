"""The sentences of an article: cut by the rules of its language, then joined and split by its coding."""

import re

from istanbul_talks.text.sentence_ends import split_sentences
from pipeline.quote_locator import QuoteLocator, shorten
from pipeline.seed_rules import CUTS
from pipeline.seeds import Article
from pipeline.sentences import Sentences, cut_text
from pipeline.source_text import Span
from pipeline.yaml_documents import Entry

JOIN, SPLIT = CUTS


def find_sentences(article: Article) -> Sentences:
    """Return the sentences of an article; note a problem at each correction that changes nothing."""
    spans = split_sentences(article.text.characters, article.language.sentences)
    found = {start for start, _ in spans}
    joined, split = (_find_cuts(article, key, found) for key in CUTS)
    return Sentences(cut_text(len(article.text), (found | split) - joined))


def _find_cuts(article: Article, key: str, found: set[int]) -> set[int]:
    """Return where the corrections of one kind take cuts away, or make some."""
    locator, cuts = QuoteLocator(article.text), set[int]()
    for entry in article.sections["sentences"]:
        span = locator.locate(entry[key]) if key in entry else None
        if span:
            changed = _find_joined(span, found) if key == JOIN else {_find_start(article, span)} - found
            _report_idle(entry, key, article.text[span], idle=not changed)
            cuts |= changed
    return cuts


def _find_joined(span: Span, found: set[int]) -> set[int]:
    return {start for start in found if span.start < start < span.end}


def _find_start(article: Article, span: Span) -> int:
    """Return where words begin, with the opening marks before them."""
    before = article.text.characters[: span.start]
    opening = re.search(r"(?<!\S)[^\w\s]+$", before)
    return opening.start() if opening else span.start


def _report_idle(entry: Entry, key: str, words: str, *, idle: bool) -> None:
    """Note a correction of what is as it should be."""
    if idle:
        already = "stand in one sentence" if key == JOIN else "begin a sentence"
        entry.problem(f"these words {already} already: {shorten(words)!r}; remove the entry")
