"""What is known of a union mention before and after it is resolved.

Guarantees: plain records, shared by the ways to resolve a union.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from kg.model import Mention
from kg.resolve.locale import Locale

__all__ = ["Name", "Surroundings", "UnionIdentity", "again", "plain"]

CLAUSE_MARKS = "，。；：！？\n"


@dataclass(frozen=True)
class UnionIdentity:
    """A union as one mention means it."""

    key: str
    label: str
    level: str
    jurisdiction: str = ""
    """Code of its division."""
    employer: str = ""
    """The employer's name, for an enterprise union."""
    reason: str = ""
    forms: tuple[str, ...] = ()
    """Other names that it has by its place in the hierarchy."""
    many: bool = False
    """True for unions spoken of as many, which no short form goes back to."""


@dataclass(frozen=True)
class Surroundings:
    """What the article of a mention tells beside the mention."""

    divisions: list[Mention]
    organizations: list[Mention]
    locale: Locale
    source_weights: Counter[str]
    article: str = ""
    """The article's key."""
    union_ends: tuple[int, ...] = ()
    """Where its union mentions end."""
    text: str = ""
    """The article's view."""

    def list_begin(self, mention: Mention) -> int:
        """Where the list of a clause begins in which a mention stands behind 、; -1 where it stands in none."""
        begin = max(self.text.rfind(mark, 0, mention.begin) for mark in CLAUSE_MARKS) + 1
        return begin if "、" in self.text[begin : mention.begin] else -1

    def previous_end(self, mention: Mention) -> int:
        """Where the last union before a mention ends; -1 where there is none."""
        return max((end for end in self.union_ends if end <= mention.begin), default=-1)


@dataclass(frozen=True)
class Name:
    """A mention's name, taken apart."""

    mention: Mention
    text: str
    """Without white space, brackets and 该."""
    leading: tuple[Mention, ...]
    """The chain of divisions with which it begins."""
    rest: str
    """What follows them."""


def again(identity: UnionIdentity, reason: str) -> UnionIdentity:
    """The same union, told once more for a reason of its own."""
    return replace(identity, reason=reason)


def plain(text: str) -> str:
    """A name without white space, brackets and 该; 总会, a common slip, is 总工会."""
    return re.sub(r"[\s（）]", "", text).replace("总会", "总工会").replace("总女", "总工会女").removeprefix("该")
