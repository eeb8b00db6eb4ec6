"""Where reports disagree: the graph keeps every value, and `kg conflicts` tells them with their sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app
from kg.query.conflicts import Conflict, _agree
from tests.rooms import knowledge_of

FIRST = "本报讯 1月10日，徐州市总工会举办“彭城送福”慰问活动，为环卫工人送去500份礼包。"
SECOND = "本报讯 1月12日，徐州市总工会举办“彭城送福”慰问活动，为环卫工人送去600份礼包。"


def found(*texts: str) -> list[Conflict]:
    return list(kg.Graph(knowledge_of(*texts)).conflicts())


def values(conflict: Conflict) -> list[str]:
    return [told.value for told in conflict.values]


def test_two_numbers_of_one_thing() -> None:
    (conflict,) = found(FIRST, SECOND.replace("1月12日", "1月10日"))
    assert "彭城送福" in conflict.initiative
    assert conflict.what.startswith("provision 份 礼包")
    assert values(conflict) == ["500 份 礼包", "600 份 礼包"]
    assert [quote.text for told in conflict.values for quote in told.quotes] == [
        FIRST,
        SECOND.replace("1月12日", "1月10日"),
    ]
    assert [told.quotes[0].source for told in conflict.values] == ["page0.txt", "page1.txt"]


def test_two_starts() -> None:
    first, second = (text.replace("1月", "2031年1月") for text in (FIRST, SECOND.replace("600", "500")))
    (conflict,) = found(first, second)
    assert conflict.what == "start"
    assert values(conflict) == ["2031-01-10", "2031-01-12"]


def test_two_names_of_one_village() -> None:
    (conflict,) = found(
        "本报讯 近日，云龙区总工会采购丰县东岭村苹果480箱，送给一线职工。",
        "本报讯 云龙区总工会订购丰县冬岭村苹果480箱，送到一线职工手中。",
    )
    assert conflict.what == "place 村"
    assert values(conflict) == ["丰县东岭村", "丰县冬岭村"]


@pytest.mark.parametrize(
    "texts",
    [
        (FIRST, FIRST.replace("500份礼包", "300箱饮料")),
        (FIRST, FIRST.replace("500份", "500余份")),
        (FIRST.replace("500份", "480份"), FIRST.replace("500份", "近500份")),
        (FIRST + "“彭城送福”活动还为快递员送去600份礼包。", SECOND.replace("1月12日", "1月10日")),
        (FIRST.replace("，为", "，在云龙湖广场为"), FIRST),
        (
            "本报讯 近日，云龙区总工会采购丰县东岭村苹果480箱，送给一线职工。",
            "本报讯 云龙区总工会订购沛县冬岭村苹果480箱，送到一线职工手中。",
        ),
        (
            "本报讯 近日，云龙区总工会采购丰县东岭村苹果480箱，送给一线职工。",
            "本报讯 云龙区总工会订购丰县石桥村苹果480箱，送到一线职工手中。",
        ),
    ],
)
def test_what_agrees_is_no_conflict(texts: tuple[str, ...]) -> None:
    assert found(*texts) == []


def test_one_report_alone_disagrees_with_nobody() -> None:
    assert found(FIRST + "“彭城送福”慰问活动为快递员送去600份礼包。") == []


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ((500.0, ""), (500.0, "more than"), True),
        ((300000.0, "more than"), (330000.0, ""), True),
        ((300000.0, "more than"), (400000.0, ""), False),
        ((2000.0, "about"), (1986.0, ""), True),
        ((2000.0, "about"), (1000.0, ""), False),
        ((50.0, "at most"), (40.0, ""), True),
        ((1500.0, ""), (1520.0, ""), False),
    ],
)
def test_numbers_that_a_qualifier_allows_agree(one: tuple[float, str], other: tuple[float, str], agree: bool) -> None:
    assert _agree(one, other) is agree
    assert _agree(other, one) is agree


def test_the_command_lists_them(tmp_path: Path) -> None:
    kg.Graph(knowledge_of(FIRST, SECOND.replace("1月12日", "1月10日"))).write(tmp_path)
    table = CliRunner().invoke(app, ["conflicts", str(tmp_path)])
    assert table.exit_code == 0
    assert "500" in table.stdout
    assert "600" in table.stdout
    listed = json.loads(CliRunner().invoke(app, ["conflicts", str(tmp_path), "--format", "json"]).stdout)
    assert [told["value"] for told in listed[0]["values"]] == ["500 份 礼包", "600 份 礼包"]
    assert listed[0]["values"][0]["quotes"][0]["text"] == FIRST


def test_the_command_without_conflicts_and_without_a_graph(tmp_path: Path) -> None:
    nothing = CliRunner().invoke(app, ["conflicts", str(tmp_path)])
    assert nothing.exit_code == 2
    assert nothing.stderr.count("\n") == 1
    kg.Graph(knowledge_of(FIRST)).write(tmp_path)
    assert CliRunner().invoke(app, ["conflicts", str(tmp_path)]).stdout == "No reports disagree.\n"


def test_disputed_starts_keep_the_shapes(tmp_path: Path) -> None:
    from kg.query import validate

    first, second = (text.replace("1月", "2031年1月") for text in (FIRST, SECOND))
    graph = kg.Graph(knowledge_of(first, second))
    graph.write(tmp_path)
    report = validate(tmp_path)
    assert report.conforms, report.text
    assert dict(report.checked)["Dating"] == 2
    assert {
        row["start"].isoformat()
        for row in graph.sparql(
            "SELECT ?start { ?i ukg:dating ?d . ?d schema:startDate ?start ; prov:wasDerivedFrom/nif:anchorOf ?words }"
        )
    } == {"2031-01-10", "2031-01-12"}
