"""Intervals, calibration, several sources, and what is told to whoever gives the wrong folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import InputError, OutputError
from kg.score import score
from kg.score.calibration import calibration
from kg.score.counts import Counts
from kg.score.intervals import intervals
from tests.score.conftest import GOLD, Scored

Folders = tuple[Path, Path, Path]


def run(folders: Folders, *options: str) -> Any:
    out, gold, texts = map(str, folders)
    return CliRunner().invoke(app, ["score", out, "--gold", gold, "--texts", texts, *options])


def test_intervals_of_files_that_agree_are_a_point() -> None:
    assert intervals([{"m": Counts(1, 2, 2)}] * 5) == {"m": (0.5, 0.5)}


def test_intervals_hold_the_figure_and_are_the_same_every_time() -> None:
    files = [{"m": Counts(right, 10, 10)} for right in range(11)]
    low, high = intervals(files)["m"]
    assert 0.2 < low < 0.5 < high < 0.8
    assert intervals(files)["m"] == (low, high)
    assert intervals([]) == {}


def test_calibration_counts_what_is_right_in_each_tenth(scored: Scored) -> None:
    result = scored(('"林一"', '"林二"'), ("ukg:confidence 0.6 ", "ukg:confidence 1.0 "))
    told = {(one.sort, one.part, one.tenth): (one.facts, one.right) for one in calibration([result])}
    assert told[("entity", "", 9)] == (5, 4)
    assert told[("entity", "Person", 9)] == (1, 0)
    assert told[("entity", "", 7)] == told[("entity", "Place", 7)] == (1, 1), "optional ones are right"
    assert told[("initiative", "named", 8)] == told[("initiative", "described", 9)] == (1, 1)
    assert told[("post", "", 9)] == (1, 0)
    (person,) = [one for one in calibration([result]) if one.part == "Person"]
    assert (person.share, person.gap, person.holds) == (0, -0.9, False)
    doubled = {(one.sort, one.part, one.tenth): one.facts for one in calibration([result, result])}
    assert doubled == {key: 2 * facts for key, (facts, _) in told.items()}


@pytest.mark.parametrize(("other", "right"), [("i1", 1), ("i2", 0)])
def test_one_initiative_of_two_sources_is_one_node(folders: Folders, other: str, right: int) -> None:
    pairs = [[["page", "i1"], ["page", other]], [["page", "i1"], ["x", "i1"]]]
    (folders[1] / "same.json").write_text(json.dumps(pairs))
    assert score(*folders).counts["one node across sources"] == Counts(right, 1, 1)


def test_json_of_the_command(folders: Folders) -> None:
    told = json.loads(run(folders, "--format", "json").stdout)
    assert told["files"] == 1
    assert set(told) == {"files", "measures"}
    assert told["measures"]["initiatives"] == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "interval": [1.0, 1.0],
        "right": 2,
        "in_graph": 2,
        "in_gold": 2,
    }
    told = json.loads(run(folders, "--format", "json", "--errors", "--calibration").stdout)
    assert told["misses"] == {"page.txt": []}
    assert told["calibration"][0] == {
        "sort": "initiative",
        "part": "",
        "from": 0.6,
        "to": 0.7,
        "facts": 1,
        "right": 1,
        "share": 1.0,
        "confidence": 0.6,
    }


def test_table_of_the_command(folders: Folders) -> None:
    (folders[0] / "graph.ttl").write_text((folders[0] / "graph.ttl").read_text().replace('"林一" ;', '"林二" ;'))
    result = run(folders, "--errors", "--calibration")
    assert result.exit_code == 0
    assert result.stdout == run(folders, "--errors", "--calibration").stdout
    assert "…" not in result.stdout
    assert result.stdout.splitlines()[-5:] == [
        "page.txt: 4",
        "  wrong role: 林二, 云州总工会, 主席",
        "  missing role: 林一, 云州市总工会, 主席",
        "  wrong entity Person: 林二",
        "  missing entity Person: 林一",
    ]


@pytest.mark.parametrize(
    ("folder", "file", "content", "says"),
    [
        (0, "graph.ttl", None, "holds no .ttl and no .nt file"),
        (0, "graph.ttl", "nonsense", "graph.ttl: cannot be read"),
        (1, "page.json", None, "holds no gold file"),
        (1, "page.json", "{", "page.json: is no JSON"),
        (1, "page.json", '{"source": "page.txt", "entities": [{}]}', "page.json: is no gold file"),
        (1, "page.json", json.dumps({**GOLD, "entities": []}), "no entity is called 'u1'"),
        (1, "same.json", "[1]", "same.json: "),
        (2, "page.txt", None, "page.txt: is missing"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(
    folders: Folders, folder: int, file: str, content: str | None, says: str
) -> None:
    path = folders[folder] / file
    if content is None:
        path.unlink()
    else:
        path.write_text(content, encoding="utf-8")
    with pytest.raises((InputError, OutputError)):
        score(*folders)
    result = run(folders)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
