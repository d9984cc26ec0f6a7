"""The Parquet files of many releases stacked in one folder, which DuckDB, Spark and others read as tables.

It holds one folder for each table, and in that one for each dataset (a Hive partition): the column
`dataset` is in its name, `quotes/dataset=NAME/part-0.parquet`. Ids are unique within a dataset, so that a
join of two tables is on `dataset` and the id. A stack holds each dataset once, in the version put in last.
"""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from artifacts.parquet_files import COMPRESSION
from istanbul_talks.database.outputs import FolderOutput, stage_outputs
from pipeline.problems import BuildError


def stack_releases(releases: Sequence[Path], target: Path) -> list[str]:
    """Put the tables of the releases (folders that hold parquet/) into the folder `target`.

    What it held of these datasets is replaced, that of others stays. Returns the datasets' names. Raises
    BuildError, with `target` as it was, where a folder is no release or two are of the same dataset,
    OutputError where `target` is a folder of other things.
    """
    names = _read_names(releases)
    stacked = {f"dataset={name}" for name in names}
    with stage_outputs(FolderOutput(target, stays=lambda path: path.parent.name not in stacked)) as (new,):
        for release, name in zip(releases, names, strict=True):
            for path in _list_files(release):
                _write_partition(path, new / path.stem / f"dataset={name}")
    return names


def _read_names(releases: Sequence[Path]) -> list[str]:
    found = [(release, _read_dataset_name(release)) for release in releases]
    problems = [f"{release}: this is no release with Parquet files" for release, name in found if not name]
    names = [name for _, name in found if name]
    twice = sorted({name for name in names if names.count(name) > 1})
    problems += [f"two releases are of {name}: a stack holds each dataset once" for name in twice]
    if problems:
        raise BuildError(problems)
    return names


def _read_dataset_name(release: Path) -> str | None:
    """Return the dataset that all files of a release name, None where there is no such name or no file."""
    try:
        schemas = [pq.read_schema(path).metadata for path in _list_files(release)]
    except pa.ArrowInvalid:
        return None
    names = {(metadata or {}).get(b"dataset", b"").decode() for metadata in schemas}
    return names.pop() if len(names) == 1 else None


def _list_files(release: Path) -> list[Path]:
    return sorted((release / "parquet").glob("*.parquet"))


def _write_partition(path: Path, folder: Path) -> None:
    """Write a table's file into the new folder of a partition, without the column that the folder names."""
    folder.mkdir(parents=True)
    with pq.ParquetFile(path) as file:
        schema = file.schema_arrow.remove(file.schema_arrow.get_field_index("dataset"))
        with pq.ParquetWriter(folder / "part-0.parquet", schema, compression=COMPRESSION) as writer:
            for batch in file.iter_batches(columns=schema.names):
                writer.write_batch(batch)
