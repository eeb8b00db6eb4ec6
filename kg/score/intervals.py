"""How far F1 could lie from what was measured, had other texts of the same sort been read.

Guarantees: the percentile bootstrap over gold files: each round draws as many files as there are, with
replacement, and adds up their counts; the same files give the same interval, on any machine. It tells of
chance in the choice of texts, not of anything else; of a few files it tells little.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.score.counts import Counts

__all__ = ["Interval", "intervals"]

ROUNDS = 1000
SEED = 20230112
INSIDE = 0.95
"""The share of rounds that an interval holds."""


class Interval(NamedTuple):
    """From the lowest F1 to the highest."""

    low: float
    high: float


def intervals(files: Sequence[Mapping[str, Counts]]) -> dict[str, Interval]:
    """The interval of F1 of every measure, from the counts of each file."""
    draw = random.Random(SEED)
    rounds = [[int(draw.random() * len(files)) for _ in files] for _ in range(ROUNDS)] if files else []
    measures = dict.fromkeys(measure for counts in files for measure in counts)
    return {measure: _interval([counts.get(measure, Counts()) for counts in files], rounds) for measure in measures}


def _interval(counts: Sequence[Counts], rounds: Sequence[Sequence[int]]) -> Interval:
    plain = [(each.right, each.in_graph, each.in_gold) for each in counts]
    drawn = sorted(_f1([plain[file] for file in files]) for files in rounds)
    outside = int((1 - INSIDE) / 2 * len(drawn))
    return Interval(drawn[outside], drawn[-1 - outside])


def _f1(counts: Sequence[tuple[int, int, int]]) -> float:
    return Counts(*map(sum, zip(*counts, strict=True))).f1
