"""What gradient-boosted decision trees say of rows of named features.

Guarantees: pure; a feature that the trees do not ask for changes nothing, one that a row lacks counts as 0; the
same file and rows give the same answers, whatever other rows are asked about with them. Trees are made by
``kg.models.train_relations`` and read from one ``.npz`` file without pickle. A tree is not walked: each node that a row
turns down strikes the leaves on its left side off a mask, and the first leaf left is the row's. Source: C. Lucchese,
F. M. Nardini, S. Orlando, R. Perego, N. Tonellotto, R. Venturini, QuickScorer, SIGIR 2015; the masks of all trees
that a value strikes are made once and kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy

from kg.errors import OntologyError

__all__ = ["Nodes", "Trees"]

MOST_LEAVES = 32
"""Of one tree: a mask has as many bits."""
ALL = numpy.uint32(2**MOST_LEAVES - 1)


class Nodes(NamedTuple):
    """The nodes of trees, each an array of shape (trees, nodes of the largest tree).

    A node stands before its left side, and that before its right side. A leaf leads to itself; what fills up a
    smaller tree leads back to the first node.
    """

    feature: numpy.ndarray
    """The column that a node asks for."""
    threshold: numpy.ndarray
    left: numpy.ndarray
    """The node to go to where the value is at most the threshold."""
    right: numpy.ndarray
    leaf: numpy.ndarray
    """What a leaf adds to the log-odds."""


class Questions:
    """The nodes of `number` trees that ask for one feature, by threshold.

    Each has its tree and the leaves that are left where the answer is no: all but those on its left side.
    """

    def __init__(self, thresholds: list[float], trees: numpy.ndarray, masks: numpy.ndarray, number: int) -> None:
        self._thresholds, self._trees, self._masks, self._number = thresholds, trees, masks, number
        self._left: dict[int, numpy.ndarray] = {}

    def left(self, value: float) -> numpy.ndarray | None:
        """For each tree, the leaves that a value leaves; the same array for whatever leaves the same, None for all."""
        noes = bisect_left(self._thresholds, value)
        if noes and noes not in self._left:
            mask = self._left[noes] = numpy.full(self._number, ALL)
            numpy.bitwise_and.at(mask, self._trees[:noes], self._masks[:noes])
        return self._left.get(noes)

    @cached_property
    def left_by_one(self) -> numpy.ndarray | None:
        """As `left` of 1, which most features are."""
        return self.left(1.0)


class Trees:
    """Trees whose leaves are summed into the log-odds of yes; `names` are those of the columns.

    Raises ValueError where a tree has more than 32 leaves.
    """

    def __init__(self, names: Sequence[str], nodes: Nodes) -> None:
        self.names = tuple(names)
        self._nodes = nodes
        self._leaves = _leaves(nodes)
        self._every = numpy.arange(len(self._leaves))
        self._questions = {self.names[column]: asked for column, asked in _questions(nodes)}
        # A row that lacks a feature says no to what asks whether it is above a number below 0.
        self._lacking = {name: mask for name, asked in self._questions.items() if (mask := asked.left(0.0)) is not None}

    @classmethod
    def load(cls, path: Path) -> Trees:
        """The trees of a file; raises OntologyError where it is missing or malformed."""
        try:
            with numpy.load(path, allow_pickle=False) as stored:
                names = [str(name) for name in stored["names"]]
                nodes = Nodes(*(stored[name] for name in Nodes._fields))
                return cls(names, nodes)
        except (OSError, KeyError, ValueError) as error:
            raise OntologyError(f"{path}: {error}; restore the file") from error

    def save(self, path: Path) -> None:
        """Write the trees, for `load`."""
        numpy.savez_compressed(path, names=numpy.array(self.names), **self._nodes._asdict())

    def odds(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """The log-odds of yes for each row, in their order."""
        found = []
        masks: list[numpy.ndarray] = []
        # The leaves left behind each beginning of `masks`: rows of one thing begin alike.
        left = [numpy.full(len(self._leaves), ALL)]
        for row in rows:
            before, masks = masks, self._left(row)
            del left[_shared(before, masks) + 1 :]
            for mask in masks[len(left) - 1 :]:
                left.append(left[-1] & mask)
            # The lowest bit of a mask is the first leaf left: 2 to the power of its number.
            _, behind = numpy.frexp(left[-1] & -left[-1])
            # One sum over the trees in their order: the same for any number of rows, on any processor.
            found.append(float(self._leaves[self._every, behind - 1].cumsum()[-1]))
        return found

    def _left(self, row: Mapping[str, float]) -> list[numpy.ndarray]:
        """For each feature whose value some nodes turn down, the leaves left; in the order of the row."""
        found = []
        for name, value in row.items():
            asked = self._questions.get(name)
            if asked is not None:
                mask = asked.left_by_one if value == 1.0 else asked.left(value)
                if mask is not None:
                    found.append(mask)
        found += [mask for name, mask in self._lacking.items() if name not in row]
        return found


def _shared(one: Sequence[object], other: Sequence[object]) -> int:
    """How many first members are the very same."""
    for number, (first, second) in enumerate(zip(one, other, strict=False)):
        if first is not second:
            return number
    return min(len(one), len(other))


def _leaves(nodes: Nodes) -> numpy.ndarray:
    """What leaves add, shape (trees, most leaves), from the left to the right."""
    is_leaf = nodes.left == numpy.arange(nodes.left.shape[1])
    number = is_leaf.cumsum(axis=1) - 1
    if number[:, -1].max(initial=0) >= MOST_LEAVES:
        raise ValueError(f"a tree has more than {MOST_LEAVES} leaves")
    found = numpy.zeros((len(nodes.left), MOST_LEAVES))
    tree, place = is_leaf.nonzero()
    found[tree, number[tree, place]] = nodes.leaf[tree, place]
    return found


def _questions(nodes: Nodes) -> list[tuple[int, Questions]]:
    """For each column that is asked for, the nodes that do."""
    places = numpy.arange(nodes.left.shape[1])
    ahead = (nodes.left == places).cumsum(axis=1) - (nodes.left == places)
    tree, place = (nodes.left > places).nonzero()
    # The left side of a node holds the leaves from its own place up to its right side.
    first = ahead[tree, place]
    behind = ahead[tree, nodes.right[tree, place]]
    masks = ~((numpy.uint64(1) << behind.astype(numpy.uint64)) - (numpy.uint64(1) << first.astype(numpy.uint64)))
    masks = masks.astype(numpy.uint32)
    feature, threshold = nodes.feature[tree, place], nodes.threshold[tree, place]
    order = numpy.lexsort((threshold, feature))
    columns, begins = numpy.unique(feature[order], return_index=True)
    found = []
    for column, (begin, end) in zip(columns.tolist(), pairwise([*begins.tolist(), len(order)]), strict=True):
        asking = order[begin:end]
        found.append((column, Questions(threshold[asking].tolist(), tree[asking], masks[asking], len(nodes.left))))
    return found
