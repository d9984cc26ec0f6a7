"""Changes: the sorts of change, what each weighs, and one change as a row of the table `changes`."""

from enum import IntEnum
from typing import NamedTuple

from pipeline.contract import Value


class Weight(IntEnum):
    """Which part of the version a change raises."""

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
"""The sorts of change, the weightiest first, as the contract explains them."""


class Change(NamedTuple):
    """One change; the columns of `changes`, but for id, version and sentence.

    Without `row_id` it is one of a table, view, column or allowed value.
    """

    change: str
    table_name: str
    row_id: str | None = None
    detail: str | None = None
    detail_id: Value = None
    column_name: str | None = None
    old: Value = None
    new: Value = None


Told = tuple[Change, str]
"""A change and the sentence that tells it."""
