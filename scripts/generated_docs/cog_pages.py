"""Refreshes the generated parts of Markdown pages with cog.

A part is between the code that prints it and an end mark, each in a comment of one line:

    <!-- [[[cog from generated_docs.readme_parts import count_rows; cog.out(count_rows(database)) ]]] -->
    <!-- [[[end]]] -->

The code finds these names: `seeds`, `package` and `database`, the paths of what a part is made from, and
`figures`, what was measured just now. A part that takes long to measure stays as it is when there is nothing
new: `figures.get("ratios", cog.previous)`.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from cogapp import Cog
from cogapp.cogapp import CogError

from command_line.shared_options import DATABASE, PACKAGE, SEEDS


def refresh_pages(
    pages: Iterable[Path],
    figures: Mapping[str, str] | None = None,
    *,
    database: Path = DATABASE,
    check: bool = False,
) -> int:
    """Write the generated parts of the pages anew, or with `check` only print how they would change.

    Return the exit status: 0 the pages are up to date now, 1 one is out of date, or cannot be made.
    """
    cog = Cog()
    paths = {"seeds": SEEDS, "package": PACKAGE, "database": database}
    cog.options.defines = {**paths, "figures": dict(figures or {})}
    mode = ["--check", "--diff", "--check-fail-msg=run python scripts/docs.py"] if check else ["-r"]
    try:
        cog.callable_main(["cog", *mode, "--verbosity=0", *map(str, pages)])
    except CogError as error:
        print(_without_traceback(error), file=sys.stderr)
        return 1
    return 0


def _without_traceback(error: CogError) -> str:
    return "\n".join(line for line in str(error).splitlines() if not line.startswith("  "))
