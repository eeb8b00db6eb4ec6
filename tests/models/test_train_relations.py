"""Trees as arrays, from what the fitting library tells of them."""

from kg.models.train_relations import _trees


def leaf(value: float) -> dict[str, object]:
    return {"leaf_value": value}


def split(feature: int, threshold: float, left: dict[str, object], right: dict[str, object]) -> dict[str, object]:
    return {"split_feature": feature, "threshold": threshold, "left_child": left, "right_child": right}


def test_told_trees_answer_as_they_are_told():
    deep = split(2, 0.5, split(0, 3.0, leaf(-2.0), leaf(-1.0)), leaf(5.0))
    told = [{"tree_structure": deep}, {"tree_structure": leaf(0.5)}]
    trees = _trees(told, ["a", "b", "c"])
    assert trees.names == ("a", "c")  # nobody asks for b
    assert trees.odds([{}, {"a": 4.0}, {"a": 4.0, "c": 1.0}, {"b": 9.0}]) == [-1.5, -0.5, 5.5, -1.5]


def test_several_boosters_answer_with_their_mean():
    told = [{"tree_structure": leaf(value)} for value in (1.0, 4.0)]
    assert _trees(told, ["a"], boosters=2).odds([{}]) == [2.5]
