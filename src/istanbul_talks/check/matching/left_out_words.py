"""What a quotation leaves out: what its ellipses and brackets stand for, and what is cut off beside it.

They may stand for no number, negation, mark or distance of the article. An ellipsis may not run over the end
of a sentence, unless whole ones are left out, nor cut a word; brackets may not put a common word for another,
nor a name for somebody else's.
A quotation is cut too short where right beside it stands a negation that neither it nor the draft has, the
rest of a compound or of a number.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from istanbul_talks.check.findings import Verdict
from istanbul_talks.check.matching.articles import BETWEEN, Articles
from istanbul_talks.check.matching.compared_tokens import (
    APOSTROPHE,
    CLOSING,
    HYPHEN,
    OPENING,
    PARTING,
    join_forms,
)
from istanbul_talks.check.matching.quoted_words import BRACKET, Run, WordsBeside
from istanbul_talks.text import GAP

SIC = "sic"
"""What brackets put for nothing, in any language."""

OWN_SIGNS = frozenset((OPENING, CLOSING, BRACKET))
"""Signs of the article that neither an ellipsis nor brackets may stand for."""

MAX_TOLD = 12
"""Maximum number of words under an ellipsis that are told one by one."""

MIN_STEM = 3
"""Minimum number of letters that two forms of one word have in common."""

MAX_NAME = 8
"""Maximum number of words of a name with its post."""

NEAR = 2
"""How many words before the quotation a negation turns it."""

NEAR_IN_DRAFT = 10
"""How many words of the draft beside the quotation are looked at for a negation."""

HYPHENS = "-‐‑"
BESIDE_NUMBERS = frozenset((*".,;:?!…()[]/", APOSTROPHE, CLOSING, OPENING, PARTING, BETWEEN, GAP))
"""Signs that may stand right beside a number without belonging to it."""


def judge_joint(
    articles: Articles, run: Run, hidden: range, *, is_between: bool = True
) -> tuple[Verdict, str]:
    """Return the verdict on an ellipsis or brackets before a run, or at an end, and what these stand for."""
    if GAP in articles.get_keys(hidden):
        return Verdict.UNKNOWN, "what is left out is not known here"
    if altered := _find_alteration(articles, run, hidden):
        return Verdict.ALTERED, altered
    if is_between and any(map(articles.begins_paragraph, range(hidden.start, hidden.stop + 1))):
        return Verdict.JOINED, "the words stand in two paragraphs"
    if run.has_ellipsis and _hides_sentence_end(articles, hidden):
        return Verdict.ALTERED, "the ellipsis hides the end of a sentence"
    return Verdict.NEARLY, (_tell_ellipsis if run.has_ellipsis else _tell_brackets)(articles, run, hidden)


def _find_alteration(articles: Articles, run: Run, hidden: range) -> str:
    """Return what neither an ellipsis nor brackets may stand for, in words; nothing where there is none."""
    keys, put = articles.get_keys(hidden), _tell_brackets(articles, run, hidden)
    if turning := _find_turning(articles, run, hidden):
        return f"the ellipsis hides “{turning}”" if run.has_ellipsis else put
    if not OWN_SIGNS.isdisjoint(keys):
        return f"what is left out has marks or brackets of the article: “{articles.get_words(hidden)}”"
    return put if _puts_other_words(articles, run, keys) or _puts_other_names(articles, run, hidden) else ""


def _tell_brackets(articles: Articles, run: Run, hidden: range) -> str:
    put = run.bracket or ()
    replaced = f" for “{articles.get_words(hidden)}”" if hidden else ""
    return f"the brackets put “{join_forms(put, put)}”{replaced}"


def _tell_ellipsis(articles: Articles, _: Run, hidden: range) -> str:
    number = articles.count_words(hidden)
    words = f"“{articles.get_words(hidden)}”" if number <= MAX_TOLD else f"{number} words"
    return f"an ellipsis over {words}" if hidden else "an ellipsis"


def _find_turning(articles: Articles, run: Run, hidden: range) -> str:
    """Return a number, a negation or the distance of the article that is hidden, or that brackets put."""
    keys = (*articles.get_keys(hidden), *map(str.lower, run.bracket or ()))
    distant = (articles.forms[place] for place in hidden if place in articles.distant)
    return next((key for key in keys if articles.rules.turns_sense(key)), " ".join(distant))


def _puts_other_words(articles: Articles, run: Run, keys: Sequence[str]) -> bool:
    """Return whether brackets put common words for others: closed for open, not closing, they or a name."""
    put, printed = _list_common(articles, run), articles.rules.list_telling(keys)
    stems = {word[:MIN_STEM] for word in put}
    return bool(put and printed) and stems.isdisjoint(word[:MIN_STEM] for word in printed)


def _list_common(articles: Articles, run: Run) -> list[str]:
    """Return the telling words between brackets, in lower case; none behind a name or a reference."""
    forms = [form for form in run.bracket or () if form.lower() != SIC]
    if forms and (forms[0][:1].isupper() or forms[0].lower() in articles.rules.references):
        return []
    return list(articles.rules.list_telling(map(str.lower, forms)))


def _puts_other_names(articles: Articles, run: Run, hidden: range) -> bool:
    """Return whether brackets put a name for another's: Kyiv for Moscow, not for Ukraine, nor for it."""
    put, printed = list(run.bracket or ()), articles.forms[hidden.start : hidden.stop]
    for forms, begins in ((put, True), (printed, hidden.start in articles.sentence_starts)):
        may_refer = forms and (begins or forms[0].lower() in articles.rules.references)
        if may_refer and articles.is_common(forms[0]):
            forms[0] = forms[0].lower()
    return articles.names.are_others(*(join_forms(forms, forms) for forms in (put, printed)))


def _hides_sentence_end(articles: Articles, hidden: range) -> bool:
    """Return whether a sentence ends among some tokens, unless whole ones are left out."""
    starts = articles.sentence_starts
    ends = any(place in starts for place in range(hidden.start + 1, hidden.stop + 1))
    return ends and not (hidden.start in starts and hidden.stop in starts)


def judge_ends(articles: Articles, runs: Sequence[Run], whole: range) -> Iterator[tuple[Verdict, str]]:
    """Yield what ellipses and brackets at the beginning and the end stand for, as far as that is seen."""
    first, last = runs[0], runs[-1]
    if first.has_ellipsis or first.bracket is not None:
        yield judge_joint(articles, first, _find_replaced_before(articles, first, whole), is_between=False)
    if not last.keys:
        yield judge_joint(articles, last, _find_replaced_behind(articles, last, whole.stop), is_between=False)


def _find_replaced_before(articles: Articles, run: Run, whole: range) -> range:
    """Return what brackets at the beginning surely stand for: first words of a sentence, or what turns it."""
    place = whole.start - 1
    if run.bracket is None:
        return range(place, place)
    begins = next((at for at in (place - 1, place) if at in articles.sentence_starts), place + 1)
    words = range(begins, place + 1)
    if words and not run.has_ellipsis and articles.count_words(words) == len(words):
        return words
    if _is_only_name(articles, run):
        before = articles.forms[max(whole.start - MAX_NAME, 0) : whole.start]
        return range(whole.start - _count_name(reversed(before)), whole.start)
    return range(place, place + _is_replaced(articles, run, place))


def _find_replaced_behind(articles: Articles, run: Run, place: int) -> range:
    """Return what brackets at the end surely stand for: a name, if they have one, or what turns the sense."""
    if _is_only_name(articles, run):
        return range(place, place + _count_name(articles.forms[place : place + MAX_NAME]))
    return range(place, place + (run.bracket is not None and _is_replaced(articles, run, place)))


def _is_replaced(articles: Articles, run: Run, place: int) -> bool:
    """Return whether brackets stand for a word beside them: it turns the sense, or is common as theirs."""
    key, form = articles.keys[place], articles.forms[place]
    is_common = form.islower() and bool(articles.rules.list_telling([key]))
    return articles.rules.turns_sense(key) or (is_common and bool(_list_common(articles, run)))


def _is_only_name(articles: Articles, run: Run) -> bool:
    """Return whether brackets have nothing but names, and what refers to them."""
    forms = [form for form in run.bracket or () if form not in articles.rules.references]
    return any(form[:1].isupper() for form in forms) and _count_name(forms) == len(forms)


def _count_name(forms: Iterable[str]) -> int:
    """Return how many forms there are before the first that is no part of a name, nor a letter behind one."""
    return sum(1 for _ in takewhile(_may_be_name, forms))


def _may_be_name(form: str) -> bool:
    return form[:1].isupper() or form in "'’" or (len(form) == 1 and form.isalpha())


def find_parted_words(articles: Articles, spans: Iterable[range]) -> Iterator[str]:
    """Yield where some tokens begin or end inside a word: at a possessive, in a compound."""
    for place in (end for span in spans for end in (span.start, span.stop)):
        for sign in (place - 1, place):
            if articles.keys[sign] in (APOSTROPHE, HYPHEN) and _joins(articles, sign):
                whole = articles.get_words(range(sign - 1, sign + 2))
                yield f"the ellipsis is beside a part of “{whole}”"


def _joins(articles: Articles, sign: int) -> bool:
    return articles.is_attached(sign) and articles.is_attached(sign + 1)


def find_cuts(articles: Articles, span: range, beside: WordsBeside) -> Iterator[str]:
    """Yield what the article has right beside some tokens that belongs to them, in words."""
    if not any(map(articles.rules.is_contrary, beside.before[-NEAR_IN_DRAFT:])):
        yield from _find_negation_before(articles, span)
        if not any(map(articles.rules.is_contrary, beside.behind[:NEAR_IN_DRAFT])):
            yield from _find_negation_behind(articles, span)
    yield from _find_rest_before(articles, span)
    yield from _find_rest_behind(articles, span)


def _find_negation_before(articles: Articles, span: range) -> Iterator[str]:
    words, place = 0, span.start - 1
    while words < NEAR and ((key := articles.keys[place])[:1].isalnum() or key in (APOSTROPHE, HYPHEN)):
        if key in articles.rules.negations:
            start = place - 2 * (articles.keys[place - 1] == APOSTROPHE)
            yield f"right before these words the article has “{articles.get_words(range(start, span.start))}”"
            return
        words += key[:1].isalnum()
        place -= 1


def _find_negation_behind(articles: Articles, span: range) -> Iterator[str]:
    is_within = articles.keys[span.stop - 1][:1].isalnum() and not articles.begins_paragraph(span.stop)
    place = span.stop + (articles.keys[span.stop] == APOSTROPHE)
    if is_within and articles.keys[place] in articles.rules.negations:
        words = articles.get_words(range(span.stop - 1, place + 1))
        yield f"the article goes on: “{words}”"


def _find_rest_before(articles: Articles, span: range) -> Iterator[str]:
    first, before = articles.keys[span.start], articles.keys[span.start - 1]
    is_cut = first[:1].isdigit() and not before[:1].isalnum() and before not in BESIDE_NUMBERS
    is_cut = (is_cut or _joins_word(articles, span.start - 1)) and articles.is_attached(span.start)
    if is_cut or articles.is_one_number(span.start):
        start = span.start - 1 - (before == HYPHEN or before in articles.rules.links)
        yield _tell_rest(articles, range(start, span.start + 1), span.start)


def _find_rest_behind(articles: Articles, span: range) -> Iterator[str]:
    last, behind = articles.keys[span.stop - 1], articles.keys[span.stop]
    is_cut = last[-1:].isdigit() and behind not in BESIDE_NUMBERS
    is_cut = (is_cut or _joins_word(articles, span.stop)) and articles.is_attached(span.stop)
    if is_cut or articles.is_one_number(span.stop):
        yield _tell_rest(articles, range(span.stop - 1, span.stop + 1 + (behind == HYPHEN)), span.stop - 1)


def _joins_word(articles: Articles, place: int) -> bool:
    """Return whether a token is the hyphen of a compound, not a dash between two names."""
    return articles.keys[place] == HYPHEN and articles.forms[place] in HYPHENS


def _tell_rest(articles: Articles, whole: range, part: int) -> str:
    return f"the article has “{articles.get_words(whole)}” for “{articles.forms[part]}”"
