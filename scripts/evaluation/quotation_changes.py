"""Words of the articles, as they are and changed: what trial drafts have between their quotation marks.

Each function returns the words of a quotation, "" where what was drawn does not allow it. What does not
belong here: the marks and the sentence around them (seeded_drafts.py).
"""

import re
from collections.abc import Callable
from itertools import pairwise

from evaluation.draft_material import QUOTATION_MARKS, WORD, DraftMaterial, flatten, has_marks

Change = Callable[[DraftMaterial], str]

PART = range(5, 12)
"""How many words a part of a sentence has."""

BESIDE = 3
"""How many words beside a part of a sentence are no number or negation."""

HIDDEN = range(2, 6)
"""How many words an ellipsis stands for."""

ELLIPSES = ("…", "...", "[…]", "[...]", ". . .")


# What is as the article has it, or differs in what may differ


def quote_sentence(material: DraftMaterial) -> str:
    """Quote a sentence."""
    return material.chance.choice(material.plain_sentences)


def quote_part(material: DraftMaterial) -> str:
    """Quote some words of a sentence."""
    return _cut(material, quote_sentence(material), PART)


def quote_few_words(material: DraftMaterial) -> str:
    """Quote two or three words of a sentence."""
    return _cut(material, quote_sentence(material), range(2, 4))


def quote_several_sentences(material: DraftMaterial) -> str:
    """Quote two sentences that follow each other."""
    first, second = material.chance.choice(list(pairwise(material.sentences)))
    both = f"{first} {second}"
    return both if not has_marks(both) and material.is_printed(both) else ""


def quote_with_marks(material: DraftMaterial) -> str:
    """Quote a sentence in which the article itself quotes."""
    marked = [sentence for sentence in material.sentences if has_marks(sentence)]
    return material.chance.choice(marked) if marked else ""


def put_in_brackets(material: DraftMaterial) -> str:
    """Put other words in brackets in place of one that is no number or negation."""
    words, place = _choose_word(material, quote_part(material), lambda word: not material.is_weighty(word))
    return _replace(words, place, material.choose_frame("bracketed")) if place else ""


def bracket_first_letter(material: DraftMaterial) -> str:
    """Put the first letter in brackets, small for capital or capital for small."""
    words = quote_part(material)
    return f"[{words[:1].swapcase()}]{words[1:]}" if words[:2].isalpha() else ""


def change_first_case(material: DraftMaterial) -> str:
    """Begin a quotation with a capital for a small letter."""
    words = quote_part(material)
    return words[:1].upper() + words[1:] if words[:1].islower() else ""


def leave_out_words(material: DraftMaterial) -> str:
    """Put an ellipsis for words without number, negation, name and reporting word."""
    return _leave_out(material, lambda hidden: not any(map(material.may_turn, hidden)))


def end_with_comma(material: DraftMaterial) -> str:
    """Put a comma or full stop before the closing mark."""
    words = quote_part(material)
    return words + material.chance.choice((",", ".")) if words and words[-1] not in ",." else ""


# What is not


def alter_word(material: DraftMaterial) -> str:
    """Put another word of the articles in place of one."""
    words, place = _choose_word(material, _quote_any(material), lambda word: not material.is_weighty(word))
    return _replace(words, place, material.chance.choice(material.vocabulary)) if place else ""


def leave_out_word(material: DraftMaterial) -> str:
    """Leave out a word without saying so."""
    words, place = _choose_word(material, _quote_any(material), lambda _: True)
    return " ".join(_replace(words, place, "").split()) if place else ""


def put_in_word(material: DraftMaterial) -> str:
    """Put in a word of the articles."""
    words, place = _choose_word(material, _quote_any(material), lambda _: True)
    other = material.chance.choice(material.vocabulary)
    return _replace(words, place, f"{other} {place[0]}") if place else ""


def swap_words(material: DraftMaterial) -> str:
    """Let two neighbouring words change places."""
    words = _quote_any(material)
    pairs = [(a, b) for a, b in pairwise(WORD.finditer(words)) if a[0].lower() != b[0].lower()]
    if not pairs:
        return ""
    a, b = material.chance.choice(pairs)
    return words[: a.start()] + b[0] + words[a.end() : b.start()] + a[0] + words[b.end() :]


def drop_negation(material: DraftMaterial) -> str:
    """Leave out a negation."""
    words, place = _find_word(material, material.is_negation)
    return " ".join(_replace(words, place, "").split()) if place else ""


def cut_off_negation(material: DraftMaterial) -> str:
    """Begin a quotation right behind a negation, with words that stand nowhere else."""
    sentence, place = _find_word(material, material.is_negation)
    words = _take(sentence[place.end() :], max(PART)) if place else ""
    return words if sum(text.count(flatten(words)) for text in material.texts) == 1 else ""


def put_in_negation(material: DraftMaterial) -> str:
    """Put "not" or "never" before a word."""
    words, place = _choose_word(material, _quote_any(material), lambda _: True)
    negation = material.chance.choice(sorted({"not", "never"} & material.forms["negations"].keys()))
    return _replace(words, place, f"{negation} {place[0]}") if place else ""


def put_other_number(material: DraftMaterial) -> str:
    """Put another number in place of one."""
    words, place = _find_word(material, material.is_number)
    return _replace(words, place, alter_number(material, place[0])) if place else ""


def put_in_comma(material: DraftMaterial) -> str:
    """Put a comma between two words."""
    words = _quote_any(material)
    places = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", words)]
    place = material.chance.choice(places) if places else 0
    return f"{words[:place]},{words[place:]}" if place else ""


def leave_out_comma(material: DraftMaterial) -> str:
    """Leave out a comma."""
    words = quote_sentence(material)
    places = [match.start() for match in re.finditer(r", ", words)]
    place = material.chance.choice(places) if places else 0
    return words[:place] + words[place + 1 :] if place else ""


def hide_number(material: DraftMaterial) -> str:
    """Put an ellipsis for words with a number."""
    return _leave_out(material, lambda hidden: any(map(material.is_number, hidden)))


def hide_negation(material: DraftMaterial) -> str:
    """Put an ellipsis for words with a negation."""
    return _leave_out(material, lambda hidden: any(map(material.is_negation, hidden)))


def bracket_weighty_word(material: DraftMaterial) -> str:
    """Put brackets in place of a number or negation, or a negation into brackets."""
    words, place = _choose_word(material, quote_sentence(material), material.is_weighty)
    if place:
        return _replace(words, place, material.choose_frame("bracketed"))
    words, place = _choose_word(material, words, lambda _: True)
    return _replace(words, place, f"[not] {place[0]}") if place else ""


def bracket_other_name(material: DraftMaterial) -> str:
    """Put in brackets the name of another in place of a name."""
    words, place = _find_word(material, material.actors_by_name.__contains__)
    if not place:
        return ""
    same = material.actors_by_name[place[0]]
    others = [name for name, actors in material.actors_by_name.items() if same.isdisjoint(actors)]
    return _replace(words, place, f"[{material.chance.choice(others)}]") if others else ""


def bracket_own_name(material: DraftMaterial) -> str:
    """Put in brackets another name of the same in place of a name."""
    words, place = _find_word(material, material.actors_by_name.__contains__)
    same = material.actors_by_name[place[0]] if place else frozenset()
    names = [name for name, actors in material.actors_by_name.items() if actors == same != frozenset()]
    return _replace(words, place, f"[{material.chance.choice(names)}]") if names else ""


def change_case(material: DraftMaterial) -> str:
    """Make another word of one by its capitals."""
    others = material.frames["other_in_case"]
    words, place = _find_word(material, others.__contains__)
    return _replace(words, place, others[place[0]]) if place else ""


def change_hyphen(material: DraftMaterial) -> str:
    """Take a hyphen out of a word, or join two words by one."""
    words = _quote_any(material)
    places = [match.start() for match in re.finditer(r"(?<=[^\W\d])[- ](?=[^\W\d])", words)]
    if not places:
        return ""
    place = material.chance.choice(places)
    other = "-" if words[place] == " " else material.chance.choice((" ", ""))
    return words[:place] + other + words[place + 1 :]


def join_two_quotations(material: DraftMaterial) -> str:
    """Join words of two sentences as if they followed each other."""
    first, second = (_cut(material, quote_sentence(material), PART) for _ in range(2))
    joint = material.chance.choice((" ", ", ", " and ", " … ", ". "))
    return f"{first}{joint}{second}" if first and second else ""


def run_over_mark(material: DraftMaterial) -> str:
    """Quote words as one's that the article has partly inside its quotation marks and partly outside."""
    marked = quote_with_marks(material)
    closing = [match.start() for match in re.finditer(rf"(?<=\w)[,.]?[{QUOTATION_MARKS}’](?= \w)", marked)]
    if not closing:
        return ""
    place = material.chance.choice(closing)
    after = marked[place:].lstrip(",.’" + QUOTATION_MARKS)
    opening = max(marked.rfind(mark, 0, place) for mark in QUOTATION_MARKS + "‘")
    words = f"{marked[opening + 1 : place].rstrip(',.')} {_take(after, 4)}"
    return "" if has_marks(words) else words


def quote_something_else(material: DraftMaterial) -> str:
    """Quote what stands in no article."""
    return material.choose_frame("foreign")


VERBATIM: dict[str, Change] = {
    "a sentence": quote_sentence,
    "part of a sentence": quote_part,
    "two or three words": quote_few_words,
    "several sentences": quote_several_sentences,
    "with the article's own marks inside": quote_with_marks,
}
NEARLY: dict[str, Change] = {
    "a word in brackets": put_in_brackets,
    "brackets that put another name of the same": bracket_own_name,
    "the first letter in brackets": bracket_first_letter,
    "a capital at the beginning": change_first_case,
    "an ellipsis": leave_out_words,
    "a comma or full stop at the end": end_with_comma,
}
ALTERED: dict[str, Change] = {
    "one word altered": alter_word,
    "a word left out": leave_out_word,
    "a word put in": put_in_word,
    "two words changed places": swap_words,
    "a negation left out": drop_negation,
    "a negation cut off before the first word": cut_off_negation,
    "a negation put in": put_in_negation,
    "a number changed": put_other_number,
    "a comma put in": put_in_comma,
    "a comma left out": leave_out_comma,
    "an ellipsis that hides a number": hide_number,
    "an ellipsis that hides a negation": hide_negation,
    "brackets for a number or with “not”": bracket_weighty_word,
    "brackets that put a name for another": bracket_other_name,
    "capitals that make another word": change_case,
    "a hyphen put in or left out": change_hyphen,
    "two quotations joined": join_two_quotations,
    "over the end of the article's quotation": run_over_mark,
    "a foreign quotation": quote_something_else,
}


def alter_number(material: DraftMaterial, word: str) -> str:
    """Return another number in the place of one: other digits, or another word of the same kind."""
    if any(sign.isdigit() for sign in word):
        place = material.chance.choice([i for i, sign in enumerate(word) if sign.isdigit()])
        digit = (int(word[place]) + material.chance.randint(1, 8)) % 10 or 9
        return f"{word[:place]}{digit if str(digit) != word[place] else 8}{word[place + 1 :]}"
    begin, hyphen, last = word.rpartition("-")
    kinds = ("fractions", "plural_multipliers", "multipliers", "cardinals", "ordinals")
    for part, other in ((last, f"{begin}{hyphen}{{}}"), (begin, f"{{}}{hyphen}{last}")):
        forms = next((material.forms[kind] for kind in kinds if part.lower() in material.forms[kind]), {})
        plain = {meaning: form for form, meaning in reversed(forms.items())}
        others = [form for meaning, form in plain.items() if meaning != forms[part.lower()]]
        if others:
            return other.format(material.chance.choice(others))
    return word


def _quote_any(material: DraftMaterial) -> str:
    return material.chance.choice((quote_sentence, quote_part))(material)


def _cut(material: DraftMaterial, sentence: str, lengths: range) -> str:
    """Return so many words of a sentence that nothing right beside them turns; "" where others are drawn."""
    places = list(WORD.finditer(sentence))
    length = min(material.chance.choice(lengths), len(places))
    start = material.chance.randint(0, len(places) - length)
    end = start + length
    beside = [*places[max(start - BESIDE, 0) : start], *places[end : end + BESIDE]]
    if any(material.is_weighty(place[0]) for place in beside):
        return ""
    return sentence[places[start].start() : places[end - 1].end()]


def _take(text: str, count: int) -> str:
    """Return the first words of a text."""
    places = list(WORD.finditer(text))[:count]
    return text[places[0].start() : places[-1].end()] if places else ""


def _find_word(material: DraftMaterial, fits: Callable[[str], bool]) -> tuple[str, re.Match[str] | None]:
    """Return a sentence that has a word that fits, and such a word, unless it is the first or last."""
    found = [words for words in material.plain_sentences if any(map(fits, WORD.findall(words)))]
    return _choose_word(material, material.chance.choice(found), fits) if found else ("", None)


def _choose_word(
    material: DraftMaterial, words: str, fits: Callable[[str], bool]
) -> tuple[str, re.Match[str] | None]:
    """Return the words, and of those that have others on both sides one that fits."""
    places = [match for match in list(WORD.finditer(words))[1:-1] if fits(match[0])]
    return words, material.chance.choice(places) if places else None


def _replace(words: str, place: re.Match[str] | None, other: str) -> str:
    return words[: place.start()] + other + words[place.end() :] if place else words


def _leave_out(material: DraftMaterial, fits: Callable[[list[str]], bool]) -> str:
    """Put an ellipsis for words of a sentence that fit, with words left on both sides."""
    words = quote_sentence(material)
    places = list(WORD.finditer(words))
    ranges = [
        (places[start].start(), places[start + length - 1].end())
        for length in HIDDEN
        for start in range(3, len(places) - length - 3)
        if fits([match[0] for match in places[start : start + length]])
    ]
    if not ranges:
        return ""
    start, end = material.chance.choice(ranges)
    return f"{words[:start]}{material.chance.choice(ELLIPSES)}{words[end:]}"
