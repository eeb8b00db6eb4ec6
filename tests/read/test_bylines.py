"""By-lines, sign-offs and credits: a labelled table."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.read.bylines import opening, sign_off, standalone
from kg.read.cues import cues_of
from kg.read.regular import regular

R, C, P = "reporter", "correspondent", "photographer"

OPENINGS = [
    ("本报讯 记者米松 通讯员舒文、单怀远报道 日前，", "日前，", [(R, "米松"), (C, "舒文"), (C, "单怀远")]),
    ("本报讯（记者 覃朗）7月1日", "7月1日", [(R, "覃朗")]),
    ("本报讯(记者 覃 朗 通讯员 欧阳清河)今年", "今年", [(R, "覃 朗"), (C, "欧阳清河")]),
    ("中工网云川2月25日电(记者 宫木)又到", "又到", [(R, "宫木")]),
    ("记者宁可报道 清晨，", "清晨，", [(R, "宁可")]),
    ("《江海劳动者报》讯(记者 李牧)放学", "放学", [(R, "李牧")]),
    ("（文/白工宣）开学", "开学", [(C, "白工宣")]),
    ("本报云川讯 9月1日", "9月1日", []),
    ("本报讯 记者覃朗 报道 日前，", "日前，", [(R, "覃朗")]),
    ("云川日报8月14日15时07分讯（记者 覃朗）炎夏", "炎夏", [(R, "覃朗")]),
    ("本报讯新春将至", "新春将至", []),
    ("江海晚报记者 李牧 通讯员 米松 报道 9月1日", "9月1日", [(R, "李牧"), (C, "米松")]),
    ("又讯 7月2日", "7月2日", []),
    ("本报讯（苗圃 文/图）走进", "走进", [(C, "苗圃")]),
]


@pytest.mark.parametrize(("text", "story", "names"), OPENINGS)
def test_opening(text: str, story: str, names: list[tuple[str, str]], lexicon: Lexicon) -> None:
    text = regular(text)
    found = opening(text, 0, len(text), cues_of(lexicon))
    assert found is not None
    assert text[found.end :] == story
    assert [(name.role, text[name.begin : name.end]) for name in found.names] == names


@pytest.mark.parametrize(
    "text", ["记者从云川市总工会获悉，", "记者了解到，去年", "资讯 一周", "她带来好消息 大家", "（一）组织领导"]
)
def test_no_opening(text: str, lexicon: Lexicon) -> None:
    assert opening(text, 0, len(text), cues_of(lexicon)) is None


SIGN_OFFS = [
    ("（米松）", "", [(C, "米松")], False),
    ("工作取得实效。(米松 单怀远 舒文)", "工作取得实效。", [(C, "米松"), (C, "单怀远"), (C, "舒文")], False),
    ("热情很高。（云川市总工会研究室）", "热情很高。", [], False),
    ("米松、单一 摄", "", [(P, "米松"), (P, "单一")], True),
    ("展示车票。 本报记者 覃 朗 摄", "展示车票。 ", [(R, "覃 朗")], True),
    ("米松、单一 摄影报道", "", [(P, "米松"), (P, "单一")], True),
    ("工友们说。米 松、单 一 摄", "工友们说。", [(P, "米 松"), (P, "单 一")], True),
    ("加入合作社。（白 工）", "加入合作社。", [(C, "白 工")], False),
    ("加入合作社。（米松、单一报道）", "加入合作社。", [(C, "米松"), (C, "单一")], False),
    ("加入合作社。（【初审】/【米松】 【终审】/【单一】）", "加入合作社。", [(C, "米松"), (C, "单一")], False),
]


@pytest.mark.parametrize(("text", "story", "names", "photo"), SIGN_OFFS)
def test_sign_off(text: str, story: str, names: list[tuple[str, str]], photo: bool, lexicon: Lexicon) -> None:
    text = regular(text)
    found = sign_off(text, 0, len(text), cues_of(lexicon))
    assert found is not None
    assert text[: found.begin] == story
    assert [(name.role, text[name.begin : name.end]) for name in found.names] == names
    assert found.photo is photo


@pytest.mark.parametrize(
    "text", ["司机何某（化名）", "发放助学金。（下转2版）", "三等奖。（完）", "职工学摄影", "共5人（含工会干部）"]
)
def test_no_sign_off(text: str, lexicon: Lexicon) -> None:
    assert sign_off(text, 0, len(text), cues_of(lexicon)) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报记者 覃朗", ["覃朗"]),
        ("□ 江海客户端记者 覃朗 通讯员 米松", ["覃朗", "米松"]),
        ("记者从这里出发", []),
        ("摄影：米松", ["米松"]),
    ],
)
def test_standalone(text: str, names: list[str], lexicon: Lexicon) -> None:
    assert [text[n.begin : n.end] for n in standalone(text, 0, len(text), cues_of(lexicon))] == names
