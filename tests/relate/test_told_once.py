"""What a report tells of an event beside the event: who came, each stop, what was handed over, what it cost."""

import pytest

from tests.rooms import facts_of

CONTEST = "本报讯 6月9日，徐州市总工会举办首届“汉风杯”护士技能竞赛。"
VISIT = "本报讯 7月3日，云龙区总工会开展“清凉彭城”慰问活动，走访环卫工人。"
TOUR = "本报讯 7月3日，云龙区总工会走访慰问环卫工人。"
WALK = "本报讯 3月6日，徐州市总工会举办“健康彭城”春季徒步活动。"
THANKS = "\n“天热，大家辛苦了。”他说。\n“有了凉茶，一天都凉快。”环卫工人李强说。"
GRANT = "本报讯 8月20日，云龙区总工会举行2023年助学金发放仪式。"


def names(text: str) -> list[str]:
    return [one.name for one in facts_of(text).initiatives]


@pytest.mark.parametrize(
    "text",
    [
        WALK + "\n徐州市总工会女职工部主任周文杰宣布健步走活动启动，大家精神抖擞地前进。",
        TOUR + THANKS + "\n铜山区总工会、徐州市总工会相关负责人参加慰问活动。",
        CONTEST + "\n徐州市总工会主席赵启明出席并宣布全市护理行业职业技能大赛开幕。",
    ],
)
def test_who_came_or_opened_it_is_no_initiative(text: str):
    assert len(names(text)) == 1, names(text)


def test_those_who_are_sent_to_an_event_are_not_guests():
    assert names("本报讯 徐州市总工会组织50名工会主席参加培训活动。")


@pytest.mark.parametrize(
    "text",
    [
        VISIT + "\n活动现场，云龙区总工会为200名环卫工人送去矿泉水和毛巾300份。",
        TOUR + THANKS + "\n慰问组每到一处，都亲手为他们送上防暑慰问品，叮嘱他们注意防暑。",
        TOUR + "\n云龙区总工会副主席赵启明与环卫工人拉家常，叮嘱他们合理安排作息，并送上凉茶。",
        TOUR + "\n赵启明代表云龙区总工会和全区3万名职工看望环卫工人，向他们致以节日的问候。",
        TOUR.replace("环卫工人", "汉风公司职工") + "\n云龙区总工会、徐州市总工会分别送给该公司慰问金2万元。",
    ],
)
def test_a_visit_is_told_once(text: str):
    assert len(names(text)) == 1, names(text)


def test_what_is_given_besides_stands_by_itself():
    told = names(VISIT + "\n活动现场，云龙区总工会还为200名快递员送去头盔200个。")
    assert len(told) == 2, told


def test_visits_of_one_sentence_are_one():
    told = names("本报讯 7月3日，云龙区总工会到部分企业开展送清凉活动，并到困难职工家庭、环卫站点走访慰问。")
    assert len(told) == 1, told


@pytest.mark.parametrize(
    "text",
    [
        GRANT + "\n今年，云龙区总工会筹集资金42万元，为300名学生提供帮扶。",
        GRANT + "按照救助政策，对一名困难职工家庭的新生发放救助金4000元，对两名困难职工家庭的子女发放救助金1000元。",
        CONTEST + "\n徐州市总工会给予每名“彭城工匠”一次性奖励2万元，优先安排参加疗休养。",
        "本报讯 徐州市总工会“暖冬”春节送温暖活动启动。\n该市各级工会送温暖活动预计投入资金800万元。",
        VISIT + "其中，云龙区总工会本级筹集资金77万元，对困难职工开展慰问。",
    ],
)
def test_what_it_costs_and_hands_out_is_part_of_it(text: str):
    assert len(names(text)) == 1, names(text)


def test_printed_matter_makes_no_measure_of_its_own():
    told = names("本报讯 徐州市总工会组织300名农民工参加法律知识抢答，并发放《农民工维权问答》手册300份。")
    assert len(told) == 1, told


def test_counted_events_are_no_names():
    told = names("本报讯 徐州市总工会开展“新春送岗”招聘活动，先后在丰县、沛县举办三场现场招聘会。")
    assert len(told) == 1, told


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 2月1日，徐州市总工会2018年“暖流行动”——服务摩托车大军活动启动仪式在火车站举行。",
        "本报讯 2月1日，徐州市总工会以“助力就业”为主题，在会展中心举办“春送岗位”暨困难职工（贫困农民工）就业帮扶活动。",
    ],
)
def test_a_name_goes_on_behind_a_dash_or_and(text: str):
    assert len(names(text)) == 1, names(text)


def test_an_umbrella_and_its_event_keep_their_names():
    told = names("本报讯 徐州市总工会“彭城职工文化节”系列活动——“云龙杯”职工趣味运动会开赛。")
    assert len(told) == 2, told


def test_a_name_behind_a_word_that_points_is_that_of_what_was_told():
    told = names(TOUR + "\n徐州市云龙区总工会这次“走基层、送清凉”活动，共送出凉茶1000斤。")
    assert told == ["走基层、送清凉活动"]


def test_what_somebody_reports_is_no_initiative():
    told = names(TOUR + "\n公司经理汇报了公司开展喜迎国庆系列活动的情况。")
    assert len(told) == 1, told


def test_each_time_goes_on_about_it():
    told = names(
        "本报讯 徐州市总工会开办“会暖”爱心托管班。\n托管班由徐州市总工会主办。"
        "\n徐州市总工会负责人介绍，每期托管班都配有专业教师，还开设手工课程。"
    )
    assert len(told) == 1, told


def test_what_somebody_says_over_several_sentences_is_no_initiative():
    told = names(TOUR + "\n周文杰强调，要关心一线。各级工会对困难职工要心中有数，把帮扶解困工作做到位。")
    assert len(told) == 1, told


def test_a_ceremony_is_called_by_the_name_that_it_bears():
    told = names(
        "本报讯 8月26日，云龙区总工会举行2025年“金秋助学·筑梦启航”助学金发放仪式。\n“金秋助学”活动共资助学生31名。"
    )
    assert told == ["2025年金秋助学·筑梦启航助学金发放仪式"]


def test_what_is_only_said_to_be_of_many_kinds_has_no_name():
    facts = facts_of("本报讯 7月3日，云龙区总工会走访环卫工人。接下来，云龙区总工会将组织更多关爱活动。")
    assert not any(one.named for one in facts.initiatives)


def test_those_who_came_are_listed_or_counted():
    told = names(
        TOUR + THANKS + "\n铜山区总工会机关干部职工共50余人参加慰问活动。参加慰问活动的还有铜山区总工会副主席周文杰。"
    )
    assert len(told) == 1, told


def test_a_plan_that_somebody_acts_by_is_no_initiative():
    told = names("本报讯 7月3日，云龙区总工会按照《关爱职工三年行动计划》，走访慰问环卫工人。")
    assert not any("三年行动计划" in name for name in told), told
