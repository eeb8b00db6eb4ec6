"""Pushing to a real Oxigraph server: everything arrives, once, where it should, even after an interruption."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from kg.errors import PushError
from kg.push import push
from kg.push.progress_file import NAME
from tests.conftest import Run
from tests.push.conftest import Server

GRAPH = "https://example.org/工会?a=b&c#d"


def lines(out: Path) -> list[str]:
    return sorted((out / "graph.nt").read_text(encoding="utf-8").splitlines())


def test_all_statements_arrive(server: Server, out: Path) -> None:
    done = push(out, server.url, chunk_size=7)
    assert server.lines() == lines(out)
    assert (done.statements, done.requests, done.resumed) == (100, 15, 0)
    assert not (out / NAME).exists()


def test_a_named_graph(server: Server, out: Path) -> None:
    push(out, server.url, graph=GRAPH)
    assert server.lines(GRAPH) == lines(out)
    assert server.lines() == []


@pytest.mark.parametrize("graph", [None, GRAPH])
def test_adding_and_replacing(server: Server, out: Path, graph: str | None) -> None:
    push(out, server.url, graph=graph)
    before = lines(out)
    (out / "graph.nt").write_text('<https://example.org/new> <https://example.org/p> "新" .\n', encoding="utf-8")
    push(out, server.url, graph=graph)
    assert server.lines(graph) == sorted(before + lines(out))
    push(out, server.url, graph=graph, replace=True)
    assert server.lines(graph) == lines(out)


class Killed(Exception):
    pass


@pytest.mark.parametrize("replace", [False, True])
def test_it_goes_on_after_the_server_was_killed(server: Server, out: Path, replace: bool) -> None:
    if replace:
        old = '<https://example.org/old> <https://example.org/p> "旧" .'
        httpx.post(server.url + "?default", content=old.encode(), headers={"Content-Type": "application/n-triples"})

    def kill_midway(done: int, total: int) -> None:
        if done * 2 > total:
            server.kill()

    with pytest.raises(PushError, match=r"cannot be reached .*the same command goes on"):
        push(out, server.url, chunk_size=10, replace=replace, progress=kill_midway, pause=lambda _: None)
    assert (out / NAME).is_file()
    server.start()
    there = server.lines()
    assert 0 < len(there) < 100
    done = push(out, server.url, chunk_size=10, replace=replace)
    assert server.lines() == lines(out)
    assert done.resumed > 0
    assert done.requests == 10 - len(there) // 10
    assert not (out / NAME).exists()


def test_it_waits_for_a_server_that_comes_back(server: Server, out: Path) -> None:
    server.kill()
    pauses: list[float] = []

    def start_at_the_third(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            server.start()

    push(out, server.url, pause=start_at_the_third)
    assert pauses == [1, 2, 4]
    assert server.lines() == lines(out)


def test_the_command(run_kg: Run, server: Server, seed_graph: Path) -> None:
    told = run_kg("push", server.url, seed_graph, "--graph", GRAPH, "--chunk-size", "5000")
    assert told.returncode == 0, told.stderr
    assert len(server.lines(GRAPH)) == len(lines(seed_graph))
    assert told.stdout.startswith(f"{len(lines(seed_graph))} statements in {server.url}?graph=")
    assert told.stderr == ""
    told = run_kg("push", server.url.replace("/store", "/nothing"), seed_graph)
    assert told.returncode == 2
    assert "there is no graph store at this address" in told.stderr
    assert told.stderr.count("\n") == 1
