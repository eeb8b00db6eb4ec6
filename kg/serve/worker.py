"""A worker: a process that opens the graph read-only and answers one question after the other.

Guarantees: reads frames from stdin and writes frames to stdout, nothing else (see ``kg.serve.messages``); ends when
stdin does, so that none outlives the server; keeps to the limits of ``kg.serve.confinement``. Run as
``python -m kg.serve.worker`` by ``kg.serve.pool``.
"""

from __future__ import annotations

import os
import sys
import warnings
from http import HTTPStatus
from typing import BinaryIO, TypeVar

import msgspec

from kg.errors import GraphError
from kg.serve.confinement import alarm, confine_memory, ignore_interrupt
from kg.serve.messages import LENGTH, Reply, Start, Task, Welcome, framed

__all__ = ["run"]

Message = TypeVar("Message", Start, Task)


def run(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer until `questions` ends."""
    start = _next(questions, Start)
    if start is None:
        return

    from kg.graph.namespaces import prefixes
    from kg.query.graph import load
    from kg.serve.answering import answer

    try:
        with warnings.catch_warnings(record=True) as noticed:
            warnings.simplefilter("always")
            graph = load(start.folder)
            store, base = graph.store, graph.base
    except (GraphError, OSError) as error:
        _say(answers, Welcome(problem=str(error)))
        return
    confine_memory(start.memory_bytes)
    _say(answers, Welcome(base, tuple(str(one.message) for one in noticed)))
    known = prefixes(base)
    while (task := _next(questions, Task)) is not None:
        with alarm(start.timeout):
            try:
                reply = answer(store, known, task, start.result_bytes)
            except MemoryError:
                reply = Reply.refusal(HTTPStatus.SERVICE_UNAVAILABLE, "the answer needs more memory than is allowed")
        _say(answers, reply)


def _next(questions: BinaryIO, kind: type[Message]) -> Message | None:
    length = questions.read(LENGTH)
    if len(length) < LENGTH:
        return None
    body = questions.read(int.from_bytes(length, "big"))
    return msgspec.msgpack.decode(body, type=kind)


def _say(answers: BinaryIO, message: Welcome | Reply) -> None:
    answers.write(framed(message))
    answers.flush()


def _main() -> None:
    ignore_interrupt()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever prints by mistake prints elsewhere
    try:
        run(sys.stdin.buffer, answers)
    except BrokenPipeError:
        os._exit(1)  # the server has gone; nothing is left to flush to


if __name__ == "__main__":
    _main()
