"""Which short names of firms mean the firm, and which names are those of a part of it."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.resolve.organizations import BodyNames, shortens

ENDINGS = BodyNames(Lexicon())


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("中铁七局", "中铁七局集团有限公司"),
        ("北岭集团", "北岭集团股份有限公司"),
        ("白石分公司", "北岭能源有限公司白石水电分公司"),
        ("青河市供电公司", "国网青河市供电公司"),
    ],
)
def test_means_the_firm(short: str, full: str) -> None:
    assert shortens(short, full, ENDINGS)


@pytest.mark.parametrize(
    ("short", "part"),
    [
        ("中铁七局", "中铁七局集团第三工程有限公司"),
        ("中铁十七局集团", "中铁十七局集团第三工程有限公司"),
        ("北岭公司", "北岭能源有限公司白石水电分公司"),
        ("青河分公司", "北岭能源有限公司白石水电分公司"),
    ],
)
def test_a_part_stays_its_own(short: str, part: str) -> None:
    assert not shortens(short, part, ENDINGS)
