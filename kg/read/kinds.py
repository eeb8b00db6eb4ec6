"""What kind of line a line is: page furniture, headline, head of a report, sign-off or prose.

Guarantees: one kind a line, decided by cue words, punctuation and the neighbouring lines; linear in
the number of lines. A line that may be a headline or the beginning of a broken sentence is judged by
points (`_headness`), so that no single cue decides.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from itertools import pairwise

import msgspec

from kg.model import Byline
from kg.read.bylines import Opening, SignOff, opening, sign_off, standalone
from kg.read.columns import WHOLE, columns, usual_gaps, whole_paragraphs, width_of_paragraph
from kg.read.cues import Cues
from kg.read.headlines import SPACED, Look, headness
from kg.read.joins import continues, ends_sentence, is_one_number, seam
from kg.read.torn_bylines import torn_opening, torn_sign_off
from kg.read.visible import Line, Visible

__all__ = ["Kind", "Marked", "candidates", "look", "marked", "pairs"]

LONGEST_HEAD = 56
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
COLUMN = re.compile(r"([\u4e00-\u9fff·]{2,10}) ?[|｜丨│] ?(?=[^|｜丨│]{4})")
"""The name of a column before a headline (文明实践 | …)."""
BEFORE_TOKENS = re.compile(r"[（【\s]+")
STOP_INSIDE = re.compile(r"[。！？；][^”’）》]|。[”’]+[^）》]")


class Kind(StrEnum):
    """Kinds of lines."""

    FURNITURE = "furniture"
    HEAD = "head"
    OPENING = "opening"
    """Prose that begins with a by-line or date line."""
    BYLINE = "byline"
    """A by-line alone."""
    SIGNOFF = "signoff"
    """A sign-off or photo credit alone."""
    PROSE = "prose"


class Marked(msgspec.Struct, frozen=True):
    """A line with its kind."""

    line: Line
    kind: Kind
    opening: Opening | None = None
    sign_off: SignOff | None = None
    """Also of prose that ends with one."""
    names: tuple[Byline, ...] = ()
    newspaper: bool = False
    column: int = 0
    """Width of the narrow column in which the line stands, else 0."""
    apart: bool = False
    """More empty lines above it than above other lines here."""
    inside: bool = False
    """A by-line or a sign-off of the line above goes on in it."""
    whole: bool = False
    """It stands on a page with one paragraph a line."""


def marked(page: Visible, counts: Counter[str], cues: Cues) -> list[Marked]:
    """Every line of the page with its kind; `counts` are the page's `pairs`."""
    lines = candidates(page, cues)
    for index in range(len(lines)):
        if lines[index].kind is Kind.HEAD and not _is_head(lines, index, page, counts, cues):
            lines[index] = msgspec.structs.replace(lines[index], kind=Kind.PROSE)
    for index in range(len(lines) - 1):
        if lines[index + 1].kind is Kind.HEAD and _names_its_body(lines, index, page, cues):
            lines[index] = msgspec.structs.replace(lines[index], kind=Kind.HEAD)
    return lines


def candidates(page: Visible, cues: Cues) -> list[Marked]:
    """Every line with its kind as far as the line itself tells; HEAD where it may be a headline."""
    widths = columns(page.lines)
    whole = whole_paragraphs(
        [line.end - line.begin for line in page.lines], [ends_sentence(page.of(line)) for line in page.lines], widths
    )
    lines = [
        msgspec.structs.replace(_alone(page, line, cues, whole=whole), column=width, apart=line.gap > usual)
        for line, width, usual in zip(page.lines, widths, usual_gaps(page.lines), strict=True)
    ]
    _mark_header(lines, page, cues)
    _mark_torn(lines, page, cues)
    _mark_narrow(lines, page)
    return lines


def pairs(text: str) -> Counter[str]:
    """How often each pair of neighbouring Chinese characters stands in a text."""
    return Counter(a + b for run in HAN.findall(text) for a, b in pairwise(run))


def _alone(page: Visible, line: Line, cues: Cues, *, whole: bool) -> Marked:
    """The kind of a line as far as the line itself tells; HEAD where it may be one."""
    text, begin, end = page.text, line.begin, line.end
    if line.level:
        return Marked(line, Kind.HEAD)
    if _is_furniture(page.of(line), cues):
        return Marked(line, Kind.FURNITURE)
    found = None if _has_column(page.of(line), cues) else opening(text, begin, end, cues)
    signed = sign_off(text, begin, end, cues)
    if found and found.end < end:
        return Marked(line, Kind.OPENING, opening=found, sign_off=signed, whole=whole)
    if signed and signed.begin == begin:
        return Marked(line, Kind.SIGNOFF, sign_off=signed, names=signed.names)
    names = found.names if found else standalone(text, begin, end, cues)
    if found or names:
        return Marked(line, Kind.BYLINE, names=names, opening=found)
    longest = WHOLE if whole else LONGEST_HEAD
    kind = Kind.HEAD if len(page.of(line)) <= longest and _may_be_head(page.of(line), cues) else Kind.PROSE
    return Marked(line, kind, sign_off=signed, whole=whole)


def _has_column(text: str, cues: Cues) -> bool:
    """True where a column's name, which is no by-line's role, stands before a bar."""
    column = COLUMN.match(text)
    return column is not None and cues.role.fullmatch(column[1]) is None


def _is_furniture(text: str, cues: Cues) -> bool:
    if len(text) > 90:
        return False
    place = _behind_tokens(text, cues)
    if place == len(text):
        return True
    if STOP_INSIDE.search(text) or text[-1] in "。！？，、；”":
        return False
    return bool(cues.furniture.match(text, place) or (place == 0 and cues.furniture_end.search(text)))


def _behind_tokens(text: str, cues: Cues) -> int:
    """Where the dates and numbers of pages end with which a line begins, an opening bracket before them."""
    opened = BEFORE_TOKENS.match(text)
    place = opened.end() if opened else 0
    token = cues.furniture_token.match(text, place)
    while token:
        place = token.end()
        token = cues.furniture_token.match(text, place) if place < len(text) else None
    return place


def _may_be_head(text: str, cues: Cues) -> bool:
    """False for what no headline looks like, whatever stands around it."""
    if text[-1] in "。，、；：…":
        return False
    if text[0] in cues.going_on and not text.startswith("——"):
        return False
    if STOP_INSIDE.search(text) or (_unbalanced(text) and not SPACED.search(text)):
        return False
    if text.count("“") > text.count("”") or text.count("（") > text.count("）"):
        return False
    opened = cues.sentence.match(text)
    return not (opened and "，" in text[opened.end() : opened.end() + 12] and " " not in text)


def _unbalanced(text: str) -> bool:
    return any(text.count(first) != text.count(last) for first, last in ("“”", "（）", "《》"))


def _mark_header(lines: list[Marked], page: Visible, cues: Cues) -> None:
    """The lines above the last line of a masthead are furniture; the newspaper's name among them."""
    top = next((i for i, entry in enumerate(lines) if entry.kind not in (Kind.FURNITURE, Kind.HEAD)), len(lines))
    last = max((i for i in range(min(top, 40)) if lines[i].kind is Kind.FURNITURE), default=-1)
    titled = any(lines[i].kind is Kind.HEAD and not lines[i].line.level for i in range(last + 1, top))
    for i in range(last + 1):
        name = bool(cues.newspaper.fullmatch(page.of(lines[i].line)))
        if lines[i].kind is Kind.FURNITURE or (not lines[i].line.level and (titled or name)):
            lines[i] = msgspec.structs.replace(lines[i], kind=Kind.FURNITURE, newspaper=name)
    if last < 0 and lines and top > 1 and cues.newspaper.fullmatch(page.of(lines[0].line)):
        lines[0] = msgspec.structs.replace(lines[0], kind=Kind.FURNITURE, newspaper=True)


def _mark_torn(lines: list[Marked], page: Visible, cues: Cues) -> None:
    """Lines over which a by-line or a sign-off is broken are prose that belongs together."""
    for index in range(len(lines)):
        if lines[index].kind is Kind.FURNITURE or lines[index].line.level:
            continue
        head = torn_opening(page, page.lines, index, cues)
        if head:
            lines[index] = msgspec.structs.replace(lines[index], kind=Kind.OPENING, opening=head[0], names=())
            for below in range(index + 1, index + 1 + head[1]):
                lines[below] = msgspec.structs.replace(
                    lines[below], kind=Kind.PROSE, opening=None, names=(), inside=True
                )
        tail = torn_sign_off(page, page.lines, index, cues)
        if tail and lines[index - tail[1]].kind is not Kind.FURNITURE:
            first = index - tail[1]
            if lines[first].kind is Kind.HEAD:
                lines[first] = msgspec.structs.replace(lines[first], kind=Kind.PROSE)
            for below in range(first + 1, index + 1):
                lines[below] = msgspec.structs.replace(lines[below], kind=Kind.PROSE, inside=True)
            lines[index] = msgspec.structs.replace(lines[index], sign_off=tail[0])


def _mark_narrow(lines: list[Marked], page: Visible) -> None:
    """The lines of a paragraph between empty lines stand in a column where they fill one, however few they are."""
    begin = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and not lines[end].apart:
            continue
        block = lines[begin:end]
        if all(entry.kind in (Kind.OPENING, Kind.PROSE) and not entry.column for entry in block):
            ended = [ends_sentence(page.of(entry.line)) for entry in block]
            width = width_of_paragraph([entry.line.end - entry.line.begin for entry in block], ended)
            lines[begin:end] = [msgspec.structs.replace(entry, column=width) for entry in block]
        begin = end


def _is_head(lines: list[Marked], index: int, page: Visible, counts: Counter[str], cues: Cues) -> bool:
    if lines[index].line.level:
        return True
    text = page.of(lines[index].line)
    if cues.standing.fullmatch(text):
        return True
    return headness(look(lines, index, page, counts, cues)) > 0


def _names_its_body(lines: list[Marked], index: int, page: Visible, cues: Cues) -> bool:
    """True where a line is but a body's name and a colon, and no sentence is open above."""
    text, before = page.of(lines[index].line), lines[index - 1] if index else None
    named = lines[index].kind is Kind.PROSE and text[-1] == "：" and cues.surely_body.fullmatch(text[:-1])
    return bool(named) and (before is None or before.kind is not Kind.PROSE or ends_sentence(page.of(before.line)))


def look(lines: list[Marked], index: int, page: Visible, counts: Counter[str], cues: Cues) -> Look:
    """What a line that may be a headline, and its neighbours, show."""
    entry, text = lines[index], page.of(lines[index].line)
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    above = page.of(before.line) if before and before.kind in (Kind.PROSE, Kind.OPENING) else ""
    below = page.of(after.line) if after and after.kind in (Kind.PROSE, Kind.HEAD) else ""
    return Look(
        text,
        entry.column,
        entry.apart,
        bool(after and after.line.gap < entry.line.gap),
        _leads_to_report(lines, index),
        running=bool(cues.running.search(text)),
        cut=text[-1] in cues.cut_endings or is_one_number(text, below),
        opener=bool(cues.sentence.match(text)),
        above=above,
        above_ends=ends_sentence(above),
        above_signed=bool(before and before.sign_off),
        above_head=bool(before and before.kind is Kind.HEAD),
        below=below,
        below_head=bool(after and after.kind is Kind.HEAD),
        below_begins=bool(below and (cues.sentence.match(below) or cues.lead.match(below) or below[0] in "“《")),
        goes_on=_between(before, entry, page, counts, cues) if above else 0.0,
        is_taken_up=_between(entry, after, page, counts, cues) if below else 0.0,
        first=before is None,
        last=after is None,
    )


def _between(before: Marked | None, after: Marked | None, page: Visible, counts: Counter[str], cues: Cues) -> float:
    if before is None or after is None:
        return 0.0
    width = min(before.column, after.column)
    return continues(seam(page.of(before.line), page.of(after.line), counts, cues, width=width, apart=after.apart))


def _leads_to_report(lines: list[Marked], index: int) -> bool:
    """True where nothing but headlines (and a photo's caption) stand between this line and a report's head."""
    for entry in lines[index + 1 : index + 7]:
        if entry.kind in (Kind.OPENING, Kind.BYLINE):
            return True
        if entry.kind is not Kind.HEAD and not (entry.sign_off and entry.sign_off.photo):
            return False
    return False
