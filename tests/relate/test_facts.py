"""Initiatives and posts of single articles written for the tests."""

import pytest

from kg.model import ArticleFacts, InitiativeFact
from tests.rooms import facts_of


def only(facts: ArticleFacts) -> InitiativeFact:
    assert len(facts.initiatives) == 1, [one.name for one in facts.initiatives]
    return facts.initiatives[0]


def texts(facts: ArticleFacts, indexes: tuple[int, ...]) -> list[str]:
    return [facts.mentions[index].text for index in indexes]


def concepts(facts: ArticleFacts, indexes: tuple[int, ...]) -> set[str]:
    return {facts.mentions[index].concept for index in indexes}


def test_a_gift_has_actor_group_and_number():
    facts = facts_of("本报讯 近日，徐州市总工会为坚守岗位的环卫工人送去500份清凉礼包。")
    gift = only(facts)
    assert texts(facts, gift.unions) == ["徐州市总工会"]
    assert concepts(facts, gift.groups) == {"sanitation-worker"}
    assert [(a.role, a.measure.value, a.measure.unit) for a in gift.amounts] == [("provision", 500.0, "份")]
    assert not gift.named
    assert gift.kind == "condolence"
    assert gift.evidence[0].anchor.endswith("送去500份清凉礼包。")


def test_a_named_programme_is_one_however_often_it_is_named():
    facts = facts_of(
        "本报讯 7月3日，云龙区总工会启动“清凉彭城”关爱户外劳动者活动。\n"
        "据介绍，“清凉彭城”活动将持续两个月，惠及快递员、外卖骑手3000余人。"
    )
    programme = only(facts)
    assert programme.named
    assert programme.name == "清凉彭城关爱户外劳动者活动"
    assert "清凉彭城" in programme.aliases
    assert concepts(facts, programme.groups) == {"outdoor-worker", "courier", "food-delivery-rider"}
    assert [(a.role, a.measure.value, a.measure.qualifier) for a in programme.amounts] == [
        ("reached", 3000.0, "more than")
    ]
    assert len(programme.evidence) == 2


def test_hosts_and_partners_of_an_event_told_in_a_later_sentence():
    facts = facts_of(
        "本报讯 5月8日，“徐风汉韵”职工歌唱大赛在云龙湖广场举行。"
        "大赛由徐州市总工会主办，云龙区总工会承办，徐州广播电视台协办。"
    )
    event = only(facts)
    assert texts(facts, event.unions) == ["徐州市总工会", "云龙区总工会"]
    assert texts(facts, event.partners) == ["徐州广播电视台"]
    assert texts(facts, event.places) == ["云龙湖广场"]


def test_what_is_for_children_is_not_for_their_parents_too():
    facts = facts_of(
        "本报讯 8月20日，云龙县总工会举行“金秋助学”助学金发放仪式，为26名困难学生发放助学金8万元。\n"
        "多年来，县总工会坚持帮扶困难职工。"
    )
    assert concepts(facts, only(facts).groups) == {"hardship-child"}


def test_two_gifts_of_one_sentence_are_two_measures():
    facts = facts_of("本报讯 云龙区总工会为返乡职工赠送800份平安礼包，为货车司机送上300套急救包。")
    groups = [concepts(facts, one.groups) for one in facts.initiatives]
    assert groups == [{"returning-worker"}, {"truck-driver"}]
    assert [one.amounts[0].measure.value for one in facts.initiatives] == [800.0, 300.0]


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 “市总工会为我们送来礼包，太感谢了。”快递员孙立说。",
        "本报讯 徐州市天气晴朗，气温回升。",
        "本报讯 徐州市总工会主席赵启明表示，希望大家继续努力。",
    ],
)
def test_speech_wishes_and_weather_are_no_initiative(text: str):
    assert facts_of(text).initiatives == ()


def test_the_actor_is_remembered_for_the_next_sentence():
    facts = facts_of("本报讯 1月9日，云龙区总工会走访慰问困难职工。慰问组为劳动模范送上慰问金2万元。")
    assert {text for one in facts.initiatives for text in texts(facts, one.unions)} == {"云龙区总工会"}
    money = [a for one in facts.initiatives for a in one.amounts]
    assert [(a.role, a.measure.value) for a in money] == [("funding", 20000.0)]


def posts(text: str) -> set[tuple[str, str, str]]:
    facts = facts_of(text)
    return {
        (facts.mentions[post.person].text, facts.mentions[post.organization].text, post.title) for post in facts.posts
    }


def test_two_titles_in_one_body():
    assert posts("本报讯 徐州市总工会党组书记、常务副主席周文杰参加活动。") == {
        ("周文杰", "徐州市总工会", "党组书记"),
        ("周文杰", "徐州市总工会", "常务副主席"),
    }


def test_two_bodies_of_one_person():
    assert posts("本报讯 徐州市人大常委会副主任、市总工会主席赵启明出席。") == {
        ("赵启明", "徐州市人大常委会", "副主任"),
        ("赵启明", "市总工会", "主席"),
    }


def test_a_list_of_people_shares_the_body():
    assert posts("本报讯 云龙区总工会党组书记、副主席周文杰，党组成员、副主席李思远出席。") == {
        ("周文杰", "云龙区总工会", "党组书记"),
        ("周文杰", "云龙区总工会", "副主席"),
        ("李思远", "云龙区总工会", "党组成员"),
        ("李思远", "云龙区总工会", "副主席"),
    }


def test_a_department_belongs_to_the_title():
    assert posts("本报讯 徐州市总工会权益保障部部长周文杰介绍情况。") == {("周文杰", "徐州市总工会", "权益保障部部长")}


def test_a_by_line_is_no_post():
    assert posts("本报讯 记者周文杰 通讯员李思远报道 云龙区总工会慰问环卫工人。") == set()


def test_a_union_that_pays_for_what_another_runs_is_among_its_unions():
    facts = facts_of("铜山区总工会在大庙街道开办“暖阳”托管班，服务60名职工子女。徐州市总工会补助10万元。")
    assert texts(facts, only(facts).unions) == ["铜山区总工会", "徐州市总工会"]


def test_an_honour_beside_an_event_is_a_measure_of_its_own():
    facts = facts_of("本报讯 5月20日，徐州市总工会举办“情定云龙”单身职工交友活动。活动还表彰了20名优秀工会红娘。")
    assert [one.named for one in facts.initiatives] == [True, False]
    assert facts.initiatives[1].parent == 0
    assert "表彰" in facts.initiatives[1].name


def test_an_agreement_signed_at_an_event_is_one_of_its_own():
    facts = facts_of("本报讯 6月2日，徐州市总工会举办“匠心云龙”读书活动。市总工会还同徐州市图书馆签署文化共建协议。")
    assert [one.named for one in facts.initiatives] == [True, False]


def test_items_of_a_list_with_numbers_of_their_own_are_measures():
    facts = facts_of(
        "本报讯 7月1日，徐州市总工会启动“清凉彭城”关爱活动。建成户外劳动者驿站30个；组织劳模疗休养60名；"
        "截至目前，活动惠及职工3000人。"
    )
    assert [one.named for one in facts.initiatives] == [True, False, False]


def test_a_team_that_goes_on_to_a_counted_group_does_something_further():
    facts = facts_of("本报讯 1月8日，徐州市总工会到云龙区走访慰问环卫工人。随后，慰问组向130名快递员发放头盔和手套。")
    assert [concepts(facts, one.groups) for one in facts.initiatives] == [{"sanitation-worker"}, {"courier"}]


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 近日，徐州市总工会为300名环卫工人办理了意外伤害保险。",
        "本报讯 近日，徐州市总工会组织300名环卫工人家属写家书。",  # 工会组织 across the end of a name is no noun
        "本报讯 按照上级要求，徐州市总工会为环卫工人送去清凉礼包。",
        "本报讯 近日，徐州市总工会建起“职工说事”室60家。",
    ],
)
def test_a_deed_is_read(text: str):
    assert texts(facts_of(text), only(facts_of(text)).unions) == ["徐州市总工会"]


def test_a_name_holds_no_deed():
    assert not facts_of("本报讯 5月6日，徐州市总工会位于徐州经济技术开发区。").initiatives


def test_what_somebody_says_is_no_deed():
    assert not facts_of("本报讯 环卫工人王强说起徐州市总工会送来的300元助学金。").initiatives
