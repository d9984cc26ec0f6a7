"""The release as a whole: whole or not at all, the same bytes again, without the articles' text."""

import gzip
import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from artifacts import data_package_zip, make_release
from artifacts.artifact_list import ARTIFACTS
from artifacts.release_context import ReleaseContext
from artifacts.reproduced_shares import count_covered
from fixtures.built_dataset import PACKAGE, ROOT
from fixtures.releases import needs_no_npm
from fixtures.village_versions import make_version
from istanbul_talks.database.outputs import MARKER, FileOutput, write_file
from istanbul_talks.errors import OutputError
from pipeline import BuildError

LATER = """
import datetime, runpy, sys, time_machine
sys.argv = sys.argv[1:]
sys.path.insert(0, sys.argv[0].rpartition("/")[0])
with time_machine.travel(datetime.datetime.now() + datetime.timedelta(days=2)):
    runpy.run_path(sys.argv[0], run_name="__main__")
"""


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file by its path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_checksums_name_every_other_file(village_release: Path) -> None:
    """Catch a file that nobody can verify, or a checksum that is wrong."""
    content = files(village_release)
    assert set(content.pop(MARKER).decode().splitlines()[1:]) == content.keys()
    lines = [line.split("  ") for line in content.pop("SHA256SUMS").decode().splitlines()]
    listed = {name: digest for digest, name in lines}
    assert listed == {name: hashlib.sha256(bytes_).hexdigest() for name, bytes_ in content.items()}


def test_the_readme_names_every_artifact_and_every_artifact_is_there(village_release: Path) -> None:
    """Catch an artifact that was not written, or that no reader is told of."""
    readme = (village_release / "README.md").read_text(encoding="utf-8")
    for artifact in filter(lambda artifact: needs_no_npm(artifact.name), ARTIFACTS):
        name = artifact.name.format(name="istanbul-talks")
        assert (village_release / name).exists()
        assert f"`{name}`" in readme


def test_the_compressed_database_is_the_database(village_release: Path) -> None:
    packed = (village_release / "istanbul-talks.db.gz").read_bytes()
    assert gzip.decompress(packed) == (village_release / "istanbul-talks.db").read_bytes()


@pytest.mark.slow
def test_two_days_later_elsewhere_the_bytes_are_the_same(real_seeds: Path, tmp_path: Path) -> None:
    """Catch an artifact that depends on the clock, the folder, or the order of sets."""
    script = str(ROOT / "scripts" / "release.py")
    starts = {"1": [sys.executable, script], "2": [sys.executable, "-c", LATER, script]}
    for seed, start in starts.items():
        folder = tmp_path / seed
        shutil.copytree(real_seeds, folder / "seeds", copy_function=shutil.copyfile)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1700000000"}
        places = ["--seeds", str(folder / "seeds"), "--out", str(folder / "release")]
        subprocess.run([*start, *places], env=environment, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    one, other = files(tmp_path / "1" / "release"), files(tmp_path / "2" / "release")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_a_failed_release_leaves_the_old_one(tmp_path: Path) -> None:
    """Catch a release that is half of one dataset and half of another."""
    shutil.copytree(ROOT / "tests" / "fixtures" / "village", tmp_path / "seeds")
    (tmp_path / "seeds" / "registers" / "topics.yaml").write_text("- 1\n", encoding="utf-8")
    write_file(FileOutput(tmp_path / "release" / "old"), b"old")
    with pytest.raises(OutputError, match="holds other things"):
        make_release(ROOT, tmp_path / "seeds", PACKAGE, tmp_path / "release")
    (tmp_path / "release" / MARKER).touch()
    with pytest.raises(BuildError):
        make_release(ROOT, tmp_path / "seeds", PACKAGE, tmp_path / "release")
    assert files(tmp_path / "release") == {"old": b"old", MARKER: b""}


@pytest.mark.parametrize("name", ["real_release", pytest.param("whole_release", marks=pytest.mark.slow)])
def test_no_artifact_carries_a_passage_that_is_no_quotation(
    request: pytest.FixtureRequest, name: str, connection: sqlite3.Connection
) -> None:
    """Catch running text, longer than any quotation with its frame, in any artifact or member of a zip."""
    (longest,) = connection.execute("SELECT max(length(exact)) FROM quotes").fetchone()
    content = b"".join({*_opened(files(request.getfixturevalue(name)))})
    for (text,) in connection.execute("SELECT text FROM texts").fetchall():
        size = longest + 65
        passages = [text[start : start + size] for start in range(0, len(text) - size, 50)]
        assert [passage for passage in passages if passage.encode() in content] == []


def test_the_data_package_is_measured(
    real_release: Path, released: sqlite3.Connection, tmp_path: Path
) -> None:
    """Catch a wrong hash, size or count of rows, and a day that is not that of the contract."""
    with zipfile.ZipFile(real_release / "istanbul-talks-csv.zip") as archive:
        archive.extractall(tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["created"] == json.loads(PACKAGE.read_text(encoding="utf-8"))["created"]
    for resource in package["resources"]:
        lines = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(lines)
        assert resource["hash"] == f"sha256:{hashlib.sha256(lines).hexdigest()}"
        ((rows,),) = released.execute(f'SELECT count(*) FROM "{resource["name"]}"')
        assert resource["rowCount"] == rows


def test_a_data_package_that_frictionless_refuses_is_not_released(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Catch a release that only our own build finds right, and a refusal that does not show every error."""
    village = make_version(tmp_path, "0.1.0")
    complete = data_package_zip._complete_contract

    def limit_ids(context: ReleaseContext, tables: dict[str, bytes]) -> bytes:
        """Allow only ids of one character in two tables."""
        package = json.loads(complete(context, tables))
        for resource in package["resources"]:
            (field, *_) = resource["schema"]["fields"]
            if resource["name"] in {"events", "sources"}:
                field["constraints"]["maxLength"] = 1
        return json.dumps(package).encode()

    monkeypatch.setattr(data_package_zip, "_complete_contract", limit_ids)
    archive = [artifact for artifact in ARTIFACTS if artifact.name.endswith("-csv.zip")]
    with pytest.raises(BuildError, match="is no valid data package") as raised:
        make_release(ROOT, village.seeds, village.package, tmp_path / "release", artifacts=archive)
    village.build()
    for table in ("events", "sources"):
        ((rows,),) = village.query(f"SELECT count(*) FROM {table}")
        wrong = [message for message in raised.value.messages if message.startswith(f"data/{table}.csv:")]
        assert len(wrong) == rows
    assert not (tmp_path / "release").exists()


def test_the_data_package_holds_the_committed_tables(real_release: Path) -> None:
    """Catch a CSV that is written another way on its way through the released database."""
    with zipfile.ZipFile(real_release / "istanbul-talks-csv.zip") as archive:
        for path in (ROOT / "data").glob("*.csv"):
            assert archive.read(f"data/{path.name}") == path.read_bytes(), path.name


def test_the_share_of_an_article_counts_no_character_twice(village_release: Path) -> None:
    assert count_covered([(0, 10), (5, 12), (6, 8), (20, 21)]) == 13
    assert count_covered([]) == 0
    rights = json.loads((village_release / "provenance.json").read_text(encoding="utf-8"))["rights"]
    assert [share["source"] for share in rights] == ["mill-meeting", "well-talks"]
    assert all(0 < share["quoted"] <= share["framed"] <= share["length"] for share in rights)
    with closing(sqlite3.connect(village_release / "istanbul-talks.db")) as connection:
        framed = "SELECT DISTINCT source_id FROM quotes WHERE coalesce(prefix, suffix) <> '' ORDER BY 1"
        with_context = [source for (source,) in connection.execute(framed)]
    assert [share["source"] for share in rights if share["quoted"] < share["framed"]] == with_context


def test_the_provenance_tells_every_input_and_program(village_release: Path) -> None:
    provenance = json.loads((village_release / "provenance.json").read_text(encoding="utf-8"))
    article = "seeds/articles/well-talks.txt"
    digest = hashlib.sha256(
        (ROOT / "tests/fixtures/village/articles/well-talks.txt").read_bytes()
    ).hexdigest()
    assert provenance["inputs"][article] == digest
    assert provenance["sqlite"] == sqlite3.sqlite_version
    assert "@sqlite.org/sqlite-wasm" in provenance["npm_packages"]
    assert provenance["packages"].keys() >= {"ryaml", "networkx", "pyarrow"}


@pytest.mark.slow
def test_the_wheel_runs_by_itself_on_the_released_database(real_release: Path, tmp_path: Path) -> None:
    """Catch a wheel without its database, or with the articles' text in it."""
    (wheel,) = (real_release / "python").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    database = tmp_path / "istanbul_talks" / "istanbul-talks.db"
    assert database.read_bytes() == (real_release / "istanbul-talks.db").read_bytes()
    start = [sys.executable, "-m", "istanbul_talks", "read", "--json"]
    run = subprocess.run(start, cwd=tmp_path, capture_output=True, check=True)
    assert len(json.loads(run.stdout)) == 5


def test_the_sdist_leaves_the_articles_out(real_release: Path, real_seeds: Path) -> None:
    """Catch an article in the source distribution."""
    (sdist,) = (real_release / "python").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = archive.getnames()
    coding = next((real_seeds / "articles").glob("*.yaml"))
    assert any(name.endswith(f"/seeds/articles/{coding.name}") for name in names)
    assert [name for name in names if "/seeds/articles/" in name and name.endswith(".txt")] == []


def _opened(content: dict[str, bytes]) -> Iterator[bytes]:
    """Yield every file, and every member of those that are archives."""
    for name, bytes_ in content.items():
        if name.endswith(".tar.gz"):
            yield from _untarred(bytes_)
        elif name.endswith(".gz"):
            yield gzip.decompress(bytes_)
        elif bytes_.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(bytes_)) as archive:
                yield from (archive.read(member) for member in archive.namelist())
        else:
            yield bytes_


def _untarred(content: bytes) -> Iterator[bytes]:
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for member in archive:
            if file := archive.extractfile(member):
                yield file.read()
