"""On a phone and at every width of a window nothing is cut off; the pictures are left to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.explore.browser.explorer import Explorer, opened

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
VIEWS = ["matrix", "graph", "timeline", "list"]


@pytest.fixture
def phone(browser: Browser, seeds_page: Path) -> Iterator[Explorer]:
    with opened(browser, seeds_page, **PHONE) as explorer:
        yield explorer


@pytest.mark.parametrize("view", VIEWS)
def test_a_phone_scrolls_down_alone(phone: Explorer, pictures: Path, view: str) -> None:
    phone.open(f"view={view}")
    assert phone.page.evaluate(FITS)
    phone.page.wait_for_timeout(300)
    phone.page.screenshot(path=pictures / f"phone-{view}.png")


def test_a_card_covers_a_phone_and_closes(phone: Explorer, pictures: Path) -> None:
    phone.open("view=list")
    phone.rows.first.get_by_role("button").tap()
    expect(phone.title).to_be_visible()
    box = phone.card.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    phone.page.screenshot(path=pictures / "phone-card.png")
    phone.page.get_by_role("button", name="关闭").tap()
    expect(phone.card).to_have_count(0)
    expect(phone.rows.first).to_be_visible()


def test_filters_of_a_phone_open_on_demand(phone: Explorer, pictures: Path) -> None:
    expect(phone.page.get_by_role("slider")).to_be_hidden()
    phone.page.locator("aside.filters summary").first.tap()
    expect(phone.page.get_by_role("slider")).to_be_visible()
    phone.page.screenshot(path=pictures / "phone-filters.png")


@pytest.mark.parametrize("width", [900, 1100, 1600])
def test_every_width_fits(seeds: Explorer, pictures: Path, width: int) -> None:
    seeds.page.set_viewport_size({"width": width, "height": 800})
    for view in VIEWS:
        for card in ("", "&selected=group/courier"):
            seeds.open(f"view={view}{card}")
            assert seeds.page.evaluate(FITS), (view, card)
            seeds.page.wait_for_timeout(100)
            seeds.page.screenshot(path=pictures / f"{width}-{view}{'-card' if card else ''}.png")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_dark(seeds: Explorer, pictures: Path, language: str) -> None:
    for view in VIEWS:
        seeds.open(f"view={view}&theme=dark&language={language}&selected=group/courier")
        assert seeds.page.evaluate(FITS), view
        seeds.page.wait_for_timeout(200)
        seeds.page.screenshot(path=pictures / f"dark-{language}-{view}.png")
    background = seeds.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(22, 21, 19)"


def test_filters_open(seeds: Explorer, pictures: Path) -> None:
    for summary in seeds.page.locator("details.choices > summary").all():
        summary.click()
    seeds.page.get_by_role("combobox", name="搜索").fill("gonghui")
    seeds.page.screenshot(path=pictures / "filters.png")
    assert seeds.page.evaluate(FITS)
