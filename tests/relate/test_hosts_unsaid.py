"""Named events of which nobody is said to be the host, in articles written for the tests."""

from __future__ import annotations

import pytest

from tests.rooms import facts_of


def ran(text: str) -> list[set[str]]:
    """The unions of each initiative of an article."""
    facts = facts_of(text)
    return [{facts.mentions[i].text for i in one.unions} for one in facts.initiatives]


@pytest.mark.parametrize(
    ("text", "union"),
    [
        (
            "7月22日，“汉风杯”护士技能大赛在徐州体育馆举行，140名选手参赛。徐州市总工会主席赵启明宣布大赛开幕。",
            "徐州市总工会",
        ),
        (
            "7月22日，“汉风杯”护士技能大赛举行。江苏省总工会副主席钱一、徐州市总工会主席赵启明出席。",
            "徐州市总工会",
        ),
        ("7月15日，“彭城护苗”职工子女托管班开班，30名职工子女报名。恒远集团工会很高兴。", "恒远集团工会"),
    ],
)
def test_who_is_there_runs_what_is_laid_on_nobody(text: str, union: str) -> None:
    assert ran(text) == [{union}]


def test_of_several_unions_without_an_officer_none_is_taken() -> None:
    text = "7月22日，“汉风杯”护士技能大赛举行。云龙区总工会、铜山区总工会很高兴。"
    assert ran(text) == [set()]
