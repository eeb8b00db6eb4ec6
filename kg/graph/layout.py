"""Where nodes stand in the picture: ForceAtlas2, the same on every machine.

Guarantees: whole numbers between -`EXTENT` and `EXTENT`; the same nodes and edges give the same positions,
since every step rounds what the machine's order of adding might change; memory grows with n · √n. Source:
M. Jacomy, T. Venturini, S. Heymann, M. Bastian, ForceAtlas2, PLoS ONE 9(6), 2014; instead of its quadtree,
nodes are split by medians into groups of equal number: inside a group every pair repels, a whole group
repels from its centre of mass.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy
from numpy.typing import NDArray

__all__ = ["EXTENT", "force_atlas"]

Floats: TypeAlias = NDArray[numpy.float64]
Whole: TypeAlias = NDArray[numpy.int64]

EXTENT = 1000
"""Half the width and height of the picture."""

_STEPS = ((1000, 200), (3000, 140))
"""Up to how many nodes so many steps are taken. Each costs more where nodes are many; fewer leave neighbours further
apart."""
_STEPS_FOR_MANY = 100
_GRAVITY, _REPULSION, _TOLERANCE = 3.0, 2.0, 1.0
_PAIRS = 12_000
"""Pairs of nodes whose repulsion is worked out at a time."""
_DIGITS = 4
"""Decimals that a position keeps from step to step."""
_GOLDEN_ANGLE = 2.399963229728653


def force_atlas(count: int, edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The position (x, y) of each of `count` nodes, by index; `edges` are pairs of indexes."""
    if count == 0:
        return []
    pairs = numpy.array(sorted({(min(pair), max(pair)) for pair in edges if pair[0] != pair[1]}), numpy.int64)
    pairs = pairs.reshape(-1, 2)
    mass = 1.0 + numpy.bincount(pairs.ravel(), minlength=count).astype(numpy.float64)
    places = _spiral(count)
    swinging_before = numpy.zeros((count, 2))
    speed = 1.0
    steps = next((steps for nodes, steps in _STEPS if count <= nodes), _STEPS_FOR_MANY)
    for step in range(steps):
        forces = _repulsion(places, mass, step) + _attraction(places, pairs) - _GRAVITY * _towards(places, mass)
        speed, moves = _moves(forces, swinging_before, mass, speed)
        places = _rounded(places + moves)
        swinging_before = forces
    return _whole(places)


def _spiral(count: int) -> Floats:
    """A start without chance: nodes on a spiral, in their order."""
    order = numpy.arange(count, dtype=numpy.float64)
    radius = 10.0 * numpy.sqrt(order + 0.5)
    angle = order * _GOLDEN_ANGLE
    return _rounded(numpy.stack([radius * numpy.cos(angle), radius * numpy.sin(angle)], axis=1))


def _rounded(places: Floats) -> Floats:
    return places.round(_DIGITS)


def _towards(places: Floats, mass: Floats) -> Floats:
    """A pull of `mass` to the middle from every node."""
    distance: Floats = numpy.sqrt((places**2).sum(axis=1))
    return places * (mass / numpy.maximum(distance, 1e-3))[:, None]


def _attraction(places: Floats, pairs: Whole) -> Floats:
    pull = numpy.zeros_like(places)
    if len(pairs):
        apart = places[pairs[:, 1]] - places[pairs[:, 0]]
        for axis in (0, 1):
            along = apart[:, axis]
            pull[:, axis] += numpy.bincount(pairs[:, 0], along, len(places))
            pull[:, axis] -= numpy.bincount(pairs[:, 1], along, len(places))
    return pull


def _repulsion(places: Floats, mass: Floats, step: int) -> Floats:
    groups = _split(places, step)
    known = groups >= 0
    masses = mass[groups] * known
    weights = masses.sum(axis=1)
    inside = [places[groups, axis] * known for axis in (0, 1)]
    centres = [(along * masses).sum(axis=1) / weights for along in inside]
    group_of = numpy.zeros(len(places), numpy.int64)
    group_of[groups[known]] = numpy.repeat(numpy.arange(len(groups)), known.sum(axis=1))
    force = numpy.stack(_pushes_from_afar(places, mass, centres, weights, group_of), axis=1)
    for axis, push in enumerate(_pushes_inside(inside, masses)):
        force[groups[known], axis] += push[known]
    return force


def _split(places: Floats, step: int) -> Whole:
    """Indexes of nodes in groups of about √n, one row a group, filled up with -1; split by medians, along x and y in
    turn, beginning with another axis at every step so that no seam stays."""
    groups = [numpy.arange(len(places))]
    size = len(places) ** 0.5
    axis = step
    while len(groups[0]) > 2 * size:
        halves = []
        for group in groups:
            order = group[numpy.argsort(places[group, axis % 2], kind="stable")]
            middle = len(order) // 2
            halves += [order[:middle], order[middle:]]
        groups = halves
        axis += 1
    rows = numpy.full((len(groups), max(map(len, groups))), -1, numpy.int64)
    for row, group in zip(rows, groups, strict=True):
        row[: len(group)] = group
    return rows


def _pushes_inside(inside: list[Floats], masses: Floats) -> list[Floats]:
    """The push on each node by the others of its group, along each axis; all of one shape, (groups, nodes).

    Some groups at a time: their pairs fit into the processor's cache, those of all would not.
    """
    pushes = [numpy.empty_like(masses) for _ in inside]
    several = max(1, _PAIRS // masses.shape[1] ** 2)
    for begin in range(0, len(masses), several):
        some = slice(begin, begin + several)
        apart = [along[some, :, None] - along[some, None, :] for along in inside]
        strength = _REPULSION * masses[some, :, None] * masses[some, None, :]
        strength /= _squared(apart, least=1e-2)
        for push, along in zip(pushes, apart, strict=True):
            along *= strength
            along.sum(axis=2, out=push[some])
    return pushes


def _pushes_from_afar(
    places: Floats, mass: Floats, centres: list[Floats], weights: Floats, group_of: Whole
) -> list[Floats]:
    """The push on each node by every group but its own, along each axis; some nodes at a time."""
    pushes = [numpy.empty_like(mass) for _ in centres]
    several = max(1, _PAIRS // len(weights))
    for begin in range(0, len(places), several):
        some = slice(begin, begin + several)
        apart = [places[some, axis, None] - centre for axis, centre in enumerate(centres)]
        strength = _REPULSION * mass[some, None] * weights
        strength /= _squared(apart, least=1.0)
        strength[numpy.arange(len(strength)), group_of[some]] = 0.0
        for push, along in zip(pushes, apart, strict=True):
            along *= strength
            along.sum(axis=1, out=push[some])
    return pushes


def _squared(apart: list[Floats], *, least: float) -> Floats:
    squared: Floats = apart[0] * apart[0]
    squared += apart[1] * apart[1]
    return numpy.maximum(squared, least, out=squared)


def _moves(forces: Floats, before: Floats, mass: Floats, speed: float) -> tuple[float, Floats]:
    """The speed of all and the move of each: what swings moves less (section 'Adapting the speed' of the source)."""
    swing = numpy.sqrt(((forces - before) ** 2).sum(axis=1))
    traction = numpy.sqrt(((forces + before) ** 2).sum(axis=1)) / 2
    all_swing, all_traction = float((mass * swing).sum()), float((mass * traction).sum())
    wanted = _TOLERANCE * all_traction / max(all_swing, 1e-9)
    speed = round(min(wanted, speed * 1.5), 6)
    return speed, forces * (speed / (1.0 + speed * numpy.sqrt(swing)))[:, None] * 0.1


def _whole(places: Floats) -> list[tuple[int, int]]:
    centred = places - (places.max(axis=0) + places.min(axis=0)) / 2
    widest = max(float(numpy.abs(centred).max()), 1e-9)
    return [(int(x), int(y)) for x, y in numpy.rint(centred * (EXTENT / widest))]
