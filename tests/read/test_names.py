"""What the page reader takes for a name, and what of a line tells its subject."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.read.cues import cues_of
from kg.read.names import names
from kg.read.subjects import bag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在泉州送外卖的小伙子", ["泉州"]),
        ("近日，泉州市总工会走进白塔镇", ["泉州", "白塔"]),
        ("慰问留甬职工，留虞过年", ["甬", "虞"]),
        ("各级工会和联合工会，某有限公司", []),
        ("没有一个地名", []),
    ],
)
def test_names_are_whole_and_without_their_kind(text: str, expected: list[str], lexicon: Lexicon) -> None:
    found = names(text, cues_of(lexicon))
    assert [name.word for name in found] == expected
    assert [text[name.begin : name.end] for name in found] == expected


def test_where_somebody_comes_from_is_told_apart(lexicon: Lexicon) -> None:
    found = names("来自江西赣州的小王在泉州工作，工友是贵州籍", cues_of(lexicon))
    assert [(name.word, name.origin) for name in found] == [
        ("江西", True),
        ("赣州", True),
        ("泉州", False),
        ("贵州", True),
    ]


def test_no_pair_of_characters_holds_a_part_of_a_name(lexicon: Lexicon) -> None:
    one, other = (
        bag([text.format(place)], cues_of(lexicon)) for text in ("驿站在{}过冬",) for place in ("泉州", "白山")
    )
    assert one - other == {"@泉州": 1}
    assert other - one == {"@白山": 1}


def test_what_is_called_so_and_what_is_said_are_two_things(lexicon: Lexicon) -> None:
    called = bag(["擦亮“清凉公路”品牌"], cues_of(lexicon))
    said = bag(["“公路热得烫脚。”他说"], cues_of(lexicon))
    assert "“清凉公路" in called
    assert "公路" in said
    assert not set(called) & set(said)
