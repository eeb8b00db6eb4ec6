"""The store of a graph that a build wrote: what every question runs on.

Guarantees: a store on disk is opened to be read only, by as many processes as like; it is used only where it was
filled from the very graph that stands beside it, and where it was not, that is said. Without one, the graph is
read into memory where it is small. A graph that cannot be read is one OutputError that names the file.
"""

from __future__ import annotations

import warnings
from pathlib import Path

import msgspec
import pyoxigraph

from kg.errors import GraphWarning, OutputError
from kg.query.stamp import STORE, read_stamp

__all__ = ["IN_MEMORY", "Stored", "check_folder", "find_store", "graph_file", "open_store", "stale", "store_of"]

_FILES = ("graph.nt", "graph.ttl")
IN_MEMORY = 256 * 1024 * 1024
"""Bytes of the largest graph that is read into memory where no store on disk answers for it."""


class Stored(msgspec.Struct, frozen=True):
    """A store on disk that is whole and belongs to the graph beside it."""

    path: Path
    """What ``pyoxigraph.Store.read_only`` opens."""
    statements: int


def open_store(folder: Path) -> pyoxigraph.Store:
    """The graph in `folder`: its store on disk, opened to be read only, or else the graph in memory.

    A store that a load replaces meanwhile is not followed: open it again for the new one. Warns with GraphWarning
    where a store is left aside since the graph beside it is another. Raises OutputError where there is no graph,
    it cannot be read, or it is larger than IN_MEMORY and no store answers for it.
    """
    file = check_folder(folder)
    stored = find_store(folder)
    if stored is not None:
        return _on_disk(folder, stored)
    if read_stamp(folder) is not None:
        warnings.warn(stale(folder), GraphWarning, stacklevel=2)
    return _in_memory(folder, file)


def stale(folder: Path) -> str:
    """The sentence for a user whose store was filled from another graph than the one that `folder` holds now."""
    return f"{folder / STORE}: was filled from another graph and is not used; fill it again: kg load {folder}"


def find_store(folder: Path) -> Stored | None:
    """The store on disk that answers for `folder`; None where there is none, or it was filled from another graph.

    Looks at size and time of change of the graph's file, and reads the file only where they leave a doubt.
    """
    stamp = read_stamp(folder)
    if stamp is None:
        return None
    file = graph_file(folder)
    own = [noted for noted in stamp.files if noted.own and file is not None and noted.name == file.name]
    if file is not None and not any(noted.is_same(file) for noted in own):
        return None
    path = folder / STORE / stamp.data
    return Stored(path, stamp.statements) if path.is_dir() else None


def graph_file(folder: Path) -> Path | None:
    """The file of `folder` that holds the whole graph, if there is one."""
    return next((folder / name for name in _FILES if (folder / name).is_file()), None)


def check_folder(folder: Path) -> Path:
    """What holds the whole graph of `folder`: a file, or its store alone; raises OutputError where there is none."""
    file = graph_file(folder)
    if file is not None:
        return file
    if find_store(folder) is not None:
        return folder / STORE
    raise OutputError(f"{folder}: holds neither graph.nt nor graph.ttl; build it: kg build PATH --out {folder}")


def _on_disk(folder: Path, stored: Stored) -> pyoxigraph.Store:
    try:
        return pyoxigraph.Store.read_only(str(stored.path))
    except OSError as error:
        newer = find_store(folder)
        if newer is not None and newer != stored:  # replaced between its finding and its opening
            return _on_disk(folder, newer)
        said = " ".join(str(error).split())
        raise OutputError(f"{stored.path}: cannot be opened ({said}); fill it again: kg load {folder}") from error


def _in_memory(folder: Path, file: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    try:
        size = file.stat().st_size
        if size > IN_MEMORY:
            raise OutputError(
                f"{file}: {size / 1e6:.0f} MB are too many to read into memory each time; "
                f"fill a store on disk once: kg load {folder}"
            )
        store.bulk_load(path=str(file))
    except (OSError, SyntaxError, ValueError) as error:
        raise OutputError(f"{file}: cannot be read ({' '.join(str(error).split())}); build it again") from error
    return store


def store_of(ntriples: bytes) -> pyoxigraph.Store:
    """A graph in N-Triples, in memory."""
    store = pyoxigraph.Store()
    store.bulk_load(ntriples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return store
