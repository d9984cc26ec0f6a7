"""Rows of attributions: the chain of speakers behind each statement, from the author inwards."""

from collections.abc import Iterator, Mapping

from pipeline.rows.article_coding import ArticleCoding
from pipeline.source_text import Span
from pipeline.yaml_documents import Entry, note_repeat

ROOT = "author"


class AttributionChains:
    """The attributions of one article by their names in the coding file, and the statements under each."""

    def __init__(self, coding: ArticleCoding) -> None:
        self._coding = coding
        self._links = _read_links(coding.section("attributions"))
        self._statements: dict[str, list[Span]] = {}
        self._voices: dict[tuple[object, ...], Entry] = {}

    def resolve(self, entry: Entry, key: str) -> str | None:
        """Return the attribution under `key`, or the root; None, with the problem noted, if it is unknown."""
        name = str(entry.value.get(key, ROOT))
        if name == ROOT or name in self._links:
            return name
        known = ", ".join(self._links) or "none"
        entry[key].problem(f"unknown attribution {name!r}; this file has {known}", dependent=True)
        return None

    def add_statement(self, speaker: str, spans: list[Span]) -> None:
        """Add the places of a statement to its attribution and to all outer ones."""
        for name in (speaker, *_find_outer_links(speaker, self._links)):
            self._statements.setdefault(name, []).extend(spans)

    def add_rows(self) -> None:
        """Add the rows of all attributions; one without a statement is unfinished work."""
        author = self._coding.article.source.value["author"]
        self._coding.tables.add(
            "attributions",
            id=self._row_id(ROOT),
            source_id=self._coding.id,
            holder_id=author,
        )
        for name, entry in self._links.items():
            if name not in self._statements:
                entry.problem(
                    f"no statement uses the attribution {name!r}; use it or remove it", unfinished=True
                )
            self._add_link(name, entry, self._statements.get(name, []))
            self._coding.report_untold_event(entry)

    def _add_link(self, name: str, entry: Entry, spans: list[Span]) -> None:
        coding, parent = self._coding, self.resolve(entry, "parent")
        cue = coding.locator.locate_cue(entry["cue"], spans) if "cue" in entry else None
        if cue:
            voice = (parent, cue, *(entry.value.get(key) for key in ("holder", "addressee", "event")))
            note_repeat(self._voices, voice, entry, "the same holder with the same cue stands")
        coding.tables.add(
            "attributions",
            entry,
            id=self._row_id(name),
            source_id=coding.id,
            parent_id=parent and self._row_id(parent),
            holder_text=coding.locator.find_printed(entry, "holder_text"),
            cue_quote_id=cue and coding.add_quote(cue),
        )

    def _row_id(self, name: str) -> str:
        return f"{self._coding.id}_{name}"


def _read_links(entries: list[Entry]) -> dict[str, Entry]:
    """Return the attributions of a file by name; a name taken twice and a circular chain are noted."""
    links: dict[str, Entry] = {}
    for entry in entries:
        name = entry.value["id"]
        if name in links or name == ROOT:
            entry["id"].problem(f"the attribution {name!r} is already there; give it another id")
        links.setdefault(name, entry)
    for name, entry in links.items():
        if name in _find_outer_links(name, links):
            entry["parent"].problem(
                f"the attribution {name!r} is its own outer link; let a chain end at the author"
            )
    return links


def _find_outer_links(name: str, links: Mapping[str, Entry]) -> Iterator[str]:
    """Yield the outer links of an attribution, nearest first; each link of a circular chain once."""
    seen: set[str] = set()
    while name in links and (parent := links[name].value.get("parent")) is not None and parent not in seen:
        seen.add(parent)
        yield parent
        name = parent
