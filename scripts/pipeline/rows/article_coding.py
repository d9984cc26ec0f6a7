"""One article while its rows are derived: its quotes, and which of its sentences are coded."""

from collections.abc import Iterable

from istanbul_talks.text.quotations import find_quotations
from pipeline.contract import Row
from pipeline.quote_locator import QuoteLocator
from pipeline.row_store import RowStore
from pipeline.rows.quote_contexts import QuoteContexts
from pipeline.seeds import Article
from pipeline.sentence_cuts import find_sentences
from pipeline.source_text import SourceText, Span
from pipeline.yaml_documents import Entry


class ArticleCoding:
    """An article with its coding, and the tables to which its rows are added."""

    def __init__(self, article: Article, tables: RowStore) -> None:
        self.article = article
        self.tables = tables
        self.sentences = find_sentences(article)
        self.locator = QuoteLocator(article.text, self.sentences)
        quotations = find_quotations(article.text.characters, article.language.quotations)
        self.quotations = [Span(*quotation) for quotation in quotations]
        self._contexts = QuoteContexts(article.text)
        self.coded: set[int] = set()
        """The numbers of the sentences that some record rests on."""
        self.participants: list[tuple[Entry, str]] = []
        """Participants, each with the event's id; those of several articles are merged later."""
        self.members: list[Entry] = []
        """Members of groups; those of several articles are merged later."""

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> SourceText:
        """The article's text."""
        return self.article.text

    def section(self, name: str) -> list[Entry]:
        """Return the entries of a section of the coding."""
        return self.article.sections[name]

    def sentence_id(self, number: int) -> str:
        """Return the id of a sentence."""
        return f"{self.id}_{number + 1}"

    def add_quote(self, span: Span, *, is_mention: bool = False) -> str:
        """Add the span to the quotes, unless it is there, and return its id; mentions have no context."""
        quote_id = f"{self.id}_{span.start}-{span.end}"
        row = self.tables.get("quotes", quote_id) or self._add_quote_row(quote_id, span)
        if not is_mention and not row["prefix"] and not row["suffix"]:
            row["prefix"], row["suffix"] = self._contexts.find(span)
        return quote_id

    def add_evidence(self, table: str, column: str, row_id: str, spans: Iterable[Span]) -> None:
        """Add the spans as evidence of a row, in a table of links; their sentences count as coded."""
        for span in spans:
            self.tables.add(table, **{column: row_id, "quote_id": self.add_quote(span)})
            self.mark_coded(span)

    def mark_coded(self, span: Span) -> None:
        """Count the sentences that the span touches as coded."""
        self.coded.update(self.sentences.numbers_of(span))

    def report_untold_event(self, entry: Entry) -> None:
        """Note an event under the key `event` that is not among the events of the same article."""
        event = entry.value.get("event")
        if event and event not in {told.value["event"] for told in self.section("events")}:
            entry["event"].problem(
                f"this article's `events` have no {event!r}; "
                "code what it tells of it there, or leave the key out",
                dependent=True,
            )

    def _add_quote_row(self, quote_id: str, span: Span) -> Row:
        return self.tables.add(
            "quotes",
            self.locator.selectors.get(span),
            id=quote_id,
            source_id=self.id,
            sentence_id=self.sentence_id(self.sentences.number_at(span.start)),
            prefix=None,
            suffix=None,
            start_char=span.start,
            end_char=span.end,
            exact=self.text[span],
        )
