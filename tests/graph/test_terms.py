"""Literals: one lexical form a value, and what is no date stays visible."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import escape
from kg.graph.terms import Block, Text, Typed, calendar, decimal, text, texts


@pytest.mark.parametrize(
    ("value", "lexical"),
    [
        (600000.0, "600000"),
        (0.8, "0.8"),
        (1.0, "1"),
        (0.0, "0"),
        (-0.0, "0"),
        (1e8, "100000000"),
        (2.5e4, "25000"),
        (1e-7, "0.0000001"),
        (1234.5, "1234.5"),
        (1e21, "1000000000000000000000"),
    ],
)
def test_decimals(value: float, lexical: str) -> None:
    assert decimal(value) == Typed(lexical, "xsd:decimal")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_not_stated(value: float) -> None:
    assert decimal(value) is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_decimals_keep_their_value(value: float) -> None:
    term = decimal(value)
    assert term is not None
    assert float(Decimal(term.lexical)) == value
    assert "e" not in term.lexical.lower()


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2031", "xsd:gYear"),
        ("2031-02", "xsd:gYearMonth"),
        ("2032-02-29", "xsd:date"),
    ],
)
def test_dates_are_as_precise_as_they_are_told(value: str, datatype: str) -> None:
    assert calendar(value) == Typed(value, datatype)


@pytest.mark.parametrize("value", ["2031-02-29", "2031-13", "春节", "31-1-1", "2031-01-01T00:00", "20310101"])
def test_what_is_no_date_stays_a_string(value: str) -> None:
    assert calendar(value) == Text(value)


def test_nothing_is_nothing() -> None:
    assert calendar(None) is None
    assert calendar("") is None


def test_blocks_state_each_value_once_and_nothing_for_nothing() -> None:
    block = Block("role", "x:1", "org:Role")
    block.add("rdfs:label", text("甲"), None, text("甲"))
    block.add("skos:altLabel", *texts(()))
    block.link("ukg:ranBy", ["x:3", "x:2", "x:3"])
    assert [(name, len(terms)) for name, terms in block.statements] == [("rdfs:label", 1), ("ukg:ranBy", 2)]
    assert [term[0] for term in block.statements[1][1]] == ["x:2", "x:3"]


def test_a_comment_is_one_harmless_line() -> None:
    assert escape.comment("a\r\nb\x00\u202ec\u2028d\t\t e") == "a b c d e"
    assert escape.comment("字" * 100, 5) == "字字字字字…"


def test_what_xml_forbids_is_dropped() -> None:
    assert escape.printable(" a\x00\x0b\ufffe\ud800b\n c ") == "ab c"
    assert escape.xml('<a b="&">\n') == "&lt;a b=&quot;&amp;&quot;&gt;&#10;"
