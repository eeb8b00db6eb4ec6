"""A small source with its gold and a graph of it, made by hand; and the graphs of the gold at hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.score import Score, score
from tests.conftest import Run
from tests.gold.groups import GROUPS

TEXT = "云州市总工会主席林一启动“清风行动”，为快递员送去50份礼包。\n石桥县总工会在石桥县走访困难职工。\n"
GOLD: dict[str, Any] = {
    "source": "page.txt",
    "articles": [{"id": "a1", "first": "云州市总工会主席", "last": "走访困难职工。", "headline": ""}],
    "entities": [
        {"id": "u1", "type": "Union", "name": "云州市总工会", "accept": ["云州总工会"], "quotes": ["云州市总工会"]},
        {"id": "u2", "type": "Union", "name": "石桥县总工会", "quotes": ["石桥县总工会"]},
        {"id": "n1", "type": "Person", "name": "林一", "quotes": ["林一"]},
        {"id": "g1", "type": "WorkerGroup", "name": "快递员", "quotes": ["快递员"]},
        {"id": "g2", "type": "WorkerGroup", "name": "困难职工", "quotes": ["困难职工"]},
        {"id": "p1", "type": "Place", "name": "石桥县", "quotes": ["石桥县"], "optional": True},
    ],
    "initiatives": [
        {
            "id": "i1",
            "name": "清风行动",
            "kind": "condolence",
            "evidence": ["启动“清风行动”，为快递员送去50份礼包"],
            "unions": ["u1"],
            "groups": ["g1"],
            "places": [],
            "provisions": [{"value": 50, "unit": "份", "quote": "50份礼包"}],
            "dates": [{"quote": "", "iso": "2023-01-11"}],
        },
        {
            "id": "i2",
            "name": "走访困难职工",
            "kind": "hardship-relief",
            "evidence": ["石桥县总工会在石桥县走访困难职工"],
            "unions": ["u2"],
            "groups": ["g2"],
            "places": ["p1"],
        },
    ],
    "roles": [{"person": "林一", "organization": "云州市总工会", "titles": ["主席"], "quote": "主席林一"}],
}
PREFIXES = """
@prefix ukg: <https://w3id.org/union-kg/ontology#> . @prefix kind: <https://w3id.org/union-kg/kinds#> .
@prefix org: <http://www.w3.org/ns/org#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <http://example.org/> .
:page a nif:Context ; dcterms:identifier "page.txt" .
"""
PERFECT = """
:u1 a ukg:Union, org:Organization ; rdfs:label "云州总工会" ; ukg:confidence 0.95 .
:u2 a ukg:Union, org:Organization ; rdfs:label "石桥县总工会" ; ukg:confidence 0.95 .
:n1 a foaf:Person ; rdfs:label "林一" ; ukg:confidence 0.9 .
:g1 a ukg:WorkerGroup ; skos:prefLabel "快递员"@zh ; ukg:confidence 0.9 .
:g2 a ukg:WorkerGroup ; skos:prefLabel "困难职工"@zh ; ukg:confidence 0.9 .
:p1 a schema:Place ; rdfs:label "石桥县" ; ukg:confidence 0.75 .
:i1 a ukg:Initiative ; rdfs:label "《清风行动》" ; ukg:named true ; ukg:kind kind:condolence ; ukg:ranBy :u1 ;
    ukg:targets :g1 ; schema:startDate "2023-01"^^xsd:gYearMonth ; ukg:provides [ schema:value 50 ] ;
    ukg:confidence 0.8 .
:i2 a ukg:Initiative ; rdfs:label "在石桥走访" ; ukg:named false ; ukg:kind kind:hardship-relief ; ukg:ranBy :u2 ;
    ukg:targets :g2 ; schema:location :p1 ; ukg:confidence 0.6 .
:m1 a org:Membership ; org:member :n1 ; org:organization :u1 ; org:role [ rdfs:label "主席" ] ; ukg:confidence 0.9 .
:a1 a schema:NewsArticle ; schema:headline "云州" .
"""
STATED = [
    ("云州市总工会", "itsrdf:taIdentRef :u1"),
    ("石桥县总工会", "itsrdf:taIdentRef :u2"),
    ("林一", "itsrdf:taIdentRef :n1"),
    ("快递员", "itsrdf:taIdentRef :g1"),
    ("困难职工", "itsrdf:taIdentRef :g2"),
    ("石桥县走访", "itsrdf:taIdentRef :p1"),
    ("启动“清风行动”，为快递员送去50份礼包。", "^:i1"),
    ("石桥县总工会在石桥县走访困难职工。", "^:i2"),
    ("主席林一", "^:m1"),
    (TEXT, "^:a1"),
]


def turtle(described: str, stated: list[tuple[str, str]]) -> str:
    """A graph: things as described, and phrases (words, what they mention or, after ^, what they state)."""
    lines = [PREFIXES, described]
    for words, link in stated:
        begin = TEXT.index(words)
        phrase = f"<http://example.org/page#char={begin},{begin + len(words)}>"
        lines.append(
            f"{phrase} nif:referenceContext :page ; nif:beginIndex {begin} ; nif:endIndex {begin + len(words)} ; "
            f"nif:anchorOf {json.dumps(words, ensure_ascii=False)} ."
        )
        lines.append(f"{link[1:]} prov:wasDerivedFrom {phrase} ." if link[0] == "^" else f"{phrase} {link} .")
    return "\n".join(lines)


Scored = Callable[..., Score]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Folders of the graph, the gold and the text."""
    made = (tmp_path / "out", tmp_path / "gold", tmp_path / "texts")
    for folder in made:
        folder.mkdir()
    (made[0] / "graph.ttl").write_text(turtle(PERFECT, STATED), encoding="utf-8")
    (made[1] / "page.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (made[2] / "page.txt").write_text(TEXT, encoding="utf-8", newline="")
    return made


@pytest.fixture
def scored(folders: tuple[Path, Path, Path]) -> Scored:
    """The score of a graph that is perfect but for words replaced in its Turtle."""

    def run(*replaced: tuple[str, str], more: str = "", stated: tuple[tuple[str, str], ...] = ()) -> Score:
        described = PERFECT + more
        for words, other in replaced:
            assert words in described
            described = described.replace(words, other)
        (folders[0] / "graph.ttl").write_text(turtle(described, [*STATED, *stated]), encoding="utf-8")
        return score(*folders)

    return run


@pytest.fixture(scope="session")
def gold_graphs(root: Path, run_kg: Run, seed_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """By group of the gold: the folder that a build of its texts writes."""
    found: dict[str, Path] = {}
    for name, group in GROUPS.items():
        found[name] = seed_graph
        if group.texts != root / "seeds":
            found[name] = tmp_path_factory.mktemp(name) / "out"
            result = run_kg("build", group.texts, "--out", found[name])
            assert result.returncode == 0, result.stderr
    return found
