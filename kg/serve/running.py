"""A server from start to end: bind, open the graph, serve, leave nothing behind.

Guarantees: an address that cannot be had is known before anything is started; the address is announced once
questions are taken; Ctrl-C and SIGTERM end the server and every worker.
"""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from kg.errors import ServeError
from kg.query.named import Question
from kg.query.store import check_folder
from kg.serve.application import application
from kg.serve.messages import Start
from kg.serve.pool import Pool
from kg.serve.settings import MIB, Settings

__all__ = ["serve"]

PATIENCE = 1
"""Seconds that are given, when the server ends, to answers on their way."""
CONNECTIONS = 256
"""Connections at a time; more are answered 503."""


class _Server(uvicorn.Server):
    """Ends running questions as soon as it is told to end, rather than waiting for them."""

    def __init__(self, config: uvicorn.Config, pool: Pool) -> None:
        super().__init__(config)
        self._pool = pool
        self._loop = asyncio.get_running_loop()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self._loop.call_soon_threadsafe(self._pool.kill)


def serve(
    folder: Path,
    settings: Settings,
    *,
    questions: Iterable[Question] = (),
    announce: Callable[[str], None],
    warn: Callable[[str], None],
) -> None:
    """Serve the graph in `folder` until Ctrl-C or SIGTERM; `announce` is given the address of the page, once it is
    served, `warn` a sentence for whatever is noticed before.

    Raises
    ------
    ServeError : the address cannot be listened on.
    OutputError : there is no graph in `folder`, or it cannot be read.
    """
    check_folder(folder)
    with _bound(settings) as listening:
        try:
            asyncio.run(_serve(folder, settings, questions, announce, warn, listening))
        except KeyboardInterrupt:
            return


async def _serve(
    folder: Path,
    settings: Settings,
    questions: Iterable[Question],
    announce: Callable[[str], None],
    warn: Callable[[str], None],
    listening: socket.socket,
) -> None:
    pool = Pool(_start(folder, settings), settings.workers)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        announce(_address(settings, listening))
        yield
        await pool.close()  # here, since uvicorn raises the signal that ended it again, once it is done

    try:
        await pool.open()
        for sentence in pool.warnings:
            warn(sentence)
        if not settings.is_loopback:
            warn(f"other machines can ask this server at {settings.host}; it knows no passwords")
        server = _Server(_config(application(pool, settings, questions, folder, lifespan)), pool)
        await server.serve(sockets=[listening])
    finally:
        pool.kill()


def _config(served: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        served,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=PATIENCE,
    )


def _start(folder: Path, settings: Settings) -> Start:
    limits = settings.limits
    return Start(
        folder=str(folder.resolve()),
        timeout=limits.timeout,
        result_bytes=limits.result_mib * MIB,
        memory_bytes=limits.memory_mib * MIB,
    )


def _bound(settings: Settings) -> socket.socket:
    """A listening socket; raises ServeError."""
    where = f"{settings.host} port {settings.port}"
    try:
        family, *_, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        listening = socket.create_server(address, family=family)
    except OSError as error:
        reason = error.strerror if isinstance(error, socket.gaierror) else os.strerror(error.errno or 0)
        raise ServeError(f"{where}: cannot be listened on ({reason}); choose another with --host or --port") from None
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else a short answer waits 40 ms for the client
    return listening


def _address(settings: Settings, listening: socket.socket) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{listening.getsockname()[1]}/"
