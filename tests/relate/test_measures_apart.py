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


PROGRAMME = "本报讯 5月6日，徐州市总工会启动“暖路行动”，为货车司机服务；"


@pytest.mark.parametrize(
    "item",
    [
        "与徐州技师学院举办维修培训班6期，310名司机取得证书。",  # done with a body, which does not lead
        "举办货运行业气排球赛，12支代表队参加。",  # its number stands in a later clause
        "为司机投保意外伤害险1100份。",
    ],
)
def test_an_item_of_a_list_with_a_number_stands_by_itself(item: str):
    assert len(facts_of(PROGRAMME + item).initiatives) == 2


@pytest.mark.parametrize(
    "item",
    [
        "举办货运行业气排球赛。",
        "慰问组把60份礼包交到车队队长手中。",  # the visit goes on
        "推荐的候选人不超过2名。",
    ],
)
def test_an_item_without_a_number_of_its_own_does_not(item: str):
    assert len(facts_of(PROGRAMME + item).initiatives) == 1


def test_an_item_may_begin_with_its_field():
    text = "本报讯 5月6日，徐州市总工会启动“暖路行动”。"
    assert len(facts_of(text + "在维权方面，开设热线，接听货车司机来电326件。").initiatives) == 2


def test_a_clause_that_goes_on_to_another_deed_is_another_measure():
    text = "本报讯 5月6日，徐州市总工会为380名环卫工人义务查体，"
    assert len(facts_of(text + "并在鼓楼区建起“健康小屋”2个。").initiatives) == 2
    assert len(facts_of(text + "并建立档案。").initiatives) == 1
    assert len(facts_of(text + "在鼓楼区建起“健康小屋”2个。").initiatives) == 1


SESSIONS = "本报讯 5月6日，徐州市总工会举办“驿路书声”读书会12场，"


@pytest.mark.parametrize(
    "clause",
    [
        "联合徐州医院开展健康义诊8场。",  # with a partner of its own
        "并新建“司机之家”6个。",
        "建成“城市书角”9处。",  # under a name of its own
    ],
)
def test_a_counted_clause_beside_a_named_programme_stands_by_itself(clause: str):
    assert len(facts_of(SESSIONS + clause).initiatives) == 2


@pytest.mark.parametrize(
    "clause",
    [
        "开展健康义诊8场。",  # nothing sets it apart
        "联合徐州医院开展健康义诊。",  # in no number
        "联合徐州医院组织200名职工参加。",  # people who take part
        "还将新建“司机之家”6个。",  # not yet
    ],
)
def test_another_clause_does_not(clause: str):
    assert len(facts_of(SESSIONS + clause).initiatives) == 1
