"""A network to JSON: NetworkX node-link (``graph.json``) and Cytoscape (``graph.cyjs``).

Guarantees: ``networkx.node_link_graph`` and ``networkx.cytoscape_graph`` read them back; one node or
edge a line; the same network gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from kg.graph.network import Network, Node, Scalar

__all__ = ["cytoscape", "node_link"]


def node_link(network: Network) -> bytes:
    """``graph.json``: the node-link form of NetworkX ≥ 3.6, whose edges stand under ``edges``."""
    nodes = ({"id": node.key, **node.attributes} for node in network.nodes)
    edges = (
        {"source": edge.source, "target": edge.target, "key": edge.key, **edge.attributes} for edge in network.edges
    )
    head = {"directed": True, "multigraph": True, "graph": {"name": "union-kg", "base": network.base}}
    start = msgspec.json.encode(head).removesuffix(b"}")
    return start + b',\n"nodes": [\n' + _lines(nodes) + b'\n],\n"edges": [\n' + _lines(edges) + b"\n]}\n"


def cytoscape(network: Network) -> bytes:
    """``graph.cyjs``: elements for Cytoscape and Cytoscape.js; ``name`` is the label to show."""
    nodes = ({"data": _cytoscape_node(node)} for node in network.nodes)
    edges = (
        {"data": {"id": edge.key, "source": edge.source, "target": edge.target, "key": edge.key, **edge.attributes}}
        for edge in network.edges
    )
    head = {"data": {"name": "union-kg", "base": network.base}, "directed": True, "multigraph": True}
    start = msgspec.json.encode(head).removesuffix(b"}")
    return start + b',\n"elements": {"nodes": [\n' + _lines(nodes) + b'\n],\n"edges": [\n' + _lines(edges) + b"\n]}}\n"


def _cytoscape_node(node: Node) -> dict[str, Scalar]:
    return {"id": node.key, "value": node.key, "name": node.attributes["label"], **node.attributes}


def _lines(records: Iterable[Mapping[str, object]]) -> bytes:
    return b",\n".join(map(msgspec.json.encode, records))
