"""The diagram of the vocabulary: classes around the one with most relations, an arrow for each relation.

Guarantees: drawn from the terms alone, in the style and font of the pictures, with Chinese and English names; the
same terms give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import TypeAlias

from docs.site.vocabulary import Term
from kg.plot.canvas import GREY, GROUP, INITIATIVE, UNION, Sheet, saved, styled
from kg.plot.text import Lettering

__all__ = ["arrows", "diagram"]

Point: TypeAlias = tuple[float, float]

WIDTH, HEIGHT = 10.5, 7.0
COLOURS = {"ukg:Union": UNION, "ukg:Initiative": INITIATIVE, "ukg:WorkerGroup": GROUP}


def arrows(terms: Sequence[Term]) -> list[tuple[str, Term, str]]:
    """(class, relation, class) for each relation that states both its ends."""
    return [
        (domain, term, target)
        for term in terms
        if term.section == "Relations"
        for domain in term.related("Of")
        for target in term.related("To")
    ]


def diagram(terms: Sequence[Term]) -> bytes:
    """The SVG."""
    found = arrows(terms)
    named = {term.name: term for term in terms}
    places = _places(found)
    words = {name: f"{named[name].chinese}\n{name}" if name in named else name for name in places}
    with styled():
        sheet = Sheet(WIDTH, HEIGHT, "", Lettering())
        sheet.axes.set(xlim=(-WIDTH / 2, WIDTH / 2), ylim=(-HEIGHT / 2, HEIGHT / 2))
        sheet.axes.set_axis_off()
        for start, end in dict.fromkeys((start, end) for start, _, end in found):
            relations = [term for one, term, other in found if (one, other) == (start, end)]
            near, far = (
                _edge_of(places[start], places[end], words[start]),
                _edge_of(places[end], places[start], words[end]),
            )
            _draw_arrow(sheet, near, far, relations)
        for name, place in places.items():
            _draw_class(sheet, words[name], COLOURS.get(name, GREY), place)
        return saved(sheet.figure, "svg")


def _places(found: Sequence[tuple[str, Term, str]]) -> dict[str, Point]:
    """The class with most relations in the middle, the others around it, each beside what it relates to."""
    starts = [start for start, *_ in found]
    middle = max(sorted(set(starts)), key=starts.count)
    ring = list(dict.fromkeys(end for start, _, end in found if start == middle))
    further = [(start, end) for start, _, end in found if start != middle]
    for number, (start, end) in enumerate(further):
        if start not in ring:
            ring.append(start)
        if end in ring:
            ring.remove(end)
        ring.insert(ring.index(start) + number % 2, end)
    # What relates to its neighbours stands at the right, where neighbours are farthest apart.
    turn = ring.index(further[0][0]) if further else 0
    places = {middle: (0.0, 0.0)}
    for number, name in enumerate(ring):
        angle = 2 * pi * (turn - number) / len(ring)
        places[name] = (round(4.2 * cos(angle), 3), round(2.9 * sin(angle), 3))
    return places


def _edge_of(place: Point, towards: Point, words: str) -> Point:
    """Where the line from the middle of a box to `towards` leaves the box."""
    lines = words.split("\n")
    wide = max(sum(1.0 if ord(each) > 0x2E80 else 0.55 for each in line) for line in lines) * 9.5 / 72 / 2 + 0.12
    high = len(lines) * 9.5 / 72 * 0.7 + 0.12
    across, up = towards[0] - place[0], towards[1] - place[1]
    part = min(wide / abs(across) if across else 1.0, high / abs(up) if up else 1.0, 1.0)
    return place[0] + part * across, place[1] + part * up


def _draw_arrow(sheet: Sheet, start: Point, end: Point, relations: Sequence[Term]) -> None:
    words = "\n".join(f"{term.name.partition(':')[2]} {term.chinese}" for term in relations)
    line = {"arrowstyle": "->", "color": GREY, "shrinkA": 0, "shrinkB": 1, "linewidth": 1.1}
    sheet.axes.annotate("", end, start, arrowprops=line, zorder=1)
    sheet.axes.text(
        (start[0] + end[0]) / 2, (start[1] + end[1]) / 2, sheet.lettering(words),
        ha="center", va="center", fontsize=8, color=GREY, zorder=2,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
    )  # fmt: skip


def _draw_class(sheet: Sheet, words: str, colour: str, place: Point) -> None:
    sheet.axes.text(
        *place, sheet.lettering(words), ha="center", va="center", fontsize=9.5, color="white", zorder=3,
        bbox={"facecolor": colour, "edgecolor": "white", "boxstyle": "round,pad=0.5"},
    )  # fmt: skip
