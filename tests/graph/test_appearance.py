"""How nodes look: colours of their types, sizes by degree, positions that every file tells alike."""

from __future__ import annotations

import json
import re
from itertools import combinations
from math import dist, sqrt
from pathlib import Path

import networkx
import pytest

from kg.graph import appearance
from kg.graph.appearance import colours, with_looks
from kg.graph.gexf import gexf
from kg.graph.graphml import graphml
from kg.graph.naming import Naming
from kg.graph.network import TYPES, Network, network
from kg.graph.network_json import cytoscape, node_link, positions
from kg.lexicon import Lexicon
from tests.graph import sample

COLOURS = {
    "Union": "#1f5fa8",
    "Initiative": "#b3480f",
    "WorkerGroup": "#1c7553",
    "Place": "#7d6415",
    "Person": "#7b4f92",
    "Organization": "#565f69",
}


@pytest.fixture(scope="module")
def bare(lexicon: Lexicon) -> Network:
    return network(sample.knowledge(), lexicon, Naming(lexicon.groups, lexicon.kinds))


@pytest.fixture(scope="module")
def net(bare: Network) -> Network:
    return with_looks(bare)


def test_a_colour_for_every_type() -> None:
    assert colours() == COLOURS
    assert set(colours()) == set(TYPES)


def test_the_explorer_has_the_same_colours(root: Path) -> None:
    styles = (root / "kg/explore/web/src/styles.css").read_text(encoding="utf-8")
    light = styles.split(":root {", 1)[1].split("}", 1)[0]
    variables = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", light))
    names = {"WorkerGroup": "group"}
    assert {kind: variables[names.get(kind, kind.lower())] for kind in TYPES} == colours()


def test_size_grows_with_what_the_graph_states(net: Network) -> None:
    """暖灯行动 has a union, a partner, a group and a place; 送保温杯 the same and it is a part of 暖灯行动."""
    sizes = {node.key: node.attributes["size"] for node in net.nodes}
    assert sizes["initiative/1a1a"] == round(8 + 5 * sqrt(5), 1)
    assert sizes["group/worker"] == round(8 + 5 * sqrt(2), 1)  # two narrower groups; nothing that is summed up
    assert min(sizes.values()) >= 8.0


def test_looks_change_nothing_else(bare: Network, net: Network) -> None:
    assert net.edges == bare.edges
    for before, after in zip(bare.nodes, net.nodes, strict=True):
        added = {name: value for name, value in after.attributes.items() if name not in before.attributes}
        assert set(added) == {"x", "y", "size", "color"}
        assert after.attributes == {**before.attributes, **added}


def test_dots_do_not_lie_on_one_another(net: Network) -> None:
    places = [(node.attributes["x"], node.attributes["y"]) for node in net.nodes]
    assert min(dist(one, other) for one, other in combinations(places, 2)) > 8


def test_every_file_tells_the_same_places(net: Network) -> None:
    expected = {node.key: (node.attributes["x"], node.attributes["y"]) for node in net.nodes}
    assert positions(node_link(net)) == expected
    elements = json.loads(cytoscape(net))["elements"]["nodes"]
    assert {each["data"]["id"]: (each["position"]["x"], -each["position"]["y"]) for each in elements} == expected
    read = networkx.parse_graphml(graphml(net), force_multigraph=True)
    assert {key: (data["x"], data["y"]) for key, data in read.nodes(data=True)} == expected


def test_too_many_nodes_are_not_laid_out(bare: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(appearance, "MOST", len(bare.nodes) - 1)
    large = with_looks(bare)
    assert all({"size", "color"} <= node.attributes.keys() for node in large.nodes)
    assert positions(node_link(large)) == {}
    assert "viz:position" not in gexf(large)
    assert "viz:color" in gexf(large)
    assert b'"position"' not in cytoscape(large)
