"""The network: layers, dots that open cards, paths; dots are found in the picture by their colour."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.explore.browser.explorer import Explorer


def test_layers_choose_what_is_drawn(explorer: Explorer) -> None:
    """Three unions, three initiatives, four groups (焊工 is in no text); then one person, who holds two posts."""
    explorer.view("关系图")
    expect(explorer.page.get_by_role("img", name="关系图: 10 个节点")).to_be_visible()
    explorer.page.get_by_role("checkbox", name="活动").click()
    expect(explorer.page.get_by_role("img", name="关系图: 7 个节点")).to_be_visible()
    explorer.page.get_by_role("checkbox", name="人物").click()
    expect(explorer.page.get_by_role("img", name="关系图: 8 个节点")).to_be_visible()
    assert explorer.state["layers"] == ["union,group,person"]


def test_no_layer_is_no_picture(explorer: Explorer) -> None:
    explorer.open("view=graph&layers=none")
    expect(explorer.main).to_contain_text("没有符合条件的活动。")


def test_filters_hold_for_the_picture(explorer: Explorer) -> None:
    """职工读书会, its two unions, 摆渡工."""
    explorer.open("view=graph&kinds=culture")
    expect(explorer.page.get_by_role("img", name="关系图: 4 个节点")).to_be_visible()


def test_a_dot_opens_its_card(explorer: Explorer) -> None:
    explorer.open("view=graph&layers=union")
    dots = explorer.dots("--union")
    assert len(dots) == 3
    explorer.page.mouse.click(*dots[0])
    expect(explorer.title).to_contain_text("工会")


def test_pointing_names_a_dot(explorer: Explorer) -> None:
    explorer.open("view=graph&layers=union")
    (x, y), *_ = explorer.dots("--union")
    explorer.page.mouse.move(x - 3, y)
    explorer.page.mouse.move(x, y, steps=3)
    expect(explorer.main.get_by_role("status")).to_contain_text("工会")


def test_the_path_between_two_things(explorer: Explorer) -> None:
    explorer.open("view=graph&selected=group/courier")
    to = explorer.main.get_by_role("combobox", name="到……的路径")
    to.fill("云溪市总工会")
    explorer.main.get_by_role("option", name="云溪市总工会").click()
    way = explorer.main.get_by_role("status").get_by_role("button")
    expect(way).to_have_count(4)
    expect(way.nth(0)).to_have_text("快递员")
    expect(way.nth(2)).to_have_text("云溪市松竹区总工会")
    expect(way.nth(3)).to_have_text("云溪市总工会")
    way.nth(2).click()
    expect(explorer.title).to_have_text("云溪市松竹区总工会")


def test_shift_and_a_click_show_a_path(explorer: Explorer) -> None:
    explorer.open("view=graph&selected=group/courier&layers=group,initiative,union")
    explorer.page.get_by_role("button", name="显示全部").click()
    explorer.page.wait_for_timeout(500)
    dots = explorer.dots("--initiative")
    assert dots
    explorer.page.keyboard.down("Shift")
    explorer.page.mouse.click(*dots[0])
    explorer.page.keyboard.up("Shift")
    expect(explorer.main.get_by_role("status")).to_contain_text("快递员 — ")
    assert explorer.state["path"][0].startswith("initiative/")


def test_where_there_is_no_path(explorer: Explorer) -> None:
    explorer.open("view=graph&layers=union&selected=union/9901&path=group/courier")
    expect(explorer.main.get_by_role("status")).to_contain_text("没有路径")


def test_a_path_is_restored(explorer: Explorer) -> None:
    explorer.open("view=graph&selected=group/courier&path=union/9901")
    expect(explorer.main.get_by_role("status").get_by_role("button")).to_have_count(4)
