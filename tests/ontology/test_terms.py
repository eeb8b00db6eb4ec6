"""The linter of ukg.ttl: every term is declared, explained in two languages and aligned to something real."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.term import Node

from kg.graph import namespaces
from kg.graph.files import render
from kg.lexicon import Lexicon
from tests.graph import sample

UKG = "https://w3id.org/union-kg/ontology#"
KINDS_OF_TERM = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
CONTRACT = (
    "Union",
    "Company",
    "PublicBody",
    "School",
    "Hospital",
    "Media",
    "Association",
    "WorkerGroup",
    "Initiative",
    "Provision",
    "unionLevel",
    "jurisdiction",
    "ofOrganization",
    "gbCode",
    "named",
    "ranBy",
    "partner",
    "targets",
    "kind",
    "provides",
    "funding",
    "reached",
    "qualifier",
    "confidence",
)


@pytest.fixture(scope="module")
def terms(root: Path) -> Graph:
    return Graph().parse(root / "ontology" / "ukg.ttl")


def declared(terms: Graph) -> set[str]:
    return {str(term) for kind in KINDS_OF_TERM for term in terms.subjects(RDF.type, kind) if isinstance(term, URIRef)}


def test_all_terms_of_the_contract_are_there(terms: Graph) -> None:
    assert {UKG + name for name in CONTRACT} <= declared(terms)


def test_every_term_is_explained_in_chinese_and_english(terms: Graph) -> None:
    for term in sorted(declared(terms)):
        assert term.startswith(UKG)
        for predicate in (RDFS.label, RDFS.comment):
            texts = [text for text in terms.objects(URIRef(term), predicate) if isinstance(text, Literal)]
            assert sorted(str(text.language) for text in texts) == ["en", "zh"], f"{term} {predicate}"
            assert all(len(text) >= (2 if predicate == RDFS.label else 8) for text in texts), term
            assert re.search(r"[\u4e00-\u9fff]|SHA", next(text for text in texts if text.language == "zh")), term
    assert not set(terms.subjects(RDFS.label)) - {URIRef(term) for term in declared(terms)} - {URIRef(UKG[:-1])}


def test_labels_are_unique_in_each_language(terms: Graph) -> None:
    labels = [label for term in declared(terms) for label in terms.objects(URIRef(term), RDFS.label)]
    assert len(labels) == len(set(labels))


def test_every_property_has_a_range_and_all_but_reason_a_domain(terms: Graph) -> None:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in terms.subjects(RDF.type, kind):
            assert terms.value(term, RDFS.range) is not None, term
            assert terms.value(term, RDFS.domain) is not None or term == URIRef(UKG + "reason"), term


def test_every_class_and_the_contracts_properties_are_aligned(terms: Graph) -> None:
    def above(name: str, predicate: Node) -> set[str]:
        return {terms.qname(str(value)) for value in terms.objects(URIRef(UKG + name), predicate)}

    for term in terms.subjects(RDF.type, OWL.Class):
        if isinstance(term, URIRef):
            assert terms.value(term, RDFS.subClassOf) is not None, term
    assert "org:FormalOrganization" in above("Union", RDFS.subClassOf)
    assert "skos:Concept" in above("WorkerGroup", RDFS.subClassOf)
    assert {"prov:Activity", "schema:Event"} <= above("Initiative", RDFS.subClassOf)
    assert {"schema:organizer", "prov:wasAssociatedWith"} <= above("ranBy", RDFS.subPropertyOf)
    assert {"schema:contributor"} <= above("partner", RDFS.subPropertyOf)
    assert {"schema:audience"} <= above("targets", RDFS.subPropertyOf)


def test_every_iri_lies_in_a_known_namespace(terms: Graph) -> None:
    known = (*namespaces.PREFIXES.values(), str(OWL))
    for triple in terms:
        for node in triple:
            if isinstance(node, URIRef):
                assert str(node).startswith(known) or str(node) == UKG[:-1], node


def used_terms(root: Path, tmp_path: Path) -> dict[str, set[str]]:
    ontology = root / "ontology"
    files = [ontology / "shapes.ttl", *sorted((ontology / "questions").glob("*.rq"))]
    files += sorted((root / "kg").rglob("*.py"))
    found = {str(file.relative_to(root)): set(re.findall(r"\bukg:([A-Za-z]\w*)", file.read_text())) for file in files}
    lexicon = Lexicon(sample.ontology(tmp_path))
    for name, knowledge in (("sample", sample.knowledge()), ("hostile", sample.hostile())):
        lines = render(knowledge, lexicon=lexicon)["graph.nt"].decode()
        found[name] = set(re.findall(rf"<{re.escape(UKG)}(\w+)>", lines))
    return found


def test_every_term_in_use_is_declared(root: Path, tmp_path: Path, terms: Graph) -> None:
    names = {term.removeprefix(UKG) for term in declared(terms)}
    used = used_terms(root, tmp_path)
    assert {file: sorted(terms - names) for file, terms in used.items() if terms - names} == {}
    assert len(used["sample"]) > 15


def test_every_declared_term_is_used_by_the_exporter(root: Path, terms: Graph) -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in sorted((root / "kg" / "graph").glob("*.py")))
    for term in declared(terms):
        name = term.removeprefix(UKG)
        assert f"ukg:{name}" in code or f'"{name}"' in code, term


def test_prefixes_mean_the_same_everywhere(root: Path) -> None:
    known = {
        **namespaces.prefixes(),
        "owl": str(OWL),
        "sh": "http://www.w3.org/ns/shacl#",
        "shape": "https://w3id.org/union-kg/shapes#",
    }
    files = [*sorted((root / "ontology").glob("*.ttl")), *sorted((root / "ontology" / "questions").glob("*.rq"))]
    for file in files:
        pairs = re.findall(r"(?im)^@?prefix\s+(\w+):\s+<([^>]+)>", file.read_text(encoding="utf-8"))
        assert pairs, file
        assert [(file.name, prefix) for prefix, namespace in pairs if known.get(prefix) != namespace] == []
