"""The figures of one measure: how many are right, of how many in the graph, of how many in the gold.

Guarantees: counts of several files add up; precision, recall and F1 follow from the sums alone (micro
average). A measure of nothing, in the graph as in the gold, is perfect.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

__all__ = ["Counts", "total"]


class Counts(msgspec.Struct, frozen=True):
    """Of one measure, over one file or several."""

    right: int = 0
    in_graph: int = 0
    in_gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.in_graph + other.in_graph, self.in_gold + other.in_gold)

    @property
    def precision(self) -> float:
        """The share of what the graph says that is right."""
        if self.in_graph:
            return self.right / self.in_graph
        return 0.0 if self.in_gold else 1.0

    @property
    def recall(self) -> float:
        """The share of what the gold says that the graph has."""
        return self.right / self.in_gold if self.in_gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def total(several: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """The counts of several files by measure, added up; measures in the order in which they first come."""
    sums: dict[str, Counts] = {}
    for counts in several:
        for measure, count in counts.items():
            sums[measure] = sums.get(measure, Counts()) + count
    return sums
