"""shapes.ttl: every shape speaks two languages and covers the classes of the vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.plugins.sparql import prepareQuery

SH = Namespace("http://www.w3.org/ns/shacl#")


@pytest.fixture(scope="module")
def shapes(root: Path) -> Graph:
    return Graph().parse(root / "ontology" / "shapes.ttl")


def test_classes_covered(shapes: Graph) -> None:
    assert {shapes.qname(str(target)) for target in shapes.objects(None, SH.targetClass)} == {
        "ukg:Union",
        "org:Organization",
        "foaf:Person",
        "schema:Place",
        "ukg:WorkerGroup",
        "ukg:InitiativeKind",
        "ukg:InitiativeStanding",
        "ukg:Dating",
        "ukg:Initiative",
        "schema:QuantitativeValue",
        "schema:MonetaryAmount",
        "org:Membership",
        "org:Role",
        "schema:NewsArticle",
        "schema:PublicationIssue",
        "nif:Context",
        "nif:Phrase",
        "void:Dataset",
    }


def test_every_constraint_speaks_chinese_and_english(shapes: Graph) -> None:
    speaking = {*shapes.objects(None, SH.property), *shapes.objects(None, SH.sparql)}
    speaking |= {shape for shape in shapes.subjects(RDF.type, SH.NodeShape) if (shape, SH["class"], None) in shapes}
    assert len(speaking) > 45
    for shape in speaking:
        messages = [text for text in shapes.objects(shape, SH.message) if isinstance(text, Literal)]
        assert sorted(str(text.language) for text in messages) == ["en", "zh"], list(shapes.predicate_objects(shape))


def test_severities_are_those_that_a_report_knows(shapes: Graph) -> None:
    assert set(shapes.objects(None, SH.severity)) <= {SH.Warning, SH.Info}


def test_queries_parse_with_the_prefixes_they_declare(shapes: Graph) -> None:
    declared = {
        str(shapes.value(node, SH.prefix)): str(shapes.value(node, SH.namespace))
        for node in shapes.objects(None, SH.declare)
    }
    queries = list(shapes.objects(None, SH.select))
    assert len(queries) == 4
    for query in queries:
        prepareQuery(str(query), initNs=declared)


def test_every_shape_used_is_defined(shapes: Graph) -> None:
    for used in {*shapes.objects(None, SH.property), *shapes.objects(None, SH.sparql)}:
        if isinstance(used, URIRef):
            assert (used, SH.message, None) in shapes, used
