"""What of a source meets the reader's eye: its lines, without markup, in regular spelling.

Guarantees: visible character ``i`` is source ``[begins[i], ends[i])``; lines are in the order of the
source, none is empty, none begins or ends with white space; whatever is not in a line is white space
or markup. Linear in the source's length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kg.model import Source
from kg.read.regular import regular

__all__ = ["Line", "Visible", "visible"]

HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
TRAILING = re.compile(r"\s+#{1,6}\s*$")
INDENT = re.compile(r"[\u3000 \t]{2,}|\u3000")


class Line(msgspec.Struct, frozen=True):
    """A line of visible text, positions in `Visible.text`."""

    begin: int
    end: int
    gap: int = 0
    """Empty lines before it."""
    level: int = 0
    """Of a marked heading, 1 the highest; 0 for text."""
    indented: bool = False
    """It begins a paragraph: white space or the mark of a list stands before it."""


class Visible(msgspec.Struct, frozen=True):
    """The visible text of a source, and its map back."""

    text: str
    begins: Sequence[int]
    ends: Sequence[int]
    lines: tuple[Line, ...]
    title: str = ""
    """A title that came apart from the text."""
    date: str | None = None
    """An ISO day that came with the source or its markup."""
    dropped: tuple[Line, ...] = ()
    """Lines that are not the page's main text."""

    def of(self, line: Line) -> str:
        """The text of a line."""
        return self.text[line.begin : line.end]


def visible(source: Source) -> Visible:
    """What a reader sees of a source."""
    if source.markup == "html":
        from kg.read.html import visible_html

        return visible_html(source)
    if source.markup == "markdown":
        from kg.read.markdown import visible_markdown

        return visible_markdown(source)
    text = regular(source.text)
    return Visible(text, range(len(text)), range(1, len(text) + 1), lines_of(text), source.title or "", source.date)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text, with its heading marks taken off."""
    lines: list[Line] = []
    place = gap = 0
    for whole in text.splitlines(keepends=True):
        begin, place = place, place + len(whole)
        content = whole.strip()
        if not content:
            gap += 1
            continue
        first = begin + len(whole) - len(whole.lstrip())
        last, level = first + len(content), 0
        heading = HEADING.match(content)
        if heading:
            level, first = len(heading[1]), first + heading.end()
            trailing = TRAILING.search(content)
            last -= len(trailing[0]) if trailing else 0
        if first < last:
            lines.append(Line(first, last, gap if lines else 0, level, bool(INDENT.match(whole))))
            gap = 0
    return tuple(lines)
