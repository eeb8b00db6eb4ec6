"""Editions of a series, as the names of programmes tell them.

Guarantees: looks at a name alone; one edition is one string however its number is written (首届, 第1届, 第一届).
"""

from __future__ import annotations

import re

__all__ = ["differ", "edition_of"]

ORDINAL = r"第[0-9一二三四五六七八九十]{1,3}[届批期季]|首[届批期季]"
EARLIER = r"前?[0-9一二三四五六七八九十两几]{1,3}届|[历往上]届"
EDITION = re.compile(f"{ORDINAL}|{EARLIER}")
NUMERALS = str.maketrans("123456789", "一二三四五六七八九")


def edition_of(name: str) -> str:
    """The edition that a name tells (第四届, 前三届, 首批), or nothing."""
    match = EDITION.search(name)
    return match.group().replace("首", "第一").translate(NUMERALS) if match is not None else ""


def differ(edition: str, other: str) -> bool:
    """Whether two editions are told and are not the same."""
    return bool(edition and other) and edition != other
