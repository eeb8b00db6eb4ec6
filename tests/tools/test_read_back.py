"""What the libraries behind Gephi Lite and Cytoscape read out of the files is what the graph says."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.graph.network import Network
from tests.tools.conftest import Read


@pytest.fixture(scope="module")
def net(seed_graph: Path) -> Network:
    return kg.load(seed_graph).network


def rgb(colour: object) -> str:
    red, green, blue = bytes.fromhex(str(colour)[1:])
    return f"rgb({red},{green},{blue})"


def test_graphology_reads_gexf(net: Network, seed_graph: Path, read_by_node: Read) -> None:
    read = read_by_node("gexf.mjs", seed_graph / "graph.gexf")
    assert read["directed"] is True
    assert read["nodes"] == [
        {"key": node.key, **node.attributes, "color": rgb(node.attributes["color"]), "z": 0} for node in net.nodes
    ]

    def ends(edge: dict[str, str]) -> tuple[str, ...]:
        return edge["source"], edge["target"], edge["networkx_key"]

    expected = [
        {
            "source": edge.source,
            "target": edge.target,
            "networkx_key": edge.key,
            **edge.attributes,
            "label": edge.attributes.get("title") or edge.attributes["relation"],
            "kind": edge.attributes["relation"],
        }
        for edge in net.edges
    ]
    assert sorted(read["edges"], key=ends) == sorted(expected, key=ends)


def test_cytoscape_reads_cyjs(net: Network, seed_graph: Path, read_by_node: Read) -> None:
    read = read_by_node("cyjs.mjs", seed_graph / "graph.cyjs")
    assert read["nodes"] == [
        {
            "key": node.key,
            "x": node.attributes["x"],
            "y": -int(node.attributes["y"]),
            "label": node.attributes["label"],
            "color": rgb(node.attributes["color"]),
            "size": node.attributes["size"],
            "type": node.attributes["type"],
        }
        for node in net.nodes
    ]
    assert read["edges"] == [
        {
            "source": edge.source,
            "target": edge.target,
            "label": edge.attributes["relation"],
            "width": edge.attributes["weight"],
        }
        for edge in net.edges
    ]


def test_the_lock_names_no_registry() -> None:
    text = (Path(__file__).parent / "node" / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity": "sha512-' in text
    assert "resolved" not in text
    assert "://" not in "".join(line for line in text.splitlines() if '"url"' not in line)
