"""Records of what a version changed: files in seeds/changes/ and entries of the changelog.

A build knows one version only, so it cannot find the changes itself: they are stored in seeds/, one file per
version, from which the build makes the table `changes`.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ryaml import dumps  # type: ignore[attr-defined]  # (it is in its stub)

from istanbul_talks.database.outputs import FileOutput, write_file
from pipeline.contract import Row
from versions.changes import DescribedChange
from versions.dataset_version import Version

FILE_HEADER = "# Written by scripts/diff.py --write; not edited by hand.\n"
UNRELEASED = "(not yet released)"


def make_change_rows(changes: Sequence[DescribedChange]) -> Iterator[Row]:
    """Yield the changes as rows of the table `changes`, without id and version."""
    for change, sentence in changes:
        cells = {name: None if value is None else str(value) for name, value in change._asdict().items()}
        yield {**cells, "sentence": sentence}


def write_changes(seeds: Path, version: str, changes: Sequence[DescribedChange]) -> None:
    """Write the changes of a version to seeds/changes/; remove its file where there are none."""
    path = seeds / "changes" / f"{version}.yaml"
    if not changes:
        path.unlink(missing_ok=True)
        return
    entries = [
        {name: cell for name, cell in row.items() if cell is not None} for row in make_change_rows(changes)
    ]
    write_file(FileOutput(path, force=True), (FILE_HEADER + dumps(entries)).encode())


def has_recorded_changes(new: Version, changes: Sequence[DescribedChange]) -> bool:
    """Return whether the table `changes` of the new version holds exactly these as its own."""
    recorded = [row for row in new.tables["changes"].values() if row["version"] == new.number]
    unnumbered = [
        {name: cell for name, cell in row.items() if name not in {"id", "version"}} for row in recorded
    ]
    return sorted(map(_sort_cells, unnumbered)) == sorted(map(_sort_cells, make_change_rows(changes)))


def write_changelog_entry(changelog: Path, version: str, entry: str) -> None:
    """Write the entry of a version to the changelog, below its heading, which is added where missing.

    It stands between two markers, so that it can be written again. (Not with cog: once the versions have
    moved on, nothing could make it anew.)
    """
    text, part = changelog.read_text(encoding="utf-8"), f"changes of {version}"
    begin, end = f"<!-- generated: {part} -->", f"<!-- end: {part} -->"
    if begin not in text:
        text = _add_markers(_add_heading(text, version), version, f"{begin}\n{end}")
    before, rest = text.split(begin)
    changed = f"{before}{begin}\n\n{entry.strip()}\n\n{end}{rest.split(end)[1]}"
    write_file(FileOutput(changelog, force=True), changed.encode())


def _add_heading(text: str, version: str) -> str:
    if _find_heading(text, version):
        return text
    first = re.search(r"^## ", text, flags=re.MULTILINE)
    position = first.start() if first else len(text)
    return f"{text[:position]}## {version} {UNRELEASED}\n\n{text[position:]}"


def _add_markers(text: str, version: str, markers: str) -> str:
    heading = _find_heading(text, version)
    assert heading
    return f"{text[: heading.end()]}\n### Changed data\n\n{markers}\n{text[heading.end() :]}"


def _find_heading(text: str, version: str) -> re.Match[str] | None:
    return re.search(rf"^## {re.escape(version)}(?!\S).*\n", text, flags=re.MULTILINE)


def _sort_cells(row: Row) -> list[tuple[str, str]]:
    return sorted((name, str(cell)) for name, cell in row.items())
