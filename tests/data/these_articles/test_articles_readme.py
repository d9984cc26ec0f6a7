"""README.md asks about these articles: its pictures are those of the data, and its commands run."""

import re
from typing import Any

import pytest

import istanbul_talks
from fixtures.built_dataset import ROOT, Dataset
from fixtures.talks_runner import run_talks
from generated_docs.readme_parts import draw_pictures

README = ROOT / "README.md"
NOT_RUN = {"serve", "show", "reanchor", "cite ID", "check DRAFT"}
TEXT = README.read_text(encoding="utf-8")
COMMANDS = set(re.findall(r"`talks ([^`…]+)`", TEXT)) - NOT_RUN


def test_the_pictures_show_what_the_commands_print(dataset: Dataset) -> None:
    """Catch a picture that was not redrawn by `python scripts/docs.py`."""
    shown = list(draw_pictures(README, dataset.database))
    assert len(shown) == 3
    assert all("Ukraine" in picture.drawing or "Fomin" in picture.drawing for picture in shown)
    assert [picture.refresh(check=True) for picture in shown] == [0, 0, 0]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_an_answer(dataset: Dataset, command: str) -> None:
    """Catch a command of README.md that does not run, or finds nothing."""
    assert run_talks(dataset.database, *command.split()).exit_code == 0


@pytest.mark.parametrize("query", re.findall(r"talks sql \"(SELECT .+?)\"", TEXT, re.DOTALL))
def test_every_query_has_an_answer(dataset: Dataset, query: str) -> None:
    """Catch SQL of README.md that does not parse any more, or finds nothing."""
    assert dataset.query(query)


@pytest.mark.slow
def test_the_lines_of_python_make_frames(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """Catch a line of README.md that does not run, or that one of two libraries reads otherwise."""
    names: dict[str, Any] = {name: pytest.importorskip(name) for name in ("pandas", "polars")}
    names["istanbul_talks"] = istanbul_talks
    monkeypatch.setenv("TALKS_DB", str(dataset.database))
    lines = re.findall(r"^    ((?:pandas|polars)\..+)$", TEXT, re.MULTILINE)
    assert len(lines) == 2
    shapes = {eval(line, names).shape for line in lines}
    assert shapes == {(*dataset.query("SELECT count(*) FROM demands_in_words")[0], 19)}


def test_every_link_between_the_pages_leads_somewhere() -> None:
    """Catch a link to a file that was moved or never written."""
    for page in [*ROOT.glob("*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("docs/*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_link_to_a_section_leads_to_it() -> None:
    """Catch a link to a heading that was renamed or cut."""
    for page in [*ROOT.glob("*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("docs/*.md")]:
        text = page.read_text(encoding="utf-8")
        for link, section in re.findall(r"\]\((?:([^)#:]+\.md))?#([^)]+)\)", text):
            target = (page.parent / link) if link else page
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            ids = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert section in ids, f"{page.name}: {link}#{section}"
