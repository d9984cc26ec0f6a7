"""On which seeds a page's figures were measured, where that takes so long that it is left to a release."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.contract import read_contract

MEASURED = re.compile(r"^Measured on version .+, seeds `\w+`\.$", re.MULTILINE)


def stamp_figures(figures: Mapping[str, str], seeds: Path, package: Path) -> dict[str, str]:
    """Return the parts of a page, the first below a line that says what they were measured on."""
    first = next(iter(figures))
    return {**figures, first: f"{describe_seeds(seeds, package)}\n\n{figures[first]}"}


def list_outdated(pages: Iterable[Path], seeds: Path, package: Path) -> list[Path]:
    """Return the pages with figures that were measured on other seeds."""
    today = describe_seeds(seeds, package)
    return [page for page in pages if set(MEASURED.findall(page.read_text(encoding="utf-8"))) - {today}]


def describe_seeds(seeds: Path, package: Path) -> str:
    """Return the line: the version, and a checksum of what the dataset is made from."""
    digest = hashlib.sha256()
    for path in sorted(seeds.glob("*/*.*")):
        if path.parent.name != "recoding":
            digest.update(f"{path.relative_to(seeds).as_posix()}\n".encode() + path.read_bytes())
    version = read_contract(package).package["version"]
    return f"Measured on version {version}, seeds `{digest.hexdigest()[:12]}`."
