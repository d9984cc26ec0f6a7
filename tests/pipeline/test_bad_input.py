"""Bad input: every fault is reported with its file and line, the words, and what to write instead.

The faults stand in faults.yaml; each is made in a copy of the made-up seeds of tests/fixtures/village/.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from fixtures.built_dataset import PACKAGE, Dataset, read_yaml
from fixtures.script_runner import run_script
from pipeline import BuildError, build
from pipeline.contract import read_contract

WELL, MILL = "articles/well-talks.yaml", "articles/mill-meeting.yaml"
TOPICS = "registers/topics.yaml"
FAULTS = read_yaml(Path(__file__).with_name("faults.yaml"))


def _collect_messages(broken: Dataset) -> list[str]:
    with pytest.raises(BuildError) as raised:
        broken.build()
    return raised.value.messages


@pytest.mark.parametrize("case", [pytest.param(fault, id=fault["fault"]) for fault in FAULTS])
def test_each_fault_is_reported_with_its_place(village: Dataset, case: dict[str, str]) -> None:
    village.edit(case["file"], case["old"], case["new"])
    messages = _collect_messages(village)
    reported = [line for line in messages if case["message"] in line]
    assert reported, messages
    place, line = reported[0].split(":")[:2]
    assert Path(place).parent.parent == village.seeds
    assert int(line) >= 1


def test_the_line_is_that_of_the_fault(village: Dataset) -> None:
    village.edit(WELL, "  title: Mayor\n", "  title: Mayor\n  titel: Mayor\n")
    lines = (village.seeds / WELL).read_text(encoding="utf-8").splitlines()
    line = lines.index("  titel: Mayor") + 1
    assert _collect_messages(village) == [
        f"{village.seeds / WELL}:{line}: unknown key 'titel'; did you mean 'title'?"
    ]


def test_all_faults_are_reported_in_one_run(village: Dataset) -> None:
    village.edit(WELL, "quote: But only by day", "quote: But only at day")
    village.edit(WELL, "value: 12,", "value: twelve,")
    village.edit(MILL, "cue: asked", "cue: begged")
    village.edit(TOPICS, "broader: roads", "broader: rods")
    messages = "\n".join(_collect_messages(village))
    for words in ("But only at day", "'twelve'", "'begged'", "'rods'"):
        assert words in messages


def test_batches_of_articles_report_the_same(village: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """Catch problems that get lost between processes, or are reported by each of them."""
    village.edit(WELL, "quote: But only by day", "quote: But only at day")
    village.edit(MILL, "delegation, quote: Otter", "delegation, on_behalf_of: hill-envoys, quote: Otter")
    village.edit("registers/discrepancies.yaml", "quote: about ten carts", "quote: about two carts")
    village.edit(TOPICS, "- {id: parking", "- {id: bells, name: Bells, definition: Ringing.}\n- {id: parking")
    village.edit("registers/actors.yaml", "names: [Upperton]", "names: [Upperton, Uppertown, Quill]")
    together = _collect_messages(village)
    monkeypatch.setattr("pipeline.build_steps.BATCH_SIZE", 1)
    assert _collect_messages(village) == together
    for words in ("at day", "of participants", "two carts", "'bells'", "'Uppertown'", "already means"):
        assert words in "\n".join(together)


def _change_article(seeds: Path) -> None:
    (seeds / "articles/mill-meeting.txt").write_text("The villages did not talk.\n", encoding="utf-8")


def _write_latin1(seeds: Path) -> None:
    (seeds / TOPICS).write_bytes("- {id: caf\u00e9}\n".encode("latin-1"))


def _write_article_in_latin1(seeds: Path) -> None:
    (seeds / "articles/mill-meeting.txt").write_bytes("Caf\u00e9".encode("latin-1"))


def _empty_coding(seeds: Path) -> None:
    (seeds / MILL).write_text("", encoding="utf-8")


def _empty_register(seeds: Path) -> None:
    (seeds / TOPICS).write_text("# nothing\n", encoding="utf-8")


def _empty_article(seeds: Path) -> None:
    (seeds / "articles/mill-meeting.txt").write_text("", encoding="utf-8")


def _coding_alone(seeds: Path) -> None:
    (seeds / "articles/mill-meeting.txt").unlink()


def _article_alone(seeds: Path) -> None:
    (seeds / MILL).unlink()


def _unknown_register(seeds: Path) -> None:
    (seeds / "registers/carts.yaml").write_text("[]\n", encoding="utf-8")


def _name_badly(seeds: Path) -> None:
    for suffix in (".txt", ".yaml"):
        (seeds / "articles/mill-meeting").with_suffix(suffix).rename(seeds / f"articles/Mill Meeting{suffix}")


def _no_articles(seeds: Path) -> None:
    shutil.rmtree(seeds / "articles")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_name_badly, "Mill Meeting.txt:1: the name of the file is the article's id"),
        (_no_articles, "articles:1: there is no article here"),
        (_change_article, "mill-meeting.txt is not the file that was received"),
        (_write_latin1, "topics.yaml:1: this is not UTF-8 (byte 0xe9)"),
        (_write_article_in_latin1, "mill-meeting.txt:1: this is not UTF-8 (byte 0xe9)"),
        (_empty_coding, "mill-meeting.yaml:1: the file is empty"),
        (_empty_register, "topics.yaml:1: the file is empty"),
        (_empty_article, "mill-meeting.txt:1: the article is empty"),
        (_coding_alone, "mill-meeting.yaml:1: this coding has no article"),
        (_article_alone, "mill-meeting.txt:1: this article has no coding"),
        (_unknown_register, "carts.yaml:1: no register has this name"),
    ],
)
def test_a_spoiled_file_is_reported(village: Dataset, spoil: Callable[[Path], None], message: str) -> None:
    spoil(village.seeds)
    assert [line for line in _collect_messages(village) if message in line]


def test_a_contract_that_is_no_json_is_reported(village: Dataset, tmp_path: Path) -> None:
    package = tmp_path / "datapackage.json"
    package.write_text('{"name": "x",}\n', encoding="utf-8")
    with pytest.raises(BuildError, match=r"datapackage.json:1: this is not JSON"):
        build(village.seeds, package, village.database)


def test_a_file_that_cannot_be_read_hides_no_other_fault_and_makes_none(village: Dataset) -> None:
    """Catch ids called unknown, and work called unfinished, since the file that has them is not read."""
    village.edit("registers/topics.yaml", "name: Water,", "name: Water, name: Wells,")
    village.edit("registers/topics.yaml", "name: Roads,", "name: Roads, name: Lanes,")
    village.edit(MILL, "- {field: title, ", "- {field: title, field: title, ")
    village.edit(WELL, "quote: But only by day", "quote: But only at day")
    told = [line.removeprefix(f"{village.seeds}/") for line in _collect_messages(village)]
    assert [line.partition(";")[0] for line in told] == [
        "articles/mill-meeting.yaml:12: the key 'field' stands twice",
        "articles/well-talks.yaml:76: the article does not say 'But only at day'",
        "registers/topics.yaml:1: the key 'name' stands twice",
        "registers/topics.yaml:2: the key 'name' stands twice",
    ]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("homepage", "example.org", "homepage is 'example.org'; write https://…, or leave it empty"),
        ("id", "to come", "id is 'to come'; write a DOI, 10.…/…, or leave it empty"),
        ("homepage", 5, "homepage is 5; write https://…, or leave it empty"),
    ],
)
def test_an_address_that_is_none_is_reported(tmp_path: Path, name: str, value: object, message: str) -> None:
    package = tmp_path / "datapackage.json"
    spoiled = f'"{name}": {json.dumps(value)}'
    declared = PACKAGE.read_text(encoding="utf-8").replace(f'"{name}": ""', spoiled, 1)
    package.write_text(declared, encoding="utf-8")
    with pytest.raises(BuildError) as raised:
        read_contract(package)
    line = declared[: declared.index(spoiled)].count("\n") + 1
    assert raised.value.messages == [f"{package}:{line}: {message}"]


def test_a_column_that_may_be_empty_without_a_meaning_is_reported(village: Dataset, tmp_path: Path) -> None:
    declared = village.package.read_text(encoding="utf-8")
    meaning = ',\n            "empty": "it means this actor in every article"'
    package = tmp_path / "datapackage.json"
    package.write_text(declared.replace(meaning, "", 1), encoding="utf-8")
    with pytest.raises(BuildError) as raised:
        build(village.seeds, package, village.database)
    (message,) = raised.value.messages
    place, _, what = message.removeprefix(f"{package}:").partition(": ")
    assert declared.splitlines()[int(place) - 1].strip() == '"name": "source_id",'
    assert what.startswith("source_id of names may be empty")


def test_a_folder_that_is_not_there_is_misuse(village: Dataset) -> None:
    shutil.rmtree(village.seeds)
    run = run_script("build.py", *village.list_options())
    assert run.returncode == 2
    assert f"Path '{village.seeds}' does not exist" in run.stderr


def test_a_folder_in_the_place_of_the_database_is_misuse(village: Dataset) -> None:
    village.database.mkdir(parents=True)
    run = run_script("build.py", *village.list_options())
    assert run.returncode == 2
    assert f"File '{village.database}' is a directory" in run.stderr
    assert not village.data.exists()


def test_the_command_fails_without_traceback_and_writes_nothing(village: Dataset) -> None:
    village.edit(WELL, "- event: mill-talks", "- event: mil-talks")
    run = run_script("build.py", *village.list_options())
    assert run.returncode == 1
    assert "well-talks.yaml:" in run.stderr
    assert "nothing was written" in run.stderr
    assert "Traceback" not in run.stderr
    assert not village.data.exists()
    assert not village.database.exists()
