"""A plain sqlite-utils script: inserts the CSVs of data/ with full text, as a peer for the build.

Usage: python plain_build.py DATA PACKAGE DATABASE
"""

import csv
import json
import sys
from pathlib import Path

from sqlite_utils import Database


def build_plainly(data: Path, package: Path, path: Path) -> None:
    """Write a new database with a table for each CSV, and a full-text index for its search fields."""
    with Database(path, recreate=True) as database:
        for resource in json.loads(package.read_text(encoding="utf-8"))["resources"]:
            table = database.table(resource["name"])
            with (data / Path(resource["path"]).name).open(encoding="utf-8", newline="") as file:
                table.insert_all(csv.DictReader(file))
            if table.exists() and resource.get("searchFields"):
                table.enable_fts(resource["searchFields"])


if __name__ == "__main__":
    build_plainly(*map(Path, sys.argv[1:]))
