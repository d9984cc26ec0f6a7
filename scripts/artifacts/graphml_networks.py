"""Networks: who takes a stand on which topics, and who stands with or against whom, as GraphML.

What an edge means is said in scripts/sql/exports/. Actors of whom no stand is told are left out.
"""

from pathlib import Path

import networkx as nx

from artifacts.release_context import Edition

NODES = """
SELECT 'actors/' || id, name, kind FROM actors
UNION ALL
SELECT 'topics/' || id, name, '' FROM topics
"""


def write_actor_topics(edition: Edition, path: Path) -> None:
    """Write the two-mode network of actors and topics; ids carry their table, for one may be both."""
    graph = nx.Graph()
    for edge in edition.table("actor_topics"):
        ends = f"actors/{edge.pop('actor_id')}", f"topics/{edge.pop('topic_id')}"
        graph.add_edge(*ends, weight=edge["concepts"], **edge)
    _write(edition, graph, path)


def write_actor_actors(edition: Edition, path: Path) -> None:
    """Write the network of actors; an edge weighs the demands and claims they agree on less the others."""
    graph = nx.Graph()
    for edge in edition.table("actor_actors"):
        ends = f"actors/{edge.pop('actor_id')}", f"actors/{edge.pop('other_id')}"
        congruence, conflict = int(str(edge["congruence"])), int(str(edge["conflict"]))
        graph.add_edge(*ends, weight=congruence - conflict, **edge)
    _write(edition, graph, path)


def _write(edition: Edition, graph: "nx.Graph[str]", path: Path) -> None:
    for node, name, kind in edition.database.execute(NODES):
        if node in graph:
            table = node.partition("/")[0]
            graph.add_node(node, label=name, table=table, kind=kind)
    nx.write_graphml_xml(graph, path)
