"""Whether confidence means something: in every tenth of its scale, the share of facts that is right.

Guarantees: a fact is one entity, initiative or post as one source tells it, judged by the same matching as
the figures; one that the gold marks optional is right; facts without a confidence do not count. 1.0
belongs to the last tenth.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kg.score.scoring import Score

__all__ = ["WITHIN", "Tenth", "calibration"]

WITHIN = 0.1
"""How far the share that is right may lie from the confidence."""
_PARTS = {
    "initiative": ("", "named", "described"),
    "entity": ("", "Union", "Organization", "Person", "Place", "WorkerGroup"),
    "post": ("",),
}


class Tenth(msgspec.Struct, frozen=True):
    """The facts of one sort whose confidence lies in one tenth of the scale."""

    sort: str
    """``initiative``, ``entity`` or ``post``."""
    part: str
    """A part of that sort, or empty for all of it."""
    tenth: int
    """0 for 0.0–0.1, …, 9 for 0.9–1.0."""
    facts: int
    right: int
    confidence: float
    """Mean of the facts."""

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.facts

    @property
    def gap(self) -> float:
        """Share less confidence: below zero where the program is too sure."""
        return self.share - self.confidence

    @property
    def holds(self) -> bool:
        """Whether the share lies within `WITHIN` of the mean confidence."""
        return abs(self.gap) <= WITHIN + 1e-9


def calibration(scores: Iterable[Score]) -> tuple[Tenth, ...]:
    """The tenths in which there are facts, over several scores, by sort, part and tenth."""
    facts: dict[tuple[str, str, int], list[tuple[float, bool]]] = {}
    for score in scores:
        for outcome in score.files.values():
            for judgement in outcome.judgements:
                confidence = score.confidences.get(judgement.node)
                if confidence is None:
                    continue
                tenth = max(0, min(9, int(confidence * 10 + 1e-9)))
                for part in sorted({"", judgement.part}):
                    facts.setdefault((judgement.sort, part, tenth), []).append((confidence, judgement.right))
    keys = [(sort, part, tenth) for sort, parts in _PARTS.items() for part in parts for tenth in range(10)]
    return tuple(_tenth(*key, facts[key]) for key in keys if key in facts)


def _tenth(sort: str, part: str, tenth: int, facts: list[tuple[float, bool]]) -> Tenth:
    mean = sum(sorted(confidence for confidence, _ in facts)) / len(facts)
    return Tenth(sort, part, tenth, len(facts), sum(right for _, right in facts), mean)
