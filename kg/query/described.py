"""Statements of the blocks that a build has just described, looked up as those of a store are.

Guarantees: the answers of `kg.query.statements.Statements` on a store of the same blocks, without the writing and
reading of them that a store needs; reads only.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.terms import Block, Link, Term, Text

__all__ = ["Described"]


class Described:
    """The statements of blocks, by node and property; `base` begins the IRIs of what was found in texts."""

    def __init__(self, blocks: Iterable[Block], base: str) -> None:
        self.base = base
        self._forward: dict[str, dict[str, tuple[Term, ...]]] = {}
        self._backward: dict[str, dict[str, list[str]]] = {}
        self._of_class: dict[str, set[str]] = {}
        for block in blocks:
            stated = self._forward.setdefault(block.iri, {})
            for predicate, terms in block.statements:
                stated[predicate] = (*stated[predicate], *terms) if predicate in stated else terms
            for name in block.types:
                self._of_class.setdefault(name, set()).add(block.iri)

    def values(self, subject: str, predicate: str) -> list[str]:
        """The values of `predicate` (a compact name) of `subject`, sorted; of each once."""
        return sorted({_text(term) for term in self._terms(subject, predicate)})

    def value(self, subject: str, predicate: str) -> str | None:
        """The first value, or None."""
        return min(map(_text, self._terms(subject, predicate)), default=None)

    def by_language(self, subject: str, predicate: str) -> dict[str, str]:
        """The values of `predicate` of `subject` that have a language, by language; the first where there are more."""
        found: dict[str, str] = {}
        texts = [term for term in self._terms(subject, predicate) if isinstance(term, Text) and term.language]
        for term in sorted(texts, key=lambda term: f'"{term.value}"'):
            found.setdefault(term.language, term.value)
        return found

    def subjects(self, predicate: str, node: str) -> list[str]:
        """Whatever `predicate` leads from to a node, sorted."""
        return self._sources(predicate).get(node, [])

    def of_class(self, name: str) -> list[str]:
        """All nodes typed with a class (a compact name), sorted."""
        return sorted(self._of_class.get(name, ()))

    def _terms(self, subject: str, predicate: str) -> tuple[Term, ...]:
        return self._forward.get(subject, {}).get(predicate, ())

    def _sources(self, predicate: str) -> dict[str, list[str]]:
        """The nodes that links of `predicate` lead to, with those that they come from."""
        found = self._backward.get(predicate)
        if found is None:
            found = self._backward[predicate] = {}
            for iri in sorted(self._forward):
                for term in dict.fromkeys(self._forward[iri].get(predicate, ())):
                    if isinstance(term, Link):
                        found.setdefault(term.iri, []).append(iri)
        return found


def _text(term: Term) -> str:
    return term[0]
