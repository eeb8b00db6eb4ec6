"""Unions and worker groups as a network: a line is as wide as the number of initiatives between the two.

Guarantees: drawn from the counts of the matrix; the same counts give the same positions; the sheet is as large as
it must be for names that do not lie on each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign, sqrt
from typing import TypeAlias

from kg.plot.canvas import GREY, GROUP, UNION, Sheet
from kg.plot.choice import Choice, Picture
from kg.plot.deeds import Deed, Thing
from kg.plot.matrix import Table, table
from kg.plot.text import Lettering, shortened
from kg.plot.words import counted, say, title

__all__ = ["apart", "draw", "positions"]

Point: TypeAlias = tuple[float, float]

NAME_SIZE = 8
"""Points."""
ROUNDS, NEARLY = 400, 1e-6


def positions(found: Table) -> dict[Thing, Point]:
    """Where each union and group stands, in inches, so that no mark or name lies on another."""
    import networkx

    graph: networkx.Graph[Thing] = networkx.Graph()
    graph.add_nodes_from((*found.unions, *found.groups))
    for union, line in zip(found.unions, found.cells, strict=True):
        reached = ((group, count) for group, count in zip(found.groups, line, strict=True) if count)
        graph.add_weighted_edges_from((union, group, sqrt(count)) for group, count in reached)
    placed = networkx.spring_layout(graph, k=3.2 / sqrt(len(graph)), iterations=300, seed=1, method="force")
    side = sqrt(len(graph))
    points = [(round(float(x), 3) * side * 0.75, round(float(y), 3) * side * 0.45) for x, y in placed.values()]
    boxes = [_box(thing) for thing in placed]
    return dict(zip(placed, apart(points, boxes), strict=True))


def _box(thing: Thing) -> Point:
    """Width and height that a mark with its name needs, in inches."""
    lines = _name(thing).split("\n")
    return max(0.3, max(map(len, lines)) * NAME_SIZE / 72) + 0.06, 0.36 + len(lines) * 1.25 * NAME_SIZE / 72


def apart(points: Sequence[Point], boxes: Sequence[Point]) -> list[Point]:
    """`points` moved until the boxes around them no longer overlap, each pair by the shorter way."""
    found = list(points)
    for _ in range(ROUNDS):
        moved = False
        for one, (width, height) in enumerate(boxes):
            for other in range(one):
                across = found[one][0] - found[other][0]
                up = found[one][1] - found[other][1]
                too_near = (width + boxes[other][0]) / 2 - abs(across)
                too_level = (height + boxes[other][1]) / 2 - abs(up)
                if too_near > NEARLY and too_level > NEARLY:
                    moved = True
                    by = (
                        (copysign(too_near / 2, across), 0.0)
                        if too_near < too_level
                        else (0.0, copysign(too_level / 2, up))
                    )
                    found[one] = (found[one][0] + by[0], found[one][1] + by[1])
                    found[other] = (found[other][0] - by[0], found[other][1] - by[1])
        if not moved:
            break
    return [(round(x, 3), round(y, 3)) for x, y in found]


def draw(deeds: Sequence[Deed], choice: Choice, lettering: Lettering) -> Sheet:
    """The picture."""
    found = table(deeds, choice.top)
    heading = choice.title or title(Picture.NETWORK, choice.language)
    if not found.unions:
        sheet = Sheet(7.0, 3.0, heading, lettering)
        sheet.nothing(say("no pair" if deeds else "nothing", choice.language))
        return sheet
    places = positions(found)
    across, up = zip(*places.values(), strict=True)
    left, right, low, high = min(across) - 0.9, max(across) + 0.9, min(up) - 0.6, max(up) + 0.4
    sheet = Sheet(max(right - left, 6.0), high - low + 1.4, heading, lettering)
    sheet.axes.set_axis_off()
    sheet.axes.set(xlim=(left, right), ylim=(low, high))
    _draw_network(sheet, found, places, choice)
    sheet.note(
        say("edges", choice.language),
        counted("unions", len(found.unions), found.all_unions, choice.language),
        counted("groups", len(found.groups), found.all_groups, choice.language),
    )
    return sheet


def _draw_network(sheet: Sheet, found: Table, places: dict[Thing, Point], choice: Choice) -> None:
    axes = sheet.axes
    most = max(map(max, found.cells))
    for union, line in zip(found.unions, found.cells, strict=True):
        for group, count in zip(found.groups, line, strict=True):
            if count:
                (x, y), (to_x, to_y) = places[union], places[group]
                axes.plot([x, to_x], [y, to_y], color=GREY, alpha=0.35, linewidth=0.6 + 3.4 * count / most, zorder=1)
    columns = [sum(column) for column in zip(*found.cells, strict=True)]
    rows = [sum(line) for line in found.cells]
    largest = max(*columns, *rows)
    for things, totals, colour, marker, name in (
        (found.unions, rows, UNION, "o", "unions"),
        (found.groups, columns, GROUP, "s", "groups"),
    ):
        axes.scatter(
            [places[thing][0] for thing in things],
            [places[thing][1] for thing in things],
            s=[30 + 170 * total / largest for total in totals],
            c=colour,
            marker=marker,
            edgecolors="white",
            linewidths=1,
            zorder=2,
            label=sheet.lettering(say(name, choice.language)),
        )
        for thing, total in zip(things, totals, strict=True):
            _write_name(sheet, thing, places[thing], 3 + sqrt(30 + 170 * total / largest) / 2, colour)
    sheet.figure.legend(loc="upper right", frameon=False, ncols=2)


def _write_name(sheet: Sheet, thing: Thing, place: tuple[float, float], away: float, colour: str) -> None:
    from matplotlib.patheffects import withStroke

    sheet.axes.annotate(
        sheet.lettering(_name(thing)),
        place,
        (0, -away),
        textcoords="offset points",
        ha="center",
        va="top",
        fontsize=NAME_SIZE,
        color=colour,
        zorder=3,
        path_effects=[withStroke(linewidth=2.5, foreground="white")],
    )


def _name(thing: Thing) -> str:
    return shortened(thing.label, 9, 3)
