"""Named questions with conditions: the rows written by hand, whichever way they are asked."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rdflib
from typer.testing import CliRunner

import kg
from kg.cli import app
from kg.errors import OntologyError, QueryError
from kg.lexicon import Lexicon
from kg.query import questions
from kg.query.parameters import PARAMETERS
from tests.query.expected_answers import BAMBOO, CASES, CITY, NODES, PAGE, PLUM, Case, labels_of, plain

HOSTILE = [
    '"} UNION { ?s ?p ?o } #',
    "UNDEF } VALUES $given_union { UNDEF",
    "x' . ?a ?b ?c",
    "<https://w3id.org/union-kg/id/union/9901>",
    "https://w3id.org/union-kg/id/union/9901> } #",
    "?union_iri",
    "\\u0022",
    "\n# comment\r",
    "\x00",
    "",
    "工" * 100_000,
    "\ud800",
]


@pytest.fixture(scope="module")
def by_rdflib(by_hand: kg.Graph) -> rdflib.Graph:
    return by_hand.rdf


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_api_gives_the_rows_written_by_hand(case: Case, by_hand: kg.Graph) -> None:
    rows = by_hand.ask(case.question, **case.conditions)  # type: ignore[arg-type]
    assert [labels_of(rows.columns, row) for row in rows] == case.rows
    for row in rows:
        for column in rows.columns:
            label = row.get(column.removesuffix("_iri"))
            if column.endswith("_iri") and label is not None:
                assert row[column] == NODES[str(label)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rdflib_gives_them_to_the_bound_text(case: Case, by_hand: kg.Graph, by_rdflib: rdflib.Graph) -> None:
    answer = by_rdflib.query(by_hand.question_text(case.question, **case.conditions))  # type: ignore[arg-type]
    columns = tuple(map(str, answer.vars or ()))
    rows = [{name: _python(value) for name, value in zip(columns, row, strict=True)} for row in answer]  # type: ignore[arg-type]
    assert [labels_of(columns, row) for row in rows] == case.rows, "in the same order"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_command_line_gives_them(case: Case, by_hand_folder: Path) -> None:
    options = [word for name, value in case.conditions.items() for word in (f"--{name}", value)]
    result = CliRunner().invoke(app, ["ask", case.question, "--out", str(by_hand_folder), "-f", "json", *options])
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    assert [labels_of(tuple(row), row) for row in rows] == case.rows


def _python(value: object) -> object:
    return plain(value.toPython()) if isinstance(value, rdflib.Literal) and value.datatype in _NUMBERS else value


_NUMBERS = (rdflib.XSD.decimal, rdflib.XSD.integer)


def test_every_question_is_asked_with_and_without_conditions() -> None:
    without = Counter(case.question for case in CASES if not case.conditions)
    assert without == dict.fromkeys(questions(), 1)
    assert {case.question for case in CASES if case.conditions} == set(questions())
    assert all(case.rows for case in CASES if not case.conditions), "no question is empty on this graph"


def test_every_condition_is_set_somewhere() -> None:
    assert {name for case in CASES for name in case.conditions} == set(PARAMETERS)


def test_the_page_is_the_one_that_the_graph_quotes(by_hand: kg.Graph) -> None:
    text = PAGE.read_bytes().decode()
    found = by_hand.sparql("""SELECT ?begin ?end ?words ?hash { ?p nif:beginIndex ?begin ; nif:endIndex ?end ;
        nif:anchorOf ?words ; nif:referenceContext/ukg:sha256 ?hash }""")
    assert len(found) == 40
    assert all(text[row["begin"] : row["end"]] == row["words"] for row in found)
    assert {row["hash"] for row in found} == {hashlib.sha256(text.encode()).hexdigest()}


def test_dates_and_years_as_python_values(by_hand: kg.Graph) -> None:
    as_text = by_hand.ask("initiatives-by-period", since="2031-02-01", until="2031")
    assert by_hand.ask("initiatives-by-period", since=date(2031, 2, 1), until=2031) == as_text
    assert by_hand.ask("initiatives-by-period", since=date(2031, 2, 1), union=None) == as_text


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("condition", ["union", "group", "kind", "place", "standing", "organization"])
def test_hostile_words_name_nothing(condition: str, name: str, by_hand: kg.Graph) -> None:
    with pytest.raises(QueryError, match="of the graph is called") as caught:
        by_hand.ask("partners", **{condition: name})  # type: ignore[arg-type]
    assert len(str(caught.value)) < 500
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "period", [*HOSTILE, "2031-13", "2031-02-30", "31", "2031-1", "2031-01-01T00:00", "２０３１", "0000"]
)
@pytest.mark.parametrize("condition", ["since", "until"])
def test_what_is_no_period(condition: str, period: str, by_hand: kg.Graph) -> None:
    with pytest.raises(QueryError, match=f"{condition} .*write a year, a month or a day") as caught:
        by_hand.ask("partners", **{condition: period})  # type: ignore[arg-type]
    assert len(str(caught.value)) < 500


def test_a_period_that_ends_before_it_begins(by_hand: kg.Graph) -> None:
    with pytest.raises(QueryError, match="since 2031-02 is later than until 2031-01-05"):
        by_hand.ask("partners", since="2031-02", until="2031-01-05")
    assert by_hand.ask("partners", since="2031-01-05", until="2031-01")


def test_a_name_of_several_things_lists_their_keys(by_hand: kg.Graph) -> None:
    with pytest.raises(QueryError) as caught:
        by_hand.ask("hierarchy", union="区县总工会")
    assert str(caught.value) == (
        f"'区县总工会' is more than one union: {BAMBOO} (union/990102), {PLUM} (union/990103); give the key of one"
    )
    with pytest.raises(QueryError, match="more than one union"):
        by_hand.initiatives(union="区县总工会")


@pytest.mark.parametrize("name", ["union/9901", "id:union/9901", "https://w3id.org/union-kg/id/union/9901", CITY])
def test_ways_to_name_a_union(name: str, by_hand: kg.Graph) -> None:
    assert {row["union"] for row in by_hand.ask("initiatives-by-union", union=name)} == {CITY}


@pytest.mark.parametrize("name", ["standing/past", "standing:past", "past", "往期"])
def test_ways_to_name_a_concept(name: str, by_hand: kg.Graph) -> None:
    assert len(by_hand.ask("initiatives-by-standing", standing=name)) == 2


def test_what_a_question_does_not_take(by_hand: kg.Graph) -> None:
    with pytest.raises(QueryError, match=r"^the question hierarchy takes no group; it takes union$"):
        by_hand.ask("hierarchy", group="快递员")
    with pytest.raises(QueryError, match="takes no colour"):
        by_hand.ask("hierarchy", colour="red")  # type: ignore[call-arg]


def test_an_unknown_question_names_those_near_it(by_hand: kg.Graph) -> None:
    with pytest.raises(
        QueryError, match="no question is called 'initiatives-by-unions'; near it: initiatives-by-union"
    ):
        by_hand.ask("initiatives-by-unions")
    with pytest.raises(QueryError, match="kg ask lists them all"):
        by_hand.ask("../../etc/passwd")


def test_a_question_of_ones_own_takes_conditions(tmp_path: Path, by_hand_folder: Path) -> None:
    for file in Lexicon().folder.glob("*.ttl"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "questions").mkdir()
    text = (
        "# zh: 谁?\n# en: Who?\nSELECT ?u {\n  VALUES ?given_place { UNDEF }\n  ?u ukg:jurisdiction ?given_place\n}\n"
    )
    (tmp_path / "questions" / "mine.rq").write_text(text, encoding="utf-8")
    graph = kg.load(by_hand_folder, ontology=tmp_path)
    assert [row["u"] for row in graph.ask("mine", place="梅湾县")] == [NODES[PLUM]]
    assert len(graph.ask("mine")) == 3
    (tmp_path / "questions" / "mine.rq").write_text(text.replace("place", "colour"), encoding="utf-8")
    with pytest.raises(OntologyError, match=r"mine\.rq: \$given_colour is no condition"):
        graph.ask("mine")
