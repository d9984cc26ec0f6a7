"""The entries that a draft proposes, section by section and in text order, in the format of a coding.

Nothing says what is claimed or demanded: that is left as TODO. An entry names the rule it comes from.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from drafting.printed_figures import PrintedAmount, PrintedDate
from drafting.proposals import Holder, Proposals
from drafting.register_search import Candidate, RegisterSearch
from pipeline.entry_rules import TODO
from pipeline.quote_locator import find_unique_context
from pipeline.source_text import Span, find_words


class Entry(NamedTuple):
    """An entry of a section, the number (from 0) of its sentence, and the rule it comes from."""

    sentence: int
    values: Mapping[str, Any]
    rule: str


class DraftEntries:
    """What a draft proposes for an article."""

    def __init__(self, proposals: Proposals) -> None:
        self.proposals = proposals
        self.article = proposals.article
        records = proposals.coded.records
        self._events, self._contents = (
            RegisterSearch(record for record in records if (record.table == "events") is events)
            for events in (True, False)
        )

    @cached_property
    def sections(self) -> dict[str, list[Entry]]:
        """The entries of each section."""
        return {
            "roles": list(self._propose_roles()),
            "events": list(self._propose_events()),
            "attributions": [entry for _, entry in self._attributions],
            "statements": sorted(self._propose_statements(), key=_get_sentence),
            "sentences": list(self._propose_sentences()),
        }

    def rank(self, section: str, sentence: int) -> list[Candidate]:
        """Return the register entries that an entry of this section may mean in a sentence."""
        search = {"events": self._events, "statements": self._contents}.get(section)
        return search.rank(self.article.text[self.article.sentences[sentence]]) if search else []

    def select(self, span: Span) -> str | dict[str, str]:
        """Return the quote for a span: its words, and where these stand more than once the words around."""
        words, around = self.article.text[span], find_unique_context(self.article.text, span)
        return words if around == words else {"exact": words, "in": around}

    def _propose_roles(self) -> Iterator[Entry]:
        seen: set[tuple[str, str]] = set()
        for role in self.proposals.roles:
            person = role.actor or f"{TODO} {role.name}"
            if (person, role.title) not in seen:
                seen.add((person, role.title))
                values = {"person": person, "title": role.title, "quote": self.select(role.span)}
                yield Entry(self.article.find_sentence(role.span), values, role.rule)

    def _propose_events(self) -> Iterator[Entry]:
        """Yield one for each date; of another sentence that may carry a code, only that it has candidates."""
        by_sentence: dict[int, list[PrintedDate]] = defaultdict(list)
        for date in self.proposals.dates:
            by_sentence[self.article.find_sentence(date.span)].append(date)
        for number in range(len(self.article.sentences)):
            for date in by_sentence[number]:
                values = {"event": TODO, "quote": TODO, "date": self._describe_date(date)}
                yield Entry(number, values, "a printed date")
            if not by_sentence[number] and number not in self.proposals.uncoded:
                yield Entry(number, {}, "")

    def _describe_date(self, date: PrintedDate) -> dict[str, Any]:
        text = self.select(date.span)
        if date.whole:
            return {"text": text, "edtf": date.edtf, "basis": "stated"}
        return {"text": text, "edtf": f"{TODO} {date.edtf}".strip(), "basis": TODO, "anchor": TODO}

    @cached_property
    def _attributions(self) -> list[tuple[Span, Entry]]:
        """The attributions, each with the place of its cue."""
        used: Counter[str] = Counter()
        return [(cue, self._propose_attribution(cue, used)) for cue in self.proposals.cues]

    def _propose_attribution(self, cue: Span, used: Counter[str]) -> Entry:
        holder, words = self.proposals.find_holder(cue), self.article.text[cue]
        name = _make_id(f"{self._print_holder(holder) if holder else ''} {words}")
        used[name] += 1
        values = {"id": name if used[name] == 1 else f"{name}-{used[name]}", **self._describe_holder(holder)}
        rule = f"a reporting word; holder: {holder.rule if holder else 'nobody is named'}"
        return Entry(self.article.find_sentence(cue), {**values, "cue": self.select(cue)}, rule)

    def _describe_holder(self, holder: Holder | None) -> dict[str, str]:
        if holder is None:
            return {"holder": TODO}
        actor = holder.actor if holder.sure else f"{TODO} {holder.actor}"
        return {"holder": actor, "holder_text": self._print_holder(holder)}

    def _print_holder(self, holder: Holder) -> str:
        """Return the holder as printed, with the post or the article that stands before the name."""
        text = self.article.text
        titled = (role.span for role in self.proposals.roles if role.span.end == holder.span.end)
        span = next(titled, holder.span)
        before = next(reversed(list(find_words(text.characters, 0, span.start))), span)
        if text[before].casefold() in self.proposals.coded.openings:
            span = Span(before.start, span.end)
        return text[span]

    def _propose_statements(self) -> Iterator[Entry]:
        """Yield the statements of a draft, the first of each sentence with the quantities in it."""
        amounts: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for amount in self.proposals.amounts:
            amounts[self.article.find_sentence(amount.span)].append(self._describe_amount(amount))
        for entry in sorted(self._quote_speech(), key=_get_sentence):
            counted = amounts.pop(entry.sentence, None)
            values = {**entry.values, "quantities": counted} if counted else entry.values
            yield entry._replace(values=values)
        for number, counted in amounts.items():
            yield Entry(number, {"claim": TODO, "quote": TODO, "quantities": counted}, "a printed number")

    def _describe_amount(self, amount: PrintedAmount) -> dict[str, Any]:
        figures = {"comparator": amount.comparator, "value": amount.value}
        if amount.upper is not None:
            figures["upper_value"] = amount.upper
        return {"text": self.select(amount.span), **figures, "unit": f"{TODO} {amount.unit}"}

    def _quote_speech(self) -> Iterator[Entry]:
        """Yield one for each quotation, and one for each cue of a sentence that has none."""
        quoting = {self.article.find_sentence(span) for span in self.article.quotations}
        for span in self.article.quotations:
            number = self.article.find_sentence(span)
            if number not in self.article.repeated:
                values = {"claim": TODO, "quote": self.select(span), **self._find_voice(span, number)}
                yield Entry(number, values, "quotation marks")
        for _, entry in self._attributions:
            if entry.sentence not in quoting:
                values = {"claim": TODO, "quote": TODO, "by": entry.values["id"]}
                yield Entry(entry.sentence, values, "a reporting word")

    def _find_voice(self, span: Span, number: int) -> dict[str, str]:
        """Return the attribution whose cue is the nearest in the sentence."""
        near = [(cue, entry) for cue, entry in self._attributions if entry.sentence == number]
        if not near:
            return {}
        _, entry = min(
            near, key=lambda pair: min(abs(span.start - pair[0].end), abs(pair[0].start - span.end))
        )
        return {"by": entry.values["id"]}

    def _propose_sentences(self) -> Iterator[Entry]:
        coded = {entry.sentence for _, entry in self._attributions}
        for number, reason in sorted(self.proposals.uncoded.items()):
            if number in coded:
                continue
            values: dict[str, Any] = {"quote": self._select_sentence(number), "reason": reason}
            if reason == "repeats":
                values["repeats"] = self._select_sentence(self.article.repeated[number])
            rule = "the same words again" if reason == "repeats" else "no sign ends it"
            yield Entry(number, values, rule)

    def _select_sentence(self, number: int) -> str | dict[str, Any]:
        """Return a quote for a sentence: its words, with which occurrence where there are several."""
        span = self.article.sentences[number]
        words = self.article.text[span].strip()
        places = self.article.text.find(words)
        if places == [places[0]]:
            return words
        return {"exact": words, "occurrence": 1 + sum(place.start < span.start for place in places)}


def _get_sentence(entry: Entry) -> int:
    return entry.sentence


def _make_id(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words.casefold())[-3:])
