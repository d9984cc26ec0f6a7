"""Words between quotation marks, held against a made-up article: which are exact, and which are not."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from fixtures.built_dataset import PACKAGE, ROOT
from istanbul_talks.check.findings import RIGHT, ArticlePlace
from istanbul_talks.check.matching.articles import Articles, load_articles
from istanbul_talks.check.matching.compared_tokens import load_rules
from istanbul_talks.check.matching.quotation_match import QuotationMatch, match_quotation
from pipeline.contract import read_contract
from pipeline.language_rules import list_forms, list_kinds, read_languages
from pipeline.problems import Problems

EXACT, NEARLY, UNKNOWN = "exact", "exact but for", "not wholly known here"
ALTERED, JOINED, NOT_HERE = "altered", "joined from several places", "not in these articles"

TEXT = """
On 2 May the miller met the US envoy at the well.[1] “We have absolutely no problem with the offer,” Quill
[said](#) on Sunday, “but we can’t pay 12 carts of grain – not yet.” There were no such “agreements,” Otter
wrote.

The non-nuclear deal, worth 5 million crowns, made bread 30% dearer; nobody in Upperton did refuse the lane.
He does not understand dignity or honesty. Upperton’s elders may sell the orchard (once the rain has
gone) soon.

“We want the [upper] meadow,” the former schoolteacher told us. It’s a
long-standing quarrel about re-signed leases.

Nobody asked: Is the well ours? Nobody counted the tens of thousands of sheep behind the tall chapel … until
the bell rang — and Otter counted them all.

The delegation of Quill, led by the old envoy Rosa Finch, met in Upperton on Sunday. The other side was led
by the young Otter. The lane is old. He came late, while Lowerton's elders urged the lane's repair.
They slept.
"""
"""An article with what has to be seen: negations, numbers, marks, brackets, an ellipsis, markup."""

NAMES = [
    *(("quill", "Quill"), ("quill", "Mira Quill"), ("quill", "Upper mayor"), ("otter", "Otter")),
    *(("upperton", "Upperton"), ("lowerton", "Lowerton"), ("finch", "Rosa Finch"), ("finch", "old envoy")),
]
"""Whom the article names, by what they are called."""

GAP = "\0" * 12
GAPS = f"The old miller of Upperton sold {GAP} by the river before the harvest. {GAP}She slept on, and on."
"""An article as far as its quotes tell it."""


@pytest.fixture(scope="module")
def articles() -> Articles:
    english = read_languages(ROOT / "seeds" / "languages", read_contract(PACKAGE), Problems())["en"]
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE sources AS SELECT 'en' AS language")
        db.execute("CREATE TABLE language_forms (language, kind, number, meaning, form)")
        for kind in list_kinds(english.file):
            rows = [("en", kind.keys[-1], 1, *row) for row in list_forms(kind)]
            db.executemany("INSERT INTO language_forms VALUES (?, ?, ?, ?, ?)", rows)
        return Articles([("well", TEXT), ("sale", GAPS)], load_rules(db), names=NAMES)


def match_words(articles: Articles, words: str, before: str = "", behind: str = "") -> QuotationMatch:
    """Match words that are no single word of anybody."""
    match = match_quotation(articles, words, before, behind)
    assert match
    return match


CASES: dict[str, dict[str, str | None]] = {
    EXACT: {
        "We have absolutely no problem with the offer,": "",
        "refuse the lane. He does not": "",
        "carts of grain – not yet": "",
        "We have\nabsolutely  no\u00a0prob\u00adlem": "",
        "We want the [upper] meadow": "",
        "the tall chapel … until": "",
        "non-nuclear deal": "",
        "no such “agreements,” Otter wrote": "",
    },
    NEARLY: {
        "We have absolutely no problem with the offer.": "the sign before the closing mark",
        "we have absolutely no problem": "letter case at the beginning",
        "[w]e have absolutely no problem": "a letter in brackets; letter case at the beginning",
        "HE DOES NOT UNDERSTAND DIGNITY": "letter case",
        "at the well. “We have": "the article's markup",
        "no such 'agreements,' Otter": "the shape of marks",
        "It's a long‑standing quarrel": "the shape of marks",
        "the bell rang – and Otter": "the shape of marks",
        "a long-standing … leases": "an ellipsis over “quarrel about re-signed”",
        "sell the orchard [...] soon": "an ellipsis over “(once the rain has gone)”",
        "sell the orchard . . . soon": "an ellipsis over “(once the rain has gone)”",
        "sell the orchard . .\n. soon": "an ellipsis over “(once the rain has gone)”",
        "… absolutely no problem": "an ellipsis",
        "The delegation … met in Upperton": "an ellipsis over “of Quill, led by the old envoy Rosa Finch,”",
        "met in Upperton on Sunday. … He came late": "an ellipsis over 13 words",
        "- We have absolutely no problem": "the draft's markup",
        "The other side was led by the young Otter. … He came late": "an ellipsis over “The lane is old.”",
        "the [Finch] told us": "the brackets put “Finch” for “former schoolteacher”",
        "made bread [sic] 30% dearer": "the brackets put “sic”",
        "made [the] bread 30% [dear]": None,
        "[The man] does not understand": "the brackets put “The man” for “He”",
        "[Mira Quill] does not understand": "the brackets put “Mira Quill” for “He”",
        "led by the old envoy [Finch], met": "the brackets put “Finch” for “Rosa Finch”",
        "delegation of [Upperton’s mayor], led": "the brackets put “Upperton’s mayor” for “Quill”",
        "of [the Upper mayor], led by": "the brackets put “the Upper mayor” for “Quill”",
        "rang — and [the man] counted them": "the brackets put “the man” for “Otter”",
        "[Mr. Otter] counted them all": None,
        "[Quill] slept on, and": "the brackets put “Quill” for “She”",
        "[So] he does not understand": "letter case at the beginning; the brackets put “So”",
        "[Their] may sell the orchard": "the brackets put “Their”",
        "the former [sic]": "the brackets put “sic”",
        "the former school-\nteacher told us": "a hyphen at a line's end",
        "absolutely *no* problem": "the draft's markup",
        "does not understand dignity or honesty. Upperton’s\n\n“elders may": "the draft's markup",
    },
    ALTERED: {
        "We have no problem with the offer": "“absolutely” is left out after “have”",
        "We have absolutely no trouble with the offer": "the article has “problem” for “trouble”",
        "We have absolutely no big problem with the offer": "“big” is put in after “no”",
        "We have absolutely problem with the offer": "“no” is left out after “absolutely”",
        "He does understand dignity": "“not” is left out after “does”",
        "does not understand dignity, or honesty": "a comma is put in after “dignity”",
        "The non-nuclear deal worth 5 million crowns": "a comma is left out after “deal”",
        "non nuclear deal, worth 5 million": "a hyphen is left out after “non”",
        "worth 6 million crowns": "the article has “5” for “6”",
        "made bread 30 percent dearer": "the article has “%” for “percent”",
        "He does not understand dignity or honesty or us": "“or us” is put in at the end",
        "Clearly, he does not understand dignity or honesty": "“Clearly,” is put in at the beginning",
        "former schoolteachers": "the article has “schoolteacher” for “schoolteachers”",
        "made bread 30 dearer": "“%” is left out after “30”",
        "met the us envoy": "the article has “US” for “us”",
        "On 2 may the miller": "the article has “May” for “may”",
        "elders May sell the orchard": "the article has “may” for “May”",
        "we can pay 12 carts": "“’t” is left out after “can”",
        "problem with the оffer": "the article has “offer” for “оffer”",
        "a long-standing quarrel about resigned leases": "the article has “re-signed” for “resigned”",
        "made bread ３０% dearer": "the article has “30” for “３０”",
        "The delegation of Quill, led by … Otter": "the ellipsis hides the end of a sentence",
        "The other side … is old": "the ellipsis hides the end of a sentence",
        "the young Otter … He came late": "the ellipsis hides the end of a sentence",
        "The lane is old. He … urged the lane": "the ellipsis is beside a part of “lane's”",
        "Lowerton … urged the lane's repair": "the ellipsis is beside a part of “Lowerton's”",
        "late, while Lowerton's … the lane": None,
        "does … understand dignity": "the ellipsis hides “not”",
        "can’t pay … carts of grain": "the ellipsis hides “12”",
        "the former [woman they knew] told us": "the brackets put “woman they knew” for “schoolteacher”",
        "about [a theft of] leases": "the brackets put “a theft of” for “re-signed”",
        "the former [miller] told us": "the brackets put “miller” for “schoolteacher”",
        "does not [mis]understand dignity": "the brackets put “misunderstand” for “understand”",
        "about [lapsed] leases": "the brackets put “lapsed” for “re-signed”",
        "the former schoolteacher [denied] us. It’s": "the brackets put “denied” for “told”",
        "[denied] us. It’s": "the brackets put “denied” for “told”",
        "the former [miller]": "the brackets put “miller” for “schoolteacher”",
        "He [does] understand dignity": "the brackets put “does” for “does not”",
        "can’t pay [some] carts of grain": "the brackets put “some” for “12”",
        "The delegation of [Otter], led by": "the brackets put “Otter” for “Quill”",
        "delegation of [Lowerton’s mayor], led": "the brackets put “Lowerton’s mayor” for “Quill”",
        "led by the old envoy [Rosa Hay], met": "the brackets put “Rosa Hay” for “Rosa Finch”",
        "[Lowerton] elders may sell": None,
        "[Quill] counted them all": "the brackets put “Quill” for “Otter”",
        "met in Upperton on [Monday]. The other": "the brackets put “Monday” for “Sunday”",
        "was led by the young [Quill]": "the brackets put “Quill” for “Otter”",
        "He does [not] understand dignity": "the brackets put “not” for “not”",
        "want the [lower] meadow": "what is left out has marks or brackets of the article: “[upper]”",
        "want the upper meadow": None,
        "with the offer, Quill said on Sunday": "the article's quotation ends after “offer”",
        "Quill said on Sunday, but we": "the article's quotation begins before “but”",
        "no problem with the offer, but we": None,
        "absolutely no problem … but we": None,
        "understand dignity or honesty": "right before these words the article has “not”",
        "understand … or honesty": "right before these words the article has “not”",
        "but we can": "the article goes on: “can’t”",
        "pay 12 carts of grain": "right before these words the article has “can’t”",
        "nuclear deal": "the article has “non-nuclear” for “nuclear”",
        "worth 5": "the article has “5 million” for “5”",
        "million crowns": "the article has “5 million” for “million”",
        "made bread 30": "the article has “30%” for “30”",
        "the orchard once the rain has gone": None,
        "Is the well ours.": "the article goes on: “?”",
        "thousands of sheep": "the article has “tens of thousands” for “thousands”",
        "There were agreements,": "the article's quotation begins before “agreements”; "
        "“no such “” is left out after “were”",
        "the U.S. envoy at the well": None,
        "rang—and Otter counted them all?": "the article has a full stop for a question mark",
        "did refuse the lane\u202e": None,
        "the bell rang-and Otter counted": "the article has a dash for a hyphen",
        "The non-nuclear deal did refuse the lane": None,
        "The lane is olden": "the article has “old” for “olden”",
    },
    JOINED: {
        "worth 5 million crowns, made bread and behind the tall chapel": None,
        "The non-nuclear deal, worth 5 million crowns, the former schoolteacher told us.": None,
        "until the bell rang … the former schoolteacher told us": None,
        "Otter counted them all … He does not understand dignity": None,
    },
    UNKNOWN: {
        "The old miller of Upperton … the lane by the river before the harvest": None,
        "The old miller of Upperton sold his mill by the river": None,
        "by the river before the harvest. He left": None,
    },
    NOT_HERE: {
        "Ask not what your village can do for you": None,
        "The lane is blue and so": None,
        "The miller said that the offer of the envoy was no problem": None,
        "": None,
        "…": None,
        "[]": None,
        "?!": None,
        "\0\0\0\0": None,
    },
}
"""Words of a draft by the verdict on them, with what differs where that is told in one way."""


@pytest.mark.parametrize(
    ("words", "verdict", "differs"),
    [(words, verdict, differs) for verdict, cases in CASES.items() for words, differs in cases.items()],
)
def test_words_between_marks_are_judged(
    articles: Articles, words: str, verdict: str, differs: str | None
) -> None:
    """Catch words called exact that are not, exact ones called otherwise, and what differs told wrong."""
    match = match_words(articles, words)
    assert (match.verdict, match.differs if differs is not None else None) == (verdict, differs)


@pytest.mark.parametrize(
    ("before", "behind", "verdict"),
    [
        ("Putin, she said, does not ", ".", EXACT),
        ("He denied that they ", ".", EXACT),
        ("He was not there. They ", ".", ALTERED),
        ("They do ", ".", ALTERED),
    ],
)
def test_a_negation_before_the_quotation_may_stand_in_the_draft(
    articles: Articles, before: str, behind: str, verdict: str
) -> None:
    assert match_words(articles, "understand dignity or honesty", before, behind).verdict == verdict


@pytest.mark.parametrize(
    ("words", "before", "behind", "is_of_both"),
    [
        ("sell", "The paper says the envoy has to ", " the lane.", True),
        ("sell", "The orchard is gone. He had to ", " the lane. The orchard", True),
        ("sell", "He had to ", " the orchard.", False),
        ("agreements", "He had ", " in mind.", False),
        ("sell the", "He had to ", " lane.", False),
        ("unheard", "He was ", ".", False),
    ],
)
def test_one_word_is_a_quotation_where_something_else_shows_it(
    articles: Articles, words: str, before: str, behind: str, *, is_of_both: bool
) -> None:
    assert (match_quotation(articles, words, before, behind) is None) is is_of_both


def test_places_are_those_of_the_article_with_its_markup(articles: Articles) -> None:
    (place,) = match_words(articles, "the offer,” Quill said on Sunday").places
    assert TEXT[place.start : place.end] == "the offer,” Quill\n[said](#) on Sunday"


def test_a_place_is_given_once_however_the_words_are_read(articles: Articles) -> None:
    """Catch one place told as two, with the last sign and without it."""
    assert len(match_words(articles, "He does … understand dignity or honesty.").places) == 1


def test_an_ellipsis_hides_no_distance_of_the_article(articles: Articles) -> None:
    """Catch words by which an article keeps its distance, known by the coding, left out of what it says."""
    start = TEXT.index("old envoy")
    distant = Articles([("well", TEXT)], articles.rules, [ArticlePlace("well", start, start + 3)])
    match = match_words(distant, "Quill, led by the … envoy Rosa")
    assert (match.verdict, match.differs) == (ALTERED, "the ellipsis hides “old”")


def test_the_place_most_like_the_drafts_sentence_comes_first(articles: Articles) -> None:
    """Catch the words of another sentence told first where a word stands in several."""
    places = match_words(articles, "the well", "Nobody asked whether ", " was ours.").places
    assert [TEXT[place.start - 3 : place.end] for place in places] == ["Is the well", "at the well"]


def test_all_places_of_the_same_words_are_given(village_db: Path) -> None:
    with closing(sqlite3.connect(village_db)) as db:
        match = match_words(load_articles(db), "Otter demanded that Upperton remove 12 carts")
    assert [place.source_id for place in match.places] == ["well-talks", "well-talks"]


WORDS = re.compile(r"\w+|[^\w\s]")
MARKS = str.maketrans("“”‘’–—‑", "''''---")
SIGNS = ",;:?!-'%½²éа012aeIS "


def change_words(words: str, chance: Random) -> str:
    """Return words with a character or a word changed, put in, left out or moved, not at either end."""
    if chance.random() < 0.6:
        place = chance.randrange(1, len(words) - 1)
        rest = words[place + chance.randrange(2) :]
        return words[:place] + chance.choice(("", chance.choice(SIGNS))) + rest
    pieces = words.split(" ")
    place = chance.randrange(1, max(len(pieces) - 1, 2))
    put = chance.choice(([], [chance.choice(TEXT.split())], pieces[place : place + 1] * 2))
    return " ".join([*pieces[:place], *put, *pieces[place + 1 :]])


def list_tokens(text: str) -> str:
    return " ".join(
        WORDS.findall(text.replace("[1]", "").replace("[said](#)", "said").translate(MARKS).lower())
    )


def test_no_random_change_is_called_exact(articles: Articles) -> None:
    """Catch a character or a word of which the comparison does not see that it is another."""
    chance = Random(16)
    plain = TEXT.replace("[1]", "").replace("[said](#)", "said")
    whole = f" {list_tokens(plain)} "
    missed = []
    for _ in range(250):
        start = chance.randrange(len(plain) - 80)
        words = " ".join(plain[start : start + chance.randrange(12, 80)].split())
        changed = change_words(words, chance)
        match = match_quotation(articles, changed)
        if match and match.verdict in RIGHT and f" {list_tokens(changed)} " not in whole:
            missed.append((changed, match))
    assert missed == []
