"""Statements of a store, looked up by property and kept: what the Python API reads records from.

Guarantees: reads only; gives values in the order of their characters; follows a relation through
any number of steps and ends even where it is circular.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph

from kg.graph.namespaces import expand

__all__ = ["Statements"]

_LANGUAGES = ("zh", "en")
"""The languages that labels are written in."""


class Statements:
    """The statements of one store, by property. Values and nodes are plain strings."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self._store = store
        self._forward: dict[str, dict[str, list[str]]] = {}
        self._backward: dict[str, dict[str, list[str]]] = {}

    def values(self, subject: str, predicate: str) -> list[str]:
        """The values of `predicate` (a compact name) of `subject`, sorted."""
        return self._of(predicate).get(subject, [])

    def value(self, subject: str, predicate: str) -> str | None:
        """The first value, or None."""
        return next(iter(self.values(subject, predicate)), None)

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Whatever has `value` for `predicate`, sorted."""
        if predicate not in self._backward:
            found: dict[str, list[str]] = {}
            for subject, values in self._of(predicate).items():
                for each in values:
                    found.setdefault(each, []).append(subject)
            self._backward[predicate] = {each: sorted(subjects) for each, subjects in found.items()}
        return self._backward[predicate].get(value, [])

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

    def _of(self, predicate: str) -> dict[str, list[str]]:
        if predicate not in self._forward:
            found: dict[str, list[str]] = {}
            for quad in self._store.quads_for_pattern(None, pyoxigraph.NamedNode(expand(predicate)), None, None):
                found.setdefault(_text(quad.subject), []).append(_text(quad.object))
            self._forward[predicate] = {subject: sorted(values) for subject, values in found.items()}
        return self._forward[predicate]


def _text(term: object) -> str:
    return term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else str(term)
