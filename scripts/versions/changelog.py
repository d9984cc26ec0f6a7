"""Keeping: what a version changed, written where it stays: seeds/changes/ and the changelog.

No build can tell what changed, for it knows one version only; so the changes are kept among the seeds, as a
file for each version, and the build makes the table `changes` of them.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ryaml import dumps  # type: ignore[attr-defined]  # (it is in its stub)

from generated_docs.markdown_pages import filled
from pipeline.atomic_replace import staging_folder
from pipeline.contract import Row
from versions.changes import Told
from versions.load_version import Version

HEAD = "# Written by scripts/diff.py --write; not edited by hand.\n"
UNRELEASED = "(not yet released)"


def rows(changes: Sequence[Told]) -> Iterator[Row]:
    """Yield the changes as rows of the table `changes`, without id and version."""
    for change, sentence in changes:
        cells = {name: None if value is None else str(value) for name, value in change._asdict().items()}
        yield {**cells, "sentence": sentence}


def write_changes(seeds: Path, version: str, changes: Sequence[Told]) -> None:
    """Write the changes of a version into the seeds; where there is none, no file is left."""
    path = seeds / "changes" / f"{version}.yaml"
    if not changes:
        path.unlink(missing_ok=True)
        return
    entries = [{name: cell for name, cell in row.items() if cell is not None} for row in rows(changes)]
    _replace(path, HEAD + dumps(entries))


def is_kept(new: Version, changes: Sequence[Told]) -> bool:
    """Tell whether the table `changes` of the new version holds exactly these as what it changed."""
    kept = [row for row in new.tables["changes"].values() if row["version"] == new.number]
    named = [{name: cell for name, cell in row.items() if name not in {"id", "version"}} for row in kept]
    return sorted(map(_cells, named)) == sorted(map(_cells, rows(changes)))


def write_entry(changelog: Path, version: str, entry: str) -> None:
    """Write the entry of a version into the changelog, below its heading, which is made if need be."""
    text, part = changelog.read_text(encoding="utf-8"), f"changes of {version}"
    if f"<!-- generated: {part} -->" not in text:
        text = _with_markers(_with_heading(text, version), version, part)
    _replace(changelog, filled(text, {part: entry}))


def _with_heading(text: str, version: str) -> str:
    if _heading(text, version):
        return text
    first = re.search(r"^## ", text, flags=re.MULTILINE)
    place = first.start() if first else len(text)
    return f"{text[:place]}## {version} {UNRELEASED}\n\n{text[place:]}"


def _with_markers(text: str, version: str, part: str) -> str:
    heading = _heading(text, version)
    assert heading
    markers = f"\n### Changed data\n\n<!-- generated: {part} -->\n<!-- end: {part} -->\n"
    return text[: heading.end()] + markers + text[heading.end() :]


def _heading(text: str, version: str) -> re.Match[str] | None:
    return re.search(rf"^## {re.escape(version)}(?!\S).*\n", text, flags=re.MULTILINE)


def _replace(path: Path, text: str) -> None:
    """Write a file, whole or not at all."""
    with staging_folder(path) as aside:
        fresh = aside / path.name
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(path)


def _cells(row: Row) -> list[tuple[str, str]]:
    return sorted((name, str(cell)) for name, cell in row.items())
