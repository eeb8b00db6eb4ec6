"""yEd's GraphML: shapes as the looks say, and every attribute still there for those who read GraphML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import igraph
import networkx
import pytest

from kg.graph.appearance import with_looks
from kg.graph.naming import Naming
from kg.graph.network import LOOKS, Network, network, to_networkx
from kg.graph.yed import yed_files
from kg.lexicon import Lexicon
from kg.model import Knowledge

G, Y = "{http://graphml.graphdrawing.org/xmlns}", "{http://www.yworks.com/xml/graphml}"


@pytest.fixture(scope="module")
def net(knowledge: Knowledge, lexicon: Lexicon) -> Network:
    return with_looks(network(knowledge, lexicon, Naming(lexicon.groups, lexicon.kinds)))


@pytest.fixture(scope="module")
def text(net: Network) -> str:
    return yed_files(net)["graph.graphml"].decode()


def attribute(shape: ElementTree.Element, part: str, name: str) -> str:
    found = shape.find(Y + part)
    assert found is not None
    return found.get(name, "")


def test_shapes_are_drawn_as_the_looks_say(net: Network, text: str) -> None:
    nodes = list(ElementTree.fromstring(text).iter(G + "node"))
    for node, element in zip(net.nodes, nodes, strict=True):
        (shape,) = element.iter(Y + "ShapeNode")
        left, top, width, height = (float(attribute(shape, "Geometry", name)) for name in ("x", "y", "width", "height"))
        assert width == height == node.attributes["size"]
        assert (left + width / 2, -top - height / 2) == pytest.approx(
            (node.attributes["x"], node.attributes["y"]), abs=0.11
        )
        assert attribute(shape, "Fill", "color") == node.attributes["color"]
        assert (shape.findtext(Y + "NodeLabel") or "") == node.attributes["label"]


def test_arrows_widen_with_weight(net: Network, text: str) -> None:
    edges = list(ElementTree.fromstring(text).iter(G + "edge"))
    for edge, element in zip(net.edges, edges, strict=True):
        (arrow,) = element.iter(Y + "PolyLineEdge")
        doubled = {1.0: "1.0", 2.0: "2.0", 4.0: "3.0"}
        assert attribute(arrow, "LineStyle", "width") == doubled[float(edge.attributes["weight"])]
        assert attribute(arrow, "LineStyle", "type") == ("dashed" if edge.attributes["derived"] else "line")


def test_networkx_reads_every_attribute(net: Network, text: str) -> None:
    read = networkx.parse_graphml(text, force_multigraph=True)
    plain = to_networkx(net)
    for key, data in plain.nodes(data=True):
        found = read.nodes[key]
        assert {name: found[name] for name in data if name not in LOOKS} == {
            name: value for name, value in data.items() if name not in LOOKS
        }
    assert plain.adj == networkx.MultiDiGraph(read).adj


def test_igraph_reads_nodes_and_edges(net: Network, text: str, tmp_path: Path) -> None:
    (tmp_path / "graph.graphml").write_text(text, encoding="utf-8")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    assert read.vs["label"] == [node.attributes["label"] for node in net.nodes]
    assert read.es["relation"] == [edge.attributes["relation"] for edge in net.edges]
