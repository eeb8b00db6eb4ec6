"""What a page's furniture tells of all its articles: the newspaper's name and the day; and the day
that a report's own date line tells.

Guarantees: an ISO day or None; lunar dates are no days; a day without a year (2月25日电) gets one only
where the text names a single year.
"""

from __future__ import annotations

import datetime
import re

from kg.read.kinds import Kind, Marked
from kg.read.records import iso_day
from kg.read.visible import Visible

__all__ = ["date_line", "masthead_date", "newspaper_name"]

NUMERALS = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "十": 10}
WRITTEN = re.compile(r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日")
MONTH_AND_DAY = re.compile(r"(?:([12][0-9]{3})年)?([0-9]{1,2})月([0-9]{1,2})日")
YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")


def newspaper_name(lines: list[Marked], page: Visible) -> str | None:
    """The name that a masthead bears, without its title marks."""
    return next((page.of(entry.line).strip("《》 ") for entry in lines if entry.newspaper), None)


def masthead_date(lines: list[Marked], page: Visible) -> str | None:
    """The first full date in the page's furniture."""
    for entry in lines:
        if entry.kind is Kind.FURNITURE:
            text = page.of(entry.line)
            day = iso_day(text) or _written(text)
            if day:
                return day
    return None


def date_line(head: str, text: str) -> str | None:
    """The day that a report's head (中工网南京2月25日电) tells; `text` is the whole article."""
    found = MONTH_AND_DAY.search(head)
    if not found:
        return None
    years = {found[1]} if found[1] else set(YEAR.findall(text))
    if len(years) != 1:
        return None
    return _iso(int(years.pop()), int(found[2]), int(found[3]))


def _written(text: str) -> str | None:
    """二〇二一年二月八日 as an ISO day."""
    found = WRITTEN.search(text)
    if not found:
        return None
    year = int("".join(str(NUMERALS[numeral]) for numeral in found[1]))
    return _iso(year, _number(found[2]), _number(found[3]))


def _number(numerals: str) -> int:
    """一 … 三十一 as a number."""
    tens, mark, ones = numerals.rpartition("十")
    if not mark:
        return NUMERALS.get(numerals, 0)
    return (NUMERALS.get(tens, 0) if tens else 1) * 10 + (NUMERALS.get(ones, 0) if ones else 0)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
