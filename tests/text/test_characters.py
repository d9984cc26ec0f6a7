"""Which characters a text may hold, how the others are shown, and what JSON has in their place."""

import json

import pytest

from istanbul_talks.text.characters import UNFIT, describe_unfit, escape_json, show_unfit

UNFIT_SIGNS = [
    ("\0", r"\x00", "U+0000 (a control character)"),
    ("\x1b", r"\x1b", "U+001B (a control character)"),
    ("\x0b", r"\x0b", "U+000B (a control character)"),
    ("\x0c", r"\x0c", "U+000C (a control character)"),
    ("\r", r"\r", "U+000D (a control character)"),
    ("\x7f", r"\x7f", "U+007F (a control character)"),
    ("\x85", r"\x85", "U+0085 (a control character)"),
    ("\x9b", r"\x9b", "U+009B (a control character)"),
    ("\u202a", r"\u202a", "U+202A (which turns the direction of what follows)"),
    ("\u202e", r"\u202e", "U+202E (which turns the direction of what follows)"),
    ("\u2066", r"\u2066", "U+2066 (which turns the direction of what follows)"),
    ("\u2069", r"\u2069", "U+2069 (which turns the direction of what follows)"),
    ("\ud800", r"\ud800", "U+D800 (half of a character)"),
    ("\ufdd0", r"\ufdd0", "U+FDD0 (which is no character)"),
    ("\uffff", r"\uffff", "U+FFFF (which is no character)"),
    ("\U0010fffe", r"\U0010fffe", "U+10FFFE (which is no character)"),
]

FIT = "a\tb\r\nc\n“é” \u00a0\u00ad\u200b\u200e\u2028\u2060\ue000\ufeff\ufffd\ufe0f\U0001f33e\U000e0041"


@pytest.mark.parametrize(("sign", "shown", "described"), UNFIT_SIGNS)
def test_what_no_text_may_hold_is_named_and_shown_as_an_escape(sign: str, shown: str, described: str) -> None:
    assert describe_unfit(sign) == described
    assert show_unfit(f"a{sign}b") == f"a{shown}b"
    escaped = escape_json(json.dumps([f"a{sign}b"], ensure_ascii=False))
    assert not UNFIT.search(escaped)
    assert json.loads(escaped) == [f"a{sign}b"]


def test_everything_else_stays_as_it_is() -> None:
    assert show_unfit(FIT) == FIT
    assert json.loads(escape_json(json.dumps([FIT], ensure_ascii=False))) == [FIT]


def test_json_has_no_line_ends_inside_a_string() -> None:
    assert escape_json('"a\u2028b\u2029c"') == r'"a\u2028b\u2029c"'
