"""Which initiative of the graph is which of the gold, in one source.

Guarantees: one to one, the best pair first, ties by identifier; a pair is possible where the names are
alike, or where the evidence overlaps and a union that ran it is the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.score.facts import InitiativeNode
from kg.score.gold import GoldInitiative
from kg.score.names import likeness, normal_forms
from kg.score.page import Page, characters

__all__ = ["match"]

ALIKE = 0.6
"""Likeness of names from which a pair needs nothing else."""
OVERLAP = 0.5
"""Share of the shorter evidence that stands in the other too, from which a pair needs no like names."""


def match(page: Page) -> dict[str, str]:
    """The node of the graph for each initiative of the gold that has one, by its id."""
    matched: dict[str, str] = {}
    for _, name, node in sorted(_possible(page), reverse=True):
        if name not in matched and node not in matched.values():
            matched[name] = node
    return matched


def _possible(page: Page) -> Iterator[tuple[float, str, str]]:
    """Pairs with their weight: (weight, id in the gold, node)."""
    found = {node: characters(one.stretches[page.source]) for node, one in page.initiatives.items()}
    for initiative in page.gold.initiatives:
        names = normal_forms((initiative.name, *initiative.accept))
        wanted = characters(stretch for words in initiative.evidence if (stretch := page.find(words)))
        for node, one in page.initiatives.items():
            shorter = max(1, min(len(wanted), len(found[node])))
            overlap = len(wanted & found[node]) / shorter
            name = likeness(names, page.facts.forms_of(node))
            weight = name if name >= ALIKE else _weight_of_evidence(page, initiative, one, overlap, name)
            if weight:
                yield weight + 0.01 * overlap, initiative.id, node


def _weight_of_evidence(
    page: Page, initiative: GoldInitiative, one: InitiativeNode, overlap: float, name: float
) -> float:
    ran_by_the_same = any(page.same(union, wanted) for union in one.links["unions"] for wanted in initiative.unions)
    if overlap < OVERLAP or not (ran_by_the_same or not initiative.unions):
        return 0.0
    return 0.5 * overlap + (0.3 if ran_by_the_same else 0.0) + 0.2 * name
