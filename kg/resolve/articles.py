"""One article's mentions resolved to identities.

Guarantees: depends on the article and on how often its source names each division, on nothing else;
mentions that name nothing by themselves (numbers, dates, programmes) resolve to nothing here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.model import ArticleFacts, EntityType, Mention, MentionType, Phrase
from kg.recognise.gazetteer import Gazetteer
from kg.recognise.matching import alternation
from kg.resolve.identity import key
from kg.resolve.locale import Locale
from kg.resolve.organizations import BodyNames, OrganizationIdentity, resolve_organizations
from kg.resolve.places import PlaceIdentity, resolve_places
from kg.resolve.union_identity import Surroundings, UnionIdentity
from kg.resolve.unions import UnionResolver

__all__ = ["ArticleResolver", "ResolvedArticle", "Thing"]


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


class ArticleResolver:
    """Resolves articles one by one. Building one reads the lexicons once for all of them."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._groups = lexicon.groups
        self._gazetteer = gazetteer
        self._body_names = BodyNames(lexicon)
        self._unions = UnionResolver(lexicon, gazetteer)
        byline = lexicon.table("reading")["byline"]
        papers, dispatches = alternation(byline["agencies"]), alternation(byline["dispatches"])
        self._papers = re.compile(f"(?:{papers}){{1,3}}(?:{dispatches})")

    def resolve(self, facts: ArticleFacts, source_weights: Counter[str]) -> ResolvedArticle:
        """The identities of an article's mentions."""
        by_type: dict[MentionType, list[int]] = {kind: [] for kind in MentionType}
        for index, mention in enumerate(facts.mentions):
            by_type[mention.type].append(index)
        divisions = [facts.mentions[i] for i in by_type[MentionType.PLACE] if facts.mentions[i].concept]
        locale = Locale(facts.article, facts.mentions, self._gazetteer, self._papers)
        bodies = [facts.mentions[i] for i in by_type[MentionType.ORGANIZATION]]
        unions = [facts.mentions[i] for i in by_type[MentionType.UNION]]
        identities = self._unions.resolve(
            unions,
            Surroundings(
                divisions,
                bodies,
                locale,
                source_weights,
                facts.article.key,
                tuple(union.end for union in unions),
                facts.article.text,
            ),
        )
        organizations = resolve_organizations(
            bodies, divisions, locale, source_weights, self._gazetteer, facts.article.key, self._body_names
        )
        places = resolve_places(
            (facts.mentions[i] for i in by_type[MentionType.PLACE]), facts.article.key, self._gazetteer
        )
        things = {
            **dict(zip(by_type[MentionType.UNION], map(_union, identities), strict=True)),
            **dict(zip(by_type[MentionType.ORGANIZATION], map(_organization, organizations), strict=True)),
            **dict(zip(by_type[MentionType.PLACE], map(_place, places), strict=True)),
            **{i: self._group(facts.mentions[i]) for i in by_type[MentionType.GROUP]},
            **{i: _person(facts.mentions[i], facts.article.key) for i in by_type[MentionType.PERSON]},
        }
        return ResolvedArticle(facts, {index: things[index] for index in sorted(things)}, facts.stretches)

    def _group(self, mention: Mention) -> Thing:
        if "/" in mention.concept:
            attributes = {"parent": f"group/{mention.concept.partition('/')[0]}"}
            return Thing(key("group", mention.concept), EntityType.GROUP, mention.label, attributes=attributes)
        concept = self._groups[mention.concept]
        attributes = {"parent": f"group/{concept.broader}"} if concept.broader else {}
        return Thing(f"group/{concept.name}", EntityType.GROUP, concept.label, attributes=attributes)


def _union(identity: UnionIdentity) -> Thing:
    attributes = {"subtype": identity.level, "code": identity.jurisdiction, "employer_name": identity.employer}
    return Thing(identity.key, EntityType.UNION, identity.label, identity.forms, identity.reason, attributes)


def _organization(identity: OrganizationIdentity) -> Thing:
    location = f"place/{identity.location}" if identity.location else ""
    attributes = {"subtype": identity.subtype, "location": location}
    return Thing(identity.key, EntityType.ORGANIZATION, identity.label, identity.forms, identity.reason, attributes)


def _place(identity: PlaceIdentity) -> Thing:
    code = identity.key.partition("/")[2]
    venue = {"parent": f"place/{identity.division}"} if identity.division else {}
    attributes = venue if identity.is_venue else {"subtype": "AdministrativeArea", "code": code}
    return Thing(identity.key, EntityType.PLACE, identity.label, identity.forms, attributes=attributes)


def _person(mention: Mention, article: str) -> Thing:
    return Thing(key("person", mention.label, article), EntityType.PERSON, mention.label)
