"""A network to JSON: NetworkX node-link (``graph.json``) and Cytoscape (``graph.cyjs``).

Guarantees: ``networkx.node_link_graph`` and ``networkx.cytoscape_graph`` read them back; one node or
edge a line; the same network gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from kg.graph.network import Edge, Network, Node

__all__ = ["cytoscape", "node_link", "positions"]


class _Place(msgspec.Struct):
    id: str
    x: int | None = None
    y: int | None = None


class _Places(msgspec.Struct):
    nodes: list[_Place]


def node_link(network: Network) -> bytes:
    """``graph.json``: the node-link form of NetworkX ≥ 3.6, whose edges stand under ``edges``."""
    nodes = ({"id": node.key, **node.attributes} for node in network.nodes)
    edges = (
        {"source": edge.source, "target": edge.target, "key": edge.key, **edge.attributes} for edge in network.edges
    )
    head = {"directed": True, "multigraph": True, "graph": {"name": "union-kg", "base": network.base}}
    start = msgspec.json.encode(head).removesuffix(b"}")
    return start + b',\n"nodes": [\n' + _lines(nodes) + b'\n],\n"edges": [\n' + _lines(edges) + b"\n]}\n"


def positions(document: bytes) -> dict[str, tuple[int, int]]:
    """Where the nodes of a ``graph.json`` stand, by key; without those of which it does not say; ValueError
    where it is none."""
    nodes = msgspec.json.decode(document, type=_Places).nodes
    return {node.id: (node.x, node.y) for node in nodes if node.x is not None and node.y is not None}


def cytoscape(network: Network) -> bytes:
    """``graph.cyjs``: elements for Cytoscape and Cytoscape.js; ``name`` is the label to show."""
    nodes = map(_cytoscape_node, network.nodes)
    edges = map(_cytoscape_edge, network.edges)
    head = {"data": {"name": "union-kg", "base": network.base}, "directed": True, "multigraph": True}
    start = msgspec.json.encode(head).removesuffix(b"}")
    return start + b',\n"elements": {"nodes": [\n' + _lines(nodes) + b'\n],\n"edges": [\n' + _lines(edges) + b"\n]}}\n"


def _cytoscape_node(node: Node) -> dict[str, object]:
    element: dict[str, object] = {
        "data": {"id": node.key, "value": node.key, "name": node.attributes["label"], **node.attributes}
    }
    if "x" in node.attributes:  # where y grows downwards
        element["position"] = {"x": node.attributes["x"], "y": -int(node.attributes["y"])}
    return element


def _cytoscape_edge(edge: Edge) -> dict[str, object]:
    relation = edge.attributes["relation"]
    ends = {"id": edge.key, "source": edge.source, "target": edge.target, "key": edge.key, "interaction": relation}
    return {"data": {**ends, **edge.attributes}}


def _lines(records: Iterable[Mapping[str, object]]) -> bytes:
    return b",\n".join(map(msgspec.json.encode, records))
