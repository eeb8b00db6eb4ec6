"""A Chromium, the pages that it opens, and the web folder with its packages installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import kg
from kg.explore import explorer_html
from tests.explore.browser.explorer import Explorer, opened
from tests.explore.browser.provide import chromium, missing, npm
from tests.graph import sample

Opened = Callable[..., AbstractContextManager[Explorer]]

# Root may not use Chromium's sandbox; WebGL is drawn by software; nothing is asked of anybody.
ARGUMENTS = [
    "--no-sandbox",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


# For this folder alone: while Playwright runs, no other test of the process could use asyncio.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None:
        missing("no Chromium was found")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def sample_page(graph: kg.Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the small graph written by hand, with its text."""
    path = tmp_path_factory.mktemp("explorer") / "explorer.html"
    path.write_bytes(explorer_html(graph, texts={sample.SOURCE: sample.TEXT}))
    return path


@pytest.fixture(scope="session")
def seeds_page(seed_graph: Path) -> Path:
    """The page that a build of the seeds writes."""
    return seed_graph / "explorer.html"


@pytest.fixture
def explorer(browser: Browser, sample_page: Path) -> Iterator[Explorer]:
    with opened(browser, sample_page) as explorer:
        yield explorer


@pytest.fixture
def seeds(browser: Browser, seeds_page: Path) -> Iterator[Explorer]:
    with opened(browser, seeds_page) as explorer:
        yield explorer


@pytest.fixture(scope="session")
def pictures(root: Path) -> Path:
    """Where tests leave pictures to be looked at."""
    folder = root / "build" / "explorer"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def web(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of kg/explore/ with the packages that package-lock.json lists: its folder `web`."""
    program = npm()
    if program is None:
        missing("node or npm was not found")
    copy = tmp_path_factory.mktemp("web") / "explore"
    shutil.copytree(root / "kg" / "explore", copy, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    result = subprocess.run(
        [program, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=copy / "web",
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    if result.returncode != 0:
        missing(f"npm ci failed: {result.stderr.strip()[-300:]}")
    return copy / "web"
