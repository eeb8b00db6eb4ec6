"""Shapes as SPARQL: for every constraint a query whose rows are the nodes that break it.

Guarantees: the whole of a shape is asked for or an OntologyError names what is not understood; rows are
``?this`` (the node) and, where a value is at fault, ``?value``. Of SHACL this knows target classes, properties by
their IRI, counts, every constraint of `values`, unique languages and SPARQL constraints.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import rdflib

from kg.errors import OntologyError
from kg.query.validation.breaks import SH, local, messages
from kg.query.validation.values import NAMES, components

__all__ = ["Check", "checks"]

_SAID = {"message", "severity", "name", "description", "order", "deactivated"}
_NODE = _SAID | NAMES | {"flags", "targetClass", "property", "sparql"}
_PROPERTY = _SAID | NAMES | {"flags", "path", "minCount", "maxCount", "uniqueLang"}
_CONSTRAINT = {"message", "prefixes", "select"}


class Check(msgspec.Struct, frozen=True):
    """One constraint of one node shape."""

    shape: Any
    """The node or property shape that holds it."""
    severity: str
    english: str
    chinese: str
    query: str
    """With ``?this`` and, perhaps, ``?value``."""
    classes: tuple[str, ...] = ()
    """Of a SPARQL constraint: the target classes, for each node of which ``$this`` stands in turn."""


def checks(shapes: rdflib.Graph, file: Path, *, subclasses: bool) -> Iterator[Check]:
    """Every constraint of every shape with a target; raises OntologyError, naming `file`, for what is not understood.

    `subclasses` tells that the data say which class stands below which, so that it has to be looked up.
    """
    typed = f"{rdflib.RDF.type.n3()}/{rdflib.RDFS.subClassOf.n3()}*" if subclasses else rdflib.RDF.type.n3()
    try:
        _refuse_other_targets(shapes)
        for shape in sorted(set(shapes.subjects(SH.targetClass)), key=str):
            yield from _of_node_shape(shapes, shape, typed)
    except OntologyError as error:
        raise OntologyError(f"{file}: {error}; write it another way, or validate with --engine shacl") from error


def _refuse_other_targets(shapes: rdflib.Graph) -> None:
    for name in ("targetNode", "targetSubjectsOf", "targetObjectsOf", "target"):
        if (None, SH[name], None) in shapes:
            raise OntologyError(f"sh:{name} is not understood")
    for shape in shapes.subjects(rdflib.RDF.type, SH.NodeShape):
        if (shape, rdflib.RDF.type, rdflib.RDFS.Class) in shapes:
            raise OntologyError(f"{local(shape)}, which is a class too, is not understood as a target")


def _of_node_shape(shapes: rdflib.Graph, shape: Any, typed: str) -> Iterator[Check]:
    _refuse_unknown(shapes, shape, _NODE, local(shape))
    classes = tuple(sorted(str(each) for each in shapes.objects(shape, SH.targetClass)))
    listed = " ".join(rdflib.URIRef(each).n3() for each in classes)
    target = f"?this {typed} {listed} ." if len(classes) == 1 else f"VALUES ?c {{ {listed} }} ?this {typed} ?c ."
    if _is_off(shapes, shape):
        return
    for expression in components(shapes, shape, typed, "?this"):
        query = f"SELECT DISTINCT ?this (?this AS ?value) {{ {target} FILTER (!{expression}) }}"
        yield _check(shapes, shape, query)
    for constraint in sorted(shapes.objects(shape, SH.sparql), key=str):
        _refuse_unknown(shapes, constraint, _CONSTRAINT, f"a SPARQL constraint of {local(shape)}")
        english, chinese = messages(shapes, constraint)
        yield Check(shape, _severity(shapes, shape), english, chinese, _selection(shapes, constraint), classes)
    for each in sorted(shapes.objects(shape, SH.property), key=str):
        _refuse_unknown(shapes, each, _PROPERTY, f"a property of {local(shape)}")
        if not _is_off(shapes, each):
            yield from (_check(shapes, each, query) for query in _of_property(shapes, each, target, typed))


def _of_property(shapes: rdflib.Graph, shape: Any, target: str, typed: str) -> Iterator[str]:
    path = shapes.value(shape, SH.path)
    if not isinstance(path, rdflib.URIRef):
        raise OntologyError("a sh:path that is not one property is not understood")
    has = f"?this {path.n3()} ?value ."
    for least in _numbers(shapes, shape, SH.minCount):
        if least == 1:
            yield f"SELECT DISTINCT ?this {{ {target} FILTER NOT EXISTS {{ {has} }} }}"
        elif least:
            counted = f"GROUP BY ?this HAVING (COUNT(DISTINCT ?value) < {least})"
            yield f"SELECT ?this {{ {target} OPTIONAL {{ {has} }} }} {counted}"
    for most in _numbers(shapes, shape, SH.maxCount):
        yield f"SELECT ?this {{ {target} {has} }} GROUP BY ?this HAVING (COUNT(DISTINCT ?value) > {most})"
    for unique in shapes.objects(shape, SH.uniqueLang):
        if str(unique) in ("true", "1"):
            spoken = 'BIND (LCASE(LANG(?value)) AS ?language) FILTER (?language != "")'
            counted = "GROUP BY ?this ?language HAVING (COUNT(DISTINCT ?value) > 1)"
            yield f"SELECT ?this ?language {{ {target} {has} {spoken} }} {counted}"
    for expression in components(shapes, shape, typed, "?value"):
        yield f"SELECT DISTINCT ?this ?value {{ {target} {has} FILTER (!{expression}) }}"


def _numbers(shapes: rdflib.Graph, shape: Any, name: rdflib.URIRef) -> list[int]:
    return [int(str(number)) for number in shapes.objects(shape, name)]


def _check(shapes: rdflib.Graph, shape: Any, query: str) -> Check:
    english, chinese = messages(shapes, shape)
    return Check(shape, _severity(shapes, shape), english, chinese, query)


def _severity(shapes: rdflib.Graph, shape: Any) -> str:
    return local(shapes.value(shape, SH.severity) or SH.Violation)


def _is_off(shapes: rdflib.Graph, shape: Any) -> bool:
    return str(shapes.value(shape, SH.deactivated)) == "true"


def _selection(shapes: rdflib.Graph, constraint: Any) -> str:
    """The query of a SPARQL constraint, with its prefixes declared."""
    query = shapes.value(constraint, SH.select)
    if query is None:
        raise OntologyError("a SPARQL constraint without sh:select is not understood")
    declared = [
        f"PREFIX {shapes.value(each, SH.prefix)}: <{shapes.value(each, SH.namespace)}>\n"
        for declaring in shapes.objects(constraint, SH.prefixes)
        for each in shapes.objects(declaring, SH.declare)
    ]
    return "".join(sorted(declared)) + str(query)


def _refuse_unknown(shapes: rdflib.Graph, shape: Any, known: set[str] | frozenset[str], where: str) -> None:
    """Raise OntologyError for a word of SHACL that is not among the known; words of others are remarks."""
    unknown = sorted({local(each) for each in shapes.predicates(shape) if str(each).startswith(str(SH))} - known)
    if unknown:
        raise OntologyError(f"sh:{unknown[0]} in {where} is not understood")
