"""The pages of the questions: the answer in words, narrowed by a form, and exactly these rows as a download.

The first questions are told in lines and groups (question_answers.py), the others as tables.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from datasette import NotFound, Request, Response

from istanbul_talks.database import json_cells
from istanbul_talks.database.named_queries import QueryResult, run_query
from istanbul_talks.errors import TalksError
from istanbul_talks.site import cell_links, datasette_metadata, responses
from istanbul_talks.site.page_sql import read_page_sql
from istanbul_talks.site.question_answers import QUESTIONS, Question, Row, group_answers, list_choices

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

NAMES = {datasette_metadata.describe_query(name)[0]: name for name in datasette_metadata.QUESTIONS}
"""The named queries by their names in addresses."""

DATABASE = "database"
"""The parameter that names the database to ask, where several are served; the first is the default."""

DATE_COLUMNS = {"when", "means", "settled on", "said"}
"""The columns of the questions that may hold dates in EDTF."""

DOUBLED_MARKS = re.compile(r"“([^“”]*)“([^“”]*)””")
"""Quoted words that end in quotation marks of their own."""

ORDER = "order"
"""The parameter that says by what the answers are grouped; the first order of a question is the default."""


@responses.cache_page
async def show_question(request: Request, datasette: Datasette) -> Response:
    """Answer /-/questions/<question>, and the same as .csv or .json."""
    slug, ending = request.url_vars["question"], request.url_vars["ending"]
    name = NAMES.get(slug)
    if name is None:
        raise NotFound(f"There is no question “{slug}”.")
    databases = {each.name: each for each in await responses.authorize(datasette, request)}
    database = databases.get(request.args.get(DATABASE) or "", next(iter(databases.values())))
    kept = {DATABASE: database.name} if len(databases) > 1 else {}
    question = QUESTIONS.get(name)
    given = _read_filters(request, question)
    if ending:
        rows = await database.execute_fn(partial(_find_rows, name=name, question=question, given=given))
        return _download(rows, slug, ending)
    load = partial(_load_page, name=name, question=question, given=given, order=request.args.get(ORDER))
    context = {"slug": slug, "query": datasette_metadata.describe_query(name)[1], "given": given}
    context |= {"databases": [*databases], "kept": kept, "filters": urlencode(given | kept)}
    context |= await database.execute_fn(load)
    context["orders"] = _link_orders(question, given | kept) if question else {}
    context["cell"] = partial(_render_cell, dates=context["dates"], datasette=datasette)
    page = await responses.render_page(datasette, request, "question_page.html", context, database.name)
    page.status = 400 if context["complaint"] else 200
    return page


@responses.cache_page
async def redirect_query(request: Request, datasette: Datasette) -> Response:
    """Lead from Datasette's page of a named query to the page of the question."""
    first, *_ = await responses.authorize(datasette, request)
    name = request.url_vars["database"]
    asked = "" if name == first.name else f"?{urlencode({DATABASE: name})}"
    path = datasette.urls.path(f"/-/questions/{request.url_vars['question']}{asked}")
    return Response.redirect(path, status=301)


def _read_filters(request: Request, question: Question | None) -> dict[str, str]:
    """Return the filters that the address gives, by their parameters."""
    fields = [field.parameter for field in question.fields] if question else []
    return {field: request.args[field].strip() for field in fields if (request.args.get(field) or "").strip()}


def _name_options(given: dict[str, str]) -> dict[str, str]:
    """Return the filters by the names of the command's options."""
    reserved = {"from", "in"}
    return {f"{name}_" if name in reserved else name: value for name, value in given.items()}


def _find_rows(
    db: sqlite3.Connection, name: str, question: Question | None, given: dict[str, str]
) -> QueryResult:
    """Return the rows of a question that the filters keep."""
    found = question.listing.find(db, **_name_options(given)) if question else run_query(db, name)
    return QueryResult(found.names, list(found.rows))


def _load_page(
    db: sqlite3.Connection, name: str, question: Question | None, given: dict[str, str], order: str | None
) -> dict[str, Any]:
    """Return the template's values; a complaint where a filter is given what there is not."""
    narrowed = _load_form(db, question, given, order) if question else {}
    try:
        names, found = _find_rows(db, name, question, given)
        left_out = [*question.listing.explain_left_out(db, **_name_options(given))] if question else []
    except TalksError as error:
        complaint, _, _ = str(error).partition("; `")  # what follows is advice for the terminal
        return {**narrowed, "complaint": complaint, "dates": {}}
    rows: list[Row] = [dict(zip(names, row, strict=True)) for row in found]
    groups = group_answers(db, question, rows, narrowed["order"]) if question else []
    return {
        **narrowed,
        "complaint": "",
        "dates": {} if question else load_dates(db),
        "columns": names,
        "rows": rows,
        "groups": groups,
        "count": sum(len(answers) for _, answers in groups) if question else len(rows),
        "left_out": left_out,
    }


def _load_form(
    db: sqlite3.Connection, question: Question, given: dict[str, str], order: str | None
) -> dict[str, Any]:
    """Return what the template needs for the form and for the links to other orders."""
    default = next(iter(question.orders))
    chosen = order if order in question.orders else default
    return {
        "question": question,
        "choices": list_choices(db, question),
        "order": question.orders[chosen],
        "order_name": "" if chosen == default else chosen,
    }


def _link_orders(question: Question, given: dict[str, str]) -> dict[str, str]:
    """Return the query of the address of each order, with what else is given."""
    default = next(iter(question.orders))
    return {
        name: "?" + urlencode(given if name == default else {**given, ORDER: name})
        for name in question.orders
    }


def load_dates(db: sqlite3.Connection) -> dict[str, str]:
    """Return the words for each date in EDTF."""
    dates = db.execute(read_page_sql("question_page/dates")).fetchall()
    return {edtf: re.sub(r"^(in|during) ", "", words) for edtf, words in dates}


def _render_cell(row: Row, column: str, dates: dict[str, str], datasette: Datasette) -> Any:
    """Return a cell of a table with its links, dates in words, and single marks inside quoted words."""
    value = row[column]
    if column in DATE_COLUMNS:
        return dates.get(value, value)
    if isinstance(value, str):
        value = DOUBLED_MARKS.sub(r"“\1‘\2’”", value)
    return cell_links.link_cell(row, value, column, None, datasette) or json_cells.display(value)


def _download(rows: QueryResult, slug: str, ending: str) -> Response:
    """Return the rows as a file."""
    if ending == ".json":
        objects = [dict(zip(rows.names, map(json_cells.decode, row), strict=True)) for row in rows.rows]
        body, kind = json.dumps(objects, ensure_ascii=False, indent=2), "application/json"
    else:
        file = io.StringIO()
        writer = csv.writer(file)
        writer.writerow(rows.names)
        writer.writerows([json_cells.display(value) for value in row] for row in rows.rows)
        body, kind = file.getvalue(), "text/csv"
    disposition = {"content-disposition": f'attachment; filename="{slug}{ending}"'}
    return Response(body, headers=disposition, content_type=f"{kind}; charset=utf-8")
