"""The figures are those of the script that the measures come from, where it is at hand.

The script walks sets of links in the order of their hashes, which decides some of its figures where one
label names two groups; so it is run with several hash seeds, and ours must lie among its figures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.score import score

SCORER = Path(__file__).resolve().parents[3] / "shared" / "score"
SCRIPT = SCORER / "score.py"
HASH_SEEDS = ("0", "1", "2", "3")
FIGURES = ("p", "r", "f1", "tp", "system", "gold")

Figures = dict[str, dict[str, float]]


def of_script(out: Path, gold: Path, texts: Path, seed: str) -> Figures:
    result = subprocess.run(
        [sys.executable, SCRIPT, out, gold, texts, "--json"],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    told: Figures = json.loads(result.stdout)
    return told


def of_package(out: Path, gold: Path, texts: Path) -> Figures:
    return {
        measure: dict(
            zip(
                FIGURES,
                (round(one.precision, 4), round(one.recall, 4), round(one.f1, 4), one.right, one.in_graph, one.in_gold),
                strict=True,
            )
        )
        for measure, one in score(out, gold, texts).counts.items()
    }


@pytest.mark.skipif(not SCRIPT.is_file(), reason="the script is not at hand")
@pytest.mark.parametrize("group", ["seeds", "more"])
def test_same_figures(root: Path, gold_graphs: dict[str, Path], group: str) -> None:
    out, gold, texts = {
        "seeds": (gold_graphs["seeds"], SCORER / "gold", root / "seeds"),
        "more": (gold_graphs["more"], SCORER / "more" / "gold", SCORER / "more" / "texts"),
    }[group]
    ours = of_package(out, gold, texts)
    theirs = [of_script(out, gold, texts, seed) for seed in HASH_SEEDS]
    assert set(ours) == set(theirs[0])
    for measure, figures in ours.items():
        assert figures in [told[measure] for told in theirs], measure
