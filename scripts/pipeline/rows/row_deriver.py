"""Derives the rows of all tables: of articles in batches, then of the registers from what all batches have.

Articles are independent given the registers, so several processes derive batches where there are many.
Within an article, coverage comes last, since it depends on all spans.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.contract import Contract
from pipeline.problems import Problem
from pipeline.row_store import Rows, RowStore
from pipeline.rows.acceptance_rows import derive_acceptances
from pipeline.rows.actor_rows import derive_actors
from pipeline.rows.article_coding import ArticleCoding
from pipeline.rows.article_rows import derive_article, derive_coverage
from pipeline.rows.discrepancy_rows import derive_discrepancies, derive_sides, group_sides_by_source
from pipeline.rows.event_rows import (
    DatingsByEvent,
    add_datings,
    derive_event_entries,
    derive_events,
)
from pipeline.rows.history_rows import derive_history
from pipeline.rows.language_rows import derive_languages
from pipeline.rows.member_rows import derive_member_entries, derive_members
from pipeline.rows.name_rows import NameIndex, derive_mentions, derive_names
from pipeline.rows.participant_rows import Participation, derive_participants, report_misplaced_delegates
from pipeline.rows.register_rows import derive_registers
from pipeline.rows.role_rows import derive_roles
from pipeline.rows.statement_rows import derive_statements
from pipeline.seeds import ArticleFiles, Seeds
from pipeline.yaml_documents import PicklableEntry

REGISTERS = ("actors", "topics", "events", "demands", "claims")


class DerivedBatch(NamedTuple):
    """What is derived of some articles: rows of their own, and what is to be merged with other batches.

    `datings` are rows of event_dates; `participants` are entries, each with the id of its event;
    `members` are entries; `occurrences` count mentions by the id of the name.
    """

    rows: Rows
    datings: DatingsByEvent
    participants: list[tuple[PicklableEntry, str]]
    members: list[PicklableEntry]
    occurrences: Counter[str]
    used: set[str]
    problems: set[Problem]


class RowDeriver:
    """Derives the rows of articles, then those of the registers from what all articles have.

    What cannot be derived is added to the problems of the seeds.
    """

    def __init__(self, seeds: Seeds, contract: Contract) -> None:
        self.problems = seeds.problems
        self._seeds = seeds
        self._contract = contract
        self._names = NameIndex(seeds.registers["actors"])
        self._sides = group_sides_by_source(seeds.registers["discrepancies"])
        self._occurrences: Counter[str] = Counter()
        self._datings: DatingsByEvent = {}
        self._members: list[PicklableEntry] = []
        self._participants: list[Participation] = []
        self._shared = RowStore(contract)

    def derive_batch(self, files: Iterable[ArticleFiles]) -> DerivedBatch:
        """Return what is derived of some articles; needs nothing of other batches."""
        tables = RowStore(self._contract)
        codings = [ArticleCoding(article, tables) for article in self._seeds.read_articles(files)]
        occurrences = Counter(name for coding in codings for name in self._derive_article(coding))
        datings: DatingsByEvent = {}
        add_datings(datings, tables.sorted_rows("event_dates"))
        return DerivedBatch(
            rows=tables.to_rows(),
            datings=datings,
            participants=[
                (entry.picklable(), event_id) for coding in codings for entry, event_id in coding.participants
            ],
            members=[entry.picklable() for coding in codings for entry in coding.members],
            occurrences=occurrences,
            used=self._seeds.ids.take_used(),
            problems=self.problems.take_all(),
        )

    def gather(self, batch: DerivedBatch) -> None:
        """Keep what is to be merged with other batches."""
        self.problems.update(batch.problems)
        self._seeds.ids.mark_used(batch.used)
        self._occurrences.update(batch.occurrences)
        for rows in batch.datings.values():
            add_datings(self._datings, rows.values())
        self._members.extend(batch.members)
        for participant, event_id in batch.participants:
            self._participants.append((participant.restore(self.problems), event_id))

    def derive_shared(self) -> Rows:
        """Return the rows that depend on the registers and on all batches."""
        registers, tables = self._seeds.registers, self._shared
        derive_registers(registers, tables)
        derive_events(registers["events"], self._datings, tables)
        derive_participants(self._participants, tables)
        report_misplaced_delegates(self._participants, registers, tables)
        derive_actors(registers["actors"], tables)
        members = (member.restore(self.problems) for member in self._members)
        derive_members(members, registers["actors"], tables)
        derive_names(self._names.all, self._occurrences, tables)
        derive_discrepancies(registers["discrepancies"], tables)
        derive_history(self._seeds, tables)
        derive_languages(self._seeds.languages, tables)
        self._seeds.ids.mark_used(name.actor for name in self._names.all if self._occurrences[name.id])
        self._seeds.ids.report_unused(REGISTERS)
        return tables.to_rows()

    def locate(self, names: Iterable[str]) -> dict[str, str]:
        """Return the file and line of those of these ids that an entry declares or is the first source of.

        The articles concerned are derived once more, since lines are not kept. A span that no entry names
        is located in the article's text.
        """
        wanted, shared = set(names), self._shared.entries
        return (
            dict(self._locate_article_rows(wanted))
            | {name: shared[name].location for name in wanted & shared.keys()}
            | {name: place for name in wanted if (place := self._seeds.ids.location_of(name))}
        )

    def _locate_article_rows(self, names: set[str]) -> Iterator[tuple[str, str]]:
        parts = {part for name in names for part in name.split("_")}
        tables = RowStore(self._contract)
        concerned = [files for files in self._seeds.articles if files.text.stem in parts]
        for article in self._seeds.read_articles(concerned):
            self._derive_article(ArticleCoding(article, tables))
            for name in names:
                row = tables.get("sentences", name) or tables.get("quotes", name)
                if row and row["source_id"] == article.id and isinstance(row["start_char"], int):
                    yield name, f"{article.path}:{article.text.find_line(row['start_char'])}"
        entries = tables.entries
        for name in names & entries.keys():
            yield name, entries[name].location

    def _derive_article(self, coding: ArticleCoding) -> list[str]:
        """Add the rows of one article; return the id of the name of each mention."""
        derive_article(coding)
        derive_member_entries(coding)
        derive_roles(coding)
        derive_event_entries(coding)
        derive_statements(coding)
        self._names.report_shared_forms(coding)
        mentions = list(derive_mentions(coding, self._names))
        derive_sides(coding, self._sides.get(coding.id, []))
        derive_acceptances(coding)
        derive_coverage(coding)
        return mentions
