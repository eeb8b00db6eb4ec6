"""Timeline, list, CSV, language, appearance."""

from __future__ import annotations

import csv
from pathlib import Path

from playwright.sync_api import expect

from tests.explore.browser.explorer import Explorer


def test_a_bar_of_the_timeline_opens_its_card(explorer: Explorer) -> None:
    explorer.view("时间线")
    bars = explorer.main.locator("rect.deed")
    expect(bars).to_have_count(3)
    explorer.main.get_by_role("button", name="职工读书会 · 云溪市总工会; 云溪市松竹区总工会 · 2030").click()
    expect(explorer.title).to_have_text("职工读书会")


def test_bars_are_as_long_as_the_text_is_precise(explorer: Explorer) -> None:
    """A year, a month, a day."""
    explorer.view("时间线")
    boxes = [
        explorer.main.get_by_role("button", name=name).bounding_box() for name in ("职工读书会", "送保温杯", "暖灯行动")
    ]
    year, month, day = (box["width"] for box in boxes if box is not None)
    assert 11 < year / month < 13
    assert month > day


def test_the_list_sorts(explorer: Explorer) -> None:
    explorer.view("列表")
    confidence = explorer.main.get_by_role("columnheader", name="置信度")
    confidence.get_by_role("button").click()
    expect(explorer.rows).to_have_text(["送保温杯", "职工读书会", "暖灯行动"])
    expect(confidence).to_have_attribute("aria-sort", "ascending")
    confidence.get_by_role("button").click()
    expect(explorer.rows).to_have_text(["暖灯行动", "职工读书会", "送保温杯"])
    expect(confidence).to_have_attribute("aria-sort", "descending")
    assert explorer.state["sort"] == ["-confidence"]


def test_what_is_empty_comes_last_both_ways(explorer: Explorer) -> None:
    for sort in ("place", "-place"):
        explorer.open(f"view=list&sort={sort}")
        expect(explorer.rows.last).to_have_text("职工读书会")


def test_csv_holds_what_is_chosen(explorer: Explorer, tmp_path: Path) -> None:
    explorer.open("view=list&groups=group/courier&sort=initiative")
    with explorer.page.expect_download() as download:
        explorer.page.get_by_role("button", name="导出 CSV").click()
    path = tmp_path / "list.csv"
    download.value.save_as(path)
    assert download.value.suggested_filename == "initiatives.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header[:4] == ["活动", "工会", "劳动者群体", "类别"]
    # 暖 (nuǎn) stands before 送 (sòng).
    assert [row[0] for row in rows] == ["暖灯行动", "送保温杯"]
    assert rows[0][-1].startswith("1月18日,松竹区总工会启动“暖灯行动”")


def test_the_language_is_changed(explorer: Explorer) -> None:
    explorer.page.get_by_role("button", name="English").click()
    expect(explorer.page.locator("html")).to_have_attribute("lang", "en")
    expect(explorer.page.get_by_role("navigation").get_by_role("button")).to_have_text(
        ["Overview", "Network", "Timeline", "List"]
    )
    expect(explorer.main.get_by_role("columnheader", name="couriers")).to_be_visible()
    assert explorer.page.title() == "Union graph"
    explorer.page.get_by_role("button", name="中文").click()
    expect(explorer.page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_light_and_dark(explorer: Explorer) -> None:
    def paper() -> str:
        return str(explorer.page.evaluate("getComputedStyle(document.body).backgroundColor"))

    explorer.page.emulate_media(color_scheme="light")
    light = paper()
    explorer.page.emulate_media(color_scheme="dark")
    dark = paper()
    assert light != dark
    explorer.page.get_by_role("combobox", name="外观").select_option("light")
    assert paper() == light
    explorer.page.emulate_media(color_scheme="light")
    explorer.page.get_by_role("combobox", name="外观").select_option("dark")
    assert paper() == dark


def test_the_network_follows_the_appearance(explorer: Explorer) -> None:
    explorer.open("view=graph&layers=union&theme=light")
    assert len(explorer.dots("--union")) == 3
    explorer.page.get_by_role("combobox", name="外观").select_option("dark")
    explorer.page.wait_for_timeout(300)
    assert len(explorer.dots("--union")) == 3
