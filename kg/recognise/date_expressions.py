"""Where dates stand in a text, not yet what they mean: one pass of one regular expression.

Guarantees: linear time; atoms come in text order, do not overlap, and know their kind: ``day``,
``month``, ``year``, ``day-alone`` (22日), ``relative`` (昨日), ``same-day`` (当天), ``festival``, ``lunar``
(正月初六), ``now`` (即日起).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

from kg.lexicon import Lexicon
from kg.recognise.matching import alternation

__all__ = ["Atom", "CalendarRules", "atoms", "calendar_rules"]

DIGITS = "〇零一二三四五六七八九"
MONTH = r"1[0-2]|0?[1-9]"
DAY = r"3[01]|[12]\d|0?[1-9]"
LUNAR_DAY = r"初[一二三四五六七八九十]|十[一二三四五六七八九]|二十|廿[一二三四五六七八九]|三十"
LUNAR_MONTH = r"正|腊|冬|十[一二]|[二三四五六七八九十]"


class Atom(msgspec.Struct, frozen=True):
    """One date expression at ``[begin, end)``; fields that the text leaves out are empty."""

    kind: str
    begin: int
    end: int
    year: str = ""
    """2023年, 二〇二三年, 今年, 当年."""
    month: int = 0
    day: int = 0
    part: str = ""
    """下旬, 年初, 上半年."""
    name: str = ""
    """The festival or the relative word."""
    span: bool = False
    """Whether it means the whole holiday (春节期间)."""

    def repeats(self, other: Atom) -> bool:
        """Whether this atom, directly behind `other`, only says the same day again."""
        return self.kind in ("festival", "lunar") and other.kind in ("day", "day-alone", "festival")

    def stretched(self, end: int) -> Atom:
        """The same date over a longer stretch."""
        return msgspec.structs.replace(self, end=end)


class CalendarRules:
    """The calendar lexicon, compiled once a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("calendar")
        self.days: dict[str, int] = table["days"]
        self.same: dict[str, int] = table["same"]
        self.years: dict[str, int] = table["years"]
        self.same_years = frozenset(table["same_year"]["words"])
        self.solar: dict[str, str] = {**table["solar"], **table["numbered"]}
        self.lunar: dict[str, str] = table["lunar"]
        self.holidays: dict[str, list[int]] = table["holidays"]
        self.atom = re.compile(_source(table))
        self.join = re.compile(rf"(?:{alternation(table['range']['joins'])}){{1,2}}")
        years = table["text_year"]
        self.full_date = re.compile(
            rf"(?<!\d)((?:19|20)\d\d)(?:年(?:{MONTH})月(?:{DAY})[日号]|[-/.](?:{MONTH})[-/.](?:{DAY}))"
        )
        self.text_year = re.compile(rf"(?<![\d.])((?:19|20)\d\d)年(?!{alternation(years['not_before'])}|\d|$)")
        self.not_behind: tuple[str, ...] = tuple(years["not_behind"])


def calendar_rules(lexicon: Lexicon | None) -> CalendarRules:
    """The rules of that lexicon, or of the one that travels with the package."""
    return _rules(lexicon)


@lru_cache(maxsize=8)
def _rules(lexicon: Lexicon | None) -> CalendarRules:
    return CalendarRules(lexicon or Lexicon())


def _source(table: dict[str, Any]) -> str:
    """The regular expression of all atoms; the order of its alternatives decides."""
    years = alternation([*table["years"], *table["same_year"]["words"]])
    year = rf"(?<!\d)(?<!\d[—–~～－-])(?:19|20)\d\d年|(?<![{DIGITS}])[一二][九〇零][{DIGITS}]{{2}}年|{years}"
    months, year_parts, day_parts = (alternation(table["parts"][part]) for part in ("month", "year", "day"))
    joins, needs = alternation(table["range"]["joins"]), alternation(table["needs_part"]["words"])
    festivals = alternation([*table["solar"], *table["lunar"]])
    cues, spans = alternation(table["cues"]["words"]), alternation(table["spans"]["words"])
    other = alternation(table["not_festival"]["after"])
    return (
        rf"(?P<now>{alternation(table['range']['from_now'])})"
        rf"|(?<![\d.])(?P<iso>(?:19|20)\d\d[-/.](?:{MONTH})[-/.](?:{DAY}))(?![\d.])"
        rf"|(?:(?P<fyear>{year})的?)?(?:(?P<festival>{festivals})(?!{other})|(?P<numbered>{alternation(table['numbered'])})(?=[”\x22]?(?:{cues})))"
        rf"(?:国际)?(?:(?P<span>{spans})|节|当天)?"
        rf"|(?:(?P<year>{year})的?|(?<![\d.·:：/]))"
        rf"(?:(?P<month>{MONTH})(?:月(?:份)?|(?=(?:{joins})(?:{MONTH})月)))"
        rf"(?:(?P<day>{DAY})(?:[日号]|(?=(?:{joins})(?:{DAY})[日号]))|(?P<part>{months}))?(?:{day_parts})?"
        rf"|(?P<cyear>[一二][九〇零][{DIGITS}]{{2}}年)(?P<cmonth>十[一二]?|[一二三四五六七八九])月"
        rf"(?:(?P<cday>三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号])?"
        rf"|(?P<lmonth>{LUNAR_MONTH})月(?P<lday>{LUNAR_DAY}|十五|十)(?![\d个天日])|大年(?P<new>初[一二三四五六七八九十])"
        rf"|(?<![\d.])(?P<alone>{DAY})(?:日(?![\d内游间均元常])(?:{day_parts})?|(?=(?:{joins})(?:{DAY})日))"
        rf"|(?P<relative>(?:{needs})(?=(?:{day_parts})|起)|(?!{needs})(?:{alternation(table['days'])}))(?:{day_parts})?"
        rf"|(?P<same>{alternation(table['same'])})(?:{day_parts})?"
        rf"|(?P<only>{year})(?P<ypart>{year_parts})?"
    )


def atoms(text: str, rules: CalendarRules) -> list[Atom]:
    """Every date expression of `text`, in order."""
    return [_atom(match) for match in rules.atom.finditer(text)]


def _atom(match: re.Match[str]) -> Atom:
    found = {name: value for name, value in match.groupdict().items() if value}
    begin, end = match.span()
    if "now" in found:
        return Atom("now", begin, end)
    if "iso" in found:
        year, month, day = re.split(r"[-/.]", found["iso"])
        return Atom("day", begin, end, f"{year}年", int(month), int(day))
    if "festival" in found or "numbered" in found:
        name = found.get("festival") or found["numbered"]
        return Atom("festival", begin, end, found.get("fyear", ""), name=name, span="span" in found)
    if "month" in found:
        kind = "day" if "day" in found else "month"
        return Atom(
            kind,
            begin,
            end,
            found.get("year", ""),
            int(found["month"]),
            int(found.get("day", 0)),
            found.get("part", ""),
        )
    if "cmonth" in found:
        kind = "day" if "cday" in found else "month"
        return Atom(kind, begin, end, found["cyear"], _small(found["cmonth"]), _small(found.get("cday", "")))
    if "lmonth" in found:
        return Atom("lunar", begin, end, month=_lunar_month(found["lmonth"]), day=_small(found["lday"]))
    if "new" in found:
        return Atom("lunar", begin, end, month=1, day=_small(found["new"]))
    if "alone" in found:
        return Atom("day-alone", begin, end, day=int(found["alone"]))
    if "relative" in found:
        return Atom("relative", begin, end, name=found["relative"])
    if "same" in found:
        return Atom("same-day", begin, end, name=found["same"])
    return Atom("year", begin, end, found["only"], part=found.get("ypart", ""))


def _small(numeral: str) -> int:
    """A numeral below a hundred, 廿 and 初 included: 廿七 → 27, 初六 → 6; 0 for an empty one."""
    tens, _, units = numeral.replace("初", "").replace("廿", "二十").rpartition("十")
    if "十" not in numeral.replace("廿", "二十"):
        return DIGITS.find(units) - 1 if units else 0
    return (DIGITS.index(tens) - 1 if tens else 1) * 10 + (DIGITS.index(units) - 1 if units else 0)


def _lunar_month(name: str) -> int:
    return {"正": 1, "冬": 11, "腊": 12}.get(name) or _small(name)
