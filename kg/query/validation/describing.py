"""Labels and places of nodes, for a report.

Guarantees: a node is told by the first of its labels, headlines or words, in the order of their characters, and by
the first place of a source that states it, mentions it, or is it.
"""

from __future__ import annotations

from kg.graph.escape import comment
from kg.query.nodes import Nodes
from kg.query.validation.breaks import Break
from kg.query.validation.report import Finding

__all__ = ["finding"]


def finding(found: Break, nodes: Nodes) -> Finding:
    """What an engine found, with the label and the place of its node."""
    return Finding(
        severity=found.severity,
        shape=found.shape,
        message=found.english,
        chinese=found.chinese,
        node=found.node,
        label=_label(found.node, nodes),
        place=_place(found.node, nodes),
        value=comment(found.value),
    )


def _label(node: str, nodes: Nodes) -> str:
    """A label, headline or the words of a phrase, shortened."""
    for predicate in ("rdfs:label", "schema:headline", "nif:anchorOf"):
        value = nodes.value(node, predicate)
        if value:
            return comment(value, 40)
    return ""


def _place(node: str, nodes: Nodes) -> str:
    """The first phrase that states the node, mentions it, or is it."""
    phrases = {*nodes.values(node, "prov:wasDerivedFrom"), *nodes.subjects("itsrdf:taIdentRef", node)}
    places = (_position(phrase, nodes) for phrase in (phrases or {node}))
    return next((f"{file}:{begin}–{end}" for file, begin, end in sorted(filter(None, places))), "")


def _position(phrase: str, nodes: Nodes) -> tuple[str, int, int] | None:
    source = nodes.value(phrase, "nif:referenceContext")
    begin, end = (nodes.value(phrase, name) for name in ("nif:beginIndex", "nif:endIndex"))
    if not source or not begin.isdigit() or not end.isdigit():
        return None
    return comment(nodes.value(source, "dcterms:identifier") or source), int(begin), int(end)
