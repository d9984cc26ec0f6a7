"""Who holds which post, as each article prints it.

\b
Examples:
  talks roles --person PERSON
  talks roles --status former --columns person,post,source
"""

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import filter_by_record, filter_by_side, filter_by_value, filter_by_words

run = make_listing(
    "roles",
    person=filter_by_record("roles.person_id", "people", "Held by this person."),
    side=filter_by_side("roles.on_behalf_of_id", "Acting for"),
    organization=filter_by_side("roles.organization_id", "A post in"),
    source=filter_by_record("roles.source_id", "sources", "As printed in this article."),
    status=filter_by_value("roles.status", "Of this status"),
    about=filter_by_words("roles"),
)
