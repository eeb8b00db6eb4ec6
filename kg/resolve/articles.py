"""One article's mentions resolved to identities.

Guarantees: depends on the article and on how often its source names each division, on nothing else;
mentions that name nothing by themselves (numbers, dates, programmes) resolve to nothing here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.model import ArticleFacts, EntityType, Mention, MentionType, Phrase
from kg.recognise.gazetteer import Gazetteer
from kg.resolve.identity import key
from kg.resolve.locale import Locale
from kg.resolve.organizations import resolve_organizations, without_upper_divisions
from kg.resolve.unions import UnionResolver

__all__ = ["ResolvedArticle", "Thing", "resolve_article"]


@dataclass(frozen=True)
class Thing:
    """What one mention resolves to."""

    key: str
    type: EntityType
    label: str
    forms: tuple[str, ...] = ()
    reason: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ResolvedArticle:
    """An article's facts with the identity of each mention that names a thing."""

    facts: ArticleFacts
    things: dict[int, Thing]
    """Index of a mention → what it resolves to."""
    stretches: tuple[Phrase, ...]


def resolve_article(
    facts: ArticleFacts,
    source_weights: Counter[str],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
) -> ResolvedArticle:
    """The identities of an article's mentions."""
    locale = Locale(facts.article, facts.mentions, gazetteer)
    things: dict[int, Thing] = {}
    _unions(facts, locale, source_weights, lexicon, gazetteer, things)
    _organizations(facts, locale, source_weights, gazetteer, things)
    for index, mention in enumerate(facts.mentions):
        if mention.type is MentionType.PLACE:
            things[index] = _place(mention, facts)
        elif mention.type is MentionType.GROUP:
            things[index] = _group(mention, lexicon)
        elif mention.type is MentionType.PERSON:
            things[index] = Thing(key("person", mention.label, facts.article.key), EntityType.PERSON, mention.label)
    return ResolvedArticle(facts, things, facts.stretches)


def _of(facts: ArticleFacts, type: MentionType) -> list[int]:
    return [index for index, mention in enumerate(facts.mentions) if mention.type is type]


def _divisions(facts: ArticleFacts) -> list[Mention]:
    return [mention for mention in facts.mentions if mention.type is MentionType.PLACE and mention.concept]


def _unions(
    facts: ArticleFacts,
    locale: Locale,
    source_weights: Counter[str],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    things: dict[int, Thing],
) -> None:
    indexes = _of(facts, MentionType.UNION)
    identities = UnionResolver(lexicon, gazetteer).resolve(
        [facts.mentions[index] for index in indexes],
        _divisions(facts),
        locale,
        source_weights,
        [facts.mentions[index] for index in _of(facts, MentionType.ORGANIZATION)],
    )
    for index, identity in zip(indexes, identities, strict=True):
        things[index] = Thing(
            identity.key,
            EntityType.UNION,
            identity.label,
            identity.forms,
            identity.reason,
            {"subtype": identity.level, "code": identity.jurisdiction, "employer_name": identity.employer},
        )


def _organizations(
    facts: ArticleFacts,
    locale: Locale,
    source_weights: Counter[str],
    gazetteer: Gazetteer,
    things: dict[int, Thing],
) -> None:
    indexes = _of(facts, MentionType.ORGANIZATION)
    identities = resolve_organizations(
        [facts.mentions[index] for index in indexes],
        _divisions(facts),
        locale,
        source_weights,
        gazetteer,
        facts.article.key,
    )
    for index, identity in zip(indexes, identities, strict=True):
        location = f"place/{identity.location}" if identity.location else ""
        things[index] = Thing(
            identity.key,
            EntityType.ORGANIZATION,
            identity.label,
            identity.forms,
            identity.reason,
            {"subtype": identity.subtype, "location": location},
        )


def _place(mention: Mention, facts: ArticleFacts) -> Thing:
    if mention.concept:
        return Thing(
            f"place/{mention.concept}",
            EntityType.PLACE,
            mention.label,
            attributes={"subtype": "AdministrativeArea", "code": mention.concept},
        )
    label = "".join(mention.text.split())
    forms = without_upper_divisions(mention, _divisions(facts))
    shortest = min((label, *forms), key=len)
    return Thing(key("place", shortest, facts.article.key), EntityType.PLACE, label, forms)


def _group(mention: Mention, lexicon: Lexicon) -> Thing:
    concept = lexicon.groups[mention.concept]
    attributes = {"parent": f"group/{concept.broader}"} if concept.broader else {}
    return Thing(f"group/{concept.name}", EntityType.GROUP, concept.label, attributes=attributes)
