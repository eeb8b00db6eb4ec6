"""The statements of an N-Triples file: read through once before anything is sent, then chunk by chunk.

Guarantees: a chunk is whole lines; memory holds one chunk; a file with a blank node is refused, since posting it
twice would make two nodes of one, and a push could not be resumed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from kg.errors import PushError

__all__ = ["Content", "chunks", "read_through"]

_BLANK = re.compile(rb"\s*(?:_:|<[^>]*>\s*<[^>]*>\s*_:)")
_EMPTY = re.compile(rb"\s*(?:#.*)?$")


class Content(msgspec.Struct, frozen=True):
    """What a file holds, told by reading it."""

    sha256: str
    statements: int
    size: int
    """Bytes."""


def read_through(file: Path) -> Content:
    """Hash and count a file; raises PushError where a statement names a blank node."""
    digest, statements, size = hashlib.sha256(), 0, 0
    with file.open("rb") as opened:
        for number, line in enumerate(opened, start=1):
            if _BLANK.match(line):
                raise PushError(
                    f"{file}: line {number}: names a blank node, which a push that is resumed would make twice; "
                    "give it an IRI, or load the file with the server's own tools"
                )
            digest.update(line)
            size += len(line)
            statements += not _EMPTY.match(line)
    return Content(digest.hexdigest(), statements, size)


def chunks(file: Path, begin: int, lines: int) -> Iterator[tuple[bytes, int]]:
    """So many lines at a time from byte `begin` on, each time with the position of the byte behind them."""
    with file.open("rb") as opened:
        opened.seek(begin)
        place = begin
        while chunk := b"".join(islice(opened, lines)):
            place += len(chunk)
            yield chunk, place
