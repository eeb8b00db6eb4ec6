"""What initiatives are called that a text does not name, and names that are one, in sentences written for the tests."""

import pytest

from tests.rooms import facts_of


def titles(text: str) -> list[str]:
    return [one.name for one in facts_of(text).initiatives]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # The verb of who held an event says nothing of the event.
        ("徐州市总工会开展关爱女职工健康讲座，200名女职工参加。", "关爱女职工健康讲座"),
        ("徐州市总工会举行2031年度困难职工助学金发放仪式。", "2031年度困难职工助学金发放仪式"),
        # What is counted stays with its verb, and so does what people are taken to do.
        ("徐州市总工会举办5场女职工健康讲座，200名女职工参加。", "举办5场女职工健康讲座"),
        (
            "徐州市总工会组织货车司机前往云龙医院进行健康体检。",
            "组织货车司机前往云龙医院进行健康体检",
        ),
        # Where and that an event began is no part of its name.
        ("徐州市总工会送温暖活动在云龙区启动，慰问困难职工300名。", "送温暖活动"),
        # What money was spent on, not that it was spent; where somebody did something, not that he went.
        ("徐州市总工会投入专项资金20万元，为300名环卫工人购买意外险。", "为300名环卫工人购买意外险"),
        ("徐州市总工会分赴云龙区和鼓楼区，看望慰问300名困难职工。", "看望慰问300名困难职工"),
        # A word that only holds 为 begins no phrase.
        (
            "徐州市总工会对以货车司机为代表的300名新就业形态劳动者进行慰问。",
            "对以货车司机为代表的300名新就业形态劳动者进行慰问",
        ),
        ("徐州市总工会为此走访了环卫工人和交警，送去礼包。", "走访了环卫工人和交警"),
        # What is handed over stands before the verb.
        ("徐州市总工会把500份礼包送到环卫工人手中。", "把500份礼包送到环卫工人手中"),
        # No actor, no officer, no time, no adverb at the begin; no picture and no short name.
        ("徐州市总工会主席王大明来到云龙工地看望慰问建筑工人300名。", "看望慰问建筑工人300名"),
        ("徐州市总工会推出的环卫工人健康套餐惠及300人。", "环卫工人健康套餐惠及300人"),
        ("徐州市总工会开展了女职工宫颈癌、乳腺癌（以下简称两癌）筛查活动。", "女职工宫颈癌、乳腺癌筛查活动"),
    ],
)
def test_a_title_tells_what_was_done(text: str, title: str) -> None:
    assert titles(f"本报讯 5月8日，{text}") == [title]


def test_a_title_that_is_too_long_keeps_its_verb_and_its_group() -> None:
    text = "徐州市总工会为徐州光明电缆有限公司、徐州大华纺织有限公司等企业的三百余名困难职工送去防暑降温用品。"
    assert titles(f"本报讯 5月8日，{text}") == ["为困难职工送去防暑降温用品"]


def test_union_organisations_organise_nothing_by_being_named() -> None:
    assert titles("本报讯 近日，徐州市各级工会组织纷纷行动，慰问环卫工人500名。") == ["慰问环卫工人500名"]
    assert titles("本报讯 近日，徐州市总工会组织在岗职工体检3000人次。") == ["组织在岗职工体检3000人次"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "1月8日，徐州市总工会说，我市各级工会春节送温暖系列关爱活动拉开序幕，300名困难职工受益。",
            "春节送温暖系列关爱活动",
        ),
        ("近日，徐州市总工会举办过咖啡技能大赛，300名女职工参加。", "咖啡技能大赛"),
        ("5月8日，徐州市总工会推出“彭城”APP，服务300名快递员。", "彭城APP"),
        (
            "5月8日，徐州市总工会举行“汉风焊工”技能培训班开班仪式，300名电工参加。",
            "汉风焊工技能培训班开班仪式",
        ),
    ],
)
def test_a_name_has_neither_a_number_nor_a_verb_before_it(text: str, name: str) -> None:
    assert titles(f"本报讯 {text}") == [name]


def test_an_abridged_name_is_the_same_programme() -> None:
    text = (
        "本报讯 8月6日，徐州市总工会“迎中秋汉风职工登山比赛”活动在云龙山举行。\n"
        "徐州市总工会举办的“迎中秋节汉风职工登山比赛”活动吸引300名女职工。"
    )
    assert len(titles(text)) == 1, titles(text)


def test_a_short_word_in_quotation_marks_is_no_name() -> None:
    assert titles("本报讯 5月8日，徐州市总工会为300名女职工提供“两癌”，助力健康。") == ["为300名女职工提供两癌"]


def test_names_with_something_else_in_them_are_two() -> None:
    text = (
        "本报讯 8月6日，徐州市总工会举办“彭城绣娘”刺绣比赛，200名女职工参加。\n"
        "8月9日，徐州市总工会举办“彭城月嫂”护理比赛，300名女职工参加。"
    )
    assert len(titles(text)) == 2, titles(text)


def test_each_part_of_a_joined_name_is_known() -> None:
    text = (
        "本报讯 5月8日，徐州市总工会举行“汉风工匠”劳动竞赛启动仪式暨高空作业技能培训班，300名电工参加。\n"
        "据介绍，高空作业技能培训班由徐州市总工会主办，为期10天。"
    )
    facts = facts_of(text)
    assert len(facts.initiatives) == 1, [one.name for one in facts.initiatives]
    assert "高空作业技能培训班" in facts.initiatives[0].aliases


def test_what_a_platform_offers_has_a_name_of_its_own() -> None:
    text = "5月8日，徐州市总工会在“彭城”APP“关爱快递员”专题活动中送出600份礼包，300名快递员受益。"
    assert "关爱快递员专题活动" in titles(f"本报讯 {text}")
