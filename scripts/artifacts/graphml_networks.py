"""Networks as GraphML: which actors take a stand on which topics, and who agrees or differs with whom.

What an edge means is written in scripts/sql/exports/. Actors without a coded stand are left out.
"""

from pathlib import Path

import networkx as nx

from artifacts.release_context import ReleaseContext

_NODES = """
SELECT 'actors/' || id, name, kind FROM actors
UNION ALL
SELECT 'topics/' || id, name, '' FROM topics
"""


def write_actor_topics(context: ReleaseContext, path: Path) -> None:
    """Write the two-mode network of actors and topics; ids carry their table, since tables share ids."""
    graph = nx.Graph()
    for edge in context.select_all("actor_topics"):
        ends = f"actors/{edge.pop('actor_id')}", f"topics/{edge.pop('topic_id')}"
        graph.add_edge(*ends, weight=edge["concepts"], **edge)
    _write_graph(context, graph, path)


def write_actor_actors(context: ReleaseContext, path: Path) -> None:
    """Write the network of actors; weight: demands and claims agreed on less those disputed."""
    graph = nx.Graph()
    for edge in context.select_all("actor_actors"):
        ends = f"actors/{edge.pop('actor_id')}", f"actors/{edge.pop('other_id')}"
        congruence, conflict = int(str(edge["congruence"])), int(str(edge["conflict"]))
        graph.add_edge(*ends, weight=congruence - conflict, **edge)
    _write_graph(context, graph, path)


def _write_graph(context: ReleaseContext, graph: "nx.Graph[str]", path: Path) -> None:
    for node, name, kind in context.database.execute(_NODES):
        if node in graph:
            table = node.partition("/")[0]
            graph.add_node(node, label=name, table=table, kind=kind)
    nx.write_graphml_xml(graph, path)
