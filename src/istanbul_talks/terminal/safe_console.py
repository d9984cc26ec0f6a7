"""The console of rich through which everything styled is drawn: only its own styles steer the terminal."""

import sys
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from istanbul_talks.text.safe_output import adapt_text, get_unfiltered


class SafeConsole(Console):
    """A console to the terminal, or what stands for it."""

    def __init__(self) -> None:
        self._terminal = get_unfiltered(sys.stdout)
        super().__init__(highlight=False, file=self._terminal)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """Yield the segments of what is drawn, with texts that do nothing to a terminal."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else adapt_text(text, self._terminal), style, control)
