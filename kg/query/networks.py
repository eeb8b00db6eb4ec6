"""The network of a loaded graph, and the part of it that belongs to a part of the graph.

Guarantees: a file that is no network is one OutputError that names it; in a part, the edges union → group are
summed up anew from the initiatives that are in it.
"""

from __future__ import annotations

import json
from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import OutputError

if TYPE_CHECKING:
    import networkx

__all__ = ["part_of_network", "read_network"]


def read_network(file: Path) -> networkx.MultiDiGraph[str]:
    """The network in a node-link JSON file; raises OutputError where it cannot be read."""
    import networkx

    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(data, dict):
            raise TypeError("not an object")
        graph = networkx.node_link_graph(data, edges="edges")
    except OSError as error:
        raise OutputError(f"{file}: cannot be read; build the graph again with kg build") from error
    except (ValueError, KeyError, TypeError) as error:
        raise OutputError(f"{file}: is no node-link JSON; build the graph again with kg build") from error
    return networkx.MultiDiGraph(graph)


def part_of_network(whole: networkx.MultiDiGraph[str], things: Set[str]) -> networkx.MultiDiGraph[str]:
    """The nodes and the stated edges of `whole` whose IRIs are among `things`, and derived edges summed up anew."""
    part = whole.subgraph(node for node, data in whole.nodes(data=True) if data.get("iri") in things).copy()
    base = str(whole.graph.get("base", ""))
    for source, target, key, edge in list(part.edges(keys=True, data=True)):
        if edge.get("derived") or (edge.get("relation") == "holdsPost" and base + key not in things):
            part.remove_edge(source, target, key)
    for (union, group), labels in sorted(_reached(part).items()):
        part.add_edge(
            union,
            group,
            f"reachesGroup:{union}:{group}",
            relation="reachesGroup",
            derived=True,
            weight=float(len(labels)),
            initiatives=" | ".join(sorted(labels)),
        )
    return part


def _reached(part: Any) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for initiative, label in part.nodes(data="label"):
        linked: dict[str, list[str]] = {"ranBy": [], "targets": []}
        for target, edges in part.adj[initiative].items():
            for edge in edges.values():
                linked.get(str(edge.get("relation")), []).append(target)
        for union in linked["ranBy"]:
            for group in linked["targets"]:
                found.setdefault((union, group), []).append(str(label))
    return found
