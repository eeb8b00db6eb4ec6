"""Editions of a series, as the names of programmes tell them.

Guarantees: looks at a name alone; one edition is one string however its number is written (首届, 第1届, 第一届;
第10届, 第十届; 三届, 前3届).
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.recognise.matching import alternation
from kg.recognise.numerals import numeral_value

__all__ = ["Editions", "differ"]


class Editions:
    """Reads editions."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("programmes")["editions"]
        units, counted, earlier = (alternation(table[name]) for name in ("units", "counted", "earlier"))
        self._edition = re.compile(
            f"(?P<ordinal>第)(?P<number>[0-9一二三四五六七八九十]{{1,3}})(?P<unit>{units})|首(?P<first>{units})"
            f"|前?(?P<many>[0-9一二三四五六七八九十两几]{{1,3}})(?P<counted>{counted})|{earlier}"
        )

    def of(self, name: str) -> str:
        """The edition that a name tells (第四届, 前三届, 首批), or nothing."""
        match = self._edition.search(name)
        if match is None:
            return ""
        if match["first"]:
            return f"第1{match['first']}"
        value = numeral_value(match["number"] or match["many"] or "")
        if value is None:
            return match.group().removeprefix("前")
        return f"第{value:g}{match['unit']}" if match["ordinal"] else f"{value:g}{match['counted']}"


def differ(edition: str, other: str) -> bool:
    """Whether two editions are told and are not the same."""
    return bool(edition and other) and edition != other
