"""The language of the articles: whether a database can check drafts in it, and the forms that it has.

What does not belong here: in which language a draft is (draft_faults.py).
"""

import sqlite3

from istanbul_talks.errors import TalksError
from istanbul_talks.text.language_forms import FORMS, gather_forms
from istanbul_talks.text.printed_numbers import Forms

NEEDED = (
    *("quotation_marks", "apostrophes", "negations", "cardinals", "months", "weekdays", "function_words"),
    *("reporting_words", "contrary_stems", "clause_breaks", "sentence_openers", "unnamed_speakers"),
    *("quoting_verbs", "verbs_with_addressee", "quoting_prepositions", "quoting_nouns", "agent_words"),
    *("passive_words", "beside_verbs", "prepositions", "pronouns", "possessive_pronouns", "determiners"),
    *("coordinators", "subordinators"),
)
"""The kinds of a language's forms without which quotations or speakers would be judged wrongly."""

KINDS = "SELECT DISTINCT kind FROM language_forms WHERE language = ?"


def require_language(db: sqlite3.Connection) -> None:
    """Raise TalksError unless all articles are in one language of which the database has what is needed."""
    found = [language for (language,) in db.execute("SELECT DISTINCT language FROM sources ORDER BY 1")]
    if not found:
        raise TalksError("this database has no articles; name another with --db")
    if len(found) > 1:
        raise TalksError(
            f"the articles of this database are in several languages ({', '.join(found)}); "
            "a draft is checked against articles in one"
        )
    known = {kind for (kind,) in db.execute(KINDS, found)}
    if missing := [kind.replace("_", " ") for kind in NEEDED if kind not in known]:
        what = ", ".join(missing) if known else "rules"
        raise TalksError(
            f"this database has no {what} for the language {found[0]} of its articles; "
            "build it anew, or install again"
        )


def load_forms(db: sqlite3.Connection) -> Forms:
    """Return the forms of the articles' language, which require_language wants to be one."""
    (language,) = db.execute("SELECT language FROM sources LIMIT 1").fetchone()
    return gather_forms(db.execute(FORMS, [language]))
