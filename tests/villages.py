"""Versions of the made-up village: as it was first released, and with a change of every sort."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from datasets import PACKAGE, ROOT, Dataset
from versions.changes import Change
from versions.opening import Version, open_version
from versions.wording import tell

WELL, MILL = "articles/well-talks.yaml", "articles/mill-meeting.yaml"
ACTORS, CLAIMS = "registers/actors.yaml", "registers/claims.yaml"

AUNT = """- id: aunt
  name: an aunt of Quill
  kind: unnamed
  description: Said to have promised the lane.
  names: [{form: Quill's aunt, kind: description, source: well-talks}]
"""
Edit = Callable[[Dataset], None]

REDIRECTS = "registers/redirects.yaml"


def make_version(folder: Path, version: str) -> Dataset:
    """Make a copy of the village with a contract of its own, not built."""
    shutil.copytree(ROOT / "tests" / "village", folder / "seeds")
    shutil.copyfile(PACKAGE, folder / PACKAGE.name)
    village = Dataset(folder)
    redeclare(village, version=version)
    return village


def redeclare(dataset: Dataset, **about: str) -> None:
    """Change what the contract of a dataset says of the whole."""
    package = json.loads(dataset.package.read_text(encoding="utf-8"))
    dataset.package.write_text(json.dumps({**package, **about}), encoding="utf-8")


def declare(dataset: Dataset, table: str, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the schema of a table in the contract of a dataset."""
    package = json.loads(dataset.package.read_text(encoding="utf-8"))
    change(next(each["schema"] for each in package["resources"] if each["name"] == table))
    dataset.package.write_text(json.dumps(package), encoding="utf-8")


def opened(dataset: Dataset) -> Version:
    """Open the folder of a dataset that was built."""
    return open_version(str(dataset.folder), ROOT)


def changes(old: Dataset, new: Dataset) -> dict[str, Change]:
    """Build the newer dataset and return what it changed, by the sentences that say so."""
    new.build()
    return {sentence: change for change, sentence in tell(opened(old), opened(new))}


def add_a_claim(village: Dataset) -> None:
    statement = "- claim: quill-did-not-object\n  quote: did not object\n"
    village.edit(MILL, "sentences:", f"{statement}\nsentences:")
    claim = (
        "- {id: quill-did-not-object, content: Quill did not object., kind: occurrence, topics: [parking]}"
    )
    first = "- id: lane-belongs-to-lowerton"
    village.edit(CLAIMS, first, f"{claim}\n{first}")


def reword_a_demand(village: Dataset) -> None:
    village.edit("registers/demands.yaml", "To share the well by day.", "To share the well, but by day only.")


def move_a_quote(village: Dataset) -> None:
    village.edit(WELL, "quote: refused to remove the carts", "quote: refused to remove")


def correct_an_event(village: Dataset) -> None:
    village.edit("registers/events.yaml", "kind: talks", "kind: meeting")


def merge_the_aunt(village: Dataset) -> None:
    """Let the aunt be the mayor, who keeps her name."""
    village.edit(ACTORS, AUNT, "")
    misspelt = "  - {form: Ada Quil, kind: misspelling}\n"
    described = "  - {form: Quill's aunt, kind: description, source: well-talks}\n"
    village.edit(ACTORS, misspelt, misspelt + described)
    village.edit(WELL, "holder: aunt", "holder: ada-quill")
    redirect(village, "{id: aunt, to: ada-quill, version: 1.0.0, reason: The mayor speaks of herself.}")


def withdraw_a_discrepancy(village: Dataset) -> None:
    (village.seeds / "registers" / "discrepancies.yaml").unlink()
    redirect(village, "{id: number-of-carts, version: 1.0.0, reason: Twelve and about ten can both be true.}")


def redirect(village: Dataset, entry: str) -> None:
    """Add an entry to the register of redirects."""
    path = village.seeds / REDIRECTS
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}- {entry}\n", encoding="utf-8")


def drop_a_column(village: Dataset) -> None:
    def drop(schema: dict[str, Any]) -> None:
        schema["fields"] = [field for field in schema["fields"] if field["name"] != "pax_code"]

    declare(village, "topics", drop)


EVERY_SORT: tuple[Edit, ...] = (
    add_a_claim,
    reword_a_demand,
    move_a_quote,
    correct_an_event,
    merge_the_aunt,
    withdraw_a_discrepancy,
    drop_a_column,
)


def change_everything(village: Dataset) -> None:
    """Make a change of every sort."""
    for change in EVERY_SORT:
        change(village)
