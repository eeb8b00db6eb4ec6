"""What the server and its workers say to each other: one message a frame, through pipes.

Guarantees: a frame is 8 bytes of length (big-endian) and as many bytes of MessagePack; what is not whole is no
message.
"""

from __future__ import annotations

import msgspec

__all__ = ["LENGTH", "Reply", "Start", "Task", "Welcome", "framed"]

LENGTH = 8
"""Bytes that tell a frame's length."""


class Start(msgspec.Struct, frozen=True):
    """The first words to a worker."""

    folder: str
    timeout: float
    """Seconds after which the worker ends itself, whatever has become of the server."""
    result_bytes: int
    memory_bytes: int


class Welcome(msgspec.Struct, frozen=True):
    """The first words of a worker: it is ready, or cannot be."""

    base: str = ""
    """The IRI under which things found in texts are named."""
    warnings: tuple[str, ...] = ()
    """Sentences of what was noticed on opening."""
    problem: str = ""
    """A sentence where the graph cannot be opened."""


class Task(msgspec.Struct, frozen=True):
    """A question, and how each form of answer is wanted (media types known to the engine); None for not at all."""

    query: str
    solutions: str | None
    graph: str | None


class Reply(msgspec.Struct, frozen=True):
    """An answer, or why there is none."""

    status: int
    """Of HTTP."""
    body: bytes
    """The answer as it is sent, or a sentence in UTF-8."""
    is_graph: bool = False
    """Whether the answer is a graph (CONSTRUCT, DESCRIBE), not solutions."""
    retry: bool = False
    """Whether the same question may be answered later."""

    @classmethod
    def refusal(cls, status: int, sentence: str, *, retry: bool = False) -> Reply:
        """No answer, and why."""
        return cls(status, sentence.encode(), retry=retry)


def framed(message: msgspec.Struct) -> bytes:
    """`message` as one frame."""
    body = msgspec.msgpack.encode(message)
    return len(body).to_bytes(LENGTH, "big") + body
