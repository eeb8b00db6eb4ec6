"""Numbers in Arabic digits, Chinese numerals, or both: 1,500 · 1.3万 · 3万5千 · 三千 · 百 · 二〇二三 · 2亿.

Two digits side by side that count on are a rough number, of which the larger counts: 三四十 is at most 40, 七八 at
most 8. Guarantees: `NUMERAL` matches in linear time; `numeral_value` gives the value of everything that
`NUMERAL` matches whole, and None for anything else.
"""

from __future__ import annotations

import re

__all__ = ["NUMERAL", "numeral_value"]

NUMERAL = (
    r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:[.．]\d{1,6})?(?:[百千万亿]{1,3}(?:\d{1,4}[百千万]{1,2}){0,2})?"
    r"|[〇零一二两三四五六七八九十百千万亿]{1,14}"
)
"""Source of a regular expression for a numeral, without groups."""

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
ROUGH = 2
"""Digits of a rough number (三四十, 七八)."""
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_WHOLE = re.compile(rf"(?:{NUMERAL})\Z")
_PARTS = re.compile(r"\d[\d,]*(?:[.．]\d+)?|[〇零一二两三四五六七八九]+|[十百千万亿]")


def numeral_value(text: str) -> float | None:
    """The value of a numeral: 三千 → 3000.0, 1.3万 → 13000.0, 百 → 100.0; None for no numeral."""
    if not _WHOLE.match(text):
        return None
    total = section = 0.0
    current: float | None = None
    for part in _PARTS.findall(text):
        if part in _SMALL:
            section += (1.0 if current is None else current) * _SMALL[part]
            current = None
        elif part in _LARGE:
            section += current or 0.0
            if section or not total:
                total += (section or 1.0) * _LARGE[part]
            else:
                total *= _LARGE[part]
            section, current = 0.0, None
        else:
            current = _plain(part)
    return round(total + section + (current or 0.0), 4)


def _plain(part: str) -> float:
    """The value of digits alone, Arabic or Chinese, read by position."""
    if len(part) == ROUGH and _DIGITS.get(part[0], 0) + 1 == _DIGITS.get(part[1], 0) > 1:
        return float(_DIGITS[part[1]])
    if part[0] in _DIGITS:
        return float("".join(str(_DIGITS[digit]) for digit in part))
    return float(part.replace(",", "").replace("．", "."))
