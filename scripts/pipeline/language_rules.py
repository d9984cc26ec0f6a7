"""The text rules of a language: the sections of seeds/languages/<language>.yaml, read strictly.

A section is a mapping of kinds; a kind is a list of the forms that articles print, or has under each meaning
the forms with that meaning. A new kind is a line in SECTIONS and a field of its section's class: its forms
are then checked, read, and written into the table `language_forms`, for the checks and the readers. What does
not belong here: what is done with the forms (text/sentence_ends.py, text/quotations.py, sql/checks/).
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from istanbul_talks.text.quotations import QuotationRules
from istanbul_talks.text.sentence_ends import SentenceRules
from pipeline.contract import Contract
from pipeline.entry_rules import ColumnRule, ListRule, MappingRule, Rules, WordsRule
from pipeline.identifiers import Identifiers
from pipeline.problems import Problems
from pipeline.yaml_documents import Document, Entry

Forms = tuple[str, ...]
Meanings = Mapping[str, Forms]
"""Forms by what they mean."""


class FormsRule(NamedTuple):
    """A list of forms that fit a pattern; with `meanings`, a mapping of each, which fits that, to a list."""

    meanings: str = ""
    form: str = ".+"
    required: bool = True

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check every form, and that no list has one twice."""
        if not self.meanings:
            return ListRule(WordsRule(), repeatable=True).check(entry, ids) and self._check_forms(entry)
        if not isinstance(entry.value, dict):
            entry.problem(f"a list of forms under each meaning ({self.meanings}) is wanted here")
            return False
        return all([self._check_meaning(entry, key, ids) for key in entry.value])  # noqa: C419  (all faults)

    def _check_meaning(self, entry: Entry, key: str, ids: Identifiers) -> bool:
        if not re.fullmatch(self.meanings, str(key)):
            entry.problem(f"{key!r} is no meaning of {entry.keys[-1]}; write {self.meanings}")
            return False
        return FormsRule(form=self.form).check(entry[key], ids)

    def _check_forms(self, forms: Entry) -> bool:
        """Note a problem at each form that does not fit, or that the list has already."""
        faults = 0
        for number, form in enumerate(forms.items()):
            if not re.fullmatch(self.form, form.value):
                form.problem(f"{form.value!r} does not fit the pattern {self.form} of {forms.keys[-1]}")
            elif form.value in forms.value[:number]:
                form.problem(f"{form.value!r} stands in this list already; keep one of the two")
            else:
                continue
            faults += 1
        return not faults


class LanguageRules(NamedTuple):
    """All sections of a language, and its file."""

    file: Entry
    sentences: SentenceRules
    quotations: QuotationRules


VALUES = FormsRule(r"\d+")
FRACTIONS = FormsRule(r"1/[1-9]\d*")
COMPARATORS = FormsRule("[<>]=?|~")

ATTRIBUTION_KINDS = (
    *("quoting_verbs", "verbs_with_addressee", "quoting_prepositions", "agent_words", "quoting_nouns"),
    *("beside_verbs", "passive_words", "pronouns", "possessive_pronouns", "determiners", "prepositions"),
    *("coordinators", "clause_breaks", "subordinators", "unnamed_speakers"),
)
"""By what it is read to whom a text gives words in quotation marks."""

SECTIONS: Mapping[str, Rules] = {
    "sentences": dict.fromkeys(SentenceRules._fields, FormsRule()),
    "numbers": {
        **dict.fromkeys(("grouping", "decimal", "indefinite", "ordinal_endings"), FormsRule()),
        **dict.fromkeys(("joints", "links", "articles"), FormsRule()),
        **dict.fromkeys(
            ("cardinals", "multipliers", "plural_multipliers", "abbreviated_multipliers"), VALUES
        ),
        **dict.fromkeys(("ordinals", "weak"), VALUES),
        **dict.fromkeys(("fractions", "plural_fractions"), FRACTIONS),
        "scaled_units": FormsRule(r"(1/)?[1-9]\d*"),
    },
    "comparators": {
        **dict.fromkeys(
            ("comparators_before", "comparators_directly_before", "comparators_after"), COMPARATORS
        ),
        "ranges": FormsRule(),
        "ranges_between": FormsRule(r"\S+"),
        "shares": FormsRule(),
    },
    "negations": {"negations": FormsRule()},
    "calendar": {
        "months": FormsRule("[1-9]|1[0-2]"),
        "weekdays": FormsRule("[1-7]"),
        "seasons": FormsRule("2[1-4]"),
        "day_offsets": FormsRule(r"-?\d+"),
        "directions": FormsRule("-1|0|1"),
        **dict.fromkeys(
            ("nights", "periods_within", "stretches", "distances", "counted", "plans"), FormsRule()
        ),
    },
    "quotations": {
        **dict.fromkeys(QuotationRules._fields, FormsRule()),
        "quotation_marks": FormsRule(form=".."),
        "apostrophes": FormsRule(form="."),
    },
    "speech": {
        **dict.fromkeys(("reporting_words", "plain_cues", "invitation_stems", "negations"), FormsRule()),
        "stance_stems": FormsRule("[a-z_]+"),
        "contrary_stems": FormsRule("claim|demand"),
    },
    "attribution": dict.fromkeys(ATTRIBUTION_KINDS, FormsRule()),
    "words": {"function_words": FormsRule()},
    "quotes": dict.fromkeys(("never_first", "never_last"), FormsRule()),
}
"""What may be written in each section; all of it must be."""


def read_languages(folder: Path, contract: Contract, problems: Problems) -> dict[str, LanguageRules]:
    """Return the rules by language; raise BuildError where some are ill-formed: no text is read without."""
    rule = _make_language_rule(contract)
    files = {path.stem: Document(path, problems).root for path in sorted(folder.glob("*.yaml"))}
    if not files:
        problems.add(folder, 1, "there is no language here; write the rules of the articles' one, as en.yaml")
    fit = [file.value is not None and rule.check(file, Identifiers()) for file in files.values()]
    if not fit or not all(fit):
        problems.raise_blocking(draft=True)
    return {language: _read_sections(file) for language, file in files.items()}


def _make_language_rule(contract: Contract) -> MappingRule:
    form = ColumnRule(contract.tables["inflections"].fields["form"], True, None)
    said = ("statements", "stance"), ("demands", "kind")
    stances = "|".join(value for table, name in said for value in contract.tables[table].fields[name].enum)
    speech = {**SECTIONS["speech"], "stance_stems": FormsRule(stances)}
    whole = {**SECTIONS, "speech": speech}
    sections = {name: MappingRule(rules, required=True) for name, rules in whole.items()}
    return MappingRule({**sections, "inflections": ListRule(ListRule(form), required=True)})


def _read_sections(file: Entry) -> LanguageRules:
    return LanguageRules(
        file,
        sentences=SentenceRules(**_read_forms(file["sentences"])),
        quotations=QuotationRules(**_read_forms(file["quotations"])),
    )


def _read_forms(section: Entry) -> dict[str, Forms]:
    return {kind: tuple(forms) for kind, forms in section.value.items()}


def list_kinds(file: Entry) -> Iterator[Entry]:
    """Yield the kinds of a language's file, section by section."""
    for section in SECTIONS:
        yield from (file[section][kind] for kind in file.value[section])


def list_forms(kind: Entry) -> Iterator[tuple[str | None, str]]:
    """Yield the forms of a kind, each after its meaning, in the order of the file."""
    written = kind.value if isinstance(kind.value, dict) else {None: kind.value}
    for meaning, forms in written.items():
        yield from ((meaning if meaning is None else str(meaning), form) for form in forms)
