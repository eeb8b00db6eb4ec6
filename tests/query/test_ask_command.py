"""``kg ask`` and ``kg sparql``: what they print, in every format, and what they refuse in one line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from rich.cells import cell_len
from typer.testing import CliRunner

from kg.cli import app
from kg.query import questions
from kg.query.parameters import PARAMETERS
from tests.query.expected_answers import BAMBOO, CITY, COURIER, CUPS, FIRM_UNION, LAMP, NODES, PLUM

SELECT = "SELECT ?union ?label { ?union a ukg:Union ; rdfs:label ?label } ORDER BY ?label LIMIT 1"
CONSTRUCT = "CONSTRUCT { ?u rdfs:label ?l } WHERE { ?u a ukg:Union ; rdfs:label ?l }"


@pytest.fixture
def run(by_hand_folder: Path) -> Any:
    def run(*arguments: str, stdin: bytes | None = None) -> Any:
        return CliRunner().invoke(app, [*arguments, "--out", str(by_hand_folder)], input=stdin)

    return run


def printed(result: Any) -> str:
    assert result.exit_code == 0, result.stderr
    return str(result.stdout)


def refused(result: Any) -> str:
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    return str(result.stderr)


def test_without_a_name_it_lists_the_questions(run: Any) -> None:
    text = printed(run("ask"))
    for question in questions().values():
        assert question.name in text
        assert question.chinese[:15] in text
    assert {f"--{name}" for name in PARAMETERS} <= set(text.split())
    assert max(map(cell_len, text.splitlines())) <= 100


def test_a_table_is_aligned_though_a_chinese_character_takes_two_columns(run: Any) -> None:
    lines = printed(run("ask", "money-by-union-and-year")).splitlines()
    assert lines == [
        " union              ┃ year ┃ currency ┃ amounts ┃  lower ┃ upper ┃ open",
        "━━━━━━━━━━━━━━━━━━━━╇━━━━━━╇━━━━━━━━━━╇━━━━━━━━━╇━━━━━━━━╇━━━━━━━╇━━━━━━",
        " 云溪市总工会       │ 2030 │ CNY      │       2 │  80000 │ 85000 │    0",
        " 云溪市松竹区总工会 │ 2031 │ CNY      │       1 │  25000 │ 25000 │    0",
        " 云溪市梅湾县总工会 │ 2031 │ CNY      │       1 │ 600000 │  open │    1",
    ]


@pytest.mark.parametrize("name", list(questions()))
def test_every_answer_is_readable_in_100_columns(name: str, run: Any) -> None:
    lines = printed(run("ask", name)).splitlines()
    assert max(map(cell_len, lines)) <= 100
    ends = [index for index, mark in enumerate(_columns(lines[1])) if mark == "╇"]
    for line in lines:
        assert all(_columns(line.ljust(100))[end] in "┃╇│┼ " for end in ends), "columns stand one below another"
    assert "_iri" not in lines[0]


def _columns(line: str) -> str:
    """One character a column of the terminal."""
    return "".join(character + "\0" * (cell_len(character) - 1) for character in line)


def test_long_quotes_are_wrapped_not_cut(run: Any) -> None:
    text = printed(run("ask", "articles-of-initiatives", "--initiative", LAMP))
    cells = [line.split("│")[3].strip() for line in text.splitlines() if line.count("│") == 7]
    assert "1月18日,松竹区总工会启动“暖灯行动”,为快递员送上60余份保温杯" in "".join(cells)


def test_an_empty_answer_is_a_heading_and_says_so(run: Any) -> None:
    result = run("ask", "posts", "--union", PLUM)
    assert result.stderr == "kg: nothing in the graph meets this\n"
    assert printed(result).split("\n")[0].split() == ["person", "┃", "title", "┃", "organization", "┃", "quote"]
    assert printed(run("ask", "posts", "--union", PLUM, "-f", "json")) == "[]\n"


def test_csv_holds_nodes_too(run: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(run("ask", "money-by-union-and-year", "--format", "csv")))))
    assert rows[2] == {
        "union": PLUM,
        "year": "2031",
        "currency": "CNY",
        "amounts": "1",
        "lower": "600000",
        "upper": "",
        "open": "1",
        "union_iri": NODES[PLUM],
    }


def test_json_keeps_numbers_and_null(run: Any) -> None:
    rows = json.loads(printed(run("ask", "money-by-union-and-year", "--union", PLUM, "--format", "json")))
    assert rows == [
        {
            "union": PLUM,
            "year": 2031,
            "currency": "CNY",
            "amounts": 1,
            "lower": 600000.0,
            "upper": None,
            "open": 1,
            "union_iri": NODES[PLUM],
        }
    ]


def test_markdown(run: Any) -> None:
    assert printed(run("ask", "counts-by-union", "--format", "md")) == (
        "| union | initiatives | unions | groups |\n| --- | --- | --- | --- |\n"
        f"| {BAMBOO} | 3 | 2 | 2 |\n| {CITY} | 2 | 2 | 2 |\n| {PLUM} | 1 | 1 | 2 |\n"
    )


def test_turtle_states_what_the_answer_is_about(run: Any) -> None:
    """Loaded alone, it answers the same question in the same way."""
    options = ("--group", COURIER, "--place", "松竹区")
    text = printed(run("ask", "initiatives-by-group", *options, "--format", "ttl"))
    assert "@prefix ukg: <https://w3id.org/union-kg/ontology#> ." in text
    store = pyoxigraph.Store()
    store.load(text.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    rows = list(store.query(questions()["initiatives-by-group"].query))
    assert [(row["union"].value, row["initiative"].value) for row in rows] == [(BAMBOO, CUPS), (BAMBOO, LAMP)]
    assert text == printed(run("ask", "initiatives-by-group", *options, "--format", "ttl")), "the same every time"
    lines = printed(run("ask", "initiatives-by-group", *options, "--format", "nt"))
    assert lines == printed(run("ask", "initiatives-by-group", *options, "--format", "nt")), "the same every time"
    assert len(rdflib.Graph().parse(data=lines, format="nt")) == len(store) == len(lines.splitlines())


def test_the_question_itself_is_shown(run: Any) -> None:
    text = printed(run("ask", "hierarchy", "--union", "松竹区总工会", "--show-query"))
    waiting = "# { SELECT ($given_union AS ?federation_iri) { VALUES $given_union { UNDEF } } }"
    counting = f"{{ SELECT ($given_union AS ?federation_iri) {{ VALUES $given_union {{ <{NODES[BAMBOO]}> }} }} }}"
    query = questions()["hierarchy"].query
    assert query.count(waiting) == 1
    assert text == query.replace(waiting, counting)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("ask", "nobody"), "no question is called 'nobody'"),
        (
            ("ask", "hierarchy", "--group", COURIER, "--union", CITY),
            "the question hierarchy takes no group; it takes union",
        ),
        (("ask", "hierarchy", "--union", "区县总工会"), "(union/990102), 云溪市梅湾县总工会 (union/990103)"),
        (("ask", "hierarchy", "--union", '"} #'), "no union of the graph is called '\"} #'"),
        (("ask", "partners", "--since", "gestern"), "since 'gestern': write a year, a month or a day"),
        (("ask", "--union", CITY), "name one, or list them all: kg ask"),
        (("sparql", "SELECT"), "the question is not SPARQL"),
        (("sparql", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), "SERVICE is not allowed"),
        (("sparql", "DROP ALL"), "the question is not SPARQL"),
        (("sparql",), "give one question"),
        (("sparql", SELECT, "--file", "q.rq"), "give one question"),
        (("sparql", "--file", "no/such.rq"), "no/such.rq: No such file"),
        (("sparql", "SELECT (1 AS ?one) {}", "--format", "ttl"), "the answer holds no nodes"),
        (("sparql", "ASK {}", "--format", "ttl"), "the answer holds no nodes"),
    ],
)
def test_what_cannot_be_asked_is_one_line(arguments: tuple[str, ...], says: str, run: Any) -> None:
    assert says in refused(run(*arguments))


def test_ones_own_question_from_the_line_a_file_and_standard_input(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_bytes(b"\xef\xbb\xbf" + SELECT.encode())
    expected = [{"union": NODES[CITY], "label": CITY}]
    assert json.loads(printed(run("sparql", SELECT, "-f", "json"))) == expected
    assert json.loads(printed(run("sparql", "--file", str(file), "-f", "json"))) == expected
    assert json.loads(printed(run("sparql", "-", "-f", "json", stdin=SELECT.encode()))) == expected
    assert "is not UTF-8" in refused(run("sparql", "-", stdin=b"\xff\xfe"))


def test_a_table_shortens_the_iris_of_the_vocabulary(run: Any) -> None:
    assert printed(run("sparql", SELECT)).splitlines()[2].split() == ["id:union/9901", "│", CITY]


def test_constructed_statements_in_turtle_and_ntriples(run: Any) -> None:
    lines = printed(run("sparql", CONSTRUCT, "--format", "nt")).splitlines()
    unions = {CITY, BAMBOO, PLUM, FIRM_UNION}
    assert lines == sorted(
        f'<{NODES[union]}> <http://www.w3.org/2000/01/rdf-schema#label> "{union}" .' for union in unions
    )
    turtle = printed(run("sparql", CONSTRUCT, "--format", "ttl"))
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) == 4
    assert json.loads(printed(run("sparql", "ASK { ?u a ukg:Union }", "-f", "json"))) == [{"answer": True}]
