"""What several reports of one initiative tell together: its numbers, its start, how it stands.

Guarantees: nothing that a report tells is lost: a number that several tell counts once and keeps the words of
all, numbers that differ stay side by side, and so do starts that differ, each with the words that tell it; the
order of reports does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kg.model import Amount, Dating, InitiativeFact, Phrase, Standing

__all__ = ["told_amounts", "told_datings", "told_standing", "told_start"]


def told_amounts(reports: Sequence[InitiativeFact]) -> tuple[Amount, ...]:
    """Each number as often as the report that tells it most often tells it, with the words of all reports."""
    told: dict[tuple[str, float, str], list[list[Amount]]] = {}
    for report in reports:
        own: dict[tuple[str, float, str], list[Amount]] = {}
        for amount in sorted(report.amounts, key=lambda amount: amount.phrase):
            own.setdefault((amount.role, amount.measure.value, amount.measure.unit), []).append(amount)
        for identity, listed in own.items():
            told.setdefault(identity, []).append(listed)
    return tuple(amount for identity in sorted(told) for amount in _together(told[identity]))


def _together(told: list[list[Amount]]) -> Iterable[Amount]:
    """The longest list, each number of which is repeated by those in its place in the others."""
    longest, *others = sorted(told, key=lambda listed: (-len(listed), [amount.phrase for amount in listed]))
    for place, amount in enumerate(longest):
        repeated = {listed[place].phrase for listed in others if place < len(listed)} - {amount.phrase}
        yield replace(amount, repeated=tuple(sorted(repeated))) if repeated else amount


def told_start(reports: Iterable[InitiativeFact]) -> str | None:
    """The earliest start that a report tells, as precisely as any report tells it."""
    told = sorted(report.start for report in reports if report.start)
    return max((each for each in told if each.startswith(told[0])), key=len, default=None)


def told_datings(reports: Sequence[InitiativeFact]) -> tuple[Dating, ...]:
    """The starts that reports tell, where they do not agree (2031-01 and 2031-01-18 do); else nothing."""
    told: dict[str, set[Phrase]] = {}
    for report in reports:
        if report.start:
            words = {report.start_phrase} if report.start_phrase else set(report.evidence)
            told.setdefault(report.start, set()).update(words)
    precise = [each for each in sorted(told) if not any(other != each and other.startswith(each) for other in told)]
    if len(precise) < 2:
        return ()
    return tuple(Dating(each, tuple(sorted(told[each]))) for each in precise)


def told_standing(reports: Iterable[InitiativeFact]) -> tuple[Standing, tuple[str, ...]]:
    """The strongest standing that a report shows, and the words of all of them, sorted."""
    listed = list(reports)
    cues = {report.standing_cue for report in listed} - {""}
    return min((report.standing for report in listed), key=lambda one: one.rank), tuple(sorted(cues))
