"""The progress of a build: its steps on stderr if it takes longer than a second, and how long each took."""

import sys
import time

QUIET_SECONDS = 1.0  # seconds


class Progress:
    """A clock that starts with the build.

    `spent` maps each step so far to seconds of processor time of this process.
    """

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._start = time.monotonic()
        self._step_start = time.process_time()
        self._step: str | None = None

    def step(self, what: str) -> None:
        """Begin a step; print it if the build has taken longer than QUIET_SECONDS."""
        self.stop()
        self._step = what
        if time.monotonic() - self._start > QUIET_SECONDS:
            print(f"{what} …", file=sys.stderr, flush=True)

    def stop(self) -> None:
        """End the current step."""
        now = time.process_time()
        if self._step:
            self.spent[self._step] = now - self._step_start
        self._step_start, self._step = now, None
