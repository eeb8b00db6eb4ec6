"""Markdown and HTML: marks are no part of the view, places point into the markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.lexicon import Lexicon
from kg.model import Source
from kg.read import articles
from kg.read.markdown import visible_markdown

Make = Callable[..., Source]

MARKDOWN = """---
title: 不在正文里的题
date: 2023-05-06
---
# 云川工会**送清凉** [详见](http://example.org/a_b)

本报讯（记者 覃朗）7月1日,云川市总工会&amp;市卫健委举办*夏送清凉*活动。

- 送水500箱
* 送茶\\*三百斤

> 职工说:好!

### 站点在哪
![一张图](a.png)在车站。

## 松河县工会办比武

日前,松河县总工会举办比武。(米松)
"""


def test_markdown(make: Make, lexicon: Lexicon) -> None:
    source = make(MARKDOWN, "markdown")
    first, second = articles(source, lexicon=lexicon)
    assert first.text.split("\n") == [
        "云川工会送清凉 详见",
        "本报讯（记者 覃朗）7月1日，云川市总工会&市卫健委举办夏送清凉活动。",
        "送水500箱",
        "送茶*三百斤",
        "职工说：好！",
        "站点在哪",
        "在车站。",
    ]
    assert first.date == second.date == "2023-05-06"
    assert second.headline == "松河县工会办比武"
    place = first.text.index("会&市")
    assert first.phrase(source, place, place + 3).anchor == "会&amp;市"


def test_headings_in_plain_text(make: Make, lexicon: Lexicon) -> None:
    text = "## 甲工会办比武\n\n松河县总工会举办比武。\n\n## 乙工会送茶\n\n云川市总工会送茶。"
    found = articles(make(text), lexicon=lexicon)
    assert [article.headline for article in found] == ["甲工会办比武", "乙工会送茶"]


@pytest.mark.parametrize("text", ["[" * 50000, "![a" * 20000, "*" * 50000, "| " * 50000, "> " * 50000, "<" * 50000])
def test_hostile_marks_take_no_time(make: Make, text: str) -> None:
    seen = visible_markdown(make(text, "markdown"))
    assert len(seen.text) == len(seen.begins) == len(seen.ends)


HTML = """<html><head><title>云川市总工会送清凉 - 云川工会网</title><script>var a = "<p>x";</script></head>
<body><div><a href="/">首页</a> <a href="/n">新闻</a></div><article><h1>云川市总工会送清凉</h1>
<p>本报讯（记者 覃朗）7月1日,云川市总工会&amp;市卫健委举办&ldquo;夏送清凉&rdquo;活动，慰问一线
职工三百人，送去清凉饮料五百箱，把关怀送到工地、车间、站点。</p>
<p>市总工会主席卓然说，下一步还将<b>继续</b>开展高温慰问，覆盖全市各行业一线劳动者，让大家安心度夏。</p>
</article><div>版权所有 云川工会网</div></body></html>"""


def test_html(make: Make, lexicon: Lexicon) -> None:
    pytest.importorskip("trafilatura")
    source = make(HTML, "html")
    (article,) = articles(source, lexicon=lexicon)
    assert article.headline == "云川市总工会送清凉"
    assert "首页" not in article.text
    assert "版权" not in article.text
    assert "云川市总工会&市卫健委举办“夏送清凉”活动，慰问一线职工三百人" in article.text
    place = article.text.index("会&市")
    assert article.phrase(source, place, place + 3).anchor == "会&amp;市"
    place = article.text.index("继续开展")
    assert article.phrase(source, place, place + 4).anchor == "继续</b>开展"
