"""Tests of quotation marks: which of them make a quotation, and which have no partner."""

import pytest

from fixtures.built_dataset import PACKAGE, ROOT
from istanbul_talks.text.quotations import find_quotations, find_unclosed_marks
from pipeline.contract import read_contract
from pipeline.language_rules import read_languages
from pipeline.problems import Problems

ENGLISH = read_languages(ROOT / "seeds" / "languages", read_contract(PACKAGE), Problems())["en"].quotations


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He “said so” twice: “so”.", ["“said so”", "“so”"]),
        ("Quill’s ‘red line’ is Otter’s", ["‘red line’"]),
        ('"one" and "two"', ['"one"', '"two"']),
        ("«One», « two » and ‹three›", ["«One»", "« two »", "‹three›"]),
        ("„One“, „two” and ‚three‘", ["„One“", "„two”", "‚three‘"]),
        ("It's 'Russia's demand', the '90s weren't 'easy'", ["'Russia's demand'", "'easy'"]),
        (
            "‘The states’ problem’ and ‘red lines’ of the states’ own",
            ["‘The states’ problem’", "‘red lines’"],
        ),
        ("‘We reject the states’ demands,’ he said", ["‘We reject the states’ demands,’"]),
        ("'em, 'tis, the workers' and the soldiers' rights, 5'10\" tall", []),
        ("“One ‘two’ three” and ‘four “five” six’", ["“One ‘two’ three”", "‘four “five” six’"]),
        ("“over\na line”, 'over\na line'", ["“over\na line”", "'over\na line'"]),
        ("“agree to\n\nlasting peace”", ["“agree to\n\nlasting peace”"]),
        ("“One.\n\n“Two.\n\n“Three.” He left.", ["“One.\n\n“Two.\n\n“Three.”"]),
        ('"One.\n\n"Two." He "left".', ['"One.\n\n"Two."', '"left"']),
        ("'One.\n\n'Two.' He 'left'.", ["'One.\n\n'Two.'", "'left'"]),
        ("«One.\n\n«Two.» He left.", ["«One.\n\n«Two.»"]),
        ("“Never closed.\n\nHe left. “Gone.” ‘Never", ["“Gone.”"]),
        ("“Never closed. “Gone.” A “stray", ["“Gone.”"]),
        ("no marks at the carts’ end", []),
    ],
)
def test_quotations_are_pairs_of_marks(text: str, quotations: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotations(text, ENGLISH)] == quotations


@pytest.mark.parametrize(
    ("text", "unclosed"),
    [
        ("“One” and “two", ["“two"]),
        ("“Never closed. “Gone.” A “stray", ["“Never closed. ", "“stray"]),
        ('"One" and "two', ['"two']),
        ("‘One’ and ‘two", ["‘two"]),
        ("«One and „two”", ["«One and "]),
        ("“Never closed.\n\nHe left.", ["“Never closed.\n\nHe left."]),
        ("“One.\n\n“Two.” ‘Yes.’", []),
        ("'em, 'tis, the workers' rights, 5'10\" tall, the '90s, rock 'n' roll", []),
        ("A stray” mark", ["” mark"]),
    ],
)
def test_marks_without_a_partner_are_told(text: str, unclosed: list[str]) -> None:
    """Catch a quotation that is not seen because one of its marks is missing."""
    starts = find_unclosed_marks(text, ENGLISH)
    shown = [text[start : start + len(words)] for start, words in zip(starts, unclosed, strict=True)]
    assert shown == unclosed
