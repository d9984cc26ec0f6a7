"""What a trial draft says in its own words, rightly and wrongly: who speaks, figures, dates, names.

Each function returns a sentence without quotation marks, or a frame whose {words} are to be quoted and these
words; nothing where what was drawn does not allow it.
"""

import re
from collections.abc import Callable
from datetime import date

from evaluation.draft_material import MISSPELT, CodedFigure, DraftMaterial, Statement
from evaluation.quotation_changes import alter_number

Saying = Callable[[DraftMaterial], str]
Speech = Callable[[DraftMaterial], tuple[str, str]]

NUMBER = re.compile(r"[^\W_]+(?:[-.,][^\W_]+)*")
LONG_NAME = 6  # letters
DAY = re.compile(r"(?<![\d,])\d{1,2}(?![\d,]*\d)")
DAYS_IN_TH = (*range(4, 21), *range(24, 29))


def name_speaker(material: DraftMaterial) -> tuple[str, str]:
    """Give a quotation to somebody through whom it reached the page."""
    statement = _choose_statement(material)
    return _speak(material, statement, sorted(statement.holders & material.speakers.keys()))


def name_other_speaker(material: DraftMaterial) -> tuple[str, str]:
    """Give a quotation to somebody who has nothing to do with those who said it."""
    statement = _choose_statement(material)
    holders = statement.holders | statement.others
    near = {actor for actor, other in material.related if other in holders}
    return _speak(material, statement, sorted(material.speakers.keys() - near - holders))


def keep_figure(material: DraftMaterial) -> str:
    """Say a figure as an article gives it and no other contradicts it."""
    return _choose_figure(material, is_disputed=False).sentence


def keep_disputed_figure(material: DraftMaterial) -> str:
    """Say a figure as an article gives it, and another one differently."""
    return _choose_figure(material, is_disputed=True).sentence


def change_figure(material: DraftMaterial) -> str:
    """Say a figure that no article gives."""
    found = material.figures
    return _change_number(material, material.chance.choice(found)) if found else ""


def _change_number(material: DraftMaterial, figure: CodedFigure) -> str:
    """Return the sentence of a figure with another number, "" where articles have that, too."""
    numbers = [match for match in NUMBER.finditer(figure.words) if material.is_number(match[0])]
    if not numbers:
        return ""
    number = material.chance.choice(numbers)
    other = alter_number(material, number[0])
    start = figure.sentence.index(figure.words) + number.start()
    known = f" {other} " in " ".join(material.texts) or other.lower() == number[0].lower()
    return "" if known else figure.sentence[:start] + other + figure.sentence[start + len(number[0]) :]


def retell_figure(material: DraftMaterial) -> str:
    """Say a figure as the dataset gives it, in another writer's sentence."""
    return _retell(material, _choose_told_figure(material))


def retell_changed_figure(material: DraftMaterial) -> str:
    """Say a figure that no article gives, in another writer's sentence."""
    figure = _choose_told_figure(material)
    changed = _change_number(material, figure)
    return _retell(material, figure._replace(sentence=changed)) if changed else ""


def keep_date(material: DraftMaterial) -> str:
    """Say a date as an article prints it."""
    return material.chance.choice(material.dates)[1] if material.dates else ""


def change_date(material: DraftMaterial) -> str:
    """Say a day that no article names."""
    months = material.forms["months"].keys()
    dated = [
        (words, sentence)
        for words, sentence in material.dates
        if len(DAY.findall(words)) == 1 and months & set(words.split()) and words in sentence
    ]
    if not dated:
        return ""
    words, sentence = material.chance.choice(dated)
    printed = {int(day) for text in material.texts for day in DAY.findall(text)}
    day = material.chance.choice([day for day in range(1, 29) if day not in printed])
    return sentence.replace(words, DAY.sub(str(day), words, count=1), 1)


def retell_date(material: DraftMaterial) -> str:
    """Say the day of an event as another writer would set it down."""
    if not material.days:
        return ""
    event, day = material.chance.choice(material.days)
    return _set_down(material, event, day)


def retell_changed_date(material: DraftMaterial) -> str:
    """Say a day for an event that no article names, as another writer would set it down."""
    if not material.days:
        return ""
    event, day = material.chance.choice(material.days)
    printed = {int(day) for text in material.texts for day in DAY.findall(text)}
    others = [each for each in DAYS_IN_TH if each not in printed]
    return _set_down(material, event, day.replace(day=material.chance.choice(others)))


def keep_name(material: DraftMaterial) -> str:
    """Say a name as an article spells it."""
    return _choose_name(material, misspelt=False)[1]


def keep_misspelling(material: DraftMaterial) -> str:
    """Say a name as an article prints it by mistake."""
    return _choose_name(material, misspelt=True)[1]


def change_name(material: DraftMaterial) -> str:
    """Spell a name as no article does."""
    form, sentence = _choose_name(material, misspelt=False)
    word = form.split()[-1] if form else ""
    if len(word) < LONG_NAME:
        return ""
    place = material.chance.randint(2, len(word) - 2)
    a, b = word[place - 1], word[place]
    other = word[: place - 1] + material.chance.choice((b + a, a, a + a + b, a + "e" + b)) + word[place + 1 :]
    known = any(other in text for text in material.texts)
    return "" if known else sentence.replace(form, form.removesuffix(word) + other)


RIGHT_WORDS: dict[str, tuple[str, Saying]] = {
    "a figure as an article gives it": ("figure", keep_figure),
    "a figure in another's sentence": ("figure", retell_figure),
    "a date as an article prints it": ("date", keep_date),
    "a date in another's chronicle": ("date", retell_date),
    "a name as an article spells it": ("name", keep_name),
}
WRONG_WORDS: dict[str, tuple[str, Saying]] = {
    "a figure changed": ("figure", change_figure),
    "a figure changed in another's sentence": ("figure", retell_changed_figure),
    "a figure that another article gives differently": ("figure", keep_disputed_figure),
    "a date changed": ("date", change_date),
    "a date changed in another's chronicle": ("date", retell_changed_date),
    "a name misspelt": ("name", change_name),
    "a name as an article misprints it": ("name", keep_misspelling),
}


def _choose_statement(material: DraftMaterial) -> Statement:
    return material.chance.choice(material.statements)


def _speak(material: DraftMaterial, statement: Statement, speakers: list[str]) -> tuple[str, str]:
    """Return a frame with one of the speakers, and what it quotes."""
    if not speakers:
        return "", ""
    name = material.chance.choice(material.speakers[material.chance.choice(speakers)])
    return material.choose_frame("speaking").replace("{speaker}", name), statement.words


def _choose_figure(material: DraftMaterial, *, is_disputed: bool) -> CodedFigure:
    found = [figure for figure in material.figures if figure.is_disputed == is_disputed]
    return material.chance.choice(found) if found else CodedFigure("", "", is_disputed)


def _choose_told_figure(material: DraftMaterial) -> CodedFigure:
    """Return a figure of a demand or claim that no other article contradicts."""
    found = [figure for figure in material.figures if figure.form and not figure.is_disputed]
    return material.chance.choice(found) if found else CodedFigure("", "", is_disputed=False)


def _retell(material: DraftMaterial, figure: CodedFigure) -> str:
    """Return another writer's sentence with what a demand or claim says."""
    frames = [frame for frame in material.frames["figures"] if figure.form and f"{{{figure.form}}}" in frame]
    if not frames:
        return ""
    first, _, rest = figure.sentence.rstrip(".").partition(" ")
    is_common = any(f" {first.lower()} " in text for text in material.texts) or figure.form == "asked"
    words = f"{first.lower() if is_common else first} {rest}"
    return str(material.chance.choice(frames)).format(**{figure.form: words})


def _set_down(material: DraftMaterial, event: str, day: date) -> str:
    """Return a line of another writer's chronicle."""
    names = {int(number): form for form, number in reversed(material.forms["months"].items())}
    printed = material.choose_frame("date_forms").format(
        day=day.day, month=names[day.month], number=day.month, year=day.year
    )
    return material.choose_frame("dates").format(event=event, date=printed)


def _choose_name(material: DraftMaterial, *, misspelt: bool) -> tuple[str, str]:
    found = [(form, sentence) for form, kind, sentence in material.names if (kind == MISSPELT) == misspelt]
    return material.chance.choice(found) if found else ("", "")
