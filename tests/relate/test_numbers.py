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


CUP = "本报讯 8月3日，徐州市总工会主办的“汉风杯”职工篮球联赛在城北体育馆开赛。\n开幕式简短。\n场边坐满了看球的人。\n"
CARE = "本报讯 7月8日，徐州市总工会启动“清凉伴你”高温慰问活动。\n"
VISIT = "本报讯 7月8日，徐州市总工会走访在建工地，慰问高温下的建筑工人。\n"
HALT = "本报讯 5月6日，徐州市总工会在商圈开放的“骑手暖心驿站”揭牌。\n骑手孙师傅进门歇脚。\n店里备有热饭的家什。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CUP + "据介绍，联赛吸引了全市各行各业268名篮球爱好者。", ("reached", 268, "名")),
        (HALT + "据悉，截至目前，全市已有310家骑手暖心驿站面向公众开放。", ("provision", 310, "家")),
        (
            VISIT + "此次徐州市总工会投入慰问资金25万元，为2600名户外劳动者购置绿豆、毛巾等物品。",
            ("funding", 250000, "元"),
        ),
        (CARE + "慰问中，徐州市总工会共送出绿豆900余斤，矿泉水800件。", ("provision", 900, "斤")),
        (CARE.strip() + "其中，市总工会本级筹集资金77万元，计划对3200名一线职工开展慰问。", ("reached", 3200, "名")),
        (VISIT + "徐州市总工会有关负责人表示，此次慰问共为2600名户外劳动者发放凉茶650箱。", ("provision", 650, "箱")),
        (CARE + "截至目前，已吸引150余万职工参与。", ("reached", 1500000, "人")),
    ],
)
def test_figures_of_a_programme_stand_further_on(text: str, expected: tuple[str, float, str]) -> None:
    facts = facts_of(text)
    assert len(facts.initiatives) == 1, [one.name for one in facts.initiatives]
    assert expected in [(a.role, a.measure.value, a.measure.unit) for a in facts.initiatives[0].amounts]


def test_what_a_whole_event_added_up_to_is_the_programmes() -> None:
    facts = facts_of(
        CARE + "市总工会工作人员走访建筑工地，为建筑工人送去西瓜30个。\n"
        "活动当天，工人们排起长队。\n当天共发放凉茶950箱。"
    )
    programme = next(one for one in facts.initiatives if one.named)
    assert 950 in [a.measure.value for a in programme.amounts]


def test_a_clause_that_sums_up_its_sentence_tells_no_measure_of_its_own() -> None:
    facts = facts_of(
        "本报讯 近日，徐州市总工会对患病困难职工进行救助金集中发放，活动现场共为15名困难职工发放救助金2.6万元。"
    )
    assert len(facts.initiatives) == 1, [one.name for one in facts.initiatives]
    assert {a.measure.value for a in facts.initiatives[0].amounts} == {15, 26000}


def test_a_number_that_counts_a_programme_is_no_part_of_its_name() -> None:
    facts = facts_of(
        "本报讯 徐州市总工会优化职工疗休养活动，投入资金50万元，共组织6批次疗休养活动，覆盖环卫工人250余人。"
    )
    assert [one.name for one in facts.initiatives] == ["职工疗休养活动"]
    assert {(a.measure.value, a.measure.unit) for a in facts.initiatives[0].amounts} >= {(6, "批次"), (250, "人")}


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 近日，徐州市总工会办好十件民生实事，为环卫工人送去清凉礼包500份。",
        "本报讯 近日，徐州市总工会召开四次全委会议，为环卫工人送去清凉礼包500份。",
        "本报讯 近日，徐州市总工会引导全市200万职工建功立业，为环卫工人送去清凉礼包500份。",
    ],
)
def test_parts_of_a_plan_meetings_and_all_workers_of_a_place_are_no_numbers(text: str) -> None:
    assert [value for _, value, _ in told(text)] == [500]


def test_a_programme_has_the_only_day_of_its_article() -> None:
    facts = facts_of(
        "本报讯 2023年7月30日，徐州市总工会主席一行到建设工地慰问建筑工人。\n"
        "此次“走基层、送清凉”活动，共送出绿豆900余斤。"
    )
    assert [one.start for one in facts.initiatives if one.named] == ["2023-07-30"]
