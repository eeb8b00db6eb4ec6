"""Roads by their number, sections of lines, and sites named with a quotation, on sentences written for the tests."""

import pytest

from tests.rooms import bodies, places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("本报讯 竞赛在国道109线那曲至羊八井一分部举行。", "国道109线那曲至羊八井一分部"),
        ("本报讯 市总工会在310国道设置茶摊。", "310国道"),
        ("本报讯 慰问组先后走进青螺高铁沛县段、翠屏山小区工地。", "青螺高铁沛县段"),
        ("本报讯 市总工会在青藏铁路格尔木至拉萨段开展慰问。", "青藏铁路格尔木至拉萨段"),
        ("本报讯 列车在京沪高铁现阶段的运行中，市总工会到京沪高铁慰问。", "京沪高铁"),
    ],
)
def test_lines_and_their_sections(text: str, place: str):
    assert place in places(text)


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("本报讯 活动在辖区的“汉韵小鸽”户外劳动者驿站开场。", "“汉韵小鸽”户外劳动者驿站"),
        ("本报讯 新启用的“常有爱”户外职工爱心接力站，门口有市集。", "“常有爱”户外职工爱心接力站"),
        ("本报讯 一行人来到“小哥歇歇”青螺户外职工工作站参观。", "“小哥歇歇”青螺户外职工工作站"),
    ],
)
def test_a_site_is_named_with_the_quotation_before_it(text: str, site: str):
    assert site in [*places(text), *bodies(text)]


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 市总工会设立“汉风行动”服务站。",
        "本报讯 各地就工会驿站建设展开交流。",
        "本报讯 活动在省级以上工业园区举行。",
    ],
)
def test_what_is_no_site(text: str):
    assert [*places(text), *bodies(text)] == []


def test_a_field_is_no_adverb_between_two_bodies():
    text = "本报讯 江苏省总工会先后与中铁第一勘察设计院集团有限公司开展劳动竞赛。"
    assert bodies(text) == ["中铁第一勘察设计院集团有限公司"]


def test_a_name_with_a_chinese_zero():
    assert bodies("本报讯 慰问组来到江苏三一〇核地质大队。") == ["江苏三一〇核地质大队"]
