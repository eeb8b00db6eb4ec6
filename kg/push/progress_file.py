"""How far a push has come, in a small file beside the graph, so that it can go on after an interruption.

Guarantees: the file is never half-written; it counts only for the same graph (by its SHA-256), the same address
and the same way of pushing; one that cannot be read counts for nothing. It holds no secret.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import msgspec

__all__ = ["NAME", "State", "forget", "note", "noted"]

NAME = "push-state.json"


class State(msgspec.Struct, frozen=True):
    """What has been pushed where."""

    url: str
    """Where the graph goes, with the name of the target graph."""
    replace: bool
    sha256: str
    """Of graph.nt."""
    done: int = 0
    """Bytes of graph.nt that the server has taken, always whole statements."""


def noted(folder: Path, wanted: State) -> int:
    """The bytes that an earlier push to the same place has done; 0 where there was none."""
    try:
        found = msgspec.json.decode((folder / NAME).read_bytes(), type=State)
    except (OSError, msgspec.DecodeError):
        return 0
    same = (found.url, found.replace, found.sha256) == (wanted.url, wanted.replace, wanted.sha256)
    return max(0, found.done) if same else 0


def note(folder: Path, state: State) -> None:
    """Write the state, as a whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=".push-state-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(state))
        Path(name).replace(folder / NAME)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def forget(folder: Path) -> None:
    """All is done: nothing is left to go on with."""
    (folder / NAME).unlink(missing_ok=True)
