"""The SQL that selects a topic and all narrower ones, at any depth."""

NARROWER_TOPICS = """
WITH RECURSIVE narrower (id) AS (
  SELECT {topic}
  UNION
  SELECT topics.id FROM topics JOIN narrower ON topics.broader_id = narrower.id
)
SELECT id FROM narrower
"""


def select_narrower(placeholder: str) -> str:
    """Return the SQL of the ids of a topic and all narrower ones; the placeholder is the topic's id."""
    return NARROWER_TOPICS.format(topic=placeholder)
