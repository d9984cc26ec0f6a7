"""The whole dataset as one page: search, questions, records and SQL, opened by a double click.

The page holds the released database and SQLite's own build for WebAssembly, and asks the queries of `talks`.
What it looks like and does is in page_sources/; how what it embeds is asked is in its database.js.
"""

import base64
import hashlib
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from artifacts.provenance import PAGE_SOURCES
from artifacts.release_context import ReleaseContext, write_text
from istanbul_talks.database import (
    full_text,
    json_cells,
    lookup,
    named_queries,
    query_limits,
    record_sections,
    records,
    search_query,
    table_nouns,
)
from istanbul_talks.database.citation_formats import as_text
from istanbul_talks.database.citations import Kind, cite_dataset
from istanbul_talks.site import datasette_metadata, question_page
from istanbul_talks.text import markup

STYLES = ("colours.css", "frame.css", "pages.css")
"""The styles of the site that the page has, too."""

PARTS = ("bundle.js", "node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm")
"""What npm and esbuild give: the script, and SQLite."""

COMMANDS = (
    ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"),
    ("npm", "run", "--silent", "bundle"),
)

RULES = (
    full_text,
    json_cells,
    lookup,
    markup,
    named_queries,
    query_limits,
    record_sections,
    records,
    search_query,
    table_nouns,
)
"""The modules whose constants the script uses: SQL, patterns, limits and words."""

HIDDEN = sorted({"proposition", "in words", *records.NOT_TOLD} - {"id"})
"""Columns of the questions that are for programs."""

EXAMPLE = "SELECT kind, count(*) AS number FROM demands GROUP BY kind"
TABLES = "SELECT group_concat(name, ', ') FROM (SELECT name FROM contract_tables ORDER BY position)"
SEARCH_INDEXES = (
    "SELECT name FROM sqlite_schema "
    "WHERE sql LIKE 'CREATE VIRTUAL TABLE%' AND name NOT IN ('records_fts', 'sentences_fts')"
)
"""Those of single tables; what the search asks most is slow to fill."""

INDEXES = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL"
POLICY = (
    "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval'; style-src '{style}'; "
    "base-uri 'none'; form-action 'none'"
)
LETTERS = r"\p{L}\p{N}_"
"""What Python's \\w is, in JavaScript."""


def write_talks_page(context: ReleaseContext, path: Path) -> None:
    """Write the page; without npm say in a line that it is left out."""
    try:
        script, wasm = bundle_script()
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"{path.name} is left out: it is made with npm, and {error}", file=sys.stderr)
        return
    write_text(path, assemble_page(context, script, wasm))


def bundle_script() -> tuple[str, bytes]:
    """Return the script of the page, and SQLite's build for WebAssembly.

    Raises OSError where there is no npm, CalledProcessError where it has no packages of these checksums.
    """
    with TemporaryDirectory() as aside:
        folder = shutil.copytree(PAGE_SOURCES, Path(aside) / "page")
        for command in COMMANDS:
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
        script, wasm = ((folder / part).read_bytes() for part in PARTS)
    return script.decode("utf-8"), wasm


def assemble_page(context: ReleaseContext, script: str, wasm: bytes) -> str:
    """Return the page around a script, with the database and SQLite in it."""
    package = context.contract.package
    database, restoring = leave_out_indexes(context.artifact_path(".db"))
    site_static = Path(datasette_metadata.__file__).with_name("static")
    style = "".join(
        path.read_text(encoding="utf-8")
        for path in (*(site_static / name for name in STYLES), PAGE_SOURCES / "page.css")
    )
    notices = [PAGE_SOURCES / "NOTICES.txt", context.root / "LICENSE"]
    template = Environment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    ).from_string((PAGE_SOURCES / "page.html").read_text(encoding="utf-8"))
    return template.render(
        title=package["title"],
        description=package["description"],
        version=package["version"],
        licence=package["licenses"][0]["title"],
        made=_write_day(context),
        policy=POLICY.format(script=_hash(script), style=_hash(style)),
        style=Markup(style),
        notices="\n".join(path.read_text(encoding="utf-8") for path in notices),
        page=_pack(
            json.dumps({**describe_page(context), "restoring": restoring}, ensure_ascii=False).encode("utf-8")
        ),
        wasm=_pack(wasm),
        database=_pack(database),
        script=Markup(script),
        **_make_messages(context),
    )


def leave_out_indexes(path: Path) -> tuple[bytes, list[str]]:
    """Return a database without what the indexes of its tables hold, and the SQL that fills them again."""
    with TemporaryDirectory() as aside, closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        copy.deserialize(path.read_bytes())
        searched = [name for (name,) in copy.execute(SEARCH_INDEXES)]
        indexes = copy.execute(INDEXES).fetchall()
        for name in searched:
            copy.execute(f'INSERT INTO "{name}" ("{name}") VALUES (\'delete-all\')')
        for name, _ in indexes:
            copy.execute(f'DROP INDEX "{name}"')
        copy.execute("VACUUM INTO ?", [str(Path(aside) / path.name)])
        filling = [f'INSERT INTO "{name}" ("{name}") VALUES (\'rebuild\')' for name in searched]
        return (Path(aside) / path.name).read_bytes(), [*(sql for _, sql in indexes), *filling]


def _make_messages(context: ReleaseContext) -> dict[str, str]:
    """Return what the page says where it cannot open the database."""
    elsewhere = (
        f"The same data are in the release beside this file: {context.name}.xlsx for a spreadsheet, "
        f"{context.name}-csv.zip, {context.name}.db for SQLite, {context.name}-site.zip as plain pages."
    )
    messages = {
        "waiting": "Opening the database. "
        "Where this line stays for more than some seconds, JavaScript is off or old, or the file cut off.",
        "old": "This browser is too old: what opens the database, browsers have had since 2023.",
        "damaged": "This file is damaged, or the browser forbids WebAssembly: its database cannot be opened. "
        "Get it again, or try another browser.",
    }
    return {name: f"{line} {elsewhere}" for name, line in messages.items()}


def describe_page(context: ReleaseContext) -> dict[str, Any]:
    """Return what the script reads: the queries, the questions, and the constants of the modules."""
    database = context.database
    return {
        "title": context.contract.package["title"],
        "description": context.contract.package["description"],
        "articles": dict(database.execute(record_sections.SOURCES)),
        "citation": _cite_any_record(context),
        "dates": question_page.load_dates(database),
        "example": EXAMPLE,
        "tables": database.execute(TABLES).fetchone()[0],
        "questions": [_describe_question(name) for name in datasette_metadata.QUESTIONS],
        "queries": {
            path.relative_to(named_queries.FOLDER).with_suffix("").as_posix(): path.read_text(
                encoding="utf-8"
            )
            for folder in ("", "with_parameters")
            for path in sorted((named_queries.FOLDER / folder).glob("*.sql"))
        },
        "sections": {
            table: [query._asdict() for query in record_sections.load_queries(table)]
            for (table,) in database.execute(records.TABLES_WITH_IDS).fetchall()
        },
        "described": _describe_records(database),
        "rules": {
            **{name: value for module in RULES for name, value in _read_constants(module)},
            "HIDDEN": HIDDEN,
            "DATE_COLUMNS": sorted(question_page.DATE_COLUMNS),
        },
    }


def _describe_records(database: sqlite3.Connection) -> dict[str, Any]:
    """Return the label and the sections of each record for which there are no queries of sections."""
    tables = [table for (table,) in database.execute(records.TABLES_WITH_IDS)]
    untold = [table for table in tables if not record_sections.load_queries(table)]
    ids = [id_ for table in untold for (id_,) in database.execute(f'SELECT id FROM "{table}"')]
    told = (records.load_record(database, id_) for id_ in ids)
    return {
        record.id: _describe_record(database, record)
        for record in told
        if not any(map(record_sections.load_queries, record.tables))
    }


def _describe_record(database: sqlite3.Connection, record: records.Record) -> dict[str, Any]:
    """Return the label and the sections of a record, with rows as queries give them, other records by id."""
    page = record_sections.load_page(database, record)
    lines = {"kind": [record_sections.Item(page.kind, None, None, [])], **page.facts}
    sections = [("", "line", lines), *((title, "under", groups) for title, _, _, groups in page.sections)]
    return {"label": record.label, "sections": [_describe_section(*section) for section in sections]}


def _describe_section(
    title: str, column: str, groups: dict[str, list[record_sections.Item]]
) -> dict[str, Any]:
    """Return a section whose items stand in groups, each named in a column of the rows."""
    rows = [
        {column: name, **({"item_id": item.record} if item.record else {"item": item.text})}
        for name, items in groups.items()
        for item in items
    ]
    return {"title": title, "rows": rows}


def _describe_question(name: str) -> dict[str, str]:
    query = named_queries.read_query(name)
    return {"name": name, "title": query.title, "description": query.description}


def _cite_any_record(context: ReleaseContext) -> str:
    """Return how a record is cited, with {} for what it says."""
    dataset = cite_dataset(context.database)
    return as_text(dataset._replace(kind=Kind.RECORD, title="{}", within=dataset.title))


def _read_constants(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Yield the constants of a module that JSON can hold."""
    for name, value in vars(module).items():
        if name.isupper() and isinstance(value, str | int | float | tuple | dict | set | re.Pattern):
            yield name, _translate(value)


def _translate(value: Any) -> Any:
    """Return a constant as JSON holds it, a pattern as JavaScript reads it with the flag u."""
    if isinstance(value, set):
        return sorted(value)
    if isinstance(value, re.Pattern):
        return _translate(
            re.sub(r"(?<!\[)\s", "", value.pattern) if value.flags & re.VERBOSE else value.pattern
        )
    if not isinstance(value, str):
        return value
    text = re.sub(r'\\(["#])', r"\1", value).replace(r"s\b", r"s(?!\w)")
    return text.replace(r"[\w", rf"[{LETTERS}").replace(r"\w", f"[{LETTERS}]")


def _write_day(context: ReleaseContext) -> str:
    """Return the day on which the release is made, in words."""
    return f"{context.moment.day} {context.moment:%B %Y}"


def _pack(content: bytes) -> str:
    """Return bytes, compressed and in base64."""
    return base64.b64encode(zlib.compress(content, 9)).decode("ascii")


def _hash(content: str) -> str:
    """Return what a content policy calls a script or style that it allows."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode('utf-8')).digest()).decode('ascii')}"
