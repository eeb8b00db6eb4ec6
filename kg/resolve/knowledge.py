"""Facts of all articles resolved to things.

Guarantees: the result depends on the set of articles alone, not on their order; every tuple is sorted
by key; each mention belongs to exactly one entity; entities that only stand above others (a province, a
parent federation), and employers that stand in their unions' names alone (`within_names`), have no mentions
and half confidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.lexicon import Lexicon
from kg.model import (
    ArticleFacts,
    ArticleRecord,
    EntityType,
    Knowledge,
    Membership,
    MentionType,
    Phrase,
    SourceRecord,
)
from kg.recognise.gazetteer import Gazetteer
from kg.recognise.group_standing import GroupStanding
from kg.recognise.groups import LISTED
from kg.recognise.office_parts import OFFICE, PART
from kg.resolve.articles import ArticleResolver, ResolvedArticle
from kg.resolve.gathering import EntityGathering
from kg.resolve.hierarchy import Hierarchy
from kg.resolve.identity import key
from kg.resolve.initiatives import merge_initiatives
from kg.resolve.people import merge_people
from kg.resolve.within_names import only_within_names

__all__ = ["resolve"]


def resolve(
    sources: Sequence[SourceRecord],
    facts: Iterable[ArticleFacts],
    *,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
) -> Knowledge:
    """Everything that a build found, as one graph's worth of things."""
    ordered = sorted(facts, key=lambda one: (one.article.source, one.article.stretches, one.article.key))
    weights = _source_weights(ordered)
    resolver = ArticleResolver(lexicon, gazetteer)
    articles = [resolver.resolve(one, weights[one.article.source]) for one in ordered]
    people = merge_people(articles)
    gatherings: dict[str, EntityGathering] = {}
    standing = GroupStanding(lexicon)
    for article in articles:
        _gather(article, people, standing, gatherings)
    hierarchy = Hierarchy(gatherings, gazetteer, lexicon)
    hierarchy.complete()
    initiatives = merge_initiatives(articles, lexicon)
    for initiative in initiatives:
        for place in initiative.places:
            hierarchy.place(place)
    return Knowledge(
        sources=tuple(sorted(set(sources), key=lambda source: source.key)),
        articles=tuple(sorted((_record(article, people) for article in articles), key=lambda record: record.key)),
        entities=tuple(gatherings[name].entity() for name in sorted(gatherings)),
        initiatives=initiatives,
        memberships=_memberships(articles, people),
    )


def _source_weights(facts: Iterable[ArticleFacts]) -> dict[str, Counter[str]]:
    """How often each source names each division, as a last resort for 市总工会."""
    weights: dict[str, Counter[str]] = {}
    for one in facts:
        counter = weights.setdefault(one.article.source, Counter())
        counter.update(m.concept for m in one.mentions if m.type is MentionType.PLACE and m.concept)
    return weights


def _gather(
    article: ResolvedArticle,
    people: dict[str, str],
    standing: GroupStanding,
    gatherings: dict[str, EntityGathering],
) -> None:
    """Adds an article's mentions to their entities; groups that are only met where an initiative is for them, or
    where they are listed with groups that are served.

    An employer that the article names in its union's name alone is a thing without a mention.
    """
    served = {article.things[i].key for fact in article.facts.initiatives for i in fact.groups}
    served.update(thing.key for i, thing in article.things.items() if article.facts.mentions[i].rule == LISTED)
    in_passing = only_within_names(article.facts, {index: thing.key for index, thing in article.things.items()})
    for index, resolved in article.things.items():
        if index in in_passing:
            if resolved.type is EntityType.ORGANIZATION:
                employer = gatherings.setdefault(resolved.key, EntityGathering(resolved.key, resolved.type))
                employer.add(resolved.label, resolved.forms, None, 0.5, resolved.reason, **resolved.attributes)
            continue
        mention, phrase = article.facts.mentions[index], article.facts.phrases[index]
        met = resolved.type is EntityType.GROUP and standing.is_told_in_passing(mention)
        if met and resolved.key not in served:
            continue
        identity = people.get(resolved.key, resolved.key)
        gathering = gatherings.setdefault(identity, EntityGathering(identity, resolved.type))
        gathering.add(
            resolved.label,
            resolved.forms if mention.rule in (OFFICE, PART) else (*resolved.forms, mention.text),
            phrase,
            mention.confidence,
            resolved.reason,
            mention.rule,
            **resolved.attributes,
        )


def _record(article: ResolvedArticle, people: dict[str, str]) -> ArticleRecord:
    facts = article.facts
    authors = {
        people.get(resolved.key, resolved.key)
        for index, resolved in article.things.items()
        if facts.mentions[index].rule.startswith("byline")
    }
    return ArticleRecord(
        key=facts.article.key,
        headline=facts.article.headline,
        authors=tuple(sorted(authors)),
        date=facts.article.date,
        newspaper=facts.article.newspaper,
        fragment=facts.article.fragment,
        extent=facts.extent,
        phrases=article.stretches,
    )


def _memberships(articles: Iterable[ResolvedArticle], people: dict[str, str]) -> tuple[Membership, ...]:
    evidence: dict[tuple[str, str, str], set[Phrase]] = {}
    confidence: dict[tuple[str, str, str], float] = {}
    for article in articles:
        for post in article.facts.posts:
            person, organization = article.things.get(post.person), article.things.get(post.organization)
            if person is None or organization is None:
                continue
            identity = (people.get(person.key, person.key), organization.key, post.title)
            evidence.setdefault(identity, set()).add(post.evidence)
            confidence[identity] = max(confidence.get(identity, 0.0), post.confidence)
    return tuple(
        sorted(
            (
                Membership(
                    key("membership", *identity), *identity, tuple(sorted(evidence[identity])), confidence[identity]
                )
                for identity in evidence
            ),
            key=lambda membership: membership.key,
        )
    )
