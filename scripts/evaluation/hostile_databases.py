"""Runs the commands of `talks` on databases that are damaged by seeded chance, each in its own process."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from random import Random
from typing import NamedTuple

from evaluation.fuzz_trials import tabulate_outcomes
from pipeline import build

COPIES = 2
"""How many databases docs/reliability.md shows of each kind of damage."""

ANSWERED, TOLD, CRASHED, SLOW = OUTCOMES = ("answered", "one line", "traceback", "slow")

PATIENCE = 20
"""Seconds after which a command is slow."""

RECORDS = {"demand": "demands", "actor": "actors", "source": "sources", "event": "events", "topic": "topics"}
"""What commands are asked about: the first of each."""

COMMANDS = (
    "",
    "demands --by {actor} --words",
    "claims --contested",
    "delegations --in {event}",
    "events --from 1990",
    "disagreements",
    "people --roles",
    "show {demand}",
    "show {actor} --whole",
    "read {source}",
    "compare {topic}",
    "search well OR demand",
    "cite {demand} --format csl",
    "schema demands",
    "export records --json",
    "sql SELECT~count(*)~FROM~evidence",
)
"""The words of the commands; `~` stands for a space inside one."""

VALUES = (None, b"\xff", "", "\x1b[2J", "[{", "9" * 400, -1, 2**63 - 1, 9e999)
"""What stands in place of a sound value."""

Damage = Callable[[Path, Random], None]


class HostileTrial(NamedTuple):
    """How a database was damaged, which command was run, what came of it, and its last line on stderr."""

    damage: str
    command: str
    outcome: str
    said: str


def run_hostile(seeds: Path, package: Path, copies: int, *, step: int = 1) -> list[HostileTrial]:
    """Run every command, or in turn every `step`th, on so many databases of each kind of damage."""
    with tempfile.TemporaryDirectory() as name:
        sound = Path(name) / "sound.db"
        build(seeds, package, sound, Path(name) / "data")
        commands = list(_list_commands(sound))
        damaged = [(kind, _damage(sound, kind, number)) for kind in DAMAGES for number in range(copies)]
        with ThreadPoolExecutor() as pool:
            runs = [
                (kind, path, command)
                for number, (kind, path) in enumerate(damaged)
                for command in commands[number % step :: step]
            ]
            return list(pool.map(_run_command, *zip(*runs, strict=True)))


def tabulate_hostile(trials: Sequence[HostileTrial]) -> str:
    """Return the table of docs/reliability.md: what came of each kind of damage."""
    groups = {kind: [trial.outcome for trial in trials if trial.damage == kind] for kind in DAMAGES}
    return tabulate_outcomes(("database", "runs", *OUTCOMES), groups)


def list_hostile_failures(trials: Sequence[HostileTrial]) -> Iterator[str]:
    """Yield each run that ended in a traceback, or did not end."""
    for damage, command, outcome, said in trials:
        if outcome in {CRASHED, SLOW}:
            yield f"{damage}: talks {command}: {outcome}: {said}"


def _list_commands(sound: Path) -> Iterator[str]:
    """Yield the commands, about records of the sound database."""
    with closing(sqlite3.connect(sound)) as db:
        ids = {name: db.execute(f"SELECT id FROM {table}").fetchone()[0] for name, table in RECORDS.items()}
    yield from (command.format(**ids) for command in COMMANDS)


def _run_command(damage: str, path: Path, command: str) -> HostileTrial:
    """Run a command on a database, and tell what came of it."""
    words = [word.replace("~", " ") for word in command.split()]
    call = [sys.executable, "-m", "istanbul_talks", "--db", str(path), *words]
    try:
        done = subprocess.run(call, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return HostileTrial(damage, command, SLOW, "")
    lines = done.stderr.decode(errors="replace").splitlines()
    is_told = done.returncode in {0, 1, 2} and all(line.startswith("talks: ") for line in lines)
    outcome = CRASHED if not is_told else ANSWERED if done.returncode == 0 else TOLD
    return HostileTrial(damage, command, outcome, (lines or [""])[-1])


def _damage(sound: Path, kind: str, number: int) -> Path:
    """Return the path of a copy that is damaged in a way drawn by seeded chance."""
    path = sound.with_name(f"{kind.replace(' ', '-')}-{number}.db")
    shutil.copyfile(sound, path)
    DAMAGES[kind](path, Random(f"{kind} {number}"))
    return path


def _write_text(path: Path, _chance: Random) -> None:
    path.write_text("These are the minutes of the talks.\n" * 400, encoding="utf-8")


def _cut(path: Path, chance: Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def _change_bytes(path: Path, chance: Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(100):
        content[chance.randrange(100, len(content))] = chance.randrange(256)
    path.write_bytes(content)


def _clear_page(path: Path, chance: Random) -> None:
    content = bytearray(path.read_bytes())
    start = chance.randrange(1, len(content) // 4096) * 4096
    content[start : start + 4096] = bytes(4096)
    path.write_bytes(content)


def _run_sql(*statements: str) -> Damage:
    """Return damage done by SQL, in which {table}, {view} and {column} are drawn."""

    def damage(path: Path, chance: Random) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            tables = _list_names(db, "table")
            table = chance.choice(tables)
            columns = [name for _, name, *_ in db.execute(f'PRAGMA table_info("{table}")')]
            names = {"table": table, "view": chance.choice(_list_names(db, "view"))}
            names["column"] = chance.choice(columns)
            for pragma in (
                "writable_schema = ON",
                "ignore_check_constraints = ON",
                "legacy_alter_table = ON",
            ):
                db.execute(f"PRAGMA {pragma}")
            for statement in statements:
                sql = statement.format(**names)
                db.execute(sql, [chance.choice(VALUES)] if "?" in sql else [])

    return damage


def _list_names(db: sqlite3.Connection, kind: str) -> list[str]:
    """Return the names of tables or views in their order."""
    query = "SELECT name FROM sqlite_schema WHERE type = ? AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY 1"
    return [name for (name,) in db.execute(query, [kind])]


def _write_ahead(path: Path, _chance: Random) -> None:
    """Leave a write-ahead log beside the database, as a program does that was killed while it wrote."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE contract_package SET value = value || '.'")
        log, kept = Path(f"{path}-wal"), path.with_suffix(".kept")
        shutil.copyfile(log, kept)
    kept.replace(log)


DAMAGES: dict[str, Damage] = {
    "none at all": lambda _path, _chance: None,
    "no database": _write_text,
    "cut short": _cut,
    "bytes changed": _change_bytes,
    "a page of zeros": _clear_page,
    "schema without its text": _run_sql("UPDATE sqlite_schema SET sql = 'CREATE' WHERE name = '{table}'"),
    "a view made of nonsense": _run_sql(
        "UPDATE sqlite_schema SET sql = substr(sql, 1, 90) WHERE name = '{view}'"
    ),
    "a table emptied": _run_sql('DELETE FROM "{table}"'),
    "a table missing": _run_sql('DROP TABLE "{table}"'),
    "a view missing": _run_sql('DROP VIEW "{view}"'),
    "a column of another name": _run_sql('ALTER TABLE "{table}" RENAME COLUMN "{column}" TO "renamed"'),
    "other values in a column": _run_sql('UPDATE OR IGNORE "{table}" SET "{column}" = ?'),
    "indexes of words emptied": _run_sql("DELETE FROM records_fts_data", "DELETE FROM sentences_fts_data"),
    "of another kind": _run_sql("DROP TABLE contract_tables", "CREATE TABLE contract_tables (cats)"),
    "another number of version": _run_sql("PRAGMA user_version = 99"),
    "a write-ahead log beside it": _write_ahead,
}
"""What is done to a database, by what it then is."""
