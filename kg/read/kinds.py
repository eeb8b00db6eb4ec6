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
from kg.read.cues import Cues
from kg.read.visible import Line, Visible

__all__ = ["Kind", "Marked", "ends_sentence", "is_open", "marked", "pairs"]

LONGEST_HEAD = 42
ENDS = frozenset("。！？…!?")
CLOSERS = "”’）》」』"
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
STOP_INSIDE = re.compile(r"[。！？；][^”’）》]|。[”’]+[^）》]")
SPACED = re.compile(r"[^\x00-\x7f] [^\x00-\x7f]|[^\x00-\x7f] \d|\d [^\x00-\x7f]")
TORN = re.compile(r"[^“《]{1,2}[，。、；]")
"""The beginning of a line whose first word was torn off (办，…)."""
PLACE_COLON = re.compile(r"[\u4e00-\u9fff]{2,6}：")


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


def marked(page: Visible, counts: Counter[str], cues: Cues) -> list[Marked]:
    """Every line of the page with its kind; `counts` are the page's `pairs`."""
    lines = [_alone(page, line, cues) for line in page.lines]
    _mark_header(lines, page, cues)
    for index in range(len(lines)):
        if lines[index].kind is Kind.HEAD and not _is_head(lines, index, page, counts, cues):
            lines[index] = msgspec.structs.replace(lines[index], kind=Kind.PROSE)
    return lines


def ends_sentence(text: str) -> bool:
    """True where a text ends as sentences do."""
    bare = text.rstrip(CLOSERS)
    return bool(bare) and (bare[-1] in ENDS or bare.endswith("..."))


def is_open(text: str) -> bool:
    """True where a text was cut inside a sentence."""
    return not ends_sentence(text) or text.count("“") > text.count("”") > 0


def pairs(text: str) -> Counter[str]:
    """How often each pair of neighbouring Chinese characters stands in a text."""
    return Counter(a + b for run in HAN.findall(text) for a, b in pairwise(run))


def _alone(page: Visible, line: Line, cues: Cues) -> Marked:
    """The kind of a line as far as the line itself tells; HEAD where it may be one."""
    text, begin, end = page.text, line.begin, line.end
    if line.level:
        return Marked(line, Kind.HEAD)
    if _is_furniture(page.of(line), cues):
        return Marked(line, Kind.FURNITURE)
    found = opening(text, begin, end, cues)
    signed = sign_off(text, begin, end, cues)
    if found and found.end < end:
        return Marked(line, Kind.OPENING, opening=found, sign_off=signed)
    if signed and signed.begin == begin:
        return Marked(line, Kind.SIGNOFF, sign_off=signed, names=signed.names)
    names = found.names if found else standalone(text, begin, end, cues)
    if found or names:
        return Marked(line, Kind.BYLINE, names=names, opening=found)
    kind = Kind.HEAD if _may_be_head(page.of(line), cues) else Kind.PROSE
    return Marked(line, kind, sign_off=signed)


def _is_furniture(text: str, cues: Cues) -> bool:
    if len(text) > 90:
        return False
    place = 0
    while place < len(text):
        token = cues.furniture_token.match(text, place)
        if not token:
            break
        place = token.end()
    if place == len(text):
        return True
    if STOP_INSIDE.search(text) or text[-1] in "。！？，、；”":
        return False
    return bool(cues.furniture.match(text, place) or (place == 0 and cues.furniture_end.search(text)))


def _may_be_head(text: str, cues: Cues) -> bool:
    """False for what no headline looks like, whatever stands around it."""
    if len(text) > LONGEST_HEAD or text[-1] in "。，、；：…":
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


def _is_head(lines: list[Marked], index: int, page: Visible, counts: Counter[str], cues: Cues) -> bool:
    if lines[index].line.level:
        return True
    text = page.of(lines[index].line)
    if cues.standing.fullmatch(text):
        return True
    return _headness(lines, index, text, page, counts, cues) >= 2


def _headness(lines: list[Marked], index: int, text: str, page: Visible, counts: Counter[str], cues: Cues) -> float:
    """Points for a headline, against the beginning or middle of a broken sentence."""
    points = 0.0
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    leads = _leads_to_report(lines, index)
    points += 4.0 * leads
    if ends_sentence(text) and not leads and before is not None:
        return 0.0
    points += 2.0 * bool(SPACED.search(text)) + 1.0 * ("，" not in text) + 1.5 * bool(PLACE_COLON.match(text))
    points -= 1.5 * (not SPACED.search(text)) * max(0, text.count("，") - 1 + (text.count("、") > 2))
    points -= 3.0 * bool(cues.running.search(text)) + 2.5 * (text[-1] in cues.cut_endings)
    points -= 2.0 * bool(cues.sentence.match(text) and not leads)
    if before is None or before.kind not in (Kind.PROSE, Kind.OPENING):
        points += 1.0
    else:
        earlier = page.of(before.line)
        points += 1.0 if ends_sentence(earlier) else -1.0 if len(earlier) < 40 else 0.0
    if after is not None and after.kind in (Kind.PROSE, Kind.HEAD):
        later = page.of(after.line)
        begins = bool(cues.sentence.match(later) or cues.lead.match(later) or later[0] in "“《")
        points += 1.0 * begins
        points -= 2.0 * (later[0] in cues.going_on) + 1.5 * (counts[text[-1] + later[0]] >= 2)
        points -= 2.0 * bool(TORN.match(later) and not cues.sentence.match(later))
        narrow = before is not None and before.line.end - before.line.begin < 24 and before.kind is Kind.PROSE
        if len(later) < 32 and not leads and not begins:
            points -= 1.0 * (after.kind is Kind.PROSE) + 1.5 * narrow
    elif after is None:
        points -= 3.0
    return points


def _leads_to_report(lines: list[Marked], index: int) -> bool:
    """True where nothing but headlines (and a photo's caption) stand between this line and a report's head."""
    for entry in lines[index + 1 : index + 7]:
        if entry.kind in (Kind.OPENING, Kind.BYLINE):
            return True
        if entry.kind is not Kind.HEAD and not (entry.sign_off and entry.sign_off.photo):
            return False
    return False
