"""SPARQL: plain Python values, one error for whatever is wrong, and no way out of the machine."""

from __future__ import annotations

import builtins
import socket
from datetime import date
from typing import Any

import pytest

import kg
from kg.errors import QueryError
from kg.query.outbound import refuse_service
from kg.query.rows import Rows, rdf_term


def test_values_are_plain_python(graph: kg.Graph) -> None:
    rows = graph.sparql("""SELECT ?label ?start ?confidence ?count ?named ?i ?nothing WHERE {
        ?i a ukg:Initiative ; rdfs:label ?label ; schema:startDate ?start ; ukg:confidence ?confidence ;
           ukg:evidenceCount ?count ; ukg:named ?named } ORDER BY ?start ?label""")
    assert rows.columns == ("label", "start", "confidence", "count", "named", "i", "nothing")
    by_label = {row["label"]: row for row in rows}
    assert by_label["暖灯行动"] == {
        "label": "暖灯行动",
        "start": date(2031, 1, 18),
        "confidence": 0.87,
        "count": 2,
        "named": True,
        "i": "https://w3id.org/union-kg/id/initiative/1a1a",
        "nothing": None,
    }
    assert by_label["职工读书会"]["start"] == "2030"
    assert by_label["送保温杯"]["start"] == "2031-01"


def test_ask_and_construct_are_rows_too(graph: kg.Graph) -> None:
    assert graph.sparql("ASK { ?u a ukg:Union }") == [{"answer": True}]
    rows = graph.sparql('CONSTRUCT { ?u rdfs:label "工会" } WHERE { ?u ukg:unionLevel "county" }')
    assert rows == [
        {
            "subject": "https://w3id.org/union-kg/id/union/990102",
            "predicate": "http://www.w3.org/2000/01/rdf-schema#label",
            "object": "工会",
        }
    ]


def test_bindings_are_values_not_text(graph: kg.Graph) -> None:
    query = "SELECT ?name ?level WHERE { ?u rdfs:label ?name ; ukg:unionLevel ?level }"
    assert graph.sparql(query, {"name": "云溪市总工会"}) == [{"name": "云溪市总工会", "level": "prefectural"}]
    assert graph.sparql(query, {"name": '" } UNION { ?u ?name ?level } #'}) == []
    by_node = graph.sparql("SELECT ?u ?l { ?u rdfs:label ?l }", {"u": "https://w3id.org/union-kg/id/union/9901"})
    assert [row["l"] for row in by_node] == ["云溪市总工会"]
    with pytest.raises(QueryError, match="SELECT projection"):
        graph.sparql("SELECT ?l { ?u rdfs:label ?l }", {"nowhere": 1})


@pytest.mark.parametrize("value", [b"bytes", None, object(), "https://not an iri"])
def test_values_that_cannot_be_bound(value: Any) -> None:
    with pytest.raises(QueryError):
        rdf_term(value)


@pytest.mark.parametrize("value", ["甲", 3, True, 0.5, date(2031, 1, 2), "https://w3id.org/union-kg/groups#courier"])
def test_values_that_can(graph: kg.Graph, value: Any) -> None:
    assert graph.sparql("SELECT ?x { BIND (?x AS ?y) }", {"x": value})[0]["x"] == value


@pytest.mark.parametrize(
    "query",
    [
        "",
        "SELECT",
        "SELECT * { ?s ?p",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "SELECT * { ?s nowhere:x ?o }",
        "INSERT DATA { <a:a> <a:a> <a:a> }",
        "\x00",
    ],
)
def test_what_is_no_question_is_one_line(graph: kg.Graph, query: str) -> None:
    size = len(graph.store)
    with pytest.raises(QueryError) as caught:
        graph.sparql(query)
    assert "\n" not in str(caught.value)
    assert len(graph.store) == size


CALLS_OUT = [
    "SELECT * { SERVICE <http://127.0.0.1:9000/> { ?s ?p ?o } }",
    "select*{service<http://127.0.0.1:9000/>{?s ?p ?o}}",
    "SELECT * { SERVICE SILENT ?where { ?s ?p ?o } }",
    "SELECT * { { SELECT * { ?a ?b ?c MINUS { SERVICE <http://x/> { ?s ?p ?o } } } } }",
    'SELECT * { ?s ?p "a\\"" . SERVICE <http://x/> { } }',
    'SELECT * { ?s ?p """a"b\\"""" . SERVICE <http://x/> { } }',
    "SELECT * { ?s ?p '''a''b''' . SERVICE <http://x/> { } }",
    "SELECT * { FILTER (?a<?b)SERVICE<http://x/>{ } }",
    "SELECT * { # 'comment\n SERVICE <http://x/> { } }",
    "SELECT * { ?s ?p <http://a#b> . SERVICE <http://x/#> { } }",
    "SELECT * { ?s ?p 'a' . SERVICE <http://x#'> { } }",
    "SELECT * { SERV\\u0049CE <http://x/> { } }",
    "SELECT * { SERV\\U00000049CE <http://x/> { } }",
    "PREFIX : <http://x/> SELECT * { SERVICE:x { } }",
    "CONSTRUCT { ?s ?p ?o } { OPTIONAL{SERVICE<http://x/>{ ?s ?p ?o }} }",
    "ASK { SERVICE <file:///etc/passwd> { ?s ?p ?o } }",
    "SELECT * { OPTIONAL { ?s schema:a\\#b ?z } SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { OPTIONAL { ?s schema:a\\'b ?z } SERVICE <http://x/> { ?s ?p ?o } FILTER (1 = '1') }",
    "SELECT * { BIND (1<'>' AS ?a) SERVICE <http://x/> { ?s ?p ?o } BIND (1='1' AS ?b) }",
    "SELECT * { FILTER (1<#>'''\n2) SERVICE <http://x/> { ?s ?p ?o } #'''\n }",
    "SELECT * { OPTIONAL { ?s ?p <http://a/\\u0041#b> } SERVICE <http://x/> { ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", CALLS_OUT)
def test_service_is_refused(graph: kg.Graph, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*arguments: Any, **options: Any) -> Any:
        raise AssertionError("the engine was asked")

    monkeypatch.setattr(socket, "getaddrinfo", never)
    monkeypatch.setattr(kg.Graph, "store", None)
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        graph.sparql(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?service { ?service rdfs:label "service" }',
        "SELECT * { ?s ?p schema:service # SERVICE <http://x/>\n }",
        "SELECT * { ?s ?p <http://x/service/> }",
        "SELECT * { ?s ?p 'SERVICE <http://x/> { }' }",
        'SELECT * { ?s ?p """\n"SERVICE"\n""" }',
        "SELECT $service { ?s ?p $service }",
        "SELECT * { ?s ?p <http://a/#b'c> FILTER (?p < 'service' && ?p > 'a') }",
    ],
)
def test_the_word_service_elsewhere_is_let_pass(graph: kg.Graph, query: str) -> None:
    refuse_service(query)
    graph.sparql(query)


def test_from_reads_no_file_and_no_address(graph: kg.Graph) -> None:
    assert graph.sparql("SELECT * FROM <http://127.0.0.1:9000/> { ?s ?p ?o }") == []


def test_pandas(graph: kg.Graph) -> None:
    rows = graph.sparql("SELECT ?union ?level { ?u rdfs:label ?union ; ukg:unionLevel ?level } ORDER BY ?union")
    frame = rows.to_pandas()
    assert list(frame.columns) == ["union", "level"]
    assert list(frame["level"]) == ["prefectural", "county", "enterprise"]
    assert list(Rows(("a", "b")).to_pandas().columns) == ["a", "b"]


def test_pandas_missing_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def without_pandas(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return load(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(QueryError, match="pip install pandas"):
        Rows(("a",)).to_pandas()
