"""`talks compare` of these articles."""

import re

from fixtures.built_dataset import Dataset
from fixtures.site_client import make_client
from fixtures.talks_runner import read_rows, run_in_terminal, strip_styles


def test_two_articles_are_compared_by_questions_with_a_verdict(dataset: Dataset) -> None:
    """Catch rows that are not on both articles taken for a comparison, and a verdict that the cells belie."""
    pair = ("sham-dialogue", "invitation-rejected")
    rows = read_rows(dataset.database, "compare", *pair)
    assert {row["table"] for row in rows} - {"source_metadata"} == {"discrepancies", "demands", "claims"}
    judged = [row for row in rows if row["verdict"]]
    assert {row["verdict"] for row in judged} >= {"They differ", "They agree", "Only one tells"}
    for row in judged:
        assert (row["verdict"] == "Only one tells") == (not all(row[article] for article in pair))
        assert row["topic"]
    day = next(row for row in rows if row["id"] == "day-of-2025-talks")
    assert day["verdict"] == "They differ"


def test_two_articles_in_a_terminal_sum_what_one_alone_tells(dataset: Dataset) -> None:
    pair = ("sham-dialogue", "invitation-rejected")
    screen = strip_styles(run_in_terminal(dataset.database, "compare", *pair, columns=100))
    assert "◐ Only one tells " not in screen
    assert re.search(r"^Only sham-dialogue: .*Conduct of the talks \d+", screen, re.MULTILINE)
    assert "](" not in screen


def test_a_claim_told_at_a_distance_in_one_article_alone_differs(dataset: Dataset) -> None:
    """Catch “they agree” on what one article asserts and another only passes on with a distance."""
    rows = read_rows(dataset.database, "compare", "breakdown-2022")
    for row in rows:
        cells = [row[source] for source in SOURCES if row[source]]
        distant = [all(re.search(DISTANCE, said["voice"] or "") for said in cell) for cell in cells]
        if row["verdict"] == "They agree":
            assert len(set(distant)) == 1


DISTANCE = r"\(at a distance\)| rejects\)"
SOURCES = (
    "ceasefire-initiative",
    "invitation-rejected",
    "sham-dialogue",
    "total-capitulation",
    "what-prospects",
)


def test_the_page_of_two_articles_is_a_form_that_leads_to_it(dataset: Dataset) -> None:
    get_page = make_client(dataset.database)
    choices = get_page("/-/compare").text
    assert '<select name="article">' in choices
    assert '<select name="beside">' in choices
    page = get_page("/-/compare?article=sham-dialogue&beside=invitation-rejected").text
    assert "≠ They differ" in page
    assert page.count('<div class="answer">') > 50
    assert get_page("/-/compare?article=sham-dialogue&beside=nowhere").status_code == 404
