"""The shape of a graph: what of it no change of names may change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from kg.model import EntityType, Initiative, Knowledge

__all__ = ["Shape", "apart", "shape"]


class Shape(NamedTuple):
    """Counts of a graph's things by what is not a name."""

    articles: int
    unions: Counter[str]
    """By level."""
    entities: Counter[str]
    """By type."""
    initiatives: Counter[tuple[object, ...]]
    """By kind, groups, numbers, and the number of unions that ran it."""
    posts: Counter[str]
    """By title."""


def shape(knowledge: Knowledge, rename: Callable[[str], str] = str) -> Shape:
    """The shape of what was found; `rename` is for titles, which may hold a name (某镇讲师团成员)."""
    groups = {one.key: one.label for one in knowledge.entities if one.type is EntityType.GROUP}
    mentioned = [one for one in knowledge.entities if one.mentions]
    return Shape(
        len(knowledge.articles),
        Counter(one.subtype for one in mentioned if one.type is EntityType.UNION),
        Counter(str(one.type) for one in mentioned),
        Counter(_outline(one, groups) for one in knowledge.initiatives),
        Counter(rename(one.title) for one in knowledge.memberships),
    )


def _outline(one: Initiative, groups: dict[str, str]) -> tuple[object, ...]:
    numbers = sorted((amount.role, amount.measure.value, amount.measure.unit) for amount in one.amounts)
    return one.kind, one.named, tuple(sorted(groups[key] for key in one.groups)), tuple(numbers), len(one.unions)


def apart(one: Counter[object], other: Counter[object]) -> int:
    """How many things of two counts have no counterpart: the greater of what is missing and what is too many."""
    return max((one - other).total(), (other - one).total())
