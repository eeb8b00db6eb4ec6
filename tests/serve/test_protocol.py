"""The SPARQL 1.1 Protocol over HTTP, against a running server."""

from __future__ import annotations

import json

import httpx
import pytest
import rdflib

from tests.serve.conftest import PATIENCE, Server

UNIONS = "SELECT ?label { ?u a ukg:Union ; rdfs:label ?label } ORDER BY ?label"
LABELS = ["云溪市总工会", "云溪市松竹区总工会", "青石快运公司工会"]
LEVEL = 'CONSTRUCT { ?u rdfs:label "工会" } WHERE { ?u ukg:unionLevel "county" }'
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"


def labels(response: httpx.Response) -> list[str]:
    assert response.status_code == 200, response.text
    return [row["label"]["value"] for row in response.json()["results"]["bindings"]]


def post(server: Server, content: bytes, content_type: str, **options: str) -> httpx.Response:
    headers = {"Content-Type": content_type}
    return httpx.post(server.endpoint, content=content, headers=headers, params=options or None, timeout=PATIENCE)


def test_three_ways_to_ask(server: Server) -> None:
    assert labels(server.get(UNIONS)) == LABELS
    assert labels(httpx.post(server.endpoint, data={"query": UNIONS}, timeout=PATIENCE)) == LABELS
    assert labels(post(server, UNIONS.encode(), QUERY)) == LABELS


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"', "gb18030", "utf-16"])
def test_the_charset_of_a_question(server: Server, charset: str) -> None:
    query = 'SELECT ?label { ?u a ukg:Union ; rdfs:label ?label FILTER (CONTAINS(?label, "松竹")) }'
    content = query.encode(charset.strip('"'))
    assert labels(post(server, content, f"{QUERY}; charset={charset}")) == ["云溪市松竹区总工会"]


@pytest.mark.parametrize(
    ("content", "content_type", "status"),
    [
        (b"ASK {}", f"{QUERY}; charset=klingon", 415),
        (b"ASK {}", f"{QUERY}; charset=base64", 415),
        (b"ASK { ?s ?p '\xff' }", QUERY, 400),
        (b"query=ASK%20%7B%20%3Fs%20%3Fp%20%27%FF%27%7D", FORM, 400),
        (b"query=ASK+%7B%7D&query=ASK+%7B%7D", FORM, 400),
        (b"", FORM, 400),
        (b"", QUERY, 400),
        (b"ASK {}", "text/plain", 415),
        (b"ASK {}", "", 415),
        (b"&".join(b"a=%d" % number for number in range(101)), FORM, 400),
        (b"#" * (2**20 + 1), QUERY, 413),
    ],
)
def test_what_is_no_question(server: Server, content: bytes, content_type: str, status: int) -> None:
    response = post(server, content, content_type)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text.count("\n") == 1


@pytest.mark.parametrize(
    ("accept", "told", "begins"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", '{"head":{"vars":["label"]}'),
        ("application/sparql-results+xml", "application/sparql-results+xml", '<?xml version="1.0"?><sparql'),
        ("text/csv", "text/csv; charset=utf-8", "label\r\n云溪市总工会\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", '?label\n"云溪市总工会"\n'),
    ],
)
def test_formats_of_solutions(server: Server, accept: str, told: str, begins: str) -> None:
    response = server.get(UNIONS, accept)
    assert response.status_code == 200
    assert response.headers["content-type"] == told
    assert response.headers["vary"] == "Accept"
    assert response.content.decode().startswith(begins)


@pytest.mark.parametrize(
    ("accept", "parser"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
    ],
)
def test_formats_of_graphs(server: Server, accept: str, parser: str) -> None:
    response = server.get(LEVEL, accept)
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == accept
    union = rdflib.URIRef("https://w3id.org/union-kg/id/union/990102")
    assert set(rdflib.Graph().parse(data=response.content, format=parser)) == {
        (union, rdflib.RDFS.label, rdflib.Literal("工会"))
    }


def test_describe_and_ask(server: Server) -> None:
    described = server.get("DESCRIBE <https://w3id.org/union-kg/id/union/990102>", "application/n-triples").text
    assert '<https://w3id.org/union-kg/ontology#unionLevel> "county"' in described
    assert server.get("ASK { ?u a ukg:Union }").json()["boolean"] is True
    assert server.get("ASK { ?u a ukg:Nothing }", "text/csv").text == "false"


@pytest.mark.parametrize(
    ("query", "accept", "names"),
    [(UNIONS, "text/turtle", "JSON, XML, CSV and TSV"), (LEVEL, "text/csv", "Turtle"), (LEVEL, "image/png", "Accept")],
)
def test_formats_that_do_not_fit(server: Server, query: str, accept: str, names: str) -> None:
    response = server.get(query, accept)
    assert response.status_code == 406
    assert names in response.text


def test_head_is_get_without_a_body(server: Server) -> None:
    got = server.get(UNIONS, "text/csv")
    head = httpx.head(server.endpoint, params={"query": UNIONS}, headers={"Accept": "text/csv"}, timeout=PATIENCE)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "content-length", "vary"):
        assert head.headers[name] == got.headers[name]
    assert httpx.head(server.endpoint, params={"query": "SELECT"}, timeout=PATIENCE).status_code == 400


def test_options_and_methods_that_write(server: Server) -> None:
    options = httpx.options(server.endpoint, timeout=PATIENCE)
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    for method in ("PUT", "DELETE", "PATCH"):
        response = httpx.request(method, server.endpoint, timeout=PATIENCE)
        assert response.status_code == 405
        assert set(response.headers["allow"].split(", ")) == {"GET", "HEAD", "POST", "OPTIONS"}
        assert "read-only" in response.text


def test_updates_are_refused(server: Server) -> None:
    update = "INSERT DATA { <http://a/> <http://a/> <http://a/> }"
    before = server.get("SELECT (COUNT(*) AS ?label) { ?s ?p ?o }").json()
    for response in (
        httpx.post(server.endpoint, data={"update": update}, timeout=PATIENCE),
        httpx.post(server.endpoint, data={"update": update, "query": UNIONS}, timeout=PATIENCE),
        httpx.get(server.endpoint, params={"update": update}, timeout=PATIENCE),
        post(server, update.encode(), "application/sparql-update"),
    ):
        assert response.status_code == 403
        assert "read-only" in response.text
    for query in (update, "DROP ALL", "CLEAR DEFAULT", "DELETE WHERE { ?s ?p ?o }"):
        assert server.get(query).status_code == 400
    assert server.get("SELECT (COUNT(*) AS ?label) { ?s ?p ?o }").json() == before


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_another_graph_is_refused(server: Server, name: str) -> None:
    response = httpx.get(server.endpoint, params={"query": UNIONS, name: "http://example.org/g"}, timeout=PATIENCE)
    assert response.status_code == 400
    assert "one graph" in response.text


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT", "line 1, column 7"),
        ("SELECT * {\n ?s ?p }", "line 2, column 9"),
        ('SELECT * {\n\n ?s "中文中" ?p }', "line 3, column 10"),
        ("SELECT * { ?s nowhere:x ?o }", "Prefix not found"),
        ("SELECT (<urn:f>(1) AS ?x) {}", "custom function <urn:f> is not supported"),
    ],
)
def test_a_bad_question_says_where(server: Server, query: str, place: str) -> None:
    response = server.get(query)
    assert response.status_code == 400
    assert place in response.text
    assert response.text.count("\n") == 1


def test_nothing_elsewhere(server: Server) -> None:
    for path in ("nowhere", "../kg/errors.py", "%2e%2e/__init__.py", "sparql/"):
        response = httpx.get(server.page + path, timeout=PATIENCE)
        assert response.status_code in (400, 404), path


def test_an_answer_is_whole(server: Server) -> None:
    """Larger than any buffer on its way."""
    response = server.get("SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } LIMIT 50000")
    assert len(response.content) > 2**21
    assert len(json.loads(response.content)["results"]["bindings"]) == 50000
