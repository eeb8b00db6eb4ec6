"""What all articles say together: things, each once.

Guarantees: links are keys of things in the same `Knowledge`; tuples are sorted.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from kg.model.facts import Amount, Dating, Standing
from kg.model.texts import Phrase

__all__ = ["ArticleRecord", "Entity", "EntityType", "Grounds", "Initiative", "Knowledge", "Membership", "SourceRecord"]


class EntityType(StrEnum):
    """The classes of things that the graph's entities belong to."""

    UNION = "Union"
    ORGANIZATION = "Organization"
    PERSON = "Person"
    PLACE = "Place"
    GROUP = "WorkerGroup"


class Grounds(msgspec.Struct, frozen=True, order=True):
    """Why one mention names the entity that it names."""

    phrase: Phrase
    rule: str
    """The name of the rule that found the mention."""
    reason: str = ""
    """Why the mention was taken to mean the entity; empty where its words alone say so."""


class Entity(msgspec.Struct, frozen=True):
    """One thing, one node.

    `key` is the local part of its IRI under the id: base (``union/330203``, ``person/1f0c…``);
    for a worker group of the scheme it is ``group/NAME`` and the IRI is ``group:NAME``.
    """

    key: str
    type: EntityType
    label: str
    alternatives: tuple[str, ...]
    """Every other surface form found, sorted."""
    mentions: tuple[Phrase, ...]
    """Sorted; may be empty for a thing that is only the parent of another (a province)."""
    confidence: float
    subtype: str = ""
    """Union: level (national, provincial, prefectural, county, township, village, industry,
    enterprise, joint). Organization: Company, PublicBody, School, Hospital, Media, Association or "".
    Place: ``AdministrativeArea`` or ""."""
    parent: str | None = None
    """Key: the parent federation of a union, the place that contains a place, the broader group."""
    jurisdiction: str | None = None
    """Union only: key of the place."""
    employer: str | None = None
    """Union only: key of the organisation whose workers it organises."""
    location: str | None = None
    """Organization only: key of the place."""
    code: str = ""
    """Place only: GB/T 2260 code (2, 4, 6, 9 or 12 digits padded to 6 at least), or ""."""
    reasons: tuple[str, ...] = ()
    """The chain of resolution, one readable sentence each, sorted."""
    grounds: tuple[Grounds, ...] = ()
    """The rule and the reason of each mention, sorted."""


class Initiative(msgspec.Struct, frozen=True):
    """One initiative, from every article that reports it. Links are entity keys, sorted."""

    key: str
    label: str
    alternatives: tuple[str, ...]
    named: bool
    kind: str
    unions: tuple[str, ...]
    partners: tuple[str, ...]
    groups: tuple[str, ...]
    places: tuple[str, ...]
    amounts: tuple[Amount, ...]
    evidence: tuple[Phrase, ...]
    articles: tuple[str, ...]
    confidence: float
    start: str | None = None
    end: str | None = None
    parent: str | None = None
    """Key of the programme it is a measure of."""
    standing: Standing = Standing.CARRIED_OUT
    """The strongest that a report tells."""
    standing_cues: tuple[str, ...] = ()
    """The words of all reports that show how it stands, sorted."""
    datings: tuple[Dating, ...] = ()
    """Every start that reports tell where they tell different ones; else empty."""
    rules: tuple[str, ...] = ()
    """The rules that found it in the reports, sorted."""
    cues: tuple[str, ...] = ()
    """The words of all reports that made it an initiative, sorted."""
    reasons: tuple[str, ...] = ()
    """What the confidence is made of, by the surest report."""


class Membership(msgspec.Struct, frozen=True):
    """One person's post in one organisation."""

    key: str
    person: str
    organization: str
    title: str
    evidence: tuple[Phrase, ...]
    confidence: float


class ArticleRecord(msgspec.Struct, frozen=True):
    """What the graph says of an article itself."""

    key: str
    headline: str
    authors: tuple[str, ...]
    """Person keys, sorted."""
    date: str | None
    newspaper: str | None
    fragment: bool
    phrases: tuple[Phrase, ...]
    """Its stretches, in reading order."""
    extent: Phrase | None = None
    """The passage of the page that it takes up, lines of other articles included; none where it runs backwards."""


class SourceRecord(msgspec.Struct, frozen=True):
    """What the graph says of a source."""

    key: str
    name: str
    sha256: str
    length: int
    """Characters."""
    url: str | None = None


class Knowledge(msgspec.Struct, frozen=True):
    """All that a build found, resolved; every tuple is sorted by key. The graph room reads only this."""

    sources: tuple[SourceRecord, ...]
    articles: tuple[ArticleRecord, ...]
    entities: tuple[Entity, ...]
    initiatives: tuple[Initiative, ...]
    memberships: tuple[Membership, ...]
