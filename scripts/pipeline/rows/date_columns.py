"""The three date columns of a row: the EDTF date, and the first and last day it can mean."""

from pipeline.contract import Row
from pipeline.date_bounds import parse_bounds
from pipeline.yaml_documents import Entry


def read_date_columns(entry: Entry | None) -> Row:
    """Return edtf, earliest and latest of an entry with `edtf`; note a wrong date as a problem."""
    if entry is None:
        return {"edtf": None, "earliest": None, "latest": None}
    edtf = entry["edtf"]
    try:
        days = parse_bounds(edtf.value)
    except ValueError as error:
        edtf.problem(str(error))
        return {"edtf": None, "earliest": None, "latest": None}
    earliest, latest = (day and day.isoformat() for day in days)
    return {"edtf": edtf.value, "earliest": earliest, "latest": latest}
