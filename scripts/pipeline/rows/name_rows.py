"""Rows of names and mentions: the forms of actors, and every place of such a form in an article.

An article is searched only for the forms whose first word it prints, so that it costs no more among a million
forms than among a hundred.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from istanbul_talks.text.folding import fold_case, fold_words
from istanbul_talks.text.tokens import WORD
from pipeline.contract import Row
from pipeline.row_store import RowStore
from pipeline.rows.article_coding import ArticleCoding
from pipeline.source_text import SourceText, Span
from pipeline.yaml_documents import Entry, note_repeat, report_repeat


class ActorName(NamedTuple):
    """A form of an actor; `source` is the only article in which it means that actor, None if all."""

    id: str
    actor: str
    form: str
    kind: str
    source: str | None
    entry: Entry


class NameIndex:
    """The names of all actors, in order of declaration."""

    def __init__(self, actors: Iterable[Entry]) -> None:
        self.all = [name for entry in actors for name in _read_names(entry)]
        self._ranks = {name.id: (-len(name.form), number) for number, name in enumerate(self.all)}
        self._by_word: dict[str | None, list[ActorName]] = {}
        by_form: dict[str, list[ActorName]] = {}
        for name in self.all:
            self._by_word.setdefault(_get_first_word(name.form), []).append(name)
            by_form.setdefault(fold_words(name.form), []).append(name)
        self._shared = [names for names in by_form.values() if len(names) > 1]

    def find_candidates(self, text: SourceText, source_id: str) -> list[ActorName]:
        """Return the names that may stand in an article, longest form first."""
        words: set[str | None] = {None, *text.words}
        found = [name for word in words for name in self._by_word.get(word, ())]
        return sorted(_select_valid(found, source_id), key=lambda name: self._ranks[name.id])

    def report_shared_forms(self, coding: ArticleCoding) -> None:
        """Note every form that means two actors in one article."""
        for names in self._shared:
            valid = _select_valid(names, coding.id)
            for name in valid[1:]:
                name.entry.problem(
                    f"in {coding.id} the form {name.form!r} already means {valid[0].actor!r}; "
                    "limit a form to one article with `source`, or declare it once"
                )


def derive_mentions(coding: ArticleCoding, names: NameIndex) -> Iterator[str]:
    """Add the mentions in one article, never one over another; yield the id of the name of each."""
    for span, name in _find_mentions(coding, names):
        quote_id = coding.add_quote(span, is_mention=True)
        coding.tables.add(
            "mentions", name.entry, id=f"{quote_id}_{name.actor}", name_id=name.id, quote_id=quote_id
        )
        yield name.id


def derive_names(names: Iterable[ActorName], occurrences: Mapping[str, int], tables: RowStore) -> None:
    """Add the names that are printed, with how often; `occurrences` are by the name's id."""
    for name in names:
        _derive_name(name, occurrences.get(name.id, 0), tables)


def _derive_name(name: ActorName, occurrences: int, tables: RowStore) -> None:
    if not occurrences:
        where = f"in {name.source}" if name.source else "in the articles"
        what = f"the form {name.form!r} is not printed {where} by itself; remove it or correct it"
        name.entry.problem(what, unfinished=True)
        return
    row: Row = {"form": name.form, "kind": name.kind, "source_id": name.source}
    tables.add("names", name.entry, id=name.id, actor_id=name.actor, occurrences=occurrences, **row)


def _find_mentions(coding: ArticleCoding, names: NameIndex) -> list[tuple[Span, ActorName]]:
    """Return the places of names, of which longer ones go before shorter, without those that are excluded."""
    excluded = _read_exclusions(coding)
    mentions: list[tuple[Span, ActorName]] = []
    taken: set[int] = set()
    used: set[tuple[str, Span]] = set()
    for name in names.find_candidates(coding.text, coding.id):
        for span in coding.text.find_name(name.form):
            if not taken.isdisjoint(range(*span)):
                continue
            if (name.actor, span) in excluded:
                used.add((name.actor, span))
            else:
                mentions.append((span, name))
                taken.update(range(*span))
    for exclusion in excluded.keys() - used:
        what = "this excludes nothing: the words are no mention of the actor; remove it"
        excluded[exclusion].problem(what, unfinished=True)
    return mentions


def _read_exclusions(coding: ArticleCoding) -> dict[tuple[str, Span], Entry]:
    excluded: dict[tuple[str, Span], Entry] = {}
    for entry in coding.section("not_mentions"):
        for selector in entry.items_under("quote"):
            for span in coding.locator.locate_all([selector]):
                note_repeat(excluded, (entry.value["actor"], span), selector, "this exclusion stands")
    return excluded


def _read_names(actor: Entry) -> Iterator[ActorName]:
    """Yield the names of an actor; a form that stands there twice, for the same article, is noted instead."""
    known: list[ActorName] = []
    for name in _list_names(actor):
        first = next((other for other in known if _is_same(other, name)), None)
        if first:
            report_repeat(first.entry, name.entry, f"the form {name.form!r} is declared")
        else:
            known.append(name)
    yield from known


def _is_same(one: ActorName, other: ActorName) -> bool:
    same_place = one.source == other.source or None in (one.source, other.source)
    return same_place and fold_words(one.form) == fold_words(other.form)


def _list_names(actor: Entry) -> Iterator[ActorName]:
    for entry in actor.items_under("names"):
        written = entry.value if isinstance(entry.value, dict) else {"form": entry.value}
        usual = "preferred" if written["form"] == actor.value["name"] else "variant"
        yield ActorName(
            id="_".join(
                [actor.value["id"], _make_slug(written["form"]), *filter(None, [written.get("source")])]
            ),
            actor=actor.value["id"],
            form=written["form"],
            kind=written.get("kind", usual),
            source=written.get("source"),
            entry=entry,
        )


def _make_slug(form: str) -> str:
    """Return a form as a part of an id: a hyphen for a space, a dot for any other sign but letters."""
    return "".join("-" if sign == " " else sign if sign.isalnum() else "." for sign in fold_words(form))


def _select_valid(names: Iterable[ActorName], source_id: str) -> list[ActorName]:
    return [name for name in names if name.source in (None, source_id)]


def _get_first_word(form: str) -> str | None:
    word = WORD.search(fold_case(fold_words(form)))
    return word[0] if word else None
