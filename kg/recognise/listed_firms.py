"""Firms without a head noun that a list of firms names: A集团、某某船务、B公司等10余家企业.

Guarantees: a mention is a member of a list that ends with 等…家企业; a list without a number names firms where
another member is an organisation found already or a member ends with a line of business; it is three to ten
characters long, crosses no other name (a division may begin it), and holds no word of grammar, no verb and more
than lines of business alone. The first member begins behind a mark, a word of grammar or a verb. Pure; linear in the
length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import LastWords, words
from kg.recognise.person_names import is_chinese

__all__ = ["ListedFirmFinder"]

SHORTEST, LONGEST = 3, 10
OF_A_TRADE = "[\u4e00-\u9fff]{1,5}?企业"
"""等…餐饮企业, 等11家钻探企业."""
LIST_BEGIN = re.compile(r"[，。；：！？“”\n（）]")


class ListedFirmFinder:
    """Finds what only its place in a list of firms tells to be one."""

    def __init__(self, lexicon: Lexicon) -> None:
        table, boundaries = lexicon.table("organizations"), lexicon.table("boundaries")
        kinds = "|".join(words(table["listed"]["kinds"]))
        self._end = re.compile(
            r"等(?P<number>[0-9一二三四五六七八九十百两数多]{1,4}余?多?[家对])?"
            rf"(?:{'|'.join(words(table['listed']['qualities']))})?(?:{kinds}|{OF_A_TRADE})"
        )
        trades, business = words(boundaries["trades"]), words(boundaries["business"])
        self._common = frozenset((*business, *trades, *words(table["generic"])))
        self._trade = LastWords(trades)
        self._stops = frozenset(words(boundaries["function"]) + words(boundaries["verbs"])) - frozenset(business)
        self._places = tuple(words(table["listed"]["no_firms"]))

    def mentions(self, context: NameContext, names: Sequence[Mention]) -> list[Mention]:
        """The firms that no head noun tells, in text order."""
        return [found for match in self._end.finditer(context.text) for found in self._of_list(context, match, names)]

    def _of_list(self, context: NameContext, match: re.Match[str], names: Sequence[Mention]) -> Iterator[Mention]:
        text, last = context.text, match.start()
        first = max((mark.end() for mark in LIST_BEGIN.finditer(text, 0, last)), default=0)
        known = [one for one in names if first <= one.begin and one.end <= last]
        members = list(self._members(context, first, last))
        firms = {one.end for one in known if one.type is MentionType.ORGANIZATION}
        shown = any(end in firms or self._trade.length(text, end) > 0 for _, end in members)
        if not shown and match["number"] is None:
            return
        for begin, end in members:
            if any(one.begin < end and begin < one.end and not _opens(one, begin, end) for one in known):
                continue
            if self._reads_as_firm(context, begin, end, known):
                name = text[begin:end]
                yield Mention(MentionType.ORGANIZATION, begin, end, name, "organization-listed", 0.7, concept="Company")

    def _members(self, context: NameContext, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Where the members of a list stand, the first behind the verb or word of grammar before it."""
        text = context.text
        ends = [*(place for place in range(first, last) if text[place] == "、"), last]
        begin = ends[0]
        while begin > first and text[context.piece(begin) : begin] not in self._stops:
            begin = max(context.piece(begin), first)
        for end in ends:
            yield begin, end
            begin = end + 1

    def _reads_as_firm(self, context: NameContext, begin: int, end: int, known: Sequence[Mention]) -> bool:
        name = context.text[begin:end]
        if not SHORTEST <= len(name) <= LONGEST or not is_chinese(name) or name.endswith(self._places):
            return False
        behind = max((one.end for one in known if _opens(one, begin, end)), default=begin)
        of_division, begin = behind > begin, behind
        pieces, position = [], end
        while position > begin:
            start = max(context.piece(position), begin)
            pieces.append(context.text[start:position])
            position = start
        own = [piece for piece in pieces if piece not in self._common]
        return (bool(own) or of_division) and not any(piece in self._stops for piece in pieces)


def _opens(mention: Mention, begin: int, end: int) -> bool:
    """Whether a division is the begin of a member (某市某某木业)."""
    return mention.type is MentionType.PLACE and mention.begin == begin and mention.end < end and bool(mention.concept)
