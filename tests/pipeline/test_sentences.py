"""Cutting texts into sentences, and finding the stretches between quotation marks."""

import time

import pytest

from fixtures.built_dataset import PACKAGE, ROOT
from istanbul_talks.text.sentence_ends import split_sentences
from pipeline.contract import read_contract
from pipeline.language_rules import read_languages
from pipeline.problems import Problems

ENGLISH = read_languages(ROOT / "seeds" / "languages", read_contract(PACKAGE), Problems())["en"]


@pytest.mark.parametrize(
    "pieces",
    [
        ["One. ", "Two? ", "Three!"],
        ["\n\n# Heading\n\n", "Text.\n"],
        ["The U.S. President met J. Otter and Mr. Quill. ", "They spoke."],
        ["He left.[1] ", "She stayed.[2][3] ", "“All” did."],
        ["“Stay.” ", "“Go,” she said."],
        ["- one\n", "- two. ", "Three\n", "  • four"],
        ["It cost 3.5 coins. ", "It was e.g. dear."],
        ["They would agree to\n\nlasting peace."],
        ["See (Herald, May 10). ", "[Link](#) text."],
        ["  Indented. ", "Next"],
        [
            "The talks opened on Friday. ",
            "Çavuşoğlu said Russia demanded neutrality. ",
            "Ömer Çelik denied this. ",
            "Šefčovič called it a sham. ",
            "Łukasz Kohut walked out. ",
            "«Enough», said one envoy. ",
            "Émile Zed promised 1,000 tanks.",
        ],
        [
            "İnönü spoke. ",
            "Путин молчал. ",
            "Їжак ушёл. ",
            "„Genug“, hieß es. ",
            "‹Non.› ",
            "« Assez », dit-il.",
        ],
        ["He paused… ", "— Enough, said one. ", "– Then left. ", "¿Why? ", "€3bn came. ", "12 men."],
        ["**Bold.** ", "*Italics.* ", "[1] says so. ", "(In brackets.) ", "Out."],
        ["He left.\u200e ", "\ufeffShe stayed.\u00ad ", "\u200bThey spoke."],
        [
            "The war began on Feb. 24, 2022. ",
            "Lt. Gen. Kostyukov met Maj. Gen. Smith in Room No. 5 at 10 a.m. Moscow time.",
        ],
        [
            "Art. 5 of the U.S. Treaty, cf. Vol. 2 and p. 3, holds. ",
            "No. ",
            "It fell on Sept. 3, not in Sept. ",
            "Why?",
        ],
        ["He came from the U.S. ", "The talks began at 10 a.m. ", "They ended at 2 p.m. Kyiv time."],
        [
            "Points:\n",
            "1. Neutrality. ",
            "2. No NATO; 3. Limits.\n",
            "a. Tanks.\n",
            "b) Guns. ",
            "V. I. Otter spoke.",
        ],
        [
            "Col.-Gen. Fomin, Sgt. Maj. Otter and Brig. Gen. Quill read Res. 2202. ",
            "II. Terms. ",
            "2.1. Arms.",
        ],
        ["‘We agreed … Kyiv refused’. ", "Then they left… ", "They came."],
        ["It was 2022. ", "The vote was 10:5. ", "They were 12. ", "Then he said: 1. Peace. ", "2. Land."],
        [
            "J.D. Vance, Dr. Quill Jr. and Sgt. Otter, e.g. Moscow's, met. ",
            "St. Petersburg vs. Kyiv et al. ",
            "They lost.",
        ],
    ],
)
def test_a_text_is_cut_where_sentences_end(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert [text[start:end] for start, end in split_sentences(text, ENGLISH.sentences)] == pieces


@pytest.mark.parametrize("text", ["", "x", "\n \n", "no end", "A. B. C.\n\n\nD"])
def test_sentences_tile_any_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in split_sentences(text, ENGLISH.sentences)) == text


@pytest.mark.parametrize("unit", ["A. ", "1. ", "? ", "Mr. ", "\u00ad. "])
def test_a_text_of_ends_that_end_nothing_takes_time_as_it_is_long(unit: str) -> None:
    """Catch what is looked at anew from its beginning at each full stop: 24 KB would take ten seconds."""
    begun = time.process_time()
    split_sentences(f"One {unit * 8_000}End", ENGLISH.sentences)
    assert time.process_time() - begun < 5
