"""No change pays for itself with quality: figures stay within 0.01 of those recorded; the gold is sound."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.score import Score, score
from kg.score.calibration import calibration
from kg.score.gold import ENTITY_TYPES
from kg.score.report import named
from tests.gold import agreement, figures
from tests.gold.groups import GROUPS, MAIN

GOLD_FILES = [(name, path) for name, group in GROUPS.items() for path in sorted(group.gold.glob("*.json"))]
SECOND_FILES = [(name, path) for name in GROUPS for path in sorted((agreement.SECOND / name).glob("*.json"))]
MANY = 50
"""Facts from which the share of a tenth says something."""


@pytest.fixture(scope="module")
def scores(gold_graphs: dict[str, Path]) -> dict[str, Score]:
    return {name: score(gold_graphs[name], group.gold, group.texts) for name, group in GROUPS.items()}


def test_no_figure_falls(scores: dict[str, Score]) -> None:
    before, now = figures.recorded(), figures.figures(scores)
    assert {name: set(told) for name, told in before.items()} == {name: set(told) for name, told in now.items()}
    fallen = [line for change, line in figures.changes(before, now) if change < -figures.FALL]
    assert not fallen, "look at what was lost: kg score --errors"


def test_changes_are_told() -> None:
    before = {"more": {"a": {"f1": 0.5}, "b": {"f1": 0.5}, "c": {"f1": 0.5}}}
    now = {"more": {"a": {"f1": 0.489}, "b": {"f1": 0.5}}}
    assert list(figures.changes(before, now)) == [
        (-0.011, "more, a: 0.5000 → 0.4890"),
        (-0.5, "more, c: 0.5000 → 0.0000"),
    ]


def test_calibration_page_is_still_true(scores: dict[str, Score]) -> None:
    """In every tenth with many facts, the share that is right lies within 0.1 of the one in the page."""
    page = figures.CALIBRATION.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w.*?) \| (0\.\d)–1?\d?\.?\d \| \d+ \| [\d.]+ \| ([\d.]+) \|", page, re.MULTILINE)
    told = {(what, low): float(share) for what, low, share in rows}
    many = [tenth for tenth in calibration(scores.values()) if tenth.facts >= MANY]
    assert len(many) >= 10
    for tenth in many:
        share = told.get((named(tenth), f"{tenth.tenth / 10:.1f}"))
        assert share is not None and abs(share - tenth.share) <= 0.1, f"{tenth}; write it anew: make calibration"


def test_table_of_two_readers_is_still_true() -> None:
    """The readers' figures in `docs/quality.md` are those of their gold; the graph's are as new as `recorded.json`."""
    lines = agreement.PAGE.read_text(encoding="utf-8").splitlines()
    for measure in ("initiatives", "roles", "initiative numbers"):
        (told,) = [line.split("|")[2:-1] for line in lines if line.startswith(f"| {MAIN[measure]} |")]
        readers = [f"{agreement.readers(name).f1[measure]:.2f}" for name in agreement.READ_TWICE]
        assert [cell.strip() for cell in told[:: len(agreement.COLUMNS)]] == readers


def test_all_gold_is_here() -> None:
    assert [sum(name == group for name, _ in GOLD_FILES) for group in GROUPS] == [2, 48, 3, 132, 30, 60]
    assert [sum(name == group for name, _ in SECOND_FILES) for group in agreement.READ_TWICE] == [14, 30, 14]


@pytest.mark.parametrize(("group", "path"), GOLD_FILES + SECOND_FILES, ids=lambda value: getattr(value, "stem", value))
def test_gold_quotes_its_text(group: str, path: Path) -> None:
    """What `docs/annotation-guide.md` asks under 'Quality'."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (GROUPS[group].texts / gold["source"]).read_text(encoding="utf-8")
    once = [article["first"] for article in gold["articles"]]
    once += [words for one in gold["initiatives"] for words in one["evidence"]]
    assert [words for words in once if text.count(words) != 1] == []
    found = [article["last"] for article in gold["articles"]]
    found += [words for entity in gold["entities"] for words in entity["quotes"]]
    found += [role["quote"] for role in gold["roles"]]
    for one in gold["initiatives"]:
        found += [it["quote"] for part in ("provisions", "money", "beneficiaries", "dates") for it in one.get(part, [])]
    assert [words for words in found if words not in text] == []
    types = {entity["id"]: entity["type"] for entity in gold["entities"]}
    assert len(types) == len(gold["entities"])
    assert set(types.values()) <= set(ENTITY_TYPES)
    linked = {
        "unions": {"Union"},
        "groups": {"WorkerGroup"},
        "partners": {"Organization", "Union"},
        "places": {"Place", "Organization"},
    }
    for one in gold["initiatives"]:
        assert all(types[name] in kinds for role, kinds in linked.items() for name in one.get(role, [])), one["id"]
