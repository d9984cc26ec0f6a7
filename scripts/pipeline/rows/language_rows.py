"""Rows of what the search has to know of each language: which forms of words stand for one another."""

from collections.abc import Mapping

from pipeline.row_store import RowStore
from pipeline.yaml_documents import Entry

ENDING = "-"
"""How a form begins that is only the end of a word."""


def derive_languages(languages: Mapping[str, Entry | None], tables: RowStore) -> None:
    """Add the inflections of each language that is well-formed."""
    for language, entry in languages.items():
        known: dict[str, Entry] = {}
        groups = entry.items_under("inflections") if entry else []
        for number, group in enumerate(groups, 1):
            forms = group.items()
            _check_group(forms, group, known)
            for form in forms:
                tables.add("inflections", language=language, number=number, form=form.value)


def _check_group(forms: list[Entry], group: Entry, known: dict[str, Entry]) -> None:
    """Note a problem if forms cannot stand for one another, or are those of another group."""
    endings = [form for form in forms if form.value.startswith(ENDING)]
    if not forms or (len(endings) == 1 and len(forms) == 1):
        group.problem("a list of words, or of two endings or more, is wanted here")
    if endings and len(endings) < len(forms):
        group.problem("words and endings, which begin with a hyphen, do not go together; write two lists")
    for form in forms:
        first = known.setdefault(form.value, form)
        if first is not form and form not in endings:
            form.problem(f"{form.value!r} stands at {first.location} already; join the two lists")
