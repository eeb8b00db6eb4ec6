"""What must hold for any text, however a scanner mangled it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import Lexicon
from kg.model import Source
from kg.read import anatomy
from tests.read.conftest import PAGE, source_of

LEXICON = Lexicon()
PIECES = [
    *PAGE.read_text(encoding="utf-8").split("\n"),
    "（米松）",
    "覃朗 摄",
    "本报讯 ",
    "“",
    "”",
    '"',
    "\r\n",
    "\n",
    " ",
    "\u3000",
    "責任",
    "總工會",
    "＃",
    "# ",
    "图为",
    "a b",
    "\ufeff",
    "\x0c",
    "第3版",
    "，",
    "。",
    "2020年1月2日",
    "\U0001f600",
]
MANGLED = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=40).map("".join)


def check(source: Source) -> None:
    found = anatomy(source, lexicon=LEXICON)
    covered = bytearray(len(source.text))
    for begin, end in found.furniture:
        covered[begin:end] = b"\1" * (end - begin)
    for article in found.articles:
        assert len(article.text) == len(article.begins) == len(article.ends)
        assert 0 <= article.body <= len(article.text)
        for begin, end in zip(article.begins, article.ends, strict=True):
            assert 0 <= begin <= end <= len(source.text)
        for character, begin, end in zip(article.text, article.begins, article.ends, strict=True):
            assert (begin == end) == (character == "\n")
            assert end - begin < 2 or character == " "
        for begin, end in article.stretches:
            assert begin < end
            covered[begin:end] = b"\1" * (end - begin)
        for name in article.bylines:
            phrase = article.phrase(source, name.begin, name.end)
            assert phrase.anchor == source.text[phrase.begin : phrase.end]
            assert article.text[name.begin : name.end].strip() == article.text[name.begin : name.end]
    seen = sum(len(article.text) - article.text.count("\n") - article.text.count(" ") for article in found.articles)
    seen += sum(len("".join(source.text[b:e].split())) for b, e in found.furniture)
    marks = [i for i, c in enumerate(source.text) if not c.isspace() and not covered[i]]
    assert all(source.text[i] == "#" for i in marks)
    assert seen >= len("".join(source.text.split())) - source.text.count("#")


@given(MANGLED)
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_and_offsets_never_lie(text: str) -> None:
    check(source_of(text))


@given(st.randoms(use_true_random=False), st.integers(0, 30))
@settings(max_examples=100, deadline=None)
def test_a_page_cut_up_and_shuffled(random: object, cuts: int) -> None:
    lines = PAGE.read_text(encoding="utf-8").split("\n")
    for _ in range(cuts):
        at = random.randrange(len(lines))  # type: ignore[attr-defined]
        place = random.randrange(len(lines[at]) + 1)  # type: ignore[attr-defined]
        lines[at : at + 1] = [lines[at][:place], "", lines[at][place:]]
    if cuts % 2:
        random.shuffle(lines)  # type: ignore[attr-defined]
    check(source_of("\n".join(lines)))


@given(MANGLED)
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_articles(text: str) -> None:
    assert anatomy(source_of(text), lexicon=LEXICON) == anatomy(source_of(text), lexicon=Lexicon())


@given(MANGLED)
@settings(max_examples=100, deadline=None)
def test_every_view_of_markdown_maps_back(text: str) -> None:
    source = source_of(text, "markdown")
    for article in anatomy(source, lexicon=LEXICON).articles:
        assert len(article.text) == len(article.begins) == len(article.ends)
        assert all(0 <= b <= e <= len(text) for b, e in zip(article.begins, article.ends, strict=True))


@pytest.mark.parametrize(
    "piece",
    ["工会关爱职工，送去温暖。", "（", '"工', "本报讯 记者米松报道 今天好。\n\n", "工会\n", "农历", "（米松 覃朗）\n"],
)
def test_time_grows_with_length_only(piece: str) -> None:
    spent = []
    for size in (20_000, 200_000):
        source = source_of(piece * (size // len(piece)))
        begin = time.process_time()
        anatomy(source, lexicon=LEXICON)
        spent.append(time.process_time() - begin)
    assert spent[1] < 40 * spent[0] + 0.5
