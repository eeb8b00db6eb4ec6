"""The explorer as a reader uses it: a page in a browser, addressed by names and roles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Locator, Page, expect

__all__ = ["Explorer", "opened"]


class Explorer:
    """One open page; what it complained about, asked for and showed as a dialog is kept."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.follow(page)

    def follow(self, page: Page) -> None:
        page.on("console", lambda message: self._complain(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(request.url))

    def _complain(self, kind: str, text: str) -> None:
        if kind == "error":
            self.complaints.append(text)

    def open(self, state: str = "") -> Explorer:
        """Load the page anew with the state that stands behind # in its address."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}#{state}")
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        return self

    @property
    def state(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.page.url).fragment)

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    @property
    def card(self) -> Locator:
        return self.page.locator("aside.card")

    @property
    def title(self) -> Locator:
        """The heading of the card."""
        return self.card.get_by_role("heading", level=2)

    @property
    def searching(self) -> Locator:
        return self.page.get_by_role("combobox", name="搜索")

    @property
    def rows(self) -> Locator:
        """The initiatives of the list, by their names."""
        return self.main.get_by_role("rowheader")

    def view(self, name: str) -> None:
        self.page.get_by_role("navigation").get_by_role("button", name=name).click()

    def tick(self, title: str, label: str) -> None:
        """Tick a choice of the filters, opening its list where it is closed."""
        group = self.page.locator("details.choices", has=self.page.locator("summary", has_text=title))
        if group.get_attribute("open") is None:
            group.locator("summary").click()
        group.get_by_role("checkbox", name=label).click()

    def marks(self) -> list[str]:
        """The highlighted sentences, as they stand in the text."""
        return [str(text) for text in self.card.locator("mark").all_text_contents()]

    def dots(self, variable: str) -> list[tuple[float, float]]:
        """Where the network shows dots of the colour that a variable of the styles names, as places of the page."""
        canvas = self.page.get_by_role("img")
        box = canvas.bounding_box()
        assert box is not None
        picture = canvas.screenshot()
        found: list[list[float]] = self.page.evaluate(_DOTS, [list(picture), variable])
        return [(box["x"] + x, box["y"] + y) for x, y in found]


_DOTS = """async ([bytes, variable]) => {
  const wanted = getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
  const rgb = [1, 3, 5].map((at) => parseInt(wanted.slice(at, at + 2), 16));
  const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, picture.width, picture.height);
  const same = (x, y) => rgb.every((part, at) => Math.abs(data[4 * (y * width + x) + at] - part) < 12);
  const seen = new Set();
  const dots = [];
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) {
    if (!same(x, y) || seen.has(y * width + x)) continue;
    const waiting = [[x, y]];
    const cells = [];
    seen.add(y * width + x);
    while (waiting.length > 0) {
      const [a, b] = waiting.pop();
      cells.push([a, b]);
      for (const [i, j] of [[a + 1, b], [a - 1, b], [a, b + 1], [a, b - 1]]) {
        if (i < 0 || j < 0 || i >= width || j >= height || seen.has(j * width + i) || !same(i, j)) continue;
        seen.add(j * width + i);
        waiting.push([i, j]);
      }
    }
    if (cells.length < 20) continue;
    const mean = (at) => cells.reduce((sum, cell) => sum + cell[at], 0) / cells.length;
    dots.push([mean(0), mean(1)]);
  }
  return dots;
}"""


@contextmanager
def opened(browser: Browser, page: Path | str, **options: Any) -> Iterator[Explorer]:
    """A page in a browser's window of its own; afterwards it must have asked nobody and complained of nothing."""
    address = page if isinstance(page, str) else page.resolve().as_uri()
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN", **options})
    context.set_default_timeout(20_000)
    try:
        explorer = Explorer(context.new_page(), address)
        yield explorer.open()
        assert not explorer.complaints, explorer.complaints
        strangers = [url for url in explorer.requests if not url.startswith((address, "blob:", "data:", "about:"))]
        assert not strangers, strangers
    finally:
        context.close()
