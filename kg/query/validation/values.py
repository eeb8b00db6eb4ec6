"""SHACL's constraints on one value, as expressions of SPARQL.

Guarantees: an expression is true where the value is accepted, false where it is not, and never an error; what
stands in a shape is written by the RDF library, never pasted. A constraint that is not known here raises
OntologyError that names it: nothing is skipped in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import rdflib
from rdflib.collection import Collection

from kg.errors import OntologyError
from kg.query.validation.breaks import SH, local

__all__ = ["NAMES", "accepted", "components"]

_CASTS = ("boolean", "decimal", "integer", "double", "float", "date", "dateTime", "time", "gYear", "gYearMonth")
"""Datatypes of XML Schema whose form is checked by reading a value again."""
_KINDS = {
    "IRI": "isIRI({v})",
    "Literal": "isLiteral({v})",
    "BlankNode": "isBlank({v})",
    "BlankNodeOrIRI": "!isLiteral({v})",
    "BlankNodeOrLiteral": "!isIRI({v})",
    "IRIOrLiteral": "!isBlank({v})",
}
_COMPARED = {"minInclusive": ">=", "maxInclusive": "<=", "minExclusive": ">", "maxExclusive": "<"}
_LENGTHS = {"minLength": ">=", "maxLength": "<="}


def components(shapes: rdflib.Graph, shape: Any, typed: str, variable: str) -> list[str]:
    """An expression for every constraint of `shape` on the value `variable`.

    `typed` is the path from a node to its classes.
    """
    found = []
    for name in sorted(NAMES):
        for value in sorted(shapes.objects(shape, SH[name]), key=str):
            found.append(_WRITTEN[name](shapes, shape, name, value, typed).replace("{v}", variable))
    return found


def accepted(shapes: rdflib.Graph, shape: Any, typed: str) -> str:
    """An expression that is true where ``{v}`` keeps the whole of a shape that stands inside another."""
    for predicate in shapes.predicates(shape):
        if str(predicate).startswith(str(SH)) and local(predicate) not in NAMES | {"flags"}:
            raise OntologyError(f"sh:{local(predicate)} is not understood inside another shape")
    return " && ".join(components(shapes, shape, typed, "{v}")) or "true"


def _class(shapes: rdflib.Graph, shape: Any, name: str, value: Any, typed: str) -> str:
    return f"EXISTS {{ {{v}} {typed} {_term(value)} }}"


def _datatype(shapes: rdflib.Graph, shape: Any, name: str, value: Any, typed: str) -> str:
    same = f"isLiteral({{v}}) && DATATYPE({{v}}) = {_term(value)}"
    if str(value).startswith(str(rdflib.XSD)) and local(value) in _CASTS:
        read = f"{_term(value)}(STR({{v}}))"
        return f"({same} && COALESCE({read} = {read}, false))"
    return f"({same})"


def _kind(shapes: rdflib.Graph, shape: Any, name: str, value: Any, typed: str) -> str:
    if local(value) not in _KINDS:
        raise OntologyError(f"sh:nodeKind {value} is none")
    return _KINDS[local(value)]


def _one_of(shapes: rdflib.Graph, shape: Any, name: str, value: Any, typed: str) -> str:
    same = [f"sameTerm({{v}}, {_term(member)})" for member in Collection(shapes, value)]
    return f"({' || '.join(same) or 'false'})"


def _pattern(shapes: rdflib.Graph, shape: Any, name: str, value: Any, typed: str) -> str:
    flags = shapes.value(shape, SH.flags) or rdflib.Literal("")
    return f"COALESCE(!isBlank({{v}}) && REGEX(STR({{v}}), {_term(value)}, {_term(flags)}), false)"


def _compared(shapes: rdflib.Graph, shape: Any, name: str, value: Any, typed: str) -> str:
    return f"COALESCE({{v}} {_COMPARED[name]} {_term(value)}, false)"


def _length(shapes: rdflib.Graph, shape: Any, name: str, value: Any, typed: str) -> str:
    return f"COALESCE(STRLEN(STR({{v}})) {_LENGTHS[name]} {int(value)}, false)"


def _languages(shapes: rdflib.Graph, shape: Any, name: str, value: Any, typed: str) -> str:
    spoken = [f"LANGMATCHES(LANG({{v}}), {_term(member)})" for member in Collection(shapes, value)]
    return f"COALESCE({' || '.join(spoken) or 'false'}, false)"


def _any(shapes: rdflib.Graph, shape: Any, name: str, value: Any, typed: str) -> str:
    parts = [f"({accepted(shapes, member, typed)})" for member in Collection(shapes, value)]
    return f"({' || '.join(parts) or 'false'})"


def _term(term: Any) -> str:
    """An IRI or literal as the RDF library writes it; a blank node has no name to be asked for."""
    if isinstance(term, rdflib.BNode):
        raise OntologyError("a blank node stands for a class or a value")
    return str(term.n3())


_WRITTEN: dict[str, Callable[[rdflib.Graph, Any, str, Any, str], str]] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _kind,
    "in": _one_of,
    "pattern": _pattern,
    "languageIn": _languages,
    "or": _any,
    **dict.fromkeys(_COMPARED, _compared),
    **dict.fromkeys(_LENGTHS, _length),
}
NAMES = frozenset(_WRITTEN)
"""Local names of the constraints that are known here."""
