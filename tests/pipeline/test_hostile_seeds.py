"""Hostile seeds: whatever stands in a file, or in its place, is told at once, by file and line."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from pipeline import seed_files
from pipeline.contract import read_contract
from pipeline.problems import MOST_SHOWN, BuildError, Problems
from pipeline.rows.row_deriver import RowDeriver
from pipeline.seed_files import MAX_MEGABYTES
from pipeline.seeds import REGISTERS_WITH_IDS, read_seeds
from pipeline.yaml_documents import Document

TOPICS, RELATIONS, WELL = "registers/topics.yaml", "registers/relations.yaml", "articles/well-talks.yaml"
ANCHOR = "anchors (&{}) are not read"
ALIAS = "aliases (*{}) are not read"
TAG = "tags ({}) are not read"
DEEP = "values are nested more than 100 deep here, the most that is read"
KEY = "a key is words, not a list or a mapping"
ALIASES = "- &x0 [a]\n" + "".join(f"- &x{n + 1} [{','.join([f'*x{n}'] * 9)}]\n" for n in range(9))


def _read(path: Path) -> tuple[object, list[str]]:
    problems = Problems()
    tree = Document(path, problems).tree
    try:
        problems.raise_blocking(draft=False)
    except BuildError as error:
        return tree, [message.removeprefix(f"{path}:").partition(";")[0] for message in error.messages]
    return tree, []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("- &a x\n- *a\n", [f"1: {ANCHOR.format('a')}", f"2: {ALIAS.format('a')}"]),
        ("- &s [*s]\n", [f"1: {ALIAS.format('s')}", f"1: {ANCHOR.format('s')}"]),
        ("- x\n- *gone\n", [f"2: {ALIAS.format('gone')}"]),
        ("- !!binary aGk=\n", [f"1: {TAG.format('!!binary')}"]),
        ('- {quote: x,\n   note:\n    !!str "5"}\n', [f"3: {TAG.format('!!str')}"]),
        ("- !carts x\n", [f"1: {TAG.format('!carts')}"]),
        ("- !!python/object:os.system x\n", [f"1: {TAG.format('!!python/object:os.system')}"]),
        ("- ! x\n", [f"1: {TAG.format('!')}"]),
        ("- x\n- {[a, b]: c}\n", [f"2: {KEY}"]),
        ("- ? {a: b}\n  : c\n", [f"1: {KEY}"]),
        ("- [\n" + "[" * 100_000, [f"2: {DEEP}"]),
        ("{a: " * 100_000, [f"1: {DEEP}"]),
        ("[" * 200 + "]" * 200, [f"1: {DEEP}"]),
        ("- " * 10_000 + "x", [f"1: {DEEP}"]),
        ("- 18446744073709551616\n", ["1: the number 18446744073709551616 has more than 64 bits"]),
        ("- x\n- a\x00b\n", ["2: the character U+0000 cannot stand in a YAML file"]),
        ("- x\n---\n- y\n", ["2: a second document begins here"]),
        ("a:\n\tb: c\n", ["2: '\\t' begins no value"]),
        ("- {a: 1, a: 2}\n", ["1: the key 'a' stands twice"]),
        ("- {text: 6,000 men}\n- {a: 1, a: 2}\n", ["2: the key 'a' stands twice"]),
        (
            "- a\u2028b\n- [c\n- d\n",
            [
                "3: this is not YAML: while parsing a flow sequence begun in line 2: "
                "did not find expected ',' or ']'"
            ],
        ),
        ("# nothing\n", ["1: the file is empty"]),
    ],
)
def test_what_is_no_plain_yaml_is_told_by_line(tmp_path: Path, content: str, told: list[str]) -> None:
    path = tmp_path / "coding.yaml"
    path.write_text(content, encoding="utf-8")
    assert _read(path) == (None, told)


def test_aliases_of_aliases_are_not_expanded(tmp_path: Path) -> None:
    """Catch nine lines that stand for a billion values."""
    path = tmp_path / "coding.yaml"
    path.write_text(ALIASES, encoding="utf-8")
    tree, told = _read(path)
    assert tree is None
    assert len(told) == 10 + 9


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff- x & y\n- 5 * 3!\n",
        "\ufeff\ufeff- x & y\n- 5 * 3!\n",
        "\ufeff# x\n- x & y\n- 5 * 3!\n",
        "\ufeff---\n- 'x & y'\n- 5 * 3!\n...\n",
        '%YAML 1.2\n---\n- "x & y"\r\n- "5\\x20* 3!"\r\n',
        "- x & y # &a !b *c\n- >-\n  5\n  * 3!\n",
    ],
)
def test_words_with_such_signs_are_read(tmp_path: Path, content: str) -> None:
    path = tmp_path / "coding.yaml"
    path.write_bytes(content.encode())
    assert _read(path) == (["x & y", "5 * 3!"], [])


@pytest.mark.parametrize(("content", "is_read"), [("a: b\n", True), ("a: bc\n", False)])
def test_a_file_may_be_as_large_as_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, is_read: bool
) -> None:
    monkeypatch.setattr(seed_files, "MAX_MEGABYTES", 5 / 1_000_000)
    path = tmp_path / "coding.yaml"
    path.write_text(content, encoding="utf-8")
    assert (_read(path) == ({"a": "b"}, [])) == is_read


def _link_nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def _link_itself(path: Path) -> None:
    path.symlink_to(path)


def _link_device(path: Path) -> None:
    path.symlink_to(os.devnull)


def _fill_beyond_bounds(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MAX_MEGABYTES * 1_000_000 + 1)


@pytest.mark.parametrize(
    ("put", "told"),
    [
        (Path.mkdir, "1: this is no file"),
        (os.mkfifo, "1: this is no file"),
        (_link_device, "1: this is no file"),
        (_link_nowhere, "1: this cannot be read: No such file or directory"),
        (_link_itself, "1: this cannot be read: Too many levels of symbolic links"),
        (_fill_beyond_bounds, "1: this file has more than 20 MB, the most that is read"),
    ],
)
@pytest.mark.parametrize(
    "file", ["registers/topics.yaml", "articles/well-talks.txt", "articles/well-talks.yaml"]
)
def test_what_stands_in_the_place_of_a_file_is_told(
    village: Dataset, file: str, put: Callable[[Path], object], told: str
) -> None:
    path = village.seeds / file
    path.unlink()
    put(path)
    assert [message.partition(";")[0] for message in _list_faults(village)] == [f"{path}:{told}"]


def _list_faults(village: Dataset) -> list[str]:
    """Return what is wrong with seeds, without making a database."""
    contract = read_contract(village.package)
    seeds = read_seeds(village.seeds, contract, Problems())
    deriver = RowDeriver(seeds, contract)
    deriver.gather(deriver.derive_batch(seeds.articles))
    deriver.derive_shared()
    with pytest.raises(BuildError) as raised:
        deriver.problems.raise_blocking(draft=False)
    return raised.value.messages


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "registers/events.yaml",
            "topics: [water]",
            "topics: [water: x]",
            "words are wanted here, not a mapping",
        ),
        (
            "registers/relations.yaml",
            "from: lane-belongs-to-lowerton",
            "from: {a: b}",
            "words are wanted here, not a mapping",
        ),
        (
            "registers/relations.yaml",
            "from: lane-belongs-to-lowerton",
            "from: [a]",
            "words are wanted here, not a list",
        ),
        (TOPICS, "{id: parking", "{1: a, id: parking", "unknown key 1"),
        (TOPICS, "{id: parking", "{<<: {x: b}, id: parking", "unknown key '<<'"),
        (WELL, "value: 12,", "value: 9223372036854775808,", "a number (number) of 64 bits is wanted here"),
        (WELL, "value: 12,", "value: .nan,", "a number (number) of 64 bits is wanted here, not nan"),
        (WELL, "value: 12,", "value: -.inf,", "a number (number) of 64 bits is wanted here, not -inf"),
        (WELL, "value: 12,", "value: true,", "a number (number) of 64 bits is wanted here, not True"),
    ],
)
def test_a_wrong_shape_is_told(village: Dataset, file: str, old: str, new: str, told: str) -> None:
    village.edit(file, old, new)
    (message,) = _list_faults(village)
    assert message.startswith(f"{village.seeds / file}:")
    assert told in message


@pytest.mark.parametrize(
    "spoil", ["[", "{a: b}", "x", "- [x", "- {ide: x}\n- x: &a y", "\ufeff# nothing", "- !x y"]
)
@pytest.mark.parametrize("name", REGISTERS_WITH_IDS)
def test_one_fault_of_a_register_is_one_message(village: Dataset, name: str, spoil: str) -> None:
    """Catch ids called unknown, and work called unfinished, that the register's file would hold."""
    path = village.seeds / "registers" / f"{name}.yaml"
    path.write_text(spoil, encoding="utf-8")
    assert {message.partition(":")[0] for message in _list_faults(village)} == {str(path)}


@pytest.mark.parametrize("spoil", ["x", "[x]", "{a: b}", "5"])
@pytest.mark.parametrize("section", ["metadata", "events", "attributions", "roles"])
def test_one_fault_of_a_coding_is_one_message(village: Dataset, section: str, spoil: str) -> None:
    """Catch events called untold, and voices called unknown, that the section would hold."""
    path = village.seeds / WELL
    before, _, after = path.read_text(encoding="utf-8").partition(f"\n{section}:\n")
    _, found, others = after.partition("\n\n")
    path.write_text(f"{before}\n{section}: {spoil}{found}{others}", encoding="utf-8")
    (message,) = _list_faults(village)
    assert message.startswith(f"{path}:")


@pytest.mark.parametrize("file", [WELL, "articles/well-talks.txt"])
def test_an_article_that_cannot_be_read_is_one_message(village: Dataset, file: str) -> None:
    """Catch datings, delegations and ids called missing that the article or its coding has."""
    (village.seeds / file).write_bytes(b"[\xff")
    (message,) = _list_faults(village)
    assert message.startswith(f"{village.seeds / file}:1: ")


def test_missing_registers_are_one_message(village: Dataset) -> None:
    shutil.rmtree(village.seeds / "registers")
    (message,) = _list_faults(village)
    assert message.startswith(f"{village.seeds / 'registers'}:1: there is no register here; ")


def test_of_very_many_problems_the_first_are_printed() -> None:
    error = BuildError([f"coding.yaml:{line}: wrong" for line in range(50_000)])
    assert len(error.messages) == 50_000
    assert str(error).splitlines()[MOST_SHOWN:] == ["… and 49,000 more"]
    assert "more" not in str(BuildError(error.messages[:MOST_SHOWN]))


def test_a_coding_without_its_article_is_one_message(village: Dataset) -> None:
    (village.seeds / "articles/well-talks.txt").unlink()
    (message,) = _list_faults(village)
    assert "this coding has no article" in message
