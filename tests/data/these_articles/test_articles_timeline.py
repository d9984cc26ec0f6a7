"""The timeline of these articles."""

import re
import sqlite3

from fixtures.built_dataset import Dataset
from fixtures.site_client import make_client
from istanbul_talks.site.timeline import (
    load_timeline,
)


def test_an_event_is_in_the_column_of_who_alone_acts_in_it(connection: sqlite3.Connection) -> None:
    """Catch an event that stands with the side which is only addressed, invited or absent."""
    shown = load_timeline(connection)
    assert shown is not None
    roots = dict(
        connection.execute(
            "SELECT actor_tree.actor_id, actors.name FROM actor_tree"
            " JOIN actors ON actors.id = ancestor_id AND part_of_id IS NULL"
        )
    )
    checked = 0
    for section in shown.sections:
        for place, event in [
            (i, event) for row in section.rows for i, of in enumerate(row.columns) for event in of
        ]:
            acting = {
                roots[actor]
                for actor, part in connection.execute(
                    "SELECT actor_id, part FROM participants WHERE event_id = ?", [event.id]
                )
                if part in ("speaker", "decider", "agent", "proposer")
            }
            if len(acting) == 1 and place != 1:
                assert acting == {shown.sides[place // 2]}, event.id
                checked += 1
    assert checked > 10


def test_the_page_keeps_what_is_asked_for(dataset: Dataset) -> None:
    get_page = make_client(dataset.database)
    ((actor, with_actor),) = dataset.query(
        "SELECT actor_id, count(DISTINCT event_id) FROM participants JOIN people ON people.id = actor_id"
        " GROUP BY 1 ORDER BY 2 DESC LIMIT 1"
    )
    ((topic, on_topic),) = dataset.query(
        "SELECT topic_id, count(*) FROM topic_records WHERE table_name = 'events'"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"
    )
    shown = [
        set(re.findall(r'<li class="\w+(?: vague)?">\s*(?:<span>)?<a href="/-/record/([^"]+)"', page.text))
        for page in (
            get_page(f"/-/timeline?{asked}")
            for asked in (f"by={actor}", f"topic={topic}", f"by={actor}&topic={topic}", "by=&topic=")
        )
    ]
    assert len(shown[0]) >= int(str(with_actor))
    assert len(shown[1]) == on_topic
    assert shown[2] == shown[0] & shown[1]
    assert len(shown[3]) == len(dataset.query("SELECT id FROM events"))
    assert get_page("/-/timeline?by=nobody").status_code == 404
