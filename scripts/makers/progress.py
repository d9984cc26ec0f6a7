"""Progress: what the build is at, told on stderr once it takes longer than a moment."""

import sys
import time

MOMENT = 1.0  # seconds


class Progress:
    """A clock that starts with the build."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def step(self, what: str) -> None:
        """Say what begins now, if a moment has passed."""
        if time.monotonic() - self._start > MOMENT:
            print(f"{what} …", file=sys.stderr, flush=True)
