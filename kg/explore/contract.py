"""The records that the explorer's page carries, as ``web/src/data.ts`` reads them.

Guarantees: records only; fields that say nothing are left out of the JSON. Positions count Unicode
code points of a source, end exclusive; indexes count from 0.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

__all__ = ["Amount", "Article", "Concept", "Data", "Initiative", "Node", "Post", "Source", "Span"]

Span: TypeAlias = tuple[int, int, int]
"""Index of the source, begin, end."""


class Node(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A thing of the graph; `type` is union, initiative, group, place, person or organization."""

    key: str
    type: str
    label: str
    x: int
    y: int
    mentions: tuple[Span, ...]
    en: str = ""
    alt: tuple[str, ...] = ()
    confidence: float | None = None
    above: int | None = None
    """Index of the parent union, the place around, the broader group."""
    level: str = ""
    code: str = ""


class Amount(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A number of an initiative; no `max` where the text leaves it open."""

    role: str
    value: float
    unit: str
    item: str
    qualifier: str
    min: float | None = None
    max: float | None = None


class Initiative(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What an initiative's node tells beside its name; numbers are indexes of nodes."""

    node: int
    named: bool
    kind: str
    standing: str
    cues: tuple[str, ...]
    start: str
    end: str
    unions: tuple[int, ...]
    partners: tuple[int, ...]
    groups: tuple[int, ...]
    places: tuple[int, ...]
    amounts: tuple[Amount, ...]
    evidence: tuple[Span, ...]
    programme: int | None = None


class Post(msgspec.Struct, frozen=True):
    """Who holds which post where."""

    person: int
    organization: int
    title: str
    confidence: float
    evidence: tuple[Span, ...]


class Concept(msgspec.Struct, frozen=True, omit_defaults=True):
    """A kind or a standing."""

    key: str
    zh: str
    en: str
    above: str = ""


class Source(msgspec.Struct, frozen=True):
    """A text as it was read; `text` is empty where it is not to hand."""

    name: str
    text: str
    length: int


class Article(msgspec.Struct, frozen=True):
    """An article of a source."""

    headline: str
    authors: tuple[str, ...]
    published: str
    spans: tuple[Span, ...]


class Data(msgspec.Struct, frozen=True):
    """Everything that the page carries."""

    nodes: tuple[Node, ...]
    initiatives: tuple[Initiative, ...]
    posts: tuple[Post, ...]
    kinds: tuple[Concept, ...]
    standings: tuple[Concept, ...]
    sources: tuple[Source, ...]
    articles: tuple[Article, ...]
    omitted: int
