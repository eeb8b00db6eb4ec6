"""Measure of entities: unions, organisations, people, places and worker groups that a source mentions.

Guarantees: an entity of the gold is found once; a second node for it is wrong; where a node could be several
(区总工会 may name two), they choose in the order of `Facts.mentioned`; what the gold marks optional neither
helps nor hurts. A station, a venue or a stadium may stand as place or as organisation: the gold's
reading of it decides.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.score.counts import Counts
from kg.score.gold import ENTITY_TYPES, GoldEntity
from kg.score.outcome import Judgement, Miss, Outcome, join
from kg.score.page import Page

__all__ = ["entities"]

ALL = "entities (all types)"
_TWO_READINGS = {"Organization": "Place", "Place": "Organization"}


class _Candidate(NamedTuple):
    """A node of the graph."""

    node: str
    type: str
    """As which it is judged."""
    fits: tuple[GoldEntity, ...]
    """Entities of the gold, of any type, that its labels name."""


def entities(page: Page) -> Outcome:
    """Nodes of the graph that are entities of the gold, by type and over all types."""
    candidates = [_candidate(page, node) for node in page.facts.mentioned.get(page.source, [])]
    outcomes = [_of_type(page, kind, [one for one in candidates if one.type == kind]) for kind in ENTITY_TYPES]
    everything = join(Outcome({ALL: counts}) for outcome in outcomes for counts in outcome.counts.values())
    return join([everything, *outcomes])


def _candidate(page: Page, node: str) -> _Candidate:
    fits = tuple(entity for entity in page.gold.entities if page.same(node, entity.id))
    kind = page.facts.types.get(node, "")
    other = _TWO_READINGS.get(kind)
    types = {entity.type for entity in fits}
    return _Candidate(node, other if other in types and kind not in types else kind, fits)


def _of_type(page: Page, kind: str, candidates: list[_Candidate]) -> Outcome:
    required = [entity for entity in page.gold.entities if entity.type == kind and not entity.optional]
    found: set[str] = set()
    misses: list[Miss] = []
    judgements: list[Judgement] = []
    optional = 0
    for candidate in candidates:
        fits = [entity for entity in candidate.fits if entity.type == kind]
        open_ones = [entity for entity in fits if not entity.optional and entity.id not in found]
        if open_ones:
            forms = page.facts.forms_of(candidate.node)
            found.add(max(open_ones, key=lambda entity: len(forms & page.forms(entity))).id)
        elif any(entity.optional for entity in fits):
            optional += 1
        else:
            note = "second node for one entity" if fits else ""
            misses.append(Miss(f"entity {kind}", False, page.facts.name(candidate.node), note))
        right = bool(open_ones) or any(entity.optional for entity in fits)
        judgements.append(Judgement("entity", kind, candidate.node, right))
    misses += [Miss(f"entity {kind}", True, entity.name) for entity in required if entity.id not in found]
    counts = Counts(len(found), len(candidates) - optional, len(required))
    return Outcome({f"entity {kind}": counts}, tuple(misses), tuple(judgements))
