"""Money by union: the sum that the texts give for its initiatives, with the bounds of what they say roughly.

Guarantees: bounds of a sum are the sums of the bounds; where one has no upper bound, neither has the sum, and the
picture shows an arrow instead of an end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.plot.canvas import GREY, LINE, UNION, Sheet
from kg.plot.choice import Choice, Language, Picture
from kg.plot.deeds import Deed, Money, Thing
from kg.plot.text import Lettering, shortened
from kg.plot.words import counted, say, title, yuan

__all__ = ["Total", "draw", "totals"]

WIDE = 50
"""Largest sum by smallest from which the axis is logarithmic."""


class Total(NamedTuple):
    """The sum of a union."""

    union: Thing
    money: Money


def totals(deeds: Sequence[Deed]) -> tuple[Total, ...]:
    """Every union with money, the largest sum first, equal ones by key."""
    found: dict[Thing, list[Money]] = {}
    for deed in deeds:
        for union in deed.unions:
            if deed.money:
                found.setdefault(union, []).extend(deed.money)
    sums = (Total(union, _sum(amounts)) for union, amounts in found.items())
    return tuple(sorted(sums, key=lambda total: (-total.money.value, total.union.key)))


def _sum(amounts: Sequence[Money]) -> Money:
    upper = [amount.upper for amount in amounts if amount.upper is not None]
    return Money(
        sum(amount.value for amount in amounts),
        sum(amount.lower for amount in amounts),
        sum(upper) if len(upper) == len(amounts) else None,
    )


def draw(deeds: Sequence[Deed], choice: Choice, lettering: Lettering) -> Sheet:
    """The picture."""
    everything = totals(deeds)
    found = everything[: choice.top]
    high = 1.9 + 0.34 * max(len(found), 2)
    sheet = Sheet(8.5, high, choice.title or title(Picture.MONEY, choice.language), lettering)
    if not found:
        sheet.nothing(say("no money" if deeds else "nothing", choice.language))
        return sheet
    _draw_sums(sheet, found, choice.language)
    sheet.note(
        say("bounds", choice.language),
        counted("unions", len(found), len(everything), choice.language),
    )
    return sheet


def _draw_sums(sheet: Sheet, found: Sequence[Total], language: Language) -> None:
    axes = sheet.axes
    values = [total.money.value for total in found]
    ends = [total.money.upper or total.money.value for total in found]
    positive = [value for total in found for value in total.money if value]
    logarithmic = bool(positive) and max(positive) > WIDE * min(positive)
    if logarithmic:
        axes.set_xscale("log")
        axes.set_xlim(min(positive) / 1.6, max(ends) * 12)
    else:
        axes.set_xlim(0, (max(ends) or 1) * 1.35)
    for row, total in enumerate(found):
        _draw_sum(sheet, row, total.money, language)
    axes.plot(values, range(len(found)), "o", color=UNION, markersize=6, zorder=3)
    axes.set_ylim(len(found) - 0.4, -0.6)
    axes.set_yticks(range(len(found)), [sheet.lettering(shortened(total.union.label, 18, 2)) for total in found])
    axes.tick_params(axis="y", length=0)
    axes.tick_params(axis="x", which="both", labelcolor=GREY)
    axes.xaxis.set_major_formatter(lambda value, _: yuan(value, language))
    axes.xaxis.set_minor_formatter(lambda value, _: "")
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)


def _draw_sum(sheet: Sheet, row: int, money: Money, language: Language) -> None:
    """The bounds of one row, and the sum in figures to the right of them."""
    axes = sheet.axes
    left = max(money.lower, axes.get_xlim()[0])
    end = max(money.upper or money.value, money.value)
    if end > left:
        axes.plot([left, end], [row, row], "-|", color=UNION, linewidth=1.6, markersize=8, alpha=0.7)
    text = yuan(money.value, language)
    if money.upper is None:
        axes.annotate(
            "", (end, row), (24, 0), textcoords="offset points",
            arrowprops={"arrowstyle": "<-", "color": UNION, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 3},
        )  # fmt: skip
        text += "+"
    axes.annotate(
        sheet.lettering(text), (end, row), (30 if money.upper is None else 10, 0),
        textcoords="offset points", va="center", fontsize=9, color=GREY,
    )  # fmt: skip
