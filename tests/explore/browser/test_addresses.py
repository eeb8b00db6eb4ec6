"""Every view has an address that restores it, in this tab and in a new one; going back goes back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.explore.browser.explorer import Explorer

ADDRESSES = [
    "",
    "measure=people&groups=group%2Fcourier",
    "view=graph&layers=union%2Cgroup&selected=group%2Fcourier&path=union%2F9901",
    "view=timeline&kinds=condolence&selected=initiative%2F1a1a",
    "view=list&sort=-confidence&confidence=0.6&since=2030&until=2031-02&places=place%2F99",
    "view=list&language=en&theme=dark&query=deng&standings=carried-out",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_restores_its_view(explorer: Explorer, address: str) -> None:
    explorer.open(address)
    shown = explorer.page.locator("#app").inner_text()
    explorer.page.reload()
    assert explorer.page.locator("#app").inner_text() == shown
    fresh = explorer.page.context.new_page()
    explorer.follow(fresh)
    fresh.goto(explorer.page.url)
    assert fresh.locator("#app").inner_text() == shown


def test_what_is_done_is_in_the_address(explorer: Explorer) -> None:
    explorer.view("列表")
    explorer.tick("劳动者群体", "快递员")
    explorer.page.get_by_role("combobox", name="外观").select_option("dark")
    explorer.page.get_by_role("button", name="暖灯行动").click()
    assert explorer.state == {
        "view": ["list"],
        "groups": ["group/courier"],
        "theme": ["dark"],
        "selected": ["initiative/1a1a"],
    }


def test_back_goes_back(explorer: Explorer) -> None:
    explorer.page.get_by_role("button", name="云溪市松竹区总工会 · 快递员").click()
    explorer.page.get_by_role("button", name="暖灯行动").click()
    expect(explorer.title).to_be_visible()
    explorer.page.go_back()
    expect(explorer.card).to_have_count(0)
    expect(explorer.rows).to_have_count(2)
    explorer.page.go_back()
    expect(explorer.page.get_by_role("button", name="云溪市松竹区总工会 · 快递员")).to_be_visible()
    explorer.page.go_forward()
    expect(explorer.rows).to_have_count(2)


def test_typing_makes_one_step_back(explorer: Explorer) -> None:
    explorer.view("列表")
    explorer.searching.press_sequentially("deng")
    expect(explorer.rows).to_have_text(["暖灯行动"])
    explorer.page.go_back()
    expect(explorer.main.get_by_role("columnheader", name="职工")).to_be_visible()


@pytest.mark.parametrize(
    "address",
    [
        "view=nonsense&language=xx&confidence=7&layers=&since=abc",
        "selected=union/none",
        "view=list&sort=none",
        "%E0%A4",
    ],
)
def test_a_wrong_address_shows_something(explorer: Explorer, address: str) -> None:
    explorer.open(address)
    expect(explorer.main).not_to_be_empty()


def test_a_card_of_what_is_not_there_says_so(explorer: Explorer) -> None:
    explorer.open("selected=union/none")
    expect(explorer.card).to_contain_text("图谱中没有")
    explorer.page.get_by_role("button", name="关闭").click()
    expect(explorer.card).to_have_count(0)
