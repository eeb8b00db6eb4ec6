"""Parts of bodies, bodies sent from place to place, numbered schools, names with 新, and what is no site or body."""

import pytest

from kg.model import MentionType
from tests.rooms import texts_of

BODY, PLACE = MentionType.ORGANIZATION, MentionType.PLACE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("义诊由徐州市中心医院云龙院区承办。", ["徐州市中心医院云龙院区"]),
        ("当天，江苏驻成都办事处参加活动。", ["江苏驻成都办事处"]),
        ("竞赛在徐州市第二中等职业技术学校举行。", ["徐州市第二中等职业技术学校"]),
        ("活动由徐州市旅游和文化广电体育局主办。", ["徐州市旅游和文化广电体育局"]),
        ("联谊会由共青团云山新区工作委员会主办。", ["共青团云山新区工作委员会"]),
        ("干部来到菠萝加工厂和玩具厂看望职工。", []),
        ("双方把协商会开到车间。", []),
    ],
)
def test_parts_of_bodies(text: str, expected: list[str]):
    assert texts_of(text, BODY) == expected


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("徐州市职工技能竞赛平台项目获奖。", "徐州市职工技能竞赛平台项目"),
        ("南京市总工会走访海港区域的职工。", "海港区"),
        ("南京市总工会会同县教育局开展走访。", "会同县"),
    ],
)
def test_what_is_no_place(text: str, absent: str):
    assert absent not in texts_of(text, PLACE)
