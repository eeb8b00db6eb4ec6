"""Questions that take too much: each is answered 503 in time, and the server goes on answering."""

from __future__ import annotations

import asyncio
import shutil
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from tests.conftest import Run
from tests.serve.conftest import PATIENCE, RUNAWAY, Server, Start, running, until

LIMIT = 2.0
SMALL = "ASK { ?u a ukg:Union }"
CROSSED = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
RUNAWAYS = {
    "counting": RUNAWAY,
    "sorting": f"SELECT * {{ {CROSSED} }} ORDER BY ?l ?i ?f ?c",
    "distinct": f"SELECT DISTINCT * {{ {CROSSED} }}",
    "constructing": f"CONSTRUCT {{ ?a ?b ?l }} {{ {CROSSED} }}",
    "selecting": f"SELECT * {{ {CROSSED} }}",
    "joining strings": f"SELECT (GROUP_CONCAT(?l) AS ?all) {{ {CROSSED} }}",
    "paths": "SELECT (COUNT(*) AS ?n) { ?a (!<a:a>|^!<a:a>)* ?b . ?c (!<a:a>)* ?d . ?e (!<a:a>)* ?f . ?g ?h ?i }",
    "asking": f"ASK {{ {CROSSED} FILTER (CONCAT(STR(?a), STR(?f), STR(?i), STR(?l)) = 'no such') }}",
}
GROWING = f'SELECT (REPLACE(REPLACE(?x, "a", ?x), "a", ?x) AS ?y) {{ VALUES ?x {{ "{"a" * 1000}" }} }}'
"""A string of 10^9 characters."""


@pytest.mark.parametrize("runaway", RUNAWAYS.values(), ids=RUNAWAYS)
def test_a_runaway_ends_in_time_while_others_are_answered(start: Start, runaway: str) -> None:
    server = start("--timeout", str(LIMIT), "--workers", "2")

    def timed() -> tuple[httpx.Response, float]:
        began = time.monotonic()
        return server.get(runaway), time.monotonic() - began

    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(timed)
        meanwhile = 0
        while not asked.done():
            meanwhile += server.get(SMALL).status_code == 200
        response, seconds = asked.result()
    assert response.status_code == 503, response.text[:200]
    assert response.headers["content-type"].startswith("text/plain")
    assert seconds <= LIMIT + 1
    assert meanwhile > 1
    until(lambda: server.get(SMALL).status_code == 200)


@pytest.mark.parametrize("runaway", [RUNAWAY, RUNAWAYS["sorting"]], ids=["time", "memory"])
def test_a_store_on_disk_outlives_its_runaways(
    root: Path, folder: Path, run_kg: Run, tmp_path: Path, runaway: str
) -> None:
    """Workers that share it are killed while they read."""
    copy = tmp_path / "out"
    shutil.copytree(folder, copy)
    assert run_kg("load", copy).returncode == 0
    with running(root, copy, "--timeout", str(LIMIT), "--workers", "2", "--max-memory-mib", "64") as server:
        for _ in range(3):
            assert server.get(runaway).status_code == 503
            until(lambda: server.get(SMALL).status_code == 200)


def test_the_time_limit_is_said(start: Start) -> None:
    response = start("--timeout", "0.5", "--workers", "1").get(RUNAWAY)
    assert response.status_code == 503
    assert "longer than 0.5 seconds" in response.text
    assert response.headers["retry-after"] == "1"


def test_workers_that_were_ended_are_replaced(start: Start) -> None:
    server = start("--timeout", "0.3", "--workers", "1")
    for _ in range(3):
        assert server.get(RUNAWAY).status_code == 503
    until(lambda: server.get(SMALL).status_code == 200)


def test_the_size_of_an_answer(start: Start) -> None:
    server = start("--max-result-mib", "1", "--workers", "1", "--timeout", str(PATIENCE))
    for query in (f"SELECT * {{ {CROSSED} }}", "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }"):
        response = server.get(query)
        assert response.status_code == 503
        assert "larger than 1 MiB" in response.text
        assert "LIMIT" in response.text
        assert "retry-after" not in response.headers
    assert server.get(SMALL).status_code == 200


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel holds no such limit")
def test_the_memory_of_a_question(start: Start) -> None:
    server = start("--max-memory-mib", "64", "--workers", "1", "--timeout", str(PATIENCE))
    for query in (GROWING, RUNAWAYS["sorting"]):
        response = server.get(query)
        assert response.status_code == 503
        assert "more memory" in response.text
        assert server.get(SMALL).status_code == 200


def test_a_question_nested_too_deeply(start: Start) -> None:
    server = start("--workers", "1")
    query = "SELECT * " + "{" * 200_000 + "}" * 200_000
    headers = {"Content-Type": "application/sparql-query"}
    response = httpx.post(server.endpoint, content=query, headers=headers, timeout=PATIENCE)
    assert response.status_code == 503
    assert "nested too deeply" in response.text
    assert server.get(SMALL).status_code == 200


def test_more_questions_than_can_wait(start: Start) -> None:
    """One is answered, eight wait; whoever comes then is turned away before any of them can have ended."""
    limit = 5.0
    server = start("--timeout", str(limit), "--workers", "1")

    async def ask(client: httpx.AsyncClient) -> tuple[float, httpx.Response]:
        began = time.monotonic()
        response = await client.post(server.endpoint, data={"query": RUNAWAY})
        return time.monotonic() - began, response

    async def crowd() -> list[tuple[float, httpx.Response]]:
        limits = httpx.Limits(max_connections=20)
        async with httpx.AsyncClient(timeout=PATIENCE, limits=limits) as client:
            return await asyncio.gather(*(ask(client) for _ in range(12)))

    with ThreadPoolExecutor(1) as pool:  # a thread of its own, since the browser's tests leave a loop in this one
        answers = sorted(pool.submit(lambda: asyncio.run(crowd())).result(), key=lambda answer: answer[0])
    assert {response.status_code for _, response in answers} == {503}
    assert [seconds < limit for seconds, _ in answers[:3]] == [True] * 3
    assert all("busy" in response.text and response.headers["retry-after"] for _, response in answers[:3])
    assert answers[3][0] >= limit * 0.9
    assert answers[-1][0] <= limit + 1


@pytest.mark.skipif(sys.platform != "linux", reason="processes are read from /proc")
def test_a_client_that_goes_takes_its_question_along(start: Start) -> None:
    server = start("--timeout", "1000", "--workers", "1")
    (before,) = server.workers()
    _leave(server)
    until(lambda: server.workers() not in ({before}, set()))
    assert server.get(SMALL).status_code == 200


def _leave(server: Server) -> None:
    host, port = server.page.removeprefix("http://").rstrip("/").split(":")
    with socket.create_connection((host, int(port))) as client:
        client.sendall(f"GET /sparql?query={quote(RUNAWAY)} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        until(server.is_busy)
