"""Let Datasette, without our plugin, serve a released database with the metadata.json beside it.

Counts the rows of each table that has a CSV, as it serves them; fails where a reference has no label or a
question has no answer. Usage: python datasette_tables.py DATABASE
"""

import asyncio
import csv
import inspect
import json
import sqlite3
import sys
from pathlib import Path

from datasette.app import Datasette

(database,) = map(Path, sys.argv[1:])
settings = json.loads(database.with_name("metadata.json").read_text(encoding="utf-8"))
named = {"metadata": settings}
if "config" in inspect.signature(Datasette).parameters:  # since 1.0
    named["config"] = settings
site = Datasette([], immutables=[str(database)], **named)


async def read(path: str) -> str:
    response = await site.client.get(f"/{database.stem}/{path}")
    response.raise_for_status()
    return str(response.text)


async def count_rows(table: str) -> int:
    rows = list(csv.DictReader((await read(f"{table}.csv?_stream=on&_labels=on")).splitlines(keepends=True)))
    labelled = settings["databases"][database.stem]["tables"]
    for _, _, other, column, *_ in connection.execute(f"PRAGMA foreign_key_list({table})"):
        if "label_column" in labelled[other] and rows and not any(row[f"{column}_label"] for row in rows):
            sys.exit(f"{column} of {table} has no label")
    return len(rows)


async def count_all() -> dict[str, int]:
    await site.invoke_startup()
    for question in settings["databases"][database.stem]["queries"]:
        if not json.loads(await read(f"{question}.json?_shape=array")):
            sys.exit(f"{question} has no answer")
    return {name: await count_rows(name) for name in names}


with sqlite3.connect(database) as connection:
    tables = connection.execute("SELECT name FROM contract_tables WHERE kind = 'table'")
    names = [name for (name,) in tables]
    print(json.dumps(asyncio.run(count_all())))
