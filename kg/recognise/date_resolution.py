"""What a date expression means in its text: year, month and day from anchor, neighbours, festivals.

Guarantees: `Context` reads the text once for the year that it gives to its own events, then resolves
atoms in text order; the result depends on nothing but text, anchor, rules and the page's year. An anchor that is no
ISO day is taken as None.
"""

from __future__ import annotations

from datetime import date

import msgspec

from kg.recognise.calendar_days import Moment, last_day, lunar_day, nearest_year, shifted, solar_day
from kg.recognise.date_expressions import DIGITS, Atom, CalendarRules

__all__ = ["Context", "Resolved", "told_year"]

DAYS_APART = 200
"""Festivals nearer to the anchor than this many days are taken for the one meant."""


class Resolved(msgspec.Struct, frozen=True):
    """A date as ISO begin and end; both empty where the text does not tell."""

    first: str = ""
    last: str = ""

    @property
    def concept(self) -> str:
        """ISO date, or ``BEGIN/END``."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


UNKNOWN = Resolved()


class Context:
    """What the text has told so far; `resolve` moves it on."""

    def __init__(self, text: str, anchor: str | None, rules: CalendarRules, year: int | None = None) -> None:
        self._rules = rules
        self._anchor = _day(anchor)
        self._text_year = self._anchor.year if self._anchor else told_year(text, rules) or year
        self._last_year: int | None = None
        """Of the last full date or year that the text wrote out; for 当年."""
        self._full_year: int | None = None
        """Of the last day written with its year; decides for later dates where there is no anchor."""
        self._month: Moment | None = None
        self._day: Moment | None = None

    def resolve(self, atom: Atom, begin: str = "") -> Resolved:
        """The date of one atom, or UNKNOWN; as the end of a range it comes after ISO date `begin`."""
        if atom.kind == "now":
            return Resolved(self._anchor.isoformat() if self._anchor else "", "")
        moment = self._moment(atom)
        if begin and moment and atom.kind in ("day", "month") and not atom.year:
            start = int(begin[:4])
            moment = Moment(start + (f"{atom.month:02d}" < begin[5:7]), atom.month, atom.day)
        if moment is None or not moment.exists:
            return UNKNOWN
        self._remember(atom, moment)
        if atom.span and atom.name in self._rules.holidays:
            before, after = self._rules.holidays[atom.name]
            return Resolved(shifted(moment, before).iso, shifted(moment, after).iso)
        return Resolved(moment.iso, moment.iso)

    def _remember(self, atom: Atom, moment: Moment) -> None:
        if atom.year:
            self._last_year = moment.year
            if moment.day and atom.year[0] in "12一二":
                self._full_year = moment.year
        if atom.kind in ("day", "month"):
            self._month = moment
        if moment.day and atom.kind not in ("festival", "lunar"):
            self._day = moment

    def _moment(self, atom: Atom) -> Moment | None:
        if atom.kind == "festival":
            return self._festival(atom)
        if atom.kind == "lunar":
            return self._nearest_lunar(atom.month, atom.day, self._anchor)
        if atom.kind == "relative":
            return self._relative(atom.name)
        if atom.kind == "same-day":
            return shifted(self._day, self._rules.same[atom.name]) if self._day else None
        if atom.kind == "day-alone":
            return self._day_alone(atom.day)
        year = self._year(atom)
        return None if year is None else Moment(year, atom.month, atom.day)

    def _year(self, atom: Atom) -> int | None:
        """The year of an atom: written out, relative, or taken from the context."""
        if atom.year:
            return self._written_year(atom.year)
        if self._anchor:
            return nearest_year(atom.month, atom.day, self._anchor)
        return self._full_year or self._text_year

    def _written_year(self, written: str) -> int | None:
        base = self._text_year or self._full_year
        if written in self._rules.years:
            return None if base is None else base + self._rules.years[written]
        if written in self._rules.same_years:
            return self._last_year
        digits = "".join(str(max(0, DIGITS.find(char) - 1)) if char in DIGITS else char for char in written[:4])
        return int(digits)

    def _relative(self, word: str) -> Moment | None:
        if self._anchor is None:
            return None
        today = Moment(self._anchor.year, self._anchor.month, self._anchor.day)
        return shifted(today, self._rules.days[word])

    def _day_alone(self, day: int) -> Moment | None:
        """22日: of the month named before it, else of the anchor's month or the month before."""
        if self._month is not None and self._month.month:
            return Moment(self._month.year, self._month.month, day)
        if self._anchor is None:
            return None
        year, month = self._anchor.year, self._anchor.month
        if day > self._anchor.day + 10:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        return Moment(year, month, day) if day <= last_day(year, month) else None

    def _festival(self, atom: Atom) -> Moment | None:
        year = self._written_year(atom.year) if atom.year else None
        name = atom.name
        if name in self._rules.lunar:
            month, day = (int(part) for part in self._rules.lunar[name].split("-"))
            if year is not None or (atom.year and not self._anchor):
                return None if year is None else lunar_day(month, day, year)
            return self._nearest_lunar(month, day, self._anchor)
        rule = self._rules.solar[name]
        if year is None and self._anchor:
            month, day = (int(part) for part in rule.split("-"))
            year = nearest_year(month, day, self._anchor)
        year = year or self._full_year or self._text_year
        return None if year is None else solar_day(rule, year)

    def _nearest_lunar(self, month: int, day: int, anchor: date | None) -> Moment | None:
        if anchor is None:
            year = self._full_year or self._text_year
            return None if year is None else lunar_day(month, day, year - (month > 11))
        found = [lunar_day(month, day, anchor.year + shift) for shift in (-1, 0, 1)]
        near = [moment for moment in found if moment is not None and abs((moment.as_date() - anchor).days) < DAYS_APART]
        return min(near, key=lambda moment: (abs((moment.as_date() - anchor).days), moment), default=None)


def _day(anchor: str | None) -> date | None:
    if anchor is None:
        return None
    try:
        return date.fromisoformat(anchor)
    except ValueError:
        return None


def told_year(text: str, rules: CalendarRules) -> int | None:
    """The one year of its full dates, else the one it gives to its own events (2023年全国…), or None."""
    full = {int(match[1]) for match in rules.full_date.finditer(text)}
    if full:
        return full.pop() if len(full) == 1 else None
    events = {int(match[1]) for match in rules.text_year.finditer(text) if _names_event(text, match.start(), rules)}
    return events.pop() if len(events) == 1 else None


def _names_event(text: str, begin: int, rules: CalendarRules) -> bool:
    """Whether the year at `begin` is no year of the past (自2016年) and no end of a range (2021—2025年)."""
    before = text[max(0, begin - 4) : begin].rstrip()
    bare = before.rstrip("—–-－~～")
    ranged = bare != before and bare[-1:] in {*"0123456789", "年"}
    return not ranged and not before.endswith(rules.not_behind)
