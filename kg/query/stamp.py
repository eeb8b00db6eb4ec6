"""What the store of a folder was filled from, so that it never answers for another graph.

Guarantees: a store counts only where its stamp stands in full, since the stamp is renamed into place last; a file
is the one that a store was filled from where its size and time of change are those noted, or else its size and
SHA-256. A stamp that cannot be read is no stamp.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO

import msgspec

__all__ = ["STORE", "HashedReader", "SourceFile", "Stamp", "read_stamp", "write_stamp"]

STORE = "store"
"""The folder, inside that of a graph, which holds its store."""
_STAMP = "store.json"
_VERSION = 1


class SourceFile(msgspec.Struct, frozen=True):
    """A file that a store was filled from, as it was then."""

    name: str
    """The file's name, without folders."""
    own: bool
    """Whether it lies in the folder of the store's graph."""
    size: int
    """Bytes."""
    changed: int
    """Time of the last change, in nanoseconds."""
    sha256: str

    def is_same(self, file: Path) -> bool:
        """Whether `file` still holds what was loaded; reads it only where size fits and time of change does not."""
        found = file.stat()
        if found.st_size != self.size:
            return False
        return found.st_mtime_ns == self.changed or _sha256(file) == self.sha256


class Stamp(msgspec.Struct, frozen=True):
    """What stands in ``store.json``."""

    version: int
    data: str
    """The folder beside the stamp that holds the store itself."""
    statements: int
    files: tuple[SourceFile, ...]

    @classmethod
    def of(cls, data: str, statements: int, files: tuple[SourceFile, ...]) -> Stamp:
        """The stamp of a store that was just filled."""
        return cls(_VERSION, data, statements, files)


class HashedReader:
    """A file read once, from its beginning to its end, for a parser and for its SHA-256 at the same time."""

    def __init__(self, file: IO[bytes], told: Callable[[int], None]) -> None:
        """`told` is called with the number of bytes of every piece."""
        self._file = file
        self._told = told
        self._hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`; none at the end."""
        piece = self._file.read(size)
        self._hash.update(piece)
        self._told(len(piece))
        return piece

    @property
    def sha256(self) -> str:
        """Of what was read so far, in hexadecimal."""
        return self._hash.hexdigest()


def read_stamp(folder: Path) -> Stamp | None:
    """The stamp of the store in the graph's `folder`; None where there is none that this program wrote."""
    try:
        stamp = msgspec.json.decode((folder / STORE / _STAMP).read_bytes(), type=Stamp)
    except (OSError, msgspec.DecodeError):
        return None
    plain = Path(stamp.data).name == stamp.data and stamp.data not in ("", "..")
    return stamp if stamp.version == _VERSION and plain else None


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Make `stamp` the one that counts, at one stroke; raises OSError where it cannot be written."""
    place = folder / STORE / _STAMP
    new = place.with_name(f"{stamp.data}.json")
    try:
        with new.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(stamp), indent=1) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        new.replace(place)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
