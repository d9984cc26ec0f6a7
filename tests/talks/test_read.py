"""Tests of `talks read`."""

import re
from pathlib import Path

from fixtures.built_dataset import ROOT
from fixtures.talks_runner import run_in_terminal, run_talks, strip_styles

ARTICLE = (ROOT / "tests/fixtures/village/articles/well-talks.txt").read_text(encoding="utf-8")


def test_read_prints_the_article_character_for_character(village_db: Path) -> None:
    printed = run_talks(village_db, "read", "well-talks", "--mark", "demands,claims,roles").stdout
    assert "**remove 12 carts**" in printed
    assert printed.replace("**", "").removesuffix("\n") == ARTICLE


def test_read_without_the_text_shows_the_quotes_and_the_gaps(released_db: Path) -> None:
    told, _, printed = run_talks(released_db, "read", "well-talks").stdout.partition("\n\n")
    assert "The original: “Upperton and Lowerton meet at the mill”. 1998-03-02. SHA-256 of the text: " in told
    assert told.splitlines()[1].endswith(". It prints no address.")
    assert "`talks reanchor FILE --source well-talks` finds the quotes in your own copy." in told
    assert "**We will share the well**" in printed
    gaps = [int(count) for count in re.findall(r" \[… (\d+) characters …\] ", printed)]
    words = re.sub(r" \[… \d+ characters …\] ", "", printed.replace("**", "")).removesuffix("\n")
    assert sum(gaps) + len(words) == len(ARTICLE)
    assert gaps


def test_in_a_terminal_a_release_shows_quotes_with_notes_and_gaps(released_db: Path) -> None:
    screen = strip_styles(run_in_terminal(released_db, "read", "well-talks", columns=100))
    assert "talks reanchor FILE --source well-talks" in screen
    assert re.search(r"We will share the well[⁰¹²³⁴⁵⁶⁷⁸⁹]+", screen)
    assert "characters …]" in screen
    assert "share-the-well" in screen


def test_in_a_terminal_words_are_numbered_where_their_note_is(village_db: Path) -> None:
    screen = run_in_terminal(village_db, "read", "well-talks", columns=100)
    heading, metadata = strip_styles(screen).splitlines()[:2]
    assert heading == "Upperton and Lowerton meet at the mill"
    assert metadata.endswith(" · not stated: author, publisher, address")
    (number,) = re.findall(r"remove 12 carts[^⁰¹²³⁴⁵⁶⁷⁸⁹]*([⁰¹²³⁴⁵⁶⁷⁸⁹]+)", strip_styles(screen))[:1]
    digits = number.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
    assert re.search(rf"^ +{digits} .*remove-carts", strip_styles(screen), flags=re.MULTILINE)
