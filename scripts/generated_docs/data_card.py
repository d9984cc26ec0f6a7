"""The data card at the head of docs/quality.md, which Croissant and .zenodo.json repeat."""

import re
from pathlib import Path

ENTRY = re.compile(r"^- \*\*([\w ]+)\.\*\* (.+(?:\n  .+)*)", re.MULTILINE)
MARKUP = re.compile(r"\[([^\]]+)\]\([^)]*\)|\*\*|`")


def read_data_card(root: Path) -> dict[str, str]:
    """Return the entries of the data card of a checkout as plain text, by their names."""
    page = (root / "docs" / "quality.md").read_text(encoding="utf-8")
    card = page.partition("\n## Data card\n")[2].partition("\n## ")[0]
    return {name: " ".join(MARKUP.sub(r"\1", text).split()) for name, text in ENTRY.findall(card)}
