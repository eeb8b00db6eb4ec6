"""Sentences that tell what several unions did, in articles written for the tests."""

import pytest

from tests.rooms import facts_of


def told(text: str) -> list[tuple[list[str], str]]:
    """The unions of each initiative, and its name, in text order."""
    facts = facts_of(text)
    found = []
    for fact in facts.initiatives:
        found.append((sorted({facts.mentions[i].text for i in fact.unions}), fact.name))
    return found


def test_each_union_has_what_it_does_itself():
    text = (
        "本报讯 春节前夕，徐州市总工会为300名环卫工人送去棉衣，沛县总工会举办“暖冬杯”职工运动会，"
        "睢宁县总工会慰问货车司机100名。"
    )
    found = told(text)
    assert [unions for unions, _ in found] == [["徐州市总工会"], ["沛县总工会"], ["睢宁县总工会"]]
    assert found[1][1] == "暖冬杯职工运动会"


def test_what_stands_before_the_first_union_is_of_nobody_new():
    text = "本报讯 徐州市总工会开展“读书月”活动。其中，沛县总工会举办“湖畔书声”朗诵会，睢宁县总工会开设“乡音”课堂。"
    unions = [unions for unions, _ in told(text)]
    assert unions == [["徐州市总工会"], ["沛县总工会"], ["睢宁县总工会"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "徐州市总工会举办“暖冬杯”职工运动会，沛县总工会承办，200名职工参加。",  # a part in the same event
        "徐州市总工会投入20万元慰问环卫工人，沛县总工会配套10万元。",  # gives to it
        "徐州市总工会慰问环卫工人300名，沛县总工会主席李长河介绍，慰问品有棉衣200件。",  # an officer speaks
        "徐州市总工会举办“暖冬杯”职工运动会，沛县总工会组织参赛。",  # for nobody, in no number
    ],
)
def test_one_thing_stays_one(sentence: str):
    assert len(told("本报讯 " + sentence)) == 1
