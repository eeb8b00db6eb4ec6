"""The prefixes of the graph's vocabulary, and how a compact name becomes an IRI.

Guarantees: one prefix a namespace, the same in every file and in every question; nothing here
depends on what was read. Source: vocabulary of the project (``ontology/ukg.ttl``).
"""

from __future__ import annotations

import re
from functools import cache

from kg.errors import GraphError

__all__ = [
    "GROUPS",
    "ID_BASE",
    "KINDS",
    "PREFIXES",
    "STANDINGS",
    "check_base",
    "expand",
    "local_name_is_plain",
    "prefixes",
]

GROUPS = "https://w3id.org/union-kg/groups#"
KINDS = "https://w3id.org/union-kg/kinds#"
STANDINGS = "https://w3id.org/union-kg/standings#"
ID_BASE = "https://w3id.org/union-kg/id/"

PREFIXES: dict[str, str] = {
    "ukg": "https://w3id.org/union-kg/ontology#",
    "group": GROUPS,
    "kind": KINDS,
    "standing": STANDINGS,
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Every prefix but ``id:``, whose namespace the user can set."""

_PLAIN = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\x00-\x20\x7f-\x9f<>\"{}|\\^`#?\ud800-\udfff]+/")


def prefixes(base: str = ID_BASE) -> dict[str, str]:
    """All prefixes, ``id:`` (the namespace of things found in texts) among them."""
    return {**PREFIXES, "id": base}


@cache
def expand(compact: str) -> str:
    """The IRI of a compact name such as ``rdfs:label``; KeyError where its prefix is unknown."""
    prefix, _, name = compact.partition(":")
    return PREFIXES[prefix] + name


def local_name_is_plain(name: str) -> bool:
    """Whether `name` can follow a prefix in Turtle and SPARQL without any escape."""
    return _PLAIN.fullmatch(name) is not None


def check_base(base: str) -> str:
    """`base` itself; raises GraphError where no IRI can be made by appending a key to it."""
    if not _BASE.fullmatch(base):
        raise GraphError(f"{base!r}: a base for identifiers is an absolute IRI that ends in '/'; mend it")
    return base
