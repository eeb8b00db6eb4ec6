"""Measures of initiatives as such: whether they are found, of which kind, and when they began.

Guarantees: an initiative of the graph that merely restates one already matched is wrong, since it was not
resolved; one that the gold marks optional neither helps nor hurts. Kind and date are judged on the
initiatives found.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.score.counts import Counts
from kg.score.gold import GoldInitiative
from kg.score.outcome import Judgement, Miss, Outcome
from kg.score.page import Page

__all__ = ["dates", "initiatives", "kinds"]


def initiatives(page: Page, matched: Mapping[str, str]) -> Outcome:
    """Initiatives of the graph that are initiatives of the gold."""
    optional = {matched[one.id] for one in page.gold.initiatives if one.optional and one.id in matched}
    missing = [Miss("initiative", True, one.name) for one in page.required if one.id not in matched]
    right = set(matched.values())
    wrong = [Miss("initiative", False, page.facts.name(node)) for node in page.initiatives if node not in right]
    judgements = tuple(
        Judgement("initiative", "named" if one.named else "described", node, node in right)
        for node, one in page.initiatives.items()
    )
    counts = Counts(len(right) - len(optional), len(page.initiatives) - len(optional), len(page.required))
    return Outcome({"initiatives": counts}, (*missing, *wrong), judgements)


def kinds(page: Page, matched: Mapping[str, str]) -> Outcome:
    """Initiatives found whose kind is the gold's."""
    found = [(one, page.initiatives[matched[one.id]].kinds) for one in page.required if one.id in matched]
    misses = tuple(
        Miss("initiative kind", True, one.kind, f"{one.name}; in the graph: {', '.join(told) or 'none'}")
        for one, told in found
        if one.kind not in told
    )
    return Outcome({"initiative kind": Counts(len(found) - len(misses), len(found), len(found))}, misses)


def dates(page: Page, matched: Mapping[str, str]) -> Outcome:
    """Initiatives whose start is a date of the gold, as far as the less precise of the two tells."""
    dated = [one for one in page.required if any(date.iso for date in one.dates)]
    told = {one.id: page.initiatives[matched[one.id]].dates if one.id in matched else [] for one in dated}
    right = {one.id for one in dated if _agree(one, told[one.id])}
    misses = tuple(
        Miss("initiative date", not told[one.id], ", ".join(told[one.id]) or _days(one), one.name)
        for one in dated
        if one.id in matched and one.id not in right
    )
    counts = Counts(len(right), sum(map(bool, told.values())), len(dated))
    return Outcome({"initiative dates": counts}, misses)


def _agree(one: GoldInitiative, told: list[str]) -> bool:
    wanted = [date.iso for date in one.dates if date.iso]
    return any(day.startswith(iso) or iso.startswith(day) for day in told for iso in wanted)


def _days(one: GoldInitiative) -> str:
    return ", ".join(date.iso for date in one.dates if date.iso)
