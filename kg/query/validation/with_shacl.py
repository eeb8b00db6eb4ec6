"""Validation by pySHACL: the whole of SHACL, on graphs of a moderate size.

Guarantees: runs without inference, since the data state every class; changes neither graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import rdflib

from kg.errors import OntologyError
from kg.query.nodes import Nodes
from kg.query.validation.breaks import SH, Break, local, messages, owner

__all__ = ["breaks"]


def breaks(data: rdflib.Graph, nodes: Nodes, shapes: rdflib.Graph, file: Path) -> Iterator[Break]:
    """Everything that pySHACL finds; raises OntologyError, naming `file`, for shapes that it cannot use."""
    import pyshacl

    _, results, _ = pyshacl.validate(
        data, shacl_graph=shapes, inference="none", allow_infos=True, allow_warnings=True, inplace=True
    )
    if not isinstance(results, rdflib.Graph):
        raise OntologyError(f"{file}: cannot be used as shapes; mend the file")
    for result in results.subjects(rdflib.RDF.type, SH.ValidationResult):
        yield _break(results, result, nodes, shapes)


def _break(results: rdflib.Graph, result: rdflib.term.Node, nodes: Nodes, shapes: rdflib.Graph) -> Break:
    shape, node, value, constraint = (
        results.value(result, name) for name in (SH.sourceShape, SH.focusNode, SH.value, SH.sourceConstraint)
    )
    name = owner(shapes, shape, nodes.values(str(node), "rdf:type"))
    if constraint is not None and value is not None:
        node, value = value, None  # a check over the whole graph names what is wrong as its value
    english, chinese = messages(shapes, constraint or shape)
    severity = local(results.value(result, SH.resultSeverity))
    return Break(severity, name, english, chinese, str(node), "" if value is None else str(value))
