"""Networks made from answers, checked edge by edge against the graph written by hand."""

from __future__ import annotations

import networkx
import pytest

import kg
from kg.errors import QueryError
from kg.query.projection import ROLES
from kg.query.rows import Rows
from tests.query.expected_answers import BAMBOO, CITY, CUPS, LAMP, NIGHT, NODES, PLUM, READING, SKILLS

C, B, P = "union/9901", "union/990102", "union/990103"


def edges(graph: networkx.Graph) -> dict[frozenset[str], tuple[int, tuple[str, ...]]]:
    return {frozenset((one, other)): (edge["weight"], edge["labels"]) for one, other, edge in graph.edges(data=True)}


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (
            ("union", "group"),
            {
                (C, "group/ff66"): (1, (READING,)),
                (C, "group/new-employment-worker"): (1, (SKILLS,)),
                (B, "group/courier"): (2, (LAMP, CUPS)),
                (B, "group/ff66"): (1, (READING,)),
                (P, "group/courier"): (1, (NIGHT,)),
                (P, "group/ff66"): (1, (NIGHT,)),
            },
        ),
        (("union", "union"), {(C, B): (1, (READING,))}),
        (("union", "partner"), {(B, "organization/bb22"): (1, (LAMP,)), (P, B): (1, (NIGHT,))}),
        (
            ("union", "place"),
            {
                (C, "place/9901"): (1, (SKILLS,)),
                (B, "place/ab12"): (1, (LAMP,)),
                (B, "place/990102"): (1, (CUPS,)),
                (P, "place/990103"): (1, (NIGHT,)),
            },
        ),
        (("group", "group"), {("group/courier", "group/ff66"): (1, (NIGHT,))}),
    ],
)
def test_edges(roles: tuple[str, str], expected: dict[tuple[str, str], object], by_hand: kg.Graph) -> None:
    found = by_hand.project(*roles)
    assert edges(found) == {frozenset(pair): value for pair, value in expected.items()}
    assert edges(by_hand.project(*reversed(roles))) == edges(found)


def test_nodes_have_labels_and_roles(by_hand: kg.Graph) -> None:
    network = by_hand.project("union", "partner")
    assert dict(network.nodes(data=True)) == {
        C: {"label": CITY, "roles": ("union",)},
        B: {"label": BAMBOO, "roles": ("union", "partner")},
        P: {"label": PLUM, "roles": ("union",)},
        "organization/bb22": {"label": "青石快运公司", "roles": ("partner",)},
    }
    assert networkx.number_connected_components(network) == 2, "a union without a partner is there, alone"


def test_edges_carry_the_keys_of_their_initiatives(by_hand: kg.Graph) -> None:
    for role in ROLES:
        for _, _, edge in by_hand.project("union", role).edges(data=True):
            assert edge["weight"] == len(edge["initiatives"]) == len(set(edge["initiatives"]))
            assert [NODES[label].removeprefix(by_hand.base) for label in edge["labels"]] == list(edge["initiatives"])


def test_of_a_part(by_hand: kg.Graph) -> None:
    network = by_hand.subgraph(group="摆渡工", since="2031").project("union", "group")
    assert edges(network) == {
        frozenset((P, "group/courier")): (1, (NIGHT,)),
        frozenset((P, "group/ff66")): (1, (NIGHT,)),
    }


def test_no_role(by_hand: kg.Graph) -> None:
    with pytest.raises(QueryError, match="'person' is no role; project between two of union, partner"):
        by_hand.project("union", "person")


def test_rows_as_edges(by_hand: kg.Graph) -> None:
    network = by_hand.ask("what-unions-did-for-groups", union=BAMBOO).to_networkx()
    found = [(one, other, edge["initiative"]) for one, other, edge in network.edges(data=True)]
    courier, ferry = NODES["快递员"], NODES["摆渡工"]
    assert found == [(NODES[BAMBOO], courier, CUPS), (NODES[BAMBOO], courier, LAMP), (NODES[BAMBOO], ferry, READING)]
    assert network.nodes[courier] == {"label": "快递员"}
    assert network.edges[NODES[BAMBOO], courier, 1]["initiative_iri"] == NODES[LAMP]


def test_rows_with_one_column_of_nodes_are_nodes(by_hand: kg.Graph) -> None:
    network = by_hand.ask("counts-by-union").to_networkx()
    assert network.nodes[NODES[PLUM]] == {"label": PLUM, "union": PLUM, "initiatives": 1, "unions": 1, "groups": 2}
    assert not network.edges


def test_a_row_whose_second_node_is_missing_is_a_node(by_hand: kg.Graph) -> None:
    network = by_hand.sparql(
        "SELECT ?i ?union { ?i a ukg:Initiative OPTIONAL { ?i ukg:ranBy ?union } } ORDER BY ?i ?union"
    ).to_networkx()
    assert NODES["夏日送凉"] in network
    assert network.degree[NODES["夏日送凉"]] == 0
    assert network.number_of_edges() == 6


def test_rows_without_nodes_are_no_network(by_hand: kg.Graph) -> None:
    with pytest.raises(QueryError, match="hold no nodes"):
        by_hand.sparql("SELECT ?l { ?u rdfs:label ?l }").to_networkx()
    assert Rows(("a",), node_columns=("a",)).to_networkx().number_of_nodes() == 0
