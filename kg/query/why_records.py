"""What `Graph.why` and `Graph.why_not` hand out: small frozen records, ready for JSON.

Guarantees: no links to the graph inside; quotes are word for word, positions are characters of the source, end
exclusive; everything is in a fixed order.
"""

from __future__ import annotations

import msgspec

from kg.query.records import Quote

__all__ = ["Case", "Cue", "Edge", "Explanation", "Form", "Obstacle", "Pair", "Stated", "WhyNot"]


class Cue(msgspec.Struct, frozen=True, order=True):
    """Words that show something."""

    words: str
    rule: str = ""
    """The rule that found them, where the graph holds it."""
    reason: str = ""
    """Why they were taken to mean the thing, where the graph holds it."""


class Stated(msgspec.Struct, frozen=True):
    """One fact about a thing, with what states it."""

    what: str
    """``ran by``, ``for``, ``where``, ``start``, ``kind``, ``part of`` …"""
    value: str
    """A label, a date, a number with its unit."""
    key: str = ""
    """The IRI of the value; empty where it is none."""
    cues: tuple[Cue, ...] = ()
    sentences: tuple[Quote, ...] = ()
    note: str = ""
    """What is to be said beside, as where no sentence names the value."""


class Form(msgspec.Struct, frozen=True, order=True):
    """One way in which texts call a thing, and why that was taken to mean it."""

    words: str
    rule: str
    reason: str
    places: tuple[Quote, ...]


class Explanation(msgspec.Struct, frozen=True):
    """Everything that the graph can say of why it says what it says about one thing."""

    key: str
    """The IRI."""
    label: str
    type: str
    """``initiative``, ``union``, ``person``, ``worker group``, ``post``, ``article``, ``organisation``, ``place``."""
    confidence: float | None
    """0–1; None for an article."""
    confidence_of: tuple[str, ...]
    """What the confidence is made of."""
    rules: tuple[str, ...]
    """The rules that found an initiative."""
    facts: tuple[Stated, ...]
    forms: tuple[Form, ...]
    """Of a thing that texts name: mention → this thing."""
    reasons: tuple[str, ...]
    """Every reason of the resolution, sorted."""


class Obstacle(msgspec.Struct, frozen=True):
    """One thing that stopped an edge from a union to a group."""

    rule: str
    """``other-unions``, ``other-groups``, ``other-unions-and-groups``, ``resolved-otherwise``, ``no-initiative``,
    ``no-union-known``, ``group-in-passing``, ``edge`` (nothing did), or a rule of ``kg.relate.trace.RULES``."""
    said: str
    words: tuple[str, ...] = ()
    """The words that decided, or the names that it speaks of."""
    initiative: str = ""
    """The label of the initiative that it is about, and how it stands."""
    cues: tuple[str, ...] = ()
    """The words that made it an initiative."""


class Case(msgspec.Struct, frozen=True):
    """A sentence in which the union and the group are both named."""

    sentence: Quote
    unions: tuple[str, ...]
    """The words that name the union, or that were taken for another."""
    groups: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]


class Pair(msgspec.Struct, frozen=True):
    """In an article without such a sentence: where union and group are named nearest to each other."""

    article: str
    characters: int
    """Between the two."""
    union: Quote
    group: Quote
    obstacles: tuple[Obstacle, ...]


class Edge(msgspec.Struct, frozen=True, order=True):
    """An initiative that the union ran for the group."""

    initiative: str
    key: str
    group: str
    sentences: tuple[Quote, ...]


class WhyNot(msgspec.Struct, frozen=True):
    """What stands between a union and a group."""

    union: str
    group: str
    edges: tuple[Edge, ...]
    """Where the graph does say that the union reached the group."""
    cases: tuple[Case, ...]
    nearest: tuple[Pair, ...]
    """Only where no sentence names both."""
    union_at: tuple[Quote, ...]
    """Where the union is mentioned."""
    group_at: tuple[Quote, ...]
    group_in_passing: tuple[Quote, ...]
    """Where texts that were read again name the group, and the graph links nothing to the words."""
    notes: tuple[str, ...]
    """What this answer could not look at, and why."""
