"""One table of cases for everyone who looks for words in a text: quotes, names, tokens; and the way back."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from unicodedata import category, normalize

import pytest

from istanbul_talks.database.full_text import suggest_spelling
from istanbul_talks.text.folding import fold, fold_words
from istanbul_talks.text.tokens import Tokens
from pipeline.problems import Problems
from pipeline.rows.name_rows import NameIndex
from pipeline.source_text import SourceText
from pipeline.yaml_documents import Document, Entry

Find = Callable[[str, str], list[str]]

NFC_NAME, NFD_NAME = "Şimşek", "S\u0327ims\u0327ek"

FOUND = [
    # text, words as somebody types them, what is found
    ("he said: ‹no carts›", "'no carts'", "‹no carts›"),
    ("he said: „no carts“", '"no carts"', "„no carts“"),
    ("he said: «no carts»", "“no carts”", "«no carts»"),
    ("Ada’s well", "Ada's well", "Ada’s well"),
    ("no—never", "no--never", "no—never"),
    ("no -- never", "no — never", "no -- never"),
    ("no – never", "no - never", "no – never"),
    ("no…never", "no...never", "no…never"),
    ("no... never", "no… never", "no... never"),
    ("two  \n\n lines", "two lines", "two  \n\n lines"),
    ("two\u00a0lines", "two\n lines", "two\u00a0lines"),
    (f"by {NFC_NAME} now", NFD_NAME, NFC_NAME),
    (f"by {NFD_NAME} now", NFC_NAME, NFD_NAME),
    ("\u212bngstrom", "A\u030angstrom", "\u212bngstrom"),
    ("a\u0323\u0302 b", "a\u0302\u0323 b", "a\u0323\u0302 b"),
    ("\u1112\u1161\u11ab now", "\ud55c now", "\u1112\u1161\u11ab now"),
    ("dele\u00adgation", "delegation", "dele\u00adgation"),
    ("delegation", "dele\u200bgation", "delegation"),
    ("the \u200edelegation", "delegation", "delegation"),
    ("the \u200ddelegation\u200d left", "delegation", "delegation"),
    ("the delegation\ufe0f left", "delegation", "delegation\ufe0f"),
    ("the delegation\u200b left", "delegation left", "delegation\u200b left"),
    ("the \u2069 delegation", "the delegation", "the \u2069 delegation"),
    ("e\u034f\u0301t\u00e9", "\u00e9t\u00e9", "e\u034f\u0301t\u00e9"),
    ("so.\u200b.. on", "so... on", "so.\u200b.. on"),
    ("\U0001f33e 85,000\u00ad carts", "85,000 carts", "85,000\u00ad carts"),
    ("\u2764\ufe0f here", "\u2764 here", "\u2764\ufe0f here"),
]

NOT_FOUND = [
    ("12 carts", "13 carts"),
    ("3.5 carts", "3,5 carts"),
    ("20,5 km", "20 km"),
    ("not by day", "by night"),
    ("They did", "They did not"),
    ("Well", "well"),
    ("caf\u00e9", "cafe"),
    ("cafe\u0301", "cafe"),
    ("a\u0323\u0302", "a"),
    ("a-b", "ab"),
    ("well.", "well…"),
    ("unwell", "well"),
    ("dele\u00adgation", "gation"),
    ("85,\u200b000", "85"),
    ("well", "\u200b"),
]


@cache
def list_invisible() -> list[str]:
    """Return every sign that is not seen."""
    return [
        sign
        for sign in map(chr, range(sys.maxunicode + 1))
        if category(sign) == "Cf"
        or sign == "\u034f"
        or "\ufe00" <= sign <= "\ufe0f"
        or "\U000e0100" <= sign <= "\U000e01ef"
    ]


SIGNS = "abé3,. \n\u00a0-–—…'“»\u00ad\u200b\u200d\ufe0f\u034f\u0301\u0323\u0302\u212b\u1112\u1161\u11ab한"


def find_quote(text: str, words: str) -> list[str]:
    """Find words as a quote in a coding file is found."""
    article = SourceText(text)
    return [article[span] for span in article.find(words)]


def find_name(text: str, words: str) -> list[str]:
    """Find words as a name in a register is found."""
    actor = Entry(Document(Path("actors.yaml"), Problems()), (), {"id": "a", "name": words, "names": [words]})
    article = SourceText(text)
    candidates = NameIndex([actor]).find_candidates(article, "article")
    return [article[span] for name in candidates for span in article.find_name(name.form)]


def find_tokens(text: str, words: str) -> list[str]:
    """Find words as reanchoring finds those of a quote in a copy."""
    tokens, keys = Tokens(text), Tokens(words).keys
    starts = tokens.find_sequence(keys) if keys else ()
    return [text[slice(*tokens.get_span(range(start, start + len(keys))))] for start in starts]


@pytest.mark.parametrize("find", [find_quote, find_name, find_tokens])
@pytest.mark.parametrize(("text", "words", "found"), FOUND)
def test_words_are_found_in_any_form(find: Find, text: str, words: str, found: str) -> None:
    assert find(text, words) == [found]


@pytest.mark.parametrize("find", [find_quote, find_name, find_tokens])
@pytest.mark.parametrize(("text", "words"), NOT_FOUND)
def test_numbers_negations_letters_and_signs_must_be_the_same(find: Find, text: str, words: str) -> None:
    assert find(text, words) == []


@pytest.mark.parametrize("find", [find_quote, find_name, find_tokens])
def test_no_invisible_character_hides_a_word(find: Find) -> None:
    hidden = [sign for sign in list_invisible() if find(f"a {sign}go{sign}al now", "goal") != [f"go{sign}al"]]
    assert hidden == []
    assert [sign for sign in list_invisible() if find("a goal now", f"go{sign}al") != ["goal"]] == []


def test_the_search_suggests_for_words_without_what_is_invisible_in_them(village_db: Path) -> None:
    with closing(sqlite3.connect(village_db)) as db:
        assert suggest_spelling(db, "low\u00adertn speaks") == "; did you mean “lowerton speaks”?"
        assert "did you mean" not in suggest_spelling(db, "low\u200berton “hamlet”")


def test_a_folded_text_is_its_own_and_that_of_either_normal_form() -> None:
    for text in random_texts():
        folded = fold(text).text
        assert fold(folded).text == folded
        assert {fold(normalize(form, text)).text for form in ("NFC", "NFD")} == {folded}


def test_what_is_found_folds_to_what_was_sought() -> None:
    """Catch an offset map that is off: a word of a text, cut out of it by its span, is that word."""
    for text in random_texts():
        tokens = Tokens(text)
        for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True):
            if key[0].isalnum():
                assert fold_words(text[start:end]) == key
                assert (start, end) in fold(text).find(key)


def random_texts() -> Iterator[str]:
    chance = Random(1)
    return ("".join(chance.choices(SIGNS, k=chance.randrange(30))) for _ in range(2000))
