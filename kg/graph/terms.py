"""RDF terms and the blocks that the writers print: one block a subject, its statements in reading order.

Guarantees: only IRIs and literals, no blank nodes; literals hold nothing that UTF-8 cannot encode
(a lone surrogate becomes U+FFFD); numbers are written in the one lexical form that rdflib and
Oxigraph both keep as it is (``600000``, ``0.8``), so that graphs read by either are isomorphic.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

__all__ = ["Block", "Link", "Term", "Text", "Typed", "boolean", "calendar", "decimal", "integer", "text", "texts"]


class Link(NamedTuple):
    """A node, by its absolute IRI."""

    iri: str


class Text(NamedTuple):
    """A string; `language` is a BCP 47 tag or empty."""

    value: str
    language: str = ""


class Typed(NamedTuple):
    """A value in its lexical form, with the compact name of its datatype."""

    lexical: str
    datatype: str


Term: TypeAlias = Link | Text | Typed


class Block:
    """One subject: the section it stands in, its classes (compact names), its statements in order."""

    __slots__ = ("iri", "section", "statements", "types")

    def __init__(self, section: str, iri: str, *types: str) -> None:
        self.section = section
        self.iri = iri
        self.types = types
        self.statements: list[tuple[str, tuple[Term, ...]]] = []

    def add(self, predicate: str, *terms: Term | None) -> None:
        """State `predicate` of the subject once for every distinct term; None and no term state nothing."""
        given = tuple([term for term in terms if term is not None])
        if len(given) > 1:
            given = tuple(dict.fromkeys(given))
        if given:
            self.statements.append((predicate, given))

    def link(self, predicate: str, iris: Iterable[str]) -> None:
        """State links to `iris`, in the order of their IRIs."""
        self.add(predicate, *(Link(iri) for iri in sorted(iris)))


_SURROGATE = re.compile("[\ud800-\udfff]")
_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def text(value: str, language: str = "") -> Text:
    """A literal that UTF-8 can hold."""
    return Text(value if value.isprintable() else _SURROGATE.sub("\ufffd", value), language)


def texts(values: Iterable[str], language: str = "") -> tuple[Text, ...]:
    """Literals in the order of their characters, each once."""
    return tuple(text(value, language) for value in sorted(set(values)))


def integer(value: int) -> Typed:
    """An ``xsd:integer``."""
    return Typed(str(value), "xsd:integer")


def boolean(value: bool) -> Typed:
    """An ``xsd:boolean``."""
    return Typed("true" if value else "false", "xsd:boolean")


def decimal(value: float) -> Typed | None:
    """An ``xsd:decimal`` without exponent and without trailing zeros; None for what is no finite number."""
    if not math.isfinite(value):
        return None
    digits = format(Decimal(repr(float(value))), "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Typed("0" if digits in ("", "-0") else digits, "xsd:decimal")


def calendar(value: str | None) -> Term | None:
    """``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``, as precise as `value` (ISO 8601) is.

    What is no day of the calendar stays a plain string, which the shapes report: nothing is lost.
    """
    if not value:
        return None
    if _YEAR.fullmatch(value):
        return Typed(value, "xsd:gYear")
    if _MONTH.fullmatch(value):
        return Typed(value, "xsd:gYearMonth")
    if _DAY.fullmatch(value) and _is_day(value):
        return Typed(value, "xsd:date")
    return text(value)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
