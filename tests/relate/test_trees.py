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


def test_what_a_row_lacks_counts_as_nothing_and_not_as_little():
    below = Trees(
        ["甲", "乙"],
        Nodes(
            feature=numpy.array([[0, 0, 1, 0, 0]]),
            threshold=numpy.array([[-0.5, 0.0, 0.0, 0.0, 0.0]]),
            left=numpy.array([[1, 1, 3, 3, 4]]),
            right=numpy.array([[2, 1, 4, 3, 4]]),
            leaf=numpy.array([[0.0, 1.0, 0.0, 2.0, 4.0]]),
        ),
    )
    assert below.odds([{}, {"甲": -1.0}, {"甲": -0.5}, {"乙": 0.5}, {"甲": 0.0, "乙": 0.0}]) == [2, 1, 1, 4, 2]


@pytest.mark.parametrize("leaves", [1, 2, 31, 32])
def test_every_leaf_of_a_tree_can_be_reached(leaves):
    """A tree that leans to the right: its n-th leaf is for values above n - 1 up to n."""
    answers = [trees_of_a_chain(leaves).odds([{"甲": float(value)}])[0] for value in range(leaves)]
    assert answers == [float(value) for value in range(leaves)]


def test_a_tree_of_too_many_leaves_is_refused():
    with pytest.raises(ValueError, match="32 leaves"):
        trees_of_a_chain(33)


def trees_of_a_chain(leaves: int) -> Trees:
    """One tree; nodes at even places ask, leaves stand behind them, the last one at the end."""
    size = 2 * leaves - 1
    places = numpy.arange(size)
    asks = (places % 2 == 0) & (places < size - 1)
    left, right = numpy.where(asks, places + 1, places), numpy.where(asks, places + 2, places)
    number = numpy.where(places == size - 1, leaves - 1, places // 2).astype(float)
    nodes = Nodes(numpy.zeros(size, int), number, left, right, numpy.where(asks, 0.0, number))
    return Trees(["甲"], Nodes(*(array[None] for array in nodes)))


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
