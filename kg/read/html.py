"""An HTML source as a reader sees it: the main text, mapped onto the untouched markup.

Guarantees: trafilatura says which lines are the page's main text; their characters map to their
places in the file, an entity (``&amp;``) being one character with a wider place. The other visible
lines (menus, imprints) are furniture; tags, scripts, styles and comments are markup. Without a main
text, everything visible is taken. The scan of the markup is linear.
"""

from __future__ import annotations

import html
import re

import msgspec

from kg.model import Source
from kg.read.markdown import Writer
from kg.read.records import iso_day
from kg.read.regular import is_chinese, regular
from kg.read.visible import Line, Visible

__all__ = ["visible_html"]

TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
HIDDEN = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "noscript", "template", "title", "svg", "textarea")
}
PIECE = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|(?P<blank>\s+)|[^&\s]+|&"
)
SHINGLE = 8
"""Characters of a line's head and tail that must stand in the main text."""


class Found(msgspec.Struct):
    """A line of the page while it grows: its place in the visible text, and the heading it is in."""

    begin: int
    level: int = 0


class Main(msgspec.Struct, frozen=True):
    """The page's main text as trafilatura finds it, white space taken out."""

    lines: frozenset[str]
    shingles: frozenset[str]
    title: str
    date: str | None

    def holds(self, line: str) -> bool:
        """True where a line of the page is main text."""
        bare = "".join(line.split())
        if not self.lines or bare in self.lines:
            return True
        return len(bare) >= SHINGLE and bare[:SHINGLE] in self.shingles and bare[-SHINGLE:] in self.shingles


def visible_html(source: Source) -> Visible:
    """What a reader sees of an HTML source."""
    writer, lines = _scan(source.text)
    raw = "".join(writer.characters)
    main = _main(source.text)
    kept: list[Line] = []
    dropped: list[Line] = []
    titled = False
    for line in lines:
        words = raw[line.begin : line.end]
        is_title = bool(main.title) and "".join(words.split()) == "".join(main.title.split()) and not kept
        if is_title and not titled:
            titled = True
            kept.append(Line(line.begin, line.end, 0, 1))
        elif main.holds(words):
            kept.append(Line(line.begin, line.end, 0, max(3, line.level) if line.level else 0))
        else:
            dropped.append(line)
    return Visible(
        regular(raw),
        writer.begins,
        writer.ends,
        tuple(kept),
        source.title or ("" if titled else main.title),
        source.date or main.date,
        tuple(dropped),
    )


def _main(text: str) -> Main:
    import trafilatura

    extracted = trafilatura.extract(text, include_comments=False, include_tables=True) or ""
    metadata = trafilatura.extract_metadata(text)
    lines = frozenset("".join(line.split()) for line in extracted.splitlines() if line.strip())
    whole = "".join(extracted.split())
    return Main(
        lines,
        frozenset(whole[i : i + SHINGLE] for i in range(len(whole) - SHINGLE + 1)),
        (metadata.title or "") if metadata else "",
        iso_day(metadata.date) if metadata and metadata.date else None,
    )


def _scan(text: str) -> tuple[Writer, list[Line]]:
    """The visible characters of markup and their lines."""
    writer, lines, current, place = Writer(), list[Line](), Found(0), 0
    while place < len(text):
        tag = text.find("<", place)
        tag = len(text) if tag < 0 else tag
        _write_text(text, place, tag, writer)
        if tag == len(text):
            break
        name, place = _tag(text, tag, writer)
        if name in BLOCKS:
            _end_line(writer, lines, current, tag)
            heading = name[0] == "h" and name[1:].isdigit() and not text.startswith("</", tag)
            current = Found(len(writer.begins), int(name[1:]) if heading else 0)
    _end_line(writer, lines, current, len(text))
    return writer, lines


def _tag(text: str, place: int, writer: Writer) -> tuple[str, int]:
    """The name of the tag at `place` (empty for none) and where reading goes on behind it."""
    if text.startswith("<!--", place):
        end = text.find("-->", place)
        return "", len(text) if end < 0 else end + 3
    found = TAG.match(text, place)
    if not found and not text.startswith(("<!", "<?"), place):
        writer.add("<", place)
        return "", place + 1
    end = text.find(">", place)
    end = len(text) if end < 0 else end + 1
    name = found[1].lower() if found else ""
    if name in HIDDEN and not text.startswith("</", place) and not text.startswith("/>", end - 2):
        close = HIDDEN[name].search(text, end)
        return name, close.start() if close else len(text)
    return name, end


def _write_text(text: str, begin: int, end: int, writer: Writer) -> None:
    """The characters between two tags; a run of white space is one space, a line's end between Chinese none."""
    for found in PIECE.finditer(text, begin, end):
        if found["entity"]:
            writer.add_one(html.unescape(found["entity"]).replace("\xa0", " "), found.start(), found.end())
        elif found["blank"]:
            after = text[found.end() : found.end() + 1]
            before = writer.characters[-1][-1:] if writer.characters else ""
            chinese = bool(before and after) and is_chinese(before) and is_chinese(after)
            if not (chinese and "\n" in found[0]):
                writer.add_one(" ", found.start(), found.end())
        else:
            writer.add(found[0], found.start())


def _end_line(writer: Writer, lines: list[Line], current: Found, place: int) -> None:
    """Closes the line that began at ``current.begin``."""
    written = _tail(writer, current.begin)
    bare = written.strip()
    if bare:
        start = current.begin + len(written) - len(written.lstrip())
        lines.append(Line(start, start + len(bare), 0, current.level))
    if written:
        writer.add_one("\n", place, place)


def _tail(writer: Writer, begin: int) -> str:
    """The characters written since position `begin`."""
    count, pieces = len(writer.begins) - begin, list[str]()
    for piece in reversed(writer.characters):
        if count <= 0:
            break
        pieces.append(piece)
        count -= len(piece)
    return "".join(reversed(pieces))
