"""The explorer without a mouse: the order of the Tab key, the combobox, arrows, Enter, Escape."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.explore.browser.explorer import Explorer

FOCUSED = """() => {
  const { activeElement: at } = document;
  return at.getAttribute("aria-label") || at.innerText || at.id;
}"""


def focused(explorer: Explorer) -> str:
    return str(explorer.page.evaluate(FOCUSED)).strip()


def press(explorer: Explorer, *keys: str) -> None:
    for key in keys:
        explorer.page.keyboard.press(key)


def test_the_order_of_the_tab_key(explorer: Explorer) -> None:
    seen = []
    for _ in range(8):
        press(explorer, "Tab")
        seen.append(focused(explorer))
    assert seen[:7] == ["总览", "关系图", "时间线", "列表", "搜索", "English", "外观"]
    assert seen[7].startswith("筛选")


def test_the_matrix_is_one_stop_with_arrows(explorer: Explorer) -> None:
    explorer.page.get_by_role("radio", name="活动数").focus()
    press(explorer, "Tab")
    assert focused(explorer) == "职工"
    press(explorer, "ArrowDown")
    assert focused(explorer).startswith("云溪市松竹区总工会 · 职工")
    press(explorer, "ArrowRight")
    assert focused(explorer) == "云溪市松竹区总工会 · 快递员 · 2 项活动"
    press(explorer, "Enter")
    expect(explorer.rows).to_have_count(2)


def test_the_combobox(explorer: Explorer) -> None:
    explorer.searching.focus()
    press(explorer, *"zongg")
    expect(explorer.searching).to_have_attribute("aria-expanded", "true")
    options = explorer.page.get_by_role("listbox", name="搜索").get_by_role("option")
    expect(options).to_have_count(3)
    press(explorer, "ArrowDown", "ArrowDown", "ArrowUp")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    active = explorer.searching.get_attribute("aria-activedescendant")
    assert active == options.nth(0).get_attribute("id")
    name = options.nth(0).inner_text()
    press(explorer, "Enter")
    assert explorer.title.inner_text() in name
    expect(explorer.title).to_be_focused()


def test_escape_closes_suggestions_then_the_card(explorer: Explorer) -> None:
    explorer.searching.focus()
    press(explorer, *"zongg", "Escape")
    expect(explorer.searching).to_have_attribute("aria-expanded", "false")
    expect(explorer.searching).to_have_value("zongg")
    press(explorer, "ArrowDown", "ArrowDown", "Enter")
    expect(explorer.title).to_be_visible()
    press(explorer, "Escape")
    expect(explorer.card).to_have_count(0)
    expect(explorer.searching).to_be_focused()


def test_the_focus_returns_to_the_row(explorer: Explorer) -> None:
    explorer.open("view=list")
    row = explorer.page.get_by_role("button", name="暖灯行动")
    row.focus()
    press(explorer, "Enter")
    expect(explorer.title).to_be_focused()
    press(explorer, "Tab")
    assert focused(explorer) == "云溪市松竹区总工会"
    press(explorer, "Escape")
    expect(explorer.card).to_have_count(0)
    expect(row).to_be_focused()


def test_bars_of_the_timeline(explorer: Explorer) -> None:
    explorer.open("view=timeline")
    explorer.page.get_by_role("combobox", name="缩放").focus()
    press(explorer, "Tab", "Tab")
    first = focused(explorer)
    press(explorer, "ArrowDown")
    assert focused(explorer) != first
    press(explorer, "Enter")
    expect(explorer.title).to_be_visible()


def test_from_a_card_to_its_neighbours(explorer: Explorer) -> None:
    """How the network is walked without a mouse."""
    explorer.open("view=graph&selected=group/courier")
    explorer.card.get_by_role("button", name="暖灯行动").focus()
    press(explorer, "Enter")
    expect(explorer.title).to_have_text("暖灯行动")
    expect(explorer.title).to_be_focused()
