"""A graph in the formats of single tools, each in a folder of its own.

Guarantees: a graph that was built and one that was loaded give the same files; all files or none (see
``kg.graph.output``).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.graph.output import write_files

if TYPE_CHECKING:
    from kg.query.graph import Graph

__all__ = ["FORMATS", "export"]


def _neo4j(graph: Graph) -> dict[str, bytes]:
    from kg.graph.neo4j import neo4j_files

    return neo4j_files(graph.network)


def _parquet(graph: Graph) -> dict[str, bytes]:
    from kg.query.parquet import parquet_files

    return parquet_files(graph)


def _yed(graph: Graph) -> dict[str, bytes]:
    from kg.graph.yed import yed_files

    return yed_files(graph.network)


FORMATS: dict[str, Callable[[Graph], dict[str, bytes]]] = {"neo4j": _neo4j, "parquet": _parquet, "yed": _yed}
"""The files of each format, by its name."""


def export(graph: Graph, format: str, folder: str | os.PathLike[str]) -> tuple[str, ...]:
    """Write `graph` into `folder` in one of `FORMATS`; the names of the files.

    Raises QueryError for another format, OutputError where `folder` cannot be written, the folder that was
    loaded has no ``graph.json``, or a package that the format needs is missing.
    """
    if format not in FORMATS:
        raise QueryError(f"{format!r}: no format to export to; choose {', '.join(FORMATS)}")
    return write_files(Path(folder), FORMATS[format](graph))
