"""Which unions ran an initiative beside the one that its own sentence tells, in articles written for the tests."""

import pytest

from kg.model import ArticleFacts
from tests.rooms import facts_of

CLUB = "本报讯 7月8日，铜山区总工会在大庙街道开办“暖阳”托管班，服务60名职工子女。"
GAMES = "本报讯 9月10日，徐州市总工会举办“彭城工匠杯”焊接技能大赛。"


def ran(facts: ArticleFacts, name: str) -> set[str]:
    """The unions that ran the initiative whose name holds some words, as the text has them."""
    found = next(one for one in facts.initiatives if name in one.name)
    return {facts.mentions[i].label or facts.mentions[i].text for i in found.unions}


@pytest.mark.parametrize(
    ("sentence", "union"),
    [
        ("云龙中学工会还安排了专职辅导员。", "云龙中学工会"),
        ("云龙中学工会为该托管班免费提供场地。", "云龙中学工会"),
        ("大庙街道总工会、云龙中学工会承担场地和午餐，铜山区妇联提供家庭教育指导。", "大庙街道总工会"),
    ],
)
def test_who_gives_something_to_what_another_runs_is_among_its_unions(sentence: str, union: str):
    facts = facts_of(CLUB + sentence)
    assert ran(facts, "托管班") >= {"铜山区总工会", union}
    assert len(facts.initiatives) == 1


def test_who_hosts_those_in_a_contest_is_among_its_unions():
    facts = facts_of(GAMES + "\n徐州矿务集团工会为参赛选手免费提供食宿。")
    assert ran(facts, "大赛") == {"徐州市总工会", "徐州矿务集团工会"}


def test_who_gives_something_to_a_group_of_its_own_is_not():
    facts = facts_of(CLUB + "徐州矿务集团工会为环卫工人提供体检。")
    assert ran(facts, "托管班") == {"铜山区总工会"}


def test_who_performs_is_among_the_unions_of_a_gala_and_who_sends_a_contestant_is_not():
    gala = "本报讯 9月10日，徐州市总工会举办“月满彭城”职工晚会。"
    assert "铜山区总工会" in ran(facts_of(gala + "铜山区总工会等单位编排了12个节目。"), "月满彭城")
    facts = facts_of(GAMES + "铜山区总工会选送的选手周强夺得第一名。")
    assert ran(facts, "大赛") == {"徐州市总工会"}


def test_part_of_what_a_sentence_tells_is_done_by_further_unions():
    text = "本报讯 徐州市总工会为420户困难职工家庭配送蔬菜，大庙街道总工会、彭城街道总工会负责逐户送达。"
    assert ran(facts_of(text), "困难职工") == {"徐州市总工会", "大庙街道总工会", "彭城街道总工会"}


def test_the_federation_of_unions_spoken_of_as_many_runs_what_they_run():
    text = "本报讯 徐州市各级工会为坚守岗位的环卫工人送去500份清凉礼包。徐州市总工会主席周强表示，要送得更远。"
    assert ran(facts_of(text), "清凉") == {"各级工会", "徐州市总工会"}


def test_a_federation_of_another_division_does_not():
    text = "本报讯 徐州市各级工会为坚守岗位的环卫工人送去500份清凉礼包。宿迁市总工会主席周强表示，要来学习。"
    assert ran(facts_of(text), "清凉") == {"各级工会"}


def test_the_many_who_pay_for_the_programme_of_their_federation_run_it_too():
    text = "本报讯 徐州市总工会启动“金秋助学”活动，资助困难职工子女。\n今年，徐州市各级工会将筹集资金120余万元。"
    facts = facts_of(text)
    assert ran(facts, "金秋助学") == {"徐州市总工会", "各级工会"}
    assert len(facts.initiatives) == 1


def test_who_signs_with_another_without_being_named_again_is_the_one_before():
    text = "本报讯 徐州市总工会推出疗休养优惠政策，惠及一线职工。与宿迁市总工会签订疗休养合作协议书。"
    assert ran(facts_of(text), "协议书") == {"徐州市总工会", "宿迁市总工会"}


def test_a_programme_that_nobody_is_said_to_run_is_that_of_the_federation_in_its_name():
    text = (
        "本报讯 铜山区总工会近日组织50名职工健步走。“彭城心语”徐州市职工心理关爱行动启动仪式在市工人文化宫举行。"
        "徐州市总工会副主席周强出席。"
    )
    assert ran(facts_of(text), "彭城心语") == {"徐州市总工会"}


@pytest.mark.parametrize("founded", ["联合会日前成立", "联合会成立大会暨第一次会员代表大会召开"])
def test_a_federation_founds_the_union_of_a_trade_of_its_division(founded: str):
    text = f"本报讯 铜山区道路货运行业工会{founded}，300名货车司机入会。铜山区总工会主席周强到会祝贺。"
    facts = facts_of(text)
    assert {"铜山区总工会", "铜山区道路货运行业工会联合会"} == {
        facts.mentions[i].text for one in facts.initiatives[:1] for i in one.unions
    }


def test_a_union_that_is_founded_at_a_programme_does_not_run_it():
    text = "本报讯 徐州市总工会举办“骑手之家”集中入会活动，宣布徐州市快递行业联合工会正式成立。"
    assert ran(facts_of(text), "骑手之家") == {"徐州市总工会"}


def test_a_union_that_founds_something_is_not_founded():
    text = "本报讯 近年来，徐州市总工会和铜山矿业集团工会成立“红娘”组织，举办“缘定彭城”交友联谊活动。"
    assert ran(facts_of(text), "缘定彭城") == {"徐州市总工会", "铜山矿业集团工会"}


def test_a_union_that_only_guides_does_not_act_in_what_follows():
    text = (
        "本报讯 在江苏省总工会指导下，徐州市总工会举办“劳动者之歌”职工汇演。"
        "\n活动期间举办的“情满彭城”青年职工交友活动吸引352人报名。"
    )
    facts = facts_of(text)
    assert "江苏省总工会" in ran(facts, "劳动者之歌")
    assert ran(facts, "情满彭城") == {"徐州市总工会"}


def test_an_officer_who_is_moved_tells_nothing():
    text = "本报讯 “真是雪中送炭。”铜山矿业集团工会负责人感慨地说。不久前，该厂一名困难职工领到2.5万元补助。"
    assert all(not one.unions for one in facts_of(text).initiatives)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("近日，徐州市总工会组织各站段工会开展送温暖活动，慰问一线职工。", "各站段工会"),
        ("当天，六家货运行业工会联合会举办技能比武，200名货车司机参加。", "六家货运行业工会联合会"),
    ],
)
def test_unions_of_a_kind_are_spoken_of_as_many(text: str, label: str):
    assert label in {one.label for one in facts_of("本报讯 " + text).mentions}


def test_a_number_within_a_name_counts_nothing():
    facts = facts_of("本报讯 国网五家渠供电企业工会举办技能比武，200名一线职工参加。")
    assert not any(one.rule == "union-collective" for one in facts.mentions)


def test_a_body_of_a_unions_own_acts_for_it():
    text = "本报讯 今年以来，徐州市总工会职工法律援助中心为120名农民工办理法律援助案件90件。"
    (fact,) = facts_of(text).initiatives
    assert {facts_of(text).mentions[i].text for i in fact.unions} == {"徐州市总工会"}


def test_a_body_of_a_unions_own_is_a_partner_beside_a_union():
    text = "本报讯 沛县总工会联合徐州市总工会职工服务中心为120名农民工免费体检。"
    (fact,) = facts_of(text).initiatives
    assert {facts_of(text).mentions[i].text for i in fact.unions} == {"沛县总工会"}


def test_who_works_for_such_a_body_is_not_the_union():
    text = (
        "本报讯 5月6日，沛县总工会举办“安心路”培训班，60名货车司机参加。"
        "徐州市总工会干部学校教师李长河讲授了劳动合同法。"
    )
    facts = facts_of(text)
    assert {facts.mentions[i].text for fact in facts.initiatives for i in fact.unions} == {"沛县总工会"}


def test_unions_to_which_somebody_goes_do_not_act():
    text = (
        "本报讯 1月20日，徐州市总工会开展“暖冬路”走访慰问活动，先后深入江河铸造有限公司工会、"
        "长山纺织有限公司工会，慰问一线工人。"
    )
    (fact,) = facts_of(text).initiatives
    assert {facts_of(text).mentions[i].text for i in fact.unions} == {"徐州市总工会"}


def test_with_the_help_of_a_union_something_is_its_own():
    text = "本报讯 在徐州市总工会的协调下，三名医生走进工地，为80名农民工免费体检。"
    (fact,) = facts_of(text).initiatives
    assert {facts_of(text).mentions[i].text for i in fact.unions} == {"徐州市总工会"}
