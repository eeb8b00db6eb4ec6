"""Other layouts, the same facts: line breaks, blank lines, the width of punctuation, the order of articles.

Facts are compared by their labels, and by the keys that hang on no position (divisions and their federations,
named initiatives); labels without white space and with punctuation of one width.
"""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from kg.model import EntityType, Knowledge
from tests.generality.layouts import LAYOUTS, half_width, straight_quotes
from tests.rooms import knowledge_of

TESTS = Path(__file__).resolve().parents[1]
SMALL = [path for path in sorted((TESTS / "golden" / "pages").glob("*.txt")) if path.stem != "traditional"]
"""A traditional page has no half-width form of its own; its layouts are those of the others."""
SEEDS = sorted((TESTS.parent / "seeds").glob("*.txt"))
SINGLE = sorted((TESTS / "gold").rglob("texts/[abc]*.txt"))
KEEP_THE_LINES = ("windows line ends", "blank lines", "half-width")
"""The layouts that a page can take whose lines nobody has put together. (Straight quotation marks are none:
scanned pages lack some of the marks, and then nothing tells which open and which close.)"""
GOAL = 0.02
"""Share of the facts of a corpus that a layout may change: a line that ends with a sentence inside
a paragraph cannot be told from the paragraph's end, and paragraphs tell what goes on with what."""


def plain(label: str) -> str:
    return re.sub(r"\s", "", straight_quotes(half_width(label)))


def facts(knowledge: Knowledge) -> Counter[tuple[object, ...]]:
    """Everything a graph says, without positions."""
    named = {one.key: plain(one.label) for one in knowledge.entities}
    found: list[tuple[object, ...]] = [("articles", len(knowledge.articles))]
    for one in knowledge.entities:
        if one.mentions:
            key = one.key if one.type in (EntityType.UNION, EntityType.PLACE) and one.code else ""
            found.append((str(one.type), named[one.key], one.subtype, key))
    for one in knowledge.initiatives:
        linked = (one.unions, one.partners, one.groups, one.places)
        links = (tuple(sorted(named[key] for key in keys)) for keys in linked)
        numbers = sorted((amount.role, amount.measure.value, amount.measure.unit) for amount in one.amounts)
        name = plain(one.label) if one.named else ""
        found.append(("initiative", name, one.kind, *links, tuple(numbers), one.start, one.end))
    for one in knowledge.memberships:
        found.append(("post", named[one.person], named[one.organization], one.title))
    for one in knowledge.articles:
        found.append(("article", plain(one.headline), tuple(sorted(named[key] for key in one.authors)), one.date))
    return Counter(found)


@cache
def facts_of(text: str) -> Counter[tuple[object, ...]]:
    return facts(knowledge_of(text))


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def lost(one: Counter[tuple[object, ...]], other: Counter[tuple[object, ...]]) -> int:
    return max((one - other).total(), (other - one).total())


def share(paths: Iterable[Path], layout: str) -> float:
    pairs = [(facts_of(text), facts_of(LAYOUTS[layout](text))) for text in map(text_of, paths)]
    return sum(lost(one, other) for one, other in pairs) / sum(one.total() for one, _ in pairs)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
def test_a_small_page_says_the_same_in_every_layout(path, layout):
    text = text_of(path)
    assert facts_of(LAYOUTS[layout](text)) == facts_of(text)


@pytest.mark.parametrize("layout", KEEP_THE_LINES)
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_scanned_page_says_the_same_with_other_line_ends_and_widths(path, layout):
    text = text_of(path)
    assert facts_of(LAYOUTS[layout](text)) == facts_of(text)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_single_articles_say_the_same_in_every_layout_but_for_a_small_share(layout):
    if not SINGLE:
        pytest.skip("tests/gold/texts is not here")
    assert share(SINGLE, layout) <= GOAL


ARTICLES = tuple(text_of(path).strip() for path in SMALL if path.stem not in ("two_articles", "southern_two_levels"))
"""One article each."""


@pytest.mark.parametrize("seed", range(6))
def test_a_page_says_the_same_whatever_the_order_of_its_articles(seed):
    assert len(ARTICLES) >= 5
    shuffled = list(ARTICLES)
    random.Random(seed).shuffle(shuffled)
    assert facts_of("\n\n".join(shuffled) + "\n") == facts_of("\n\n".join(ARTICLES) + "\n")


def test_two_articles_together_say_what_each_says_alone():
    """No fact crosses from one article into another on one page (of papers of different provinces)."""
    for one, other in itertools.pairwise(ARTICLES):
        together = facts_of(f"{one}\n\n{other}\n")
        apart = facts_of(one) + facts_of(other)
        assert {fact for fact in together if fact[0] in ("initiative", "post")} == {
            fact for fact in apart if fact[0] in ("initiative", "post")
        }


BROKEN = {
    "a number": "本报讯 徐州市总工会为环卫工人送上清凉饮品和防暑礼包共100\n0份。",
    "an amount of money": "本报讯 徐州市总工会为环卫工人送上清凉饮品，并安排资金1\n2万元。",
    "a by-line": (
        "清凉送到环卫工人手中\n\n本报讯 记者 麦\n清和 通讯员 田一苇 报道 近日，徐州市总工会为环卫工人送上礼包300份。"
    ),
    "a paragraph at a sentence's end": (
        "本报讯 近日，徐州市总工会为环卫工人送去\n清凉礼包和防暑药品，连同一批急救用品。\n"
        "礼包共300份，还有毛巾、风油精和绿豆等。\n\n徐州市总工会还看望货车司机。"
    ),
}
"""What a scanner breaks too, where `LAYOUTS` does not."""


@pytest.mark.parametrize("what", BROKEN)
def test_what_a_scanner_broke_is_joined(what):
    text = BROKEN[what]
    whole = "\n\n".join(part.replace("\n", "") for part in text.split("\n\n"))
    assert whole != text
    assert facts_of(text) == facts_of(whole)


def test_every_layout_changes_something():
    text = text_of(next(path for path in SMALL if path.stem == "clean_article"))
    assert all(layout(text) != text for layout in LAYOUTS.values())
