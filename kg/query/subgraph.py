"""The part of a graph that is about some of its nodes, with the words that state it.

Guarantees: of every node all statements, and of everything that these point at, to the end; of an initiative that
is not asked for, nothing: a link to it is left out, so that counting initiatives counts those asked for. The
phrases inside an initiative's evidence that name one of these things come with it. Nothing is stated that the
whole graph does not state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile, takewhile
from typing import Any

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat, Triple

from kg.graph.namespaces import expand, prefixes

__all__ = ["rdf_text", "statements_about"]

_TYPE, _INITIATIVE = NamedNode(expand("rdf:type")), NamedNode(expand("ukg:Initiative"))
_EVIDENCE, _MENTIONS = NamedNode(expand("prov:wasDerivedFrom")), NamedNode(expand("itsrdf:taIdentRef"))
_SOURCE = NamedNode(expand("nif:referenceContext"))
_BEGIN, _END = NamedNode(expand("nif:beginIndex")), NamedNode(expand("nif:endIndex"))


def statements_about(store: pyoxigraph.Store, nodes: Iterable[str]) -> list[Triple]:
    """The statements about `nodes` (IRIs), sorted; what the store does not describe adds none."""
    part = _Part(store, nodes)
    part.follow(part.asked)
    part.follow(part.mentions())
    return sorted(part.triples, key=str)


def rdf_text(triples: Iterable[Triple], base: str, *, turtle: bool = True) -> str:
    """`triples` as Turtle with the vocabulary's prefixes, or as N-Triples, in the order given."""
    if not turtle:
        return (pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
    written = (pyoxigraph.serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes(base)) or b"").decode()
    lines = written.splitlines(keepends=True)
    # The engine declares prefixes in another order each time.
    return "".join((*sorted(takewhile(_declares, lines)), *dropwhile(_declares, lines)))


def _declares(line: str) -> bool:
    return line.startswith("@prefix ")


class _Part:
    """What has been gathered so far."""

    def __init__(self, store: pyoxigraph.Store, nodes: Iterable[str]) -> None:
        self._store = store
        self.asked = sorted({NamedNode(node) for node in nodes}, key=str)
        self._initiatives = {node for node in self.asked if self._is_initiative(node)}
        self._seen: set[NamedNode] = set()
        self.triples: set[Triple] = set()

    def follow(self, nodes: Iterable[Any]) -> None:
        """Gather the statements about `nodes` and about everything that they point at."""
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if node in self._seen:
                continue
            self._seen.add(node)
            for quad in self._store.quads_for_pattern(node, None, None):
                target = quad.object
                if isinstance(target, NamedNode) and quad.predicate != _TYPE:
                    if target not in self._initiatives and self._is_initiative(target):
                        continue
                    waiting.append(target)
                self.triples.add(quad.triple)

    def mentions(self) -> Iterator[Any]:
        """The phrases that name something gathered and stand inside the evidence of an initiative asked for."""
        evidence: dict[Any, list[tuple[int, int]]] = {}
        for initiative in self._initiatives:
            for quad in self._store.quads_for_pattern(initiative, _EVIDENCE, None):
                for source in self._values(quad.object, _SOURCE):
                    evidence.setdefault(source, []).append(self._span(quad.object))
        # From the sources, not from what is named: a group of workers is named in every source there is.
        for source in sorted(evidence, key=str):
            for phrase in self._phrases_of(source):
                if self._names_any(phrase) and self._stands_in(phrase, evidence[source]):
                    yield phrase

    def _phrases_of(self, source: Any) -> Iterator[Any]:
        return (quad.subject for quad in self._store.quads_for_pattern(None, _SOURCE, source))

    def _names_any(self, phrase: Any) -> bool:
        return any(target in self._seen for target in self._values(phrase, _MENTIONS))

    def _stands_in(self, phrase: Any, stretches: list[tuple[int, int]]) -> bool:
        begin, end = self._span(phrase)
        return any(first <= begin and end <= last for first, last in stretches)

    def _is_initiative(self, node: NamedNode) -> bool:
        return next(iter(self._store.quads_for_pattern(node, _TYPE, _INITIATIVE)), None) is not None

    def _span(self, phrase: Any) -> tuple[int, int]:
        begin, end = (next(self._values(phrase, name), None) for name in (_BEGIN, _END))
        return int(getattr(begin, "value", 0)), int(getattr(end, "value", 0))

    def _values(self, node: Any, predicate: NamedNode) -> Iterator[Any]:
        return (quad.object for quad in self._store.quads_for_pattern(node, predicate, None))
