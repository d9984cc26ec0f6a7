"""Why a draft cannot be checked: it is empty, in another language, or a quotation mark has no partner.

What does not belong here: what is no text at all (reanchor/read_copy.py).
"""

import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from istanbul_talks.check.drafts import Draft
from istanbul_talks.check.facts.passed_spans import blank

WORD = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)")

FEWEST_WORDS, FEW_WORDS = 3, 20
"""Numbers of words below which the language of a draft is not judged, and is judged by any word known."""

LEAST_SHARE, LEAST_OF_FEW = 1 / 4, 1 / 4
"""Which shares a draft has at least: of that of forms of the language in the articles; of words known."""

FORMS = "SELECT form FROM language_forms WHERE language = ?"
QUOTED = "SELECT exact FROM quotes JOIN sources ON sources.id = source_id WHERE sources.language = ?"
APOSTROPHES = "SELECT form FROM language_forms WHERE kind = 'apostrophes'"

MAX_MARKS = 20
"""How many marks without a partner are told one by one."""

AROUND = 30
"""Characters that are shown before and after a mark."""


def find_faults(
    db: sqlite3.Connection,
    draft: Draft,
    unpaired: Iterable[int],
    quotations: Sequence[tuple[int, int]] = (),
) -> Iterator[str]:
    """Yield why a draft cannot be checked, a line each; `unpaired` are positions of marks without a partner.

    `quotations` are spans, in order, which may be in any language. Of a mark that may be an apostrophe
    find_doubts tells.
    """
    if not draft.text.strip():
        yield f"{draft.name} is empty; give a text that quotes or tells what the articles say"
    elif not _is_in_language_of_articles(db, draft.text, quotations):
        yield f"{draft.name} is in another language than the articles; give a draft in theirs"
        return
    apostrophes = _load_apostrophes(db)
    marks = [position for position in unpaired if draft.text[position] not in apostrophes]
    yield from _tell_marks(draft, marks, "has no partner; put it in, or the mark out")


def find_doubts(db: sqlite3.Connection, draft: Draft, unpaired: Iterable[int]) -> Iterator[str]:
    """Yield what may be a quotation that is not seen, a line each."""
    apostrophes = _load_apostrophes(db)
    marks = [position for position in unpaired if draft.text[position] in apostrophes]
    yield from _tell_marks(draft, marks, "is taken for an apostrophe, since it has no partner")


def _tell_marks(draft: Draft, positions: Sequence[int], what: str) -> Iterator[str]:
    """Yield what is told of marks, a line each, up to a number."""
    yield from (f"{_show_mark(draft, position)} {what}" for position in positions[:MAX_MARKS])
    left = len(positions) - MAX_MARKS
    if left > 0:
        yield f"{draft.name}: the same is to be said of {left:,} more"


def _load_apostrophes(db: sqlite3.Connection) -> set[str]:
    return {form for (form,) in db.execute(APOSTROPHES)}


def _show_mark(draft: Draft, position: int) -> str:
    """Return the line of a mark, and the mark with what stands around it on its line."""
    before = draft.text[max(0, position - AROUND) : position].rpartition("\n")[2].lstrip()
    after = draft.text[position + 1 : position + AROUND].partition("\n")[0].rstrip()
    mark = draft.text[position]
    return f"{draft.name}:{draft.line_of(position)}: the mark {mark} in … {before}{mark}{after} …"


def _is_in_language_of_articles(
    db: sqlite3.Connection, text: str, quotations: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether a text, without its quotations if it has words then, is in the articles' language."""
    own = blank(text, quotations)
    (language,) = db.execute("SELECT language FROM sources").fetchone()
    forms = _join(db, FORMS, language).lower()
    if not _is_in_script(own if any(map(str.isalpha, own)) else text, forms):
        return False
    known = set(_list_words(forms))
    words = _list_words(own, known)
    if len(words) < FEWEST_WORDS and not known.intersection(words):
        words = _list_words(text, known)
    return _is_in_language(words, known, _list_words(_join(db, QUOTED, language)))


def _is_in_script(text: str, forms: str) -> bool:
    """Tell whether at least half the letters of a text are of a script that a language has."""
    scripts = set(map(_get_script, filter(str.isalpha, set(forms))))
    letters = Counter(filter(str.isalpha, text))
    fitting = sum(number for letter, number in letters.items() if _get_script(letter) in scripts)
    return 2 * fitting >= letters.total()


def _get_script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _is_in_language(words: list[str], forms: set[str], in_articles: list[str]) -> bool:
    """Tell whether words have forms of a language as the articles have them, or, if few, words of theirs."""
    if len(words) < FEW_WORDS:
        return len(words) < FEWEST_WORDS or _share(words, forms.union(in_articles)) >= LEAST_OF_FEW
    return _share(words, forms) >= LEAST_SHARE * _share(in_articles, forms)


def _join(db: sqlite3.Connection, query: str, language: str) -> str:
    return " ".join(text for (text,) in db.execute(query, [language]))


def _list_words(text: str, known: Collection[str] = ()) -> list[str]:
    """Return the words of three letters and more that are no names: in lower case, or known in it."""
    words = WORD.findall(text)
    return [word.lower() for word in words if word.islower() or word.lower() in known]


def _share(words: list[str], known: set[str]) -> float:
    """Return which share of words is known, from 0 to 1."""
    return sum(word in known for word in words) / max(len(words), 1)
