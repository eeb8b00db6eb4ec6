"""The facts of a graph that the measures look at, by source, asked for in SPARQL.

Guarantees: only terms of the vocabulary are used; every collection is sorted, so that no figure depends
on the store's order; a name is compared in its normal form (``kg.score.names``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kg.errors import OutputError
from kg.graph.namespaces import ID_BASE
from kg.query.sparql import ask
from kg.score.gold import ENTITY_TYPES
from kg.score.names import normal

if TYPE_CHECKING:
    import pyoxigraph

__all__ = ["Facts", "InitiativeNode", "PostNode", "Quote", "Stretch", "read_facts"]

_CLASSES = {
    "Organization": "org:Organization",
    "Person": "foaf:Person",
    "Place": "schema:Place",
    "WorkerGroup": "ukg:WorkerGroup",
    "Union": "ukg:Union",
}
"""In the order in which they count: a union is an organisation too, and the last wins."""
assert set(_CLASSES) == set(ENTITY_TYPES)
_LINKS = {"unions": "ukg:ranBy", "partners": "ukg:partner", "groups": "ukg:targets", "places": "schema:location"}
_NUMBERS = {"provisions": "ukg:provides", "money": "ukg:funding", "beneficiaries": "ukg:reached"}


class Stretch(NamedTuple):
    """Characters of a source, end exclusive."""

    begin: int
    end: int


class Quote(NamedTuple):
    """A stretch of a source with the characters that the graph says stand there."""

    source: str
    stretch: Stretch
    anchor: str


class InitiativeNode(msgspec.Struct, frozen=True):
    """An initiative of the graph. Links are IRIs."""

    links: dict[str, list[str]]
    """``unions``, ``partners``, ``groups``, ``places``: sorted."""
    numbers: list[tuple[str, float]]
    """(``provisions``, ``money`` or ``beneficiaries``, value)."""
    dates: list[str]
    kinds: list[str]
    stretches: dict[str, list[Stretch]]
    """Its evidence, by source."""
    named: bool


class PostNode(NamedTuple):
    """A membership with one title."""

    node: str
    person: str
    organization: str
    title: str
    """In its normal form."""


class Facts:
    """The facts of one graph."""

    def __init__(self) -> None:
        self.forms: dict[str, set[str]] = {}
        """Of every node, the normal forms of its labels."""
        self.names: dict[str, str] = {}
        """Of every node, a label to show."""
        self.quotes: dict[str, list[Quote]] = {}
        """By source."""
        self.mentioned: dict[str, list[str]] = {}
        """By source, the entities that it mentions, by the IRIs of phrase and entity, the last first."""
        self.types: dict[str, str] = {}
        """Of every entity, one of ``ENTITY_TYPES``."""
        self.initiatives: dict[str, InitiativeNode] = {}
        self.posts: dict[str, list[PostNode]] = {}
        """By source."""
        self.articles: dict[str, dict[str, list[Stretch]]] = {}
        """By source, the stretches of each article."""
        self.confidences: dict[str, float] = {}

    def forms_of(self, node: str) -> frozenset[str]:
        """The normal forms of a node's labels."""
        return frozenset(self.forms.get(node, ()))

    def name(self, node: str) -> str:
        """A label of a node, or its IRI."""
        return self.names.get(node, node)


def read_facts(store: pyoxigraph.Store) -> Facts:
    """The facts that `store` holds; OutputError where a position or a value is no number."""
    facts = Facts()
    _read_names(store, facts)
    quotes = _read_quotes(store, facts)
    _read_entities(store, facts, quotes)
    _read_initiatives(store, facts, quotes)
    _read_posts(store, facts, quotes)
    for article, quote in _derived(store, "schema:NewsArticle", quotes):
        facts.articles.setdefault(quote.source, {}).setdefault(article, []).append(quote.stretch)
    for node, value in _pairs(store, "?a ukg:confidence ?b"):
        facts.confidences[node] = _number(node, value)
    return facts


def _pairs(store: pyoxigraph.Store, pattern: str) -> list[tuple[str, str]]:
    """The values of ?a and ?b for which a pattern holds, each pair once, sorted."""
    rows = ask(store, f"SELECT ?a ?b WHERE {{ {pattern} }}", {}, ID_BASE)
    return sorted({(str(row["a"]), str(row["b"])) for row in rows})


def _read_names(store: pyoxigraph.Store, facts: Facts) -> None:
    for node, label in _pairs(store, "?a rdfs:label|skos:prefLabel|skos:altLabel|schema:headline ?b"):
        facts.forms.setdefault(node, set()).add(normal(label))
        facts.names.setdefault(node, label)
    facts.names.update(reversed(_pairs(store, "?a rdfs:label ?b")))


def _read_quotes(store: pyoxigraph.Store, facts: Facts) -> dict[str, Quote]:
    """The quotes of known sources, by node; those of each source go into `facts`."""
    sources = dict(_pairs(store, "?a a nif:Context ; dcterms:identifier ?b"))
    question = """SELECT ?phrase ?source ?begin ?end ?anchor WHERE {
        ?phrase nif:referenceContext ?source ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?anchor }"""
    quotes: dict[str, Quote] = {}
    for row in ask(store, question, {}, ID_BASE):
        node, source = str(row["phrase"]), str(row["source"])
        if source in sources:
            stretch = Stretch(int(_number(node, row["begin"])), int(_number(node, row["end"])))
            quotes[node] = Quote(sources[source], stretch, str(row["anchor"]))
    for node in sorted(quotes):
        facts.quotes.setdefault(quotes[node].source, []).append(quotes[node])
    return quotes


def _read_entities(store: pyoxigraph.Store, facts: Facts, quotes: dict[str, Quote]) -> None:
    mentions = [(phrase, entity) for phrase, entity in _pairs(store, "?a itsrdf:taIdentRef ?b") if phrase in quotes]
    for source, entity in dict.fromkeys((quotes[phrase].source, entity) for phrase, entity in reversed(mentions)):
        facts.mentioned.setdefault(source, []).append(entity)
    for kind, term in _CLASSES.items():
        for node, _ in _pairs(store, f"?a a {term} BIND(1 AS ?b)"):
            facts.types[node] = kind


def _read_initiatives(store: pyoxigraph.Store, facts: Facts, quotes: dict[str, Quote]) -> None:
    described = {node for node, value in _pairs(store, "?a ukg:named ?b") if value == "False"}
    for node, _ in _pairs(store, "?a a ukg:Initiative BIND(1 AS ?b)"):
        links: dict[str, list[str]] = {role: [] for role in _LINKS}
        facts.initiatives[node] = InitiativeNode(links, [], [], [], {}, node not in described)
    for role, term in _LINKS.items():
        for node, thing in _pairs(store, f"?a a ukg:Initiative ; {term} ?b"):
            facts.initiatives[node].links[role].append(thing)
    for role, term in _NUMBERS.items():
        question = f"SELECT ?a ?n ?b WHERE {{ ?a a ukg:Initiative ; {term} ?n . ?n schema:value ?b }}"
        for row in ask(store, question, {}, ID_BASE):
            node = str(row["a"])
            facts.initiatives[node].numbers.append((role, _number(node, row["b"])))
    for node, day in _pairs(store, "?a a ukg:Initiative ; schema:startDate ?b"):
        facts.initiatives[node].dates.append(day)
    for node, kind in _pairs(store, "?a a ukg:Initiative ; ukg:kind ?b"):
        facts.initiatives[node].kinds.append(re.split("[/#]", kind)[-1])
    for node, quote in _derived(store, "ukg:Initiative", quotes):
        facts.initiatives[node].stretches.setdefault(quote.source, []).append(quote.stretch)


def _read_posts(store: pyoxigraph.Store, facts: Facts, quotes: dict[str, Quote]) -> None:
    sources: dict[str, set[str]] = {}
    for node, quote in _derived(store, "org:Membership", quotes):
        sources.setdefault(node, set()).add(quote.source)
    question = """SELECT ?node ?person ?organization ?title WHERE {
        ?node a org:Membership ; org:member ?person ; org:organization ?organization ; org:role/rdfs:label ?title }"""
    rows = ask(store, question, {}, ID_BASE)
    posts = [PostNode(*(str(row[column]) for column in rows.columns)) for row in rows]
    for post in sorted(posts):
        for source in sorted(sources.get(post.node, ())):
            facts.posts.setdefault(source, []).append(post._replace(title=normal(post.title)))


def _derived(store: pyoxigraph.Store, term: str, quotes: dict[str, Quote]) -> list[tuple[str, Quote]]:
    """The things of a class with the quotes that state them."""
    pairs = _pairs(store, f"?a a {term} ; prov:wasDerivedFrom ?b")
    return [(node, quotes[phrase]) for node, phrase in pairs if phrase in quotes]


def _number(node: str, value: object) -> float:
    try:
        return float(str(value))
    except ValueError as error:
        raise OutputError(f"{node}: {value!r} is no number; build the graph again") from error
