"""Broken lines put together again: the paragraphs of a page, its headlines, its reports' heads.

Guarantees: every line of the page that is not furniture is in exactly one unit, in the page's order;
a unit of prose is one or more lines that follow each other, joined because the first was cut inside
a sentence. Linear.
"""

from __future__ import annotations

from collections import Counter

import msgspec

from kg.read.cues import Cues
from kg.read.kinds import TORN, Kind, Marked, ends_sentence
from kg.read.visible import Visible

__all__ = ["Unit", "continues", "units"]

NARROW = 32
"""Characters: lines shorter than this on both sides are a narrow column."""


class Unit(msgspec.Struct, frozen=True):
    """A headline, a paragraph, a by-line or a sign-off: lines that belong together."""

    lines: tuple[Marked, ...]

    @property
    def first(self) -> Marked:
        return self.lines[0]

    @property
    def last(self) -> Marked:
        return self.lines[-1]

    @property
    def kind(self) -> Kind:
        return self.lines[0].kind

    @property
    def length(self) -> int:
        return sum(entry.line.end - entry.line.begin for entry in self.lines)


def units(lines: list[Marked], page: Visible, counts: Counter[str], cues: Cues) -> list[Unit]:
    """The units of a page from its marked lines."""
    found: list[list[Marked]] = []
    before: Marked | None = None
    for entry in lines:
        if entry.kind is Kind.FURNITURE:
            before = None
        elif before is not None and _joins(before, entry, page, counts, cues):
            found[-1].append(entry)
            before = entry
        else:
            found.append([entry])
            before = entry
    return [Unit(tuple(entries)) for entries in found]


def _joins(before: Marked, entry: Marked, page: Visible, counts: Counter[str], cues: Cues) -> bool:
    if before.kind not in (Kind.PROSE, Kind.OPENING) or entry.kind is not Kind.PROSE or before.sign_off:
        return False
    earlier, later = page.of(before.line), page.of(entry.line)
    return not entry.line.indented and continues(earlier, later, counts, cues) > 0


def continues(earlier: str, later: str, counts: Counter[str], cues: Cues) -> float:
    """Points for `later` going on where `earlier` was cut; at most 0 where the two are apart."""
    points = 0.9 - 4.0 * ends_sentence(earlier)
    opening, closing = later.find("“"), later.find("”")
    inside, closes = earlier.count("“") > earlier.count("”"), closing >= 0 and not 0 <= opening < closing
    points += 2.0 * closes if inside else 1.0 * closes
    points -= 1.0 * (inside and not closes)
    points += 2.0 * (later[0] in cues.going_on) + 1.0 * (earlier[-1] in "，、；：")
    points += 1.5 * (earlier[-1] in cues.cut_endings) + 1.5 * min(2, counts[earlier[-1] + later[0]])
    points += 1.0 * (len(earlier) < NARROW) + 0.5 * (len(later) < NARROW)
    opened = cues.sentence.match(later) or cues.lead.match(later)
    points += 1.5 * bool(TORN.match(later) and not opened)
    points -= (2.5 if len(opened[0]) > 1 else 2.0) if opened else 0.0
    return points - 1.0 * (later[0] == "“")
