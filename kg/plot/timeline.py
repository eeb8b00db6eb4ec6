"""Initiatives over time, a band for each kind: a dot where the day is known, a bar as long as what is not.

Guarantees: an initiative of which the text tells a month or a year is a bar over all of it, never a dot on its
first day, and paler than one from a known day to a known day; bars and dots of a band do not lie on each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kg.errors import QueryError
from kg.plot.canvas import GREY, INITIATIVE, LINE, Sheet
from kg.plot.choice import Choice, Picture, first_day, last_day
from kg.plot.deeds import Deed, Thing, period_of
from kg.plot.matrix import ranked
from kg.plot.text import Lettering, shortened
from kg.plot.words import counted, say, title

__all__ = ["Band", "Span", "bands", "draw"]

DAY = len("2023-01-18")
DOT_DAYS = 1 / 60
"""Width of a dot, as a part of the time shown."""


class Span(NamedTuple):
    """When an initiative began, or lasted; days are ordinals, `last` included."""

    first: int
    last: int
    lane: int
    """The row within the band."""
    deed: Deed

    @property
    def exact(self) -> bool:
        """Whether the texts tell both ends to the day."""
        return all(len(period or self.deed.start or "") == DAY for period in (self.deed.start, self.deed.end))


class Band(NamedTuple):
    """A kind with its initiatives, by time."""

    kind: Thing
    spans: tuple[Span, ...]

    @property
    def lanes(self) -> int:
        """Rows that its initiatives take."""
        return max((span.lane for span in self.spans), default=0) + 1


def bands(deeds: Sequence[Deed], choice: Choice) -> tuple[tuple[Band, ...], int]:
    """The kinds with most dated initiatives, and how many kinds there are."""
    unknown = Thing("", say("no kind", choice.language))
    dated = [(deed, _days(deed)) for deed in deeds]
    known = [(deed, days) for deed, days in dated if days is not None]
    kinds, everything = ranked([[deed.kind or unknown] for deed, _ in known], choice.top)
    if not known:
        return (), 0
    shown = max(days[1] for _, days in known) - min(days[0] for _, days in known)
    gap = max(1, round(shown * DOT_DAYS))
    return (
        tuple(
            Band(kind, _in_lanes([each for each in known if (each[0].kind or unknown) == kind], gap)) for kind in kinds
        ),
        everything,
    )


def _days(deed: Deed) -> tuple[int, int] | None:
    """First and last day of what is known of an initiative's time, as ordinals."""
    start = period_of(deed)
    if start is None:
        return None
    first, last = first_day(start).toordinal(), last_day(start).toordinal()
    try:
        return first, max(last, last_day(deed.end).toordinal()) if deed.end else last
    except QueryError:
        return first, last


def _in_lanes(known: list[tuple[Deed, tuple[int, int]]], gap: int) -> tuple[Span, ...]:
    """Each initiative in the first lane in which nothing lies within `gap` days before it."""
    free: list[int] = []
    spans = []
    for deed, (first, last) in sorted(known, key=lambda each: (each[1], each[0].key)):
        lane = next((number for number, day in enumerate(free) if day < first), len(free))
        free[lane : lane + 1] = [max(last, first + gap)]
        spans.append(Span(first, last, lane, deed))
    return tuple(spans)


def draw(deeds: Sequence[Deed], choice: Choice, lettering: Lettering) -> Sheet:
    """The picture."""
    found, everything = bands(deeds, choice)
    high = 1.8 + sum(_height(band) for band in found)
    sheet = Sheet(9.0, max(high, 2.6), choice.title or title(Picture.TIMELINE, choice.language), lettering)
    if not found:
        sheet.nothing(say("no date" if deeds else "nothing", choice.language))
        return sheet
    _draw_bands(sheet, found)
    undated = sum(period_of(deed) is None for deed in deeds)
    sheet.note(
        say("precision", choice.language),
        say("undated", choice.language, count=undated) if undated else "",
        counted("kinds", len(found), everything, choice.language),
    )
    return sheet


def _height(band: Band) -> float:
    return 0.2 + 0.16 * band.lanes


def _draw_bands(sheet: Sheet, found: Sequence[Band]) -> None:
    axes, top = sheet.axes, 0.0
    middles = []
    for band in found:
        middles.append(top + _height(band) / 2)
        for span in band.spans:
            y = top + 0.18 + 0.16 * span.lane
            if span.first == span.last:
                axes.plot([span.first], [y], "o", color=INITIATIVE, markersize=5.5, markeredgecolor="white", mew=0.5)
            else:
                shade = 0.9 if span.exact else 0.4
                axes.barh(y, span.last - span.first + 1, 0.09, span.first - 0.5, color=INITIATIVE, alpha=shade)
        top += _height(band)
        axes.axhline(top, color=LINE, linewidth=0.6)
    axes.set_ylim(top, 0)
    names = [f"{shortened(band.kind.label, 14, 2)} ({len(band.spans)})" for band in found]
    axes.set_yticks(middles, [sheet.lettering(name) for name in names])
    axes.tick_params(axis="y", length=0)
    _mark_time(sheet, [span for band in found for span in band.spans])


def _mark_time(sheet: Sheet, spans: Sequence[Span]) -> None:
    """Ticks on first days of months or years, as ISO 8601 writes them."""
    axes = sheet.axes
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    margin = max(1.0, (last - first) * 0.02)
    axes.set_xlim(first - margin, last + margin)
    ticks = _ticks(date.fromordinal(first), date.fromordinal(last))
    axes.set_xticks([day.toordinal() for day, _ in ticks], [text for _, text in ticks], fontsize=9)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(axis="x", labelcolor=GREY)


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """At most about twelve marks: days for some weeks, else months, else years."""
    days = (last - first).days
    if days < 45:
        step = max(1, -(-(days + 1) // 8))
        found = [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1, step)]
        return [(day, day.isoformat()) for day in found]
    months = [
        date(month // 12, month % 12 + 1, 1)
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ]
    if len(months) <= 30:
        step = -(-len(months) // 10)
        return [(day, f"{day:%Y-%m}") for day in months[::step]]
    years = range(first.year, last.year + 1)
    return [(date(year, 1, 1), str(year)) for year in years[:: -(-len(years) // 10)]]
