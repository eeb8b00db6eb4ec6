"""The reference of every class and property, and the diagram, from ``ontology/ukg.ttl``.

Guarantees: every term of the project's namespace that the file defines is there, with what the file says of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import rdflib
from rdflib import OWL, RDF, RDFS, URIRef

from docs.site.markdown import plain
from kg.graph.namespaces import prefixes

__all__ = ["Term", "reference", "terms"]

UKG = "https://w3id.org/union-kg/ontology#"
_SECTIONS = {
    "Classes": (OWL.Class,),
    "Relations": (OWL.ObjectProperty,),
    "Values": (OWL.DatatypeProperty,),
}
_RELATIONS = {
    "Kind of": RDFS.subClassOf,
    "Special case of": RDFS.subPropertyOf,
    "Same as": OWL.equivalentClass,
    "Of": RDFS.domain,
    "To": RDFS.range,
    "See also": RDFS.seeAlso,
}


class Term(NamedTuple):
    """A class or property."""

    name: str
    """``ukg:Union``."""
    section: str
    chinese: str
    english: str
    comments: tuple[str, ...]
    relations: tuple[tuple[str, tuple[str, ...]], ...]
    """What the file says of it, in words, with names of other terms."""

    def related(self, relation: str) -> tuple[str, ...]:
        """The terms at the other end of a relation."""
        return dict(self.relations).get(relation, ())


def terms(ontology: Path) -> tuple[Term, ...]:
    """Every class and property that ``ukg.ttl`` defines, by section and name."""
    graph = rdflib.Graph().parse(ontology / "ukg.ttl", format="turtle")
    found = []
    for section, types in _SECTIONS.items():
        subjects = {subject for each in types for subject in graph.subjects(RDF.type, each)}
        found += [_term(graph, subject, section) for subject in sorted(subjects) if isinstance(subject, URIRef)]
    return tuple(found)


def _term(graph: rdflib.Graph, subject: URIRef, section: str) -> Term:
    def said(predicate: URIRef, language: str) -> str:
        values = (value for value in graph.objects(subject, predicate) if isinstance(value, rdflib.Literal))
        return next((str(value) for value in sorted(values) if value.language == language), "")

    relations = []
    for words, predicate in _RELATIONS.items():
        objects = {value for value in graph.objects(subject, predicate) if isinstance(value, URIRef)}
        if objects:
            relations.append((words, tuple(sorted(map(_short, objects)))))
    comments = tuple(filter(None, (said(RDFS.comment, "en"), said(RDFS.comment, "zh"))))
    return Term(_short(subject), section, said(RDFS.label, "zh"), said(RDFS.label, "en"), comments, tuple(relations))


def _short(iri: URIRef) -> str:
    known = {**prefixes(), "owl": str(OWL)}
    matching = [(namespace, prefix) for prefix, namespace in known.items() if str(iri).startswith(namespace)]
    if not matching:
        return str(iri)
    namespace, prefix = max(matching)
    return f"{prefix}:{str(iri).removeprefix(namespace)}"


def reference(found: Iterable[Term]) -> str:
    """The page."""
    known = list(found)
    own = {term.name for term in known}
    lines = [
        "# Vocabulary", "",
        "Every class and property that `ontology/ukg.ttl` adds to those of others "
        "([what the graph means](../meaning.md) tells how they go together). `ukg:` is `" + UKG + "`.", "",
        "![Classes and the relations between them](vocabulary.svg)", "",
    ]  # fmt: skip
    for section in _SECTIONS:
        lines += [f"## {section}", ""]
        for term in known:
            if term.section == section:
                lines += _entry(term, own)
    return "\n".join(lines)


def _entry(term: Term, own: set[str]) -> list[str]:
    lines = [f"({_anchor(term.name)})=", f"### `{term.name}` {plain(term.chinese)}", "", f"*{plain(term.english)}*", ""]
    for comment in term.comments:
        lines += [plain(comment), ""]
    for words, names in term.relations:
        lines.append(f"- {words}: " + ", ".join(_link(name, own) for name in names))
    return [*lines, ""]


def _link(name: str, own: set[str]) -> str:
    return f"[`{name}`](#{_anchor(name)})" if name in own else f"`{name}`"


def _anchor(name: str) -> str:
    return "term-" + name.replace(":", "-").lower() + ("-class" if name.partition(":")[2][:1].isupper() else "")
