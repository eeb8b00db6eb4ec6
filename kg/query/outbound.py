"""Questions that would leave the machine: found before the engine sees them, since it follows SERVICE anywhere.

Guarantees: no question that passes holds a SERVICE that the engine would carry out; the word in a string, an
IRI or a comment, as a variable or behind a prefix is let pass. The text is read as SPARQL's lexer does, strings,
IRIs, comments and escapes first. Where ``<`` may begin an IRI or mean "less than", and the two readings would
put different parts of the text into strings or comments, a question with the word anywhere is refused.
"""

from __future__ import annotations

import re

from kg.errors import QueryError

__all__ = ["refuse_service"]

_STRING = (
    r"""\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"""
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'"""
)
_IN_IRI = r"""(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})"""
# Nothing that can be compared begins with a scheme and two slashes, so this is an IRI whatever stands in it.
_ADDRESS = rf"<[A-Za-z][A-Za-z0-9+.-]*://{_IN_IRI}*>"
_TOKEN = re.compile(
    rf"{_STRING}|{_ADDRESS}|(?P<angle><{_IN_IRI}*>)|\#[^\n\r]*|\\.",  # the last: `schema:a\#b` is one name
    re.DOTALL,
)
_WORD = re.compile(r"service", re.IGNORECASE)
_KEYWORD = re.compile(r"(?<![?$:])service", re.IGNORECASE)
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def refuse_service(query: str) -> None:
    """Raise QueryError where `query` would send a part of itself to another machine, or may."""
    for text in (query, _CODEPOINT.sub(_character, query)):
        if _WORD.search(text) and (_is_unclear(text) or _KEYWORD.search(_TOKEN.sub(" ", text))):
            raise QueryError("SERVICE is not allowed: questions are answered from this graph alone; take it out")


def _is_unclear(text: str) -> bool:
    """Whether ``<…>`` that may be no IRI holds what would begin a string or a comment."""
    angles = (match["angle"] for match in _TOKEN.finditer(text) if match["angle"])
    return any("'" in angle or "#" in angle for angle in angles)


def _character(match: re.Match[str]) -> str:
    number = int(match.group(1) or match.group(2), 16)
    return chr(number) if number < 0x110000 else "\ufffd"
