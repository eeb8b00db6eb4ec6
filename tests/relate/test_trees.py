"""Fitted trees answer with numpy alone; these are written by hand."""

import numpy
import pytest

from kg.errors import OntologyError
from kg.relate.trees import Nodes, Trees


def two_trees() -> Trees:
    """One asks whether 甲 is above 0.5, and if so whether 乙 is above 2; the other always says 0.25."""
    return Trees(
        ["甲", "乙"],
        Nodes(
            feature=numpy.array([[0, 0, 1, 0, 0], [0, 0, 0, 0, 0]]),
            threshold=numpy.array([[0.5, 0.0, 2.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0]]),
            left=numpy.array([[1, 1, 3, 3, 4], [0, 0, 0, 0, 0]]),
            right=numpy.array([[2, 1, 4, 3, 4], [0, 0, 0, 0, 0]]),
            leaf=numpy.array([[0.0, -1.0, 0.0, 1.0, 3.0], [0.25, 0.0, 0.0, 0.0, 0.0]]),
        ),
    )


def test_leaves_are_summed():
    rows = [{}, {"甲": 1.0}, {"甲": 1.0, "乙": 2.0}, {"甲": 1.0, "乙": 2.5}]
    assert two_trees().odds(rows) == [-0.75, 1.25, 1.25, 3.25]


def test_a_feature_that_no_tree_asks_for_changes_nothing():
    assert two_trees().odds([{"丙": 9.0}]) == two_trees().odds([{}])


def test_no_rows_no_answers():
    assert two_trees().odds([]) == []


def test_a_row_is_answered_alike_alone_and_among_others():
    rows = [{"甲": number / 7, "乙": number / 3} for number in range(40)]
    assert [two_trees().odds([row])[0] for row in rows] == two_trees().odds(rows)


def test_saved_trees_answer_alike(tmp_path):
    path = tmp_path / "trees.npz"
    two_trees().save(path)
    rows = [{"甲": 1.0, "乙": 2.5}, {}]
    assert Trees.load(path).odds(rows) == two_trees().odds(rows)
    assert Trees.load(path).names == ("甲", "乙")


@pytest.mark.parametrize("content", [None, b"no archive"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, content):
    path = tmp_path / "trees.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OntologyError, match=r"trees\.npz: .*restore the file"):
        Trees.load(path)
