"""Another annotator's gold in the place of a graph: how far two readers agree."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.score import Score, score
from kg.score.counts import Counts
from tests.score.conftest import GOLD

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def agreement(folders: tuple[Path, Path, Path], tmp_path: Path) -> Callable[[Change], Score]:
    """How the other annotator, who wrote what the first did but for a change, fares against the first."""

    def run(change: Change) -> Score:
        other = copy.deepcopy(GOLD)
        change(other)
        (tmp_path / "other").mkdir()
        (tmp_path / "other" / "page.json").write_text(json.dumps(other), encoding="utf-8")
        return score(tmp_path / "other", folders[1], folders[2])

    return run


def test_who_wrote_the_same_agrees_in_everything(agreement: Callable[[Change], Score]) -> None:
    result = agreement(lambda other: None)
    assert {measure: counts.f1 for measure, counts in result.counts.items() if counts.f1 != 1} == {}
    assert result.counts["TRIPLES union–initiative–group"] == Counts(2, 2, 2)
    assert result.counts["entities (all types)"] == Counts(5, 5, 5), "the place is optional"
    assert result.counts["initiative numbers"] == Counts(1, 1, 1)
    assert result.counts["roles"] == Counts(1, 1, 1)


def test_what_one_marks_optional_is_not_stated_by_that_one(agreement: Callable[[Change], Score]) -> None:
    def change(other: dict[str, Any]) -> None:
        other["initiatives"][0]["optional"] = True
        other["entities"][4]["optional"] = True

    result = agreement(change)
    assert result.counts["initiatives"] == Counts(1, 1, 2)
    assert result.counts["initiative–group"] == Counts(0, 0, 2), "困难职工 may be missing, says the other"
    assert result.counts["initiative numbers"] == Counts(0, 0, 1)


def test_another_number_runner_and_title_are_wrong(agreement: Callable[[Change], Score]) -> None:
    def change(other: dict[str, Any]) -> None:
        other["initiatives"][0]["provisions"][0]["value"] = 500
        other["initiatives"][0]["unions"] = ["u2"]
        other["roles"][0]["titles"] = ["副主席"]

    result = agreement(change)
    assert result.counts["initiative numbers"] == Counts(0, 1, 1)
    assert result.counts["initiative–union"] == Counts(1, 2, 2)
    assert result.counts["TRIPLES union–initiative–group"] == Counts(1, 2, 2)
    assert result.counts["roles"] == Counts(0, 1, 1)


def test_texts_of_only_one_annotator_count_for_nothing(agreement: Callable[[Change], Score], tmp_path: Path) -> None:
    alone = {"source": "alone.txt", "entities": [{"id": "n1", "type": "Person", "name": "林二"}]}
    (tmp_path / "gold" / "alone.json").write_text(json.dumps(alone), encoding="utf-8")
    assert list(agreement(lambda other: None).files) == ["page.txt"]


def test_annotators_of_different_texts_are_told(agreement: Callable[[Change], Score]) -> None:
    with pytest.raises(InputError, match=r"other: annotates none of the texts"):
        agreement(lambda other: other.update(source="other.txt"))
