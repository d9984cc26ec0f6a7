"""No proposition of these articles is printed without its voice."""

import json

import pytest

from fixtures.bare_propositions import find_bare, join_json, read_propositions
from fixtures.built_dataset import Dataset
from fixtures.talks_runner import read_rows, run_in_terminal, run_talks, strip_styles

DISPUTED, NESTED = "agreements-of-2022-existed", "kyiv-accepted-2022-terms"

RECORDS = [
    *([command, claim] for command in ("show", "compare") for claim in (DISPUTED, NESTED)),
    ["show", "vladimir-putin"],
    ["compare", "outcome-2022"],
    ["search", "dignity"],
    ["search", "agreements"],
]


@pytest.mark.parametrize("words", RECORDS, ids=" ".join)
def test_a_record_prints_no_bare_proposition(dataset: Dataset, words: list[str]) -> None:
    """Catch a title, a reference, a hit or a cell with a claim that nobody is named for."""
    propositions = read_propositions(dataset.database)
    printed = run_talks(dataset.database, *words).stdout
    lines = [line for line in printed.splitlines() if not line.startswith("proposition\t")]
    assert find_bare("\n".join(lines), propositions) == []
    assert find_bare(join_json(run_talks(dataset.database, *words, "--json").stdout), propositions) == []


@pytest.mark.parametrize("words", [["cite", NESTED], ["cite", DISPUTED]], ids=" ".join)
def test_a_claim_is_named_with_its_voices(dataset: Dataset, words: list[str]) -> None:
    """Catch a title or a citation that prints a claim as a finding."""
    assert find_bare(run_talks(dataset.database, *words).stdout, read_propositions(dataset.database)) == []


def test_a_terminal_prints_no_bare_proposition(dataset: Dataset) -> None:
    """Catch a line of a list in a terminal that has a claim without its voices."""
    drawn = strip_styles(run_in_terminal(dataset.database, "claims", columns=400))
    propositions = read_propositions(dataset.database)
    assert sum(proposition in drawn for proposition in propositions) == len(propositions)
    assert "  Zelensky: " in drawn
    assert find_bare(drawn, propositions) == []


@pytest.mark.slow
def test_a_nested_statement_keeps_its_outer_voices(dataset: Dataset) -> None:
    """Catch what one speaker says of another being printed as that other's own word."""
    query = (
        "SELECT statement_id, claim_id, demand_id, voice, sentence FROM statements_in_words WHERE depth >= 2"
    )
    nested = json.loads(run_talks(dataset.database, "sql", "--json", query).stdout)
    assert len(nested) > 10
    for statement in nested:
        asked = statement["claim_id"] or statement["demand_id"]
        assert "→" in statement["voice"]
        assert f"{statement['voice']}: “" in run_talks(dataset.database, "compare", asked).stdout
        assert run_talks(dataset.database, "show", statement["statement_id"]).stdout.startswith(
            statement["sentence"]
        )
        _assert_nested(dataset, asked, statement["statement_id"])


def _assert_nested(dataset: Dataset, record: str, statement: str) -> None:
    """Check that the tree of a record has each link of a chain below the one before it."""
    shown = json.loads(run_talks(dataset.database, "show", record, "--json").stdout)
    lines = run_talks(dataset.database, "show", record).stdout.splitlines()
    for link in shown["attribution"]:
        if link["id"] == statement:
            beginning = " " * (2 + 2 * link["depth"]) + link["speaker"]
            found = next((i for i, line in enumerate(lines) if line.startswith(beginning)), None)
            assert found is not None, (record, beginning)
            lines = lines[found:]


def test_a_demand_at_second_hand_is_told_by_whose_account(dataset: Dataset) -> None:
    """Catch what one voice says that another demanded, printed as a demand of that other without more."""
    query = """
        SELECT demand_id AS id, min(depth) AS depth FROM statements_in_words
        WHERE demand_id IS NOT NULL AND stance IN ('makes', 'reiterates') GROUP BY demand_id
    """
    depths = {row["id"]: row["depth"] for row in read_rows(dataset.database, "sql", query)}
    listed = {row["id"]: row["demand"] for row in read_rows(dataset.database, "demands")}
    assert {row_id for row_id, demand in listed.items() if demand.startswith("per ")} == {
        row_id for row_id, depth in depths.items() if depth >= 2
    }
    shown = run_talks(dataset.database, "show", "keep-fighting").stdout
    assert shown.startswith("According to David Arakhamia (at a distance): Boris Johnson → Ukraine")
