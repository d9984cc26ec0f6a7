"""Rows of what is known of each language: the forms of its text rules, and the inflections for the search."""

from collections.abc import Iterable, Mapping

from pipeline.contract import Row
from pipeline.language_rules import LanguageRules, list_forms, list_kinds
from pipeline.row_store import RowStore
from pipeline.yaml_documents import Entry

ENDING = "-"
"""How a form begins that is only the end of a word."""


def derive_languages(languages: Mapping[str, LanguageRules], tables: RowStore) -> None:
    """Add the inflections and the forms of each language."""
    for language, rules in languages.items():
        _add_inflections(language, rules.file.items_under("inflections"), tables)
        for kind in list_kinds(rules.file):
            for number, (meaning, form) in enumerate(list_forms(kind), 1):
                row: Row = {"language": language, "kind": kind.keys[-1], "number": number}
                tables.add("language_forms", **row, form=form, meaning=meaning)


def _add_inflections(language: str, groups: Iterable[Entry], tables: RowStore) -> None:
    known: dict[str, Entry] = {}
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
