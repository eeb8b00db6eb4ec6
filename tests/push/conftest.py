"""A real SPARQL server, and one that only notes what it is asked."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

OXIGRAPH = Path(sys.executable).parent / "oxigraph"
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
SECRETS = ("KG_PUSH_USER", "KG_PUSH_PASSWORD", "KG_PUSH_TOKEN")


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy stands between a test and its server, and no credentials but a test's own."""
    for name in (*PROXIES, *SECRETS):
        monkeypatch.delenv(name, raising=False)


class Server:
    """An Oxigraph server on a folder; it can be ended and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its graph store."""
        return f"http://{self.address}/store"

    def start(self) -> None:
        command = [str(OXIGRAPH), "serve", "--location", str(self._folder), "--bind", self.address]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        ends = time.monotonic() + 60
        while time.monotonic() < ends:
            try:
                httpx.get(f"http://{self.address}/", trust_env=False)
                return
            except httpx.TransportError:
                time.sleep(0.05)
        raise TimeoutError("the Oxigraph server did not start")

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def lines(self, graph: str | None = None) -> list[str]:
        """The statements of a graph, as sorted N-Triples."""
        query = {"graph": graph} if graph else {"default": ""}
        headers = {"Accept": "application/n-triples"}
        answer = httpx.get(self.url, params=query, headers=headers, trust_env=False, timeout=60)
        return sorted(answer.raise_for_status().text.splitlines())


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    if not OXIGRAPH.is_file():
        pytest.fail("the oxigraph server is not installed; make test installs it")
    one = Server(tmp_path / "server")
    one.start()
    yield one
    one.kill()


class Notes(ThreadingHTTPServer):
    """A server that notes every request and answers with the statuses given, the last one again and again."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Noting)
        self.seen: list[tuple[str, str, dict[str, str], bytes]] = []
        self.statuses: list[tuple[int, dict[str, str], str]] = [(204, {}, "")]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/store"


class _Noting(BaseHTTPRequestHandler):
    server: Notes

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.seen.append((self.command, self.path, dict(self.headers), body))
        statuses = self.server.statuses
        status, headers, text = statuses.pop(0) if len(statuses) > 1 else statuses[0]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    do_PUT = do_POST

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def notes() -> Iterator[Notes]:
    with Notes() as one:
        thread = threading.Thread(target=one.serve_forever, daemon=True)
        thread.start()
        yield one
        one.shutdown()
        thread.join()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A graph of a hundred statements."""
    folder = tmp_path / "out"
    folder.mkdir()
    lines = [f'<https://example.org/{n}> <https://example.org/p> "快递员 {n}" .\n' for n in range(100)]
    (folder / "graph.nt").write_text("".join(lines), encoding="utf-8")
    return folder
