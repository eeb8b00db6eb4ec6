"""From the matrix to the sentence: what a reader came for, on the small page; quotes are counted in `sample.TEXT`."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.explore.browser.explorer import Explorer

LAMP = "1月18日,松竹区总工会启动“暖灯行动”,为快递小哥送上60余份保温杯"


def test_the_matrix_counts_narrower_groups_too(explorer: Explorer) -> None:
    row = explorer.main.get_by_role("row").filter(has=explorer.page.get_by_role("rowheader", name="云溪市松竹区总工会"))
    expect(row.get_by_role("cell")).to_have_text(["3", "3", "2", "2", "1"])
    expect(explorer.main.get_by_role("columnheader")).to_have_text(
        ["工会", "活动数", "职工", "快递员", "新业态劳动者", "摆渡工"]
    )


def test_the_matrix_sums_people_and_money(explorer: Explorer) -> None:
    cell = explorer.page.get_by_role("button", name="云溪市松竹区总工会 · 快递员")
    explorer.page.get_by_role("radio", name="惠及人数").click()
    expect(cell).to_have_text("200")
    explorer.page.get_by_role("radio", name="资金").click()
    expect(cell).to_have_text("2.5万")


def test_from_a_cell_to_the_highlighted_sentence(explorer: Explorer) -> None:
    explorer.page.get_by_role("button", name="云溪市松竹区总工会 · 快递员 · 2 项活动").click()
    expect(explorer.rows).to_have_text(["暖灯行动", "送保温杯"])
    explorer.page.get_by_role("button", name="暖灯行动").click()
    expect(explorer.title).to_have_text("暖灯行动")
    expect(explorer.card.get_by_role("definition")).to_contain_text(["云溪市松竹区总工会", "快递员", "青石快运公司"])
    assert explorer.marks() == [LAMP, "青石快运公司协办"]
    expect(explorer.card.locator("q")).to_have_text([LAMP, "青石快运公司协办"])


def test_a_mention_opens_the_card_of_what_it_names(explorer: Explorer) -> None:
    explorer.open("view=list&selected=initiative/1a1a")
    explorer.card.locator("mark").get_by_role("link", name="松竹区总工会").click()
    expect(explorer.title).to_have_text("云溪市松竹区总工会")
    expect(explorer.card).to_contain_text("陆望舒 主席")
    explorer.page.go_back()
    expect(explorer.title).to_have_text("暖灯行动")


def test_a_card_says_how_much(explorer: Explorer) -> None:
    explorer.open("selected=initiative/1a1a")
    expect(explorer.card).to_contain_text("超过 60 份 保温杯")
    expect(explorer.card).to_contain_text("2.5万 元")
    expect(explorer.card).to_contain_text("约 200 名 快递员")


def test_the_seeds_show_their_sentences(seeds: Explorer) -> None:
    seeds.view("列表")
    seeds.rows.first.get_by_role("button").click()
    expect(seeds.title).to_be_visible()
    shown = ["".join(mark.split()) for mark in seeds.marks()]
    quotes = ["".join(quote.split()) for quote in seeds.card.locator("q").all_text_contents()]
    assert quotes
    assert all(any(quote in mark for mark in shown) for quote in quotes)
