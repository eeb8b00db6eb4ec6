"""Bodies that take part in what a union runs, by the words behind their list, in articles written for the tests."""

from tests.rooms import facts_of


def test_bodies_of_two_kinds_that_work_together():
    text = (
        "本报讯 6月9日，徐州市总工会启动“暖途行动”。徐州市总工会、汉韵石油公司、青螺电器公司等部门和爱心企业通力合作，"
    )
    facts = facts_of(text + "为“暖途行动”提供热水。")
    partners = {facts.mentions[i].text for one in facts.initiatives for i in one.partners}
    assert partners == {"汉韵石油公司", "青螺电器公司"}
