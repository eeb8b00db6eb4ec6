"""Worker groups that a list names beside others, and groups that a verb addresses, in words that no lexicon has.

Guarantees: pure and linear; an item of a list (执法队员、消防队员、义工和环卫工人) is a group where it ends with a noun
for people and stands, joined by nothing but list marks, in a list with a group that is known; a phrase behind
a word that addresses somebody (慰问抢险队员) is one where it lies whole between that word and the end of its noun.
Neither holds a word of grammar, and nobody who leads, reports or judges is a group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kg.recognise.group_phrases import GroupPhrase
from kg.recognise.matching import alternation, words
from kg.recognise.sentences import Stretch

__all__ = ["ListReader"]

LONGEST_MODIFIER = 8
"""Characters before the noun for people of an item."""
SHORTEST_KIND = 2
"""Characters that tell which workers."""
LONGEST_ITEM = 24
"""Characters of an item with what stands before it."""


class ListReader:
    """Finds groups by the company that they keep."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._broader: dict[str, str] = {
            head: concept for concept, heads in table["heads"].items() for head in words(heads)
        }
        joined = alternation(table["joined"])
        heads = alternation(self._broader)
        plain = f"[^{''.join(words(table['grammar']))}\\W\\d_a-zA-Z]"
        ends = alternation(table["ends"])
        self._item = rf"(?P<item>{plain}{{1,{LONGEST_MODIFIER}}}?(?P<head>{heads}))"
        self._joint = re.compile(rf"们?(?:{joined})")
        self._joint_before = re.compile(rf"(?:{joined})\Z")
        self._next = re.compile(rf"们?(?:{joined}){self._item}(?=们|{ends}|{joined})")
        other = "".join(words(table["not_toward"]))
        preposition = alternation(table["toward_words"])
        noun = alternation(table["toward_nouns"])
        toward = rf"(?:(?:{alternation(table['toward'])})(?!{noun})|(?<![{other}])(?:{preposition}))"
        measure, wide = alternation(table["measures"]), alternation(table["wide"])
        counted = rf"(?:\d+(?:万|千|百)?(?:余|多)?(?:{measure})|{wide})"
        self._addressed = re.compile(
            rf"(?:{toward}){{1,2}}[了过]?{counted}{{0,3}}(?!{toward}){self._item}(?=们|{ends}|{joined})"
        )
        self._before = re.compile(
            rf"(?:{toward}|{counted}|{joined}|[，。：；“（\n]){counted}{{0,3}}(?!{toward}){self._item}们?(?:{joined})\Z"
        )
        self._no_group = tuple(words(table["no_heads"]))
        self._of_employers = frozenset(words(table["of_employers"]))
        self._employers = tuple(words(table["employers"]))
        self._no_modifier = frozenset(words(table["no_modifiers"]))

    def items(self, text: str, known: Iterable[Stretch]) -> list[GroupPhrase]:
        """Items that no lexicon has, of lists with a known group."""
        spans = sorted(known)
        begins = {begin for begin, _ in spans}
        found: list[GroupPhrase] = []
        for begin, end in spans:
            position = end
            while (match := self._next.match(text, position)) is not None:
                if not begins.isdisjoint(range(*match.span("item"))):
                    break
                self._add(found, match)
                position = match.end("item")
            position = begin
            while (match := self._before.search(text, max(0, position - LONGEST_ITEM), position)) is not None:
                if not begins.isdisjoint(range(*match.span("item"))):
                    break
                self._add(found, match)
                position = match.start("item")
        return list(dict.fromkeys(found))

    def addressed(self, text: str) -> list[GroupPhrase]:
        """Phrases behind words that address somebody."""
        found: list[GroupPhrase] = []
        for match in self._addressed.finditer(text):
            self._add(found, match)
        return found

    def listed(self, text: str, spans: Iterable[Stretch], firm: frozenset[Stretch]) -> set[Stretch]:
        """Those of the stretches that stand in a list with a `firm` one."""
        ordered = sorted(spans)
        lists: list[list[Stretch]] = []
        for span in ordered:
            before = lists[-1][-1] if lists else None
            if before is not None and (joint := self._joint.match(text, before.end)) and joint.end() == span.begin:
                lists[-1].append(span)
            else:
                lists.append([span])
        return {span for one in lists if firm.intersection(one) for span in one}

    def joined(self, text: str, span: Stretch) -> bool:
        """Whether a list mark stands directly before or behind a stretch."""
        return (
            self._joint.match(text, span.end) is not None
            or self._joint_before.search(text, max(0, span.begin - 3), span.begin) is not None
        )

    def _add(self, found: list[GroupPhrase], match: re.Match[str]) -> None:
        item, head = match["item"], match["head"]
        modifier = item.removesuffix(head)
        if item in self._broader or item.endswith(self._no_group) or modifier in self._no_modifier:
            return
        if head in self._of_employers and (len(modifier) < SHORTEST_KIND or modifier.endswith(self._employers)):
            return
        found.append(GroupPhrase(match.start("item"), match.end("item"), f"{self._broader[head]}/{item}", item))
