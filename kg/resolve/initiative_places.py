"""Where a report puts its initiative, as keys of places.

Guarantees: pure; a union among the mentions stands for the division in which it acts; each place once, in their order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import EntityType
from kg.resolve.articles import ResolvedArticle

__all__ = ["places_of"]


def places_of(article: ResolvedArticle, named: Sequence[int]) -> list[str]:
    """Keys of the places of an initiative; `named` are mentions of its article."""
    things = [article.things[i] for i in named if i in article.things]
    keys = (_seat(one.attributes) if one.type is EntityType.UNION else one.key for one in things)
    return list(dict.fromkeys(key for key in keys if key))


def _seat(union: Mapping[str, str]) -> str:
    """The division of a union's attributes; empty where it acts in none that is known."""
    return f"place/{union['code']}" if union.get("code") else ""
