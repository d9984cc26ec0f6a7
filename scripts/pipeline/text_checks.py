"""Checks of coded values against their words, by the rules of the article's language: what SQL cannot read.

Like those of scripts/sql/checks/ they find rows of a built database, with its texts, that should not exist.
"""

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from istanbul_talks.text.language_forms import FORMS, gather_forms
from istanbul_talks.text.printed_dates import CalendarRules
from istanbul_talks.text.printed_numbers import Forms
from istanbul_talks.text.printed_quantities import QuantityRules
from pipeline.date_faults import DATES, CodedDate, find_date_faults
from pipeline.quantity_faults import QUANTITIES, CodedQuantity, find_quantity_faults

Fault = tuple[str, str, str, str]
"""The row, its words, what is coded, what is wrong."""

COLUMNS = ("row_id", "words", "coded", "fault")


class TextCheck(NamedTuple):
    """A check: what it catches, and what yields the rows that are at fault."""

    description: str
    find_faults: Callable[[sqlite3.Connection], Iterator[Fault]]


def _check_quantities(connection: sqlite3.Connection) -> Iterator[Fault]:
    read_rules = cache(lambda language: QuantityRules(read_forms(connection, language)))
    for row in connection.execute(QUANTITIES).fetchall():
        coded = CodedQuantity(*row)
        for fault in find_quantity_faults(coded, read_rules(coded.language)):
            yield coded.id, coded.words, str(coded), fault


def _check_dates(connection: sqlite3.Connection) -> Iterator[Fault]:
    read_rules = cache(lambda language: CalendarRules(read_forms(connection, language)))
    for row in connection.execute(DATES).fetchall():
        coded = CodedDate(*row)
        for fault in find_date_faults(coded, read_rules(coded.language)):
            yield coded.id, coded.words, coded.edtf, fault


TEXT_CHECKS = {
    "dates_fit_their_words": TextCheck(
        "Catch a date that is not what its printed words say: year, month, day, weekday, season, night …",
        _check_dates,
    ),
    "quantities_fit_their_words": TextCheck(
        "Catch a quantity whose value or comparator is not what its printed words say.", _check_quantities
    ),
}


def read_forms(connection: sqlite3.Connection, language: str) -> Forms:
    """Return the forms of a language."""
    return gather_forms(connection.execute(FORMS, [language]))
