"""Turtle, N-Triples and JSON-LD say the same, to rdflib and to Oxigraph."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.graph import jsonld, ntriples, turtle
from kg.graph.namespaces import ID_BASE
from kg.graph.terms import Block, text

FORMATS = {
    "graph.ttl": (pyoxigraph.RdfFormat.TURTLE, "turtle"),
    "graph.nt": (pyoxigraph.RdfFormat.N_TRIPLES, "nt"),
    "graph.jsonld": (pyoxigraph.RdfFormat.JSON_LD, "json-ld"),
}


def by_oxigraph(path: Path) -> rdflib.Graph:
    """Parsed by Oxigraph, kept in its store, handed on to rdflib."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(path), format=FORMATS[path.name][0])
    dump = BytesIO()
    store.dump(dump, pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph())
    return rdflib.Graph().parse(data=dump.getvalue(), format="nt")


@pytest.mark.parametrize("name", FORMATS)
def test_rdflib_and_oxigraph_read_the_same_graph(written: Path, name: str) -> None:
    by_rdflib = rdflib.Graph().parse(written / name, format=FORMATS[name][1])
    assert len(by_rdflib) > 300
    assert isomorphic(by_rdflib, by_oxigraph(written / name))


@pytest.mark.parametrize("name", ["graph.ttl", "graph.jsonld"])
def test_every_format_holds_the_same_graph(written: Path, name: str) -> None:
    lines = rdflib.Graph().parse(written / "graph.nt", format="nt")
    assert set(rdflib.Graph().parse(written / name, format=FORMATS[name][1])) == set(lines)


def test_no_blank_nodes_and_one_line_a_statement(written: Path) -> None:
    content = (written / "graph.nt").read_bytes()
    lines = content.decode().removesuffix("\n").split("\n")
    assert lines == sorted(set(lines))
    assert len(lines) == len(rdflib.Graph().parse(data=content, format="nt"))
    assert not any(line.startswith("_:") or " _:" in line.split('"')[0] for line in lines)


def test_no_character_that_a_terminal_or_editor_obeys(written: Path) -> None:
    for name in FORMATS:
        content = (written / name).read_text(encoding="utf-8")
        assert not {"\x00", "\x1b", "\r", "\v", "\f"} & set(content)
    assert not {"\u202e", "\u2028", "\u2066", "\ufeff"} & set((written / "graph.ttl").read_text(encoding="utf-8"))


def test_context_file_is_the_context_of_the_document(written: Path) -> None:
    document = json.loads((written / "graph.jsonld").read_text(encoding="utf-8"))
    assert json.loads((written / "context.jsonld").read_text(encoding="utf-8")) == {"@context": document["@context"]}
    assert all(node["@id"] and node["@type"] for node in document["@graph"])


def test_json_ld_is_compact(small: Path) -> None:
    document = json.loads((small / "graph.jsonld").read_text(encoding="utf-8"))
    node = next(node for node in document["@graph"] if node["@id"] == "id:initiative/1a1a")
    assert node["ukg:ranBy"] == ["id:union/990102"]
    assert node["ukg:kind"] == "kind:condolence"
    assert node["ukg:confidence"] == "0.87"
    assert node["schema:startDate"] == {"@value": "2031-01-18", "@type": "xsd:date"}
    assert node["ukg:evidenceCount"] == 2


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=30))
def test_any_text_comes_back_as_it_was(words: str) -> None:
    block = Block("role", ID_BASE + "role/1", "org:Role")
    block.add("rdfs:label", text(words))
    expected = "".join("\ufffd" if 0xD800 <= ord(each) < 0xE000 else each for each in words)
    documents = (
        (turtle.turtle([block], ID_BASE).encode(), "graph.ttl"),
        (ntriples.ntriples([block]).encode(), "graph.nt"),
        (jsonld.jsonld([block], ID_BASE), "graph.jsonld"),
    )
    for document, name in documents:
        quads = pyoxigraph.parse(input=document, format=FORMATS[name][0])
        assert [quad.object.value for quad in quads if quad.predicate.value.endswith("label")] == [expected]
        graph = rdflib.Graph().parse(data=document, format=FORMATS[name][1])
        assert [str(label) for label in graph.objects(None, rdflib.RDFS.label)] == [expected]
