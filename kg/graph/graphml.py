"""A network to GraphML.

Guarantees: networkx and igraph read it back with every attribute in its type; the same network gives
the same bytes. Edge ids are the edges' keys, which networkx takes as keys of its multigraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.graph.escape import xml
from kg.graph.network import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Edge, Network, Node, Scalar

__all__ = ["XML_TYPES", "graphml", "graphml_document", "xml_scalar"]

XML_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "long", float: "double"}
"""The names of the scalars' types, in GraphML as in GEXF."""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"{namespace}'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def _nothing(of: Node | Edge) -> str:
    return ""


def graphml(network: Network) -> str:
    """The whole document."""
    return graphml_document(network)


def graphml_document(
    network: Network,
    *,
    namespace: str = "",
    keys: str = "",
    node: Callable[[Node], str] = _nothing,
    edge: Callable[[Edge], str] = _nothing,
) -> str:
    """The whole document, with what a tool adds: a namespace, keys, and data of every node and edge."""
    parts = [_HEAD.replace("{namespace}", namespace), *_declared(), keys, *_graph(network, node, edge)]
    return "".join(parts)


def xml_scalar(value: Scalar) -> str:
    """A scalar as XML text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return xml(value) if isinstance(value, str) else repr(value)


_NODES = {name: f"n{number}" for number, name in enumerate(NODE_ATTRIBUTES)}
_EDGES = {name: f"e{number}" for number, name in enumerate(EDGE_ATTRIBUTES)}


def _declared() -> Iterator[str]:
    yield from _keys("node", _NODES, NODE_ATTRIBUTES)
    yield from _keys("edge", _EDGES, EDGE_ATTRIBUTES)
    yield '<key id="g0" for="graph" attr.name="name" attr.type="string"/>\n'
    yield '<key id="g1" for="graph" attr.name="base" attr.type="string"/>\n'


def _graph(network: Network, more: Callable[[Node], str], more_of: Callable[[Edge], str]) -> Iterator[str]:
    yield '<graph id="union-kg" edgedefault="directed">\n'
    yield f'<data key="g0">union-kg</data><data key="g1">{xml(network.base)}</data>\n'
    for node in network.nodes:
        yield f'<node id="{xml(node.key)}">{_data(_NODES, node.attributes)}{more(node)}</node>\n'
    for edge in network.edges:
        ends = f'id="{xml(edge.key)}" source="{xml(edge.source)}" target="{xml(edge.target)}"'
        yield f"<edge {ends}>{_data(_EDGES, edge.attributes)}{more_of(edge)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys(owner: str, ids: Mapping[str, str], types: Mapping[str, type]) -> Iterator[str]:
    for name, identifier in ids.items():
        yield f'<key id="{identifier}" for="{owner}" attr.name="{name}" attr.type="{XML_TYPES[types[name]]}"/>\n'


def _data(ids: Mapping[str, str], attributes: Mapping[str, Scalar]) -> str:
    return "".join(f'<data key="{ids[name]}">{xml_scalar(value)}</data>' for name, value in attributes.items())
