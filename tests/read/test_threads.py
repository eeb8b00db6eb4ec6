"""Where a paragraph goes on a page of several articles, in texts written for the tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.lexicon import Lexicon
from kg.model import Source
from kg.read import articles


@pytest.mark.parametrize(("one", "other"), [("泉州", "芜湖"), ("湘潭", "徐州"), ("榆林", "常州")])
def test_a_paragraph_goes_to_the_article_that_names_its_place(
    one: str, other: str, make: Callable[..., Source], lexicon: Lexicon
) -> None:
    page = (
        f"{one}工会给骑手送年礼\n\n"
        f"本报讯 记者覃朗报道 1月3日，{one}市总工会给骑手送去年礼，{one}的骑手代表领到了手套和头盔。\n\n"
        f"{other}货车司机喝上热茶\n\n"
        f"本报讯 记者皮文彬报道 1月5日，{other}市总工会在服务区摆出茶摊，货车司机停下来喝一碗热茶。\n\n"
        f"{other}市总工会还给货车司机讲了交通安全课。\n\n"
        f"据了解，{one}市总工会给骑手的这份年礼里还有一张体检卡。\n"
    )
    first, second = articles(make(page), lexicon=lexicon)
    assert "体检卡" in first.text
    assert "交通安全课" in second.text


def test_a_paragraph_that_stands_twice_goes_to_the_article_that_holds_it(
    make: Callable[..., Source], lexicon: Lexicon
) -> None:
    told = "覃朗试讲了三遍，先改节奏，再改用词，又请同事提意见，半个多月后第一次直播就有三百人来听。"
    page = (
        "松河县成立信息员联合工会\n\n"
        "本报讯 记者皮文彬报道 日前，松河县商场信息员联合工会成立，近千名信息员有了自己的家。\n\n"
        f"老师当天就动手，{told}\n\n"
        "松河县已有十九家联合工会，会员五千多人。\n\n"
        "白塔学院工会办起直播课\n\n"
        "本报讯 记者程一帆报道 白塔学院工会给教职工开出直播课，教大家对着镜头讲课。\n\n"
        f"去年秋天，学院第一次试水。{told}\n"
    )
    first, second = articles(make(page), lexicon=lexicon)
    assert "试讲" not in first.text
    assert "十九家" in first.text
    assert second.text.count(told) == 2
