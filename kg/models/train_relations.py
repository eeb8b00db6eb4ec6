"""Fits the trees of ``relations``: for which of the groups that an article names an initiative is.

Run as ``python -m kg.models.train_relations TEXTS:GOLD... [--write]`` in a checkout where the extra ``train`` is
installed, with pairs of folders. Guarantees: the same texts, gold and code give the same
trees; figures are of texts held out (five folds by text). Prints them beside what the rules choose; with ``--write``
it writes the trees, and the figures into ``relations/CARD.md``. Gradient boosting as in Ke et al. 2017 (LightGBM);
the mean of several boosters, each with a random seed of its own, so that chance weighs less.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy

from kg.lexicon import Lexicon
from kg.models import artefact
from kg.models.relation_examples import Example, annotated_texts, group_links, place_links
from kg.models.train_segmentation import write_figures
from kg.relate import Relater
from kg.relate import group_links as groups
from kg.relate import place_links as places
from kg.relate.trees import Nodes, Trees

__all__ = ["fit", "main"]

FOLDS = 5
SEEN_OFTEN = 6
"""Rows that must show a feature for trees to ask for it."""
SEEDS = range(5)
"""Random seeds of the boosters whose log-odds are averaged."""
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "num_iterations": 150,
    "learning_rate": 0.1,
    "num_leaves": 31,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.2,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}

FORESTS = {"groups": (group_links, groups.LEAST_ODDS), "places": (place_links, places.LEAST_ODDS)}
"""By the name of their file: what makes the trees' examples, and the odds from which they say yes."""


class Figure(NamedTuple):
    """How rules and trees answer on rows held out: F1 each."""

    rows: int
    yes: int
    rules: float
    trees: float


def fit(examples: Sequence[Example]) -> Trees:
    """Trees that answer as the examples do."""
    import lightgbm

    seen = Counter(name for example in examples for name in example.features)
    names = sorted(name for name, number in seen.items() if number >= SEEN_OFTEN)
    columns = {name: column for column, name in enumerate(names)}
    table = numpy.zeros((len(examples), len(names)), dtype=numpy.float32)
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            if name in columns:
                table[row, columns[name]] = value
    answers = numpy.array([bool(example.answer) for example in examples])
    told: list[Mapping[str, Any]] = []
    for seed in SEEDS:
        settings = {**SETTINGS, "seed": seed}
        booster = lightgbm.train(settings, lightgbm.Dataset(table, answers), keep_training_booster=True)
        told.extend(booster.dump_model()["tree_info"])
    return _trees(told, names, boosters=len(SEEDS))


def _trees(told: Sequence[Mapping[str, Any]], names: Sequence[str], *, boosters: int = 1) -> Trees:
    """Trees as arrays, with the columns that some node asks for; the mean of several boosters."""
    rows = [list(_nodes(tree["tree_structure"])) for tree in told]
    asked = sorted({node.feature for row in rows for node in row if not node.is_leaf})
    column = {feature: place for place, feature in enumerate(asked)}
    shape = (len(rows), max(map(len, rows)))
    nodes = Nodes(
        numpy.zeros(shape, numpy.int32),
        numpy.zeros(shape),
        numpy.zeros(shape, numpy.int32),
        numpy.zeros(shape, numpy.int32),
        numpy.zeros(shape),
    )
    for tree, row in enumerate(rows):
        for place, node in enumerate(row):
            nodes.feature[tree, place] = column.get(node.feature, 0)
            nodes.threshold[tree, place] = node.threshold
            nodes.left[tree, place], nodes.right[tree, place] = node.left, node.right
            nodes.leaf[tree, place] = node.leaf / boosters
    return Trees([names[feature] for feature in asked], nodes)


class Node(NamedTuple):
    """One node of a tree; `left` and `right` are places among the tree's nodes, a leaf's own."""

    feature: int
    threshold: float
    left: int
    right: int
    leaf: float
    is_leaf: bool


def _nodes(told: Mapping[str, Any], place: int = 0) -> Iterator[Node]:
    """The nodes from one on, itself first, the left side before the right one."""
    if "split_feature" not in told:
        yield Node(0, 0.0, place, place, float(told["leaf_value"]), True)
        return
    left = list(_nodes(told["left_child"], place + 1))
    right = list(_nodes(told["right_child"], place + 1 + len(left)))
    threshold = float(told["threshold"])
    yield Node(int(told["split_feature"]), threshold, place + 1, place + 1 + len(left), 0.0, False)
    yield from left
    yield from right


def measured(examples: Sequence[Example], least: float) -> Figure:
    """How trees that were fitted on other texts answer, and how rules do, where the gold says what is right."""
    fold = {name: number % FOLDS for number, name in enumerate(sorted({example.text for example in examples}))}
    known = [example for example in examples if example.answer is not None]
    right = {"rules": 0, "trees": 0}
    taken = {"rules": 0, "trees": 0}
    for number in range(FOLDS):
        trees = fit([example for example in known if fold[example.text] != number])
        held = [example for example in known if fold[example.text] == number]
        for example, odds in zip(held, trees.odds([example.features for example in held]), strict=True):
            for who, takes in (("rules", bool(example.features.get("chosen"))), ("trees", odds >= least)):
                taken[who] += takes
                right[who] += takes and bool(example.answer)
    yes = sum(bool(example.answer) for example in known)
    scores = {who: 2 * right[who] / (taken[who] + yes) for who in right}
    return Figure(len(known), yes, scores["rules"], scores["trees"])


def main(arguments: Sequence[str]) -> None:
    """The command; see the module."""
    pairs = [argument.partition(":") for argument in arguments if argument != "--write"]
    if not pairs:
        sys.exit("usage: python -m kg.models.train_relations TEXTS:GOLD... [--write]")
    lexicon = Lexicon()
    relater = Relater(lexicon)
    texts = list(annotated_texts(((Path(texts), Path(golds)) for texts, _, golds in pairs), lexicon))
    table = "| trees | rows | yes | F1 of the rules | F1 of the trees |\n| --- | --- | --- | --- | --- |"
    for name, (links, least) in FORESTS.items():
        examples = [example for text in texts for example in links(text, relater)]
        figure = measured(examples, least)
        table += f"\n| {name} | {figure.rows:,} | {figure.yes:,} | {figure.rules:.3f} | {figure.trees:.3f} |"
        if "--write" in arguments:
            known = [example for example in examples if example.answer is not None]
            fit(known).save(artefact("relations") / f"{name}.npz")
    print(table)
    if "--write" in arguments:
        write_figures(artefact("relations") / "CARD.md", table)


if __name__ == "__main__":
    main(sys.argv[1:])
