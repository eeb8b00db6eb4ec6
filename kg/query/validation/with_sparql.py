"""Validation by SPARQL on the store: the constraints that shapes are made of, on graphs of any size.

Guarantees: finds what pySHACL finds, in the same words; reads the store alone and sends nothing anywhere; memory
grows with what is wrong, and with the largest class while its values are counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import rdflib

from kg.errors import OntologyError
from kg.query.nodes import Nodes
from kg.query.outbound import refuse_service
from kg.query.validation.breaks import Break, owner
from kg.query.validation.queries import Check, checks

__all__ = ["breaks"]


def breaks(store: pyoxigraph.Store, nodes: Nodes, shapes: rdflib.Graph, file: Path) -> Iterator[Break]:
    """Everything that breaks a shape; raises OntologyError, naming `file`, for a shape that is not understood."""
    below = pyoxigraph.NamedNode(str(rdflib.RDFS.subClassOf))
    subclasses = next(store.quads_for_pattern(None, below, None, None), None) is not None
    for check in list(checks(shapes, file, subclasses=subclasses)):
        try:
            yield from _over_all(store, nodes, shapes, check) if check.classes else _of(store, nodes, shapes, check)
        except SyntaxError as error:
            said = " ".join(str(error).split())
            raise OntologyError(f"{file}: a query of a shape is not SPARQL ({said}); mend it") from error


def _of(store: pyoxigraph.Store, nodes: Nodes, shapes: rdflib.Graph, check: Check) -> Iterator[Break]:
    answer: Any = store.query(check.query)
    told = "value" in {variable.value for variable in answer.variables}
    for row in answer:
        node, value = _text(row["this"]), _text(row["value"]) if told else ""
        name = owner(shapes, check.shape, nodes.values(node, "rdf:type"))
        yield Break(check.severity, name, check.english, check.chinese, node, value)


def _over_all(store: pyoxigraph.Store, nodes: Nodes, shapes: rdflib.Graph, check: Check) -> Iterator[Break]:
    """A SPARQL constraint for every node of its classes; what it names as its value is what is wrong."""
    refuse_service(check.query)
    this = pyoxigraph.Variable("this")
    targets = {node for name in check.classes for node in nodes.subjects("rdf:type", name)}
    for target in sorted(targets):
        name = owner(shapes, check.shape, nodes.values(target, "rdf:type"))
        answer: Any = store.query(check.query, substitutions={this: pyoxigraph.NamedNode(target)})
        told = "value" in {variable.value for variable in answer.variables}
        for row in answer:
            node = _text(row["value"]) if told and row["value"] is not None else target
            yield Break(check.severity, name, check.english, check.chinese, node)


def _text(term: Any) -> str:
    return term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else str(term)
