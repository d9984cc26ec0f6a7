"""Reads the decisions on the differences of the two codings, and reports which are missing or stale.

The file, written by a person, has `rules` (id, decision, reason), which many differences may name, and
`differences`, each with the keys that name it (coding_differences.py) and either a `rule` or its own
`decision` and `reason`. Every difference must be decided, and every decision must be about a difference.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

from evaluation.coding_differences import Difference
from generated_docs.markdown_table import format_table
from pipeline.problems import Problems
from pipeline.yaml_documents import Document, Entry

DECISIONS = ("first", "second", "both", "neither")
OPEN = "open"
NAMES = [field.name for field in fields(Difference)]


def check_decision(entry: Entry) -> str | None:
    """Return the decision of a rule or a difference; None, with the problem noted, if it is not complete."""
    decision, reason = entry.value.get("decision"), entry.value.get("reason")
    if decision not in DECISIONS:
        entry.problem(f"a decision is wanted here, one of {', '.join(DECISIONS)}, or the id of a rule")
    elif not reason:
        entry.problem("a decision needs a reason")
    else:
        return str(decision)
    return None


class Adjudication:
    """The decisions of a file, none where it is missing; what is wrong with it is added to `problems`."""

    def __init__(self, path: Path, problems: Problems) -> None:
        document = Document(path, problems)
        self._root = document.root if path.exists() else Entry(document, (), {})
        self._rules = {str(rule.value.get("id")): rule for rule in self._root.items_under("rules")}
        self._decisions: dict[Difference, str] = {}
        for rule in self._rules.values():
            check_decision(rule)
        for entry in self._root.items_under("differences"):
            self._read(entry)
        self._report_unused_rules()

    def list_open(self, found: Iterable[Difference]) -> list[Difference]:
        """Return the differences without a decision."""
        return [difference for difference in found if difference not in self._decisions]

    def report_stale_decisions(self, found: Iterable[Difference]) -> None:
        """Note each decision on something in which the codings do not differ."""
        known = set(found)
        for entry in self._root.items_under("differences"):
            if _read_difference(entry) not in known:
                entry.problem(
                    "the codings do not differ here; remove the decision, or name the difference anew"
                )

    def tabulate(self, found: Iterable[Difference]) -> str:
        """Return a table of how many differences of each field are decided how."""
        counts = Counter((difference.field, self._decisions.get(difference, OPEN)) for difference in found)
        columns = (*DECISIONS, OPEN)
        rows = [
            (
                field,
                *(counts[field, column] for column in columns),
                sum(counts[field, column] for column in columns),
            )
            for field in dict.fromkeys(field for field, _ in counts)
        ]
        return format_table(("differences of", *columns, "in all"), rows, right=len(columns) + 1)

    def _read(self, entry: Entry) -> None:
        rule = entry.get("rule")
        if rule and rule.value not in self._rules:
            rule.problem(f"unknown rule {rule.value!r}; this file has {', '.join(self._rules) or 'none'}")
            return
        decision = check_decision(self._rules[rule.value] if rule else entry)
        if decision and self._decisions.setdefault(_read_difference(entry), decision) != decision:
            entry.problem("this difference is decided twice, and differently; keep one of the two")

    def _report_unused_rules(self) -> None:
        used = {entry.value.get("rule") for entry in self._root.items_under("differences")}
        for name in self._rules.keys() - used:
            self._rules[name].problem(f"no difference is decided by the rule {name!r}; use it or remove it")


def _read_difference(entry: Entry) -> Difference:
    written = {name: entry.value.get(name) for name in NAMES}
    values: Any = {key: tuple(value) if isinstance(value, list) else value for key, value in written.items()}
    return Difference(**values)
