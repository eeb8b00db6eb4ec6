"""Networks made from answers: two roles linked by the initiatives that both have, and rows as edges.

Guarantees: nodes and edges are added in sorted order (projection) or in the order of the rows; an edge of a
projection weighs as much as it has initiatives, each counted once.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.lookup import Lookup
from kg.query.rows import Rows
from kg.query.statements import Statements

if TYPE_CHECKING:
    import networkx

__all__ = ["ROLES", "network_of_rows", "project"]

ROLES = {
    "union": "ukg:ranBy",
    "partner": "ukg:partner",
    "group": "ukg:targets",
    "kind": "ukg:kind",
    "place": "schema:location",
    "standing": "ukg:standing",
    "article": "schema:subjectOf",
}
"""What a thing may be to an initiative, and the property that says so."""


def project(first: str, second: str, statements: Statements, lookup: Lookup) -> networkx.Graph[str]:
    """Things in the role `first`, linked to things in the role `second` by initiatives that have both."""
    import networkx

    for role in (first, second):
        if role not in ROLES:
            raise QueryError(f"{role[:60]!r} is no role; project between two of {', '.join(ROLES)}")
    graph: networkx.Graph[str] = networkx.Graph(roles=(first, second))
    for role in dict.fromkeys((first, second)):
        for node in sorted(
            {node for each in _initiatives(statements) for node in statements.values(each, ROLES[role])}
        ):
            key = lookup.key(node)
            roles = graph.nodes[key]["roles"] if key in graph else ()
            graph.add_node(key, label=_label(statements, node, key), roles=(*roles, role))
    for pair, initiatives in sorted(_pairs(first, second, statements).items()):
        graph.add_edge(
            *map(lookup.key, pair),
            weight=len(initiatives),
            initiatives=tuple(lookup.key(node) for node in sorted(initiatives)),
            labels=tuple(_label(statements, node, node) for node in sorted(initiatives)),
        )
    return graph


def _initiatives(statements: Statements) -> list[str]:
    return statements.of_class("ukg:Initiative")


def _pairs(first: str, second: str, read: Statements) -> dict[tuple[str, str], set[str]]:
    """The initiatives of every two nodes; a pair stands once, whichever of its nodes has which role."""
    found: dict[tuple[str, str], set[str]] = {}
    for initiative in _initiatives(read):
        for pair in product(read.values(initiative, ROLES[first]), read.values(initiative, ROLES[second])):
            one, other = sorted(pair) if first == second else pair
            if one != other:
                key = (other, one) if (other, one) in found else (one, other)
                found.setdefault(key, set()).add(initiative)
    return found


def network_of_rows(rows: Rows) -> networkx.MultiDiGraph[str]:
    """An edge a row, from the node of its first node column to that of its second, with the row's other values."""
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    if not rows.node_columns:
        raise QueryError("the rows hold no nodes, so they are no network; select nodes too")
    first, second = (*rows.node_columns, None)[:2]
    for row in rows:
        ends = [str(row[column]) for column in (first, second) if column is not None and row[column] is not None]
        for column in (first, second):
            if column is not None and row[column] is not None:
                graph.add_node(str(row[column]), label=str(row.get(column.removesuffix("_iri")) or row[column]))
        rest = {name: value for name, value in row.items() if name not in (first, second) and value is not None}
        if len(ends) == 2:
            graph.add_edge(ends[0], ends[1], **rest)
        elif ends:
            graph.nodes[ends[0]].update(rest if second is None else {})
    return graph


def _label(read: Statements, node: str, otherwise: str) -> str:
    return read.value(node, "rdfs:label") or read.value(node, "schema:headline") or otherwise
