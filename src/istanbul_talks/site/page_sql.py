"""The SQL files that only the site's pages ask: sql/<module>/<name>.sql, beside the module that asks them."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "sql"


@cache
def read_page_sql(name: str) -> str:
    """Return the SQL of a file, named by its path below sql/ without the ending."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
