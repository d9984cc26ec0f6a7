"""Who holds which post, as each article prints it.

\b
Examples:
  talks roles --person PERSON
  talks roles --status former --columns person,post,source
"""

from istanbul_talks.cli.command_factory import listing
from istanbul_talks.cli.filters import about, below, one_of, same

run = listing(
    "roles",
    person=same("roles.person_id", "people", "Held by this person."),
    side=below("roles.on_behalf_of_id", "Acting for"),
    organization=below("roles.organization_id", "A post in"),
    source=same("roles.source_id", "sources", "As printed in this article."),
    in_=one_of("roles.context", "In this capacity"),
    status=one_of("roles.status", "Of this status"),
    about=about("roles"),
)
