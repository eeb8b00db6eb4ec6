"""Parts of a graph: what is in them, what is not, and that they are graphs like any other."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.errors import QueryError
from kg.query import validate
from tests.query.expected_answers import BAMBOO, CITY, COOL, CUPS, ID, LAMP, NIGHT, PLUM, READING, SKILLS


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, {LAMP, CUPS, READING, NIGHT, SKILLS, COOL}),
        ({"place": "松竹区"}, {LAMP, CUPS}),
        ({"union": CITY}, {READING, SKILLS}),
        ({"group": "新就业形态劳动者"}, {LAMP, CUPS, NIGHT, SKILLS, COOL}),
        ({"kind": "关怀帮扶"}, {LAMP, CUPS, COOL}),
        ({"standing": "announced"}, {NIGHT}),
        ({"since": "2031-01-02", "until": "2031-01-10"}, {SKILLS, CUPS}),
        ({"until": "2030"}, {READING, SKILLS}),
        ({"union": PLUM, "group": "焊工"}, set()),
    ],
)
def test_its_initiatives(conditions: dict[str, str], expected: set[str], by_hand: kg.Graph) -> None:
    part = by_hand.subgraph(**conditions)  # type: ignore[arg-type]
    assert {record.label for record in part.initiatives()} == expected
    assert {record.label for record in by_hand.initiatives(**conditions)} == expected  # type: ignore[arg-type]
    rows = by_hand.ask("counts-by-standing", **conditions)  # type: ignore[arg-type]
    assert sum(int(str(row["initiatives"])) for row in rows) == len(expected), "as the named questions choose"


def test_it_states_nothing_of_its_own(by_hand: kg.Graph) -> None:
    part = by_hand.subgraph(place="松竹区")
    assert set(part.store) < set(by_hand.store)
    whole = by_hand.subgraph()
    missing = {str(quad.subject) for quad in by_hand.store} - {str(quad.subject) for quad in whole.store}
    assert {node.removeprefix(f"<{ID}").split("/")[0] for node in missing} <= {
        "membership", "role", "person", "place", "union", "source", "<https:",
    }  # fmt: skip


def test_records_are_the_same_with_their_evidence(by_hand: kg.Graph) -> None:
    part = by_hand.subgraph(union=BAMBOO)
    assert part.initiatives() == by_hand.initiatives(union=BAMBOO)
    assert [quote.text for quote in part.evidence("松竹区总工会")] == ["松竹区总工会"] * 2, "mentions in the evidence"
    assert len(by_hand.evidence("松竹区总工会")) == 5


def test_a_measure_comes_without_its_programme(by_hand: kg.Graph) -> None:
    part = by_hand.subgraph(until="2031-01-10", since="2031-01")
    assert {record.label for record in part.initiatives()} == {SKILLS, CUPS}
    assert part.ask("programmes") == []
    (cups,) = (record for record in part.initiatives() if record.label == CUPS)
    assert cups.programme is None
    assert by_hand.subgraph(place="松竹区").ask("programmes")


def test_what_is_above_comes_with_it(by_hand: kg.Graph) -> None:
    part = by_hand.subgraph(place="梅湾县")
    assert [row["union"] for row in part.ask("hierarchy")] == [BAMBOO, PLUM]
    assert part.initiatives(place="青岚省") == part.initiatives()
    assert part.initiatives(group="职工") == part.initiatives()
    assert part.base == by_hand.base


def test_it_keeps_the_shapes(by_hand: kg.Graph, tmp_path: Path) -> None:
    (tmp_path / "graph.nt").write_bytes(by_hand.subgraph(group="快递员").ntriples())
    assert validate(tmp_path).conforms


def test_its_network_is_summed_up_anew(graph: kg.Graph) -> None:
    part = graph.subgraph(place="驿站")
    assert [record.label for record in part.initiatives()] == [LAMP]
    network = part.networkx
    assert {"initiative/1a1a", "union/990102", "group/courier"} <= set(network)
    assert "initiative/2b2b" not in network
    derived = [edge for _, _, edge in network.edges(data=True) if edge["derived"]]
    assert [(edge["weight"], edge["initiatives"]) for edge in derived] == [(1.0, LAMP)]
    assert "holdsPost" not in {edge["relation"] for _, _, edge in network.edges(data=True)}
    assert graph.subgraph().networkx.number_of_edges() == sum(
        edge["relation"] != "holdsPost" and one in graph.subgraph().networkx and other in graph.subgraph().networkx
        for one, other, edge in graph.networkx.edges(data=True)
    )


def test_a_part_of_a_part(by_hand: kg.Graph) -> None:
    part = by_hand.subgraph(group="快递员").subgraph(union=BAMBOO)
    assert [record.label for record in part.initiatives()] == [CUPS, LAMP]
    assert repr(part).startswith("<kg.Graph of a part, ")


def test_what_chooses_no_initiatives(by_hand: kg.Graph) -> None:
    with pytest.raises(QueryError, match="initiatives are not chosen by person"):
        by_hand.subgraph(person="陆望舒")  # type: ignore[call-arg]
    with pytest.raises(QueryError, match="later than until"):
        by_hand.initiatives(since=2031, until=2030)
