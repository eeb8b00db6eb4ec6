"""Where on a page an article begins: a by-line with the headlines above it, a headline whose piece
is signed, a photo's story.

Guarantees: a certain mark (by-line, date line, marked heading) always counts; a headline without one
is weighed by points against being a section's head inside an article. Linear in the number of units.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import msgspec

from kg.read.claims import Claim, claims
from kg.read.cues import Cues
from kg.read.joins import ends_sentence
from kg.read.kinds import Kind
from kg.read.units import Unit
from kg.read.visible import Visible

__all__ = ["Judge", "Start", "by_points", "starts"]

ENOUGH_FOR_PHOTO = 2.0
SPEAKER = re.compile(r"([^，。；：“”\s]{4,16})：")
"""Who a headline tells of, before its colon."""


class Start(msgspec.Struct, frozen=True):
    """An article's beginning: units ``[first, body)`` are its headlines."""

    first: int
    body: int


Judge = Callable[[Unit, Claim], bool]
"""Whether a headline with such a claim begins an article."""


def by_points(_: Unit, claim: Claim) -> bool:
    """The judge that the reader asks: the weighed questions."""
    return claims(claim) > 0


class Scene(msgspec.Struct, frozen=True):
    """What the weighing looks at."""

    units: list[Unit]
    page: Visible
    cues: Cues
    gap: int
    """Empty lines that usually stand between lines here."""
    followers: tuple[int, ...]
    """For every unit, the next unit that is no headline."""
    bare: float
    """Share of the headlines that have no report's head below them."""
    column: bool
    """Several headlines name a body before a colon: a column of briefs."""
    headless: bool
    """No headline stands on the page: signed pieces that follow each other are briefs."""
    judge: Judge

    def text(self, index: int) -> str:
        """The first line of a unit."""
        return self.page.of(self.units[index].first.line)

    def names(self, indices: range) -> list[str]:
        """Names of places and bodies in some units."""
        within = (self.units[i] for i in indices if i < len(self.units))
        lines = (self.page.of(entry.line) for unit in within for entry in unit.lines)
        return [name for line in lines for name in self.cues.place.findall(line)]

    def wide(self, index: int) -> bool:
        """True where more space than usual stands above a unit."""
        return self.units[index].first.line.gap > self.gap


def starts(units: list[Unit], page: Visible, cues: Cues, *, judge: Judge = by_points) -> list[Start]:
    """The beginnings of the page's articles, in order."""
    gaps = Counter(entry.line.gap for unit in units for entry in unit.lines)
    usual = max(gaps, key=lambda gap: (gaps[gap], gap), default=0)
    column = sum(unit.kind is Kind.HEAD and _of_body(page.of(unit.first.line), cues) for unit in units) > 1
    headless = all(unit.kind is not Kind.HEAD for unit in units)
    scene = Scene(units, page, cues, usual, _followers(units), _bare(units), column, headless, judge)
    found: list[Start] = []
    index = 0
    while index < len(units):
        start = _start_at(scene, index, found)
        if start:
            found.append(start)
            index = _behind_head(units, start)
        else:
            index += 1
    return found


def _behind_head(units: list[Unit], start: Start) -> int:
    """The first unit behind an article's head: a by-line alone and the date line below it are one head."""
    index = start.body + 1
    while index < len(units) and units[index - 1].kind is Kind.BYLINE and units[index].kind is not Kind.HEAD:
        index += 1
    return index


def _followers(units: list[Unit]) -> tuple[int, ...]:
    followers, next_one = [0] * len(units), len(units)
    for index in range(len(units) - 1, -1, -1):
        next_one = next_one if units[index].kind is Kind.HEAD else index
        followers[index] = next_one
    return tuple(followers)


def _bare(units: list[Unit]) -> float:
    """Share of the pieces under headlines that do not begin with a report's head."""
    pieces = [below for unit, below in pairwise(units) if unit.kind is Kind.HEAD and below.kind is not Kind.HEAD]
    return sum(below.kind not in (Kind.OPENING, Kind.BYLINE) for below in pieces) / max(1, len(pieces))


def _start_at(scene: Scene, index: int, found: list[Start]) -> Start | None:
    unit = scene.units[index]
    if unit.kind is Kind.OPENING:
        return Start(index, index)
    if unit.kind is Kind.BYLINE:
        return Start(index, index) if index == 0 else None
    if unit.kind is Kind.HEAD:
        body = scene.followers[index]
        if _is_report(scene, body) or (not found and index == 0):
            return Start(index, _skip_caption(scene, body)) if body < len(scene.units) else None
        return _weighed(scene, index, body, found)
    if unit.kind is not Kind.PROSE:
        return None
    return Start(index, index) if _photo_story(scene, index) or _brief(scene, index) else None


def _is_report(scene: Scene, body: int) -> bool:
    """True where a report's head stands at `body`, or right behind a photo's caption there."""
    if body >= len(scene.units):
        return False
    if scene.units[body].kind in (Kind.OPENING, Kind.BYLINE):
        return True
    behind = _skip_caption(scene, body)
    return behind > body and behind < len(scene.units) and scene.units[behind].kind is Kind.OPENING


def _skip_caption(scene: Scene, body: int) -> int:
    """Where the report's head stands behind a caption; `body` itself where there is no caption."""
    behind = body
    while behind < min(len(scene.units), body + 2) and scene.units[behind].kind in (Kind.PROSE, Kind.SIGNOFF):
        behind += 1
    between = scene.units[body:behind]
    credited = any(u.last.sign_off and u.last.sign_off.photo for u in between)
    reported = behind < len(scene.units) and scene.units[behind].kind is Kind.OPENING
    return behind if credited and reported else body


def _weighed(scene: Scene, index: int, body: int, found: list[Start]) -> Start | None:
    """A headline without a report's head below it: an article's or a section's?"""
    if body >= len(scene.units):
        return None
    text = scene.text(index)
    level = min(scene.units[i].first.line.level or 9 for i in range(index, body))
    if level < 9:
        return Start(index, body) if level <= 2 else None
    if scene.cues.standing.fullmatch(text) or (scene.column and _of_body(text, scene.cues)):
        return Start(index, body)
    return Start(index, body) if scene.judge(scene.units[index], claim(scene, index, body, found)) else None


def claim(scene: Scene, index: int, body: int, found: list[Start]) -> Claim:
    """What speaks for and against an article that begins with the headlines ``[index, body)``."""
    before = scene.units[index - 1].last if index else None
    above = set(scene.names(range(found[-1].first, index))) if found else set[str]()
    named = set(scene.names(range(body, body + 1)))
    return Claim(
        scene.text(index),
        body - index,
        sum(unit.length for unit in scene.units[index:body]),
        scene.wide(index),
        signed=_signed_piece(scene, body),
        leads=bool(scene.cues.lead.match(scene.text(body))),
        dated=any(scene.cues.lead.match(part) for part in scene.text(body)[:60].split("，")),
        names=len(named),
        strange=len(named - above),
        first=before is None,
        closed=bool(before and before.sign_off),
        ended=bool(before and ends_sentence(scene.page.of(before.line))),
        unsigned=bool(found) and not _has_names(scene, found[-1], index),
        bare=scene.bare,
    )


def _signed_piece(scene: Scene, body: int) -> bool:
    """True where the piece that begins at `body` is signed before the next headline or report."""
    for unit in scene.units[body : body + 40]:
        if unit.last.sign_off:
            return True
        if unit.kind in (Kind.HEAD, Kind.OPENING):
            return False
    return False


def _of_body(text: str, cues: Cues) -> bool:
    """True for a headline that names a body before a colon."""
    speaker = SPEAKER.match(text)
    return bool(speaker and cues.surely_body.fullmatch(speaker[1]))


def _has_names(scene: Scene, start: Start, end: int) -> bool:
    """True where the article has a by-line or a sign-off of its own above unit `end`."""
    opening = scene.units[start.body].first.opening
    return (
        bool(opening)
        or scene.units[start.body].kind is Kind.BYLINE
        or any(unit.last.sign_off for unit in scene.units[start.body : end])
    )


def _photo_story(scene: Scene, index: int) -> bool:
    """True where prose without a headline is a photo's own story."""
    unit, text = scene.units[index], scene.text(index)
    end = next((i for i in range(index, min(index + 3, len(scene.units))) if scene.units[i].last.sign_off), -1)
    if end < 0 or any(scene.units[i].kind not in (Kind.PROSE, Kind.SIGNOFF) for i in range(index, end + 1)):
        return False
    signed = scene.units[end].last.sign_off
    if not signed or not signed.photo or (index and scene.units[index - 1].kind is Kind.HEAD):
        return False
    before = scene.units[index - 1].last if index else None
    points = 2.0 * scene.wide(index) + 1.5 * bool(scene.cues.lead.match(text)) + 0.5 * (end == index)
    points -= 3.0 * bool(scene.cues.caption.match(text)) + 1.0 * (unit.length < 25)
    points += 1.0 * bool(before and (before.sign_off or not ends_sentence(scene.page.of(before.line))))
    return points >= ENOUGH_FOR_PHOTO


def _brief(scene: Scene, index: int) -> bool:
    """True where a piece of a page without headlines begins: with the first unit, or behind a signed piece."""
    if not scene.headless or not scene.cues.lead.match(scene.text(index)):
        return False
    signed = scene.units[index - 1].last.sign_off if index else None
    return index == 0 or (signed is not None and not signed.photo)
