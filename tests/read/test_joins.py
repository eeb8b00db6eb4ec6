"""Lines cut by a column or a scanner: what is joined, and what stays apart. Invented text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from kg.lexicon import Lexicon
from kg.model import Source
from kg.models.extract_words import common_words
from kg.read import articles
from kg.read.cues import cues_of
from kg.read.joins import continues, seam
from kg.read.words import torn_word

HEAD = "云川市总工会送清凉到工地\n\n本报讯 记者覃朗报道 7月2日，云川市总工会启动送清凉行动。\n\n"


def points(earlier: str, later: str, lexicon: Lexicon) -> float:
    return continues(seam(earlier, later, Counter(), cues_of(lexicon)))


def test_a_word_torn_in_two_is_seen() -> None:
    assert torn_word("工会为户外劳", "动者送去凉茶") >= 2
    assert torn_word("活动已经结束", "梨园街道") == 0


def test_the_words_are_common_and_of_chinese_characters_alone() -> None:
    listed = ["职工 5213 n", "功服 3 n", "的 318825 uj", "A股 30 n", "如坐针毡 36 i"]
    assert list(common_words("\n".join(listed))) == ["职工", "如坐针毡"]


def test_a_torn_word_speaks_for_joining(lexicon: Lexicon) -> None:
    torn = points("工会的干部们一早来到车站，为环卫工", "人送去毛巾和凉茶。", lexicon)
    assert torn > points("工会的干部们一早来到车站，为环卫工", "“这里凉快。”何大姐说。", lexicon)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_sentence_may_end_at_a_columns_edge(make: Callable[..., Source], lexicon: Lexicon, gap: str) -> None:
    lines = [
        "工会干部一早来到云川南站工地",
        "为工友送去凉茶、毛巾和药品。",
        "工友们排着队，领到了清凉包，",
        "每人一份，工会还请来理发师，",
        "在工棚里给大家剪了头发。",
    ]
    found = articles(make(HEAD + gap.join(lines) + "\n"), lexicon=lexicon)
    assert len(found) == 1
    assert "".join(lines[1:]) in found[0].text


def test_a_columns_first_line_is_no_section_head(make: Callable[..., Source], lexicon: Lexicon) -> None:
    lines = [
        "工会干部一早来到云川南站工地",
        "为工友送去凉茶、毛巾和药品。",
        "工友们排着队，领到了清凉包，",
        "大家都说这份清凉来得及时。",
    ]
    (found,) = articles(make(HEAD + "\n".join(lines) + "\n"), lexicon=lexicon)
    assert "".join(lines) in found.text


def test_a_cut_line_above_a_headline_is_none(make: Callable[..., Source], lexicon: Lexicon) -> None:
    below = "松河县举办焊工比武\n\n本报讯 通讯员皮文彬报道 日前，松河县总工会举办比武。\n"
    text = HEAD + "云川市总工会还将把这项行动延伸到\n\n" + below
    assert [one.headline for one in articles(make(text), lexicon=lexicon)] == [
        "云川市总工会送清凉到工地",
        "松河县举办焊工比武",
    ]


def test_few_lines_between_empty_ones_make_a_column(make: Callable[..., Source], lexicon: Lexicon) -> None:
    lines = [
        "本报讯 近日，云川市总工会给环卫工人送去",
        "凉茶、毛巾和防暑药品，还有一批急救用品。",
        "礼包共三百份，由各站点的工会干部分发。",
    ]
    (found,) = articles(make("\n".join(lines) + "\n\n云川市总工会还看望货车司机。\n"), lexicon=lexicon)
    assert found.text.split("\n") == ["".join(lines), "云川市总工会还看望货车司机。"]


def test_lines_that_each_end_a_sentence_stay_apart(make: Callable[..., Source], lexicon: Lexicon) -> None:
    lines = [
        "本报讯 云川市总工会给环卫工人送去凉茶。",
        "松河县总工会带着毛巾看望货车司机和骑手。",
        "白塔镇总工会请来理发师，进了工地工棚。",
    ]
    (found,) = articles(make("\n".join(lines) + "\n"), lexicon=lexicon)
    assert found.text.split("\n") == lines
