"""How text from strangers is written into each format, so that it is read back as it was.

Guarantees: `rdf` escapes every character that any RDF parser, terminal or editor could take for
something else (controls, line separators, changes of writing direction); `comment` gives one
harmless line; `printable` leaves nothing that XML 1.0 forbids; `xml` is for text and attributes.
"""

from __future__ import annotations

import re

__all__ = ["comment", "printable", "rdf", "xml"]

_RDF = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]'
)
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
_XML = re.compile('[&<>"\t\n\r]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def rdf(value: str) -> str:
    """`value` between the quotation marks of a Turtle or N-Triples string."""
    if value.isprintable() and '"' not in value and "\\" not in value:
        return value  # the others that are escaped are not printable
    return _RDF.sub(_escape, value)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def comment(value: str, limit: int = 60) -> str:
    """`value` as the end of a line: no breaks, no controls, at most `limit` characters and an ellipsis."""
    line = printable(_RDF.sub(lambda match: match.group() if match.group() in '"\\' else " ", value))
    return line if len(line) <= limit else line[:limit] + "…"


def printable(value: str) -> str:
    """`value` in one line, without any character that XML 1.0 forbids or discourages."""
    if value.isprintable() and "  " not in value:
        return value.strip()  # of white space, only the plain space is printable
    return _SPACE.sub(" ", _FORBIDDEN.sub("", value)).strip()


def xml(value: str) -> str:
    """`value` in XML text or between the double quotation marks of an attribute."""
    return _XML.sub(lambda match: _ENTITIES[match.group()], value)
