"""Between which bounds a number lies that the text tells roughly."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.recognise.amounts import amounts

TOLD = [
    ("发放慰问金30万元。", 300_000, 300_000),
    ("安排资金30余万元。", 300_000, 400_000),
    ("投入190多万元。", 1_900_000, 2_000_000),
    ("近千名职工参加。", 0, 1_000),
    ("送出近400份礼包。", 300, 400),
    ("约200份礼包。", 150, 250),
    ("拨付不少于60万元。", 600_000, None),
    ("超过1200名职工参加。", 1_200, None),
    ("每人不超过500元。", None, 500),
    ("3.92万人次参加。", 39_200, 39_200),
    ("三千多人到场。", 3_000, 4_000),
]


@pytest.mark.parametrize(("text", "lower", "upper"), TOLD)
def test_bounds(text: str, lower: float | None, upper: float | None) -> None:
    measures = [mention.measure for mention in amounts(text, lexicon=Lexicon())]
    assert [(one.lower, one.upper) for one in measures if one is not None] == [(lower, upper)]
