"""How nodes look: where they stand, how large they are and of which colour.

Guarantees: the same network gets the same looks. Positions follow what the graph states; the edges that sum
up (``derived``) neither pull nor count. Distances are in the unit of sizes, so that dots of any number lie
apart. A network of more than `MOST` nodes gets sizes and colours alone: its files say nothing of positions,
which the tool that opens them works out.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from math import sqrt
from pathlib import Path

from kg.graph.layout import EXTENT, force_atlas
from kg.graph.network import Network, Scalar

__all__ = ["MOST", "colours", "with_looks"]

MOST = 20_000
"""Nodes of a network that is laid out, at most; the work grows with n · √n."""
_SMALLEST, _GROWTH = 8.0, 5.0
_ROOM = 50.0
"""Half the width of the picture for a single node; it grows with the root of their number."""


@cache
def colours() -> dict[str, str]:
    """The colour (``#rrggbb``) of each type of node, from ``colours.toml``."""
    return tomllib.loads((Path(__file__).parent / "colours.toml").read_text(encoding="utf-8"))


def with_looks(network: Network) -> Network:
    """`network` with ``color`` and ``size`` of every node, and ``x`` and ``y`` (upwards) where it is laid out."""
    degrees = Counter(end for ends in _stated(network) for end in ends)
    places = _places(network)
    return network._replace(
        nodes=tuple(
            node._replace(attributes={**node.attributes, **places.get(node.key, {}), **_look(node.attributes, degree)})
            for node in network.nodes
            for degree in (degrees[node.key],)
        )
    )


def _stated(network: Network) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in network.edges if not edge.attributes["derived"]]


def _places(network: Network) -> dict[str, dict[str, Scalar]]:
    if len(network.nodes) > MOST:
        return {}
    numbers = {node.key: number for number, node in enumerate(network.nodes)}
    pairs = [(numbers[source], numbers[target]) for source, target in _stated(network)]
    scale = _ROOM * sqrt(len(numbers)) / EXTENT
    places = force_atlas(len(numbers), pairs)
    return {key: {"x": round(x * scale), "y": round(y * scale)} for key, (x, y) in zip(numbers, places, strict=True)}


def _look(attributes: dict[str, Scalar], degree: int) -> dict[str, Scalar]:
    return {"size": round(_SMALLEST + _GROWTH * sqrt(degree), 1), "color": colours()[str(attributes["type"])]}
