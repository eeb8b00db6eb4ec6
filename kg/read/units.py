"""Broken lines put together again: the paragraphs of a page, its headlines, its reports' heads.

Guarantees: every line of the page that is not furniture is in exactly one unit, in the page's order;
a unit of prose is one or more lines that follow each other, joined because the first was cut inside
a sentence. Linear.
"""

from __future__ import annotations

from collections import Counter

import msgspec

from kg.read.cues import Cues
from kg.read.joins import continues, seam, shows_cut
from kg.read.kinds import Kind, Marked
from kg.read.visible import Visible

__all__ = ["Unit", "units"]


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
    if entry.inside:
        return True
    if before.kind not in (Kind.PROSE, Kind.OPENING) or entry.kind is not Kind.PROSE or before.sign_off:
        return False
    if entry.line.indented:
        return False
    earlier, later = page.of(before.line), page.of(entry.line)
    if before.whole and not shows_cut(earlier, later, cues):
        return False
    return continues(seam(earlier, later, counts, cues, width=min(before.column, entry.column), apart=entry.apart)) > 0
