"""A server as a user starts it: ``python -m kg serve`` in a process of its own, on any port that is free."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

import kg.graph
from kg.lexicon import Lexicon
from tests.graph import sample

PATIENCE = 120
"""Seconds after which a server that says nothing is taken for broken, however slow the machine."""

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
"""Some 10^10 solutions on the small graph: hours."""


class Server:
    """A running server and where it is."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        self.page = address
        self.endpoint = address + "sparql"

    def get(self, query: str, accept: str | None = None, **headers: str) -> httpx.Response:
        given = {**headers, **({"Accept": accept} if accept else {})}
        return httpx.get(self.endpoint, params={"query": query}, headers=given, timeout=PATIENCE)

    def is_busy(self) -> bool:
        """Whether a worker has had more than its start can have taken."""
        return any(cpu_seconds(pid) > 1.5 for pid in self.workers())

    def workers(self) -> set[int]:
        """The processes that the server started and that run; Linux alone tells."""
        pid = self.process.pid
        found = set()
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                state, parent = status.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[:2]
            except OSError:
                continue
            if int(parent) == pid and state != "Z":
                found.add(int(status.parent.name))
        return found


def cpu_seconds(pid: int) -> float:
    """What a process has had so far; Linux alone tells."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


Start = Callable[..., Server]


@contextmanager
def running(root: Path, folder: Path, *options: str) -> Iterator[Server]:
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0", *options],
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Server(process, _address(process))
    finally:
        process.terminate()
        try:
            process.communicate(timeout=PATIENCE)
        finally:
            process.kill()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
    line = process.stdout.readline() if ready else ""
    if " at http" not in line:
        process.kill()
        pytest.fail(f"the server did not start: {line}{process.communicate()[1]}")
    return address_in(line)


def address_in(line: str) -> str:
    """Where the server is, as it says itself."""
    return "http" + line.split(" at http")[1].split()[0]


def until(true: Callable[[], bool]) -> None:
    """Wait until `true` says so."""
    for _ in range(PATIENCE * 10):
        if true():
            return
        time.sleep(0.1)
    pytest.fail("what was waited for did not happen")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small graph written by hand."""
    schemes = sample.ontology(tmp_path_factory.mktemp("serve-schemes"))
    out = tmp_path_factory.mktemp("serve") / "out"
    kg.graph.write(sample.knowledge(), out, lexicon=Lexicon(schemes))
    return out


@pytest.fixture
def start(root: Path, folder: Path) -> Iterator[Start]:
    """Start a server with options; all of them end with the test."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        yield lambda *options: stack.enter_context(running(root, folder, *options))


@pytest.fixture(scope="session")
def server(root: Path, folder: Path) -> Iterator[Server]:
    """One server for all tests that leave it as it was."""
    with running(root, folder, "--workers", "2") as started:
        yield started
