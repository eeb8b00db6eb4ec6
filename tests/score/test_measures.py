"""Every measure on a small source whose gold and graph were made by hand."""

from __future__ import annotations

import pytest

from kg.score.counts import Counts
from kg.score.names import likeness, normal, normal_forms
from tests.score.conftest import Scored

SECOND_UNION = ':u3 a ukg:Union ; rdfs:label "云州市总工会" .'
SECOND_INITIATIVE = ':i3 a ukg:Initiative ; rdfs:label "送礼包" ; ukg:ranBy :u1, :u2 ; ukg:targets :g1, :g2 .'


def test_perfect_graph(scored: Scored) -> None:
    result = scored()
    assert {measure: (one.right, one.in_graph, one.in_gold) for measure, one in result.counts.items()} == {
        "TRIPLES union–initiative–group": (2, 2, 2),
        "initiatives": (2, 2, 2),
        "initiative–union": (2, 2, 2),
        "initiative–group": (2, 2, 2),
        "initiative–partner": (0, 0, 0),
        "initiative–place": (0, 0, 0),
        "initiative numbers": (1, 1, 1),
        "initiative dates": (1, 1, 1),
        "initiative kind": (2, 2, 2),
        "roles": (1, 1, 1),
        "entities (all types)": (5, 5, 5),
        "entity Union": (2, 2, 2),
        "entity Organization": (0, 0, 0),
        "entity Person": (1, 1, 1),
        "entity Place": (0, 0, 0),
        "entity WorkerGroup": (2, 2, 2),
        "articles": (1, 1, 1),
        "evidence quotes exact": (10, 10, 10),
    }
    assert all(one.f1 == 1 for one in result.counts.values())
    assert result.files["page.txt"].misses == ()


@pytest.mark.parametrize(
    ("replaced", "expected", "misses"),
    [
        (
            (('"林一"', '"林二"'),),
            {"entity Person": (0, 1, 1), "roles": (0, 1, 1)},
            [
                "wrong  role: 林二, 云州总工会, 主席",
                "missing  role: 林一, 云州市总工会, 主席",
                "wrong  entity Person: 林二",
                "missing  entity Person: 林一",
            ],
        ),
        (
            (("ukg:ranBy :u1", "ukg:ranBy :u2"),),
            {"initiatives": (2, 2, 2), "initiative–union": (1, 2, 2), "TRIPLES union–initiative–group": (1, 2, 2)},
            ["wrong  initiative–union: 石桥县总工会 (清风行动)", "missing  initiative–union: 云州市总工会 (清风行动)"],
        ),
        (
            (("ukg:ranBy :u2", "ukg:ranBy :u1"),),
            {"initiatives": (1, 2, 2), "initiative–group": (1, 2, 2), "TRIPLES union–initiative–group": (1, 2, 2)},
            ["missing  initiative: 走访困难职工", "wrong  initiative: 在石桥走访"],
        ),
        (
            (("schema:value 50", "schema:value 60"),),
            {"initiative numbers": (0, 1, 1)},
            [
                "missing  initiative number: provisions 50 (清风行动)",
                "wrong  initiative number: provisions 60 (清风行动)",
            ],
        ),
        ((("2023-01", "2022-01"),), {"initiative dates": (0, 1, 1)}, ["wrong  initiative date: 2022-01 (清风行动)"]),
        (
            (("kind:hardship-relief", "kind:health"),),
            {"initiative kind": (1, 2, 2)},
            ["missing  initiative kind: hardship-relief (走访困难职工; in the graph: health)"],
        ),
        (
            ((":p1 a schema:Place", ":p1 a foaf:Person"),),
            {"entity Person": (1, 2, 1)},
            ["wrong  entity Person: 石桥县"],
        ),
        (
            ((":p1 a schema:Place", ":p1 a org:Organization"),),
            {"entity Place": (0, 0, 0), "entity Organization": (0, 0, 0)},
            [],
        ),
    ],
)
def test_mistakes(
    scored: Scored, replaced: tuple[tuple[str, str], ...], expected: dict[str, tuple[int, int, int]], misses: list[str]
) -> None:
    result = scored(*replaced)
    for measure, counts in expected.items():
        assert result.counts[measure] == Counts(*counts), measure
    assert [str(miss) for miss in result.files["page.txt"].misses] == misses


def test_second_node_for_one_entity_is_wrong(scored: Scored) -> None:
    result = scored(more=SECOND_UNION, stated=(("云州市", "itsrdf:taIdentRef :u3"),))
    assert result.counts["entity Union"] == Counts(2, 3, 2)
    (miss,) = result.files["page.txt"].misses
    assert (miss.what, miss.missing, miss.note) == ("entity Union", False, "second node for one entity")
    assert [one.right for one in result.files["page.txt"].judgements if one.part == "Union"].count(False) == 1


def test_links_of_an_initiative_that_the_gold_lacks_are_wrong(scored: Scored) -> None:
    result = scored(more=SECOND_INITIATIVE, stated=(("送去50份", "^:i3"),))
    assert result.counts["initiatives"] == Counts(2, 3, 2)
    assert result.counts["initiative–union"] == Counts(2, 4, 2)
    assert result.counts["TRIPLES union–initiative–group"] == Counts(2, 6, 2)


def test_moved_quote_is_not_exact(scored: Scored) -> None:
    result = scored(more=':q nif:referenceContext :page ; nif:beginIndex 1 ; nif:endIndex 3 ; nif:anchorOf "云州" .')
    assert result.counts["evidence quotes exact"] == Counts(10, 11, 11)


def test_counts() -> None:
    assert (Counts(1, 2, 4).precision, Counts(1, 2, 4).recall) == (0.5, 0.25)
    assert Counts(1, 2, 4).f1 == pytest.approx(1 / 3)
    assert Counts().f1 == 1
    assert Counts(0, 0, 3).f1 == Counts(0, 3, 0).f1 == 0
    assert Counts(1, 2, 3) + Counts(1, 1, 1) == Counts(2, 3, 4)


def test_names() -> None:
    assert normal("“清风 行动”（二）") == "清风行动二"
    assert likeness(normal_forms(["清风行动"]), normal_forms(["《清风行动》", "行动"])) == 1
    assert likeness(normal_forms(["清风行动"]), normal_forms(["清风"])) == 0.5
    assert likeness(normal_forms(["清风行动"]), normal_forms(["春风", ""])) == 0
