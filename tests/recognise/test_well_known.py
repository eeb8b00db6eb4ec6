"""Well-known places and firms, places of one list, and heads that name no body, on sentences written for the tests."""

import pytest

from kg.model import MentionType
from tests.rooms import bodies, places, texts_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("本报讯 劳模们到千岛湖疗休养。", "千岛湖"),
        ("本报讯 职工代表赴黄山、庐山等地疗休养。", "庐山"),
        ("本报讯 天涯海角举行了一场集体婚礼。", "天涯海角"),
        ("本报讯 县总工会在小井村开展宣传。", "小井村"),
        ("本报讯 晚上，列车抵达百色站，志愿者接站。", "百色站"),
        ("本报讯 县总工会在107国道设置茶摊。", "107国道"),
        ("本报讯 区总工会在云栖小区、靖宇街新建2个驿站。", "靖宇街"),
        ("本报讯 慰问组在工人新村街道服务。", "工人新村街道"),
    ],
)
def test_places(text: str, place: str):
    assert place in places(text)


def test_a_name_in_a_list_with_another_place_is_one():
    assert {"溪川", "鹿埠"} <= set(places("本报讯 市总工会在云栖北路、溪川、鹿埠设立站点。"))


@pytest.mark.parametrize("text", ["本报讯 多年来，大别山精神代代相传。", "本报讯 区总工会在每座小站里配置冰柜。"])
def test_what_is_no_place(text: str):
    assert places(text) == []


def test_a_street_district_holds_no_group_of_workers():
    assert texts_of("本报讯 慰问组在工人新村街道服务。", MentionType.GROUP) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报讯 市总工会到柳钢调研。", ["柳钢"]),
        ("本报讯 大家走进太阳纸业、云恒机械。", ["太阳纸业", "云恒机械"]),
        ("本报讯 江苏徐矿综合利用发电有限公司参加。", ["江苏徐矿综合利用发电有限公司"]),
    ],
)
def test_bodies(text: str, expected: list[str]):
    assert bodies(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 职工创新钢管工艺。",
        "本报讯 中国宝武马钢集团工会慰问职工。",
        "本报讯 工作人员协调商场提供岗位。",
        "本报讯 区里统筹建设职工服务中心。",
        "本报讯 投资300万元建设工匠创新工作室。",
    ],
)
def test_what_is_no_body(text: str):
    assert not {"新钢", "中国宝武"} & set(bodies(text))
    assert not [body for body in bodies(text) if body.endswith(("商场", "服务中心", "工作室"))]
