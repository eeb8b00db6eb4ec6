"""Names, titles and texts are data from strangers: none of them becomes an element, runs, or asks anybody."""

from __future__ import annotations

import csv
import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, expect

import kg
from kg.explore.contract import Data
from kg.explore.data import explorer_data
from kg.explore.page import explorer_page
from tests.explore.browser.explorer import Explorer, opened
from tests.graph import sample

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    '"><svg onload=alert(3)>',
    "<iframe srcdoc='<script>alert(4)</script>'>",
    "javascript:alert(5)",
    '=HYPERLINK("http://x.example/")',
    "&lt;b&gt;<!--",
    "{{7*7}}${alert(6)}",
    "\u202e反向 \u2028 行",
    "很长的名称" * 60,
)
INTRUDERS = (
    "img, iframe, object, embed, link[href], a:not([href^='#']), "
    "svg[onload], [onerror], [onload], [onclick], #app script"
)


def hostile(data: Data) -> Data:
    """Every name, form, headline, cue, unit and the text are hostile; positions stay."""
    bad = [HOSTILE[number % len(HOSTILE)] for number in range(max(len(data.nodes), 20))]
    nodes = tuple(
        msgspec.structs.replace(node, label=bad[number], en=bad[number - 1], alt=HOSTILE, level=bad[number])
        for number, node in enumerate(data.nodes)
    )
    initiatives = tuple(
        msgspec.structs.replace(
            each,
            cues=HOSTILE,
            amounts=tuple(
                msgspec.structs.replace(amount, unit=bad[0], item=bad[1], qualifier=bad[2]) for amount in each.amounts
            ),
        )
        for each in data.initiatives
    )
    articles = tuple(
        msgspec.structs.replace(each, headline=bad[number], authors=HOSTILE, published=bad[number + 1])
        for number, each in enumerate(data.articles)
    )
    filler = "".join(HOSTILE)
    sources = tuple(
        msgspec.structs.replace(each, name=bad[2], text=(filler * 9)[: each.length]) for each in data.sources
    )
    posts = tuple(msgspec.structs.replace(post, title=bad[1]) for post in data.posts)
    kinds = tuple(msgspec.structs.replace(kind, zh=bad[0], en=bad[1]) for kind in data.kinds)
    return msgspec.structs.replace(
        data, nodes=nodes, initiatives=initiatives, articles=articles, sources=sources, posts=posts, kinds=kinds
    )


@pytest.fixture
def strange(browser: Browser, graph: kg.Graph, tmp_path: Path) -> Iterator[Explorer]:
    path = tmp_path / "strange.html"
    path.write_bytes(explorer_page(hostile(explorer_data(graph, texts={sample.SOURCE: sample.TEXT}))))
    with opened(browser, path) as explorer:
        yield explorer


def no_intruder(explorer: Explorer) -> None:
    expect(explorer.page.locator(INTRUDERS)).to_have_count(0)
    expect(explorer.page.locator("script")).to_have_count(2)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_name_becomes_an_element(strange: Explorer, language: str) -> None:
    for view in ("matrix", "graph", "timeline", "list"):
        strange.open(f"view={view}&language={language}")
        no_intruder(strange)


def test_no_card_becomes_anything_else(strange: Explorer) -> None:
    keys = ["initiative/1a1a", "union/990102", "person/cc33", "group/courier", "place/ee55", "organization/bb22"]
    for key in keys:
        strange.open(f"view=graph&selected={key}&path=union/9901")
        expect(strange.title).to_be_visible()
        no_intruder(strange)


def test_no_suggestion_and_no_filter_does(strange: Explorer) -> None:
    strange.page.get_by_role("combobox", name="搜索").fill("<img")
    expect(strange.page.get_by_role("listbox", name="搜索").get_by_role("option")).to_have_count(12)
    for summary in strange.page.locator("details.choices > summary").all():
        summary.click()
    no_intruder(strange)


@pytest.mark.parametrize("name", ["query", "selected", "path", "kinds", "sort", "since", "layers"])
def test_no_address_does(explorer: Explorer, name: str) -> None:
    for view in ("matrix", "graph", "list"):
        explorer.open(f"view={view}&{name}=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
        no_intruder(explorer)


def test_no_cell_of_the_csv_is_a_formula(strange: Explorer, tmp_path: Path) -> None:
    strange.open("view=list")
    with strange.page.expect_download() as download:
        strange.page.get_by_role("button", name="导出 CSV").click()
    path = tmp_path / "list.csv"
    download.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_long_names_leave_the_page_as_wide_as_it_is(strange: Explorer) -> None:
    for view in ("matrix", "timeline", "list"):
        strange.open(f"view={view}&selected=initiative/1a1a")
        assert strange.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_served_over_http_it_asks_its_own_host_alone(browser: Browser, sample_page: Path) -> None:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *values: object) -> None:
            """Says nothing."""

    handler = partial(Quiet, directory=str(sample_page.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/{sample_page.name}"
        try:
            with opened(browser, address) as explorer:
                explorer.view("列表")
                explorer.page.get_by_role("button", name="暖灯行动").click()
                expect(explorer.title).to_be_visible()
                assert {url.split("#")[0] for url in explorer.requests} <= {address, "about:blank"}
        finally:
            server.shutdown()


def test_the_policy_holds(browser: Browser, sample_page: Path) -> None:
    """What a script would do that came in after all: it runs no other, and reaches nobody."""
    with opened(browser, sample_page) as explorer:
        tried = explorer.page.evaluate(
            """async () => {
              const reached = await fetch("https://example.org/").then(() => "reached", () => "refused");
              const script = document.createElement("script");
              script.textContent = "window.intruded = true";
              document.body.append(script);
              return [reached, window.intruded === true];
            }"""
        )
        assert tried == ["refused", False]
        assert all("Content Security Policy" in each for each in explorer.complaints)
        explorer.complaints.clear()
        explorer.requests.clear()
