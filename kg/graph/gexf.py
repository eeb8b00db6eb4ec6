"""A network to GEXF 1.3, the format of Gephi and Gephi Lite.

Guarantees: keeps the schema of GEXF 1.3; networkx reads it back with every attribute in its type; no date
of writing is noted, so the same network gives the same bytes. Edges have no id (networkx would make an
attribute of it); their key stands in the attribute that networkx takes it from, their relation is their
``kind``, so that Gephi keeps parallel edges apart. An attribute's id is its name, since graphology-gexf,
which Gephi Lite reads with, shows the id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kg.graph.escape import xml
from kg.graph.graphml import XML_TYPES, xml_scalar
from kg.graph.network import EDGE_ATTRIBUTES, LOOKS, NODE_ATTRIBUTES, Edge, Network, Node, Scalar

__all__ = ["gexf"]

_OWN_XML = ("label", "weight", *LOOKS)  # attributes that GEXF has a place of its own for
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
    "<meta><creator>union-kg</creator></meta>\n"
    '<graph defaultedgetype="directed" mode="static">\n'
)


def gexf(network: Network) -> str:
    """The whole document."""
    return "".join(_document(network))


def _document(network: Network) -> Iterator[str]:
    nodes = {name: kind for name, kind in NODE_ATTRIBUTES.items() if name not in _OWN_XML}
    edges = {name: kind for name, kind in EDGE_ATTRIBUTES.items() if name not in _OWN_XML} | {"networkx_key": str}
    yield _HEAD
    yield from _declared("node", nodes)
    yield from _declared("edge", edges)
    yield "<nodes>\n"
    for node in network.nodes:
        yield _node(node, nodes)
    yield "</nodes>\n<edges>\n"
    for edge in network.edges:
        yield _edge(edge, edges)
    yield "</edges>\n</graph>\n</gexf>\n"


def _node(node: Node, names: Collection[str]) -> str:
    label = xml_scalar(node.attributes["label"])
    inside = _values(names, node.attributes) + _look(node.attributes)
    return f'<node id="{xml(node.key)}" label="{label}">{inside}</node>\n'


def _edge(edge: Edge, names: Collection[str]) -> str:
    ends = f'source="{xml(edge.source)}" target="{xml(edge.target)}"'
    relation, weight = (xml_scalar(edge.attributes[name]) for name in ("relation", "weight"))
    label = xml_scalar(edge.attributes.get("title", "")) or relation
    values = _values(names, {**edge.attributes, "networkx_key": edge.key})
    return f'<edge {ends} label="{label}" weight="{weight}" kind="{relation}">{values}</edge>\n'


def _look(attributes: Mapping[str, Scalar]) -> str:
    """What GEXF's module ``viz`` says of a node that was given looks."""
    if "color" not in attributes:
        return ""
    red, green, blue = bytes.fromhex(str(attributes["color"]).removeprefix("#"))
    look = f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:size value="{attributes["size"]!r}"/>'
    if "x" not in attributes:
        return look
    return look + f'<viz:position x="{attributes["x"]}" y="{attributes["y"]}" z="0"/>'


def _declared(owner: str, types: Mapping[str, type]) -> Iterator[str]:
    yield f'<attributes class="{owner}">\n'
    for name, kind in types.items():
        yield f'<attribute id="{name}" title="{name}" type="{XML_TYPES[kind]}"/>\n'
    yield "</attributes>\n"


def _values(names: Collection[str], attributes: Mapping[str, Scalar]) -> str:
    given = "".join(
        f'<attvalue for="{name}" value="{xml_scalar(value)}"/>' for name, value in attributes.items() if name in names
    )
    return f"<attvalues>{given}</attvalues>"
