"""What a quotation must have to the letter: numbers and negations, and words that capitals make others.

Which words these are, and which marks open and close a quotation, is data of the articles' language.
"""

import re
import sqlite3
from typing import NamedTuple

from istanbul_talks.check.articles_language import load_forms
from istanbul_talks.text.language_forms import match_any
from istanbul_talks.text.quotations import QuotationRules, select_quotation_rules
from istanbul_talks.text.sentence_ends import SentenceRules, select_sentence_rules

NUMBER_KINDS = (
    *("cardinals", "ordinals", "multipliers", "plural_multipliers", "fractions", "plural_fractions"),
)
TURNING_KINDS = ("reporting_words", "quoting_verbs", "quoting_prepositions", "clause_breaks")
CAPITAL_KINDS = ("months", "weekdays")


class DraftRules(NamedTuple):
    """Marks of quotations; words in lower case: negations, numbers, what needs its capital.

    `turning_phrases` report speech or part two clauses; `openers` begin a sentence and are no names;
    `contrary` are reporting words that deny; `counts` numbers that count others (tens of thousands), `links`
    what stands between the two.
    """

    quotations: QuotationRules
    sentences: SentenceRules
    turning_phrases: re.Pattern[str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    function_words: frozenset[str]
    negations: frozenset[str]
    numbers: frozenset[str]
    capitalised: frozenset[str]
    contrary: frozenset[str]
    counts: frozenset[str]
    links: frozenset[str]

    def is_contrary(self, word: str) -> bool:
        """Return whether a word, in lower case, negates or says the contrary."""
        return word in self.negations or word in self.contrary

    def turns_sense(self, word: str) -> bool:
        """Return whether a word, in lower case, is a number or negation, or says the contrary."""
        return self.is_number(word) or self.is_contrary(word)

    def is_number(self, key: str) -> bool:
        """Return whether a word, in lower case, is a number, in digits or in words."""
        return key in self.numbers or any(map(str.isnumeric, key))


def load_rules(db: sqlite3.Connection) -> DraftRules:
    """Return the rules of the articles' language."""
    kinds = load_forms(db)

    def collect(*names: str) -> frozenset[str]:
        listed = (kinds[name] for name in names)
        lists = (each.values() if isinstance(each, dict) else [each] for each in listed)
        return frozenset(form.lower() for forms in lists for each in forms for form in each)

    negations = collect("negations")
    numbers = collect(*NUMBER_KINDS) - collect("articles") - negations
    stems = tuple(collect("contrary_stems"))
    return DraftRules(
        select_quotation_rules(kinds),
        select_sentence_rules(kinds),
        re.compile(match_any(collect(*TURNING_KINDS))),
        collect("sentence_openers"),
        collect("prepositions"),
        collect("determiners"),
        collect("function_words"),
        negations,
        numbers,
        collect(*CAPITAL_KINDS),
        frozenset(word for word in collect("reporting_words") if word.startswith(stems)),
        collect("plural_multipliers"),
        collect("links"),
    )
