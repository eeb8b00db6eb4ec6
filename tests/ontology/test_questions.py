"""Every named question says what it asks and gives the same rows in Oxigraph and in rdflib."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib

import kg
from kg.lexicon import Lexicon
from kg.query import questions
from tests.graph import sample

NAMES = sorted(path.stem for path in (Path(__file__).parents[2] / "ontology" / "questions").glob("*.rq"))
EXPECTED = {
    "carried-out": 2,
    "initiatives-by-standing": 2,
    "goods-by-union": 1,
    "groups-nobody-reached": 0,
    "hierarchy": 3,
    "initiatives-by-group": 8,
    "initiatives-by-kind": 2,
    "initiatives-by-period": 3,
    "initiatives-by-place": 7,
    "initiatives-by-union": 2,
    "initiatives-with-quotes": 4,
    "money-by-union": 1,
    "partners": 1,
    "people-reached": 1,
    "posts": 2,
    "programmes": 1,
    "unions-initiatives-groups": 4,
    "unions-together": 1,
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> kg.Graph:
    return kg.Graph(sample.knowledge(), lexicon=Lexicon(sample.ontology(tmp_path_factory.mktemp("schemes"))))


def test_there_are_as_many_as_are_tested() -> None:
    assert len(NAMES) >= 10
    assert set(EXPECTED) == set(NAMES) == set(questions())


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_it_asks(name: str) -> None:
    question = questions()[name]
    assert re.search(r"[\u4e00-\u9fff]", question.chinese)
    assert question.chinese.endswith(("?", "。"))
    assert re.match(r"[A-Z]", question.english)
    assert "ORDER BY" in question.query, "the same graph gives the same rows in the same order"


@pytest.mark.parametrize("name", NAMES)
def test_oxigraph_and_rdflib_give_the_same_rows(name: str, graph: kg.Graph) -> None:
    query = questions()[name].query
    rows = graph.sparql(query)
    assert len(rows) == EXPECTED[name]
    answer = graph.rdf.query(query)
    assert tuple(map(str, answer.vars or ())) == rows.columns

    def plain(value: object) -> object:
        if isinstance(value, rdflib.Literal) and value.datatype in (rdflib.XSD.decimal, rdflib.XSD.integer):
            return float(value)
        return float(value) if isinstance(value, int | float) else None if value is None else str(value)

    by_rdflib = [tuple(map(plain, row)) for row in answer]  # type: ignore[arg-type]
    assert sorted(map(str, by_rdflib)) == sorted(str(tuple(map(plain, row.values()))) for row in rows)


def test_answers_that_matter(graph: kg.Graph) -> None:
    found = questions()
    assert graph.sparql(found["unions-initiatives-groups"].query)[1] == {
        "union": "云溪市松竹区总工会",
        "initiative": "暖灯行动",
        "group": "快递员",
    }
    assert graph.sparql(found["money-by-union"].query) == [
        {"union": "云溪市松竹区总工会", "total": 25000.0, "initiatives": 1}
    ]
    assert graph.sparql(found["posts"].query)[0]["quote"] == "松竹区总工会主席陆望舒"


def test_a_group_that_nobody_reached(tmp_path: Path) -> None:
    knowledge = sample.knowledge()
    without = type(knowledge)(knowledge.sources, knowledge.articles, knowledge.entities, (), ())
    graph = kg.Graph(without, lexicon=Lexicon(sample.ontology(tmp_path)))
    rows = graph.sparql(questions()["groups-nobody-reached"].query)
    assert rows == [{"group": "快递员", "mentions": 2}, {"group": "摆渡工", "mentions": 1}]
