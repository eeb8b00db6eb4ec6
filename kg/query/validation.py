"""Whether a graph keeps the shapes of ``ontology/shapes.ttl``, and a report that people can act on.

Guarantees: what a shape calls a violation breaks the graph, warnings and notes are told and let
pass; the report names every node by its label and by the place in a source where it comes from; its
order does not depend on the machine. Runs pySHACL without inference: the data state every class.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kg.errors import OntologyError
from kg.graph.escape import comment
from kg.lexicon import Lexicon
from kg.query.graph import Graph, load

if TYPE_CHECKING:
    import rdflib

__all__ = ["Finding", "Report", "validate"]

SH = "http://www.w3.org/ns/shacl#"
_SEVERITIES = ("Violation", "Warning", "Info")
_TITLES = {"Violation": "violations", "Warning": "warnings", "Info": "notes"}


class Finding(msgspec.Struct, frozen=True, order=True):
    """One thing that a shape does not accept."""

    severity: str
    """``Violation``, ``Warning`` or ``Info``."""
    shape: str
    """Local name of the shape: ``Initiative``."""
    message: str
    """The shape's message in English."""
    chinese: str
    """The shape's message in Chinese."""
    node: str
    """The node's IRI."""
    label: str
    """The node's label, headline or words; empty where it has none."""
    place: str
    """``FILE:BEGIN–END`` (characters) of its first phrase; empty where no phrase tells."""
    value: str = ""
    """The value that is not accepted, where there is one."""


class Report(msgspec.Struct, frozen=True):
    """The outcome of a validation."""

    conforms: bool
    """True where there is no violation; warnings and notes do not count."""
    findings: tuple[Finding, ...]
    """Violations first, then by shape, message and node."""
    checked: tuple[tuple[str, int], ...]
    """Shapes with the number of nodes that each was held against, sorted."""

    @property
    def text(self) -> str:
        """The whole report, a line a finding; at most five of each sort are told one by one."""
        return "\n".join(_lines(self))

    def __str__(self) -> str:
        return self.text


def validate(graph: Graph | str | os.PathLike[str], *, lexicon: Lexicon | None = None) -> Report:
    """Hold a graph, or the one in a folder, against the shapes.

    Raises OutputError where the folder holds no graph, OntologyError where the shapes cannot be read.

    >>> from kg.query import validate
    >>> report = validate(g)
    >>> report.conforms
    True
    >>> print(report.text.splitlines()[0])
    The graph keeps its shapes: 0 violations, 1 warnings, 0 notes.

    Source: ``kg.query.validation``.
    """
    import pyshacl
    import rdflib

    subject = graph if isinstance(graph, Graph) else load(graph)
    file = (lexicon or Lexicon()).folder / "shapes.ttl"
    shapes = _shapes(file)
    data = subject.rdf
    _, results, _ = pyshacl.validate(
        data, shacl_graph=shapes, inference="none", allow_infos=True, allow_warnings=True, inplace=True
    )
    if not isinstance(results, rdflib.Graph):
        raise OntologyError(f"{file}: cannot be used as shapes; mend the file")
    findings = tuple(sorted(_findings(results, shapes, _Describer(data)), key=_order))
    conforms = all(finding.severity != "Violation" for finding in findings)
    return Report(conforms, findings, tuple(sorted(_checked(shapes, data))))


def _shapes(file: Path) -> rdflib.Graph:
    import rdflib

    try:
        return rdflib.Graph().parse(file, format="turtle")
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{file}: {' '.join(str(error).split())}; restore the file") from error


def _findings(results: rdflib.Graph, shapes: rdflib.Graph, describer: _Describer) -> list[Finding]:
    import rdflib

    sh = rdflib.Namespace(SH)
    found = results.subjects(rdflib.RDF.type, sh.ValidationResult)
    return [_finding(results, result, shapes, describer) for result in found]


def _finding(results: rdflib.Graph, result: Any, shapes: rdflib.Graph, describer: _Describer) -> Finding:
    import rdflib

    sh = rdflib.Namespace(SH)
    shape, node, value, constraint = (
        results.value(result, name) for name in (sh.sourceShape, sh.focusNode, sh.value, sh.sourceConstraint)
    )
    said = _messages(shapes, constraint or shape)
    owner = _owner(shapes, shape, describer.classes(node))
    if constraint is not None and value is not None:
        node, value = value, None  # a check over the whole graph names what is wrong as its value
    return Finding(
        severity=_local(results.value(result, sh.resultSeverity)),
        shape=owner,
        message=said.get("en", ""),
        chinese=said.get("zh", ""),
        node=str(node),
        label=describer.label(node),
        place=describer.place(node),
        value="" if value is None else comment(str(value)),
    )


def _messages(shapes: rdflib.Graph, shape: Any) -> dict[str | None, str]:
    """A shape's messages by language; ``{?value}``, which is the node itself, becomes an ellipsis."""
    import rdflib

    return {
        message.language: str(message).replace("{?value}", "…")
        for message in shapes.objects(shape, rdflib.URIRef(SH + "message"))
        if isinstance(message, rdflib.Literal)
    }


class _Describer:
    """Labels and places of nodes, for the report."""

    def __init__(self, data: rdflib.Graph) -> None:
        import rdflib

        self._data = data
        self._rdfs = rdflib.RDFS
        self._schema = rdflib.Namespace("https://schema.org/")
        self._nif = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
        self._itsrdf = rdflib.Namespace("http://www.w3.org/2005/11/its/rdf#")

    def classes(self, node: Any) -> set[Any]:
        """The classes that the data state for a node."""
        import rdflib

        return set(self._data.objects(node, rdflib.RDF.type))

    def label(self, node: Any) -> str:
        """A label, headline or the words of a phrase, shortened."""
        for predicate in (self._rdfs.label, self._schema.headline, self._nif.anchorOf):
            values = sorted(map(str, self._data.objects(node, predicate)))
            if values:
                return comment(values[0], 40)
        return ""

    def place(self, node: Any) -> str:
        """The first phrase that states the node, mentions it, or is it."""
        import rdflib

        phrases = {
            *self._data.objects(node, rdflib.PROV.wasDerivedFrom),
            *self._data.subjects(self._itsrdf.taIdentRef, node),
        }
        places = (self._position(phrase) for phrase in (phrases or {node}))
        return next((f"{file}:{begin}–{end}" for file, begin, end in sorted(filter(None, places))), "")

    def _position(self, phrase: Any) -> tuple[str, int, int] | None:
        import rdflib

        source = self._data.value(phrase, self._nif.referenceContext)
        begin, end = (self._data.value(phrase, name) for name in (self._nif.beginIndex, self._nif.endIndex))
        if source is None or not str(begin).isdigit() or not str(end).isdigit():
            return None
        file = self._data.value(source, rdflib.DCTERMS.identifier) or source
        return comment(str(file)), int(str(begin)), int(str(end))


def _owner(shapes: rdflib.Graph, shape: Any, classes: set[Any]) -> str:
    """The local name of the node shape that brought `shape` to a node of `classes`."""
    import rdflib

    sh = rdflib.Namespace(SH)
    owners = {shape, *shapes.subjects(sh.property, shape)}
    fitting = {owner for owner in owners if classes & set(shapes.objects(owner, sh.targetClass))}
    return min(map(_local, fitting or owners))


def _checked(shapes: rdflib.Graph, data: rdflib.Graph) -> list[tuple[str, int]]:
    import rdflib

    return [
        (_local(shape), sum(1 for _ in data.subjects(rdflib.RDF.type, target)))
        for shape, target in shapes.subject_objects(rdflib.URIRef(SH + "targetClass"))
    ]


def _order(finding: Finding) -> tuple[int, Finding]:
    return _SEVERITIES.index(finding.severity), finding


def _local(iri: Any) -> str:
    return str(iri).rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _lines(report: Report) -> list[str]:
    counts = Counter(finding.severity for finding in report.findings)
    summary = ", ".join(f"{counts[severity]} {_TITLES[severity]}" for severity in _SEVERITIES)
    lines = [f"The graph {'keeps' if report.conforms else 'BREAKS'} its shapes: {summary}."]
    lines.append("Checked: " + ", ".join(f"{shape} {number}" for shape, number in report.checked))
    sorts: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in report.findings:
        sorts.setdefault((finding.severity, finding.shape, finding.message), []).append(finding)
    for (severity, shape, message), same in sorts.items():
        lines.append(f"{severity} · {shape} · {len(same)} × {message} {same[0].chinese}")
        shown = same if severity == "Violation" else []
        lines.extend(_finding_line(finding) for finding in shown[:5])
        if len(shown) > 5:
            lines.append(f"    … and {len(shown) - 5} more")
    return lines


def _finding_line(finding: Finding) -> str:
    parts = (finding.label, f"<{finding.node}>", finding.value and f"value {finding.value}", finding.place)
    return "    " + "  ".join(part for part in parts if part)
