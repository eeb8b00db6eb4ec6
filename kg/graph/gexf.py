"""A network to GEXF 1.3, the format of Gephi.

Guarantees: networkx reads it back with every attribute in its type; no date of writing is noted, so
the same network gives the same bytes. Edges have no id (networkx would make an attribute of it); their
key stands in the attribute that networkx takes it from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.graph.escape import xml
from kg.graph.graphml import XML_TYPES, xml_scalar
from kg.graph.network import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Network, Scalar

__all__ = ["gexf"]

_OWN_XML = ("label", "weight")  # attributes that GEXF has a place of its own for
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
    "<meta><creator>union-kg</creator></meta>\n"
    '<graph defaultedgetype="directed" mode="static" name="union-kg">\n'
)


def gexf(network: Network) -> str:
    """The whole document."""
    return "".join(_document(network))


def _document(network: Network) -> Iterator[str]:
    nodes = {name: f"n{number}" for number, name in enumerate(NODE_ATTRIBUTES) if name not in _OWN_XML}
    edges = {name: f"e{number}" for number, name in enumerate(EDGE_ATTRIBUTES) if name not in _OWN_XML}
    yield _HEAD
    yield from _declared("node", nodes, NODE_ATTRIBUTES)
    yield from _declared("edge", {**edges, "networkx_key": "key"}, {**EDGE_ATTRIBUTES, "networkx_key": str})
    yield "<nodes>\n"
    for node in network.nodes:
        label = xml_scalar(node.attributes["label"])
        yield f'<node id="{xml(node.key)}" label="{label}">{_values(nodes, node.attributes)}</node>\n'
    yield "</nodes>\n<edges>\n"
    for edge in network.edges:
        ends = f'source="{xml(edge.source)}" target="{xml(edge.target)}"'
        weight = xml_scalar(edge.attributes["weight"])
        values = _values({**edges, "networkx_key": "key"}, {**edge.attributes, "networkx_key": edge.key})
        yield f'<edge {ends} weight="{weight}">{values}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(owner: str, ids: Mapping[str, str], types: Mapping[str, type]) -> Iterator[str]:
    yield f'<attributes class="{owner}" mode="static">\n'
    for name, identifier in ids.items():
        yield f'<attribute id="{identifier}" title="{name}" type="{XML_TYPES[types[name]]}"/>\n'
    yield "</attributes>\n"


def _values(ids: Mapping[str, str], attributes: Mapping[str, Scalar]) -> str:
    given = "".join(
        f'<attvalue for="{ids[name]}" value="{xml_scalar(value)}"/>'
        for name, value in attributes.items()
        if name in ids
    )
    return f"<attvalues>{given}</attvalues>"
