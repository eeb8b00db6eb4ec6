"""Which numbers of sentences written for the tests are an initiative's, and what they say of it."""

import pytest

from tests.rooms import facts_of


def told(text: str) -> list[tuple[str, float, str]]:
    """Role, value and unit of all numbers of the initiatives of a text."""
    facts = facts_of(f"本报讯 {text}")
    return [(a.role, a.measure.value, a.measure.unit) for one in facts.initiatives for a in one.amounts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "近日，徐州市总工会设立职工法律服务站，聘请12名律师为农民工免费提供法律咨询。",
            ("provision", 12, "名"),
        ),
        (
            "近日，徐州市总工会启动“送法进工地”活动，由16名律师组成的服务队为农民工讲课。",
            ("provision", 16, "名"),
        ),
        (
            "近日，徐州市总工会启动“暖心骑手”活动，在商圈设立“骑手友好餐厅”21家。",
            ("provision", 21, "家"),
        ),
        ("近日，徐州市总工会为货车司机设立3个口岸司机驿站。", ("provision", 3, "个")),
        ("近日，徐州市总工会举办职工子女暑期托管班，为90个孩子辅导作业。", ("reached", 90, "个")),
        ("近日，徐州市总工会党组成员、副主席带队慰问了施工一线的340名建设者。", ("reached", 340, "名")),
    ],
)
def test_a_number_counts_for_what_it_says(text: str, expected: tuple[str, float, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("近日，徐州市总工会在城东、城西、开发区三个工业区慰问一线职工，送去清凉礼包500份。", 3),
        ("近日，徐州市总工会主席一行来到14个施工点，慰问建筑工人，送去清凉礼包500份。", 14),
        ("近日，徐州市总工会为环卫工人送去清凉礼包500份，全市有环卫工人8000多人。", 8000),
        ("近日，徐州市总工会为环卫工人体检，发现高血压31人，送去清凉礼包500份。", 31),
        ("近日，徐州市总工会出台关爱职工8条措施，为环卫工人送去清凉礼包500份。", 8),
        ("近日，徐州市总工会为井下职工送清凉，每月两趟，送去清凉礼包500份。", 2),
        ("近日，徐州市总工会为环卫工人送去清凉礼包500份，组织7名医务人员为他们测血压。", 7),
        ("近日，徐州市总工会为环卫工人送去清凉礼包500份，13名退休职工轮流值班。", 13),
        ("近日，徐州市总工会开展工资集体协商，经过6轮磋商，签订合同，惠及快递员500名。", 6),
        ("近日，徐州市总工会举办职工篮球赛，18支代表队参赛，吸引职工500名。", 18),
    ],
)
def test_places_parts_and_populations_are_no_numbers_of_an_initiative(text: str, value: float) -> None:
    numbers = told(text)
    assert numbers
    assert value not in [number for _, number, _ in numbers]


def test_places_that_are_made_count_though_they_are_listed() -> None:
    numbers = told("近日，徐州市总工会在城东、城西、开发区新建3个户外劳动者驿站，为环卫工人送去清凉礼包500份。")
    assert ("provision", 3, "个") in numbers


@pytest.mark.parametrize(
    "opening",
    ["据悉，此次慰问共", "此次共", "活动启动以来，镇总工会累计", "据统计，共"],
)
def test_a_sentence_that_adds_up_is_no_initiative_of_its_own(opening: str) -> None:
    facts = facts_of(
        "本报讯 7月5日，柳新镇总工会走访辖区企业，为高温下坚守岗位的建筑工人送上慰问品。\n"
        "“谢谢娘家人。”工人老周说。\n"
        f"{opening}为建筑工人发放绿豆、毛巾等慰问品620份。"
    )
    visit = facts.initiatives[0]
    assert len(facts.initiatives) == 1, [one.name for one in facts.initiatives]
    assert [a.measure.value for a in visit.amounts] == [620]


def test_a_union_whose_town_begins_with_a_word_that_adds_up_begins_anew() -> None:
    facts = facts_of(
        "本报讯 7月5日，柳新镇总工会为建筑工人送上慰问品80份。\n共青城市总工会为环卫工人送去清凉礼包500份。"
    )
    assert len(facts.initiatives) == 2


ACTION = "近日，徐州市总工会启动“暖心骑手”行动，为骑手送去清凉礼包500份。"


def test_an_item_of_a_list_adds_no_numbers_to_what_was_told_before() -> None:
    alone = told(f"{ACTION}驿站门前的充电柜有18组，骑手每天都来。")
    listed = facts_of(f"{ACTION}针对骑手充电难，驿站门前加装了充电柜18组；针对如厕难，绘制了地图30张。")
    assert ("provision", 18, "组") in alone
    action = next(one for one in listed.initiatives if "暖心骑手" in one.name)
    assert [amount.measure.value for amount in action.amounts] == [500]


@pytest.mark.parametrize(
    ("clause", "values"),
    [
        ("80名单身职工参加，现场有18对成功牵手", [80]),
        ("300名职工参加，其中农民工90人、女职工120人、劳务派遣工60人", [300]),
        ("300名职工参加，其中农民工90人", [300, 90]),
        ("300名职工参加，设4个项目", [300]),
        ("来自各医院的120名医务人员参赛", [120]),
    ],
)
def test_parts_couples_and_those_who_take_part(clause: str, values: list[float]) -> None:
    assert [value for _, value, _ in told(f"近日，徐州市总工会举办职工趣味活动，{clause}。")] == values


def test_workers_of_a_place_are_no_number_of_an_initiative() -> None:
    course = "近日，徐州市总工会开办“匠心课堂”，教家具厂职工刷漆。"
    assert told(f"{course}铜山区是全国有名的家具基地，从业职工4万余人。") == []
    assert told(f"{course}铜山区是全国有名的家具基地，参加职工4万余人。") == [("reached", 40_000, "人")]


def test_what_is_sold_is_money_and_a_coupon_is_given() -> None:
    numbers = told("近日，徐州市总工会举办消费帮扶集市，3天销售额达97万元，发放优惠券5000张，每张优惠20元。")
    assert [value for _, value, _ in numbers] == [970_000, 5000]
