"""Statements of a store, looked up one at a time and never kept: for work that walks through a whole graph.

Guarantees: memory does not grow with the graph; values come in the order of their characters. Nodes are strings,
an IRI or ``_:name``; properties and classes are compact names (``rdfs:label``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph

from kg.graph.namespaces import expand

__all__ = ["Nodes"]


class Nodes:
    """The statements of one store."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self._store = store

    def values(self, subject: str, predicate: str) -> list[str]:
        """The nodes or texts that `predicate` of `subject` has, sorted."""
        quads = self._store.quads_for_pattern(_node(subject), _name(predicate), None, None)
        return sorted({_text(quad.object) for quad in quads})

    def value(self, subject: str, predicate: str) -> str:
        """The first of the values; empty where there is none."""
        return next(iter(self.values(subject, predicate)), "")

    def subjects(self, predicate: str, node: str) -> Iterator[str]:
        """Whatever points at a node, in the order of the store."""
        quads = self._store.quads_for_pattern(None, _name(predicate), _node(node), None)
        return (_text(quad.subject) for quad in quads)

    def of_class(self, name: str) -> Iterator[str]:
        """All nodes typed with a class, in the order of the store."""
        return self.subjects("rdf:type", expand(name))

    def has(self, subject: str, predicate: str, node: str) -> bool:
        """Whether a statement about two nodes stands in the store."""
        found = self._store.quads_for_pattern(_node(subject), _name(predicate), _node(node), None)
        return next(iter(found), None) is not None

    def is_a(self, node: str, name: str) -> bool:
        """Whether a node is typed with a class."""
        return self.has(node, "rdf:type", expand(name))


@cache
def _name(compact: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(expand(compact))


def _node(name: str) -> pyoxigraph.NamedNode | pyoxigraph.BlankNode:
    return pyoxigraph.BlankNode(name[2:]) if name.startswith("_:") else pyoxigraph.NamedNode(name)


def _text(term: object) -> str:
    return term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else str(term)
