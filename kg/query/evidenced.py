"""The facts of a graph and the phrases that state them.

Guarantees: every initiative, post, article, number and disputed start points at phrases; every union, organisation,
person and place says in how many phrases it is mentioned, and so many mention it; what a fact points at is a phrase
of a source. Memory does not grow with the graph. That the phrases stand in their sources is not looked at here.
"""

from __future__ import annotations

import msgspec

from kg.query.nodes import Nodes
from kg.query.records import Doubt

__all__ = ["Stated", "unproved_facts"]

_STATED = (
    ("ukg:Initiative", "initiative"),
    ("org:Membership", "post"),
    ("schema:NewsArticle", "article"),
    ("schema:QuantitativeValue", "number"),
    ("schema:MonetaryAmount", "sum of money"),
    ("ukg:Dating", "start"),
)
"""Classes whose every node must be derived from a phrase."""
_MENTIONED = (
    ("org:Organization", "organisation"),
    ("foaf:Person", "person"),
    ("schema:Place", "place"),
    ("ukg:WorkerGroup", "worker group"),
)
"""Classes whose every node is mentioned as often as it says; a union is an organisation, too."""


class Stated(msgspec.Struct):
    """How many facts have their evidence, and which have not."""

    doubts: list[Doubt] = []
    facts: int = 0


def unproved_facts(nodes: Nodes) -> Stated:
    """Walk through all facts of a graph."""
    found = Stated()
    for name, noun in _STATED:
        for node in nodes.of_class(name):
            _record(found, nodes, node, _lack_of_evidence(nodes, node, noun))
    for number, (name, noun) in enumerate(_MENTIONED):
        for node in nodes.of_class(name):
            told_before = any(nodes.is_a(node, earlier) for earlier, _ in _MENTIONED[:number])
            if not told_before and not _of_the_scheme_alone(nodes, node, name):
                _record(found, nodes, node, _lack_of_mentions(nodes, node, noun))
    return found


def _record(found: Stated, nodes: Nodes, node: str, problem: str) -> None:
    if problem:
        found.doubts.append(Doubt("evidence", *_place(nodes, node), problem, node))
    else:
        found.facts += 1


def _lack_of_evidence(nodes: Nodes, node: str, noun: str) -> str:
    """What the evidence of a node lacks; empty where it is whole."""
    phrases, counted = nodes.values(node, "prov:wasDerivedFrom"), nodes.values(node, "ukg:evidenceCount")
    if not phrases:
        return f"no phrase states this {noun}"
    others = [phrase for phrase in phrases if not nodes.is_a(phrase, "nif:Phrase")]
    if others:
        return f"this {noun} points at {others[0]}, which is no phrase of a source"
    if counted and counted != [str(len(phrases))]:
        return f"{len(phrases)} phrases state this {noun}, where it says {' and '.join(counted)}"
    return ""


def _of_the_scheme_alone(nodes: Nodes, node: str, name: str) -> bool:
    """Whether no text tells of a node: a worker group that stands above another in the ontology."""
    if name != "ukg:WorkerGroup" or nodes.values(node, "ukg:evidenceCount"):
        return False
    return next(iter(nodes.subjects("itsrdf:taIdentRef", node)), None) is None


def _lack_of_mentions(nodes: Nodes, node: str, noun: str) -> str:
    """What the mentions of an entity lack; empty where they are all there."""
    mentions = sum(1 for _ in nodes.subjects("itsrdf:taIdentRef", node))
    counted = nodes.values(node, "ukg:evidenceCount")
    if not counted:
        return f"this {noun} does not say how many phrases mention it"
    if counted != [str(mentions)]:
        return f"{mentions} phrases mention this {noun}, where it says {' and '.join(counted)}"
    return ""


def _place(nodes: Nodes, node: str) -> tuple[str, int | None, int | None]:
    """The first place of a source that states or mentions a node."""
    phrases = nodes.values(node, "prov:wasDerivedFrom") or list(nodes.subjects("itsrdf:taIdentRef", node))
    places = []
    for phrase in phrases:
        source = nodes.value(phrase, "nif:referenceContext")
        begin, end = nodes.value(phrase, "nif:beginIndex"), nodes.value(phrase, "nif:endIndex")
        if source and begin.isdigit() and end.isdigit():
            places.append((nodes.value(source, "dcterms:identifier"), int(begin), int(end)))
    return min(places, default=("", None, None))
