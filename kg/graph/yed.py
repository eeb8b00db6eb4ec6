"""A network to GraphML as yEd draws it: shapes with their places, sizes, colours and labels, arrows with widths.

Guarantees: every attribute of the network stands in the file too, under the names that `graphml` gives them;
networkx reads it back; the same network gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log2

from kg.graph.escape import xml
from kg.graph.graphml import graphml_document
from kg.graph.network import Edge, Network, Node, Scalar

__all__ = ["yed_files"]

_NAMESPACE = ' xmlns:y="http://www.yworks.com/xml/graphml"'
_KEYS = '<key id="y0" for="node" yfiles.type="nodegraphics"/>\n<key id="y1" for="edge" yfiles.type="edgegraphics"/>\n'
_LINE = "#b9b3a8"


def yed_files(network: Network) -> dict[str, bytes]:
    """The content of the one file, by its name."""
    text = graphml_document(network, namespace=_NAMESPACE, keys=_KEYS, node=_shape, edge=_arrow)
    return {"graph.graphml": text.encode()}


def _shape(node: Node) -> str:
    attributes = node.attributes
    size = float(attributes.get("size", 30.0))
    return (
        f'<data key="y0"><y:ShapeNode>{_geometry(attributes, size)}'
        f'<y:Fill color="{attributes.get("color", "#ffffff")}" transparent="false"/>'
        '<y:BorderStyle hasColor="false" type="line" width="1.0"/>'
        f'<y:NodeLabel modelName="sides" modelPosition="s" fontSize="11">{xml(str(attributes["label"]))}</y:NodeLabel>'
        '<y:Shape type="ellipse"/></y:ShapeNode></data>'
    )


def _geometry(attributes: Mapping[str, Scalar], size: float) -> str:
    """yEd's corner at the left top, where y grows downwards; without a place yEd is asked to lay out."""
    left, top = (
        round(where - size / 2, 1) for where in (float(attributes.get("x", 0)), -float(attributes.get("y", 0)))
    )
    return f'<y:Geometry x="{left}" y="{top}" width="{size}" height="{size}"/>'


def _arrow(edge: Edge) -> str:
    width = round(1 + log2(float(edge.attributes["weight"])), 1)
    style = "dashed" if edge.attributes["derived"] else "line"
    return (
        f'<data key="y1"><y:PolyLineEdge><y:LineStyle color="{_LINE}" type="{style}" width="{width}"/>'
        '<y:Arrows source="none" target="standard"/></y:PolyLineEdge></data>'
    )
