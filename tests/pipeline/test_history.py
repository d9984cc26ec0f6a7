"""Redirects and changes: read as strictly as all seeds, and no id that is gone is ever used again."""

import pytest

from fixtures.built_dataset import Dataset
from pipeline import BuildError

REDIRECTS, CHANGES = "registers/redirects.yaml", "changes/0.2.0.yaml"

BRIDGE = "{id: bridge, to: water, version: 0.2.0, reason: The same.}"
GONE = "{table_name: topics, row_id: bridge, change: merged, new: water, sentence: Merged.}"


def test_what_is_written_is_in_the_tables(village: Dataset) -> None:
    village.write(REDIRECTS, f"- {BRIDGE}\n- {{id: mill, version: 0.3.0, reason: A mistake.}}\n")
    village.write(CHANGES, f"- {GONE}\n")
    village.build()
    assert village.query("SELECT * FROM redirects ORDER BY id") == [
        ("bridge", "water", "0.2.0", "The same."),
        ("mill", None, "0.3.0", "A mistake."),
    ]
    columns = "id, version, table_name, row_id, change, detail, old, new, sentence"
    assert village.query(f"SELECT {columns} FROM changes") == [
        ("0.2.0_1", "0.2.0", "topics", "bridge", "merged", None, None, "water", "Merged.")
    ]


@pytest.mark.parametrize(
    ("redirects", "message"),
    [
        ("- {id: mill, version: 0.2.0}", "the key 'reason' is missing"),
        ("- {id: mill, version: two, reason: R.}", "'two' does not fit the pattern"),
        ("- {id: mill, too: water, version: 0.2.0, reason: R.}", "unknown key 'too'; did you mean 'to'?"),
        (
            "- {id: parking, version: 0.2.0, reason: R.}",
            "'parking' is in use at {seeds}/registers/topics.yaml:3; an id that is gone is never used again",
        ),
        (
            "- {id: well-talks, version: 0.2.0, reason: R.}",
            "'well-talks' is in use at {seeds}/articles/well-talks.yaml:1",
        ),
        ("- {id: mill, to: watr, version: 0.2.0, reason: R.}", "unknown id 'watr'; did you mean 'water'?"),
        (
            f"- {BRIDGE}\n- {{id: mill, to: bridge, version: 0.3.0, reason: R.}}",
            "'bridge' is gone too, see {seeds}/registers/redirects.yaml:1; write what it is now",
        ),
        ("- {id: mill, to: mill, version: 0.2.0, reason: R.}", "'mill' is gone too"),
        (
            f"- {BRIDGE}\n- {{id: bridge, version: 0.3.0, reason: R.}}",
            "what became of 'bridge' is told at {seeds}/registers/redirects.yaml:1 already; keep one",
        ),
    ],
)
def test_a_redirect_that_leads_nowhere_is_reported(village: Dataset, redirects: str, message: str) -> None:
    village.write(REDIRECTS, f"{redirects}\n")
    with pytest.raises(BuildError) as raised:
        village.build()
    (reported,) = raised.value.messages
    place = f"{village.seeds / REDIRECTS}:{redirects.count(chr(10)) + 1}: "
    assert reported.startswith(place + message.format(seeds=village.seeds))


@pytest.mark.parametrize(
    ("file", "changes", "message"),
    [
        (CHANGES, f"- {GONE}", "'bridge' is gone; write what became of it into the register of redirects"),
        (CHANGES, "- {table_name: topics, change: begun, sentence: S.}", "'begun' is not a value of change"),
        (CHANGES, "table_name: topics", "this file is a list of entries"),
        ("changes/next.yaml", "[]", "the name of the file is the version and must fit"),
    ],
)
def test_changes_that_cannot_be_are_reported(village: Dataset, file: str, changes: str, message: str) -> None:
    village.write(file, f"{changes}\n")
    with pytest.raises(BuildError) as raised:
        village.build()
    (reported,) = raised.value.messages
    assert reported.startswith(f"{village.seeds / file}:1: {message}")


def test_an_id_that_an_earlier_version_ended_is_not_used_again(village: Dataset) -> None:
    """Catch a new record under an old id: the redirect that the change asks for forbids it."""
    village.write(CHANGES, f"- {GONE}\n")
    village.edit(
        "registers/topics.yaml", "- {id: parking", "- {id: bridge, name: B, definition: B.}\n- {id: parking"
    )
    village.edit("registers/events.yaml", "topics: [water, parking]", "topics: [bridge, water, parking]")
    with pytest.raises(BuildError, match="'bridge' is gone; write what became of it"):
        village.build()
    village.write(REDIRECTS, f"- {BRIDGE}\n")
    with pytest.raises(
        BuildError, match=r"'bridge' is in use at .*topics.yaml:3; an id that is gone is never"
    ):
        village.build()
