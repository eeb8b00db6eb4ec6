"""Editions of one series, and lists of names that no noun ends, in articles written for the tests."""

import pytest

from kg.lexicon import Lexicon
from kg.relate.editions import Editions, differ
from tests.rooms import facts_of

OPENING = "本报讯 5月6日，徐州市总工会启动第三届“彭城绣娘”评选活动，将选出10名女职工。"


def _names(text: str) -> list[str]:
    return sorted(one.name for one in facts_of(text).initiatives)


def test_an_earlier_edition_stands_by_itself():
    text = OPENING + "\n据悉，市总工会此前已连续举办两届“彭城绣娘”评选活动，选树20名女职工。"
    assert _names(text) == ["两届彭城绣娘评选活动", "第三届彭城绣娘评选活动"]


def test_the_same_edition_is_one():
    text = OPENING + "\n第三届“彭城绣娘”评选活动由徐州市总工会主办，100名女职工报名。"
    assert _names(text) == ["第三届彭城绣娘评选活动"]


def test_a_name_without_an_edition_is_of_the_one_that_is_told():
    text = OPENING + "\n“彭城绣娘”评选活动由徐州市总工会主办，100名女职工报名。"
    assert _names(text) == ["第三届彭城绣娘评选活动"]


def test_all_names_of_a_list_behind_a_verb():
    text = "本报讯 5月6日，徐州市总工会为货车司机推出“平安出车”“舒心歇脚”和“暖胃热餐”。"
    assert _names(text) == ["平安出车", "暖胃热餐", "舒心歇脚"]


def test_a_list_that_goes_on_to_a_noun_is_no_list_of_names():
    text = "本报讯 5月6日，徐州市总工会举办职工大赛，设立“叉车堆垛”“仓库分拣”“冷链配送”3个专业的赛场。"
    assert "仓库分拣" not in _names(text)


@pytest.mark.parametrize(
    ("name", "other", "apart"),
    [
        ("首届职工运动会", "第一届职工运动会", False),
        ("第10届职工运动会", "第十届职工运动会", False),
        ("第12期读书班", "第十二期读书班", False),
        ("前三届评选", "3届评选", False),
        ("两届评选", "第二届评选", True),
        ("第二期读书班", "第二批读书班", True),
        ("历届评选", "第二届评选", True),
        ("读书班", "第二期读书班", False),
    ],
)
def test_editions_are_told_by_their_numbers(name: str, other: str, apart: bool):
    editions = Editions(Lexicon())
    assert differ(editions.of(name), editions.of(other)) is apart
