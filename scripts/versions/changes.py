"""The kinds of change, the weight of each, and one change as a row of the table `changes`."""

from enum import IntEnum
from typing import NamedTuple

from pipeline.contract import Value


class Weight(IntEnum):
    """The part of the version number that a change raises."""

    NOTHING = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


WEIGHTS = {
    "withdrawn": Weight.MAJOR,
    "redefined": Weight.MAJOR,
    "merged": Weight.MINOR,
    "added": Weight.MINOR,
    "extended": Weight.MINOR,
    "reworded": Weight.PATCH,
    "re-anchored": Weight.PATCH,
    "corrected": Weight.PATCH,
}
"""The kinds of change, the weightiest first; the contract explains them."""


class Change(NamedTuple):
    """One change: the columns of the table `changes` except id, version and sentence.

    A change without `row_id` is one of a table, view, column or allowed value.
    """

    change: str
    table_name: str
    row_id: str | None = None
    detail: str | None = None
    detail_id: Value = None
    column_name: str | None = None
    old: Value = None
    new: Value = None


DescribedChange = tuple[Change, str]
"""A change and the sentence that describes it."""
