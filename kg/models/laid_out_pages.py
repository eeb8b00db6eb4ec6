"""Pages laid out from single articles, as scanners leave them: the training data of the reader's weights.

Guarantees: every character of a page knows the article it comes from, its place in that article and the kind of
its line, so that what a reader should have found is known; the same articles and the same `random.Random` give the
same page. By-lines carry invented names; those of the articles themselves are left out.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.lexicon import Lexicon
from kg.model import Source
from kg.read.cues import Cues, cues_of
from kg.read.kinds import Kind, Marked, marked, pairs
from kg.read.visible import Visible, visible

__all__ = ["Origin", "Page", "PageMaker", "Piece", "single_articles", "source_of"]

CLINGING = re.compile(r"[，。、；：！？）》”’%]|(?<=[0-9.])[0-9.%]")
"""What a printer does not let stand at the begin of a line."""
CLAUSE = re.compile(r"[，。！？；：、“”（）]")
WIDTHS = (12, 14, 16, 18, 20, 22, 24)
SHORTEST_ARTICLE = 250
LONG_ENOUGH_TO_CUT = 60
HALF_WIDTH = str.maketrans("，：；！？（）", ",:;!?()")


@dataclass(frozen=True)
class Piece:
    """A single article: its headlines, and its paragraphs without by-lines and sign-offs."""

    heads: tuple[str, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Origin:
    """Where a character of a page comes from."""

    article: int
    position: int
    kind: str
    """Of its line: ``head``, ``section``, ``begin`` of a paragraph, ``rest`` of one, ``sign``."""


@dataclass(frozen=True)
class Page:
    """A page's text, and for each of its characters the origin, or None for what belongs to no article."""

    text: str
    origins: tuple[Origin | None, ...]


@dataclass(frozen=True)
class Strip:
    """A line of an article, its first character at `position` of the article."""

    text: str
    article: int
    position: int
    kind: str

    def cut(self, at: int) -> tuple[Strip, Strip]:
        """The strip up to a character and from it on."""
        rest = replace(self, text=self.text[at:], position=self.position + at, kind="rest")
        return replace(self, text=self.text[:at]), rest


@dataclass
class Layout:
    """How one page is printed."""

    width: int
    """Characters of a column."""
    hard: float
    """Share of the articles whose lines are broken at the column's width."""
    gap: str
    paragraph_gap: str
    printed_indent: int
    half_width: bool
    bylines: tuple[str, ...]


def source_of(text: str) -> Source:
    """A source of plain text."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Source(key=sha256[:16], name="page", text=text, sha256=sha256)


def single_articles(folder: Path, lexicon: Lexicon) -> list[Piece]:
    """The articles of a gold folder (``texts``, ``gold``) that stand alone in their text, sorted by file."""
    found, cues = [], cues_of(lexicon)
    for path in sorted((folder / "gold").glob("*.json")):
        listed = json.loads(path.read_text(encoding="utf-8"))["articles"]
        text = (folder / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        if len(listed) == 1:
            found.append(_piece(text, max(0, text.find(listed[0]["first"])), cues))
    return [piece for piece in found if piece.heads and sum(map(len, piece.paragraphs)) >= SHORTEST_ARTICLE]


def _piece(text: str, body: int, cues: Cues) -> Piece:
    page = visible(source_of(text))
    heads, paragraphs = [], []
    for entry in marked(page, pairs(page.text), cues):
        bare = _without_names(page, entry)
        if not bare:
            continue
        if entry.line.end <= body:
            heads.append(bare)
        else:
            paragraphs.append(bare)
    return Piece(tuple(heads), tuple(paragraphs))


def _without_names(page: Visible, entry: Marked) -> str:
    if entry.kind in (Kind.BYLINE, Kind.SIGNOFF, Kind.FURNITURE):
        return ""
    begin = entry.opening.end if entry.opening else entry.line.begin
    end = entry.sign_off.begin if entry.sign_off else entry.line.end
    return page.text[begin:end].strip()


class PageMaker:
    """Lays out pages."""

    def __init__(self, lexicon: Lexicon) -> None:
        table, people = lexicon.table("reading"), lexicon.table("people")
        self._dispatch = table["byline"]["agencies"][0] + min(table["byline"]["dispatches"], key=len)
        self._reported = min(table["byline"]["closings"], key=len)
        self._reporter, self._correspondent = (
            min(table["roles"][role], key=len) for role in ("reporter", "correspondent")
        )
        self._surnames = "".join(people["surnames"].split())[:120]
        self._given = "".join(people["given_characters"].split())[:200]

    def page(self, rng: random.Random, pieces: Sequence[Piece]) -> Page:
        """A page of three to ten articles."""
        chosen = rng.sample(pieces, min(len(pieces), rng.choice((3, 5, 6, 7, 8, 9, 10))))
        layout = self._layout(rng)
        articles = [self._article(rng, number, piece, layout) for number, piece in enumerate(chosen)]
        return _printed(rng, _ordered(rng, articles), layout)

    def _layout(self, rng: random.Random) -> Layout:
        gap = rng.choice(("\n\n", "\n\n", "\n\n", "\n\n", "\n\n", "\n"))
        tight = rng.choice((gap, "\n"))
        styles = ("dispatch", "dispatch", "brackets", "reported", "signed")
        bylines = (rng.choice(styles),) if rng.random() < 0.75 else (rng.choice(styles), "signed", "signed", "none")
        return Layout(
            rng.choice(WIDTHS),
            rng.choices((0.0, 0.4, 1.0), (60, 30, 10))[0],
            gap,
            rng.choice((tight, tight + "\n")),
            2 * (rng.random() < 0.6),
            rng.random() < 0.3,
            bylines,
        )

    def _person(self, rng: random.Random) -> str:
        return rng.choice(self._surnames) + "".join(rng.choice(self._given) for _ in range(rng.choice((1, 2, 2))))

    def _byline(self, rng: random.Random, style: str) -> tuple[str, str]:
        """What stands before the first paragraph, and behind the last one."""
        reporters = [self._person(rng) for _ in range(rng.choice((0, 1, 1, 2)))]
        others = [self._person(rng) for _ in range(rng.choice((1, 1, 2)))]
        if style == "signed":
            return "", f"（{' '.join(others)}）"
        if style == "none":
            return rng.choice((self._dispatch + " ", "")), ""
        space, join = (" ", " ") if style == "brackets" else ("", "、")
        roles = ((self._reporter, reporters), (self._correspondent, others))
        names = " ".join(f"{role}{space}{join.join(listed)}" for role, listed in roles if listed)
        if style == "brackets":
            return f"{self._dispatch}（{names}）", ""
        return (f"{self._dispatch} " if style == "dispatch" else "") + f"{names}{self._reported} ", ""

    def _article(self, rng: random.Random, number: int, piece: Piece, layout: Layout) -> list[list[Strip]]:
        """The blocks of one article: stretches that stay together on the page."""
        opening, sign = self._byline(rng, rng.choice(layout.bylines))
        texts = [("head", head) for head in piece.heads]
        sections = rng.random() < 0.15 and len(piece.paragraphs) > 3
        for index, paragraph in enumerate(piece.paragraphs):
            title = _section(rng, paragraph) if sections and index % 2 else ""
            texts += [("section", title)] * bool(title)
            texts.append(("begin", (opening if index == 0 else "") + paragraph))
        texts += [("sign", sign)] * bool(sign)
        strips, position = [], 0
        for kind, text in texts:
            strips.append(Strip(text, number, position, kind))
            position += len(text)
        first = len(piece.heads)
        blocks = _cut(rng, strips[first:], len(opening))
        if len(blocks) > 1 and rng.random() < 0.15:
            blocks.pop()  # a tail that is lost
        if rng.random() < layout.hard:
            blocks = [[line for strip in block for line in _broken(strip, layout, len(opening))] for block in blocks]
        blocks[0] = strips[:first] + blocks[0]
        return blocks


def _section(rng: random.Random, paragraph: str) -> str:
    """A section's head in the paragraph's own words."""
    fitting = [part for part in CLAUSE.split(paragraph) if 4 <= len(part) <= 10]
    words = rng.sample(fitting, min(len(fitting), rng.choice((1, 2))))
    return rng.choice(("，", " ")).join(words)


def _cut(rng: random.Random, strips: list[Strip], opening: int) -> list[list[Strip]]:
    """An article in one to three blocks, most of them cut within a paragraph, some paragraphs cut by a column's end."""
    blocks: list[list[Strip]] = [[]]
    cuts, columns = rng.choices((0.0, 0.25, 0.5), (45, 40, 15))[0], rng.random() < 0.6
    for strip in strips:
        rest = strip
        while rest.kind in ("begin", "rest") and len(rest.text) > LONG_ENOUGH_TO_CUT and len(blocks) < 3:
            new_block, new_column = rng.random() < cuts, columns and rng.random() < 0.3
            if not (new_block or new_column):
                break
            at = _place(rest.text, rng.randrange(opening * (rest.position == strip.position) + 10, len(rest.text)))
            if at >= len(rest.text) - 8:
                break
            before, rest = rest.cut(at)
            blocks[-1].append(before)
            if new_block:
                blocks.append([])
        blocks[-1].append(rest)
    return blocks


def _place(text: str, at: int) -> int:
    """The first place from `at` on at which a printer would break the line."""
    while at < len(text) and CLINGING.match(text, at):
        at += 1
    return at


def _broken(strip: Strip, layout: Layout, opening: int) -> list[Strip]:
    """The lines of a paragraph in a column."""
    if strip.kind not in ("begin", "rest"):
        return [strip]
    lines, rest = [], strip
    width = layout.width - layout.printed_indent * (strip.kind == "begin") + opening * (strip.kind == "begin")
    while len(rest.text) > width:
        line, rest = rest.cut(_place(rest.text, width))
        lines.append(line)
        width = layout.width
    return [*lines, rest] if rest.text else lines


def _ordered(rng: random.Random, articles: list[list[list[Strip]]]) -> list[list[Strip]]:
    """The blocks as they follow each other on the page: neighbours are interleaved, tails stand elsewhere."""
    order: list[list[Strip]] = []
    late: list[list[Strip]] = []
    queue = list(articles)
    while queue:
        blocks, chance = queue.pop(0), rng.random()
        if len(blocks) == 1 or chance < 0.45:
            order += blocks
        elif chance < 0.55:
            order += [blocks[-1], *blocks[:-1]]  # the tail above the headline
        elif chance < 0.63 or not queue:
            order += blocks[:-1]
            late.append(blocks[-1])
        else:
            order += [blocks[0], *queue.pop(0), *blocks[1:]]
    return [*order, *late]


def _printed(rng: random.Random, blocks: list[list[Strip]], layout: Layout) -> Page:
    text, origins = [], list[Origin | None]()

    def put(printed: str, strip: Strip | None = None) -> None:
        text.append(printed)
        for offset in range(len(printed)):
            origins.append(Origin(strip.article, strip.position + offset, strip.kind) if strip else None)

    for block in blocks:
        for index, strip in enumerate(block):
            put(strip.text.translate(HALF_WIDTH) if layout.half_width else strip.text, strip)
            going_on = index + 1 < len(block) and block[index + 1].kind == "rest"
            put("\n" if going_on and len(strip.text) < 2 * layout.width else layout.gap)
        if rng.random() < 0.15:
            put("\n")
    return Page("".join(text), tuple(origins))
