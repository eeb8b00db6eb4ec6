"""Resolved things to files: RDF (Turtle, N-Triples, JSON-LD) and networks (GraphML, GEXF, JSON, CSV).

Guarantees: the same Knowledge gives the same bytes; nothing here imports rdflib or networkx. Importing this loads
nothing but itself, so that who only asks a graph does not wait for what writes one.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph.files import render, write

__all__ = ["render", "write"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg.graph import files

    return getattr(files, name)
