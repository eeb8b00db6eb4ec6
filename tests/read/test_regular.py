"""Regular spelling: one character for one character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.regular import regular

CASES = [
    ("送水500箱,职工说:好!", "送水500箱，职工说：好！"),
    ("１２名ＡＢ", "12名AB"),
    ("每天8:30-11:30开放", "每天8:30-11:30开放"),
    ("共12,000人", "共12,000人"),
    ("送水500箱.职工说好.\n(张三)", "送水500箱。职工说好。\n（张三）"),
    ("买买提.艾力来了。他说好。", "买买提.艾力来了。他说好。"),
    ("他说...好", "他说...好"),
    ('"夏送清凉"活动', "“夏送清凉”活动"),
    ('他说:"走。"又说:"来。"', "他说：“走。”又说：“来。”"),
    ('启动"夏日送清\n\n凉"活动', "启动“夏日送清\n\n凉”活动"),
    ("a\u3000b\uffa0c", "a b c"),
    ("家人--孩子", "家人——孩子"),
    ("志愿者---孩子", "志愿者———孩子"),
    ("本报讯(记者 何松\n)今年", "本报讯（记者 何松\n）今年"),
    ("市总工会(含区县)等", "市总工会（含区县）等"),
    ("記者喆鎏到場，總工會為勞動者辦實事", "记者喆鎏到场，总工会为劳动者办实事"),
    ("职工陈贇说，今年厂里工会送来了清凉", "职工陈贇说，今年厂里工会送来了清凉"),
    ("don't (x), y: z", "don't (x), y: z"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_spelling(text: str, expected: str) -> None:
    assert regular(text) == expected


@given(st.text(alphabet=st.sampled_from("工会總勞為鎏,.:()\"'“”１Ａ \u3000\r\n-a1后"), max_size=200))
def test_same_length_and_settled(text: str) -> None:
    once = regular(text)
    assert len(once) == len(text)
    assert [c for c in once if c in "\r\n"] == [c for c in text if c in "\r\n"]
