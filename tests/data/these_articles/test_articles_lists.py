"""Lists of what these articles tell: short, whole, in a person's words."""

import re

import pytest

from fixtures.built_dataset import ROOT, Dataset
from fixtures.talks_runner import draw, join_lines, read_rows

LISTINGS = {
    "demands": 2.0,
    "claims": 2.3,
    "disagreements": 3.6,
    "events": 2.0,
    "people": 2.0,
    "delegations": 2.0,
}
"""The lists, and how many lines a record may take on average at 100 columns."""


@pytest.mark.usefixtures("only_these_articles")
@pytest.mark.parametrize(("command", "most"), LISTINGS.items())
def test_a_list_is_shorter_than_the_articles(dataset: Dataset, command: str, most: float) -> None:
    """Catch a list for which a reader would sooner read the articles, and one of too many lines."""
    articles = [path.read_text(encoding="utf-8") for path in (ROOT / "seeds" / "articles").glob("*.txt")]
    screen = draw(dataset.database, command)
    assert len(screen.split()) < sum(len(text.split()) for text in articles)
    records = {row["id"] for row in read_rows(dataset.database, command)}
    assert len(screen.splitlines()) / len(records) <= most


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("command", LISTINGS)
def test_every_id_is_whole_at_every_width(dataset: Dataset, command: str, columns: int) -> None:
    """Catch an id that is cut or wrapped, and a line that runs over for anything else."""
    screen = draw(dataset.database, command, columns=columns)
    ids = {row["id"] for row in read_rows(dataset.database, command)}
    shorter = {row_id for row_id in ids if len(row_id) <= columns - len("          ● ")}
    assert shorter - set(screen.split()) == set()
    assert [line for line in screen.splitlines() if len(line) > columns and line.strip() not in ids] == []


@pytest.mark.parametrize("options", [[], ["--words"]])
@pytest.mark.parametrize("command", LISTINGS)
def test_a_list_is_in_a_persons_words(dataset: Dataset, command: str, options: list[str]) -> None:
    """Catch dates for programs, Markdown, doubled quotation marks and wrong numbers."""
    screen = join_lines(draw(dataset.database, command, *options))
    assert re.findall(r"(?<![\w-])\d{4}-\d\d(?![\w-])|\d{3}X|\]\(|`|““|””|\b1 \w+s\. talks", screen) == []


def test_no_side_of_an_open_disagreement_is_left_out(dataset: Dataset) -> None:
    """Catch a side that is cut, and one that the words do not show."""
    short, full = (
        join_lines(draw(dataset.database, "disagreements", *options, columns=100))
        for options in ([], ["--words"])
    )
    for row in read_rows(dataset.database, "disagreements"):
        said = [" ".join(side["says"].split()) for side in row["sides"]]
        assert [says for says in said if says not in full and "“" not in says] == []
        if row["status"] == "unresolved":
            assert [says for says in said if says not in short and "“" not in says] == []


def test_the_list_says_how_many_stand_without_their_sides(dataset: Dataset) -> None:
    """Catch sides that are left out in silence, and the word about them where all are there."""
    settled = [row for row in read_rows(dataset.database, "disagreements") if row["status"] != "unresolved"]
    told = f"; {len(settled)} settled without sides"
    assert told in join_lines(draw(dataset.database, "disagreements"))
    for options in (["--words"], ["--status", "compatible"], ["--kind", "name"]):
        assert "without sides" not in join_lines(draw(dataset.database, "disagreements", *options))


def test_who_says_the_same_stands_before_it_once(dataset: Dataset) -> None:
    """Catch an answer repeated for each voice, and names in full of which an article prints the initials."""
    screen = join_lines(draw(dataset.database, "disagreements", "--status", "compatible"))
    assert "“Sham dialogue”, “What Prospects…”: Zelensky;" in screen
    assert "per ISW: " in screen
    assert "“According to”" not in screen


def test_what_is_settled_has_its_sides_where_it_is_asked_for(dataset: Dataset) -> None:
    """Catch a disagreement that is folded although it is all that was asked for."""
    screen = join_lines(draw(dataset.database, "disagreements", "--status", "compatible"))
    for row in read_rows(dataset.database, "disagreements", "--status", "compatible"):
        assert all(side["says"] in screen or "“" in side["says"] for side in row["sides"])


def test_claims_of_a_speaker_are_in_order_of_time(dataset: Dataset) -> None:
    """Catch days out of order, and an undated claim before them."""
    rows = read_rows(dataset.database, "claims", "--by", "zelensky")
    order = [row["id"] for row in sorted(rows, key=lambda row: (row["earliest"] or "9999", row["id"]))]
    screen = draw(dataset.database, "claims", "--by", "zelensky", columns=400)
    assert [line.split()[-1] for line in screen.splitlines() if line.startswith("  ")] == order
    assert len({row["earliest"] for row in rows}) > 2


def test_words_are_those_of_the_articles(dataset: Dataset) -> None:
    """Catch a list in whose words a voice or a quote is missing."""
    screen = join_lines(draw(dataset.database, "demands", "--words", "--topic", "territory"))
    for row in read_rows(dataset.database, "demands", "--topic", "territory"):
        assert all(told["quote"] in screen for told in row["words"])
