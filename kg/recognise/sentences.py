"""Sentences and clauses of an article's view.

Guarantees: both are half-open view ranges in order, never overlap, and cover every character that is
not a line break; a sentence ends at 。！？； or at a paragraph's end, and keeps the quotation marks that close
behind its end; a clause ends at ， or a sentence's end. Marks inside quotation marks or brackets
end neither, unless a quotation runs over more than one sentence.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["SENTENCE_END", "Stretch", "clauses", "sentences"]

OPENING = "“‘《（〈「『"
CLOSING = "”’》）〉」』"
SENTENCE_END = "。！？；"
CLAUSE_END = "，：—"
LONGEST_QUOTATION = 60


class Stretch(NamedTuple):
    """View positions ``[begin, end)``."""

    begin: int
    end: int


def sentences(text: str) -> tuple[Stretch, ...]:
    """The sentences of a view."""
    found: list[Stretch] = []
    begin = 0
    for line in text.split("\n"):
        found.extend(_split(text, begin, begin + len(line), SENTENCE_END))
        begin += len(line) + 1
    return tuple(found)


def clauses(text: str, sentence: Stretch) -> tuple[Stretch, ...]:
    """The clauses of one sentence."""
    return tuple(_split(text, sentence.begin, sentence.end, CLAUSE_END))


def _split(text: str, begin: int, end: int, marks: str) -> list[Stretch]:
    found: list[Stretch] = []
    start = position = begin
    closes = _short_quotations(text, begin, end)
    while position < end:
        if position in closes:
            position = closes[position]
        elif text[position] in marks:
            position += 1
            while position < end and text[position] in marks + CLOSING:
                position += 1
            found.append(Stretch(start, position))
            start = position
        else:
            position += 1
    if start < end:
        found.append(Stretch(start, end))
    return [stretch for stretch in found if text[stretch.begin : stretch.end].strip()]


def _short_quotations(text: str, begin: int, end: int) -> dict[int, int]:
    """Position of each opening mark → position behind its closing mark, for quotations of a name's length.

    A quotation that holds a full stop before its end is speech, and is split like any other text.
    """
    closes: dict[int, int] = {}
    stack: list[int] = []
    for position in range(begin, end):
        character = text[position]
        if character in OPENING:
            stack.append(position)
        elif character in CLOSING and stack:
            opened = stack.pop()
            inside = text[opened + 1 : position]
            if len(inside) <= LONGEST_QUOTATION and not any(mark in inside for mark in "。；"):
                closes[opened] = position + 1
    return closes
