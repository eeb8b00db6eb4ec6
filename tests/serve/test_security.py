"""What the server does for nobody: call other machines, answer for other names, let other origins in."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import httpx
import pyoxigraph
import pytest

from kg.errors import ServeError
from kg.serve.settings import Settings
from tests.serve.conftest import PATIENCE, Server, Start

ASKS = {"query": "ASK {}"}


class Listener:
    """Takes connections on loopback, counts them, and closes them."""

    def __init__(self) -> None:
        self.calls = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self._thread = threading.Thread(target=self._take, daemon=True)
        self._thread.start()

    def _take(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.calls += 1
            connection.close()

    def settle(self) -> int:
        """The calls so far: one of our own is let in last, so that none before it is still under way."""
        before = self.calls
        with socket.create_connection(self._socket.getsockname()) as own:
            own.recv(1)
        return before if self.calls == before + 1 else self.calls - 1

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listening = Listener()
    yield listening
    listening.close()


def test_the_listener_hears_an_engine_that_is_not_guarded(listener: Listener) -> None:
    with pytest.raises(OSError):
        list(pyoxigraph.Store().query(f"SELECT * {{ SERVICE <{listener.address}> {{ ?s ?p ?o }} }}"))
    assert listener.settle() >= 1


CALLS = [
    "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "select*{{service<{0}>{{?s ?p ?o}}}}",
    "SELECT * {{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?where {{ <{0}> }} SERVICE ?where {{ ?s ?p ?o }} }}",
    "SELECT * {{ {{ SELECT * {{ ?a ?b ?c OPTIONAL {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }} }} }}",
    "SELECT * {{ ?a ?b ?c FILTER EXISTS {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ # 'a comment\n SERVICE # <another>\n <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERV\\u0049CE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERV\\U00000049CE <{0}> {{ ?s ?p ?o }} }}",
    "PREFIX far: <{0}> SELECT * {{ SERVICE far: {{ ?s ?p ?o }} }}",
    "BASE <{0}> SELECT * {{ SERVICE <x> {{ ?s ?p ?o }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "DESCRIBE ?s {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "ASK {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ OPTIONAL {{ ?s schema:a\\#b ?z }} SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ OPTIONAL {{ ?s schema:a\\'b ?z }} SERVICE <{0}> {{ ?s ?p ?o }} BIND ('1' AS ?q) }}",
    "SELECT * {{ BIND (1<'>' AS ?a) SERVICE <{0}> {{ ?s ?p ?o }} BIND ('1' AS ?q) }}",
    "SELECT * {{ FILTER (1<#>'''\n2) SERVICE <{0}> {{ ?s ?p ?o }} #'''\n }}",
    "LOAD <{0}>",
    "LOAD SILENT <{0}> INTO GRAPH <http://example.org/>",
]


@pytest.mark.parametrize("call", CALLS)
def test_no_question_calls_another_machine(server: Server, listener: Listener, call: str) -> None:
    response = server.get(call.format(listener.address))
    assert response.status_code == 400, response.text
    assert listener.settle() == 0


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_graphs_of_other_machines_are_not_fetched(server: Server, listener: Listener, clause: str) -> None:
    response = server.get(
        f"SELECT * {clause} <{listener.address}> {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
    )
    assert response.json()["results"]["bindings"] == [] if clause == "FROM" else response.status_code == 200
    assert server.get(f"SELECT * {{ GRAPH <{listener.address}> {{ ?s ?p ?o }} }}").json()["results"]["bindings"] == []
    assert listener.settle() == 0


@pytest.mark.parametrize("path", ["", "page.js", "about.json", "sparql?query=ASK%7B%7D", "nowhere", "sparql"])
def test_headers_of_every_response(server: Server, path: str) -> None:
    headers = httpx.get(server.page + path, timeout=PATIENCE).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers
    assert not [name for name in headers if name.startswith("access-control-")]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", ""]
)
def test_other_names_are_turned_away(server: Server, host: str) -> None:
    for path in ("", "about.json", "sparql?query=ASK%7B%7D"):
        assert httpx.get(server.page + path, headers={"Host": host}, timeout=PATIENCE).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1234", "127.0.0.1", "[::1]:80"])
def test_its_own_names_are_not(server: Server, host: str) -> None:
    assert server.get("ASK {}", Host=host).status_code == 200


def test_a_name_that_is_allowed(start: Start) -> None:
    server = start("--workers", "1", "--allow-host", "graph.example.org")
    assert server.get("ASK {}", Host="graph.example.org").status_code == 200
    assert server.get("ASK {}", Host="example.org").status_code == 400


def test_which_hosts_are_taken() -> None:
    assert "*" not in Settings().hosts
    assert "*" not in Settings(host="::1").hosts
    assert Settings(host="0.0.0.0").hosts == ("*",)
    assert Settings(host="0.0.0.0", allowed_hosts=("a.example.org",)).hosts == ("0.0.0.0", "a.example.org")


def test_another_origin_is_let_in_on_request(start: Start) -> None:
    server = start("--workers", "1", "--cors", "https://example.org")
    preflight = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    for origin, status in (("https://example.org", 200), ("https://evil.example", 400), ("null", 400)):
        response = httpx.options(server.endpoint, headers={"Origin": origin, **preflight}, timeout=PATIENCE)
        assert response.status_code == status
        answer = server.get("ASK {}", Origin=origin)
        assert answer.headers.get("access-control-allow-origin") == (origin if status == 200 else None)
        assert "access-control-allow-credentials" not in answer.headers
        assert "Origin" in answer.headers["vary"]
    refused = httpx.options(
        server.endpoint,
        headers={"Origin": "https://example.org", "Access-Control-Request-Method": "PUT"},
        timeout=PATIENCE,
    )
    assert refused.status_code == 400


def test_any_origin(start: Start) -> None:
    answer = start("--workers", "1", "--cors", "*").get("ASK {}", Origin="https://example.org")
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "origin", ["example.org", "https://example.org/", "https://*.example.org", "null", "file://", ""]
)
def test_what_is_no_origin(origin: str) -> None:
    with pytest.raises(ServeError, match="is no origin"):
        Settings(cors=(origin,))
