"""The store of a graph that a build wrote: what every question runs on.

Guarantees: a graph that cannot be read is one OutputError that names the file.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph

from kg.errors import OutputError

__all__ = ["check_folder", "open_store"]

_FILES = ("graph.nt", "graph.ttl")


def open_store(folder: Path) -> pyoxigraph.Store:
    """The graph in `folder`, in memory; raises OutputError where there is none or it cannot be read."""
    file = check_folder(folder)
    store = pyoxigraph.Store()
    try:
        store.bulk_load(path=str(file))
    except (OSError, SyntaxError, ValueError) as error:
        raise OutputError(f"{file}: cannot be read ({' '.join(str(error).split())}); build it again") from error
    return store


def check_folder(folder: Path) -> Path:
    """The file of `folder` that holds the whole graph; raises OutputError where there is none."""
    found = next((folder / name for name in _FILES if (folder / name).is_file()), None)
    if found is None:
        raise OutputError(f"{folder}: holds neither graph.nt nor graph.ttl; build it: kg build PATH --out {folder}")
    return found
