"""`python scripts/draft.py propose`: what it writes, where, and what it leaves alone."""

import re
import shutil
from subprocess import CompletedProcess

import pytest
import yaml

from fixtures.built_dataset import ROOT, Dataset
from fixtures.script_runner import run_script

DRAFT = "drafts/mill-sale.yaml"


@pytest.fixture
def begun(growing: Dataset) -> Dataset:
    """The made-up dataset with a further article, whose coding is begun."""
    places = ["--seeds", str(growing.seeds), "--package", str(growing.package)]
    done = run_script("draft.py", "new", growing.folder / "received.txt", "--id", "mill-sale", *places)
    assert done.returncode == 0, done.stderr
    return growing


def run_propose(dataset: Dataset, name: str, *words: str) -> CompletedProcess[str]:
    places = ["--seeds", dataset.seeds, "--package", dataset.package, "--out", dataset.folder / "drafts"]
    return run_script("draft.py", "propose", name, *map(str, places), *words)


def read_draft(dataset: Dataset) -> str:
    done = run_propose(dataset, "mill-sale")
    assert done.returncode == 0, done.stderr
    return (dataset.folder / DRAFT).read_text(encoding="utf-8")


def test_a_draft_has_what_the_words_and_the_coded_articles_tell(begun: Dataset) -> None:
    seeds = {path: path.read_bytes() for path in begun.seeds.rglob("*.yaml")}
    draft = yaml.safe_load(read_draft(begun))
    assert draft["roles"][0] == {
        "person": "ada-quill",
        "title": "Mayor",
        "quote": "Mayor Ada Quill",
    }
    assert draft["attributions"][0] == {
        "id": "ada-quill-said",
        "holder": "ada-quill",
        "holder_text": "Mayor Ada Quill",
        "cue": "said",
    }
    assert draft["statements"][0]["by"] == "ada-quill-said"
    assert draft["statements"][0]["quote"] == "“a fair share of the water”"
    assert draft["sentences"][-1] == {
        "quote": {"exact": "The mill is for sale", "occurrence": 2},
        "reason": "repeats",
        "repeats": {"exact": "The mill is for sale", "occurrence": 1},
    }
    assert {path: path.read_bytes() for path in begun.seeds.rglob("*.yaml")} == seeds


def test_nothing_is_claimed_or_demanded_by_a_draft(begun: Dataset) -> None:
    statements = yaml.safe_load(read_draft(begun))["statements"]
    assert {entry["claim"] for entry in statements} == {"TODO"}
    assert not any({"demand", "stance", "certainty", "ground"} & entry.keys() for entry in statements)


def test_each_sentence_stands_above_its_proposals_and_each_of_these_names_its_rule(begun: Dataset) -> None:
    lines = read_draft(begun).splitlines()
    sentence = next(
        number for number, line in enumerate(lines) if line.startswith("# 2. Mayor Ada Quill said")
    )
    assert lines[sentence + 1] == "- person: ada-quill  # a title before a name"
    sections = lines[lines.index("roles:") :]
    assert all("  # " in line for line in sections if line.startswith("- "))
    assert any(re.match(r"#   0\.\d\d demand share-the-well: ", line) for line in sections)


def test_a_new_spelling_is_shown_with_the_known_one(begun: Dataset) -> None:
    assert "# Bram Oter: a form of bram-otter? (known: Bram Otter)" in read_draft(begun).splitlines()


def test_a_draft_taken_over_as_it_is_builds_as_a_draft_and_not_otherwise(begun: Dataset) -> None:
    """Catch a proposal that the build cannot read, and one that passes as decided."""
    read_draft(begun)
    shutil.copy(begun.folder / DRAFT, begun.seeds / "articles" / "mill-sale.yaml")
    unfinished = [str(problem) for problem in begun.build(draft=True).unfinished]
    assert any("claim is still to be decided: TODO" in problem for problem in unfinished)


def test_a_draft_that_was_edited_is_left_alone(begun: Dataset) -> None:
    draft = read_draft(begun)
    assert read_draft(begun) == draft
    (begun.folder / DRAFT).write_text("mine", encoding="utf-8")
    refused = run_propose(begun, "mill-sale")
    assert refused.returncode == 1
    assert refused.stderr.endswith(
        f"{DRAFT} holds something else, which stays; give another path, or --force to replace it\n"
    )
    assert (begun.folder / DRAFT).read_text(encoding="utf-8") == "mine"
    assert run_propose(begun, "mill-sale", "--force").returncode == 0
    assert (begun.folder / DRAFT).read_text(encoding="utf-8") == draft


def test_an_article_that_nobody_began_is_refused_with_what_to_do(begun: Dataset) -> None:
    refused = run_propose(begun, "mill-sold")
    assert refused.returncode == 1
    assert "python scripts/draft.py new TEXT --id mill-sold" in refused.stderr


def test_a_head_that_cannot_be_read_is_refused(begun: Dataset) -> None:
    begun.edit("articles/mill-sale.yaml", "extent: complete", "extent: TODO")
    refused = run_propose(begun, "mill-sale")
    assert refused.returncode == 1
    assert "mill-sale.yaml: the section source has a TODO that must be filled in first" in refused.stderr


def test_the_first_article_of_a_dataset_has_a_draft(growing: Dataset) -> None:
    """Catch what needs other articles: then there is what the language's rules find."""
    for folder in ("articles", "registers"):
        for path in (growing.seeds / folder).iterdir():
            path.unlink()
    places = ["--seeds", str(growing.seeds), "--package", str(growing.package)]
    run_script("draft.py", "new", growing.folder / "received.txt", "--id", "mill-sale", *places)
    draft = yaml.safe_load(read_draft(growing))
    assert draft["events"][0]["date"]["edtf"] == "1998-02-27"
    assert draft["statements"][0]["quote"] == "“a fair share of the water”"


def test_names_begin_with_a_capital_of_any_script(begun: Dataset) -> None:
    text = "Yesterday the envoys Łukasz Żeligowski and Şule Çelik met Олена Шевченко; Émile left.\n"
    (begun.folder / "received.txt").write_text(text, encoding="utf-8")
    places = ["--seeds", str(begun.seeds), "--package", str(begun.package)]
    run_script("draft.py", "new", begun.folder / "received.txt", "--id", "envoys", *places)
    assert run_propose(begun, "envoys").returncode == 0
    draft = (begun.folder / "drafts" / "envoys.yaml").read_text(encoding="utf-8")
    names = ["Łukasz Żeligowski", "Şule Çelik", "Олена Шевченко", "Émile"]
    assert "".join(f"# {name}\n" for name in names) in draft


def test_the_draft_in_contributing_is_a_draft_as_it_looks(begun: Dataset) -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert shown
    draft = read_draft(begun)
    for part in shown[1].split("…\n"):
        assert part in draft
