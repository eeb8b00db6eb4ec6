"""What a picture is to show: which picture, of which initiatives, how many rows, in which language.

Guarantees: a period that is none is refused before anything is drawn.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum

import msgspec

from kg.errors import QueryError

__all__ = ["Choice", "Language", "Picture", "first_day", "last_day"]

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Picture(StrEnum):
    """The pictures that there are."""

    MATRIX = "matrix"
    TIMELINE = "timeline"
    NETWORK = "network"
    MONEY = "money"


class Language(StrEnum):
    """The language of titles, axes, groups and kinds; names from texts stay as the texts have them."""

    CHINESE = "zh"
    ENGLISH = "en"


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions on initiatives, and how much of them to draw. None is no condition."""

    union: str | None = None
    group: str | None = None
    place: str | None = None
    kind: str | None = None
    since: str | None = None
    """A day, month or year: initiatives that begin in it or later."""
    until: str | None = None
    """A day, month or year: initiatives that begin in it or earlier."""
    top: int = 20
    """Rows (and columns) at most: those with the most initiatives, or the most money."""
    language: Language = Language.CHINESE
    title: str | None = None

    def __post_init__(self) -> None:
        for period in (self.since, self.until):
            if period is not None:
                first_day(period)
        if self.since and self.until and first_day(self.since) > last_day(self.until):
            raise QueryError(f"the period {self.since} to {self.until} ends before it begins; change one of the two")
        if self.top < 1:
            raise QueryError("a picture shows at least one row; give --top 1 or more")


def first_day(period: str) -> date:
    """The first day of a day, month or year of ISO 8601; QueryError for what is none.

    >>> first_day("2023-02"), last_day("2024-02")
    (datetime.date(2023, 2, 1), datetime.date(2024, 2, 29))
    """
    year, month, day = _parts(period)
    return _day(period, year, 1 if month is None else month, 1 if day is None else day)


def last_day(period: str) -> date:
    """The last day of a day, month or year of ISO 8601."""
    year, month, day = _parts(period)
    if month is None:
        return _day(period, year, 12, 31)
    if day is None:
        first = _day(period, year, month, 1)
        return first.replace(day=monthrange(year, month)[1])
    return _day(period, year, month, day)


def _parts(period: str) -> tuple[int, int | None, int | None]:
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise _no_period(period)
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _day(period: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_period(period) from None


def _no_period(period: str) -> QueryError:
    return QueryError(f"{period[:40]!r} is no period; give a day, month or year such as 2023-01-18, 2023-01 or 2023")
