"""From the words of a user to nodes, and from nodes to records.

Guarantees: a name is a label, another form, a key or an IRI, compared as a whole; what nothing is
called raises QueryError with the nearest names, so that a slip of the pen is no empty answer; where one
thing is meant, a key counts before a label and a label before another form, and what is still more than
one thing raises QueryError with all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from kg.errors import QueryError
from kg.graph.namespaces import GROUPS, KINDS, STANDINGS, expand
from kg.lexicon import Concept, Lexicon
from kg.query.records import AmountRecord, InitiativeRecord, Quote
from kg.query.statements import Statements

__all__ = ["Lookup"]

_CONCEPTS = ("ukg:WorkerGroup", "ukg:InitiativeKind", "ukg:InitiativeStanding")
_LABELS = ("rdfs:label", "skos:prefLabel", "skos:altLabel", "schema:headline")
_SCHEMES = (("group", GROUPS), ("kind", KINDS), ("standing", STANDINGS))
LONG, MANY = 60, 8
"""Characters of a name that a message repeats; candidates that it lists."""
_AMOUNTS = (("provision", "ukg:provides"), ("funding", "ukg:funding"), ("reached", "ukg:reached"))


class Lookup:
    """Names to nodes and nodes to records, over the statements of one graph."""

    def __init__(self, statements: Statements, base: str, lexicon: Callable[[], Lexicon]) -> None:
        self._statements = statements
        self._base = base
        self._lexicon = lexicon

    def named(self, name: str, classes: Iterable[str], what: str) -> set[str]:
        """The nodes of `classes` that are called `name`; QueryError, naming `what` was sought, for none."""
        sought = [expand(each) for each in classes]
        found = {node for node in self._called(name) if not self._statements.classes(node).isdisjoint(sought)}
        if not found:
            nodes = {node for each in classes for node in self._statements.of_class(each)}
            raise QueryError(f"no {what} of the graph is called {_shown(name)}{self._nearest(name, nodes)}")
        return found

    def one(self, name: str, classes: tuple[str, ...], what: str) -> str:
        """The one node of `classes` that `name` means, or the IRI of a concept that the ontology alone knows.

        Raises QueryError, naming `what` was sought: for none with the nearest names, for several with their keys.
        """
        nodes = self.concept(name, classes[0], what) if classes[0] in _CONCEPTS else self.named(name, classes, what)
        if not nodes:
            namespace, scheme = self._scheme(classes[0])
            return min(namespace + each.name for each in scheme.values() if _is_called(each, name, namespace))
        found = nodes & self._keyed(name) or nodes & self._statements.called("rdfs:label", name) or nodes
        if len(found) > 1:
            listed = sorted(f"{self._label(node)} ({self.key(node)})" for node in found)
            more = f" and {len(listed) - MANY} more" if len(listed) > MANY else ""
            raise QueryError(
                f"{_shown(name)} is more than one {what}: {', '.join(listed[:MANY])}{more}; give the key of one"
            )
        return found.pop()

    def key(self, node: str) -> str:
        """How a node is named briefly: ``union/330203``, ``group/courier``, ``kind/condolence``."""
        for folder, namespace in _SCHEMES:
            if node.startswith(namespace):
                return f"{folder}/{node.removeprefix(namespace)}"
        return node.removeprefix(self._base)

    def concept(self, name: str, class_name: str, what: str) -> set[str]:
        """The concepts called `name`; none, without an error, where the ontology knows it and the graph does not."""
        try:
            return self.named(name, (class_name,), what)
        except QueryError:
            namespace, scheme = self._scheme(class_name)
            if any(_is_called(concept, name, namespace) for concept in scheme.values()):
                return set()
            raise

    def _scheme(self, class_name: str) -> tuple[str, dict[str, Concept]]:
        """The namespace and the concepts of the scheme that a class of concepts belongs to."""
        lexicon = self._lexicon()
        if class_name == "ukg:WorkerGroup":
            return GROUPS, lexicon.groups
        return (KINDS, lexicon.kinds) if class_name == "ukg:InitiativeKind" else (STANDINGS, lexicon.standings)

    def thing(self, name: str) -> set[str]:
        """Whatever is called `name`: entity, initiative, post or article; QueryError for nothing."""
        found = {node for node in self._called(name) if self._statements.classes(node)}
        if not found:
            nodes = self._statements.of_class("ukg:Initiative") + self._statements.of_class("org:Organization")
            raise QueryError(f"nothing in the graph is called {_shown(name)}{self._nearest(name, nodes)}")
        return found

    def initiative(self, node: str) -> InitiativeRecord:
        """The record of an initiative."""
        read = self._statements
        kind = read.value(node, "ukg:kind")
        programme = read.value(node, "schema:superEvent")
        standing = read.value(node, "ukg:standing")
        return InitiativeRecord(
            key=node.removeprefix(self._base),
            label=self._label(node),
            named=read.value(node, "ukg:named") == "true",
            kind=(kind or "").removeprefix(KINDS),
            kind_label=self._label(kind) if kind else "",
            unions=self._labels(node, "ukg:ranBy"),
            partners=self._labels(node, "ukg:partner"),
            groups=self._labels(node, "ukg:targets"),
            places=self._labels(node, "schema:location"),
            start=read.value(node, "schema:startDate"),
            end=read.value(node, "schema:endDate"),
            amounts=self._amounts(node),
            confidence=float(read.value(node, "ukg:confidence") or 0),
            evidence=self.quotes(node),
            programme=self._label(programme) if programme else None,
            standing=(standing or "").removeprefix(STANDINGS),
            standing_label=self._label(standing) if standing else "",
            standing_cues=tuple(read.values(node, "ukg:standingCue")),
        )

    def quotes(self, node: str) -> tuple[Quote, ...]:
        """The phrases that state a node or mention it, by source and position."""
        read = self._statements
        phrases = {*read.values(node, "prov:wasDerivedFrom"), *read.subjects("itsrdf:taIdentRef", node)}
        return tuple(sorted(map(self._quote, phrases)))

    def _quote(self, phrase: str) -> Quote:
        read = self._statements
        source = read.value(phrase, "nif:referenceContext") or ""
        return Quote(
            source=read.value(source, "dcterms:identifier") or source,
            begin=int(read.value(phrase, "nif:beginIndex") or 0),
            end=int(read.value(phrase, "nif:endIndex") or 0),
            text=read.value(phrase, "nif:anchorOf") or "",
        )

    def _amounts(self, node: str) -> tuple[AmountRecord, ...]:
        read = self._statements
        return tuple(
            sorted(
                AmountRecord(
                    role=role,
                    value=float(read.value(amount, "schema:value") or "nan"),
                    unit=read.value(amount, "schema:unitText") or read.value(amount, "schema:currency") or "",
                    item=read.value(amount, "schema:name") or "",
                    qualifier=read.value(amount, "ukg:qualifier") or "",
                )
                for role, predicate in _AMOUNTS
                for amount in read.values(node, predicate)
            )
        )

    def _called(self, name: str) -> set[str]:
        return self._keyed(name).union(*(self._statements.called(predicate, name) for predicate in _LABELS))

    def _keyed(self, name: str) -> set[str]:
        """The nodes whose key or IRI is `name`."""
        iris = {name, self._base + name.removeprefix("id:")}
        for folder, namespace in _SCHEMES:
            iris.add(namespace + name)
            iris.update(namespace + name.partition(mark)[2] for mark in (":", "/") if name.startswith(folder + mark))
        return {iri for iri in iris if self._statements.classes(iri)}

    def _nearest(self, name: str, nodes: Iterable[str]) -> str:
        if len(name) > LONG:
            return ""
        labels = sorted({self._label(node) for node in nodes})
        near = get_close_matches(name, labels, n=3, cutoff=0.5)
        return f"; near it: {', '.join(near)}" if near else ""

    def _labels(self, node: str, predicate: str) -> tuple[str, ...]:
        return tuple(sorted(map(self._label, self._statements.values(node, predicate))))

    def _label(self, node: str) -> str:
        return self._statements.value(node, "rdfs:label") or node.removeprefix(self._base)


def _is_called(concept: Concept, name: str, namespace: str) -> bool:
    forms = (concept.name, namespace + concept.name, concept.label, concept.english, *concept.alternatives)
    return name in forms or _bare(name, namespace) in forms


def _bare(name: str, namespace: str) -> str:
    """`name` without the ``group:`` or ``group/`` of its scheme before it."""
    folder = next(folder for folder, each in _SCHEMES if each == namespace)
    return name[len(folder) + 1 :] if name.startswith((folder + ":", folder + "/")) else name


def _shown(name: str) -> str:
    return repr(name if len(name) <= LONG else name[:LONG] + "…")
