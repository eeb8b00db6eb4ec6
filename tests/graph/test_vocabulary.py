"""The contract of vocabulary.md, asked in SPARQL without any inference."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kg.graph.namespaces import prefixes
from tests.graph import sample


@pytest.fixture(scope="module")
def store(small: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.bulk_load(path=str(small / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    return store


def ask(store: pyoxigraph.Store, query: str) -> list[tuple[str, ...]]:
    rows = store.query(query, prefixes=prefixes())
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    return sorted(tuple(value.value for value in row) for row in rows)


def test_the_question_that_the_graph_exists_for(store: pyoxigraph.Store) -> None:
    rows = ask(
        store,
        """SELECT ?union ?initiative ?group WHERE {
        ?i a ukg:Initiative ; rdfs:label ?initiative ; ukg:ranBy/rdfs:label ?union ; ukg:targets/skos:prefLabel ?group .
    }""",
    )
    assert rows == [
        ("云溪市总工会", "职工读书会", "摆渡工"),
        ("云溪市松竹区总工会", "暖灯行动", "couriers"),
        ("云溪市松竹区总工会", "暖灯行动", "快递员"),
        ("云溪市松竹区总工会", "职工读书会", "摆渡工"),
        ("云溪市松竹区总工会", "送保温杯", "couriers"),
        ("云溪市松竹区总工会", "送保温杯", "快递员"),
    ]


@pytest.mark.parametrize(
    ("narrow", "wide", "number"),
    [
        ("ukg:Union", "org:FormalOrganization", 3),
        ("ukg:Union", "org:Organization", 3),
        ("ukg:Company", "org:Organization", 1),
        ("ukg:WorkerGroup", "skos:Concept", 4),
        ("ukg:Initiative", "schema:Event", 3),
        ("ukg:Initiative", "prov:Activity", 3),
        ("schema:AdministrativeArea", "schema:Place", 3),
        ("ukg:Provision", "schema:QuantitativeValue", 1),
    ],
)
def test_superclasses_are_stated(store: pyoxigraph.Store, narrow: str, wide: str, number: int) -> None:
    assert len(ask(store, f"SELECT DISTINCT ?x WHERE {{ ?x a {narrow} , {wide} }}")) == number


def test_a_label_is_found_by_its_plain_string(store: pyoxigraph.Store) -> None:
    found = ask(store, 'SELECT ?x WHERE { ?x rdfs:label "快递员" }')
    assert found == [("https://w3id.org/union-kg/groups#courier",)]


def test_concepts_keep_the_iris_of_their_scheme(store: pyoxigraph.Store) -> None:
    chain = ask(store, "SELECT ?label WHERE { group:courier skos:broader+/rdfs:label ?label }")
    assert chain == [("新业态劳动者",), ("职工",)]
    assert ask(store, "SELECT ?f WHERE { group:courier skos:altLabel ?f }") == [("快递小哥",), ("快递骑士",)]
    assert ask(store, "SELECT ?l WHERE { kind:culture skos:prefLabel ?l }") == [("culture",), ("文体活动",)]
    assert ask(store, "SELECT ?g WHERE { ?g a ukg:WorkerGroup FILTER NOT EXISTS { ?g skos:inScheme group: } }") == [
        ("https://w3id.org/union-kg/id/group/ff66",)
    ]
    assert not ask(store, "SELECT ?x WHERE { group:welder ?x ?y }"), "an unused concept is left out"


def test_every_phrase_is_exactly_what_stands_there(store: pyoxigraph.Store) -> None:
    rows = ask(
        store,
        """SELECT ?phrase ?begin ?end ?anchor ?file WHERE {
        ?phrase a nif:Phrase ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?anchor ;
                nif:referenceContext/dcterms:identifier ?file }""",
    )
    assert len(rows) == 22
    for phrase, begin, end, anchor, file in rows:
        assert sample.TEXT[int(begin) : int(end)] == anchor
        assert phrase.endswith(f"source/{sample.SOURCE}#char={begin},{end}")
        assert file == "page.txt"


def test_mentions_posts_numbers_and_dates(store: pyoxigraph.Store) -> None:
    assert len(ask(store, "SELECT ?p WHERE { ?p itsrdf:taIdentRef/rdfs:label '云溪市松竹区总工会' }")) == 3
    assert ask(
        store,
        """SELECT ?p ?o ?t WHERE { ?m a org:Membership ; org:member/rdfs:label ?p ;
        org:organization/rdfs:label ?o ; org:role/rdfs:label ?t }""",
    ) == [("陆望舒", "云溪市松竹区总工会", "主席"), ("陆望舒", "云溪市松竹区总工会", "党组书记")]
    assert ask(
        store,
        """SELECT ?v ?u ?n ?q WHERE { ?i ukg:provides ?p . ?p schema:value ?v ; schema:unitText ?u ;
        schema:name ?n ; ukg:qualifier ?q ; prov:wasDerivedFrom/nif:anchorOf '60余份保温杯' }""",
    ) == [("60", "份", "保温杯", "more than")]
    assert ask(store, "SELECT ?v ?c WHERE { ?i ukg:funding ?f . ?f schema:value ?v ; schema:currency ?c }") == [
        ("25000", "CNY")
    ]
    assert ask(store, "SELECT ?d (DATATYPE(?d) AS ?t) WHERE { ?i schema:startDate ?d }") == [
        ("2030", "http://www.w3.org/2001/XMLSchema#gYear"),
        ("2031-01", "http://www.w3.org/2001/XMLSchema#gYearMonth"),
        ("2031-01-18", "http://www.w3.org/2001/XMLSchema#date"),
    ]


def test_measures_and_programmes_point_at_each_other(store: pyoxigraph.Store) -> None:
    assert (
        ask(store, "SELECT ?a ?b WHERE { ?x schema:superEvent ?y ; rdfs:label ?a . ?y rdfs:label ?b }")
        == ask(store, "SELECT ?a ?b WHERE { ?y schema:subEvent ?x ; rdfs:label ?b . ?x rdfs:label ?a }")
        == [("送保温杯", "暖灯行动")]
    )


def test_articles_belong_to_an_issue_of_a_newspaper(store: pyoxigraph.Store) -> None:
    assert ask(
        store,
        """SELECT ?h ?i ?n WHERE { ?a a schema:NewsArticle ; schema:headline ?h ;
        schema:isPartOf ?issue . ?issue rdfs:label ?i ; schema:isPartOf/rdfs:label ?n }""",
    ) == [
        ("云溪市总工会举办读书会", "云溪工运 2031-01-20", "云溪工运"),
        ("松竹区总工会“暖灯行动”走进驿站", "云溪工运 2031-01-20", "云溪工运"),
    ]
    assert ask(store, "SELECT ?p WHERE { ?a schema:author/rdfs:label ?p }") == [("甘棠",)]


def test_one_triple_pattern_gives_what_was_carried_out(store: pyoxigraph.Store) -> None:
    done = ask(store, "SELECT ?label WHERE { ?i ukg:standing standing:carried-out ; rdfs:label ?label }")
    assert done == [("暖灯行动",), ("送保温杯",)]
    shown = ask(store, "SELECT ?label ?cue WHERE { ?i ukg:standing/skos:prefLabel ?label ; ukg:standingCue ?cue }")
    assert shown == [("carried out", "1月18日"), ("past", "去年"), ("已开展", "1月18日"), ("往期", "去年")]
