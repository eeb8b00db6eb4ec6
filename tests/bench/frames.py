"""Frame times of the explorer's network with 10,000 nodes and 50,000 edges, and how long its other answers take.

Run by ``make bench-explorer``. The page is made of records that mean nothing; Chromium draws it without a
window. Frames are told apart by the times that requestAnimationFrame gives. Headless Chromium draws WebGL by
software (SwiftShader) on the machine's own processors, which a computer with a graphics chip does not: what
the page's scripts take of each frame is therefore measured apart, by the browser's own count; how fast a graphics
chip draws is not measured here.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from page import record, table
from playwright.sync_api import CDPSession, Page, sync_playwright

from kg.explore.contract import Concept, Data, Initiative, Node, Post
from kg.explore.data import relations
from kg.explore.explorer import laid_out
from kg.explore.page import explorer_page
from tests.explore.browser.provide import chromium

COUNTS = {"group": 60, "initiative": 6000, "organization": 240, "person": 1000, "place": 1200, "union": 1500}
POSTS = 6_400
EXPLANATION = (
    "what the page's own scripts take of a frame is counted apart; the rest is drawing, which a chip does instead. "
    "Lines are hidden while the picture of so many moves; where a chip draws they stay."
)
RECORD = """() => {
  window.frames_ = [];
  const note = (at) => { window.frames_.push(at); window.noting = requestAnimationFrame(note); };
  window.noting = requestAnimationFrame(note);
}"""
TAKE = "() => { cancelAnimationFrame(window.noting); return window.frames_; }"
# Until the second frame after the change: the first may have been on its way.
AFTER = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def made_up() -> Data:
    """10,000 nodes and 50,000 relations; who is joined with whom follows from small primes."""
    first: dict[str, int] = {}
    nodes: list[Node] = []
    for kind in ("union", "initiative", "group", "place", "person", "organization"):
        first[kind] = len(nodes)
        for number in range(COUNTS[kind]):
            above = first[kind] + number // 7 if kind in ("union", "place") and number else None
            nodes.append(
                Node(
                    key=f"{kind}/{number}",
                    type=kind,
                    label=f"名称{kind}{number}号",
                    x=0,
                    y=0,
                    mentions=(),
                    alt=(f"别名{number}",),
                    above=above,
                    confidence=0.5 + number % 50 / 100,
                )
            )

    def some(kind: str, number: int, *primes: int) -> tuple[int, ...]:
        return tuple(sorted({first[kind] + (number * prime + number // 11) % COUNTS[kind] for prime in primes}))

    initiatives = tuple(
        Initiative(
            node=first["initiative"] + number,
            named=True,
            kind=f"k{number % 12}",
            standing="s",
            cues=(),
            start=f"{2010 + number % 15}-{1 + number % 12:02}",
            end="",
            evidence=(),
            amounts=(),
            unions=some("union", number, 1, 7),
            groups=some("group", number, 3, 13),
            places=some("place", number, 5, 17),
            partners=some("organization", number, 19),
        )
        for number in range(COUNTS["initiative"])
    )
    posts = tuple(
        Post(
            first["person"] + number % COUNTS["person"], first["union"] + number * 23 % COUNTS["union"], "主席", 0.9, ()
        )
        for number in range(POSTS)
    )
    kinds = tuple(Concept(f"k{number}", f"类别{number}", f"kind {number}") for number in range(12))
    return Data(tuple(nodes), initiatives, posts, kinds, (Concept("s", "已开展", "done"),), (), (), 0)


class Bench:
    """Frames and answers of one page, gathered as rows."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.frame_rows: list[tuple[str, ...]] = []
        self.answer_rows: list[tuple[str, ...]] = []
        self.protocol: CDPSession = page.context.new_cdp_session(page)
        self.protocol.send("Performance.enable")

    def script(self) -> float:
        """Milliseconds that the page's scripts took so far, by the browser's count."""
        listed: list[dict[str, Any]] = self.protocol.send("Performance.getMetrics")["metrics"]
        return next(1000.0 * float(each["value"]) for each in listed if each["name"] == "ScriptDuration")

    def frames(self, name: str, act: Callable[[], None]) -> None:
        """The times between frames while `act` runs, and how much of them the page's own scripts took."""
        before = self.script()
        self.page.evaluate(RECORD)
        act()
        stamps: list[float] = self.page.evaluate(TAKE)
        gaps = [late - early for early, late in pairwise(stamps)]
        cuts = statistics.quantiles(gaps, n=20)
        figures = (cuts[9], cuts[18], (self.script() - before) / len(gaps))
        self.frame_rows.append((name, str(len(gaps)), *(f"{figure:.1f}" for figure in figures)))
        print(*self.frame_rows[-1], sep="  ", flush=True)

    def answer(self, name: str, act: Callable[[], None]) -> None:
        """How long the page takes to show what `act` asks for."""
        start: float = self.page.evaluate("performance.now()")
        before = self.script()
        act()
        end: float = self.page.evaluate(AFTER)
        self.answer_rows.append((name, f"{end - start:.0f}", f"{self.script() - before:.0f}"))
        print(*self.answer_rows[-1], sep="  ", flush=True)


def drag(page: Page) -> None:
    for turn in range(2):
        page.mouse.move(700, 450)
        page.mouse.down()
        for step in range(20):
            page.mouse.move(700 + (step * 8 if turn % 2 else -step * 8), 450 + step * 3)
        page.mouse.up()


def wheel(page: Page) -> None:
    page.mouse.move(700, 450)
    for turn in range(10):
        page.mouse.wheel(0, -120 if turn % 10 < 5 else 120)
        page.wait_for_timeout(60)


def point(page: Page) -> None:
    for step in range(10):
        page.mouse.move(400 + step * 40, 300 + (step * 37) % 300)
        page.wait_for_timeout(100)


def measure(page: Page, address: str) -> Bench:
    bench = Bench(page)

    def load(state: str, shown: str) -> None:
        page.goto("about:blank")
        page.goto(f"{address}#{state}")
        page.locator(shown).wait_for()

    bench.answer("open, matrix", lambda: load("view=matrix", "main table"))
    search = page.get_by_role("combobox", name="搜索")
    bench.answer("search, first letter", lambda: search.fill("m"))
    bench.answer("search, next letter", lambda: search.fill("mi"))
    bench.answer("search emptied", lambda: search.fill(""))
    views = page.get_by_role("navigation")
    bench.answer("to the list", views.get_by_role("button", name="列表").click)
    bench.answer("to the timeline", views.get_by_role("button", name="时间线").click)
    bench.answer("open, network", lambda: load(f"view=graph&layers={','.join(COUNTS)}", "[role=img]"))
    page.wait_for_timeout(5000)
    bench.frames("at rest", lambda: page.wait_for_timeout(2000))
    bench.frames("panning", lambda: drag(page))
    bench.frames("zooming", lambda: wheel(page))
    bench.frames("pointing at dots", lambda: point(page))
    return bench


def main() -> None:
    program = chromium()
    if program is None:
        sys.exit("no Chromium was found: make provide")
    data = made_up()
    start = time.perf_counter()
    content = explorer_page(laid_out(data))
    size = f"{len(data.nodes):,} nodes and {len(relations(data)):,} edges, a page of {len(content) / 2**20:.1f} MiB"
    laid = f"laid out and written in {time.perf_counter() - start:.0f} s"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "explorer.html"
        path.write_bytes(content)
        arguments = ["--no-sandbox", "--enable-unsafe-swiftshader"]
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(300_000)
        bench = measure(page, path.as_uri())
        browser.close()
    intro = f"{size}, {laid}. Headless Chromium, WebGL drawn by the processors; no graphics chip: {EXPLANATION}"
    frames = table(("milliseconds a frame", "frames", "p50", "p95", "scripts"), bench.frame_rows)
    answers = table(("milliseconds until shown", "elapsed", "scripts"), bench.answer_rows)
    record("The explorer's network", [intro, "", *frames, "", *answers])


if __name__ == "__main__":
    main()
