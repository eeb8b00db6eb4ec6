"""How initiatives of articles written for the tests stand, and the word that shows it."""

import pytest

from kg.model import InitiativeFact, Standing
from tests.rooms import facts_of, lexicon

LEAD = "本报讯 "


def only(text: str, part: str = "") -> InitiativeFact:
    found = [one for one in facts_of(LEAD + text).initiatives if part in one.name]
    assert len(found) == 1, [one.name for one in found]
    return found[0]


def shown(text: str, part: str = "") -> tuple[str, str]:
    fact = only(text, part)
    return fact.standing.value, fact.standing_cue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近日，徐州市总工会为环卫工人送去500份礼包。", ("carried-out", "近日")),
        ("徐州市总工会为环卫工人送去了500份礼包。", ("carried-out", "送去了")),
        ("云龙区总工会为环卫工人送去500份礼包。", ("carried-out", "送去")),
        ("云龙区总工会已投入30万元慰问困难职工。", ("carried-out", "已")),
        ("云龙区总工会累计为货车司机送去礼包900份。", ("carried-out", "累计")),
        ("云龙区总工会将500份礼包送到环卫工人手中。", ("carried-out", "送到")),
        ("徐州市总工会正在为环卫工人发放500份礼包。", ("under-way", "正在")),
        ("徐州市总工会陆续为环卫工人发放500份礼包。", ("under-way", "陆续")),
        ("徐州市总工会陆续为环卫工人送去了500份礼包。", ("carried-out", "送去了")),
        ("徐州市总工会将为环卫工人送去500份礼包。", ("announced", "将为")),
        ("徐州市总工会拟投入30万元慰问困难职工。", ("announced", "拟")),
        ("徐州市总工会计划投入30万元慰问困难职工。", ("announced", "计划")),
        ("今后，徐州市总工会为环卫工人建立50个驿站。", ("announced", "今后")),
        ("徐州市总工会关注职工需求，在接下来的高温天气里，为环卫工人建立50个驿站。", ("announced", "接下来")),
        ("徐州市总工会还在云龙区为环卫工人送去500份礼包。", ("carried-out", "送去")),
        ("徐州市总工会预计为环卫工人发放500份礼包。", ("announced", "预计")),
        ("徐州市总工会鼓励企业工会为一线职工发放慰问金500元。", ("called-for", "鼓励")),
        ("徐州市总工会将深化改革，持续提升服务水平，为环卫工人建立50个驿站。", ("announced", "将")),
        ("徐州市总工会将深化改革，云龙区总工会持续提升水平，为环卫工人送去50份礼包。", ("carried-out", "送去")),
        ("去年，徐州市总工会为环卫工人送去500份礼包。", ("past", "去年")),
        ("去年12月，徐州市总工会已为环卫工人送去500份礼包。", ("carried-out", "已")),
    ],
)
def test_a_deed_without_a_name(text: str, expected: tuple[str, str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7月3日，云龙区总工会开展“清凉彭城”活动，为环卫工人送上饮料。", ("carried-out", "开展")),
        ("云龙区总工会“清凉彭城”活动正在火热进行，快递员纷纷参加。", ("under-way", "正在")),
        ("云龙区总工会“清凉彭城”活动即将启动，面向快递员。", ("announced", "即将")),
        ("云龙区总工会持续开展“清凉彭城”活动，服务快递员。", ("under-way", "持续开展")),
        (
            "云龙区总工会举行“清凉彭城”活动，慰问快递员。云龙区总工会持续擦亮“清凉彭城”品牌，服务职工。",
            ("carried-out", "举行"),
        ),
        ("徐州市总工会号召各级工会开展“清凉彭城”活动，关爱快递员。", ("called-for", "号召")),
        ("自2016年以来，徐州市总工会已连续开展三届“汉风工匠”评选活动。", ("past", "已连续开展")),
        ("早在2017年，徐州市总工会就开展了“汉风工匠”评选活动。", ("past", "2017年")),
    ],
)
def test_a_programme_with_a_name(text: str, expected: tuple[str, str]) -> None:
    assert shown(text) == expected


def test_what_is_announced_goes_on_in_the_next_clauses():
    text = "据悉，徐州市总工会还将走访困难职工，开通“云送福”专栏，举办“彭城有约”青年职工联谊会。"
    assert shown(text, "云送福") == ("announced", "还将")
    assert shown(text, "彭城有约") == ("announced", "还将")


def test_and_behind_a_semicolon():
    text = "下一步，徐州市总工会将重点做好两件事：一是开展“彭城有约”联谊会；二是举办“云送福”活动，服务快递员。"
    assert shown(text, "云送福")[0] == "announced"


def test_another_subject_ends_it():
    text = "徐州市总工会将举办招聘会，云龙区总工会为环卫工人送去“平安礼包”500份。"
    assert shown(text, "平安礼包")[0] == "carried-out"


def test_words_about_people_are_none_about_the_deed():
    assert shown("云龙区总工会为即将退休的职工送去500份礼包。")[0] == "carried-out"
    assert shown("云龙区总工会慰问正在抢修的电力职工，送去500份礼包。")[0] == "carried-out"


def test_words_in_names_speech_and_comparisons_are_none():
    assert shown("云龙区总工会启动“将爱进行到底”活动，关爱单身职工。")[0] == "carried-out"
    assert shown("“我们将再来，一定再来！”志愿者说。徐州市总工会为环卫工人送去500份礼包。")[0] == "carried-out"
    assert shown("与往年相比，徐州市总工会为环卫工人多送去500份礼包。")[0] == "carried-out"


def test_what_somebody_keeps_to_is_no_call():
    assert shown("按照上级要求，徐州市总工会开展“清凉彭城”活动，服务快递员。")[0] == "carried-out"


def test_a_launch_that_goes_on_is_under_way():
    launched = "7月3日，云龙区总工会启动“清凉彭城”活动，服务快递员。"
    assert shown(launched)[0] == "carried-out"
    assert shown(launched + "据介绍，“清凉彭城”活动将持续两个月。") == ("under-way", "将持续")
    assert shown("云龙区总工会启动“汉风工匠”评选，计划在全区评出10名工匠。") == ("under-way", "计划在")
    done = "云龙区总工会启动“清凉彭城”活动，服务快递员。“清凉彭城”活动已惠及3000人，将持续两个月。"
    assert shown(done) == ("carried-out", "已")


def test_an_earlier_edition_beside_this_one_is_not_the_one_that_counts():
    text = "近日，徐州市总工会举办“汉风工匠”评选活动。据悉，“汉风工匠”评选活动始于2016年，面向技术工人。"
    assert shown(text)[0] == "carried-out"


def test_the_headline_alone_says_nothing():
    facts = facts_of("徐州市总工会将举办“彭城有约”联谊会\n\n本报讯 7月3日，徐州市总工会举办了“彭城有约”联谊会。\n")
    assert {one.standing for one in facts.initiatives} == {Standing.CARRIED_OUT}


def test_the_scheme_and_the_words_are_those_of_the_model():
    names = {standing.value for standing in Standing}
    assert set(lexicon().standings) == names
    table = lexicon().table("standing")
    assert set(table["said"]) == names
    assert set(table["when"]) <= names | {"now"}
    listed = [word for words in table["said"].values() for word in words.split()]
    assert len(listed) == len(set(listed)), sorted(word for word in listed if listed.count(word) > 1)
    assert not set(listed) & set(table["other"]["words"].split())


def test_the_strongest_comes_first():
    assert min(Standing, key=lambda one: one.rank) is Standing.CARRIED_OUT
    assert max(Standing, key=lambda one: one.rank) is Standing.PAST
