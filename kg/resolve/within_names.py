"""Divisions and bodies that an article names only in passing: as a part of other names.

Guarantees: pure; what the article speaks of by itself (在某县, 某集团职工) is never among them, nor what it names twice
(a province aside, whose bodies every article of its places names), nor what a fact of the article is about. 某县
in a list of ten counties' federations is where that federation has its seat, and 某集团 of 某集团工会 its employer,
which the node of the union says; neither is a thing that the article tells of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import ArticleFacts, Mention, MentionType
from kg.recognise.places import ATTRIBUTE

__all__ = ["only_within_names"]

BODIES = (MentionType.UNION, MentionType.ORGANIZATION)
OFTEN = 2
"""Names in which a thing stands that make it one of the article."""


def only_within_names(facts: ArticleFacts, keys: Mapping[int, str]) -> frozenset[int]:
    """Indices of the mentions that stand for nothing the article tells of; `keys` are the things they name."""
    mentions = facts.mentions
    in_unions = {place for m in mentions if m.type is MentionType.UNION for place in range(m.begin, m.end)}
    in_bodies = {place for m in mentions if m.type in BODIES for place in range(m.begin, m.end)}
    places = {m.begin for m in mentions if m.type is MentionType.PLACE}
    told_of = {i for fact in facts.initiatives for i in fact.partners}
    told_of.update(i for fact in facts.initiatives for i in fact.places if mentions[i].end not in places)
    told_of.update(post.organization for post in facts.posts)
    by_key: dict[str, list[int]] = {}
    for index, name in keys.items():
        by_key.setdefault(name, []).append(index)
    passing = {
        index
        for found in by_key.values()
        if len(found) < OFTEN or _is_province(mentions[found[0]])
        for index in found
        if index not in told_of and _in_passing(mentions[index], in_unions, in_bodies, places)
    }
    divisions = [
        index for index in sorted(keys) if mentions[index].type is MentionType.PLACE and mentions[index].concept
    ]
    if divisions and passing.issuperset(divisions):
        passing.discard(_home(mentions, divisions))
    return frozenset(passing)


def _is_province(mention: Mention) -> bool:
    """Whether a mention is of a division directly below the country."""
    return mention.concept.endswith("0000")


def _home(mentions: Sequence[Mention], divisions: list[int]) -> int:
    """The lowest of the first chain of divisions: where an article is that speaks of no place by itself."""
    home = divisions[0]
    for index in divisions[1:]:
        if mentions[index].begin != mentions[home].end:
            break
        home = index
    return home


def _in_passing(mention: Mention, in_unions: set[int], in_bodies: set[int], places: set[int]) -> bool:
    """Whether a division stands in a body's name, before what lies in it or as the attribute of a noun, or a body in
    the name of its union; the sets are the view positions of unions' and of all bodies' names, and where places begin.
    """
    ends = {mention.begin, mention.end - 1}
    if mention.type is MentionType.ORGANIZATION:
        return ends <= in_unions
    if mention.type is not MentionType.PLACE or not mention.concept:
        return False
    return mention.rule == ATTRIBUTE or ends <= in_bodies or mention.end in places
