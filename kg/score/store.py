"""The exported files of a graph, loaded into a store that answers SPARQL.

Guarantees: every Turtle and N-Triples file under the folder is loaded, in the order of names, whoever
wrote it; the files are only read; what cannot be read is one OutputError that names the file.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph

from kg.errors import OutputError

__all__ = ["holds_graph", "load_store"]

_FORMATS = {".ttl": pyoxigraph.RdfFormat.TURTLE, ".nt": pyoxigraph.RdfFormat.N_TRIPLES}


def holds_graph(folder: Path) -> bool:
    """Whether a file of a graph stands under `folder`."""
    return bool(_files(folder))


def load_store(folder: Path) -> pyoxigraph.Store:
    """Everything that the files under `folder` state, in memory."""
    files = _files(folder)
    if not files:
        raise OutputError(f"{folder}: holds no .ttl and no .nt file; build the graph: kg build PATH --out {folder}")
    store = pyoxigraph.Store()
    for file in files:
        try:
            store.bulk_load(path=str(file), format=_FORMATS[file.suffix])
        except (OSError, SyntaxError, ValueError) as error:
            raise OutputError(f"{file}: cannot be read ({' '.join(str(error).split())}); build it again") from error
    return store


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in _FORMATS and path.is_file())
