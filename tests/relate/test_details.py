"""Sentences that only detail an initiative told before, and those that do not, in articles written for the tests."""

import pytest

from tests.rooms import facts_of

STATION = "本报讯 5月6日，云龙区总工会在彭城路启用“骑手驿站”。"
CONTEST = "本报讯 6月9日，徐州市总工会举办首届“汉风杯”护士技能竞赛。"
VISIT = "本报讯 7月3日，云龙区总工会走访慰问环卫工人，送去500份清凉礼包。"


@pytest.mark.parametrize(
    "text",
    [
        STATION + "驿站由徐州市总工会出资20万元改造，配备空调和微波炉。",
        STATION + "徐州市总工会拨付专项经费8万元。",
        CONTEST + "\n徐州市总工会党组书记周文杰为获奖选手颁奖。",
        CONTEST + "\n徐州市总工会主席赵启明出席并讲话。",
        CONTEST + "获得前三名的选手，由徐州市总工会授予五一劳动奖章。",
        VISIT + "截至7月5日，区总工会共收到捐款12万元。",
        CONTEST + "区总工会为每名选手购买了意外保险。",
        VISIT + "慰问组还给两个班组送去西瓜20箱。",
    ],
)
def test_a_detail_is_no_initiative_of_its_own(text: str):
    facts = facts_of(text)
    assert len(facts.initiatives) == 1, [one.name for one in facts.initiatives]


def test_what_is_spent_passes_to_the_initiative():
    station = facts_of(STATION + "徐州市总工会拨付专项经费8万元。").initiatives[0]
    assert [(a.role, a.measure.value) for a in station.amounts] == [("funding", 80000.0)]
    assert len(station.evidence) == 2


def test_who_set_it_up_passes_to_the_initiative():
    facts = facts_of(STATION + "驿站由徐州市总工会、云龙区总工会共同设立。")
    assert {facts.mentions[i].text for i in facts.initiatives[0].unions} == {"云龙区总工会", "徐州市总工会"}


@pytest.mark.parametrize(
    "text",
    [
        VISIT + "徐州市总工会投入30万元，建成货车司机之家2个。",
        VISIT + "徐州市总工会为货车司机送上300套急救包。",
        CONTEST + "\n徐州市总工会还为困难职工发放慰问金5万元。",
    ],
)
def test_another_deed_for_another_group_stands_by_itself(text: str):
    assert len(facts_of(text).initiatives) == 2


@pytest.mark.parametrize(
    "text",
    [
        VISIT + "\n值得一提的是，这是徐州市总工会首次为300名快递员送上安全头盔。",
        VISIT + "云龙区总工会对此次慰问活动进行了精心组织，购置了毛巾和凉茶。",
        CONTEST + "\n活动结束后，市总工会干部赵启明给大家分享工作经验，组建团队、走访企业都要讲方法。",
        STATION + "\n区总工会负责人介绍，驿站还能为骑手提供充电服务。",
    ],
)
def test_what_points_back_or_only_speaks_is_no_initiative(text: str):
    facts = facts_of(text)
    assert len(facts.initiatives) == 1, [one.name for one in facts.initiatives]


def test_who_gives_an_honour_runs_nothing():
    facts = facts_of(STATION + "\n“骑手驿站”还被纳入江苏工会数字化改革，推出服务项目。")
    assert {facts.mentions[i].text for one in facts.initiatives for i in one.unions} == {"云龙区总工会"}


def test_a_purpose_goes_on_over_commas_up_to_who_acts():
    facts = facts_of("本报讯\n为弘扬劳模精神，推出更多先进典型，云龙区总工会组建劳模志愿服务队，服务企业30家。")
    assert ["组建劳模志愿服务队" in one.name for one in facts.initiatives] == [True]


def test_a_title_holds_no_end_of_time():
    facts = facts_of("本报讯 7月3日，云龙区总工会走访慰问快递员后，又送去60份头盔。")
    assert [one.name.endswith("后") for one in facts.initiatives] == [False]


@pytest.mark.parametrize("words", ["对他们的付出表示感谢", "感谢他们的付出", "希望他们保重身体"])
def test_what_is_given_with_kind_words_is_told(words: str):
    text = f"本报讯 1月20日，徐州市总工会走进工地，{words}，并为80名农民工送去棉衣。"
    assert len(facts_of(text).initiatives) == 1


@pytest.mark.parametrize(
    "rest",
    [
        "要求各级工会做好防暑工作，并为农民工送去棉衣。",  # what is asked for
        "对他们的付出表示感谢，各级工会将为农民工送去棉衣。",  # what the kind words go on with
    ],
)
def test_what_is_asked_or_promised_is_not(rest: str):
    assert not facts_of(f"本报讯 1月20日，徐州市总工会负责人{rest}").initiatives
