"""Whether one word between marks is a quotation of an article at all, or a word that both use.

It is one where an article has it between marks, too, or in a sentence that shares a word with the draft's.
"""

import re

from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.compared_tokens import read_tokens
from istanbul_talks.check.matching.cut_words import SENTENCE_END
from istanbul_talks.check.matching.quoted_words import clean_words, strip_signs

WORD = re.compile(r"[^\W_]+")

MAX_SENTENCES = 20
"""How many sentences that have the word are looked at."""


def is_word_of_both(articles: Articles, words: str, before: str, behind: str) -> bool:
    """Return whether a quotation is one word that nothing shows to be from an article that has it.

    `before` and `behind` are the draft's own words beside it.
    """
    return bool(_list_places(articles, words)) and not find_shown_places(articles, words, before, behind)


def find_shown_places(articles: Articles, words: str, before: str, behind: str) -> list[int]:
    """Return where a quotation of one word is shown to be from; nothing for more words."""
    beside = f"{SENTENCE_END.split(before)[-1]} {SENTENCE_END.split(behind)[0]}".lower()
    own = {*WORD.findall(beside)} - articles.rules.function_words
    places = _list_places(articles, words)
    sharing = [place for place in places[:MAX_SENTENCES] if own & {*articles.list_sentence(place)}]
    return [*filter(articles.is_quoted, places), *sharing]


def _list_places(articles: Articles, words: str) -> list[int]:
    keys = [key for key in read_tokens(strip_signs(clean_words(words))).keys if key[:1].isalnum()]
    return articles.index.get(keys[0], []) if len(keys) == 1 else []
