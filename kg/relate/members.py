"""Which groups a text lists as members of another: 环卫工人、快递员等户外劳动者.

Guarantees: a member stands in one list with the others, joined by nothing but list marks, and the list goes on
over 等 to the group that they belong to; one pass over an article's groups.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import alternation
from kg.relate.discourse import Discourse

__all__ = ["MemberReader"]

LONGEST_BETWEEN = 10
"""Characters between 等 and the group (等坚守岗位的户外劳动者)."""


class MemberReader:
    """Reads lists of members."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("groups")
        self._joint = re.compile(rf"们?(?:{alternation(table['shared']['joined'])})")
        measures = alternation(table["company"]["measures"])
        self._summed_up = re.compile(rf"们?等(?:\d+余?多?(?:{measures}))?[^，。；：、\n]{{0,{LONGEST_BETWEEN}}}")

    def members(self, discourse: Discourse) -> dict[str, list[int]]:
        """By the concept of a group, the mentions of those that a list of the article sums up with it."""
        mentions, text = discourse.mentions, discourse.text
        groups = [i for i, mention in enumerate(mentions) if mention.type is MentionType.GROUP]
        found: dict[str, list[int]] = {}
        current: list[int] = []
        for before, after in zip([-1, *groups], groups, strict=False):
            between = text[mentions[before].end : mentions[after].begin] if before >= 0 else ""
            if self._joint.fullmatch(between):
                current.append(after)
                continue
            if current and self._summed_up.fullmatch(between):
                found.setdefault(mentions[after].concept, []).extend(current)
            current = [after]
        return found
