"""Which initiatives meet conditions given in words.

Guarantees: the same conditions choose the same initiatives here and in the named questions; a group stands for
all narrower ones, a kind too, a place for all that lies within it; a period is compared as precisely as both it
and the text tell (2023-06 may be in what the text calls 2023), and what has no date is in no period.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.errors import QueryError
from kg.graph.namespaces import expand
from kg.query.lookup import Lookup
from kg.query.parameters import PARAMETERS, check_period, iso_period
from kg.query.statements import Statements

__all__ = ["chosen"]

_RELATIONS = {
    "union": ("ukg:ranBy", ""),
    "group": ("ukg:targets", "skos:broader"),
    "kind": ("ukg:kind", "skos:broader"),
    "place": ("schema:location", "schema:containedInPlace"),
    "standing": ("ukg:standing", ""),
}
"""How an initiative is linked to what a condition names, and how this is linked to what contains it."""

_INITIATIVE = expand("ukg:Initiative")


def chosen(conditions: Mapping[str, Any], statements: Statements, lookup: Lookup) -> set[str]:
    """The IRIs of the initiatives that meet every condition; None is no condition.

    Raises QueryError where a name means nothing or several things, and for a condition that chooses no initiatives.
    """
    given = {name: value for name, value in conditions.items() if value is not None}
    periods: dict[str, str] = {name: iso_period(name, given.pop(name)) for name in ("since", "until") if name in given}
    check_period(periods.get("since"), periods.get("until"))
    if unknown := [name for name in given if name not in _RELATIONS]:
        raise QueryError(
            f"initiatives are not chosen by {unknown[0]}; choose by {', '.join((*_RELATIONS, 'since, until'))}"
        )
    linked = [_linked(name, str(value), statements, lookup) for name, value in given.items()]
    if linked:
        found = {node for node in set.intersection(*linked) if _INITIATIVE in statements.classes(node)}
    else:
        found = set(statements.of_class("ukg:Initiative"))
    return {node for node in found if _in_period(statements, node, periods)}


def _linked(name: str, words: str, read: Statements, lookup: Lookup) -> set[str]:
    relation, upwards = _RELATIONS[name]
    node = lookup.one(words, PARAMETERS[name].classes, PARAMETERS[name].what)
    nodes = read.below([node], upwards) if upwards else {node}
    return {initiative for each in nodes for initiative in read.subjects(relation, each)}


def _in_period(read: Statements, node: str, periods: Mapping[str, str]) -> bool:
    days = [*read.values(node, "schema:startDate"), *read.values(node, "schema:endDate")]
    since, until = periods.get("since"), periods.get("until")
    return (since is None or any(day[: len(since)] >= since[: len(day)] for day in days)) and (
        until is None or any(day[: len(until)] <= until[: len(day)] for day in days)
    )
