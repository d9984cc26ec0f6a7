"""Reads JSON as strictly as YAML is read, and finds the line of each value: JSON is YAML, but for escapes."""

import json
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

from pipeline.yaml_documents import Document
from pipeline.yaml_limits import TOO_DEEP, find_deepest

if TYPE_CHECKING:
    from pipeline.yaml_nodes import Composed

HALVES = re.compile(r"(?i)\\u(?=d[89a-f])[0-9a-f]{4}|\\/")
"""Escapes that JSON has and YAML has not: halves of a character, the slash."""


class JsonDocument(Document):
    """A JSON file, read on first use."""

    def _load(self, source: str) -> Any:
        if deepest := find_deepest(source):
            return self._refuse([(deepest, TOO_DEEP)])
        try:
            tree = json.loads(source, object_pairs_hook=self._gather, parse_constant=_refuse_constant)
        except RecursionError:
            return self._refuse([(1, TOO_DEEP)])
        except json.JSONDecodeError as error:
            if deepest := find_deepest(source, many=0):  # newer Pythons read on where older ones give up
                return self._refuse([(deepest, TOO_DEEP)])
            return self._refuse([(error.lineno, f"this is not JSON: {error.msg}")])
        except ValueError as error:
            return self._refuse([(1, f"this is not JSON: {error}")])
        return self._refuse([(1, "this is null; write an object")]) if tree is None else tree

    def _gather(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Return an object; note its keys that stand twice, which JSON allows and no program expects."""
        gathered = dict(pairs)
        if len(gathered) < len(pairs):
            self._refuse(self._composed.faults)
        return gathered

    @cached_property
    def _composed(self) -> "Composed":
        from pipeline.yaml_nodes import compose  # noqa: PLC0415  (slow to import, needed only for problems)

        return compose(HALVES.sub(lambda found: "_" * len(found[0]), self.source or ""))


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number; leave the key out")
