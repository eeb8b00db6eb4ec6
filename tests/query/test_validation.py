"""Validation: a sound graph keeps its shapes, and every break is found and told where it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kg
from kg.errors import OntologyError, OutputError
from kg.lexicon import Lexicon
from kg.query import Report, validate

ID = "https://w3id.org/union-kg/id/"


def broken(folder: Path, tmp_path: Path, old: str, new: str) -> Report:
    """The report on the small graph with `old` replaced, in Turtle, by `new`."""
    text = (folder / "graph.ttl").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "graph.ttl").write_text(text.replace(old, new, 1), encoding="utf-8")
    return validate(tmp_path)


def test_a_sound_graph(graph: kg.Graph) -> None:
    report = validate(graph)
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
