"""Calendar arithmetic for dates in news: partial dates, festivals, the nearest sensible year.

Guarantees: pure; ISO dates in and out; a date that does not exist (2月30日) gives None. Lunar dates
are computed by `borax` (1900–2100), imported when first needed.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import msgspec

__all__ = ["Moment", "last_day", "lunar_day", "nearest_year", "shifted", "solar_day"]


class Moment(msgspec.Struct, frozen=True, order=True):
    """A date as precisely as it is known: a year, a month, or a day."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def iso(self) -> str:
        """``2023``, ``2023-02`` or ``2023-02-11``."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def exists(self) -> bool:
        """Whether the calendar has it."""
        if not (1900 <= self.year <= 2100 and 0 <= self.month <= 12):
            return False
        return self.day == 0 or 1 <= self.day <= last_day(self.year, self.month)

    def as_date(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 1, self.day or 1)


def last_day(year: int, month: int) -> int:
    """Number of the month's last day."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def nearest_year(month: int, day: int, anchor: date) -> int:
    """The year in which that month (and day; 0 for none) lies nearest to `anchor`.

    12月 read in January is last year's; 1月 read in December is next year's.
    """

    def distance(year: int) -> int:
        return abs((date(year, month, min(day or 15, last_day(year, month))) - anchor).days)

    return min((anchor.year, anchor.year - 1, anchor.year + 1), key=distance)


def shifted(moment: Moment, days: int) -> Moment:
    """The day `days` after a moment of day precision."""
    found = moment.as_date() + timedelta(days=days)
    return Moment(found.year, found.month, found.day)


def solar_day(rule: str, year: int) -> Moment:
    """The day of a solar festival (``05-01``) in that year."""
    month, _, day = rule.partition("-")
    return Moment(year, int(month), int(day))


@lru_cache(maxsize=512)
def lunar_day(month: int, day: int, year: int) -> Moment | None:
    """The day in the lunar year that begins in `year`; day 0 is the day before the month's first."""
    from borax.calendars.lunardate import LunarDate

    try:
        found = LunarDate(year, month, day or 1).to_solar_date()
    except ValueError:
        return None
    moment = Moment(found.year, found.month, found.day)
    return moment if day else shifted(moment, -1)
