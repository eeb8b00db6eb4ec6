"""Firms that are called by a stem and a line of business alone: 走进某某港务, 某某合金车间, 某某智能、某某医院.

Guarantees: a mention is a division or a stem of two or three characters that are no common word, with one or more
lines of business behind it; it stands behind a mark or a word of grammar and before what a firm has or what is done
at one (车间, 职工, 协办, 调研) or a mark; beside a body of a list the stem may be a common word.
Pure; linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.models.common_words import common_words
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import FormMatcher, alternation, words
from kg.recognise.person_names import is_chinese

__all__ = ["TradeFirmFinder"]

SHORTEST, LONGEST = 2, 3
MARKS = "，。、；：\n“"
ROUNDS = range(2)
"""The second finds firms of common words listed with those that the first has found."""
LEVELS = "省市县区州旗镇乡村"


class TradeFirmFinder:
    """Finds what a line of business tells to be a firm."""

    def __init__(self, lexicon: Lexicon) -> None:
        table, boundaries = lexicon.table("organizations"), lexicon.table("boundaries")
        ends, business = words(table["trade_firms"]["ends"]), words(boundaries["business"])
        self._ends = FormMatcher({end: end for end in ends})
        self._of_division = frozenset(words(table["trade_firms"]["of_divisions"]))
        self._behind = re.compile(rf"[、，。；）]|{alternation(table['trade_firms']['behind'])}")
        self._lines = frozenset((*ends, *business, *words(boundaries["trades"])))
        self._generic = frozenset(words(table["generic"]))
        self._stops = frozenset(words(boundaries["function"]) + words(boundaries["verbs"])) - frozenset(business)

    def mentions(self, context: NameContext, names: Sequence[Mention]) -> list[Mention]:
        """The firms that no head noun tells and no other name holds, in text order."""
        text, found = context.text, dict[int, Mention]()
        taken = {place for name in names if not _is_division(name) for place in range(name.begin, name.end)}
        edges = {place for name in names if name.type is MentionType.ORGANIZATION for place in (name.begin, name.end)}
        matches = [match for match in self._ends.matches(text) if self._behind.match(text, match.end)]
        for _ in ROUNDS:
            for first, end, trade in matches:
                begin = self._begin(context, first, trade, end, edges)
                if begin == first or end in found or not taken.isdisjoint(range(begin, end)):
                    continue
                edges.update((begin, end))
                found[end] = Mention(
                    MentionType.ORGANIZATION, begin, end, text[begin:end], "organization-trade", 0.7, "", "Company"
                )
        return [found[end] for end in sorted(found)]

    def _begin(self, context: NameContext, first: int, trade: str, end: int, edges: set[int]) -> int:
        """Where the firm begins; `first` for none. `edges` are where the bodies begin and end that are known."""
        text, position, stem = context.text, first, ""
        while position > 0 and position not in context.divisions and len(stem) <= LONGEST:
            start = context.piece(position)
            piece = text[start:position]
            if piece in self._stops or piece in self._generic or not is_chinese(piece):
                break
            if piece not in self._lines:
                stem = piece + stem
            elif stem:
                return first
            position = start
        of_division = position in context.divisions
        while position in context.divisions:
            position = context.divisions[position]
        if of_division and not stem and trade in self._of_division:
            return position
        behind = of_division or position == 0 or text[position - 1] in MARKS
        behind = behind or text[context.piece(position) : position] in self._stops
        good = SHORTEST <= len(stem) <= LONGEST and stem[-1] not in LEVELS
        in_list = (text[end : end + 1] == "、" and end + 1 in edges) or (
            text[position - 1 : position] == "、" and position - 1 in edges
        )
        return position if good and behind and (in_list or stem not in common_words()) else first


def _is_division(mention: Mention) -> bool:
    return mention.type is MentionType.PLACE and bool(mention.concept)
