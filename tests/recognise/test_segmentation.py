"""The segmenter of ours cuts as spacy-pkuseg does, and the names of divisions are found as an automaton finds them."""

from __future__ import annotations

import pytest
import spacy_pkuseg
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.models import artefact
from kg.recognise.division_forms import DivisionForms
from kg.recognise.gazetteer import Gazetteer
from kg.recognise.matching import FormMatcher
from kg.recognise.segmentation import Segmenter

THEIRS = spacy_pkuseg.pkuseg(str(artefact("pkuseg")), user_dict=None)
OURS = Segmenter(artefact("pkuseg"))
GAZETTEER = Gazetteer.load()
DIVISIONS = DivisionForms(GAZETTEER)
CHARACTERS = "工会职工中国人民共和开始可以的了一二12.*-Ａ，。“x\x00&"
AUTOMATON = FormMatcher(dict(GAZETTEER.forms()))


@pytest.mark.parametrize(
    "text",
    [
        "工会",
        "某某市总工会为2万余名快递员送去清凉。",
        "中华人民共和国的人民代表大会开始了",
        "ＡＢ１２％-_,.|/*:&*，二十三名",
        "“十四五”期间（2021—2025年）",
        "𠀀😀中国",
    ],
)
def test_words_are_those_of_spacy_pkuseg(text: str) -> None:
    assert OURS.cut(text) == THEIRS.cut(text)


@settings(max_examples=200)
@given(st.text(alphabet=st.sampled_from(CHARACTERS), min_size=1, max_size=60))
def test_any_text_is_cut_as_by_spacy_pkuseg(text: str) -> None:
    assert OURS.cut(text) == THEIRS.cut(text)


def test_nothing_has_no_words() -> None:
    assert OURS.cut("") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "省",
        "在浙江省宁波市海曙区和绍兴的上虞区",
        "从江门市到东莞市虎门镇，又经周庄镇回上海",
        "和平区与城区",
        "呼和浩特市新城区成吉思汗大街街道",
    ],
)
def test_forms_of_divisions_are_leftmost_and_longest(text: str) -> None:
    assert DIVISIONS.matches(text) == AUTOMATON.matches(text)


def test_townships_are_made_as_they_are_asked_for() -> None:
    town = GAZETTEER.candidates("虎门镇")[0]
    assert GAZETTEER.by_code[town.code] is town
    assert town.code in GAZETTEER.by_code and "440000-000000" not in GAZETTEER.by_code
    assert GAZETTEER.by_code.get("999999-000000") is None
