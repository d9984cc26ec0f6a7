"""Articles: sources, metadata, texts, quotations and sentences, and the quotes all else rests on."""

from bisect import bisect_right
from collections.abc import Iterable

from pipeline.contract import Row
from pipeline.date_bounds import find_weekday_fault, parse_bounds
from pipeline.quotation_marks import find_quotations
from pipeline.quote_locator import locate, locate_detail, shorten
from pipeline.row_store import RowStore
from pipeline.seeds import Article
from pipeline.sentences import split_sentences
from pipeline.source_text import SourceText, Span
from pipeline.yaml_documents import Entry

AROUND = 32  # characters of prefix and suffix, as in the W3C TextQuoteSelector of Hypothesis


class ArticleCoding:
    """An article at work: its text, its sentences, and the spans found in it so far."""

    def __init__(self, article: Article, tables: RowStore) -> None:
        self.article = article
        self.tables = tables
        self.sentences = split_sentences(article.text.characters)
        self.quotations = find_quotations(article.text.characters)
        self._starts = [sentence.start for sentence in self.sentences]
        self.coded: set[int] = set()
        self.participants: list[tuple[Entry, str]] = []
        """Parts in events, each with the event's id; what several articles tell is put together later."""

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

    def sentence_at(self, position: int) -> int:
        """Return the index of the sentence in which a position stands."""
        return bisect_right(self._starts, position) - 1

    def sentence_id(self, index: int) -> str:
        """Return the id of a sentence."""
        return f"{self.id}_{index + 1}"

    def touched(self, spans: Iterable[Span]) -> list[Span]:
        """Return the sentences that the spans touch, in order."""
        numbers = {number for span in spans for number in self._numbers(span)}
        return [self.sentences[number] for number in sorted(numbers)]

    def spans(self, selectors: list[Entry]) -> list[Span]:
        """Return the places of those of the quotes that are found."""
        return [span for selector in selectors if (span := locate(self.text, selector))]

    def detail(self, selector: Entry, spans: list[Span]) -> Span | None:
        """Return the place of words that detail a record with these spans."""
        return locate_detail(self.text, selector, [spans, self.touched(spans)])

    def cue(self, selector: Entry, spans: list[Span]) -> Span | None:
        """Return the place of a cue: in the sentences of these spans, else the only one in the article."""
        return locate_detail(self.text, selector, [self.touched(spans)])

    def printed(self, entry: Entry, key: str) -> str | None:
        """Return the words under a key in the article's own characters; None if there is no such key."""
        words = entry.get(key)
        if words is None:
            return None
        places = self.text.find(words.value)
        if not places:
            words.problem(f"the article does not say {words.value!r}; write {key} as printed")
        return self.text[places[0]] if places else None

    def quote(self, span: Span) -> str:
        """Add the span to the quotes, unless it is there, and return its id."""
        quote_id = f"{self.id}_{span.start}-{span.end}"
        if self.tables.get("quotes", quote_id) is None:
            self._add_quote(quote_id, span)
        return quote_id

    def support(self, table: str, column: str, row_id: str, spans: Iterable[Span]) -> None:
        """Add the spans as evidence of a row, in a table of links; their sentences count as coded."""
        for span in spans:
            self.tables.add(table, **{column: row_id, "quote_id": self.quote(span)})
            self.code(span)

    def code(self, span: Span) -> None:
        """Count the sentences the span touches as coded."""
        self.coded.update(self._numbers(span))

    def _add_quote(self, quote_id: str, span: Span) -> None:
        prefix = self.text[Span(max(span.start - AROUND, 0), span.start)]
        suffix = self.text[Span(span.end, span.end + AROUND)]
        self.tables.add(
            "quotes",
            id=quote_id,
            source_id=self.id,
            sentence_id=self.sentence_id(self.sentence_at(span.start)),
            start_char=span.start,
            end_char=span.end,
            exact=self.text[span],
            prefix=prefix or None,
            suffix=suffix or None,
        )

    def _numbers(self, span: Span) -> range:
        return range(self.sentence_at(span.start), self.sentence_at(span.end - 1) + 1)


def derive_article(source: ArticleCoding) -> None:
    """Add the rows of the article itself."""
    tables, text = source.tables, source.text
    tables.add("sources", source.article.source, id=source.id, length=len(text))
    tables.add("texts", source_id=source.id, text=text.characters)
    for span in source.quotations:
        tables.add("quotations", source_id=source.id, start_char=span.start, end_char=span.end)
    for entry in source.section("metadata"):
        spans = source.spans(entry.items_under("quote"))
        tables.add(
            "source_metadata",
            entry,
            id=f"{source.id}_{entry.value['field']}",
            source_id=source.id,
            quote_id=source.quote(spans[0]) if spans else None,
        )


def derive_coverage(source: ArticleCoding) -> None:
    """Add the sentences; each is coded or explained, and one that is neither is unfinished work."""
    explained = {
        number: entry
        for entry in source.section("sentences")
        if (number := _find_explained_sentence(source, entry)) is not None
    }
    for number, span in enumerate(source.sentences):
        entry = explained.get(number)
        _report_coverage(source, number, entry)
        repeated = source.spans(entry.items_under("repeats")) if entry else []
        source.tables.add(
            "sentences",
            entry,
            id=source.sentence_id(number),
            source_id=source.id,
            number=number + 1,
            start_char=span.start,
            end_char=span.end,
            coding="coded" if number in source.coded else "explained",
            repeats_id=source.sentence_id(source.sentence_at(repeated[0].start)) if repeated else None,
        )


def date_columns(entry: Entry | None, words: str | None) -> Row:
    """Return edtf, earliest and latest of an entry with `edtf`; a wrong date or weekday is noted."""
    if entry is None:
        return {"edtf": None, "earliest": None, "latest": None}
    edtf = entry["edtf"]
    try:
        days = parse_bounds(edtf.value)
    except ValueError as error:
        edtf.problem(str(error))
        return {"edtf": None, "earliest": None, "latest": None}
    fault = find_weekday_fault(words, days) if words else None
    if fault:
        edtf.problem(fault)
    earliest, latest = (day and day.isoformat() for day in days)
    return {"edtf": edtf.value, "earliest": earliest, "latest": latest}


def _find_explained_sentence(source: ArticleCoding, entry: Entry) -> int | None:
    span = locate(source.text, entry["quote"])
    return source.sentence_at(span.start) if span else None


def _report_coverage(source: ArticleCoding, number: int, entry: Entry | None) -> None:
    words = shorten(source.text[source.sentences[number]])
    if entry and number in source.coded:
        entry.problem(f"this sentence is coded, so it needs no reason: {words!r}; remove the entry")
    elif not entry and number not in source.coded:
        document = source.article.source.document
        line = source.text.line(source.sentences[number].start)
        todo = f"code it, or say why not under `sentences` in {document.path.name}"
        document.problems.add(
            source.article.path, line, f"no code touches this sentence: {words!r}; {todo}", unfinished=True
        )
