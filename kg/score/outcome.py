"""What every measure gives for one source: its counts, its misses, and what it judged.

Guarantees: plain frozen records; several outcomes join into one without loss, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kg.score.counts import Counts, total

__all__ = ["Judgement", "Miss", "Outcome", "join"]


class Miss(msgspec.Struct, frozen=True):
    """One difference between the graph and the gold."""

    what: str
    """``entity Union``, ``initiative``, ``role`` …"""
    missing: bool
    """True: in the gold, not in the graph. False: in the graph, not in the gold."""
    label: str
    """Of the thing, in the words of whichever side has it."""
    note: str = ""
    """What else helps to see it: the initiative that a link belongs to, a second node for one entity."""

    def __str__(self) -> str:
        note = f" ({self.note})" if self.note else ""
        return f"{'missing' if self.missing else 'wrong'}  {self.what}: {self.label}{note}"


class Judgement(msgspec.Struct, frozen=True):
    """Whether one fact of the graph, as one source tells it, is right."""

    sort: str
    """``entity``, ``initiative`` or ``post``."""
    part: str
    """Its part of that sort: ``Union``, ``named``, …; empty where there are no parts."""
    node: str
    right: bool


class Outcome(msgspec.Struct, frozen=True):
    """Of one measure, or of all, for one source."""

    counts: dict[str, Counts]
    misses: tuple[Miss, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def join(outcomes: Iterable[Outcome]) -> Outcome:
    """Several outcomes as one."""
    several = tuple(outcomes)
    return Outcome(
        total(outcome.counts for outcome in several),
        tuple(miss for outcome in several for miss in outcome.misses),
        tuple(judgement for outcome in several for judgement in outcome.judgements),
    )
