"""Measure over several sources: an initiative that two of them tell is one node.

Guarantees: a pair counts where both its sources have gold; it is right where both are matched, to the same
node.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.score.counts import Counts
from kg.score.gold import SamePair

__all__ = ["one_node"]


def one_node(pairs: Iterable[SamePair], matched: Mapping[str, Mapping[str, str]]) -> dict[str, Counts]:
    """The counts of the pairs; no measure at all where no pair counts.

    `matched` holds, by the name of the source, the node of each initiative of the gold.
    """
    counts: dict[str, Counts] = {}
    for pair in pairs:
        found = [_matched(source, matched) for source, _ in pair]
        if any(nodes is None for nodes in found):
            continue
        nodes = [(nodes or {}).get(name) for nodes, (_, name) in zip(found, pair, strict=True)]
        right = nodes[0] is not None and nodes[0] == nodes[1]
        counts = {"one node across sources": sum(counts.values(), Counts()) + Counts(int(right), 1, 1)}
    return counts


def _matched(source: str, matched: Mapping[str, Mapping[str, str]]) -> Mapping[str, str] | None:
    """Of the source whose name begins so."""
    return next((nodes for name, nodes in sorted(matched.items()) if name.startswith(source)), None)
