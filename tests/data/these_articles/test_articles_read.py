"""`talks read` of these articles in a terminal."""

import re

import pytest

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import run_in_terminal, strip_styles


@pytest.mark.parametrize("columns", [40, 80, 100, 120])
def test_in_a_terminal_every_statement_is_told_with_its_voice_and_id(dataset: Dataset, columns: int) -> None:
    ((source,),) = dataset.query("SELECT source_id FROM texts WHERE text LIKE '%](#)%'")
    screen = strip_styles(run_in_terminal(dataset.database, "read", str(source), columns=columns))
    assert max(map(len, screen.splitlines())) <= columns
    shown = re.sub(r"\s+", "", screen)
    told = dataset.query(
        "SELECT sentence || coalesce(demand_id, claim_id) FROM statements WHERE source_id = ?", source
    )
    assert len(told) > 50
    assert [sentence for (sentence,) in told if re.sub(r"\s+", "", str(sentence)) not in shown] == []
    assert "](" not in screen
