"""Words that stand for one another: forms that a language's inflections join, and names of one actor.

What does not belong here: which passage some words are like (known_passages.py).
"""

import sqlite3
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

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
        self._endings: dict[str, list[str]] = defaultdict(list)
        self._listed: dict[str, set[Hashable]] = defaultdict(set)
        self._named: dict[str, set[Hashable]] = defaultdict(set)
        for line, form in db.execute(INFLECTIONS):
            if form.startswith("-"):
                self._endings[form[1:]].append(line)
            else:
                self._listed[form].add(line)
        for actor, form in db.execute(NAMES):
            self._named[fold_term(form)].add(actor)
        self._longest = max(map(len, self._endings), default=0)
        self._known: dict[Hashable, set[str]] = defaultdict(set)
        self._found: dict[str, frozenset[str]] = {}

    def add(self, words: Iterable[str]) -> None:
        """Make words known, in lower case and without accents."""
        for word in words:
            for key in self._list_keys(word):
                self._known[key].add(word)

    def find(self, word: str) -> frozenset[str]:
        """Return the known words that are forms of a word or name the same."""
        if word not in self._found:
            self._found[word] = frozenset().union(
                *(self._known.get(key, ()) for key in self._list_keys(word))
            )
        return self._found[word]

    def list_stems(self, word: str) -> Iterator[str]:
        """Yield a word, and what it would be an ending of the bare word away from."""
        yield word
        bare = set(self._endings.get("", ()))
        for ending, lines in self._endings.items():
            if ending and word.endswith(ending) and not bare.isdisjoint(lines):
                yield word.removesuffix(ending)

    def _list_keys(self, word: str) -> Iterator[Hashable]:
        """Yield what a word has in common with its forms."""
        yield word
        yield from self._named.get(word, ())
        if word in self._listed:
            yield from self._listed[word]
            return
        for length in range(min(self._longest, len(word) - SHORTEST_STEM) + 1):
            stem = word[: len(word) - length]
            yield from ((line, stem) for line in self._endings.get(word[len(stem) :], ()))
