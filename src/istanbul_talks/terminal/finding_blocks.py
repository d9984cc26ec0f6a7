"""What is found in a draft, in a terminal: a block for each passage, what differs set off."""

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from istanbul_talks.check.described_findings import DescribedFinding
from istanbul_talks.check.findings import Told
from istanbul_talks.check.marked_differences import MarkedRun, shorten_runs
from istanbul_talks.terminal.safe_console import SafeConsole
from istanbul_talks.terminal.table_drawing import MARK_STYLE

MUTED = "dim"


def draw_findings(findings: Sequence[DescribedFinding], summary: str) -> None:
    """Draw findings to the width of the terminal, and a last line."""
    console = SafeConsole()
    width = max((len(str(finding.line)) for finding in findings), default=0)
    for finding in findings:
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(justify="right", style=MUTED, min_width=width)
        grid.add_column(overflow="fold")
        for number, line in enumerate(_format_lines(finding)):
            grid.add_row("" if number else str(finding.line), line)
        console.print(grid)
        console.print()
    console.print(Text(summary, style=MUTED))


def _format_lines(finding: DescribedFinding) -> Iterator[Text]:
    """Yield the lines of a block, the verdict first."""
    verdict = Text(finding.heading, style="" if finding.is_right else "bold")
    if finding.article:
        yield verdict
        yield Text.assemble(("draft:   ", MUTED), _join_runs(finding.passage))
        yield Text.assemble(("article: ", MUTED), _join_runs(finding.article))
    else:
        yield Text.assemble(verdict, ": ", _join_runs(finding.passage))
    if finding.explanation:
        yield Text(finding.explanation)
    if finding.given_to:
        yield Text(f"the draft has {finding.given_to}; the article has:")
    brief, left = finding.shorten()
    yield from _format_told("", brief.told)
    yield from (Text(f"{where}") for where in brief.where)
    yield from _format_told("against it: ", brief.denials)
    if left:
        yield Text(f"… and {left} more: --json", style=MUTED)


def _join_runs(runs: Sequence[MarkedRun]) -> Text:
    return Text.assemble(
        *((text, MARK_STYLE if is_set_off else "") for text, is_set_off in shorten_runs(runs))
    )


def _format_told(opening: str, told: Sequence[Told]) -> Iterator[Text]:
    """Yield sentences, each with the id of its record, which stands behind the last of its own."""
    for number, (sentence, _, row_id) in enumerate(told, start=1):
        shown = "" if row_id in [each.row_id for each in told[number:]] else f" {row_id}"
        yield Text.assemble((opening, MUTED), sentence, (shown, MUTED))
