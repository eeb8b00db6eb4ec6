"""A network to two tables, ``nodes.csv`` and ``edges.csv`` (RFC 4180, UTF-8, ``\\n``).

Guarantees: one header line, the columns of `network`; an attribute that a row does not have is an
empty cell. How nodes look is left out. A text that a spreadsheet would run as a formula has an
apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from kg.graph.network import EDGE_ATTRIBUTES, LOOKS, NODE_ATTRIBUTES, Network, Scalar

__all__ = ["edges_table", "nodes_table"]


def nodes_table(network: Network) -> str:
    """A row a node: its key, then its attributes."""
    columns = ("key", *(name for name in NODE_ATTRIBUTES if name not in LOOKS))
    return _table(columns, ({"key": node.key, **node.attributes} for node in network.nodes))


def edges_table(network: Network) -> str:
    """A row an edge: the keys of its ends, its own, then its attributes."""
    columns = ("source", "target", "key", *EDGE_ATTRIBUTES)
    rows = (
        {"source": edge.source, "target": edge.target, "key": edge.key, **edge.attributes} for edge in network.edges
    )
    return _table(columns, rows)


def _table(columns: Sequence[str], rows: Iterable[dict[str, Scalar]]) -> str:
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column, "")) for column in columns] for row in rows)
    return table.getvalue()


def _cell(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "'" + value if value.startswith(("=", "+", "-", "@")) else value
    return repr(value)
