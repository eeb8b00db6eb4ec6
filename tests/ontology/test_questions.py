"""The named questions as files: each says what it asks, takes conditions in one way, and orders all it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib

import kg
from kg.lexicon import Lexicon
from kg.query import questions
from kg.query.parameters import PARAMETERS
from tests.graph import sample

FOLDER = Path(__file__).parents[2] / "ontology" / "questions"
NAMES = sorted(path.stem for path in FOLDER.glob("*.rq"))
PATHS = {"group": "skos:broader*", "kind": "skos:broader*", "place": "schema:containedInPlace*"}
CHOOSING = ("union", "group", "kind", "place", "standing", "since", "until")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> kg.Graph:
    return kg.Graph(sample.knowledge(), lexicon=Lexicon(sample.ontology(tmp_path_factory.mktemp("schemes"))))


def test_there_are_as_many_as_are_tested() -> None:
    assert len(NAMES) >= 20
    assert list(questions()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_it_asks(name: str) -> None:
    question = questions()[name]
    assert re.search(r"[\u4e00-\u9fff]", question.chinese)
    assert question.chinese.endswith(("?", "。"))
    assert re.match(r"[A-Z]", question.english)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_rows_are_always_in_the_same_order(name: str, graph: kg.Graph) -> None:
    """ORDER BY names every column, by itself or in ?order, so that only equal rows may change places."""
    query = questions()[name].query
    _, _, order = query.rpartition("ORDER BY")
    keys = "".join(re.findall(r"^  BIND \((CONCAT\(.*\)) AS \?order\)$", query, re.MULTILINE))
    assert bool(keys) == ("?order" in order)
    assert set(graph.sparql(query).columns) <= set(re.findall(r"\?(\w+)", order + keys))


@pytest.mark.parametrize("name", NAMES)
def test_its_columns(name: str, graph: kg.Graph) -> None:
    """A thing stands by its label, and its node in a column of the same name with _iri; nodes come last."""
    columns = graph.sparql(questions()[name].query).columns
    nodes = [column for column in columns if column.endswith("_iri")]
    assert nodes
    assert list(columns[-len(nodes) :]) == nodes
    assert {column.removesuffix("_iri") for column in nodes} - {"amount"} <= set(columns)


@pytest.mark.parametrize("name", NAMES)
def test_conditions_mean_the_same_in_every_question(name: str) -> None:
    """Each is of the same relation, whether it stands on the initiative or on the node that the question lists."""
    query = questions()[name].query
    lines = {
        parameter: [line for line in query.splitlines() if f"$given_{parameter}" in line]
        for parameter in questions()[name].parameters
    }
    assert all(lines.values())
    for parameter, path in PATHS.items():
        use = rf"\?\w+ {re.escape(path)} \$given_{parameter}\b"
        assert all(re.search(use, line) for line in lines.get(parameter, ()))
    for parameter in ("since", "until"):
        if parameter in lines:
            first, second = lines[parameter]
            assert "?initiative_iri schema:startDate|schema:endDate ?day" in first
            assert "FILTER (SUBSTR" in second


@pytest.mark.parametrize("name", NAMES)
def test_conditions_cost_nothing_until_they_are_set(name: str) -> None:
    """They wait in comments, all but the union of unions-together, which also says which of a pair comes first."""
    query = questions()[name].query
    live = [line for line in query.splitlines() if "$given_" in line and not line.lstrip().startswith("# ")]
    allowed = {"union"} if name == "unions-together" else set()
    assert {re.findall(r"\$given_(\w+)", line)[0] for line in live} <= allowed


def test_questions_about_initiatives_take_all_that_chooses_initiatives() -> None:
    short = {name for name, question in questions().items() if not set(CHOOSING) <= set(question.parameters)}
    assert short == {"hierarchy", "posts"}
    assert {name for question in questions().values() for name in question.parameters} == set(PARAMETERS)


@pytest.mark.parametrize("name", NAMES)
def test_oxigraph_and_rdflib_give_the_same_rows_of_a_built_graph(name: str, graph: kg.Graph) -> None:
    query = questions()[name].query
    rows = graph.sparql(query)
    assert rows or name == "groups-nobody-reached"
    answer = graph.rdf.query(query)
    assert tuple(map(str, answer.vars or ())) == rows.columns

    def plain(value: object) -> object:
        if isinstance(value, rdflib.Literal) and value.datatype in (rdflib.XSD.decimal, rdflib.XSD.integer):
            return float(value)
        return float(value) if isinstance(value, int | float) else None if value is None else str(value)

    assert [tuple(map(plain, row)) for row in answer] == [tuple(map(plain, row.values())) for row in rows]  # type: ignore[arg-type]


def test_groups_that_nobody_reached_of_a_graph_without_initiatives(tmp_path: Path) -> None:
    knowledge = sample.knowledge()
    without = type(knowledge)(knowledge.sources, knowledge.articles, knowledge.entities, (), ())
    rows = kg.Graph(without, lexicon=Lexicon(sample.ontology(tmp_path))).sparql(
        questions()["groups-nobody-reached"].query
    )
    assert [(row["group"], row["mentions"]) for row in rows] == [
        ("快递员", 2),
        ("摆渡工", 1),
        ("新业态劳动者", 0),
        ("职工", 0),
    ]
