"""Worker groups in sentences written for the tests: what each names, and beneath what."""

import pytest

from kg.model import MentionType
from tests.rooms import mentions_of, texts_of

GROUP = MentionType.GROUP


def groups(text: str) -> dict[str, str]:
    """Text and concept of each group, in text order."""
    return {mention.text: mention.concept for mention in mentions_of(text, GROUP)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("慰问街道执法队员、河道巡查队员和环卫工人。", ["执法队员", "河道巡查队员", "环卫工人"]),
        ("为快递员、冷库搬运员、保安员等送去西瓜。", ["快递员", "冷库搬运员", "保安员"]),
        ("县领导、组委会成员、裁判员和货车司机到场。", ["货车司机"]),
        ("会上，各单位负责人、通讯员参加了培训。", []),
    ],
)
def test_a_list_beside_a_known_group_names_groups(text: str, found: list[str]):
    assert texts_of(text, GROUP) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("工会看望慰问灯塔守护人员，送去米面油。", "灯塔守护人员"),
        ("市总工会为20名水库巡查员送去雨衣。", "水库巡查员"),
        ("培训班面向特殊教育教师开展。", "特殊教育教师"),
        ("县总工会慰问机械加工工人，送去毛巾。", "机械加工工人"),
    ],
)
def test_a_word_that_addresses_somebody_names_a_group(text: str, found: str):
    assert found in texts_of(text, GROUP)


@pytest.mark.parametrize(
    "text",
    [
        "他成为安全员，从此更忙了。",
        "工会为相关工作人员提供午餐。",
        "慰问组走访恒远集团职工，送去慰问品。",
        "慰问徐州职工，送去慰问品。",
        "工会向现场工作人员发放手册。",
    ],
)
def test_what_addresses_nobody_in_particular_names_no_group_of_its_own(text: str):
    assert [mention.rule for mention in mentions_of(text, GROUP) if mention.rule == "group-company"] == []


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("公交和出租车司机都来歇脚。", {"公交": "bus-driver", "出租车司机": "taxi-driver"}),
        ("慰问环卫、园林工人。", {"环卫": "sanitation-worker", "园林工人": "gardener"}),
        (
            "服务环卫、外卖等户外劳动者。",
            {"环卫": "sanitation-worker", "外卖": "food-delivery-rider", "户外劳动者": "outdoor-worker"},
        ),
        ("快递外卖小哥来了。", {"快递": "courier", "外卖小哥": "food-delivery-rider"}),
        ("教育、医疗、养老等问题得到解决。", {}),
        ("了解企业经营困难、职工诉求。", {"企业": "enterprise", "职工": "worker"}),
    ],
)
def test_members_of_a_list_share_the_noun_behind_them(text: str, concepts: dict[str, str]):
    assert groups(text) == concepts


def test_the_workers_of_an_industry_are_one_group_however_they_are_called():
    found = groups("餐饮员工、餐饮职工和餐饮行业从业人员都有了工会，豆腐店也在其列。")
    assert found == dict.fromkeys(("餐饮员工", "餐饮职工", "餐饮行业从业人员"), "worker/餐饮")


def test_each_occupation_of_a_class_is_a_group_of_its_own():
    found = groups("大赛设砌筑工、镶贴工和焊工三个工种。")
    assert found == {name: f"craft-worker/{name}" for name in ("砌筑工", "镶贴工", "焊工")}


@pytest.mark.parametrize("text", ["核电工程开工了。", "汽车工业协会成立。", "服务员工作站揭牌。", "惠民工程启动。"])
def test_an_occupation_inside_another_word_is_none(text: str):
    assert groups(text) == {}


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("看望矿工家属。", {"矿工家属": "worker-family/miner"}),
        ("看望一线医护人员的家属。", {"一线医护人员的家属": "medical-family"}),
        ("资助残疾职工子女。", {"残疾职工子女": "hardship-child/disabled-worker"}),
        ("关爱女快递员和女性户外劳动者。", {"女快递员": "female-worker", "女性户外劳动者": "outdoor-worker/女"}),
        ("环卫女工参加体检。", {"环卫女工": "sanitation-worker/环卫女"}),
        ("为困难职工家庭新考入大学的子女发助学金。", {"困难职工家庭新考入大学的子女": "hardship-child"}),
        ("园区困难职工领到补助。", {"园区困难职工": "hardship-worker", "困难职工": "hardship-worker"}),
    ],
)
def test_relatives_children_and_women_of_a_group(text: str, concepts: dict[str, str]):
    assert groups(text) == concepts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("看望贵州籍员工。", ["贵州籍员工"]),
        ("优秀贵州籍农民工踏上归途。", ["农民工"]),
    ],
)
def test_people_of_a_division(text: str, found: list[str]):
    assert texts_of(text, GROUP) == found


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("为志愿者、保安员和交警服务。", {"志愿者", "交警"}),
        ("给一线劳动者、民警和贫困学子送清凉。", {"民警"}),
        ("志愿者为快递员端茶。", set()),
        ("职工和快递员都来了。", set()),
    ],
)
def test_incidental_groups_count_in_a_list_with_one_that_is_served(text: str, listed: set[str]):
    assert {mention.text for mention in mentions_of(text, GROUP) if mention.rule == "group-listed"} == listed


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("看望快递员。小哥接过热茶。", {"快递员": "courier", "小哥": "courier"}),
        ("看望快递员和外卖骑手。小哥接过热茶。", {"小哥": "delivery-worker"}),
        ("走访矿工家属，家属们很高兴。", {"矿工家属": "worker-family/miner", "家属": "worker-family/miner"}),
        ("走访困难职工和困难群众。", {"困难职工": "hardship-worker", "困难群众": "poor-household"}),
        ("走访困难职工。工会惦记着困难群众。", {"困难群众": "hardship-worker"}),
        ("走访困难职工。慰问组给每户困难家庭送上米面。", {"困难家庭": "hardship-worker"}),
    ],
)
def test_a_wider_word_stands_for_the_one_group_that_the_article_names(text: str, concepts: dict[str, str]):
    assert concepts.items() <= groups(text).items()


def test_groups_composed_of_the_same_words_beneath_others_stay_apart():
    from kg.model import EntityType
    from tests.rooms import knowledge_of

    text = "本报讯 7月8日，徐州市总工会开展慰问活动，为矿工家属、矿工子女、女保安员和女货车司机送去礼包。"
    groups = {one.label: one.key for one in knowledge_of(text).entities if one.type is EntityType.GROUP}
    assert {"矿工家属", "矿工子女", "女保安员", "女货车司机"} <= groups.keys()
    assert len(set(groups.values())) == len(groups)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("镇工会开设养老护理员、电工、花艺等技能培训班。", []),
        ("安排保洁、绿化等公益性岗位。", []),
        ("区工会举办快递员、保安员培训班。", ["快递员", "保安员"]),
        ("区工会开展网约车司机、快递员交通安全培训。", ["网约车司机", "快递员"]),
        ("区工会为货车司机开展急救、消防培训。", ["货车司机"]),
    ],
)
def test_a_list_of_what_is_taught_names_no_group(text: str, found: list[str]):
    assert texts_of(text, GROUP) == found


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        (
            "走访困难职工、困难农民工和困难劳模。",
            ["hardship-worker", "hardship-rural-migrant", "hardship-model-worker"],
        ),
        ("资助困难职工子女和农民工子女。", ["hardship-child", "rural-migrant-child"]),
        ("为困难船员家庭送去慰问金。", ["hardship-worker/困难船员"]),
        ("为环卫工人家庭送去年货。", ["sanitation-worker"]),
        ("慰问船员及家属。", ["seafarer"]),
        ("走访困难职工家属。", ["hardship-worker-family"]),
        ("表彰劳动模范和先进工作者。", ["model-worker", "advanced-worker"]),
        ("慰问公路养护工。公路养护工程开工。", ["road-maintenance-worker"]),
        ("慰问拉面从业人员。", ["worker/拉面"]),
    ],
)
def test_groups_that_texts_tell_apart_are_groups_of_their_own(text: str, concepts: list[str]):
    assert [mention.concept for mention in mentions_of(text, GROUP)] == concepts


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("徐州市总工会请来县医院的护士为快递员义诊。", {"快递员"}),
        ("徐州市总工会看望慰问快递员和护士。", {"快递员", "医务人员"}),
        ("徐州市总工会为快递员办运动会，医护人员为大家保驾护航。", {"快递员"}),
        ("徐州市总工会为快递员组织体检，医护人员轮流坐诊。", {"快递员"}),
        ("徐州市总工会组织医护人员免费体检。", {"医务人员"}),
        ("徐州市总工会开办快递员子女托管班，由志愿者和大学生组成师资队伍。", {"新就业形态劳动者子女"}),
        ("徐州市总工会选派6名社会化工会工作者服务货车司机。", {"货车司机"}),
    ],
)
def test_those_who_are_called_in_to_help_make_no_node(text: str, nodes: set[str]):
    from kg.model import EntityType
    from tests.rooms import knowledge_of

    entities = knowledge_of(f"本报讯 7月8日，{text}").entities
    assert {one.label for one in entities if one.type is EntityType.GROUP and one.mentions} == nodes


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("一名纺织女工路过。", True),
        ("工会看望了一名纺织女工。", False),
        ("纺织女工们都来了。", False),
        ("会上，市劳模、云龙纺织厂车间主任陈大山发言。", True),
        ("工会慰问市劳模、云龙纺织厂车间主任陈大山。", False),
    ],
)
def test_the_work_of_one_person_is_marked(text: str, one: bool):
    assert [mention.rule == "group-one-person" for mention in mentions_of(text, GROUP)] == [one]


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("食堂给炉前工留了饭。", {"炉前工": "craft-worker/炉前工"}),
        ("夜里有电梯维保工值守。", {"电梯维保工": "craft-worker/电梯维保工"}),
        ("巡线工披上雨衣。", {"巡线工": "power-worker"}),
        ("巡线工作已经结束，散工期也近了。", {}),
        ("高空作业人员歇了脚。", {"高空作业人员": "height-worker"}),
        ("道口看守工接过热茶。", {"道口看守工": "crossing-keeper"}),
    ],
)
def test_an_occupation_is_a_group_in_whatever_article_it_stands(text: str, concepts: dict[str, str]):
    assert groups(text) == concepts


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("隧道安全员到岗了。", {"隧道安全员": "safety-inspector/隧道安全员"}),
        ("冷链司机到了。", {"冷链司机": "driver/冷链司机"}),
        ("工会给检查站值守人员送饭。", {"检查站值守人员": "frontline-worker/检查站值守人员"}),
        ("青山检查站值守人员换岗。", {"值守人员": "frontline-worker"}),
        ("外派海员回国。", {"外派海员": "seafarer/外派海员"}),
        ("60名青年矿工来了。", {"青年矿工": "miner/青年矿工"}),
        ("最美收费员来了。", {"收费员": "toll-collector"}),
        ("电力一线职工来了。", {"电力一线职工": "power-worker"}),
    ],
)
def test_a_trade_a_place_of_work_or_a_standing_makes_a_group_of_its_own(text: str, concepts: dict[str, str]):
    assert groups(text) == concepts


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("慰问在沪务工人员。", "migrant-worker"),
        ("哈萨克族困难职工领到补助。", "member-of-minority"),
        ("救助因意外返贫职工。", "hardship-worker"),
        ("遭遇火灾的职工当天领到救助金。", "hardship-worker"),
        ("看望因公牺牲干部家属。", "worker-family"),
        ("特高压建设者留在工地。", "key-project-builder"),
        ("“90后”职工挑起大梁。", "young-worker"),
        ("慰问不返乡的工友。", "staying-worker"),
        ("看望除夕夜值班的职工。", "staying-worker"),
        ("春节不能回家的86名单身职工吃上年夜饭。", "staying-worker"),
        ("为骑摩托车回家的大军送热粥。", "returning-worker"),
        ("组织井下、粉尘岗位职工体检。", "frontline-worker"),
        ("奖励考取本科以上的学生。", "freshman"),
    ],
)
def test_phrases_with_a_variable_part_name_the_group_of_their_pattern(text: str, concept: str):
    assert concept in groups(text).values()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县工会办了免费电工培训。", []),
        ("招聘会推出装配工、叉车工岗位120个。", []),
        ("工会组织焊工岗位练兵。", ["焊工"]),
        ("保洁员、仍守岗位从业人员都到了。", ["保洁员", "从业人员"]),
    ],
)
def test_an_occupation_that_is_taught_or_offered_is_no_group(text: str, found: list[str]):
    assert texts_of(text, GROUP) == found


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("驰援湖北医护返程。", {"驰援湖北医护": "aid-medical-team"}),
        ("探望患尿毒症的职工。", {"患尿毒症的职工": "seriously-ill-worker"}),
        ("女村医进了山。", {"女村医": "village-doctor/女"}),
        (
            "慰问代驾、快递等新就业群体。",
            {"代驾": "designated-driver", "快递": "courier", "新就业群体": "new-employment-worker"},
        ),
    ],
)
def test_groups_by_what_they_came_for_suffer_or_drive(text: str, concepts: dict[str, str]):
    assert concepts.items() <= groups(text).items()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全市快递员工会组建88个。", ["快递员"]),
        ("快递员工会举行会议。", []),
    ],
)
def test_counted_unions_of_a_group_tell_of_the_group(text: str, found: list[str]):
    assert texts_of(text, GROUP) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("服务扩展到困难企业、艰苦行业一线女职工。", ["一线女职工"]),
        ("走访困难企业、困难职工。", ["困难企业", "困难职工"]),
        ("走访困难企业和企业困难职工。", ["困难企业", "企业", "困难职工"]),
    ],
)
def test_employers_in_a_list_of_whose_people_are_no_group(text: str, found: list[str]):
    assert texts_of(text, GROUP) == found


@pytest.mark.parametrize("paper", ["台湾工人日报讯", "《河南工人日报》记者", "某地工人日报社"])
def test_a_newspapers_name_holds_no_group(paper: str) -> None:
    assert texts_of(f"{paper} 近日，市总工会为600名工人送上清凉饮品。", MentionType.GROUP) == ["工人"]
