"""Who says that who says it: the attributions behind a demand or claim, one tree for each article."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import NamedTuple

LINKS = """
WITH RECURSIVE links (id) AS (
  SELECT attribution_id FROM statements WHERE :id IN (demand_id, claim_id)
  UNION
  SELECT attributions.parent_id FROM attributions JOIN links USING (id)
  WHERE attributions.parent_id IS NOT NULL
)
SELECT
  attributions.id,
  attributions.parent_id,
  attributions.source_id,
  attributions.holder_id,
  actors.name,
  nullif(attributions.holder_text, actors.name),
  cues.exact,
  attributions.said_edtf,
  attributions.distance
FROM links
JOIN attributions USING (id)
JOIN actors ON actors.id = attributions.holder_id
LEFT JOIN quotes AS cues ON cues.id = attributions.cue_quote_id
JOIN attribution_chains ON attribution_chains.attribution_id = attributions.id
ORDER BY attributions.source_id, attribution_chains.depth, cues.start_char, attributions.id
"""

SAID = """
SELECT statements.attribution_id, statements.stance, statements.certainty, quotes.exact, quotes.id
FROM statements JOIN quotes ON quotes.id = statements.quote_id
WHERE :id IN (statements.demand_id, statements.claim_id)
ORDER BY quotes.start_char, quotes.end_char
"""


class Said(NamedTuple):
    """A statement: the stand taken, how sure, and the words."""

    stance: str
    certainty: str
    words: str
    quote_id: str


@dataclass
class Voice:
    """A speaker with what is said, and with the speakers whose words this one passes on.

    `printed` is the speaker as printed, where that differs from the name; `cue` the reporting words; `said`
    an EDTF date; `distance` how the speaker who passes it on stands to it.
    """

    source_id: str
    holder_id: str
    holder: str
    printed: str | None
    cue: str | None
    said: str | None
    distance: str
    statements: list[Said] = field(default_factory=list)
    inner: list[Voice] = field(default_factory=list)


def roots(db: sqlite3.Connection, record_id: str) -> list[Voice]:
    """Return the author of each article that tells of a demand or claim, with all the voices within."""
    voices: dict[str, Voice] = {}
    outermost: list[Voice] = []
    for attribution_id, parent_id, *known in db.execute(LINKS, {"id": record_id}):
        voices[attribution_id] = Voice(*known)
        (voices[parent_id].inner if parent_id else outermost).append(voices[attribution_id])
    for attribution_id, *said in db.execute(SAID, {"id": record_id}):
        voices[attribution_id].statements.append(Said(*said))
    return outermost
