"""How a command can end: the exit codes, and what is shown to the user in one line: errors, a redirect."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the shell learns."""

    OK = 0
    NOTHING_FOUND = 1
    MISUSE = 2


class TalksError(Exception):
    """Something the user can mend; the message says what is wrong and what to do instead."""

    status = ExitStatus.MISUSE


class RedirectWarning(UserWarning):
    """What was asked for is part of something else now, which is taken; the message says of what and why."""


class NothingFound(TalksError):  # noqa: N818  (an outcome rather than a fault)
    """The question was understood, and the answer is empty."""

    status = ExitStatus.NOTHING_FOUND
