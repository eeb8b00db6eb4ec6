"""Measure of posts: who holds which title in which organisation.

Guarantees: a post is right where person, organisation and title are the gold's, the organisation by any
label that counts as right for it; each counts once.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.score.counts import Counts
from kg.score.facts import PostNode
from kg.score.names import normal
from kg.score.outcome import Judgement, Miss, Outcome
from kg.score.page import Page

__all__ = ["posts"]


class _Wanted(NamedTuple):
    """A post of the gold, its names in their normal forms."""

    person: str
    organizations: frozenset[str]
    title: str
    shown: str


def posts(page: Page) -> Outcome:
    """Posts of the graph that are posts of the gold."""
    left = _wanted(page)
    told = page.facts.posts.get(page.source, [])
    in_gold = len(left)
    misses: list[Miss] = []
    judgements: list[Judgement] = []
    for post in told:
        fit = next((wanted for wanted in left if _same(page, post, wanted)), None)
        if fit is not None:
            left.remove(fit)
        else:
            misses.append(Miss("role", False, _shown(page, post)))
        judgements.append(Judgement("post", "", post.node, fit is not None))
    misses += [Miss("role", True, wanted.shown) for wanted in left]
    counts = Counts(in_gold - len(left), len(told), in_gold)
    return Outcome({"roles": counts}, tuple(misses), tuple(judgements))


def _wanted(page: Page) -> list[_Wanted]:
    wanted: list[_Wanted] = []
    for role in page.gold.roles:
        name = normal(role.organization)
        forms = frozenset({name}).union(*(page.forms(one) for one in page.gold.entities if name in page.forms(one)))
        for title in role.titles:
            shown = f"{role.person}, {role.organization}, {title}"
            wanted.append(_Wanted(normal(role.person), forms, normal(title), shown))
    return wanted


def _same(page: Page, post: PostNode, wanted: _Wanted) -> bool:
    return (
        post.title == wanted.title
        and wanted.person in page.facts.forms_of(post.person)
        and not wanted.organizations.isdisjoint(page.facts.forms_of(post.organization))
    )


def _shown(page: Page, post: PostNode) -> str:
    return f"{page.facts.name(post.person)}, {page.facts.name(post.organization)}, {post.title}"
