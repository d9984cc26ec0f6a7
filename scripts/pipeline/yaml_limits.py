"""What is looked for in YAML before it is trusted: values nested too deep, anchors, aliases and tags."""

import re

Fault = tuple[int, str]
"""A line, and what is wrong there."""

MAX_DEPTH = 100
"""How deep values may be nested; no coding needs ten."""

TOO_DEEP = f"values are nested more than {MAX_DEPTH} deep here, the most that is read; close the brackets"

MANY_BRACKETS = 10_000
"""From so many on their depth is measured before they are parsed, which takes time with its square."""

SUSPECT = re.compile(r"(?:^|[\[{,:?-])[ \t]*(?:[&*]\S|!)", re.MULTILINE)
"""What may begin an anchor, an alias or a tag, which a parser of YAML would obey without a word."""


def find_deepest(source: str, many: int = MANY_BRACKETS) -> int | None:
    """Return the line on which brackets are nested too deep, if there are so many."""
    depth = 0
    if source.count("[") + source.count("{") < many:
        return None
    for bracket in re.finditer(r"[\[\]{}]", source):
        depth = depth + 1 if bracket[0] in "[{" else max(depth - 1, 0)
        if depth > MAX_DEPTH:
            return source.count("\n", 0, bracket.start()) + 1
    return None
