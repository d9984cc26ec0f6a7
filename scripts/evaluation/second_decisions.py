"""The pairs of records that were decided twice: how often the decisions differ, and which was kept."""

from collections.abc import Iterator
from pathlib import Path

from generated_docs.markdown_table import format_table
from pipeline.contract import read_contract
from pipeline.problems import Problems
from pipeline.yaml_documents import Document, Entry

JOINED = "joined"


def tabulate_second_decisions(path: Path, package: Path) -> str:
    """Return a table of the decisions in a file; BuildError, with every place, where one is faulty."""
    if not path.exists():
        return "No pair was decided twice."
    problems = Problems()
    entries = Document(path, problems).root.items()
    reasons = read_contract(package).tables["comparisons"].fields["reason"].enum
    for entry in entries:
        for fault in _find_faults(entry, (JOINED, *reasons)):
            entry.problem(fault)
    problems.raise_blocking(draft=False)
    return _tabulate([entry.value for entry in entries])


def _find_faults(entry: Entry, decisions: tuple[str, ...]) -> Iterator[str]:
    written = entry.value
    for key in ("first", "second"):
        if written.get(key) not in decisions:
            yield f"{key} is one of {', '.join(decisions)}, not {written.get(key)!r}"
    differ = written.get("first") != written.get("second")
    if differ and (written.get("kept") not in ("first", "second") or not written.get("because")):
        yield "the two decisions differ: write which is kept (first or second), and because of what"
    if not differ and "kept" in written:
        yield "the two decisions are the same: leave out which is kept"


def _tabulate(pairs: list[dict[str, str]]) -> str:
    differ = [pair for pair in pairs if pair["first"] != pair["second"]]
    counts = {
        "decided twice": len(pairs),
        "decided otherwise the second time": len(differ),
        "of these, joined by one decision only": sum(
            JOINED in (pair["first"], pair["second"]) for pair in differ
        ),
        "overturned: the second decision was kept": sum(pair["kept"] == "second" for pair in differ),
    }
    rows = [(name, count, f"{100 * count / len(pairs):.0f} %") for name, count in counts.items()]
    return format_table(("pairs", "number", "share"), rows, right=2)
