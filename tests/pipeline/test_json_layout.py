"""The layout of datapackage.json."""

import json
from pathlib import Path

import pytest

from fixtures.built_dataset import PACKAGE
from pipeline.json_layout import WIDTH, format_json, restore_layout


def test_what_fits_stands_on_one_line() -> None:
    short = {"name": "id", "constraints": {"required": True, "enum": ["a", "é"]}}
    assert format_json(short) == json.dumps(short, ensure_ascii=False) + "\n"


def test_what_does_not_fit_is_broken_and_its_parts_are_not() -> None:
    long = {"words": "w" * 50, "more": ["m" * 20, {"n": 1}, []], "last": "l" * 40}
    assert format_json([long, 1]).splitlines() == [
        "[",
        "  {",
        f'    "words": "{"w" * 50}",',
        f'    "more": ["{"m" * 20}", {{"n": 1}}, []],',
        f'    "last": "{"l" * 40}"',
        "  },",
        "  1",
        "]",
    ]


def test_the_comma_counts() -> None:
    """Catch a line that is one character too long."""
    fitting = {"a": "x" * (WIDTH - len('  {"a": ""},'))}
    assert max(map(len, format_json([fitting, fitting]).splitlines())) == WIDTH
    wider = {"a": fitting["a"] + "x"}
    assert format_json([wider, fitting]).splitlines()[1:4] == ["  {", f'    "a": "{wider["a"]}"', "  },"]


def test_nothing_is_lost() -> None:
    value = {"a": {}, "b": [], "c": None, "d": [[1.5, "ü\n"] * 30], "e": {"f": {"g": "h" * 200}}}
    assert json.loads(format_json(value)) == value


def test_another_layout_is_told_and_restored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contract = tmp_path / "datapackage.json"
    spread = json.dumps(json.loads(PACKAGE.read_text(encoding="utf-8")), indent=4)
    contract.write_text(spread, encoding="utf-8")
    assert restore_layout(contract, check=True) == 1
    assert contract.read_text(encoding="utf-8") == spread
    assert "run python scripts/docs.py" in capsys.readouterr().err
    assert restore_layout(contract) == 0
    assert contract.read_bytes() == PACKAGE.read_bytes()
    assert restore_layout(contract, check=True) == 0
