"""Measures told at an event or behind a measure, in articles written for the tests."""

import pytest

from tests.rooms import facts_of

EVENT = "本报讯 5月6日，徐州市总工会举办“暖路行动”启动仪式，200名货车司机参加。"
HELP = "本报讯 1月20日，徐州市总工会联系铁路部门，为返乡农民工预约车票、开辟绿色通道。"


@pytest.mark.parametrize(
    "text",
    [
        EVENT + "与会领导向云龙区等8家货运企业的代表授牌。",
        HELP + "当天，每名农民工一进站就领到一份返乡礼包。",
    ],
)
def test_a_measure_stands_by_itself(text: str):
    assert len(facts_of(text).initiatives) == 2


@pytest.mark.parametrize(
    "text",
    [
        EVENT + "与会领导向货运企业的代表授牌。",
        HELP + "农民工王强领到一份返乡礼包。",
    ],
)
def test_a_detail_does_not(text: str):
    assert len(facts_of(text).initiatives) == 1
