"""Words that stand for one another: forms that a language's inflections join, and names of one actor.

What does not belong here: which passage some words are like (known_passages.py).
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from istanbul_talks.database.search_query import fold_term

SHORTEST_STEM = 3
"""Letters that stand before an ending, as in the search."""

INFLECTIONS = "SELECT language || number, form FROM inflections"

NAMES = """
SELECT actor_id, form FROM names WHERE kind <> 'description' AND instr(form, ' ') = 0
UNION SELECT id, family_name FROM people
"""


class WordForms:
    """The words of the articles, found by any of their forms."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._endings, self._listed, self._named = _Groups(), _Groups(), _Groups()
        for line, form in db.execute(INFLECTIONS):
            if form.startswith("-"):
                self._endings.add(line, form[1:])
            else:
                self._listed.add(line, form)
        for actor, form in db.execute(NAMES):
            self._named.add(actor, fold_term(form))
        self._longest = max(map(len, self._endings.groups), default=0)
        self._known: set[str] = set()
        self._found: dict[str, frozenset[str]] = {}

    def add(self, words: Iterable[str]) -> None:
        """Make words known, in lower case and without accents."""
        self._known.update(words)

    def find(self, word: str) -> frozenset[str]:
        """Return the known words that are forms of a word or name the same."""
        if word not in self._found:
            forms = {word, *self._named.list_beside(word), *self._list_inflected(word)}
            self._found[word] = frozenset(forms & self._known)
        return self._found[word]

    def list_stems(self, word: str) -> Iterator[str]:
        """Yield a word, and what it would be an ending of the bare word away from."""
        yield word
        for ending in self._endings.list_beside(""):
            if ending and word.endswith(ending):
                yield word.removesuffix(ending)

    def _list_inflected(self, word: str) -> Iterator[str]:
        """Yield the forms of a word; one that is listed has those of its lists alone."""
        if word in self._listed.groups:
            yield from self._listed.list_beside(word)
            return
        for length in range(min(self._longest, len(word) - SHORTEST_STEM) + 1):
            stem = word[: len(word) - length]
            forms = (stem + ending for ending in self._endings.list_beside(word[len(stem) :]))
            yield from (form for form in forms if form not in self._listed.groups)


class _Groups:
    """Forms that stand for one another, by their group."""

    def __init__(self) -> None:
        self.groups: dict[str, set[str]] = defaultdict(set)
        self._forms: dict[str, set[str]] = defaultdict(set)

    def add(self, group: str, form: str) -> None:
        """Put a form into a group."""
        self.groups[form].add(group)
        self._forms[group].add(form)

    def list_beside(self, form: str) -> set[str]:
        """Return the forms of all groups of a form."""
        return set().union(*(self._forms[group] for group in self.groups.get(form, ())))
