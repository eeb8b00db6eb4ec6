"""Unions that take turns, are visited, founded or only report, in articles written for the tests."""

import pytest

from tests.relate.test_who_ran import ran
from tests.rooms import facts_of

CLUB = "本报讯 7月8日，铜山区总工会在大庙街道开办“暖阳”托管班，服务60名职工子女。"


def test_each_union_that_takes_a_turn_runs_what_its_own_clauses_tell():
    facts = facts_of(
        "本报讯 铜山区总工会联合区文旅局开展“匠心铜山”书画展，泉山区总工会举办“泉山工匠”故事会，"
        "云龙区总工会为300名环卫工人提供免费体检。"
    )
    assert ran(facts, "匠心铜山") == {"铜山区总工会"}
    assert ran(facts, "泉山工匠") == {"泉山区总工会"}
    assert ran(facts, "免费体检") == {"云龙区总工会"}


def test_bodies_listed_by_their_part_take_no_turns():
    facts = facts_of("本报讯 9月10日，徐州市总工会主办，铜山区总工会承办的“彭城工匠杯”焊接技能大赛举行，60名焊工参赛。")
    assert ran(facts, "大赛") == {"徐州市总工会", "铜山区总工会"}


def test_who_only_goes_on_with_the_deed_takes_no_turn():
    facts = facts_of("本报讯 “金秋助学”是徐州市总工会开展的活动，铜山区总工会已连续多年组织实施。")
    assert len(facts.initiatives) == 1


def test_who_gives_to_what_another_runs_takes_no_turn():
    facts = facts_of(CLUB.removesuffix("。") + "，徐州矿务集团工会选派的6名志愿者轮流授课。")
    assert ran(facts, "托管班") == {"铜山区总工会", "徐州矿务集团工会"}


@pytest.mark.parametrize("verb", ["先后深入", "走访", "分赴", "考察"])
def test_unions_that_are_visited_run_nothing(verb: str):
    facts = facts_of(
        f"本报讯 徐州市总工会开展“冬日暖阳”慰问活动，{verb}甲乙铝业有限公司工会委员会、丙丁食品有限公司工会委员会，"
        "看望慰问一线工人。"
    )
    assert ran(facts, "冬日暖阳") == {"徐州市总工会"}


def test_a_union_that_others_visit_before_they_hold_something_there_is_no_host():
    facts = facts_of("本报讯 1月10日，徐州市教育工会赴甲乙集团工会等三家单位开展慰问并座谈，慰问一线职工60人。")
    assert ran(facts, "慰问") == {"徐州市教育工会"}


def test_a_union_before_a_colon_reports_what_the_one_behind_does():
    facts = facts_of(
        "铜山区总工会：大庙街道总工会开展“清凉一夏”活动，为环卫工人送去500份礼包。环卫工人都说，这份礼包很实用。"
    )
    assert ran(facts, "清凉一夏") == {"大庙街道总工会"}


def test_a_founded_union_does_not_act_in_what_its_founder_does_next():
    facts = facts_of(
        "本报讯 铜山区总工会成立铜山区快递行业工会联合会，吸纳会员600人。\n"
        "今年还开展“暖蜂行动”，为120名快递员免费体检。"
    )
    assert ran(facts, "暖蜂行动") == {"铜山区总工会"}


def test_a_joint_union_that_is_called_by_the_end_of_its_name_acts():
    facts = facts_of(
        "本报讯 铜山区总工会成立铜山区快递行业工会联合会，吸纳会员600人。\n联合会为120名快递员办理了意外伤害保险。"
    )
    assert ran(facts, "意外伤害") == {"铜山区快递行业工会联合会"}


def test_a_union_that_has_an_anniversary_runs_nothing():
    facts = facts_of(
        "本报讯 今年是中华全国总工会成立一百周年，3月6日，徐州市总工会“巾帼展风采”健步走活动在云龙湖举行，"
        "120名女职工参加。"
    )
    assert ran(facts, "健步走") == {"徐州市总工会"}


def test_who_told_the_paper_runs_nothing_that_others_are_said_to_host():
    facts = facts_of(
        "记者从徐州市总工会获悉，在日前举行的“建筑状元杯”砌筑联赛上，徐州代表队获得第三名。"
        "这项联赛由江苏省总工会、省住建厅联合举办，100名砌筑工参赛。"
    )
    assert ran(facts, "联赛") == {"江苏省总工会"}


def test_a_centre_of_a_union_acts_for_it():
    facts = facts_of("本报讯 近日，徐州市总工会职工服务中心为120名快递员送上免费体检套餐。")
    assert ran(facts, "体检") == {"徐州市总工会"}


def test_the_officer_of_a_womens_committee_acts_in_nothing_by_being_there():
    facts = facts_of(
        "本报讯 8月26日，徐州市总工会“金秋助学”资助金发放仪式举行，资助困难职工子女200名。"
        "徐州市总工会女职工委员会主任周敏出席。"
    )
    assert ran(facts, "金秋助学") == {"徐州市总工会"}
