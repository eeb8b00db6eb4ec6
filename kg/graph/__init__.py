"""Resolved things to files: RDF (Turtle, N-Triples, JSON-LD) and networks (GraphML, GEXF, JSON, CSV).

Guarantees: the same Knowledge gives the same bytes; nothing here imports rdflib or networkx.
"""

from kg.graph.files import render, write

__all__ = ["render", "write"]
