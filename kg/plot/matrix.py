"""Unions × worker groups: how many initiatives of each union are for each group, as a heat map.

Guarantees: a cell is the number of different initiatives; rows and columns with most initiatives come first, and
equal ones by key.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.plot.canvas import GREY, INK, UNION, Sheet
from kg.plot.choice import Choice, Picture
from kg.plot.deeds import Deed, Thing
from kg.plot.text import Lettering, shortened
from kg.plot.words import counted, say, title

__all__ = ["Table", "draw", "ranked", "table"]


class Table(NamedTuple):
    """The figures of the picture: `cells[row][column]`."""

    unions: tuple[Thing, ...]
    groups: tuple[Thing, ...]
    cells: tuple[tuple[int, ...], ...]
    all_unions: int
    all_groups: int


def table(deeds: Sequence[Deed], top: int) -> Table:
    """Counts of the `top` unions and groups among initiatives that name both."""
    both = [deed for deed in deeds if deed.unions and deed.groups]
    unions, all_unions = ranked([deed.unions for deed in both], top)
    shown = [deed for deed in both if set(unions).intersection(deed.unions)]
    groups, _ = ranked([deed.groups for deed in shown], top)
    all_groups = len({group for deed in both for group in deed.groups})
    cells = tuple(
        tuple(sum(union in deed.unions and group in deed.groups for deed in both) for group in groups)
        for union in unions
    )
    return Table(unions, groups, cells, all_unions, all_groups)


def ranked(lists: Sequence[Sequence[Thing]], top: int) -> tuple[tuple[Thing, ...], int]:
    """The `top` things that stand in most of the lists, and how many things there are."""
    times: dict[Thing, int] = {}
    for things in lists:
        for thing in things:
            times[thing] = times.get(thing, 0) + 1
    return tuple(sorted(times, key=lambda thing: (-times[thing], thing.key))[:top]), len(times)


def draw(deeds: Sequence[Deed], choice: Choice, lettering: Lettering) -> Sheet:
    """The picture."""
    found = table(deeds, choice.top)
    rows, columns = len(found.unions), len(found.groups)
    wide, high = 3.4 + 0.42 * max(columns, 8), 2.6 + 0.34 * max(rows, 3)
    sheet = Sheet(wide, high, choice.title or title(Picture.MATRIX, choice.language), lettering)
    if not rows:
        sheet.nothing(say("no pair" if deeds else "nothing", choice.language))
        return sheet
    _draw_cells(sheet, found)
    sheet.note(
        say("counts", choice.language),
        counted("unions", rows, found.all_unions, choice.language),
        counted("groups", columns, found.all_groups, choice.language),
    )
    return sheet


def _draw_cells(sheet: Sheet, found: Table) -> None:
    from matplotlib.colors import LinearSegmentedColormap

    axes, most = sheet.axes, max(map(max, found.cells))
    shades = LinearSegmentedColormap.from_list("union", ["#f3f6fa", "#9dbbe0", UNION])
    axes.pcolormesh(found.cells, cmap=shades, vmin=0, vmax=most, edgecolors="white", linewidth=1.5)
    for row, line in enumerate(found.cells):
        for column, count in enumerate(line):
            if count:
                colour = "white" if count > 0.6 * most else INK
                axes.text(column + 0.5, row + 0.5, str(count), ha="center", va="center", color=colour, fontsize=9)
    axes.invert_yaxis()
    axes.xaxis.tick_top()
    names = [sheet.lettering(shortened(group.label, 12, 2)) for group in found.groups]
    axes.set_xticks(
        [column + 0.5 for column in range(len(names))], names, rotation=45, ha="left", rotation_mode="anchor"
    )
    names = [sheet.lettering(shortened(union.label, 18, 2)) for union in found.unions]
    axes.set_yticks([row + 0.5 for row in range(len(names))], names)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.tick_params(axis="x", labelcolor=GREY)
