"""Validation: a sound graph keeps its shapes, and every break is found and told where it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.errors import OntologyError, OutputError, QueryError
from kg.lexicon import Lexicon
from kg.query import Report, validate

ID = "https://w3id.org/union-kg/id/"


def broken(folder: Path, tmp_path: Path, old: str, new: str) -> Report:
    """The report on the small graph with `old` replaced, in Turtle, by `new`; the same by either engine."""
    text = (folder / "graph.ttl").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "graph.ttl").write_text(text.replace(old, new, 1), encoding="utf-8")
    report = validate(tmp_path, engine="shacl")
    assert validate(tmp_path, engine="sparql") == report
    return report


@pytest.mark.parametrize("engine", ["shacl", "sparql", "auto"])
def test_a_sound_graph(graph: kg.Graph, engine: str) -> None:
    report = validate(graph, engine=engine)
    assert report.conforms
    assert report.findings == ()
    assert dict(report.checked)["Initiative"] == 3
    assert report.text.startswith("The graph keeps its shapes: 0 violations, 0 warnings, 0 notes.")


@pytest.mark.parametrize(
    ("old", "new", "shape", "message"),
    [
        ('rdfs:label "暖灯行动" ;', "", "Initiative", "exactly one rdfs:label"),
        ('rdfs:label "暖灯行动" ;', 'rdfs:label "暖灯行动" , "二" ;', "Initiative", "exactly one rdfs:label"),
        ("ukg:confidence 0.87", "ukg:confidence 1.87", "Initiative", "confidence between 0 and 1"),
        ("ukg:confidence 0.87", "ukg:confidence 0.87e0", "Initiative", "confidence between 0 and 1"),
        ("ukg:kind kind:condolence ;", "", "Initiative", "Must have a kind"),
        ("ukg:kind kind:condolence ;", "ukg:kind kind:nothing ;", "Initiative", "Must have a kind"),
        ("ukg:standing standing:carried-out ;", "", "Initiative", "Must have exactly one standing"),
        (
            "ukg:standing standing:carried-out ;",
            "ukg:standing standing:perhaps ;",
            "Initiative",
            "exactly one standing",
        ),
        ('ukg:standingCue "去年" ;', 'ukg:standingCue "" ;', "Initiative", "A standing cue is"),
        ("ukg:ranBy <union/990102> ;", "ukg:ranBy <organization/bb22> ;", "Initiative", "must be a union"),
        ("ukg:ranBy <union/990102> ;", "ukg:ranBy <union/none> ;", "Initiative", "must be a union"),
        ('"2031-01-18"^^xsd:date', '"soon"', "Initiative", "A start is a day"),
        ("schema:location <place/ee55> ;", "schema:location <person/cc33> ;", "Initiative", "location must be a place"),
        (
            "a ukg:Initiative , schema:Event , prov:Activity",
            "a ukg:Initiative",
            "Initiative",
            "must be typed schema:Event",
        ),
        ("a ukg:Union , org:FormalOrganization , org:Organization", "a ukg:Union", "Union", "must be typed org:Formal"),
        ('ukg:unionLevel "county" ;', 'ukg:unionLevel "cosmic" ;', "Union", "one of the nine"),
        ('ukg:gbCode "990102" ;', 'ukg:gbCode "9901" ;', "Place", "six to twelve digits"),
        ("org:member <person/cc33> ;", "", "Membership", "exactly one person"),
        ("org:role <role/", "org:role <role/x", "Membership", "Must have a title"),
        ('schema:value "60"^^xsd:decimal', "schema:value 60", "Quantity", "one decimal value"),
        ('schema:currency "CNY" ;', 'schema:currency "EUR" ;', "Money", "must be CNY"),
        ('ukg:qualifier "about" ;', 'ukg:qualifier "roughly" ;', "Quantity", "A qualifier is one of"),
        ("nif:beginIndex 16 ;", 'nif:beginIndex "16" ;', "Phrase", "where it begins, an integer"),
        ("nif:beginIndex 16 ;", "nif:beginIndex 15 ;", "Dataset", "do not agree"),
        ('nif:anchorOf "驿站" ;', 'nif:anchorOf "驿" ;', "Dataset", "do not agree"),
        ("itsrdf:taIdentRef <place/ee55>", "itsrdf:taIdentRef <place/none>", "Dataset", "does not describe"),
        ("org:subOrganizationOf <union/9901> ;", "org:subOrganizationOf <union/aa11> ;", "Dataset", "above itself"),
        (
            'schema:startDate "2031-01-18"^^xsd:date ;',
            'schema:startDate "2031-01-18"^^xsd:date ; schema:endDate "2031-01-17"^^xsd:date ;',
            "Dataset",
            "ends before",
        ),
        ('dcterms:identifier "page.txt" ;', "", "Source", "name of its file"),
        ("prov:wasDerivedFrom <source/0123456789abcdef#char=100,111> ;", "", "Membership", "as its evidence"),
        ("ukg:confidence 0.87", "ukg:confidence 0.87 , 0.88", "Initiative", "confidence between 0 and 1"),
        ("ukg:confidence 0.87", 'ukg:confidence "much"^^xsd:decimal', "Initiative", "confidence between 0 and 1"),
        ("ukg:confidence 0.87", "ukg:confidence -0.5", "Initiative", "confidence between 0 and 1"),
        ('rdfs:label "暖灯行动" ;', 'rdfs:label "暖灯行动"@zh ;', "Initiative", "exactly one rdfs:label"),
        ('rdfs:label "暖灯行动" ;', "rdfs:label <place/ee55> ;", "Initiative", "exactly one rdfs:label"),
        ('"2031-01-18"^^xsd:date', '"2031-02-30"^^xsd:date', "Initiative", "A start is a day"),
        ('"2031-01-18"^^xsd:date', '"2031-01-18"^^xsd:date , "2032"^^xsd:gYear', "Initiative", "A start is a day"),
        ('skos:prefLabel "快递员"@zh', 'skos:prefLabel "快递员"@zh , "快递"@zh', "WorkerGroup", "one a language"),
        ('skos:prefLabel "快递员"@zh', 'skos:prefLabel "livreur"@fr', "WorkerGroup", "one a language"),
        ('skos:prefLabel "快递员"@zh', 'skos:prefLabel "快递员"', "WorkerGroup", "one a language"),
        ("ukg:named true", 'ukg:named "yes"', "Initiative", "whether the initiative has a name"),
        ("ukg:jurisdiction <place/990102>", "ukg:jurisdiction <place/none> , <place/99>", "Union", "A jurisdiction"),
        ("nif:beginIndex 16 ;", 'nif:beginIndex "-1"^^xsd:integer ;', "Phrase", "where it begins, an integer"),
        ("a schema:NewsArticle", "a schema:Article", "Initiative", "must be an article"),
    ],
)
def test_every_break_is_found(folder: Path, tmp_path: Path, old: str, new: str, shape: str, message: str) -> None:
    report = broken(folder, tmp_path, old, new)
    assert not report.conforms
    found = [finding for finding in report.findings if finding.shape == shape and message in finding.message]
    assert found, report.text
    assert all(finding.severity == "Violation" and finding.chinese for finding in found)
    assert "BREAKS" in report.text


def test_a_finding_says_who_and_where(folder: Path, tmp_path: Path) -> None:
    report = broken(folder, tmp_path, "ukg:confidence 0.87", "ukg:confidence 1.87")
    (finding,) = report.findings
    assert finding.label == "暖灯行动"
    assert finding.node == ID + "initiative/1a1a"
    assert finding.place == "page.txt:44–79"
    assert finding.value == "1.87"
    assert "    暖灯行动  <https://w3id.org/union-kg/id/initiative/1a1a>  value 1.87  page.txt:44–79" in report.text


@pytest.mark.parametrize(
    ("old", "severity"),
    [
        ("ukg:ranBy <union/990102> ;", "Warning"),
        ("ukg:targets group:courier ;", "Info"),
        ('ukg:unionLevel "county" ;', "Info"),
        ('schema:headline "云溪市总工会举办读书会" ;', "Info"),
    ],
)
def test_warnings_and_notes_break_nothing(folder: Path, tmp_path: Path, old: str, severity: str) -> None:
    report = broken(folder, tmp_path, old, "")
    assert report.conforms
    assert [finding.severity for finding in report.findings] == [severity]


def test_many_of_a_kind_are_counted(folder: Path, tmp_path: Path) -> None:
    text = (folder / "graph.ttl").read_text(encoding="utf-8")
    (tmp_path / "graph.ttl").write_text(text.replace("nif:anchorOf", "rdfs:comment"), encoding="utf-8")
    report = validate(tmp_path)
    assert "Violation · Phrase · 22 × Must have exactly one text" in report.text
    assert "… and 17 more" in report.text


def test_a_part_of_two_shapes(folder: Path, tmp_path: Path) -> None:
    """What is an organisation and a place at once breaks two shapes by one missing label; both are told."""
    text = (folder / "graph.ttl").read_text(encoding="utf-8")
    block = text[text.index("\n<organization/bb22>") + 1 :]
    block = block[: block.index("\n\n")]
    changed = block.replace("org:Organization", "org:Organization , schema:Place", 1).replace(
        "rdfs:label", "rdfs:comment"
    )
    report = broken(folder, tmp_path, block, changed)
    assert [finding.shape for finding in report.findings if "rdfs:label" in finding.message] == ["Organization"] * 2


SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ukg: <https://w3id.org/union-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix shape: <https://w3id.org/union-kg/shapes#> . @prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix org: <http://www.w3.org/ns/org#> .
"""


@pytest.fixture
def own_shapes(tmp_path: Path) -> Callable[[str], Lexicon]:
    def write(shapes: str) -> Lexicon:
        (tmp_path / "own").mkdir()
        (tmp_path / "own" / "shapes.ttl").write_text(SHAPES + shapes, encoding="utf-8")
        return Lexicon(tmp_path / "own")

    return write


@pytest.mark.parametrize(
    "constraint",
    [
        "sh:path rdfs:label ; sh:nodeKind sh:IRI",
        "sh:path ukg:ranBy ; sh:nodeKind sh:Literal",
        "sh:path rdfs:label ; sh:pattern '^NO' ; sh:flags 'i'",
        "sh:path rdfs:label ; sh:maxLength 4",
        "sh:path ukg:confidence ; sh:minExclusive 0.87 ; sh:maxExclusive 0.9",
        "sh:path ukg:ranBy ; sh:minCount 2",
        "sh:path schema:award ; sh:maxCount 0",
        "sh:path schema:location ; sh:or ( [ sh:class org:Organization ] [ sh:nodeKind sh:Literal ] )",
        "sh:path ukg:targets ; sh:in ( <https://w3id.org/union-kg/groups#courier> ) ; sh:severity sh:Info",
        "sh:path rdfs:label ; sh:minCount 2 ; sh:deactivated true",
    ],
)
def test_shapes_of_ones_own(folder: Path, own_shapes: Callable[[str], Lexicon], constraint: str) -> None:
    lexicon = own_shapes(
        "shape:Own a sh:NodeShape ; sh:targetClass ukg:Initiative ; "
        f"sh:property [ {constraint} ; sh:message 'no'@en ] ."
    )
    report = validate(folder, lexicon=lexicon, engine="shacl")
    assert validate(folder, lexicon=lexicon, engine="sparql") == report
    assert bool(report.findings) != ("deactivated" in constraint or "maxCount 0" in constraint), report.text


def test_a_query_about_every_node(folder: Path, own_shapes: Callable[[str], Lexicon]) -> None:
    lexicon = own_shapes(
        """shape:Own a sh:NodeShape ; sh:targetClass ukg:Initiative ; sh:sparql [ sh:message "no"@en ; sh:select
        "SELECT $this WHERE { $this <https://w3id.org/union-kg/ontology#named> true }" ] ."""
    )
    report = validate(folder, lexicon=lexicon, engine="shacl")
    assert [finding.label for finding in report.findings] == ["暖灯行动"]
    assert validate(folder, lexicon=lexicon, engine="sparql") == report


@pytest.mark.parametrize(
    ("shapes", "word"),
    [
        ("sh:targetClass ukg:Union ; sh:property [ sh:path rdfs:label ; sh:equals skos:prefLabel ]", "sh:equals"),
        ("sh:targetClass ukg:Union ; sh:closed true", "sh:closed"),
        ("sh:targetClass ukg:Union ; sh:property [ sh:path ( rdfs:label rdfs:label ) ; sh:minCount 1 ]", "sh:path"),
        ("sh:targetSubjectsOf ukg:ranBy ; sh:class ukg:Initiative", "sh:targetSubjectsOf"),
        (
            "sh:targetClass ukg:Union ; sh:property [ sh:path rdfs:label ; sh:or ( [ sh:hasValue 1 ] ) ]",
            "sh:hasValue",
        ),
        ("sh:targetClass ukg:Union ; sh:not [ sh:class ukg:Union ]", "sh:not"),
    ],
)
def test_nothing_is_skipped_in_silence(
    folder: Path, own_shapes: Callable[[str], Lexicon], shapes: str, word: str
) -> None:
    with pytest.raises(OntologyError, match=rf"shapes\.ttl: .*{word}.*--engine shacl"):
        validate(folder, lexicon=own_shapes(f"shape:Own a sh:NodeShape ; {shapes} ."), engine="sparql")


@pytest.mark.parametrize("engine", ["shacl", "sparql"])
def test_no_query_of_a_shape_leaves_the_machine(
    folder: Path, own_shapes: Callable[[str], Lexicon], engine: str
) -> None:
    lexicon = own_shapes(
        """shape:Own a sh:NodeShape ; sh:targetClass ukg:Initiative ; sh:sparql [ sh:select
        "SELECT $this WHERE { SERVICE <http://127.0.0.1:9/> { $this ?p ?o } }" ] ."""
    )
    with pytest.raises(QueryError, match="SERVICE"):
        validate(folder, lexicon=lexicon, engine=engine)


def test_both_engines_agree_on_the_seeds(seed_graph: Path) -> None:
    assert validate(seed_graph, engine="sparql") == validate(seed_graph, engine="shacl")


def test_a_large_graph_takes_the_other_engine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.query import validation
    from kg.query.validation import with_shacl

    def fail(*_: object) -> None:
        raise AssertionError("pySHACL was asked")

    monkeypatch.setattr(with_shacl, "breaks", fail)
    with pytest.raises(AssertionError):
        validate(folder)
    monkeypatch.setattr(validation, "LARGE", 100)
    assert validate(folder).conforms


def test_errors(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(OutputError, match="holds neither"):
        validate(tmp_path)
    with pytest.raises(OntologyError, match=r"shapes\.ttl"):
        validate(folder, lexicon=Lexicon(tmp_path))
    (tmp_path / "shapes.ttl").write_text("no turtle", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"shapes\.ttl"):
        validate(folder, lexicon=Lexicon(tmp_path))
    shutil.copy(Lexicon().folder / "shapes.ttl", tmp_path)
    assert validate(folder, lexicon=Lexicon(tmp_path)).conforms
