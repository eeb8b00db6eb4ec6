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

    def __init__(self, names: Sequence[str], nodes: Nodes) -> None:
        self.names = tuple(names)
        self._columns = {name: column for column, name in enumerate(self.names)}
        self._nodes = nodes
        first = (numpy.arange(len(nodes.feature)) * nodes.feature.shape[1])[:, None]
        flat = (nodes.feature, nodes.threshold, nodes.left + first, nodes.right + first, nodes.leaf)
        self._flat = Nodes(*(array.ravel() for array in flat))

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
        if not rows:
            return []
        table = numpy.zeros((len(rows), len(self.names)), dtype=numpy.float64)
        for number, row in enumerate(rows):
            for name, value in row.items():
                column = self._columns.get(name)
                if column is not None:
                    table[number, column] = value
        # Every row walks every tree at once; a walk that has reached its leaf stands still and is looked at no more.
        flat, size = self._flat, self._nodes.feature.shape[1]
        at = numpy.tile(numpy.arange(len(self._nodes.feature)) * size, len(rows))
        row_of = numpy.repeat(numpy.arange(len(rows)), len(self._nodes.feature))
        walking = numpy.flatnonzero(flat.left[at] != at)
        while len(walking):
            node = at[walking]
            goes_left = table[row_of[walking], flat.feature[node]] <= flat.threshold[node]
            at[walking] = node = numpy.where(goes_left, flat.left[node], flat.right[node])
            walking = walking[flat.left[node] != node]
        # One sum over the trees in their order: the same for any number of rows.
        return [float(sum(leaves)) for leaves in flat.leaf[at].reshape(len(rows), -1).tolist()]
