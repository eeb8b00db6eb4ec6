"""Blocks to N-Triples: one statement a line, lines sorted by their characters.

Guarantees: absolute IRIs, no blank nodes, no comments, each statement once; the same blocks give the
same bytes. A difference of two graphs is a difference of lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.escape import rdf
from kg.graph.namespaces import expand
from kg.graph.terms import Block, Link, Term, Text

__all__ = ["ntriples"]


def ntriples(blocks: Iterable[Block]) -> str:
    """The whole document."""
    return "\n".join(sorted(set(_lines(blocks)))) + "\n"


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        for name in block.types:
            yield f"<{block.iri}> <{expand('rdf:type')}> <{expand(name)}> ."
        for predicate, terms in block.statements:
            start = f"<{block.iri}> <{expand(predicate)}> "
            for term in terms:
                yield f"{start}{_term(term)} ."


def _term(term: Term) -> str:
    if isinstance(term, Link):
        return f"<{term.iri}>"
    if isinstance(term, Text):
        return f'"{rdf(term.value)}"@{term.language}' if term.language else f'"{rdf(term.value)}"'
    return f'"{rdf(term.lexical)}"^^<{expand(term.datatype)}>'
