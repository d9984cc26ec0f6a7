"""The exit statuses, and the errors and warnings that are shown to the user in one line."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """The exit status of the process."""

    OK = 0
    NOTHING_FOUND = 1
    MISUSE = 2


class TalksError(Exception):
    """An error that the user can correct; its message says what is wrong and what to do instead."""

    status = ExitStatus.MISUSE


class OutputError(TalksError, OSError):
    """An output that cannot be put in its place, or would replace what is not ours."""


class TalksWarning(UserWarning):
    """What the user is told in one line while the command goes on."""


class RedirectWarning(TalksWarning):
    """The record asked for was merged into another, which is used; the message says into which and why."""


class NothingFound(TalksError):  # noqa: N818  (an outcome rather than a fault)
    """The request was understood, and nothing was found."""

    status = ExitStatus.NOTHING_FOUND
