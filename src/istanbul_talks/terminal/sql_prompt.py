"""The interactive prompt of `talks sql`, with prompt_toolkit: history, colours, completion of names."""

import sqlite3
import sys
from collections.abc import Callable

from istanbul_talks.errors import TalksError
from istanbul_talks.terminal.optional_packages import import_optional
from istanbul_talks.text.safe_output import get_unfiltered

NAMES_QUERY = """
SELECT name FROM contract_tables
UNION
SELECT info.name FROM contract_tables JOIN pragma_table_info(contract_tables.name) AS info
"""

KEYWORDS = (
    *("SELECT", "DISTINCT", "FROM", "JOIN", "LEFT JOIN", "USING", "WHERE", "AND", "OR", "NOT", "IN", "LIKE"),
    *("IS NULL", "GROUP BY", "HAVING", "ORDER BY", "LIMIT", "WITH", "UNION", "CASE", "WHEN", "THEN", "END"),
)

GREETING = "One SQL statement a line; Tab completes, Ctrl-D ends. `talks schema` lists the tables."


def run_prompt(db: sqlite3.Connection, answer: Callable[[str], None]) -> None:
    """Answer each line that the user types, until the end of input; an error does not end the prompt."""
    read_line = _make_line_reader(db)
    print(GREETING)
    while True:
        try:
            line = read_line()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if line.strip():
            _answer_line(line, answer)


def _answer_line(line: str, answer: Callable[[str], None]) -> None:
    """Answer a line, or print what is wrong with it."""
    try:
        answer(line)
    except TalksError as error:
        print(f"talks: {error}", file=sys.stderr)


def _make_line_reader(db: sqlite3.Connection) -> Callable[[], str]:
    """Return a function that reads a line, with completion of keywords and names of the database."""
    prompt_toolkit = import_optional("prompt_toolkit", "prompt", "the prompt of `talks sql`")
    completion = import_optional("prompt_toolkit.completion", "prompt", "the prompt of `talks sql`")
    lexers = import_optional("prompt_toolkit.lexers", "prompt", "the prompt of `talks sql`")
    output = import_optional("prompt_toolkit.output", "prompt", "the prompt of `talks sql`")
    sql_lexer = import_optional("pygments.lexers.sql", "prompt", "the prompt of `talks sql`")
    words = [*KEYWORDS, *(name for (name,) in db.execute(NAMES_QUERY))]
    session = prompt_toolkit.PromptSession(
        output=output.create_output(stdout=get_unfiltered(sys.stdout)),
        completer=completion.WordCompleter(words, ignore_case=True),
        lexer=lexers.PygmentsLexer(sql_lexer.SqlLexer),
    )
    return lambda: str(session.prompt("talks> "))
