"""Accept headers against the formats on offer; expectations after RFC 9110, 12.5.1."""

from __future__ import annotations

import pytest

from kg.serve.negotiation import GRAPHS, SOLUTIONS, choose

JSON, XML, CSV = "application/sparql-results+json", "application/sparql-results+xml", "text/csv"


@pytest.mark.parametrize(
    ("accept", "told"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("text/csv", CSV),
        ("TEXT/CSV", CSV),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.6", XML),
        ("text/csv, application/sparql-results+xml;q=0.9", CSV),
        ("application/sparql-results+xml, text/csv", XML),
        ("text/csv;q=0.001", CSV),
        ("text/csv;q=0", None),
        ("text/html", None),
        ("text/turtle, application/n-triples", None),
        ("text/*", CSV),
        ("text/*, text/csv;q=0", "text/tab-separated-values"),
        ("*/*;q=0.1, application/sparql-results+json;q=0.05", XML),
        ("*/*, application/sparql-results+json;q=0", XML),
        ("application/json", "application/json"),
        ("application/sparql-results+json,application/json,text/javascript", JSON),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml"),
        ("text/csv;header=present;q=0.4, application/json;q=0.3", CSV),
        ("text/csv;q=nonsense", JSON),
        ("text/csv;q=2, application/json", "application/json"),
        ("nonsense", JSON),
        (",,;;q=,", JSON),
    ],
)
def test_solutions(accept: str | None, told: str | None) -> None:
    chosen = choose(accept, SOLUTIONS)
    assert (chosen and chosen.media_type) == told


@pytest.mark.parametrize(
    ("accept", "told", "written"),
    [
        (None, "text/turtle", "text/turtle"),
        ("application/n-triples", "application/n-triples", "application/n-triples"),
        ("text/plain", "text/plain", "application/n-triples"),
        ("application/ld+json;q=0.9, text/turtle;q=0.8", "application/ld+json", "application/ld+json"),
        ("application/sparql-results+xml, application/rdf+xml", "application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_graphs(accept: str | None, told: str, written: str) -> None:
    chosen = choose(accept, GRAPHS)
    assert chosen is not None
    assert (chosen.media_type, chosen.engine) == (told, written)
