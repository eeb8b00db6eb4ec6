"""A worker as the server sees it: a process at the end of two pipes, which can be ended at any moment.

Guarantees: `Hand.ask` gives a reply or says how the worker ended; `Hand.end` leaves no process behind. A worker
inherits nothing of the server but its environment and where ``kg`` was imported from.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from typing import TypeVar

import msgspec

import kg
from kg.serve.messages import LENGTH, Reply, Start, Task, Welcome, framed

__all__ = ["Hand", "WorkerEndedError"]

Message = TypeVar("Message", Reply, Welcome)


class WorkerEndedError(Exception):
    """A worker ended instead of answering; the argument is its exit code, a signal's number below zero."""

    @property
    def signal(self) -> signal.Signals | None:
        """What ended it, where it was a signal."""
        code = self.args[0]
        return signal.Signals(-code) if code < 0 else None


class Hand:
    """One running worker; made by `Hand.start`."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.welcome = Welcome()
        """What the worker said when it was ready."""

    @classmethod
    async def start(cls, start: Start) -> Hand:
        """A worker that has opened the graph, or whose `welcome` tells the problem.

        Raises WorkerEndedError where it ended before it said either.
        """
        hand = cls(await _spawn())
        try:
            hand.welcome = await hand._exchange(start, Welcome)
        except BaseException:
            await hand.end()
            raise
        return hand

    async def ask(self, task: Task) -> Reply:
        """The worker's reply; raises WorkerEndedError."""
        return await self._exchange(task, Reply)

    def kill(self) -> None:
        """End the worker now; the kernel does not ask it."""
        if self._process.returncode is None:
            try:
                self._process.kill()
            except ProcessLookupError:
                return

    async def end(self) -> None:
        """End the worker, and wait until it is gone."""
        self.kill()
        await self._process.wait()

    async def _exchange(self, message: Start | Task, kind: type[Message]) -> Message:
        source, target = self._process.stdout, self._process.stdin
        assert source is not None and target is not None
        try:
            target.write(framed(message))
            await target.drain()
            length = int.from_bytes(await source.readexactly(LENGTH), "big")
            return msgspec.msgpack.decode(await source.readexactly(length), type=kind)
        except (asyncio.IncompleteReadError, ConnectionError):
            raise WorkerEndedError(await self._process.wait()) from None


async def _spawn() -> Process:
    where = str(Path(kg.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (where, os.environ.get("PYTHONPATH"))))
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-P", "-m", "kg.serve.worker"),  # -P: nothing is imported from the folder that the server was started in
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,  # Rust tells a failed allocation there, with all of its stack
        env={**os.environ, "PYTHONPATH": path, "RUST_BACKTRACE": "0"},
    )
