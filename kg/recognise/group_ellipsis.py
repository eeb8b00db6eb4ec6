"""Members of a list that share the noun for people behind them: 出租车和网约车司机, 环卫、快递等户外劳动者.

Guarantees: pure and linear; a word is such a member only where, with the last member's noun, it is a form of
the scheme, or where it is a trade and the list goes on to a noun for people; nothing general is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kg.recognise.group_phrases import GroupPhrase
from kg.recognise.group_standing import GroupStanding
from kg.recognise.matching import FormMatcher, alternation, words
from kg.recognise.sentences import Stretch

__all__ = ["SharedHeads"]

LONGEST_MEMBER = 6
SHORTEST_MEMBER = 2


class SharedHeads:
    """Finds members of lists that stand without their noun."""

    def __init__(
        self,
        table: Mapping[str, Any],
        forms: Mapping[str, str],
        standing: GroupStanding,
    ) -> None:
        self._forms = forms
        self._is_met, self._generic = standing.is_met, standing.generic
        self._heads = words(table["heads"])
        self._adjacent = words(table["adjacent"])
        self._no_members = frozenset(words(table["no_members"]))
        stems = {word: concept for concept, listed in table["stems"].items() for word in words(listed)}
        self._stems = FormMatcher(stems)
        joined = alternation(table["joined"])
        self._joint = re.compile(rf"(?:{joined})")
        self._joint_before = re.compile(rf"(?:{joined})\Z")
        inside = alternation(table["inside"])
        self._people = re.compile(
            rf"(?:等(?:\d+余?多?[名位])?[^，。；：、\s\d]{{0,8}}?|(?:{inside}){{1,3}}的?)(?:{alternation(table['people'])})"
        )

    def members(self, text: str, known: Iterable[Stretch]) -> list[GroupPhrase]:
        """Members without their noun, in no order."""
        spans = sorted(known)
        found: list[GroupPhrase] = []
        for begin, end in spans:
            head = next((head for head in self._heads if text.endswith(head, begin, end)), "")
            if text[begin:end] == head:
                continue
            while head and (member := self._member(text, begin, head)) is not None:
                found.append(member)
                begin = member.begin
        return [*found, *self._stem_lists(text, spans)]

    def _member(self, text: str, begin: int, head: str) -> GroupPhrase | None:
        """The member that a list mark joins to what begins at `begin`."""
        joint = self._joint_before.search(text, max(0, begin - 3), begin)
        adjacent = next((word for word in self._adjacent if text.endswith(word, 0, begin)), "")
        if joint is None and not adjacent:
            return None
        end = joint.start() if joint is not None else begin
        for length in range(LONGEST_MEMBER, SHORTEST_MEMBER - 1, -1):
            word = text[max(0, end - length) : end]
            concept = self._forms.get(word + head)
            if concept and word not in self._no_members and word not in self._forms and not self._is_met(concept):
                return GroupPhrase(end - len(word), end, concept, "")
        return None

    def _stem_lists(self, text: str, spans: list[Stretch]) -> list[GroupPhrase]:
        """Trades in lists of two and more that go on to a noun for people, or end with a group of its own."""
        inside = {position for span in spans for position in range(*span)}
        stems = {
            Stretch(begin, end): concept
            for begin, end, concept in self._stems.matches(text)
            if begin not in inside and end - 1 not in inside
        }
        chains: list[list[Stretch]] = []
        for unit in sorted({*stems, *spans}):
            joint = self._joint.match(text, chains[-1][-1].end) if chains else None
            if joint is not None and joint.end() == unit.begin:
                chains[-1].append(unit)
            else:
                chains.append([unit])
        return [
            GroupPhrase(*unit, stems[unit], "")
            for chain in chains
            if len(chain) > 1 and (self._is_own(text, chain[-1]) or self._people.match(text, chain[-1].end))
            for unit in chain
            if unit in stems and stems[unit] not in self._generic
        ]

    def _is_own(self, text: str, unit: Stretch) -> bool:
        """Whether a member of a list is a form of the scheme that is not general."""
        concept = self._forms.get(text[slice(*unit)])
        return concept is not None and not self._is_met(concept)
