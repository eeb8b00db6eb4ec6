"""What gradient-boosted decision trees say of rows of named features.

Guarantees: pure; a feature that the trees do not ask for changes nothing, one that a row lacks counts as 0; the
same file and rows give the same answers, whatever other rows are asked about with them. Trees are made by
``kg.models.train_relations`` and read from one ``.npz`` file without pickle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy

from kg.errors import OntologyError

__all__ = ["Nodes", "Trees"]


class Nodes(NamedTuple):
    """The nodes of trees, each an array of shape (trees, nodes of the largest tree). A leaf leads to itself."""

    feature: numpy.ndarray
    """The column that a node asks for."""
    threshold: numpy.ndarray
    left: numpy.ndarray
    """The node to go to where the value is at most the threshold."""
    right: numpy.ndarray
    leaf: numpy.ndarray
    """What a leaf adds to the log-odds."""


class Trees:
    """Trees whose leaves are summed into the log-odds of yes; `names` are those of the columns."""

    def __init__(self, names: Sequence[str], nodes: Nodes, depth: int) -> None:
        self.names = tuple(names)
        self._columns = {name: column for column, name in enumerate(self.names)}
        self._nodes = nodes
        self._depth = depth

    @classmethod
    def load(cls, path: Path) -> Trees:
        """The trees of a file; raises OntologyError where it is missing or malformed."""
        try:
            with numpy.load(path, allow_pickle=False) as stored:
                names = [str(name) for name in stored["names"]]
                nodes = Nodes(*(stored[name] for name in Nodes._fields))
                return cls(names, nodes, int(stored["depth"]))
        except (OSError, KeyError, ValueError) as error:
            raise OntologyError(f"{path}: {error}; restore the file") from error

    def save(self, path: Path) -> None:
        """Write the trees, for `load`."""
        arrays = self._nodes._asdict()
        numpy.savez_compressed(path, names=numpy.array(self.names), depth=numpy.array(self._depth), **arrays)

    def odds(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """The log-odds of yes for each row, in their order."""
        if not rows:
            return []
        table = numpy.zeros((len(rows), len(self.names)), dtype=numpy.float64)
        for number, row in enumerate(rows):
            for name, value in row.items():
                column = self._columns.get(name)
                if column is not None:
                    table[number, column] = value
        nodes = self._nodes
        tree, number_of = numpy.arange(len(nodes.feature))[None, :], numpy.arange(len(rows))[:, None]
        at = numpy.zeros((len(rows), len(nodes.feature)), dtype=numpy.intp)
        for _ in range(self._depth):
            goes_left = table[number_of, nodes.feature[tree, at]] <= nodes.threshold[tree, at]
            at = numpy.where(goes_left, nodes.left[tree, at], nodes.right[tree, at])
        # One sum over the trees in their order: the same for any number of rows.
        return [float(sum(leaves)) for leaves in nodes.leaf[tree, at].tolist()]
