"""Which names are one person.

Guarantees: two mentions of one name in one article are one person; across articles only where a post in
the same organisation, or the by-line of the same newspaper or page, agrees. The result maps each person's
key to the key that stands for all that are the same (the smallest).
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import EntityType
from kg.resolve.articles import ResolvedArticle

__all__ = ["merge_people"]


def merge_people(articles: Sequence[ResolvedArticle]) -> dict[str, str]:
    """Key → key of the person; keys that stay as they are may be missing."""
    shared: dict[tuple[str, ...], list[str]] = {}
    for article in articles:
        facts = article.facts
        home = facts.article.newspaper or facts.article.source
        for index, thing in article.things.items():
            if thing.type is EntityType.PERSON and facts.mentions[index].rule.startswith("byline"):
                shared.setdefault((thing.label, "byline", home), []).append(thing.key)
        for post in facts.posts:
            person, organization = article.things.get(post.person), article.things.get(post.organization)
            if person is not None and organization is not None:
                shared.setdefault((person.label, "post", organization.key), []).append(person.key)
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.get(name, name) != name:
            name = parent[name]
        return name

    for keys in shared.values():
        smallest = min(root(name) for name in keys)
        for name in keys:
            parent[root(name)] = smallest
    return {name: root(name) for name in sorted({name for keys in shared.values() for name in keys})}
