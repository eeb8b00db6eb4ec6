"""What only restates or details an initiative told before, and what is none, in articles written for the tests."""

import pytest

from kg.model import ArticleFacts
from tests.rooms import facts_of

SUMMER = "本报讯 7月1日，徐州市总工会启动“清凉护航”行动。"
REST = "本报讯 8月2日，徐州市总工会组织60名一线职工赴连云港疗休养。"
CONTEST = "本报讯 6月9日，徐州市总工会举办首届“汉风杯”护士技能竞赛。"
STATION = "本报讯 5月6日，云龙区总工会在彭城路启用“骑手驿站”。"
GIFT = "本报讯 8月23日，云龙区总工会为今年考上大学的困难职工子女发放助学金。"
LOOK = "本报讯 8月2日，徐州市总工会对85户困难职工开展帮扶“回头看”。"


def groups(facts: ArticleFacts) -> set[str]:
    return {facts.mentions[i].text for i in facts.initiatives[0].groups}


def names(text: str) -> list[str]:
    return [one.name for one in facts_of(text).initiatives]


@pytest.mark.parametrize(
    "text",
    [
        SUMMER + "\n市总工会本级安排专项资金300万元，预计慰问职工2万人次。",
        SUMMER + "\n市总工会工作人员带去了西瓜、绿豆和毛巾。",
        REST + "参加疗休养的有焊工12名、环卫工人20名。",
        REST + "\n疗休养主要面向生产一线的环卫工人、公交司机。",
        CONTEST + "\n比赛分两天进行。\n徐州市总工会部室长、工会干事和工会社工一同参加。",
        CONTEST + "\n经过两天角逐，李春梅获得前三名，由徐州市总工会颁发奖金3000元，并按程序推荐参评劳动奖章。",
        STATION + "驿站设有淋浴间和图书角，区总工会聘请的3名咨询师为货车司机提供心理疏导。",
        STATION + "\n它以全天开放的形式，为外卖骑手、环卫工人免费赠送热水和姜茶。",
        STATION + "\n驿站启用以来，云龙区总工会发放货车司机急救包300个。",
        GIFT + "\n截至目前，全区建成各类驿站46个，发放慰问金20万元，惠及职工21万人。",
        GIFT + "活动启动以来，云龙区各级工会做好摸底调查，共资助210名学生，金额48万元。",
        LOOK + "\n此次“回头看”由徐州市总工会保障部牵头，泉山区总工会派员走访慰问困难职工。",
        SUMMER + "\n云龙区总工会、鼓楼区总工会、泉山区总工会也于近日相继开展慰问活动。",
        SUMMER + "\n徐州市总工会被江苏省总工会授予“服务职工先进单位”称号。",
        SUMMER + "\n徐州市总工会主席赵启明代表市总工会向全市农民工致以节日的问候。",
        SUMMER + "\n路边的围挡上，“关爱货车司机，工会在行动”的标语格外醒目。",
        SUMMER + "\n职工通过“彭城工会”微信公众号报名，由所在企业工会初审。",
    ],
)
def test_what_restates_or_details_opens_no_initiative(text: str):
    assert len(names(text)) == 1, names(text)


@pytest.mark.parametrize(
    "text",
    [
        SUMMER + "\n市总工会还拿出15万元，为200名货车司机免费体检。",
        SUMMER + "\n徐州市总工会投入60万元，在园区建起司机之家3个。",
        STATION + "\n该区总工会还开展送清凉活动，给环卫工人送去西瓜。",
        SUMMER + "\n云龙区总工会、鼓楼区总工会也相继为环卫工人送去凉茶500箱。",
    ],
)
def test_another_measure_stands_by_itself(text: str):
    assert len(names(text)) == 2, names(text)


def test_the_story_of_one_worker_opens_no_initiative():
    text = "云龙区总工会职工医疗互助暖人心\n\n本报讯 不久前，一名女职工患病住院，通过职工医疗互助领到2.5万元补助。"
    assert names(text) == []


def test_what_carries_out_a_document_does_not_bear_its_title():
    text = SUMMER + "\n云龙区总工会落实《徐州市消费帮扶行动方案》，走访慰问农户。"
    assert names(text) == ["清凉护航行动", "走访慰问农户"]


def test_what_a_programme_costs_passes_to_it():
    facts = facts_of(SUMMER + "\n市总工会本级安排专项资金300万元，预计慰问职工2万人次。")
    assert 3_000_000.0 in [amount.measure.value for amount in facts.initiatives[0].amounts]


def test_whom_it_is_for_passes_to_it():
    facts = facts_of(REST + "\n疗休养主要面向生产一线的环卫工人、公交司机。")
    assert {"环卫工人", "公交司机"} <= groups(facts)


def test_names_that_touch_and_share_a_head_noun_are_one():
    facts = facts_of("本报讯 3月2日，徐州市总工会举办“汉王焊工”“彭城月嫂”技能培训班。")
    (course,) = facts.initiatives
    assert course.name == "汉王焊工彭城月嫂技能培训班"
    assert {"汉王焊工", "彭城月嫂"} <= set(course.aliases)


def test_names_of_a_list_with_a_mark_between_them_stay_apart():
    assert len(names("本报讯 3月2日，徐州市总工会启动“汉王焊工”和“彭城月嫂”培训班。")) == 2


def test_what_a_short_sentence_names_the_next_one_tells():
    facts = facts_of("本报讯 徐州市总工会开展关爱帮扶活动。走访慰问困难职工、患病女职工93人，发放慰问金18万元。")
    assert len(facts.initiatives) == 1
    assert 180_000.0 in [amount.measure.value for amount in facts.initiatives[0].amounts]


def test_a_figure_of_speech_gives_nothing():
    assert names("本报讯 连日来，徐州市各级工会把关爱送到货车司机身边。") == []


def test_money_and_what_is_done_with_it_are_one_measure():
    text = "本报讯 徐州市总工会筹资20万元，为环卫工人发放慰问包500份。"
    (relief,) = facts_of(text).initiatives
    assert {amount.measure.value for amount in relief.amounts} == {200_000.0, 500.0}


def test_what_is_told_first_takes_the_name_told_next():
    text = "本报讯 日前，徐州市总工会为入选“汉风工匠库”的30名焊工颁发证书。去年，市总工会启动“汉风工匠库”建设项目。"
    assert "汉风工匠库" in " ".join(names(text))
    assert len(names(text)) == 1


def test_another_union_that_gives_to_it_joins_it():
    facts = facts_of(GIFT + "汉风集团工会捐助2万元。")
    (gift,) = facts.initiatives
    assert {facts.mentions[i].text for i in gift.unions} == {"云龙区总工会", "汉风集团工会"}
