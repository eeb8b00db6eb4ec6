"""GraphML, GEXF, JSON and CSV are read back as the network that was written."""

from __future__ import annotations

import csv
import json
import math
from io import BytesIO
from pathlib import Path

import igraph
import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.appearance import with_looks
from kg.graph.gexf import gexf
from kg.graph.graphml import graphml
from kg.graph.naming import Naming
from kg.graph.network import EDGE_ATTRIBUTES, LOOKS, NODE_ATTRIBUTES, from_networkx, network, to_networkx
from kg.graph.network_json import node_link
from kg.lexicon import Lexicon
from kg.model import Entity, EntityType, Knowledge
from tests.graph import sample

MultiDiGraph = networkx.MultiDiGraph


@pytest.fixture(scope="module")
def graph(knowledge: Knowledge, lexicon: Lexicon) -> MultiDiGraph[str]:
    return to_networkx(with_looks(network(knowledge, lexicon, Naming(lexicon.groups, lexicon.kinds))))


@pytest.fixture(scope="module")
def plain(lexicon: Lexicon) -> MultiDiGraph[str]:
    return to_networkx(with_looks(network(sample.knowledge(), lexicon, Naming(lexicon.groups, lexicon.kinds))))


def same(one: MultiDiGraph[str], other: networkx.Graph[str]) -> bool:
    return one.nodes == other.nodes and one.adj == MultiDiGraph(other).adj


def test_graphml_by_networkx(graph: MultiDiGraph[str], written: Path) -> None:
    read = networkx.read_graphml(written / "graph.graphml", force_multigraph=True)
    assert same(graph, read)
    assert read.graph["base"] == graph.graph["base"]


def without_gexfs_own(read: MultiDiGraph[str]) -> MultiDiGraph[str]:
    """What GEXF says in words of its own, back in those of the network."""
    for _, data in read.nodes(data=True):
        viz = data.pop("viz")
        red, green, blue, opacity = (viz["color"][channel] for channel in "rgba")
        assert opacity == 1.0
        assert viz["position"]["z"] == 0
        data |= {"color": f"#{red:02x}{green:02x}{blue:02x}", "size": viz["size"]}
        data |= {axis: viz["position"][axis] for axis in "xy"}
    for *_, data in read.edges(data=True):
        assert data.pop("label") == (data.get("title") or data["relation"])
    return read


def test_gexf_by_networkx(plain: MultiDiGraph[str], small: Path) -> None:
    read = networkx.read_gexf(small / "graph.gexf")
    assert isinstance(read, MultiDiGraph)
    assert same(plain, without_gexfs_own(read))


def test_gexf_nodes_and_ends_whatever_the_texts(graph: MultiDiGraph[str], written: Path) -> None:
    read = without_gexfs_own(MultiDiGraph(networkx.read_gexf(written / "graph.gexf")))
    assert graph.nodes == read.nodes
    assert sorted(graph.edges()) == sorted(read.edges())


def test_node_link_by_networkx(graph: MultiDiGraph[str], written: Path) -> None:
    read = networkx.node_link_graph(json.loads((written / "graph.json").read_text(encoding="utf-8")), edges="edges")
    assert same(graph, read)
    assert read.graph == graph.graph


def test_cytoscape_by_networkx(graph: MultiDiGraph[str], written: Path) -> None:
    document = json.loads((written / "graph.cyjs").read_text(encoding="utf-8"))
    read: MultiDiGraph[str] = MultiDiGraph(networkx.cytoscape_graph(document))
    assert set(read.edges(keys=True)) == set(graph.edges(keys=True))
    for key, data in graph.nodes(data=True):
        assert read.nodes[key] == {"id": key, "value": key, "name": data["label"], **data}
    ids = [element["data"]["id"] for part in document["elements"].values() for element in part]
    assert len(ids) == len(set(ids))


def test_graphml_by_igraph(graph: MultiDiGraph[str], written: Path) -> None:
    read = igraph.Graph.Read_GraphML(str(written / "graph.graphml"))
    assert read.is_directed()
    assert (read.vcount(), read.ecount()) == (len(graph), graph.number_of_edges())
    for vertex in read.vs:
        known = graph.nodes[vertex["id"]]
        for name, kind in NODE_ATTRIBUTES.items():
            if name in known:
                assert vertex[name] == known[name], name
            elif kind is str:
                assert vertex[name] == ""
    ends = sorted((read.vs[edge.source]["id"], edge["relation"], read.vs[edge.target]["id"]) for edge in read.es)
    assert ends == sorted((u, data["relation"], v) for u, v, data in graph.edges(data=True))
    assert all(math.isfinite(edge["weight"]) for edge in read.es)


def test_attributes_are_scalars_of_the_declared_types(graph: MultiDiGraph[str]) -> None:
    for _, data in graph.nodes(data=True):
        assert {"label", "type", "iri", "confidence", "evidenceCount", *LOOKS} <= data.keys()
        assert all(type(value) is NODE_ATTRIBUTES[name] for name, value in data.items())
    for _, _, data in graph.edges(data=True):
        assert {"relation", "derived", "weight"} <= data.keys()
        assert all(type(value) is EDGE_ATTRIBUTES[name] for name, value in data.items())


def test_derived_edges_sum_up_the_initiatives(plain: MultiDiGraph[str]) -> None:
    derived = {(u, v): data for u, v, data in plain.edges(data=True) if data["derived"]}
    assert set(derived) == {
        ("union/990102", "group/courier"),
        ("union/990102", "group/ff66"),
        ("union/9901", "group/ff66"),
    }
    assert derived["union/990102", "group/courier"] == {
        "relation": "reachesGroup",
        "derived": True,
        "weight": 2.0,
        "initiatives": "暖灯行动 | 送保温杯",
    }


def test_two_posts_in_one_organisation_are_two_edges(plain: MultiDiGraph[str]) -> None:
    posts = plain.get_edge_data("person/cc33", "union/990102")
    assert {data["title"] for data in posts.values()} == {"主席", "党组书记"}
    assert {data["relation"] for data in posts.values()} == {"holdsPost"}
    assert set(posts) == {"membership/5e5e", "membership/6f6f"}


def test_an_initiative_and_a_group_as_nodes(plain: MultiDiGraph[str]) -> None:
    node = plain.nodes["initiative/1a1a"]
    assert {name: value for name, value in node.items() if name not in LOOKS} == {
        "label": "暖灯行动",
        "type": "Initiative",
        "iri": "https://w3id.org/union-kg/id/initiative/1a1a",
        "altLabel": "松竹区总工会“暖灯行动”",
        "kind": "condolence",
        "kindLabel": "走访慰问",
        "named": True,
        "startDate": "2031-01-18",
        "confidence": 0.87,
        "evidenceCount": 2,
        "standing": "carried-out",
        "standingLabel": "已开展",
    }
    assert plain.nodes["group/new-form"]["labelEn"] == "workers in new forms of employment"
    assert plain.has_edge("group/courier", "group/new-form")


def test_an_edge_to_nothing_is_left_out(lexicon: Lexicon) -> None:
    lost = Entity("union/1", EntityType.UNION, "甲总工会", (), (), 1.0, parent="union/none")
    knowledge = Knowledge((), (), (lost,), (), ())
    graph = to_networkx(network(knowledge, lexicon, Naming(lexicon.groups, lexicon.kinds)))
    assert list(graph) == ["union/1"]
    assert graph.number_of_edges() == 0


def test_tables(small: Path) -> None:
    with (small / "edges.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    assert {edge["relation"] for edge in edges} == {
        "broader",
        "containedInPlace",
        "holdsPost",
        "jurisdiction",
        "location",
        "ofOrganization",
        "partner",
        "ranBy",
        "reachesGroup",
        "subOrganizationOf",
        "superEvent",
        "targets",
    }
    golden = Path(__file__).parent / "golden" / "nodes.csv"
    assert (small / "nodes.csv").read_text(encoding="utf-8") == golden.read_text(encoding="utf-8")


def test_no_cell_begins_a_formula(written: Path) -> None:
    for name in ("nodes.csv", "edges.csv"):
        with (written / name).open(encoding="utf-8", newline="") as file:
            assert not [cell for row in csv.reader(file) for cell in row if cell.startswith(("=", "+", "-", "@"))]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(st.characters(codec=None, exclude_categories=()), max_size=20), min_size=1, max_size=4))
def test_any_labels_survive_every_network_format(lexicon: Lexicon, labels: list[str]) -> None:
    things = tuple(
        Entity(f"union/{number}", EntityType.UNION, label, (label,), (), 0.5) for number, label in enumerate(labels)
    )
    written = network(Knowledge((), (), things, (), ()), lexicon, Naming(lexicon.groups, lexicon.kinds))
    graph = to_networkx(written)
    assert networkx.parse_graphml(graphml(written)).nodes == graph.nodes
    assert networkx.node_link_graph(json.loads(node_link(written)), edges="edges").nodes == graph.nodes
    assert networkx.read_gexf(BytesIO(gexf(written).encode())).nodes == graph.nodes
    assert from_networkx(graph) == written
