"""Measures of an initiative's links: its unions, groups, partners and places, and the triple of all.

The triple union–initiative–group is the question that the graph exists for: which union ran which
initiative for which worker group.

Guarantees: links of an initiative that the gold does not have are all wrong, links of one that the graph
does not have are all missing; what the gold marks optional neither helps nor hurts.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from kg.score.counts import Counts
from kg.score.gold import GoldInitiative
from kg.score.outcome import Miss, Outcome, join
from kg.score.page import Page

__all__ = ["links", "triples"]

_MEASURES = {
    "unions": "initiative–union",
    "groups": "initiative–group",
    "partners": "initiative–partner",
    "places": "initiative–place",
}


def links(page: Page, matched: Mapping[str, str]) -> Outcome:
    """Links of the four sorts, each a measure of its own."""
    return join(_of_role(page, matched, role, measure) for role, measure in _MEASURES.items())


def _of_role(page: Page, matched: Mapping[str, str], role: str, measure: str) -> Outcome:
    right = in_graph = in_gold = 0
    misses: list[Miss] = []
    for one in page.required:
        wanted: tuple[str, ...] = getattr(one, role)
        needed = [name for name in wanted if not page.is_optional(name)]
        in_gold += len(needed)
        if one.id not in matched:
            continue
        found: set[str] = set()
        for thing in page.initiatives[matched[one.id]].links[role]:
            fits = [name for name in wanted if page.same(thing, name)]
            open_ones = [name for name in fits if name in needed and name not in found]
            if open_ones:
                found.add(open_ones[0])
            elif any(page.is_optional(name) for name in fits):
                continue
            else:
                misses.append(Miss(measure, False, page.facts.name(thing), one.name))
            in_graph += 1
        right += len(found)
        misses += [Miss(measure, True, page.entities[name].name, one.name) for name in needed if name not in found]
    in_graph += sum(len(page.initiatives[node].links[role]) for node in _unknown(page, matched))
    return Outcome({measure: Counts(right, in_graph, in_gold)}, tuple(misses))


def triples(page: Page, matched: Mapping[str, str]) -> Outcome:
    """Triples union–initiative–group. Their misses follow from those of initiatives and links."""
    counts = Counts()
    for one in page.required:
        counts += _triples_of(page, one, matched.get(one.id))
    for node in _unknown(page, matched):
        told = page.initiatives[node].links
        counts += Counts(0, len(told["unions"]) * len(told["groups"]), 0)
    return Outcome({"TRIPLES union–initiative–group": counts})


def _triples_of(page: Page, one: GoldInitiative, node: str | None) -> Counts:
    needed = [name for name in one.groups if not page.is_optional(name)]
    in_gold = len(one.unions) * len(needed)
    if node is None:
        return Counts(0, 0, in_gold)
    right = in_graph = 0
    left = sorted(set(product(one.unions, needed)))
    told = page.initiatives[node].links
    for union, group in product(told["unions"], told["groups"]):
        fits = [pair for pair in left if page.same(union, pair[0]) and page.same(group, pair[1])]
        if fits:
            left.remove(fits[0])
            right += 1
        elif any(page.same(group, name) and page.is_optional(name) for name in one.groups):
            continue
        in_graph += 1
    return Counts(right, in_graph, in_gold)


def _unknown(page: Page, matched: Mapping[str, str]) -> list[str]:
    """Initiatives of the graph that the gold does not have."""
    right = set(matched.values())
    return [node for node in page.initiatives if node not in right]
