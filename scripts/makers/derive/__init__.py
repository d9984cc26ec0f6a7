"""Derive: from seeds to the rows of every table.

One module for each group of tables; each reads entries of the codings and registers and adds rows. The order
matters only in that articles come first (they give the sentences) and coverage last (it needs all spans).
"""

from makers.contract import Contract
from makers.derive.actors import derive_actors
from makers.derive.articles import Source, derive_article, derive_coverage
from makers.derive.discrepancies import derive_discrepancies
from makers.derive.events import derive_event_entries, derive_events
from makers.derive.history import derive_history
from makers.derive.registers import derive_registers
from makers.derive.roles import derive_roles
from makers.derive.statements import derive_statements
from makers.seeds import Seeds
from makers.tables import Rows, Tables


def derive(seeds: Seeds, contract: Contract) -> Rows:
    """Return all rows; what cannot be derived is added to the problems of the documents it stands in."""
    tables = Tables(contract)
    sources = {article.id: Source(article, tables) for article in seeds.articles}
    for source in sources.values():
        derive_article(source)
        derive_roles(source)
        derive_event_entries(source)
        derive_statements(source)
    derive_registers(seeds, tables)
    derive_events(seeds, tables)
    derive_actors(seeds, sources, tables)
    derive_discrepancies(seeds, sources, tables)
    for source in sources.values():
        derive_coverage(source)
    derive_history(seeds, tables)
    seeds.ids.complain_of_unused(("actors", "topics", "events", "demands", "claims"))
    return tables.finished()
