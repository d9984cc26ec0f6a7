"""`python scripts/diff.py`: what it opens, prints, writes and refuses."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from fixtures import village_versions
from fixtures.built_dataset import ROOT, Dataset
from fixtures.script_runner import run_script
from fixtures.village_versions import (
    Edit,
    add_a_claim,
    add_redirect,
    drop_a_column,
    edit_package,
    make_version,
    open_built,
    reword_a_demand,
)
from versions.change_records import write_changelog_entry, write_changes
from versions.changes import WEIGHTS, Change
from versions.dataset_version import OpenVersionError, open_version
from versions.row_diff import compare_versions
from versions.version_bump import list_obstacles

CHANGELOG = "# Changelog\n\nAbout it.\n\n## 0.1.0\n\n- The first.\n"


def run_diff(*words: str | Path, columns: int = 80) -> subprocess.CompletedProcess[str]:
    return run_script("diff.py", *words, COLUMNS=str(columns))


def keep_changes(old: Dataset, new: Dataset, page: Path) -> subprocess.CompletedProcess[str]:
    """Run the command so that it keeps the changes in the seeds of the new version and in a changelog."""
    kept = ("--write", "--seeds", new.seeds, "--changelog", "--page", page)
    return run_diff(old.folder, new.folder, *kept)


def test_the_report_proposes_the_next_version(first_version: Dataset, changed: Dataset) -> None:
    run = run_diff(first_version.folder, changed.folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.endswith("\n\nThis is a major change: 0.1.0 → 1.0.0.\n")
    assert run.stdout.startswith("- Withdrawn: the column topics.pax_code.\n- Withdrawn in discrepancies: ")


@pytest.mark.parametrize("columns", [80, 40])
def test_the_report_fits_the_terminal(first_version: Dataset, changed: Dataset, columns: int) -> None:
    narrow, wide = (
        run_diff(first_version.folder, changed.folder, columns=width).stdout for width in (columns, 10_000)
    )
    assert max(map(len, narrow.splitlines())) <= columns
    assert narrow.split() == wide.split()


def test_a_closed_pipe_ends_in_silence(first_version: Dataset, changed: Dataset) -> None:
    command = [sys.executable, str(ROOT / "scripts/diff.py"), str(first_version.folder), str(changed.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_nothing_changed_is_said(first_version: Dataset) -> None:
    run = run_diff(first_version.folder, first_version.folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, "Nothing changed since 0.1.0.\n", "")


def test_programs_get_json(first_version: Dataset, changed: Dataset) -> None:
    printed = json.loads(run_diff(first_version.folder, changed.folder, "--json").stdout)
    assert (printed["bump"], printed["old"], printed["new"], printed["needed"]) == (
        "major",
        "0.1.0",
        "1.0.0",
        "1.0.0",
    )
    assert len(printed["changes"]) == 7
    assert printed["changes"][2] == {
        "change": "merged",
        "table_name": "actors",
        "row_id": "aunt",
        "detail": None,
        "detail_id": None,
        "column_name": None,
        "old": None,
        "new": "ada-quill",
        "sentence": "Merged in actors: aunt, “an aunt of Quill”, is now ada-quill. "
        "The mayor speaks of herself.",
    }


def zip_as_release(dataset: Dataset) -> Path:
    """Zip a dataset as a release does, and return the folder of the release."""
    folder = dataset.folder / "release"
    folder.mkdir()
    with zipfile.ZipFile(folder / "village-csv.zip", "w") as archive:
        for path in (dataset.package, *dataset.data.glob("*.csv")):
            archive.write(path, path.relative_to(dataset.folder))
    return folder


def test_a_dataset_is_the_same_in_every_form(first_version: Dataset) -> None:
    """Catch a form that is read another way: a number as a word, an empty cell as a value."""
    folder, release = open_built(first_version), zip_as_release(first_version)
    commit(first_version)
    forms = [str(first_version.database), str(release), str(release / "village-csv.zip"), "HEAD", "v0.1.0"]
    for form in forms:
        found = open_version(form, first_version.folder)
        assert found.tables == folder.tables, form
        assert compare_versions(folder, found) == [], form


def git(folder: Path, *words: str) -> None:
    person = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    subprocess.run(["git", "-C", folder, *person, *words], check=True, capture_output=True)


def commit(dataset: Dataset) -> None:
    """Commit a dataset in its own folder, and tag it."""
    version = open_built(dataset).number
    if not (dataset.folder / ".git").exists():
        git(dataset.folder, "init")
    git(dataset.folder, "add", "datapackage.json", "data", "seeds")
    git(dataset.folder, "commit", "-m", version)
    git(dataset.folder, "tag", f"v{version}")


def test_two_commits_are_compared_without_a_build(first_version: Dataset) -> None:
    commit(first_version)
    reword_a_demand(first_version)
    edit_package(first_version, version="0.1.1")
    first_version.build()
    commit(first_version)
    old, new = (open_version(name, first_version.folder) for name in ("HEAD~1", "v0.1.1"))
    assert (old.number, new.number) == ("0.1.0", "0.1.1")
    expected = Change("reworded", "demands", "share-the-well", column_name="content")
    (found,) = compare_versions(old, new)
    assert found._replace(old=None, new=None) == expected
    assert list(list_obstacles(old, new, [found])) == []


@pytest.mark.usefixtures("checkout")
def test_commits_of_this_checkout_are_named_on_the_command_line() -> None:
    run = run_diff("HEAD", "HEAD")
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("Nothing changed since")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no-such-commit", "is no file, no folder, and no commit of"),
        ("README.md", "is not a whole dataset: DatabaseError: file is not a database"),
        ("docs", "has neither datapackage.json nor the data package of one release"),
    ],
    ids=["no commit", "no dataset", "no release"],
)
def test_what_is_no_dataset_is_misuse_in_one_line(name: str, reason: str) -> None:
    run = run_diff(name)
    assert run.returncode == 2
    assert run.stderr.startswith(f"diff.py: {name} {reason}")
    assert run.stderr.count("\n") == 1


def test_a_damaged_dataset_is_told(first_version: Dataset) -> None:
    (first_version.data / "topics.csv").unlink()
    with pytest.raises(OpenVersionError, match=r"FileNotFoundError: .*topics.csv"):
        open_built(first_version)
    (first_version.data / "topics.csv").write_text("id,colour\nwater,blue\n", encoding="utf-8")
    with pytest.raises(OpenVersionError, match="is not a whole dataset: KeyError: 'name'"):
        open_built(first_version)


def test_a_version_that_is_none_is_misuse(first_version: Dataset, next_version: Dataset) -> None:
    next_version.build()
    edit_package(next_version, version="2024-05")
    run = run_diff(first_version.folder, next_version.folder)
    assert run.returncode == 2
    assert run.stderr == "diff.py: the version '2024-05' of a contract is not three numbers, as in 1.2.3\n"


@pytest.fixture(scope="module")
def built_changes(tmp_path_factory: pytest.TempPathFactory) -> dict[Edit | None, Dataset]:
    """The first version with a change of each size, built, whatever its version will be."""
    built: dict[Edit | None, Dataset] = {}
    for change in (None, reword_a_demand, add_a_claim, drop_a_column):
        built[change] = make_version(tmp_path_factory.mktemp("changed"), "0.1.0")
        if change:
            change(built[change])
        built[change].build()
    return built


@pytest.mark.parametrize(
    ("version", "change", "refused"),
    [
        (
            "0.1.0",
            reword_a_demand,
            "the version 0.1.0 is too small; write 0.1.1 or more into",
        ),
        ("0.1.9", add_a_claim, "the version 0.1.9 is too small; write 0.2.0 or more into"),
        ("0.9.0", drop_a_column, "the version 0.9.0 is too small; write 1.0.0 or more into"),
        ("0.0.9", None, "the version 0.0.9 is too small; write 0.1.0 or more into"),
        ("0.1.1", reword_a_demand, ""),
        ("0.2.0", add_a_claim, ""),
        ("1.0.0", drop_a_column, ""),
        ("3.0.0", reword_a_demand, ""),
    ],
)
def test_a_version_that_is_too_small_is_refused(
    first_version: Dataset,
    built_changes: dict[Edit | None, Dataset],
    version: str,
    change: Edit | None,
    refused: str,
) -> None:
    edit_package(built_changes[change], version=version)
    run = run_diff(first_version.folder, built_changes[change].folder)
    assert run.returncode == (1 if refused else 0)
    assert run.stderr.startswith(refused)
    assert bool(run.stderr) == bool(refused)


def build_and_list_obstacles(first_version: Dataset, next_version: Dataset) -> list[str]:
    next_version.build()
    old, new = open_built(first_version), open_built(next_version)
    return list(list_obstacles(old, new, compare_versions(old, new)))


def test_nothing_is_kept_of_a_version_that_cannot_be(
    first_version: Dataset, next_version: Dataset, tmp_path: Path
) -> None:
    page = tmp_path / "CHANGELOG.md"
    page.write_text(CHANGELOG, encoding="utf-8")
    drop_a_column(next_version)
    next_version.build()
    run = keep_changes(first_version, next_version, page)
    assert (run.returncode, run.stderr.splitlines()[-1]) == (1, "nothing was written")
    assert page.read_text(encoding="utf-8") == CHANGELOG
    assert not (next_version.seeds / "changes").exists()


def test_an_id_that_goes_without_a_word_is_refused(first_version: Dataset, next_version: Dataset) -> None:
    edit_package(next_version, version="1.0.0")
    (next_version.seeds / "registers" / "discrepancies.yaml").unlink()
    assert build_and_list_obstacles(first_version, next_version) == [
        "discrepancies number-of-carts is gone; write what became of it into seeds/registers/redirects.yaml"
    ]


def test_a_redirect_that_does_not_fit_the_versions_is_refused(
    first_version: Dataset, next_version: Dataset
) -> None:
    edit_package(next_version, version="2.0.0")
    village_versions.withdraw_a_discrepancy(next_version)
    add_redirect(next_version, "{id: bridge, to: water, version: 2.0.0, reason: R.}")
    assert build_and_list_obstacles(first_version, next_version) == [
        "seeds/registers/redirects.yaml says that bridge is gone, but 0.1.0 had no such id; remove it",
        "seeds/registers/redirects.yaml says that number-of-carts is gone since 1.0.0, but this version is "
        "2.0.0; make them agree",
    ]


def test_a_redirect_is_for_good(first_version: Dataset, next_version: Dataset) -> None:
    """Catch an id that is used again once its redirect was removed."""
    add_redirect(first_version, "{id: bells, to: water, version: 0.1.0, reason: R.}")
    first_version.build()
    next_version.edit(
        "registers/topics.yaml", "- {id: parking", "- {id: bells, name: B, definition: B.}\n- {id: parking"
    )
    next_version.edit("registers/events.yaml", "topics: [water, parking]", "topics: [bells, water, parking]")
    assert build_and_list_obstacles(first_version, next_version) == [
        "bells is gone since an earlier version, but seeds/registers/redirects.yaml no longer says so; "
        "put it back"
    ]


def test_what_is_written_becomes_the_table(first_version: Dataset, changed: Dataset) -> None:
    run = run_diff(first_version.folder, changed.folder, "--write", "--seeds", changed.seeds)
    assert run.returncode == 0, run.stderr
    kept = yaml.safe_load((changed.seeds / "changes" / "1.0.0.yaml").read_text(encoding="utf-8"))
    changed.build()
    assert changed.query("SELECT count(*), min(version), max(version) FROM changes") == [
        (len(kept), "1.0.0", "1.0.0")
    ]
    rows = changed.query("SELECT change, table_name, row_id FROM changes WHERE id = '1.0.0_3'")
    assert rows == [("merged", "actors", "aunt")]
    before = (changed.seeds / "changes" / "1.0.0.yaml").read_bytes()
    assert run_diff(first_version.folder, changed.folder, "--write", "--seeds", changed.seeds).returncode == 0
    assert (changed.seeds / "changes" / "1.0.0.yaml").read_bytes() == before


def test_words_that_yaml_would_take_for_something_else_are_kept(next_version: Dataset) -> None:
    """Catch a value that comes back as a number, a date or nothing."""
    odd = ["12", "1e3", "0o14", "yes", "~", "2025-05-16", "- a", "a: b # c", "“x” said:\n\nno"]
    changes = [Change("corrected", "events", "mill-talks", column_name="kind", new=value) for value in odd]
    write_changes(next_version.seeds, "0.2.0", [(change, "Corrected.") for change in changes])
    next_version.build()
    assert next_version.query("SELECT new FROM changes") == [(value,) for value in odd]


def test_the_changelog_gets_an_entry_once(first_version: Dataset, changed: Dataset, tmp_path: Path) -> None:
    page = tmp_path / "CHANGELOG.md"
    page.write_text(CHANGELOG, encoding="utf-8")
    for _ in range(2):
        assert run_diff(first_version.folder, changed.folder, "--changelog", "--page", page).returncode == 0
    assert page.read_text(encoding="utf-8") == CHANGELOG.replace(
        "## 0.1.0",
        """## 1.0.0 (not yet released)

### Changed data

<!-- generated: changes of 1.0.0 -->

- Withdrawn: the column topics.pax_code.
- Withdrawn in discrepancies: number-of-carts, “How many carts”. Twelve and about ten can both be true.
- Merged in actors: aunt, “an aunt of Quill”, is now ada-quill. The mayor speaks of herself.
- Added in claims (1): `quill-did-not-object`.
- Reworded in demands (1): `share-the-well`.
- Re-anchored in demands (1): `remove-carts`.
- Corrected in events (1): `mill-talks`.

<!-- end: changes of 1.0.0 -->

## 0.1.0""",
    )


def test_the_entry_stands_under_the_heading_that_is_there(tmp_path: Path) -> None:
    page = tmp_path / "CHANGELOG.md"
    page.write_text(
        f"# Changelog\n\n## 0.2.0 (not yet released)\n\n### New tools\n- One.\n\n{CHANGELOG[23:]}"
    )
    write_changelog_entry(page, "0.2.0", "- An entry.")
    lines = page.read_text(encoding="utf-8").split("\n")
    assert lines[2:6] == ["## 0.2.0 (not yet released)", "", "### Changed data", ""]
    assert lines.index("- An entry.") < lines.index("### New tools") < lines.index("## 0.1.0")
    assert lines.count("## 0.2.0 (not yet released)") == 1


def test_nothing_that_changed_is_kept_as_nothing(
    first_version: Dataset, next_version: Dataset, tmp_path: Path
) -> None:
    """Catch the changes of an earlier attempt that stay behind."""
    page = tmp_path / "CHANGELOG.md"
    page.write_text(CHANGELOG, encoding="utf-8")
    next_version.build()
    next_version.write("changes/0.2.0.yaml", "[]\n")
    run = keep_changes(first_version, next_version, page)
    assert run.returncode == 0
    assert not (next_version.seeds / "changes" / "0.2.0.yaml").exists()
    assert "\n\n- Nothing changed in the data.\n\n" in page.read_text(encoding="utf-8")


def test_a_page_or_folder_that_is_not_there_is_misuse(first_version: Dataset, tmp_path: Path) -> None:
    for option in ("--seeds", "--page"):
        run = run_diff(first_version.folder, first_version.folder, option, tmp_path / "none")
        assert run.returncode == 2
        assert "does not exist" in run.stderr


def test_an_older_contract_is_no_hindrance(first_version: Dataset, next_version: Dataset) -> None:
    """Compare with a version that had neither redirects nor changes."""
    package = json.loads(first_version.package.read_text(encoding="utf-8"))
    package["resources"] = [r for r in package["resources"] if r["name"] not in {"redirects", "changes"}]
    first_version.package.write_text(json.dumps(package), encoding="utf-8")
    next_version.build()
    run = run_diff(first_version.folder, next_version.folder)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[:2] == ["- Added: the table redirects.", "- Added: the table changes."]


def test_the_page_on_versions_shows_what_is_printed(first_version: Dataset, next_version: Dataset) -> None:
    """Catch an example that no longer is what the command says."""
    page = (ROOT / "docs" / "versions.md").read_text(encoding="utf-8")
    example = "\n".join(line[4:] for line in page.splitlines() if line.startswith("    "))
    for change in village_versions.EVERY_KIND:
        if change is not drop_a_column:
            change(next_version)
    edit_package(next_version, version="1.0.0")
    next_version.build()
    assert example.split() == run_diff(first_version.folder, next_version.folder).stdout.split()


def test_the_page_on_versions_weighs_every_kind_of_change() -> None:
    page = (ROOT / "docs" / "versions.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z-]+) \| .* \| (major|minor|patch) \|$", page, flags=re.MULTILINE)
    assert rows == [(kind, size.name.lower()) for kind, size in WEIGHTS.items()]
