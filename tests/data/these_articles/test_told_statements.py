"""Tests of how the statements of these articles are told: their own verb, whom they ask, and no more."""

import sqlite3

import pytest

TOLD = {
    "all of whom only support it": (
        "total-capitulation",
        "ceasefire-before-peace-talks",
        "Europe “support”: ",
    ),
    "stated efforts": ("invitation-rejected", "ceasefire-before-peace-talks", "Europe “efforts”: "),
    "urged": ("what-prospects", "ceasefire-30-days", "Ukraine “urged” (→ Russia): "),
    "a prospect is held out": (
        "ceasefire-initiative",
        "putin-zelensky-summit",
        "Kremlin “holds out the possibility”: ",
    ),
    "the condition": (
        "ceasefire-initiative",
        "acceptable-ceasefire-proposals-first",
        "Kremlin “contingent on”: ",
    ),
    "old preconditions": ("ceasefire-initiative", "old-ceasefire-preconditions", "Kremlin “countered”: "),
    "a need": ("sham-dialogue", "trump-putin-meeting", "Donald Trump “statements about the need”: "),
    "nobody is asked": ("what-prospects", "take-account-of-2022-outcomes", "Yury Ushakov demands: "),
    "a ban is no verb of what is banned": (
        "invitation-rejected",
        "protocols-no-foreign-trainers",
        "Istanbul protocols draft agreement demands of Ukraine: ",
    ),
    "only suggested": (
        "sham-dialogue",
        "recognise-crimea",
        "Russia “has not retreated from” (as probable): ",
    ),
    "what one drops is its own": (
        "sham-dialogue",
        "ceasefire-30-days",
        "Ukraine drops: Agree to a ceasefire of 30 days.",
    ),
    "a headline without a day": (
        "what-prospects",
        "resume-direct-talks",
        "Kremlin “Reiterates”: Resume direct talks in Istanbul.",
    ),
}


@pytest.mark.parametrize(("source", "demand", "beginning"), TOLD.values(), ids=TOLD)
def test_a_demand_is_told_in_the_article_s_own_words(
    connection: sqlite3.Connection, source: str, demand: str, beginning: str
) -> None:
    """Catch the verb of a kind, an addressee or a day where the article has another or none."""
    told = connection.execute(
        "SELECT sentence FROM statements WHERE source_id = ? AND demand_id = ?", (source, demand)
    ).fetchall()
    assert any(sentence.startswith(beginning) for (sentence,) in told), told


def test_whom_a_demand_asks_is_told_only_where_the_words_name_him(connection: sqlite3.Connection) -> None:
    """Catch an addressee before the colon where the article nowhere names him as asked for this demand."""
    assert not connection.execute("""
        SELECT statements.sentence
        FROM statements
        JOIN demands ON demands.id = statements.demand_id
        JOIN actors ON actors.id = demands.addressee_id
        WHERE (statements.sentence LIKE '%→ ' || actors.name || '):%'
            OR statements.sentence LIKE '% of ' || actors.name || ':%')
          AND NOT EXISTS (
            SELECT 1 FROM statements AS made JOIN attributions ON attributions.id = made.attribution_id
            WHERE made.demand_id = demands.id AND made.source_id = statements.source_id
              AND attributions.addressee_id = demands.addressee_id
          )
    """).fetchall()


def test_a_demand_that_only_another_implies_is_not_dropped(connection: sqlite3.Connection) -> None:
    """Catch Ukraine told to have dropped guarantees where the article says “another key demand”."""
    dropped = connection.execute("SELECT demand_id FROM statements WHERE stance = 'drops'").fetchall()
    assert dropped == [("ceasefire-30-days",)]


def test_the_article_s_word_of_denial_is_no_object_of_ours(connection: sqlite3.Connection) -> None:
    """Catch “denies “dismissed”: …”, which reads as if the word were what is denied."""
    (told,) = connection.execute(
        "SELECT sentence FROM statements WHERE stance = 'denies' AND sentence LIKE '%dismissed%'"
    ).fetchone()
    assert told.startswith("Volodymyr Zelensky denies (“dismissed”): Ukrainian officials were reluctant")
