"""How a server starts, fails to start, and ends: one line for an error, no process left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from tests.conftest import Run
from tests.serve.conftest import PATIENCE, RUNAWAY, Server, Start, address_in, until

linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are read from /proc")


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def keep_busy(server: Server) -> None:
    """Ask what takes hours, and wait for no answer."""

    def ask() -> None:
        with contextlib.suppress(httpx.HTTPError):
            server.get(RUNAWAY)

    threading.Thread(target=ask, daemon=True).start()
    until(server.is_busy)


@linux
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_server_and_its_workers(start: Start, sent: signal.Signals, busy: bool) -> None:
    server = start("--workers", "2", "--timeout", "1000")
    workers = server.workers()
    assert len(workers) == 2
    if busy:
        keep_busy(server)
    server.process.send_signal(sent)
    out, errors = server.process.communicate(timeout=PATIENCE)
    assert (out, errors) == ("", "")
    assert server.process.returncode == (0 if sent is signal.SIGINT else -signal.SIGTERM)
    assert not [pid for pid in workers if runs(pid)]


@linux
def test_ctrl_c_reaches_every_process_of_a_terminal(root: Path, folder: Path) -> None:
    """A terminal sends it to the whole group; the workers leave it to the server."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0", "--workers", "2"],
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    address = address_in(process.stdout.readline())
    workers = Server(process, address).workers()
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=PATIENCE) == ("", "")
    assert process.returncode == 0
    assert not [pid for pid in workers if runs(pid)]


@linux
def test_workers_end_where_the_server_was_killed(start: Start) -> None:
    server = start("--workers", "2", "--timeout", "30")
    workers = server.workers()
    keep_busy(server)
    server.process.kill()
    until(lambda: not any(map(runs, workers)))


def test_a_port_in_use(run_kg: Run, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = run_kg("serve", folder, "--port", port)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"kg: 127.0.0.1 port {port}: cannot be listened on (Address already in use)")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "no.such.host.invalid"], "cannot be listened on"),
        (["--cors", "example.org"], "is no origin"),
        (["--ontology", "nowhere"], "holds no groups.ttl"),
    ],
)
def test_what_cannot_be_served_is_one_line(run_kg: Run, folder: Path, options: list[str], said: str) -> None:
    result = run_kg("serve", folder, "--port", "0", *options)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_graph(run_kg: Run, tmp_path: Path) -> None:
    result = run_kg("serve", tmp_path / "nowhere", "--port", "0")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "nowhere" in result.stderr


def test_a_graph_that_cannot_be_read(run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "graph.nt").write_text("this is no graph\n", encoding="utf-8")
    result = run_kg("serve", tmp_path, "--port", "0")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "cannot be read" in result.stderr
