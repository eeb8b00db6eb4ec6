"""Clients that people use: rdflib's SPARQLStore, SPARQLWrapper and curl."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from typing import Any

import pytest
import rdflib
import SPARQLWrapper
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.serve.conftest import PATIENCE, Server

QUERY = """SELECT ?union ?initiative ?group WHERE {
  ?i a ukg:Initiative ; rdfs:label ?initiative ; ukg:ranBy/rdfs:label ?union ; ukg:targets/skos:prefLabel ?group .
  FILTER (LANG(?group) = "zh")
} ORDER BY ?union ?initiative ?group"""
ROWS = [
    ("云溪市总工会", "职工读书会", "摆渡工"),
    ("云溪市松竹区总工会", "暖灯行动", "快递员"),
    ("云溪市松竹区总工会", "职工读书会", "摆渡工"),
    ("云溪市松竹区总工会", "送保温杯", "快递员"),
]
UNION = "https://w3id.org/union-kg/id/union/990102"
LABEL = rdflib.Literal("云溪市松竹区总工会")
COUNTY = 'CONSTRUCT { ?u rdfs:label ?label } WHERE { ?u ukg:unionLevel "county" ; rdfs:label ?label }'
TRIPLE = (rdflib.URIRef(UNION), rdflib.RDFS.label, LABEL)


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rdflib(server: Server, method: str, form: str) -> None:
    store = SPARQLStore(server.endpoint, method=method, returnFormat=form)
    rows = rdflib.Graph(store=store).query(QUERY)
    assert [tuple(str(cell) for cell in row) for row in rows] == ROWS


def test_rdflib_reads_triples(server: Server) -> None:
    graph = rdflib.Graph(store=SPARQLStore(server.endpoint))
    assert list(graph.objects(rdflib.URIRef(UNION), rdflib.RDFS.label)) == [LABEL]
    assert TRIPLE in graph
    assert bool(graph.query("ASK { ?u a ukg:Union }"))
    assert set(graph.query(COUNTY)) == {TRIPLE}


def wrapper(server: Server, query: str, form: str, method: str = SPARQLWrapper.GET) -> Any:
    client = SPARQLWrapper.SPARQLWrapper(server.endpoint)
    client.setQuery(query)
    client.setReturnFormat(form)
    client.setMethod(method)
    return client


@pytest.mark.parametrize("method", [SPARQLWrapper.GET, SPARQLWrapper.POST])
@pytest.mark.parametrize("posted", [SPARQLWrapper.URLENCODED, SPARQLWrapper.POSTDIRECTLY])
def test_sparqlwrapper(server: Server, method: str, posted: str) -> None:
    declared = f"{_declared()}\n{QUERY}"
    client = wrapper(server, declared, SPARQLWrapper.JSON, method)
    client.setRequestMethod(posted)
    found = client.query().convert()["results"]["bindings"]
    assert [tuple(row[name]["value"] for name in ("union", "initiative", "group")) for row in found] == ROWS


def test_sparqlwrapper_formats(server: Server) -> None:
    declared = f"{_declared()}\n{QUERY}"
    assert wrapper(server, declared, SPARQLWrapper.CSV).query().convert().decode().count("\r\n") == 5
    assert wrapper(server, declared, SPARQLWrapper.XML).query().convert().getElementsByTagName("result").length == 4
    assert wrapper(server, declared, SPARQLWrapper.TSV).query().convert().decode().startswith("?union\t")
    for form in (SPARQLWrapper.TURTLE, SPARQLWrapper.RDFXML, SPARQLWrapper.JSONLD, SPARQLWrapper.N3):
        answer = wrapper(server, f"{_declared()}\n{COUNTY}", form).query().convert()
        graph = rdflib.Graph().parse(data=answer, format="turtle") if isinstance(answer, bytes) else answer
        assert set(graph.triples((None, None, None))) == {TRIPLE}


def test_sparqlwrapper_tells_what_is_wrong(server: Server) -> None:
    client = wrapper(server, "SELECT * {\n ?s ?p }", SPARQLWrapper.JSON)
    with pytest.raises(QueryBadFormed, match="line 2, column 9"):
        client.query()


def _declared() -> str:
    """SPARQLWrapper reads a question itself, and wants its prefixes declared."""
    from kg.graph.namespaces import prefixes

    return "\n".join(f"PREFIX {name}: <{namespace}>" for name, namespace in prefixes().items())


def curl(*arguments: str) -> str:
    if shutil.which("curl") is None and not os.environ.get("CI"):
        pytest.skip("curl is not installed")
    result = subprocess.run(
        ["curl", "--silent", "--show-error", "--noproxy", "*", "--max-time", str(PATIENCE), *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout


def test_curl(server: Server) -> None:
    as_csv = curl("-H", "Accept: text/csv", "--data-urlencode", f"query={QUERY}", server.endpoint)
    assert [tuple(row) for row in csv.reader(io.StringIO(as_csv))][1:] == ROWS
    as_json = json.loads(curl("--get", "--data-urlencode", f"query={QUERY}", server.endpoint))
    assert len(as_json["results"]["bindings"]) == 4
    direct = curl("-H", "Content-Type: application/sparql-query", "--data-binary", COUNTY, server.endpoint)
    assert set(rdflib.Graph().parse(data=direct, format="turtle")) == {TRIPLE}
    head = curl("--head", "--get", "--data-urlencode", "query=ASK {}", server.endpoint)
    assert head.startswith("HTTP/1.1 200")
    assert curl("-X", "DELETE", "-o", os.devnull, "-w", "%{http_code}", server.endpoint) == "405"
