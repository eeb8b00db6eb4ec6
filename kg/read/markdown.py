"""A Markdown source as a reader sees it.

Guarantees: heading, list, quotation, emphasis and code marks, link targets, pictures and rules are no
part of the view; every other character is, and maps to its place in the untouched file; a character
written as an entity maps to all of the entity. Linear in the source's length.
"""

from __future__ import annotations

import html
import re
from array import array

from kg.model import Source
from kg.read.records import iso_day
from kg.read.regular import regular
from kg.read.visible import Line, Visible

__all__ = ["visible_markdown"]

HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|$)")
LEADING = re.compile(r"\s*(?:>\s?|[-*+]\s+|\d{1,3}[.)]\s+)")
UNDERLINE = re.compile(r"\s*(=+|-+)\s*$")
RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$|\s*(?:```|~~~).*$|[\s|:-]+$")
MARK = re.compile(
    r"!\[(?P<alt>[^\[\]]{0,300})\]\([^()]{0,900}\)"
    r"|\[(?P<label>[^\[\]]{1,300})\](?:\([^()]{0,900}\)|\[[^\[\]]{0,100}\])"
    r"|(?P<drop><[^<>]{1,500}>|\*{1,3}|~~|`{1,3}|(?<![A-Za-z0-9])_{1,3}|_{1,3}(?![A-Za-z0-9])"
    r"|[ \t]*\|[ \t]*$|^[ \t]*\|)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!|~>-])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
LONGEST = 4
"""How deep marks may lie in marks (a link's label in emphasis)."""


class Writer:
    """Visible characters under construction."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.begins: array[int] = array("q")
        self.ends: array[int] = array("q")

    def add(self, text: str, begin: int) -> None:
        """Characters that stand in the source as they are."""
        self.characters.append(text)
        self.begins.extend(range(begin, begin + len(text)))
        self.ends.extend(range(begin + 1, begin + len(text) + 1))

    def add_one(self, text: str, begin: int, end: int) -> None:
        """Characters that stand for a wider stretch of the source."""
        self.characters.append(text)
        self.begins.extend([begin] * len(text))
        self.ends.extend([end] * len(text))


def visible_markdown(source: Source) -> Visible:
    """What a reader sees of a Markdown source."""
    writer, lines, place, gap, size = Writer(), list[Line](), 0, 0, 0
    front = _front_matter(source.text)
    for whole in source.text.splitlines(keepends=True):
        begin, place = place, place + len(whole)
        content = whole.rstrip()
        if begin < front:
            continue
        underline = UNDERLINE.match(content)
        if underline and lines and not gap and not lines[-1].level:
            lines[-1] = Line(lines[-1].begin, lines[-1].end, lines[-1].gap, 1 if underline[1][0] == "=" else 2)
            continue
        if not content or (len(content) < 500 and RULE.match(content)):
            gap += 1
            continue
        heading = HEADING.match(content)
        level, first = (len(heading[1]), heading.end()) if heading else (0, _leading(content))
        if heading:
            content = content.rstrip("# \t")
        before = len(writer.begins)
        _write(content, first, len(content), begin, writer, LONGEST)
        written = "".join(writer.characters[size:])
        size = len(writer.characters)
        bare = written.strip()
        if bare:
            start = before + len(written) - len(written.lstrip())
            item = not heading and bool(content[:first].strip("> \t"))
            lines.append(Line(start, start + len(bare), gap if lines else 0, level, item))
            gap = 0
        writer.add_one("\n", begin + len(content), begin + len(content))
        size = len(writer.characters)
    text = regular("".join(writer.characters))
    title, date = _metadata(source.text[:front])
    return Visible(text, writer.begins, writer.ends, tuple(lines), source.title or title, source.date or date)


def _leading(content: str) -> int:
    """Where the text begins behind list and quotation marks."""
    place = 0
    for _ in range(LONGEST):
        found = LEADING.match(content, place)
        if not found:
            break
        place = found.end()
    return place


def _write(content: str, first: int, last: int, begin: int, writer: Writer, depth: int) -> None:
    """The visible part of ``content[first:last]``; `begin` is the line's place in the source."""
    place = first
    for found in MARK.finditer(content, first, last):
        if found.start() < place:
            continue
        if found.start() > place:
            writer.add(content[place : found.start()], begin + place)
        if found["label"] is not None and depth:
            _write(content, found.start("label"), found.end("label"), begin, writer, depth - 1)
        elif found["escaped"]:
            writer.add(found["escaped"], begin + found.start("escaped"))
        elif found["entity"]:
            writer.add_one(html.unescape(found["entity"]), begin + found.start(), begin + found.end())
        place = found.end()
    if place < last:
        writer.add(content[place:last], begin + place)


def _front_matter(text: str) -> int:
    """Where the text begins behind a block of metadata between ``---`` lines."""
    if not text.startswith("---\n") and not text.startswith("---\r\n"):
        return 0
    end = text.find("\n---", 3, 4000)
    return text.find("\n", end + 4) + 1 if end > 0 and text.find("\n", end + 4) >= 0 else 0


def _metadata(front: str) -> tuple[str, str | None]:
    """Title and date of the metadata."""
    title, date = "", None
    for line in front.splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() == "title":
            title = value.strip().strip("\"'")
        elif name.strip().lower() == "date":
            date = iso_day(value)
    return title, date
