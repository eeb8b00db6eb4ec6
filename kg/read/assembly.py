"""An article put together from its units: the view, its map back, stretches, names.

Guarantees: ``len(text) == len(begins) == len(ends)``; every view character is one visible character
of the source or a run of white space, except the ``\\n`` between paragraphs, which is empty and
stands behind the character before it; every character of the units is in the view. Linear.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections import Counter
from itertools import chain

from kg.model import Article, Byline, Source
from kg.read.cues import Cues
from kg.read.joins import continues, ends_sentence, seam, shows_cut
from kg.read.kinds import Kind, Marked
from kg.read.units import Unit
from kg.read.visible import Visible

__all__ = ["View", "article", "stretches"]


TOGETHER = 2.0
"""Points for two pieces going on from each other because they are known to be of one article."""


class View:
    """A view under construction: characters and, for each, where it stands in the visible text."""

    def __init__(self, page: Visible) -> None:
        self.page = page
        self.characters: list[str] = []
        self.begins: list[int] = []
        self.ends: list[int] = []
        self.visible: array[int] = array("q")

    def add_line(self, entry: Marked) -> None:
        """The characters of a line, runs of white space as one space."""
        begin, end = entry.line.begin, entry.line.end
        text = self.page.text[begin:end]
        if "  " not in text and text.isprintable():
            self._add(text, begin, end)
            return
        place = begin
        for blank, run in _runs(text):
            if blank:
                self._add_one(" ", place, self.page.begins[place], self.page.ends[place + run - 1])
            else:
                self._add(text[place - begin : place - begin + run], place, place + run)
            place += run

    def _add(self, text: str, begin: int, end: int) -> None:
        self.characters.append(text)
        self.visible.extend(range(begin, end))
        if isinstance(self.page.begins, range):
            places = list(range(begin, end + 1))
            self.begins.extend(places[:-1])
            self.ends.extend(places[1:])
        else:
            self.begins.extend(self.page.begins[begin:end])
            self.ends.extend(self.page.ends[begin:end])

    def _add_one(self, character: str, place: int, begin: int, end: int) -> None:
        self.characters.append(character)
        self.begins.append(begin)
        self.ends.append(end)
        self.visible.append(place)

    def add_break(self) -> None:
        """The end of a paragraph; none at the view's beginning."""
        if self.ends:
            self._add_one("\n", self.visible[-1], self.ends[-1], self.ends[-1])

    def add_unit(self, unit: Unit) -> None:
        """A unit's lines, joined; a space between Latin words that a line's end parted."""
        for number, entry in enumerate(unit.lines):
            if number:
                self.add_seam(entry)
            self.add_line(entry)

    def add_seam(self, entry: Marked) -> None:
        """What joins two parts of one sentence: nothing between Chinese characters, or within a number."""
        last, first = self.characters[-1][-1], self.page.text[entry.line.begin]
        begin, end = self.ends[-1], self.page.begins[entry.line.begin]
        number = last.isdigit() and first.isdigit()
        if last.isascii() and first.isascii() and last.isalnum() and first.isalnum() and not number and begin <= end:
            self._add_one(" ", self.visible[-1], begin, end)

    def names(self, found: list[Byline], shift: int) -> list[Byline]:
        """By-lines of one unit, whose view begins at `shift`, from visible to view positions."""
        return [
            Byline(
                name.role,
                bisect_left(self.visible, name.begin, shift),
                bisect_left(self.visible, name.end - 1, shift) + 1,
            )
            for name in found
        ]


def _runs(text: str) -> list[tuple[bool, int]]:
    """Lengths of the runs of white space and of other characters, in turn."""
    runs: list[tuple[bool, int]] = []
    for character in text:
        blank = character.isspace()
        if runs and runs[-1][0] == blank:
            runs[-1] = (blank, runs[-1][1] + 1)
        else:
            runs.append((blank, 1))
    return runs


def article(
    source: Source,
    page: Visible,
    heads: list[Unit],
    body: list[Unit],
    counts: Counter[str],
    cues: Cues,
    *,
    date: str | None,
    newspaper: str | None,
    fragment: bool,
    ranges: list[tuple[int, int]],
) -> Article:
    """The article of these headlines and body units, in reading order."""
    view, bylines = View(page), list[Byline]()
    for unit in heads:
        for entry in unit.lines:
            view.add_line(entry)
            view.add_break()
    start = len(view.begins)
    before: Unit | None = None
    for unit in body:
        if before is not None:
            if _goes_on(before, unit, page, counts, cues):
                view.add_seam(unit.first)
            else:
                view.add_break()
        shift = len(view.begins)
        view.add_unit(unit)
        bylines.extend(view.names(_names(unit), shift))
        before = unit
    first = view.begins[start] if start < len(view.begins) else view.begins[0]
    return Article(
        key=hashlib.sha256(f"{source.key}\0{first}".encode()).hexdigest()[:16],
        source=source.key,
        text="".join(view.characters),
        begins=tuple(view.begins),
        ends=tuple(view.ends),
        body=start,
        headline=" ".join(_own_words(source, page, entry) for unit in heads for entry in unit.lines),
        stretches=tuple(ranges),
        bylines=tuple(sorted(set(bylines), key=lambda name: (name.begin, name.end, name.role))),
        date=date,
        newspaper=newspaper,
        fragment=fragment,
    )


def _goes_on(before: Unit, unit: Unit, page: Visible, counts: Counter[str], cues: Cues) -> bool:
    """True where a paragraph that was cut goes on in a piece that stands elsewhere on the page."""
    if {before.kind, unit.kind} - {Kind.PROSE, Kind.OPENING} or unit.kind is Kind.OPENING or before.last.sign_off:
        return False
    together = 0.0 if unit.first.line.indented else TOGETHER
    earlier, later = page.of(before.last.line), page.of(unit.first.line)
    if before.last.whole and not shows_cut(earlier, later, cues):
        return False
    return not ends_sentence(earlier) and continues(seam(earlier, later, counts, cues)) > -together


def _names(unit: Unit) -> list[Byline]:
    """Every by-line name that the unit's lines bear."""
    return list(
        chain.from_iterable(
            chain(
                entry.names,
                entry.opening.names if entry.opening else (),
                entry.sign_off.names if entry.sign_off else (),
            )
            for entry in unit.lines
        )
    )


def _own_words(source: Source, page: Visible, entry: Marked) -> str:
    """A line in the source's own characters, without markup."""
    begin, end = entry.line.begin, entry.line.end
    return "".join(
        source.text[b:e] if e - b == 1 else page.text[i]
        for i, b, e in zip(range(begin, end), page.begins[begin:end], page.ends[begin:end], strict=True)
    )


def stretches(page: Visible, groups: list[list[Unit]]) -> list[tuple[int, int]]:
    """Source positions of groups of units that follow each other on the page."""
    return [
        (page.begins[group[0].first.line.begin], page.ends[group[-1].last.line.end - 1]) for group in groups if group
    ]
