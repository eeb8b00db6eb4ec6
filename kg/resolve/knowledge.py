"""Facts of all articles resolved to things.

Guarantees: the result depends on the set of articles alone, not on their order; every tuple is sorted
by key; each mention belongs to exactly one entity; entities that only stand above others (a province, a
parent federation) have no mentions and half confidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.lexicon import Lexicon
from kg.model import (
    ArticleFacts,
    ArticleRecord,
    Entity,
    EntityType,
    Knowledge,
    Membership,
    MentionType,
    Phrase,
    SourceRecord,
)
from kg.recognise.gazetteer import Gazetteer
from kg.recognise.matching import words
from kg.resolve.articles import ResolvedArticle, resolve_article
from kg.resolve.gathering import EntityGathering
from kg.resolve.identity import key
from kg.resolve.initiatives import merge_initiatives
from kg.resolve.people import merge_people

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
    articles = [resolve_article(one, weights[one.article.source], lexicon, gazetteer) for one in ordered]
    people = merge_people(articles)
    gatherings: dict[str, EntityGathering] = {}
    generic = frozenset(f"group/{name}" for name in words(lexicon.table("groups")["generic"]))
    for article in articles:
        _gather(article, people, generic, gatherings)
    _hierarchy(gatherings, gazetteer, lexicon)
    initiatives = merge_initiatives(articles, gazetteer)
    for initiative in initiatives:
        for place in initiative.places:
            _place(gatherings, place, gazetteer)
    entities = _closed(gatherings, gazetteer, lexicon)
    return Knowledge(
        sources=tuple(sorted(set(sources), key=lambda source: source.key)),
        articles=tuple(sorted((_record(article, people) for article in articles), key=lambda record: record.key)),
        entities=entities,
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
    generic: frozenset[str],
    gatherings: dict[str, EntityGathering],
) -> None:
    """Adds an article's mentions to their entities; those of a generic group only where an initiative is for it."""
    targeted = {article.things[i].key for fact in article.facts.initiatives for i in fact.groups}
    for index, resolved in article.things.items():
        if resolved.key in generic and resolved.key not in targeted:
            continue
        mention, phrase = article.facts.mentions[index], article.facts.phrases[index]
        identity = people.get(resolved.key, resolved.key)
        gathering = gatherings.setdefault(identity, EntityGathering(identity, resolved.type))
        gathering.add(
            resolved.label,
            (*resolved.forms, mention.text),
            phrase,
            mention.confidence,
            resolved.reason,
            **resolved.attributes,
        )


def _hierarchy(gatherings: dict[str, EntityGathering], gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    """Parents: federations above unions, places around places, employers of enterprise unions, broader groups."""
    for gathering in list(gatherings.values()):
        attributes = gathering.attributes
        if gathering.type is EntityType.UNION:
            _union_parents(gathering, gatherings, gazetteer)
        elif gathering.type is EntityType.PLACE and attributes.get("code"):
            _place(gatherings, gathering.key, gazetteer)
        elif gathering.type is EntityType.ORGANIZATION and attributes.get("location"):
            _place(gatherings, attributes["location"], gazetteer)


def _union_parents(gathering: EntityGathering, gatherings: dict[str, EntityGathering], gazetteer: Gazetteer) -> None:
    code = gathering.attributes.pop("code", "")
    if not code or code not in gazetteer.by_code:
        if gathering.attributes.get("subtype") == "national":
            return
        return
    gathering.attributes["jurisdiction"] = f"place/{code}"
    _place(gatherings, f"place/{code}", gazetteer)
    chain = gazetteer.chain(code)
    own = gathering.key == f"union/{code}"
    above = list(chain[1:]) if own else list(chain)
    child = gathering
    for division in above:
        parent_key = f"union/{division.code}"
        child.attributes["parent"] = parent_key
        if parent_key in gatherings:
            child = gatherings[parent_key]
            if "parent" in child.attributes:
                return
            continue
        child = gatherings[parent_key] = EntityGathering(parent_key, EntityType.UNION)
        upper = gazetteer.chain(division.code)
        label = f"{division.name}总工会"
        if division.level == "county" and len(upper) > 1:
            label = f"{upper[1].name}{division.name}总工会"
        level = {"province": "provincial", "prefecture": "prefectural"}.get(division.level, division.level)
        child.add(
            label,
            (),
            None,
            0.5,
            f"{gathering_label(gathering)}的上级",
            subtype=level,
            jurisdiction=f"place/{division.code}",
        )
        _place(gatherings, f"place/{division.code}", gazetteer)
    if not child.attributes.get("parent") and child.key != "union/100000":
        child.attributes["parent"] = "union/100000"
        if "union/100000" not in gatherings:
            national = gatherings["union/100000"] = EntityGathering("union/100000", EntityType.UNION)
            national.add(
                "中华全国总工会", ("全国总工会", "全总"), None, 0.5, "各级工会的全国性领导机关", subtype="national"
            )


def gathering_label(gathering: EntityGathering) -> str:
    """The label that the gathering would get now."""
    return min(gathering.labels, key=lambda text: (-len(text), text))


def _place(gatherings: dict[str, EntityGathering], place: str, gazetteer: Gazetteer) -> None:
    """The place and the chain of divisions around it, made where they are missing."""
    code = place.partition("/")[2]
    chain = gazetteer.chain(code)
    for division, upper in zip(chain, (*chain[1:], None), strict=False):
        entity = gatherings.setdefault(
            f"place/{division.code}", EntityGathering(f"place/{division.code}", EntityType.PLACE)
        )
        entity.add(
            division.name,
            (),
            None,
            0.5,
            subtype="AdministrativeArea",
            code=division.code,
            parent=f"place/{upper.code}" if upper else None,
        )


def _closed(gatherings: dict[str, EntityGathering], gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[Entity, ...]:
    """The entities, with every employer present and every broader group named."""
    for gathering in list(gatherings.values()):
        employer = gathering.attributes.pop("employer_name", "")
        if employer:
            employer_key = next(
                (
                    other.key
                    for other in sorted(gatherings.values(), key=lambda g: g.key)
                    if other.type is EntityType.ORGANIZATION and employer in other.labels | other.forms
                ),
                key("organization", employer),
            )
            made = gatherings.setdefault(employer_key, EntityGathering(employer_key, EntityType.ORGANIZATION))
            if not made.labels:
                made.add(employer, (), None, 0.5, f"{gathering_label(gathering)}的用人单位")
            gathering.attributes["employer"] = employer_key
    return tuple(gatherings[name].entity() for name in sorted(gatherings))


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
