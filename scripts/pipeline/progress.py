"""Progress: what the build is at, told on stderr once it takes longer than a moment, and what steps took."""

import sys
import time

MOMENT = 1.0  # seconds


class Progress:
    """A clock that starts with the build.

    `spent` are the seconds this process worked on each step so far, which other work on the machine does not
    stretch.
    """

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._start = time.monotonic()
        self._worked = time.process_time()
        self._now: str | None = None

    def step(self, what: str) -> None:
        """Say what begins now, if a moment has passed."""
        self.stop()
        self._now = what
        if time.monotonic() - self._start > MOMENT:
            print(f"{what} …", file=sys.stderr, flush=True)

    def stop(self) -> None:
        """Count what the step in work has taken."""
        worked = time.process_time()
        if self._now:
            self.spent[self._now] = worked - self._worked
        self._worked, self._now = worked, None
