"""A graph to the records that the explorer shows.

Guarantees: read from the statements of the graph alone, so that a graph that was built and one that was
loaded give the same; nodes are sorted by type and key, everything else follows their order. Of a graph too
large for one page the surest initiatives stay, with what they point at, and the number of the others. A
source whose text is not to hand, or is another than the graph was built from (by length), is shown without.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.explore.contract import Amount, Article, Concept, Data, Initiative, Node, Post, Source, Span
from kg.graph.namespaces import GROUPS, KINDS, STANDINGS
from kg.query.described import Described
from kg.query.graph import Graph
from kg.query.statements import Statements

__all__ = ["MOST_INITIATIVES", "explorer_data", "relations"]

MOST_INITIATIVES = 4000
"""How many initiatives a page carries."""

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
_LINKS = ("ukg:ranBy", "ukg:partner", "ukg:targets", "schema:location", "schema:superEvent")
_AMOUNTS = {"provision": "ukg:provides", "funding": "ukg:funding", "reached": "ukg:reached"}


def explorer_data(
    graph: Graph | Described, *, texts: Mapping[str, str] | None = None, most: int = MOST_INITIATIVES
) -> Data:
    """The records of `graph` with at most `most` initiatives; every node stands at (0, 0).

    `texts` are the sources' texts by the keys of the sources.
    """
    return _Reader(graph, texts or {}, most).data()


def relations(data: Data) -> list[tuple[int, int]]:
    """The pairs of nodes that the picture joins, as indexes."""
    pairs = [
        (initiative.node, other)
        for initiative in data.initiatives
        for others in (initiative.unions, initiative.partners, initiative.groups, initiative.places)
        for other in others
    ]
    pairs += [(each.node, each.programme) for each in data.initiatives if each.programme is not None]
    pairs += [(post.person, post.organization) for post in data.posts]
    return pairs + [(number, node.above) for number, node in enumerate(data.nodes) if node.above is not None]


class _Reader:
    def __init__(self, graph: Graph | Described, texts: Mapping[str, str], most: int) -> None:
        self._read = graph if isinstance(graph, Described) else Statements(graph.store)
        self._base = graph.base
        self._texts = texts
        self._types: dict[str, str] = {}
        for name, class_name in _CLASSES.items():
            for iri in sorted(self._read.of_class(class_name)):
                self._types.setdefault(iri, name)
        initiatives = self._read.of_class("ukg:Initiative")
        self._omitted = max(0, len(initiatives) - most)
        kept = self._around(self._surest(initiatives, most)) if self._omitted else set(self._types)
        order = list(_CLASSES)
        iris = sorted(kept, key=lambda iri: (order.index(self._types[iri]), self._key(iri)))
        self._index = {iri: number for number, iri in enumerate(iris)}
        self._sources = {iri: number for number, iri in enumerate(sorted(self._read.of_class("nif:Context")))}

    def _surest(self, initiatives: Iterable[str], most: int) -> list[str]:
        confidence = {iri: float(self._read.value(iri, "ukg:confidence") or 0) for iri in initiatives}
        return sorted(confidence, key=lambda iri: (-confidence[iri], iri))[:most]

    def _around(self, initiatives: Iterable[str]) -> set[str]:
        """Initiatives with what they point at, all that stands above, and the people who hold posts there."""
        kept = set(initiatives)
        for iri in tuple(kept):
            kept.update(node for link in _LINKS for node in self._read.values(iri, link) if node in self._types)
        waiting = list(kept)
        while waiting:
            iri = waiting.pop()
            above = [node for link in _ABOVE.values() for node in self._read.values(iri, link) if node in self._types]
            waiting += [node for node in above if node not in kept]
            kept.update(above)
        for post in self._read.of_class("org:Membership"):
            if kept.intersection(self._read.values(post, "org:organization")):
                kept.update(self._read.values(post, "org:member"))
        return kept

    def data(self) -> Data:
        read = self._read
        initiatives = [iri for iri in self._index if self._types[iri] == "initiative"]
        posts = filter(None, map(self._post, read.of_class("org:Membership")))
        return Data(
            nodes=tuple(map(self._node, self._index)),
            initiatives=tuple(map(self._initiative, initiatives)),
            posts=tuple(sorted(posts, key=lambda post: post.evidence)),
            kinds=self._concepts("ukg:InitiativeKind", KINDS),
            standings=self._concepts("ukg:InitiativeStanding", STANDINGS),
            sources=tuple(map(self._source, self._sources)),
            articles=tuple(map(self._article, self._read.of_class("schema:NewsArticle"))),
            omitted=self._omitted,
        )

    def _key(self, iri: str) -> str:
        return f"group/{iri.removeprefix(GROUPS)}" if iri.startswith(GROUPS) else iri.removeprefix(self._base)

    def _node(self, iri: str) -> Node:
        read, kind = self._read, self._types[iri]
        above = self._indexes(read.values(iri, _ABOVE[kind])) if kind in _ABOVE else ()
        confidence = read.value(iri, "ukg:confidence")
        labels = read.by_language(iri, "skos:prefLabel")
        return Node(
            key=self._key(iri),
            type=kind,
            label=self._label(iri),
            x=0,
            y=0,
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

    def _post(self, iri: str) -> Post | None:
        """A post whose person and organisation both are nodes of the page."""
        read = self._read
        person, organization = (self._indexes(read.values(iri, link)) for link in ("org:member", "org:organization"))
        if not person or not organization:
            return None
        return Post(
            person=person[0],
            organization=organization[0],
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
        text = self._texts.get(iri.removeprefix(f"{self._base}source/"), "")
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
