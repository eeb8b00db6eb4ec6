"""Measure of an initiative's numbers: things handed out, money in yuan, people reached.

Guarantees: a number is right where what it measures and its value are the gold's; each counts once; judged
on the initiatives found, missing on those that are not.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.score.counts import Counts
from kg.score.gold import GoldInitiative
from kg.score.outcome import Miss, Outcome
from kg.score.page import Page

__all__ = ["numbers"]


def numbers(page: Page, matched: Mapping[str, str]) -> Outcome:
    """Numbers of the graph that are numbers of the gold."""
    right = in_graph = in_gold = 0
    misses: list[Miss] = []
    for one in page.required:
        wanted = _wanted(one)
        in_gold += len(wanted)
        if one.id not in matched:
            continue
        left = list(page.initiatives[matched[one.id]].numbers)
        in_graph += len(left)
        for number in wanted:
            if number in left:
                left.remove(number)
                right += 1
            else:
                misses.append(Miss("initiative number", True, _shown(number), one.name))
        misses += [Miss("initiative number", False, _shown(number), one.name) for number in sorted(left)]
    return Outcome({"initiative numbers": Counts(right, in_graph, in_gold)}, tuple(misses))


def _wanted(one: GoldInitiative) -> list[tuple[str, float]]:
    told = (("provisions", one.provisions), ("money", one.money), ("beneficiaries", one.beneficiaries))
    return [(role, number.value) for role, values in told for number in values]


def _shown(number: tuple[str, float]) -> str:
    return f"{number[0]} {number[1]:.12g}"
