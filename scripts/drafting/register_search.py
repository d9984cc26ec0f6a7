"""Finds the register entries that a sentence may mean, by the runs of three characters that they share.

Each run weighs more the fewer entries have it, and the register's words count twice beside the articles'.
BM25 over words, alone or added, found fewer of the entries of the coded articles, so it is left out.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from drafting.coded_articles import Record

RUN = 3
WORD = re.compile(r"\w+")
SHOWN = 5


class Candidate(NamedTuple):
    """An entry that may be meant, and how near it is, from 0 to 1."""

    score: float
    record: Record


class RegisterSearch:
    """The entries of some registers, to be compared with words."""

    def __init__(self, records: Iterable[Record]) -> None:
        counts = [
            (record, _count_runs(f"{record.content} {record.content} {record.words}")) for record in records
        ]
        entries_with = Counter(run for _, runs in counts for run in runs)
        self._weights = {run: math.log(1 + len(counts) / count) for run, count in entries_with.items()}
        self._entries = [(record, self._weigh(runs)) for record, runs in counts]

    def rank(self, words: str) -> list[Candidate]:
        """Return the nearest entries, nearest first."""
        sought = self._weigh(_count_runs(words))
        found = [
            Candidate(sum(weight * runs.get(run, 0) for run, weight in sought.items()), record)
            for record, runs in self._entries
        ]
        return sorted(found, key=lambda candidate: (-candidate.score, candidate.record.id))[:SHOWN]

    def _weigh(self, runs: Mapping[str, int]) -> dict[str, float]:
        weighed = {run: count * self._weights[run] for run, count in runs.items() if run in self._weights}
        length = math.sqrt(sum(weight**2 for weight in weighed.values())) or 1
        return {run: weight / length for run, weight in weighed.items()}


def _count_runs(words: str) -> Counter[str]:
    plain = f" {' '.join(WORD.findall(words.casefold()))} "
    return Counter(plain[start : start + RUN] for start in range(len(plain) - RUN + 1))
