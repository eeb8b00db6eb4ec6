"""Every thing has one IRI, made from what it is."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.graph.namespaces import ID_BASE, check_base, expand
from kg.graph.naming import Naming, digest, keyed
from kg.model import Amount, Measure, Phrase

NAMING = Naming({"courier"}, {"culture", "文体"})


@pytest.mark.parametrize(
    ("key", "iri"),
    [
        ("union/330203", ID_BASE + "union/330203"),
        ("group/courier", "https://w3id.org/union-kg/groups#courier"),
        ("group/0a1b", ID_BASE + "group/0a1b"),
        ("person/张 三#1?", ID_BASE + "person/%E5%BC%A0%20%E4%B8%89%231%3F"),
    ],
)
def test_things(key: str, iri: str) -> None:
    assert NAMING.thing(key) == iri


def test_kinds_phrases_and_folders() -> None:
    assert NAMING.kind("文体") == "https://w3id.org/union-kg/kinds#文体"
    assert NAMING.kind("no such") == "https://w3id.org/union-kg/kinds#no%20such"
    assert NAMING.phrase(Phrase("ab", 3, 7, "四个字符")) == ID_BASE + "source/ab#char=3,7"
    assert keyed("article", "0a") == keyed("article", "article/0a") == "article/0a"


def test_amounts_are_told_apart_by_all_that_they_are() -> None:
    one = Amount("provision", Measure(5.0, "份"), Phrase("s", 0, 2, "5份"))
    variants = [
        one,
        Amount("reached", Measure(5.0, "份"), Phrase("s", 0, 2, "5份")),
        Amount("provision", Measure(6.0, "份"), Phrase("s", 0, 2, "5份")),
        Amount("provision", Measure(5.0, "份", "about"), Phrase("s", 0, 2, "5份")),
        Amount("provision", Measure(5.0, "份", "", "苹果"), Phrase("s", 0, 2, "5份")),
        Amount("provision", Measure(5.0, "份"), Phrase("s", 9, 11, "5份")),
    ]
    assert len({NAMING.amount("initiative/1", amount) for amount in variants}) == len(variants)
    assert NAMING.amount("initiative/1", one) != NAMING.amount("initiative/2", one)
    assert digest("a", "b") != digest("ab")


@given(st.text(st.characters(codec=None, exclude_categories=()), min_size=1))
def test_any_key_gives_a_valid_iri(key: str) -> None:
    iri = NAMING.inside("person", key)
    assert iri.isascii()
    assert pyoxigraph.NamedNode(iri).value == iri


@pytest.mark.parametrize(
    "base",
    [
        "",
        "id/",
        "https://example.org/id",
        "https://example.org/#",
        "https://e.org/ /",
        'https://e.org/">/',
        "https://e.org/?x=/",
        "javascript:alert(1)/",
    ],
)
def test_a_base_that_cannot_begin_an_iri_is_refused(base: str) -> None:
    with pytest.raises(GraphError, match="ends in '/'"):
        check_base(base)


def test_other_bases_and_prefixes() -> None:
    assert Naming((), (), "https://例.example/图/").thing("union/1") == "https://例.example/图/union/1"
    assert expand("rdfs:label") == "http://www.w3.org/2000/01/rdf-schema#label"
    with pytest.raises(KeyError):
        expand("nonsense:label")
