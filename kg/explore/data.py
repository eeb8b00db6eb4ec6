"""A graph to the records that the explorer shows.

Guarantees: read from the statements of the graph alone, so that a graph that was built and one that was
loaded give the same; nodes are sorted by type and key, everything else follows their order. `texts` are
the sources' texts by their name; a source whose text is not to hand, or is another than the graph was
built from (by length), is shown without text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.explore.contract import Amount, Article, Concept, Data, Initiative, Node, Post, Source, Span
from kg.graph.namespaces import GROUPS, KINDS, STANDINGS
from kg.query.graph import Graph
from kg.query.statements import Statements

__all__ = ["Positions", "explorer_data"]

Positions = Mapping[str, tuple[int, int]]
"""Where a node stands in the picture, by its key."""

_CLASSES = {
    "union": "ukg:Union",
    "initiative": "ukg:Initiative",
    "group": "ukg:WorkerGroup",
    "place": "schema:Place",
    "person": "foaf:Person",
    "organization": "org:Organization",
}
"""In the order of the nodes; a thing of two classes is of the first."""
_ABOVE = {"union": "org:subOrganizationOf", "group": "skos:broader", "place": "schema:containedInPlace"}
_AMOUNTS = {"provision": "ukg:provides", "funding": "ukg:funding", "reached": "ukg:reached"}


def explorer_data(graph: Graph, *, texts: Mapping[str, str] | None = None, positions: Positions | None = None) -> Data:
    """The records of `graph`; nodes that `positions` does not know stand at (0, 0)."""
    return _Reader(graph, texts or {}, positions or {}).data()


class _Reader:
    def __init__(self, graph: Graph, texts: Mapping[str, str], positions: Positions) -> None:
        self._read = Statements(graph.store)
        self._base = graph.base
        self._texts = texts
        self._positions = positions
        self._types: dict[str, str] = {}
        for name, class_name in _CLASSES.items():
            for iri in sorted(self._read.of_class(class_name)):
                self._types.setdefault(iri, name)
        order = list(_CLASSES)
        iris = sorted(self._types, key=lambda iri: (order.index(self._types[iri]), self._key(iri)))
        self._index = {iri: number for number, iri in enumerate(iris)}
        self._sources = {iri: number for number, iri in enumerate(sorted(self._read.of_class("nif:Context")))}

    def data(self) -> Data:
        initiatives = [iri for iri in self._index if self._types[iri] == "initiative"]
        return Data(
            nodes=tuple(map(self._node, self._index)),
            initiatives=tuple(map(self._initiative, initiatives)),
            posts=tuple(sorted(map(self._post, self._read.of_class("org:Membership")), key=lambda post: post.evidence)),
            kinds=self._concepts("ukg:InitiativeKind", KINDS),
            standings=self._concepts("ukg:InitiativeStanding", STANDINGS),
            sources=tuple(map(self._source, self._sources)),
            articles=tuple(map(self._article, self._read.of_class("schema:NewsArticle"))),
            omitted=0,
        )

    def _key(self, iri: str) -> str:
        return f"group/{iri.removeprefix(GROUPS)}" if iri.startswith(GROUPS) else iri.removeprefix(self._base)

    def _node(self, iri: str) -> Node:
        read, kind = self._read, self._types[iri]
        x, y = self._positions.get(self._key(iri), (0, 0))
        above = self._indexes(read.values(iri, _ABOVE[kind])) if kind in _ABOVE else ()
        confidence = read.value(iri, "ukg:confidence")
        labels = read.by_language(iri, "skos:prefLabel")
        return Node(
            key=self._key(iri),
            type=kind,
            label=self._label(iri),
            x=x,
            y=y,
            mentions=self._spans(read.subjects("itsrdf:taIdentRef", iri)),
            en=labels.get("en", ""),
            alt=tuple(read.values(iri, "skos:altLabel")),
            confidence=None if confidence is None else float(confidence),
            above=above[0] if above else None,
            level=read.value(iri, "ukg:unionLevel") or "",
            code=read.value(iri, "ukg:gbCode") or "",
        )

    def _initiative(self, iri: str) -> Initiative:
        read = self._read
        programme = self._indexes(read.values(iri, "schema:superEvent"))
        return Initiative(
            node=self._index[iri],
            named=read.value(iri, "ukg:named") == "true",
            kind=(read.value(iri, "ukg:kind") or "").removeprefix(KINDS),
            standing=(read.value(iri, "ukg:standing") or "").removeprefix(STANDINGS),
            cues=tuple(read.values(iri, "ukg:standingCue")),
            start=read.value(iri, "schema:startDate") or "",
            end=read.value(iri, "schema:endDate") or "",
            unions=self._indexes(read.values(iri, "ukg:ranBy")),
            partners=self._indexes(read.values(iri, "ukg:partner")),
            groups=self._indexes(read.values(iri, "ukg:targets")),
            places=self._indexes(read.values(iri, "schema:location")),
            amounts=tuple(
                self._amount(role, amount)
                for role, predicate in _AMOUNTS.items()
                for amount in read.values(iri, predicate)
            ),
            evidence=self._spans(read.values(iri, "prov:wasDerivedFrom")),
            programme=programme[0] if programme else None,
        )

    def _amount(self, role: str, iri: str) -> Amount:
        read = self._read
        least, most = read.value(iri, "schema:minValue"), read.value(iri, "schema:maxValue")
        return Amount(
            role=role,
            value=float(read.value(iri, "schema:value") or "nan"),
            unit=read.value(iri, "schema:unitText") or read.value(iri, "schema:currency") or "",
            item=read.value(iri, "schema:name") or "",
            qualifier=read.value(iri, "ukg:qualifier") or "",
            min=None if least is None else float(least),
            max=None if most is None else float(most),
        )

    def _post(self, iri: str) -> Post:
        read = self._read
        (person,) = self._indexes(read.values(iri, "org:member"))
        (organization,) = self._indexes(read.values(iri, "org:organization"))
        return Post(
            person=person,
            organization=organization,
            title=" ".join(self._label(role) for role in read.values(iri, "org:role")),
            confidence=float(read.value(iri, "ukg:confidence") or 0),
            evidence=self._spans(read.values(iri, "prov:wasDerivedFrom")),
        )

    def _concepts(self, class_name: str, namespace: str) -> tuple[Concept, ...]:
        return tuple(self._concept(iri, namespace) for iri in self._read.of_class(class_name))

    def _concept(self, iri: str, namespace: str) -> Concept:
        labels = self._read.by_language(iri, "skos:prefLabel")
        broader = self._read.value(iri, "skos:broader") or ""
        plain = self._label(iri)
        return Concept(
            iri.removeprefix(namespace),
            labels.get("zh", plain),
            labels.get("en", plain),
            broader.removeprefix(namespace),
        )

    def _source(self, iri: str) -> Source:
        name = self._read.value(iri, "dcterms:identifier") or iri
        length = int(self._read.value(iri, "ukg:length") or 0)
        text = self._texts.get(name, "")
        return Source(name, text if len(text) == length else "", length)

    def _article(self, iri: str) -> Article:
        read = self._read
        return Article(
            headline=read.value(iri, "schema:headline") or "",
            authors=tuple(map(self._label, read.values(iri, "schema:author"))),
            published=read.value(iri, "schema:datePublished") or "",
            spans=self._spans(read.values(iri, "ukg:stretch") or read.values(iri, "prov:wasDerivedFrom")),
        )

    def _spans(self, phrases: Iterable[str]) -> tuple[Span, ...]:
        return tuple(sorted(map(self._span, phrases)))

    def _span(self, phrase: str) -> Span:
        read = self._read
        source = self._sources[read.value(phrase, "nif:referenceContext") or ""]
        begin, end = (int(read.value(phrase, name) or 0) for name in ("nif:beginIndex", "nif:endIndex"))
        return source, begin, end

    def _indexes(self, iris: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted(self._index[iri] for iri in iris if iri in self._index))

    def _label(self, iri: str) -> str:
        return self._read.value(iri, "rdfs:label") or self._key(iri)
