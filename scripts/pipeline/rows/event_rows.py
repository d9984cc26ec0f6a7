"""Rows of events, and of the quotes and dates that articles give them."""

from collections.abc import Iterable, Mapping

from pipeline.contract import Row, Value
from pipeline.date_bounds import split_set
from pipeline.row_store import RowStore, natural_key
from pipeline.rows.article_coding import ArticleCoding
from pipeline.rows.date_columns import read_date_columns
from pipeline.rows.participant_rows import make_participant_id
from pipeline.rows.quantity_rows import derive_quantities
from pipeline.source_text import Span
from pipeline.yaml_documents import Entry, note_repeat

DatingsByEvent = dict[str, dict[Value, Row]]
"""By event and EDTF date, the first row of event_dates that gives the event this date."""

UNDATED: Row = {
    **dict.fromkeys(("edtf", "earliest", "latest", "date_text", "anchor")),
    "basis": "not_stated",
}


def derive_event_entries(coding: ArticleCoding) -> None:
    """Add what one article says of events."""
    told: dict[str, Entry] = {}
    taking_part: dict[str, Entry] = {}
    for entry in coding.section("events"):
        spans = coding.locator.locate_all(entry.items_under("quote"))
        if not spans:
            continue
        event_id = str(entry.value["event"])
        note_repeat(told, event_id, entry, f"{event_id!r} is told")
        coding.add_evidence("event_quotes", "event_id", event_id, spans)
        for date in entry.items_under("date"):
            _derive_date(coding, date, event_id, spans)
        for participant in entry.items_under("participants"):
            row_id = make_participant_id(participant, event_id)
            note_repeat(taking_part, row_id, participant, f"this part in {event_id!r} is told")
            _support_participant(coding, participant, event_id, spans)
        derive_quantities(coding, entry, spans, event_id=event_id)


def derive_events(entries: Iterable[Entry], datings: DatingsByEvent, tables: RowStore) -> None:
    """Add the events of the register, each with the date it rests on."""
    for entry in entries:
        chosen = _choose_dating(entry, datings.get(entry.value["id"], {})) or UNDATED
        tables.add(
            "events",
            entry,
            **{column: chosen[column] for column in ("edtf", "earliest", "latest", "date_text")},
            date_basis=chosen["basis"],
            date_anchor=chosen["anchor"],
        )


def add_datings(datings: DatingsByEvent, rows: Iterable[Row]) -> None:
    """Add rows of event_dates to those by event and date, of which the first by its id counts."""
    for row in rows:
        of_event = datings.setdefault(str(row["event_id"]), {})
        known = of_event.setdefault(row["edtf"], row)
        if natural_key(row["id"]) < natural_key(known["id"]):
            of_event[row["edtf"]] = row


def _derive_date(coding: ArticleCoding, entry: Entry, event_id: str, spans: list[Span]) -> None:
    span = coding.locator.locate_detail(entry["text"], spans)
    if span is None:
        return
    quote_id, words = coding.add_quote(span), coding.text[span]
    columns = read_date_columns(entry)
    coding.tables.add(
        "event_dates",
        entry,
        id=f"{event_id}_{quote_id}",
        event_id=event_id,
        quote_id=quote_id,
        date_text=words,
        **columns,
    )


def _support_participant(coding: ArticleCoding, entry: Entry, event_id: str, spans: list[Span]) -> None:
    coding.participants.append((entry, event_id))
    own = coding.locator.locate_all(entry.items_under("quote")) if "quote" in entry else spans
    coding.add_evidence("participant_quotes", "participant_id", make_participant_id(entry, event_id), own)


def _choose_dating(entry: Entry, datings: Mapping[Value, Row]) -> Row | None:
    """Return the dating that gives the event's date: the register's, or the one on which all agree."""
    given = sorted(str(edtf) for edtf in datings)
    settled = entry.value.get("edtf", given[0] if len(given) == 1 else None)
    if settled is None and given:
        entry.problem(
            f"the articles date this event differently ({', '.join(given)}); settle on one with `edtf`"
        )
    elif settled is not None and not set(split_set(settled)) <= set(given):
        dates = ", ".join(given) or "nothing"
        what = f"no article dates this event {settled!r}; they give {dates}"
        entry["edtf"].problem(what, dependent=True)
    return _join_datings(settled, [datings[edtf] for edtf in split_set(settled or "") if edtf in datings])


def _join_datings(edtf: Value, datings: list[Row]) -> Row | None:
    """Return the one dating, or those of a set as one, with the words of each."""
    if not datings:
        return None
    datings.sort(key=lambda dating: str(dating["earliest"]))
    last = max(datings, key=lambda dating: str(dating["latest"] or "9999"))
    words = " … ".join(str(dating["date_text"]) for dating in datings)
    return {**datings[0], "edtf": edtf, "latest": last["latest"], "date_text": words}
