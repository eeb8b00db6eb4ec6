"""ForceAtlas2: what belongs together stands together, everything within bounds, the same every time."""

from __future__ import annotations

from math import dist

from kg.explore.layout import EXTENT, force_atlas

# Two rings of eight, joined by one line.
RINGS = [(first + at, first + (at + 1) % 8) for first in (0, 8) for at in range(8)] + [(0, 8)]


def test_nothing_and_one() -> None:
    assert force_atlas(0, []) == []
    assert force_atlas(1, [(0, 0)]) == [(0, 0)]


def test_the_picture_is_filled_and_not_left() -> None:
    places = force_atlas(16, RINGS)
    assert len(places) == len(set(places)) == 16
    assert max(abs(value) for place in places for value in place) == EXTENT


def test_what_is_joined_stands_nearer() -> None:
    places = force_atlas(16, RINGS)
    inside = [dist(places[a], places[b]) for a in range(8) for b in range(a)]
    across = [dist(places[a], places[b]) for a in range(1, 8) for b in range(9, 16)]
    assert sum(inside) / len(inside) < sum(across) / len(across) / 2


def test_the_order_and_direction_of_edges_do_not_matter() -> None:
    assert force_atlas(16, RINGS) == force_atlas(16, [(b, a) for a, b in reversed(RINGS)] + RINGS)


def test_nodes_without_edges_stay_in_the_picture() -> None:
    places = force_atlas(60, RINGS)
    assert all(abs(value) <= EXTENT for place in places for value in place)
    assert len(set(places)) == 60
