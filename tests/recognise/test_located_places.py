"""Places and bodies that their sentence tells, on sentences written for the tests."""

import pytest

from kg.model import MentionType
from tests.rooms import bodies, places, texts_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("本报讯 区总工会在云栖北路建起骑手食堂。", "云栖北路"),
        ("本报讯 职工代表赴青螺岛、徐州疗休养。", "青螺岛"),
        ("本报讯 县总工会在织霁城设立了驿站。", "织霁城"),
        ("本报讯 市总工会干部登上停靠在鲸背岛的油轮。", "鲸背岛"),
        ("本报讯 慰问组来到徐州市云龙区桃花环道徒步检查。", "徐州市云龙区桃花环道"),
    ],
)
def test_a_word_that_says_where_and_a_head_noun(text: str, place: str):
    assert place in places(text)


def test_before_等地_every_member_of_a_list_is_a_place():
    assert {"楚麦", "鹿埠"} <= set(places("本报讯 市总工会干部到楚麦、鹿埠等地看望一线职工。"))


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 市总工会把课堂办到了校园里。",
        "本报讯 职工沿着公路一路向前。",
        "本报讯 他们在重点项目工地上坚守。",
        "本报讯 工会干部深入基层、一线等地调研。",
    ],
)
def test_general_words_are_no_place(text: str):
    assert places(text) == []


def test_what_a_number_counts_is_no_body_and_no_venue():
    assert bodies("本报讯 市总工会组织12支清凉小分队，建成暖心驿站24处。") == []
    assert places("本报讯 市总工会建成司机暖心驿站24处。") == []


def test_an_honour_named_after_a_venue_is_none():
    assert "江苏省模范职工之家" not in places("本报讯 该公司荣获“江苏省模范职工之家”。")


def test_every_member_of_a_list_of_firms_is_a_firm():
    text = "本报讯 市总工会与江苏乾麓机械、丰县鹏岱木业、安霁纺织等23家企业签订协议。"
    assert bodies(text) == ["江苏乾麓机械", "丰县鹏岱木业", "安霁纺织"]


def test_a_firm_by_its_stem_and_line_of_business():
    assert bodies("本报讯 市总工会主席走进东霁港务，看望一线职工。") == ["东霁港务"]
    assert bodies("本报讯 该县大力发展特色物流，带动就业。") == []


def test_a_branch_begins_with_its_firm():
    assert "国霁物业徐州分公司" in bodies("本报讯 国霁物业徐州分公司提供场地。")
    assert "中通快递徐州分拨中心" in bodies("本报讯 中通快递徐州分拨中心的职工获奖。")


def test_an_office_with_joined_fields_and_one_whose_field_nobody_lists():
    assert bodies("本报讯 活动由市科技和工业信息化局、市对口协作办主办。") == [
        "市科技和工业信息化局",
        "市对口协作办",
    ]
    assert bodies("本报讯 区总工会举办比赛，县里创办学校。") == []


@pytest.mark.parametrize("text", ["本报讯 圆了困难职工子女上大学的梦。", "本报讯 一名大学生志愿者来上课。"])
def test_words_that_hold_a_head_noun_name_no_body(text: str):
    assert bodies(text) == []


def test_a_name_does_not_reach_over_a_verb_of_going():
    assert bodies("本报讯 市总工会组织116名职工到徐州人民医院体检。") == ["徐州人民医院"]
    assert bodies("本报讯 与区教育局合作，利用青螺中学食堂开办托管班。") == ["区教育局", "青螺中学"]


def unions(text: str) -> list[str]:
    return texts_of(text, MentionType.UNION)


def test_unions_of_zones_of_parts_of_firms_and_by_short_names():
    assert unions("本报讯 青螺湖经济开发区工会为职工送清凉。") == ["青螺湖经济开发区工会"]
    assert unions("本报讯 市总工会联合鲸钢工会开展服务。") == ["市总工会", "鲸钢工会"]
    assert unions("本报讯 农学院分工会组织教师下乡。") == ["农学院分工会"]
    assert unions("本报讯 苏皖工会一起送岗，其他工会也来。") == []
