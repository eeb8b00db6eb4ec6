"""Search by characters, pinyin and initials; every filter; counts are those of `sample.knowledge`."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.explore.browser.explorer import Explorer


@pytest.mark.parametrize("typed", ["松竹区", "songzhu", "songzhuqu", "szq", "云溪市松竹区总工会"])
def test_a_union_is_found(explorer: Explorer, typed: str) -> None:
    explorer.searching.fill(typed)
    options = explorer.page.get_by_role("option")
    options.filter(has_text="云溪市松竹区总工会").click()
    expect(explorer.title).to_have_text("云溪市松竹区总工会")


def test_another_form_is_found(explorer: Explorer) -> None:
    explorer.searching.fill("快递小哥")
    explorer.page.get_by_role("option", name="快递员").click()
    expect(explorer.title).to_have_text("快递员")


def test_what_is_typed_narrows_the_view(explorer: Explorer) -> None:
    explorer.view("列表")
    explorer.searching.fill("dushuhui")
    expect(explorer.rows).to_have_text(["职工读书会"])
    explorer.searching.fill("这里没有的词")
    expect(explorer.main).to_contain_text("没有符合条件的活动。")


@pytest.mark.parametrize(
    ("title", "label", "found"),
    [
        ("劳动者群体", "快递员", ["暖灯行动", "送保温杯"]),
        ("劳动者群体", "新业态劳动者", ["暖灯行动", "送保温杯"]),
        ("劳动者群体", "摆渡工", ["职工读书会"]),
        ("类别", "文体活动", ["职工读书会"]),
        ("地点", "驿站", ["暖灯行动"]),
        ("地点", "松竹区", ["暖灯行动", "送保温杯"]),
        ("地点", "青岚省", ["暖灯行动", "送保温杯"]),
        ("工会", "云溪市总工会", ["职工读书会"]),
        ("状态", "往期", ["职工读书会"]),
    ],
)
def test_a_filter_keeps_what_it_names(explorer: Explorer, title: str, label: str, found: list[str]) -> None:
    explorer.view("列表")
    explorer.tick(title, label)
    expect(explorer.rows).to_have_text(found)
    explorer.page.get_by_role("button", name="清除全部条件").click()
    expect(explorer.rows).to_have_count(3)


def test_a_list_of_filters_stays_open_as_choices_go(explorer: Explorer) -> None:
    explorer.tick("类别", "文体活动")
    explorer.tick("类别", "文体活动")
    expect(explorer.page.get_by_role("checkbox", name="文体活动")).to_be_visible()


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2031", "", ["暖灯行动", "送保温杯"]),
        ("", "2030", ["职工读书会"]),
        ("2031-01-18", "2031-01-18", ["暖灯行动", "送保温杯"]),
        ("2031-01-19", "", ["送保温杯"]),
        ("2030-06", "2031-01-17", ["送保温杯", "职工读书会"]),
    ],
)
def test_a_period_keeps_what_touches_it(explorer: Explorer, since: str, until: str, found: list[str]) -> None:
    """送保温杯 is dated by its month, 职工读书会 by its year."""
    explorer.view("列表")
    for name, value in (("自", since), ("至", until)):
        field = explorer.page.get_by_role("textbox", name=name)
        field.fill(value)
        field.blur()
    expect(explorer.rows).to_have_text(found)


def test_what_is_no_moment_is_not_taken(explorer: Explorer) -> None:
    field = explorer.page.get_by_role("textbox", name="自")
    field.fill("2031-13")
    field.blur()
    expect(field).to_have_value("")
    assert "since" not in explorer.state


def test_confidence_keeps_the_surer_ones(explorer: Explorer) -> None:
    explorer.view("列表")
    explorer.page.get_by_role("slider", name="置信度").fill("0.7")
    expect(explorer.rows).to_have_text(["暖灯行动", "职工读书会"])
    explorer.page.get_by_role("slider", name="置信度").fill("0.75")
    expect(explorer.rows).to_have_text(["暖灯行动"])


def test_filters_hold_together(explorer: Explorer) -> None:
    explorer.view("列表")
    explorer.tick("劳动者群体", "快递员")
    explorer.tick("地点", "驿站")
    expect(explorer.rows).to_have_text(["暖灯行动"])
    expect(explorer.page.locator("aside.filters summary").first).to_contain_text("1 / 3")


def test_a_long_list_of_filters_can_be_searched(seeds: Explorer) -> None:
    unions = seeds.page.locator("details.choices", has=seeds.page.locator("summary", has_text="工会"))
    unions.locator("summary").click()
    unions.get_by_role("searchbox").fill("宁波市总")
    expect(unions.get_by_role("checkbox")).to_have_count(1)
    unions.get_by_role("checkbox").click()
    assert len(seeds.state["unions"]) == 1
