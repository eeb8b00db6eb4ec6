"""The workers of a server: who answers next, and what becomes of a question that takes too much.

Guarantees: every question has a reply within its time limit, waiting for a worker included; a worker past the limit,
or whose client has gone, is killed and replaced; more questions than can wait are turned away at once; after
`Pool.close` no process of the pool is left.
"""

from __future__ import annotations

import asyncio
import math
import signal
import sys
from http import HTTPStatus

from kg.errors import OutputError
from kg.serve.hand import Hand, WorkerEndedError
from kg.serve.messages import Reply, Start, Task

__all__ = ["Pool"]

WAITING = 8
"""Questions that may wait, for each worker."""
PAUSE = 1.0
"""Seconds before a worker is started again that could not be."""

_OUT_OF_MEMORY = (signal.SIGABRT, signal.SIGKILL)
"""An allocation failed; or the machine itself ran out of memory."""


class Pool:
    """A fixed number of workers over one graph."""

    def __init__(self, start: Start, workers: int) -> None:
        self._start = start
        self._workers = workers
        self._idle: asyncio.Queue[Hand | None] = asyncio.Queue()
        self._hands: set[Hand] = set()
        self._replacing: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._closed = False
        self.base = ""
        """The IRI under which things found in texts are named; known once the pool is open."""
        self.warnings: tuple[str, ...] = ()
        """What the workers noticed when they opened the graph."""

    @property
    def retry_after(self) -> int:
        """Seconds after which another try may find a worker."""
        return max(1, math.ceil(self._start.timeout))

    async def open(self) -> None:
        """Start the workers; raises OutputError where the graph cannot be opened."""
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(self._workers):
                    group.create_task(self._add())
        except* OutputError as problems:
            raise OutputError(str(problems.exceptions[0])) from None

    async def close(self) -> None:
        """End the workers, whatever they are doing."""
        self.kill()
        for replacing in self._replacing:
            replacing.cancel()
        await asyncio.gather(*self._replacing, return_exceptions=True)
        await asyncio.gather(*(hand.end() for hand in self._hands))
        self._hands.clear()

    def kill(self) -> None:
        """End the workers without waiting until they are gone; who waits for one is told so."""
        self._closed = True
        for hand in self._hands:
            hand.kill()
        for _ in range(self._waiting):
            self._idle.put_nowait(None)

    async def ask(self, task: Task) -> Reply:
        """The reply to `task`; where the caller is cancelled, its question ends with it."""
        if self._closed:
            return self._ending()
        if self._idle.empty() and self._waiting >= WAITING * self._workers:
            return self._busy()
        deadline = asyncio.get_running_loop().time() + self._start.timeout
        self._waiting += 1
        try:
            async with asyncio.timeout_at(deadline):
                hand = await self._idle.get()
        except TimeoutError:
            return self._busy()
        finally:
            self._waiting -= 1
        return await self._asked(hand, task, deadline) if hand else self._ending()

    async def _asked(self, hand: Hand, task: Task, deadline: float) -> Reply:
        answered = False
        try:
            async with asyncio.timeout_at(deadline):
                reply = await hand.ask(task)
            answered = True
            return reply
        except TimeoutError:
            return self._too_long()
        except WorkerEndedError as ended:
            return self._too_long() if ended.signal is signal.SIGALRM else self._fallen(ended)
        finally:
            if answered:
                self._idle.put_nowait(hand)
            else:
                self._replace(hand)

    def _replace(self, hand: Hand) -> None:
        hand.kill()
        if self._closed:
            return
        replacing = asyncio.get_running_loop().create_task(self._replaced(hand))
        self._replacing.add(replacing)
        replacing.add_done_callback(self._replacing.discard)

    async def _replaced(self, hand: Hand) -> None:
        await hand.end()
        self._hands.discard(hand)
        while True:
            try:
                return await self._add()
            except OutputError as error:
                print(f"kg: a worker cannot be started again: {error}", file=sys.stderr, flush=True)
                await asyncio.sleep(PAUSE)

    async def _add(self) -> None:
        try:
            hand = await Hand.start(self._start)
        except WorkerEndedError as ended:
            raise OutputError(f"{self._start.folder}: a worker {_how(ended)} while it opened the graph") from None
        if hand.welcome.problem:
            await hand.end()
            raise OutputError(hand.welcome.problem)
        self._hands.add(hand)
        self.base, self.warnings = hand.welcome.base, hand.welcome.warnings
        self._idle.put_nowait(hand)

    def _busy(self) -> Reply:
        sentence = "every worker is busy with other questions; ask again later"
        return Reply.refusal(HTTPStatus.SERVICE_UNAVAILABLE, sentence, retry=True)

    def _ending(self) -> Reply:
        return Reply.refusal(HTTPStatus.SERVICE_UNAVAILABLE, "the server is ending; ask again later", retry=True)

    def _too_long(self) -> Reply:
        sentence = f"the question took longer than {self._start.timeout:g} seconds, the most that this server allows"
        return Reply.refusal(HTTPStatus.SERVICE_UNAVAILABLE, f"{sentence}; ask for less", retry=True)

    def _fallen(self, ended: WorkerEndedError) -> Reply:
        if self._closed:
            return self._ending()
        if ended.signal in _OUT_OF_MEMORY:
            sentence = "the question needs more memory than this server allows; ask for less"
        elif ended.signal is signal.SIGSEGV:
            sentence = "the question is nested too deeply for this server; write it flatter"
        else:
            sentence = f"the question's worker {_how(ended)}; ask for less"
        return Reply.refusal(HTTPStatus.SERVICE_UNAVAILABLE, sentence)


def _how(ended: WorkerEndedError) -> str:
    return f"was ended by {ended.signal.name}" if ended.signal else f"ended with exit code {ended.args[0]}"
