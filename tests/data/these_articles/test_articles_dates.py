"""These articles have dates by which the tests of dates can fail."""

import re
import sqlite3
from collections import defaultdict

from fixtures.telling_articles import TellingArticles, find_foreign_dates
from istanbul_talks.database import named_queries

TIED_RECORDS = """
SELECT 'participants', participants.id, participants.event_id, quotes.source_id
FROM participants
JOIN participant_quotes ON participant_id = participants.id
JOIN quotes ON quotes.id = quote_id
UNION
SELECT 'demands', demands.id, event_id, source_id FROM demands JOIN statements ON demand_id = demands.id
UNION
SELECT 'claims', claims.id, event_id, source_id FROM claims JOIN statements ON claim_id = claims.id
"""


def test_a_settled_date_beside_each_article_would_be_found(
    connection: sqlite3.Connection, telling: TellingArticles
) -> None:
    """Catch a test that cannot fail: the dataset's date of an event beside whoever tells of the event."""
    beside = "FROM event_quotes JOIN events ON events.id = event_id JOIN quotes ON quotes.id = quote_id"
    names, rows = named_queries.read_result(connection.execute(f"SELECT events.id, edtf, source_id {beside}"))
    assert len(find_foreign_dates(telling, names, iter(rows))) > 10


def test_a_record_has_the_dates_of_its_own_articles(
    connection: sqlite3.Connection, telling: TellingArticles
) -> None:
    """Catch a date that is neither that of the record's own articles nor marked as another's."""
    own: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for *record, source in connection.execute(TIED_RECORDS):
        own[tuple(record)].add(source)
    by_article = re.compile(rf"(.+?) by ({'|'.join(map(re.escape, telling.labels.values()))})(?:; |$)")
    dated = connection.execute("SELECT table_name, row_id, event_id, date FROM record_dates").fetchall()
    assert len(dated) > 100
    for *record, date in dated:
        told = {source: telling.of_source[source].get(record[2], set()) for source in own[tuple(record)]}
        giving = {telling.labels[source]: forms for source, forms in told.items() if forms}
        if date.startswith("dated by "):
            assert not giving, (record, date)
        elif named := by_article.findall(date):
            assert {label for _, label in named} == giving.keys(), (record, date)
            assert all(words in giving[label] for words, label in named), (record, date)
        else:
            assert giving, (record, date)
            assert all(date in forms for forms in giving.values()), (record, date)


def test_what_people_read_has_no_other_dates(connection: sqlite3.Connection) -> None:
    """Catch a record that prints another date after the name of an event than its own articles'."""
    dates: dict[str, set[str]] = defaultdict(set)
    for row_id, name, date, actor in connection.execute("""
      SELECT record_dates.row_id, events.name, record_dates.date, participants.actor_id
      FROM record_dates
      JOIN events ON events.id = record_dates.event_id
      LEFT JOIN participants ON table_name = 'participants' AND participants.id = record_dates.row_id
    """):
        dates[row_id].add(f"{name} ({date})")
        dates[str(actor)].add(f"{name} ({date})")
    names = "|".join(re.escape(name) for (name,) in connection.execute("SELECT name FROM events"))
    dated_event = re.compile(rf"(?:^|[:,] )((?:{names}) \(.*\))(?:, |$)", re.MULTILINE)
    texts = connection.execute(
        "SELECT row_id, text FROM records WHERE table_name NOT IN ('events', 'statements')"
    ).fetchall()
    found = {(row_id, line) for row_id, text in texts for line in dated_event.findall(text)}
    assert len(found) > 200
    assert [(row_id, line) for row_id, line in found if line not in dates[row_id]] == []


def test_a_label_has_a_date_only_if_every_article_gives_it(
    connection: sqlite3.Connection, telling: TellingArticles
) -> None:
    """Catch a label, which stands beside any article's words, with a date that the article does not give."""
    told = """
      SELECT DISTINCT events.id, events.name, records.label, source_id
      FROM event_quotes
      JOIN quotes ON quotes.id = quote_id
      JOIN events ON events.id = event_id
      JOIN records ON table_name = 'events' AND row_id = events.id
    """
    found = [
        (event, date, source)
        for event, name, label, source in connection.execute(told)
        if (date := re.split(r"(?:, |^)alleged by ", label.removesuffix(name))[0].removesuffix(": "))
    ]
    assert len(found) > 40
    assert [item for item in found if item[1] not in telling.of_source[item[2]].get(item[0], set())] == []
