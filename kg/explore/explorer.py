"""``explorer.html`` of a graph: its records, laid out, on one page.

Guarantees: the same graph, texts and positions give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from kg.explore.contract import Data
from kg.explore.data import MOST_INITIATIVES, explorer_data, relations
from kg.explore.page import explorer_page
from kg.graph.layout import force_atlas
from kg.model import Source
from kg.query.described import Described
from kg.query.graph import Graph

__all__ = ["FILE", "Texts", "explorer_html", "laid_out"]

FILE = "explorer.html"
"""The page's name in an output folder."""
MOST_CHARACTERS = 20_000_000
"""How much text a page carries, in characters."""


class Texts(dict[str, str]):
    """Texts of sources by key, as many as one page can carry; the others are forgotten."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        super().__init__()
        self._room = MOST_CHARACTERS
        for source in sources:
            self.keep(source)

    def keep(self, source: Source) -> None:
        """Keep the text of `source` where there is room for it."""
        if len(source.text) <= self._room:
            self._room -= len(source.text)
            self[source.key] = source.text


def explorer_html(
    graph: Graph | Described,
    *,
    texts: Mapping[str, str] | None = None,
    positions: Mapping[str, tuple[int, int]] | None = None,
    most: int = MOST_INITIATIVES,
) -> bytes:
    """The page of `graph`, UTF-8.

    Parameters
    ----------
    texts : by the keys of their sources.
    positions : where nodes stand, by key, as ``kg.graph.network_json.positions`` reads them; worked out
        where they are not given for every node.
    most : initiatives, at most.
    """
    data = explorer_data(graph, texts=texts, most=most)
    return explorer_page(laid_out(data, positions))


def laid_out(data: Data, positions: Mapping[str, tuple[int, int]] | None = None) -> Data:
    """The records with every node at its place in the picture: the one given, where all have one."""
    if positions is not None and all(node.key in positions for node in data.nodes):
        places = [positions[node.key] for node in data.nodes]
    else:
        places = force_atlas(len(data.nodes), relations(data))
    nodes = tuple(msgspec.structs.replace(node, x=x, y=y) for node, (x, y) in zip(data.nodes, places, strict=True))
    return msgspec.structs.replace(data, nodes=nodes)
