"""What the federation of a division is called.

Guarantees: pure; the gazetteer alone decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.recognise.gazetteer import Division, Gazetteer

__all__ = ["AUTONOMOUS", "DIVISION_WORDS", "federation_names"]

AUTONOMOUS = {"自治区": "省", "自治州": "州", "自治县": "县", "特区": "区"}
DIVISION_WORDS = "省市区县州旗镇乡"


def federation_names(gazetteer: Gazetteer, code: str) -> tuple[str, ...]:
    """What a division's federation is called: its label first, then the forms with less or more in front.

    A district, county or town goes by the name above it too (徐州市云龙区总工会), a city by its own (昆山市总工会), an
    autonomous division by its name without its peoples (湘西州总工会).
    """
    division, *above = gazetteer.chain(code)
    short = f"{division.name}总工会"
    spoken = tuple(f"{name}总工会" for name in _without_peoples(division))
    if not above:
        return (short, *spoken)
    long = f"{above[0].name}{short}"
    return (short, long, *spoken) if division.name.endswith("市") else (long, short, *spoken)


def _without_peoples(division: Division) -> Iterator[str]:
    """The short names of an autonomous division with and without the word for its level: 内蒙古, 湘西州, 湘西自治州."""
    name, kind = division.name, division.name[-3:]
    if kind in AUTONOMOUS:
        for form in division.forms:
            bare = form.removesuffix(kind)
            if len(bare) > 1 and bare != name.removesuffix(kind) and bare[-1] not in DIVISION_WORDS:
                yield from (bare + name[-1], bare + kind)
