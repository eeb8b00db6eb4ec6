"""Statements of a store, looked up by node and property and kept: what the Python API reads records from.

Guarantees: reads only, through the store's indexes, so that a look-up costs what it finds and not what the graph
holds; gives values in the order of their characters; follows a relation through any number of steps and ends even
where it is circular.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cache

import pyoxigraph

from kg.graph.namespaces import expand

__all__ = ["Statements"]

_LANGUAGES = ("zh", "en")
"""Of the texts that a value is sought in, beside those without a language."""


class Statements:
    """The statements of one store, by node and property. Values and nodes are plain strings."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self._store = store
        self._forward: dict[tuple[str, str], list[str]] = {}
        self._backward: dict[tuple[str, str], list[str]] = {}

    def values(self, subject: str, predicate: str) -> list[str]:
        """The values of `predicate` (a compact name) of `subject`, sorted; of each once."""
        key = subject, predicate
        if key not in self._forward:
            node = _node(subject)
            quads = () if node is None else self._store.quads_for_pattern(node, _property(predicate), None, None)
            self._forward[key] = sorted({_text(quad.object) for quad in quads})
        return self._forward[key]

    def value(self, subject: str, predicate: str) -> str | None:
        """The first value, or None."""
        return next(iter(self.values(subject, predicate)), None)

    def by_language(self, subject: str, predicate: str) -> dict[str, str]:
        """The values of `predicate` of `subject` that have a language, by language; the first where there are more."""
        found: dict[str, str] = {}
        pattern = (pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(expand(predicate)), None, None)
        for value in sorted((quad.object for quad in self._store.quads_for_pattern(*pattern)), key=str):
            if isinstance(value, pyoxigraph.Literal) and value.language:
                found.setdefault(value.language, value.value)
        return found

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Whatever has the node or text `value` (without a language, in Chinese or English), sorted."""
        key = predicate, value
        if key not in self._backward:
            name = _property(predicate)
            self._backward[key] = sorted(
                {
                    _text(quad.subject)
                    for term in _terms(value)
                    for quad in self._store.quads_for_pattern(None, name, term, None)
                }
            )
        return self._backward[key]

    def called(self, predicate: str, words: str) -> set[str]:
        """Whatever has exactly `words` for `predicate`, plain, in Chinese or in English; asked of the store at once."""
        try:
            literals = [pyoxigraph.Literal(words), *(pyoxigraph.Literal(words, language=each) for each in _LANGUAGES)]
        except ValueError:  # a lone surrogate
            return set()
        name = pyoxigraph.NamedNode(expand(predicate))
        return {
            _text(quad.subject)
            for literal in literals
            for quad in self._store.quads_for_pattern(None, name, literal, None)
        }

    def classes(self, node: str) -> set[str]:
        """The IRIs of the classes of a node, none for what is no node; asked of the store at once."""
        try:
            subject = pyoxigraph.NamedNode(node)
        except ValueError:  # no IRI
            return set()
        name = pyoxigraph.NamedNode(expand("rdf:type"))
        return {_text(quad.object) for quad in self._store.quads_for_pattern(subject, name, None, None)}

    def of_class(self, name: str) -> list[str]:
        """All nodes typed with a class (a compact name), sorted."""
        return self.subjects("rdf:type", expand(name))

    def below(self, nodes: Iterable[str], predicate: str) -> set[str]:
        """`nodes` and all from which `predicate` leads to one of them, in any number of steps."""
        found: set[str] = set()
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting.extend(self.subjects(predicate, node))
        return found


@cache
def _property(name: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(expand(name))


def _node(name: str) -> pyoxigraph.NamedNode | pyoxigraph.BlankNode | None:
    """A node, or None for what is no IRI and therefore no node of any graph."""
    try:
        return pyoxigraph.BlankNode(name[2:]) if name.startswith("_:") else pyoxigraph.NamedNode(name)
    except ValueError:
        return None


def _terms(value: str) -> Iterable[pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal]:
    node = _node(value)
    if node is not None:
        yield node
    with suppress(ValueError):  # a lone surrogate is in no graph
        yield pyoxigraph.Literal(value)
        for language in _LANGUAGES:
            yield pyoxigraph.Literal(value, language=language)


def _text(term: object) -> str:
    return term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else str(term)
