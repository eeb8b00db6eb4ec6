"""By-lines, sign-offs and numbers that a column's edge broke are whole again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.lexicon import Lexicon
from kg.model import Source
from kg.read import articles

R, C = "reporter", "correspondent"
HEAD = "云川送清凉到工地\n\n"
REST = "新春将至，云川市总工会到工地\n看望工友。\n"

TORN = [
    ("a role's word", "本报讯 记者米松 通\n讯员舒文报道 " + REST, [(R, "米松"), (C, "舒文")]),
    ("a name's second half", "本报讯 记者覃朗 通讯员单怀\n远报道 " + REST, [(R, "覃朗"), (C, "单怀远")]),
    ("a name's first half", "本报讯 记者覃\n朗、宫木报道 " + REST, [(R, "覃朗"), (R, "宫木")]),
    ("between two names", "本报讯 记者覃朗\n宫木报道 " + REST, [(R, "覃朗"), (R, "宫木")]),
    ("the closing word", "本报讯 记者覃朗 通讯员舒文报\n道 " + REST, [(R, "覃朗"), (C, "舒文")]),
    ("three lines", "本报讯 记者覃朗 通\n讯员舒文、单怀\n远报道 " + REST, [(R, "覃朗"), (C, "舒文"), (C, "单怀远")]),
    ("brackets", "本报讯（记者 覃朗 通讯\n员 舒文）" + REST, [(R, "覃朗"), (C, "舒文")]),
    ("no dispatch", "记者覃朗 通讯员单\n怀远报道 " + REST, [(R, "覃朗"), (C, "单怀远")]),
    ("a sign-off", REST[:-1] + "大家都说好。（覃\n朗 单怀远）\n", [(C, "覃朗"), (C, "单怀远")]),
    ("a sign-off alone", REST + "（覃朗 单\n怀远）\n", [(C, "覃朗"), (C, "单怀远")]),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in TORN], ids=[case[0] for case in TORN])
def test_names_are_whole(
    text: str, names: list[tuple[str, str]], make: Callable[..., Source], lexicon: Lexicon
) -> None:
    (found,) = articles(make(HEAD + text), lexicon=lexicon)
    assert [(one.role, found.text[one.begin : one.end]) for one in found.bylines] == names
    assert "新春将至，云川市总工会到工地看望工友。" in found.text


WHOLE = [
    ("a by-line of its own", "本报记者 覃朗\n" + REST, [(R, "覃朗")]),
    ("two of their own", "本报记者 覃朗\n通讯员 单怀远\n" + REST, [(R, "覃朗"), (C, "单怀远")]),
    ("no name", "本报讯 近日，云川市总工会到工\n地看望工友，活动由米松报道。\n" + REST, []),
    ("a bracket of the text", REST[:-1] + "参加的有工会（含\n行业工会）\n", []),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in WHOLE], ids=[case[0] for case in WHOLE])
def test_what_is_no_torn_byline_stays(
    text: str, names: list[tuple[str, str]], make: Callable[..., Source], lexicon: Lexicon
) -> None:
    (found,) = articles(make(HEAD + text), lexicon=lexicon)
    assert [(one.role, found.text[one.begin : one.end]) for one in found.bylines] == names


def test_a_number_that_was_broken_is_one(make: Callable[..., Source], lexicon: Lexicon) -> None:
    text = "本报讯 云川市总工会为环卫工人送上清凉饮品和防暑礼包共1\n200份，另有app\nstore兑换券。\n"
    (found,) = articles(make(HEAD + text), lexicon=lexicon)
    assert "共1200份" in found.text
    assert "app store" in found.text
