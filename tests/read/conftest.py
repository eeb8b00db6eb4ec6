"""What every test of the room needs: the lexicon, sources made from text, a page written for the tests."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.lexicon import Lexicon
from kg.model import Source

PAGE = Path(__file__).parent / "page.txt"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon()


def source_of(text: str, markup: str = "text", **more: str) -> Source:
    """A source as `sources` would make it."""
    sha256 = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    return Source(key=sha256[:16], name="page", text=text, sha256=sha256, markup=markup, **more)


@pytest.fixture(scope="session")
def make() -> Callable[..., Source]:
    return source_of


@pytest.fixture(scope="session")
def page() -> Source:
    return source_of(PAGE.read_text(encoding="utf-8"))
