"""Statements: who puts forward what in which words, and the chains of attribution behind them."""

from collections import Counter
from collections.abc import Mapping

from pipeline.contract import Row
from pipeline.rows.article_rows import ArticleCoding, date_columns
from pipeline.rows.quantity_rows import derive_quantities
from pipeline.source_text import Span
from pipeline.yaml_documents import Entry

ROOT = "author"


def derive_statements(source: ArticleCoding) -> None:
    """Add the statements of one article, their quantities, and its attributions."""
    chains = _read_chains(source)
    numbers: Counter[str] = Counter()
    said: dict[str, list[Span]] = {}
    for entry in source.section("statements"):
        spans = source.spans([entry["quote"]])
        by = _resolve_link(entry, "by", chains)
        for link in [by, *_list_ancestors(by, chains)] if by else []:
            said.setdefault(link, []).extend(spans)
        if spans and by:
            _derive_statement(source, entry, spans, by, numbers)
    source.tables.add("attributions", id=_link_id(source, ROOT), **_root_columns(source))
    for name, entry in chains.items():
        _derive_attribution(source, name, entry, said.get(name), chains)


def _read_chains(source: ArticleCoding) -> dict[str, Entry]:
    """Return the attributions of the file by name; a name taken twice and a circular chain are noted."""
    chains: dict[str, Entry] = {}
    for entry in source.section("attributions"):
        name = entry.value["id"]
        if name in chains or name == ROOT:
            entry["id"].problem(f"the attribution {name!r} is already there; give it another id")
        chains.setdefault(name, entry)
    for name, entry in chains.items():
        if name in _list_ancestors(name, chains):
            entry["parent"].problem(
                f"the attribution {name!r} is its own outer link; let a chain end at the author"
            )
    return chains


def _list_ancestors(name: str, chains: Mapping[str, Entry]) -> list[str]:
    """Return the outer links of an attribution, nearest first; a cycle ends where it comes round."""
    outer: list[str] = []
    while (parent := chains[name].value.get("parent") if name in chains else None) is not None:
        if parent in outer:
            break
        outer.append(parent)
        name = parent
    return outer


def _resolve_link(entry: Entry, key: str, chains: Mapping[str, Entry]) -> str | None:
    """Return the attribution under `key`, or the root; None, with the problem noted, if it is unknown."""
    name = str(entry.value.get(key, ROOT))
    if name == ROOT or name in chains:
        return name
    entry[key].problem(f"unknown attribution {name!r}; this file has {', '.join(chains) or 'none'}")
    return None


def _derive_statement(
    source: ArticleCoding, entry: Entry, spans: list[Span], by: str, numbers: Counter[str]
) -> None:
    quote_id = source.quote(spans[0])
    numbers[quote_id] += 1
    source.tables.add(
        "statements",
        entry,
        id=f"{quote_id}_{numbers[quote_id]}",
        source_id=source.id,
        quote_id=quote_id,
        attribution_id=_link_id(source, by),
        stance=entry.value.get("stance", "asserts" if "claim" in entry else "makes"),
        mode=entry.value.get("mode", _infer_mode(source, spans[0], by)),
    )
    source.code(spans[0])
    target = {f"{key}_id": entry.value.get(key) for key in ("demand", "claim")}
    derive_quantities(source, entry, spans, **target)


def _infer_mode(source: ArticleCoding, span: Span, by: str) -> str:
    """Return the mode of speech that the quotation marks show."""
    if by == ROOT:
        return "narrated"
    if any(quotation.holds(span) for quotation in source.quotations):
        return "direct"
    return "mixed" if any(quotation.touches(span) for quotation in source.quotations) else "indirect"


def _derive_attribution(
    source: ArticleCoding, name: str, entry: Entry, said: list[Span] | None, chains: Mapping[str, Entry]
) -> None:
    parent = _resolve_link(entry, "parent", chains)
    if said is None:
        entry.problem(f"no statement uses the attribution {name!r}; use it or remove it", unfinished=True)
    spans = said or []
    cue = source.cue(entry["cue"], spans) if "cue" in entry else None
    source.tables.add(
        "attributions",
        entry,
        id=_link_id(source, name),
        source_id=source.id,
        parent_id=parent and _link_id(source, parent),
        holder_text=source.printed(entry, "holder_text"),
        cue_quote_id=cue and source.quote(cue),
        **_said_columns(source, entry.get("said"), [*spans, *([cue] if cue else [])]),
    )


def _said_columns(source: ArticleCoding, entry: Entry | None, spans: list[Span]) -> Row:
    span = source.detail(entry["text"], spans) if entry else None
    dated = date_columns(entry, source.text[span] if span else None)
    return {
        "said_quote_id": source.quote(span) if span else None,
        **{f"said_{column}": value for column, value in dated.items()},
        "said_basis": entry.value["basis"] if entry else "not_stated",
        "said_anchor": entry.value.get("anchor") if entry else None,
    }


def _root_columns(source: ArticleCoding) -> Row:
    return {
        "source_id": source.id,
        "holder_id": source.article.source.value["author"],
        **_said_columns(source, None, []),
    }


def _link_id(source: ArticleCoding, name: str) -> str:
    return f"{source.id}_{name}"
