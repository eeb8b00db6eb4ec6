"""Blocks to JSON-LD 1.1, compact: prefixed names as keys, plain JSON numbers and strings as values.

Guarantees: the context stands inside the document, so that any JSON-LD processor reads it without
the network; ``context.jsonld`` is the same context for documents of others; one node a line; the
same blocks give the same bytes. Properties that can have several values always have a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

import msgspec

from kg.graph.namespaces import prefixes
from kg.graph.terms import Block, Link, Term, Text

__all__ = ["context", "context_file", "jsonld"]

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json]"

_LINKS = (
    "dcterms:conformsTo",
    "itsrdf:taIdentRef",
    "nif:referenceContext",
    "org:member",
    "org:organization",
    "org:role",
    "org:subOrganizationOf",
    "prov:wasDerivedFrom",
    "schema:author",
    "schema:containedInPlace",
    "schema:isPartOf",
    "schema:location",
    "schema:subEvent",
    "schema:subjectOf",
    "schema:superEvent",
    "skos:broader",
    "skos:inScheme",
    "ukg:dating",
    "ukg:funding",
    "ukg:jurisdiction",
    "ukg:kind",
    "ukg:ofOrganization",
    "ukg:partner",
    "ukg:provides",
    "ukg:ranBy",
    "ukg:reached",
    "ukg:standing",
    "ukg:targets",
)
_DECIMALS = ("schema:value", "ukg:confidence")
_SEVERAL = frozenset(
    (
        "dcterms:title",
        "itsrdf:taIdentRef",
        "prov:wasDerivedFrom",
        "schema:author",
        "schema:location",
        "schema:subEvent",
        "schema:subjectOf",
        "skos:altLabel",
        "skos:prefLabel",
        "ukg:cue",
        "ukg:dating",
        "ukg:funding",
        "ukg:partner",
        "ukg:provides",
        "ukg:ranBy",
        "ukg:reached",
        "ukg:reason",
        "ukg:rule",
        "ukg:standingCue",
        "ukg:targets",
    )
)


def context(base: str) -> dict[str, Json]:
    """The context: every prefix, and the datatype of every property whose values are links or decimals."""
    terms: dict[str, Json] = dict(sorted(prefixes(base).items()))
    for name in sorted((*_LINKS, *_DECIMALS)):
        terms[name] = {"@type": "xsd:decimal" if name in _DECIMALS else "@id"}
    return terms


def context_file(base: str) -> bytes:
    """The content of ``context.jsonld``."""
    return msgspec.json.format(msgspec.json.encode({"@context": context(base)}), indent=1) + b"\n"


def jsonld(blocks: Sequence[Block], base: str) -> bytes:
    """The whole document."""
    writer = _Writer(base)
    nodes = b",\n".join(msgspec.json.encode(writer.node(block)) for block in blocks)
    return b'{"@context": ' + msgspec.json.encode(context(base)) + b',\n"@graph": [\n' + nodes + b"\n]}\n"


class _Writer:
    def __init__(self, base: str) -> None:
        self._namespaces = sorted(prefixes(base).items())
        self._iri = cache(self._compact)

    def node(self, block: Block) -> dict[str, Json]:
        node: dict[str, Json] = {"@id": self._iri(block.iri), "@type": list(block.types)}
        for predicate, terms in block.statements:
            values: list[Json] = [self._value(predicate, term) for term in terms]
            node[predicate] = values if predicate in _SEVERAL or len(values) > 1 else values[0]
        return node

    def _value(self, predicate: str, term: Term) -> Json:
        if isinstance(term, Link):
            iri = self._iri(term.iri)
            return iri if predicate in _LINKS else {"@id": iri}
        if isinstance(term, Text):
            if term.language:
                return {"@value": term.value, "@language": term.language}
            return {"@value": term.value} if predicate in _LINKS or predicate in _DECIMALS else term.value
        if term.datatype == "xsd:integer":
            return int(term.lexical)
        if term.datatype == "xsd:boolean":
            return term.lexical == "true"
        if term.datatype == "xsd:decimal" and predicate in _DECIMALS:
            return term.lexical
        return {"@value": term.lexical, "@type": term.datatype}

    def _compact(self, iri: str) -> str:
        for prefix, namespace in self._namespaces:
            if iri.startswith(namespace) and len(iri) > len(namespace):
                rest = iri[len(namespace) :]
                return iri if rest.startswith("//") else f"{prefix}:{rest}"
        return iri
