"""What is found in a draft, in a terminal: a block for each passage, what differs set off."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from istanbul_talks.check.described_findings import DescribedFinding, group_told
from istanbul_talks.check.findings import Told
from istanbul_talks.check.marked_differences import MarkedRun, shorten_runs
from istanbul_talks.terminal.safe_console import SafeConsole
from istanbul_talks.terminal.table_drawing import MARK_STYLE

MUTED = "dim"

INDENT = 2
"""Columns by which what a voice says, too, stands further in."""


def draw_findings(findings: Sequence[DescribedFinding], originals: Sequence[str], summary: str) -> None:
    """Draw findings to the width of the terminal, where their articles are published, and a last line."""
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
    for original in originals:
        console.print(Text(original, style=MUTED))
    console.print(Text(f"\n{summary}" if originals else summary, style=MUTED))


def _format_lines(finding: DescribedFinding) -> Iterator[RenderableType]:
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
    brief, left = finding.shorten()
    if finding.opening:
        yield Text(finding.opening + ":" * bool(brief.told))
    yield from _format_told(brief.told)
    yield from (Text(f"{where}") for where in brief.where)
    for opening, denial in brief.against:
        yield Text.assemble((f"{opening}: ", MUTED), denial.sentence, (f" {denial.row_id}", MUTED))
    if left:
        yield Text(f"… and {left} more: --json", style=MUTED)


def _join_runs(runs: Sequence[MarkedRun]) -> Text:
    return Text.assemble(
        *((text, MARK_STYLE if is_set_off else "") for text, is_set_off in shorten_runs(runs))
    )


def _format_told(told: Sequence[Told]) -> Iterator[RenderableType]:
    """Yield what each voice says, each sentence with the id of its record, the first behind the voice."""
    for voice, ((first, row_id), *others) in group_told(told):
        yield Text.assemble(voice, " " * bool(voice), _format_said(first, row_id))
        for each in others:
            yield Padding(_format_said(*each), (0, 0, 0, INDENT))


def _format_said(says: str, row_id: str) -> Text:
    return Text.assemble(says, (f" {row_id}" if row_id else "", MUTED))
