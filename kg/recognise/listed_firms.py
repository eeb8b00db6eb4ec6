"""Firms without a head noun that a list of firms names: A集团、某某船务、B公司等10余家企业.

Guarantees: a mention stands between two marks of a list that ends with 等…家企业, and another member of that
list is an organisation found already; it is two to eight characters long, crosses no other name, and holds no
word of grammar, no verb and more than lines of business alone. Pure; linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import words
from kg.recognise.person_names import is_chinese

__all__ = ["ListedFirmFinder"]

SHORTEST, LONGEST = 3, 8
LIST_BEGIN = re.compile(r"[，。；：！？“”\n（）]")


class ListedFirmFinder:
    """Finds what only its place in a list of firms tells to be one."""

    def __init__(self, lexicon: Lexicon) -> None:
        table, boundaries = lexicon.table("organizations"), lexicon.table("boundaries")
        kinds = "|".join(words(table["listed"]["kinds"]))
        self._end = re.compile(
            r"等(?:[0-9一二三四五六七八九十百两数多]{1,4}余?多?家)?"
            rf"(?:{'|'.join(words(table['listed']['qualities']))})?(?:{kinds})"
        )
        business = (*words(boundaries["trades"]), *words(boundaries["business"]))
        self._common = frozenset((*business, *words(table["generic"])))
        self._stops = frozenset(words(boundaries["function"]) + words(boundaries["verbs"])) - frozenset(business)

    def mentions(self, context: NameContext, names: Sequence[Mention]) -> list[Mention]:
        """The firms that no head noun tells, in text order."""
        return [found for match in self._end.finditer(context.text) for found in self._of_list(context, match, names)]

    def _of_list(self, context: NameContext, match: re.Match[str], names: Sequence[Mention]) -> Iterator[Mention]:
        text = context.text
        first = max((mark.end() for mark in LIST_BEGIN.finditer(text, 0, match.start())), default=0)
        members, begin = [], first
        for end in [*(place for place in range(first, match.start()) if text[place] == "、"), match.start()]:
            members.append((begin, end))
            begin = end + 1
        known = [one for one in names if first <= one.begin and one.end <= match.start()]
        firms = {one.end for one in known if one.type is MentionType.ORGANIZATION}
        if not any(end in firms for _, end in members):
            return
        for begin, end in members[1:]:
            if any(one.begin < end and begin < one.end for one in known):
                continue
            if self._reads_as_firm(context, begin, end):
                name = text[begin:end]
                yield Mention(MentionType.ORGANIZATION, begin, end, name, "organization-listed", 0.7, concept="Company")

    def _reads_as_firm(self, context: NameContext, begin: int, end: int) -> bool:
        name = context.text[begin:end]
        if not SHORTEST <= len(name) <= LONGEST or not is_chinese(name):
            return False
        pieces, position = [], end
        while position > begin:
            start = max(context.piece(position), begin)
            pieces.append(context.text[start:position])
            position = start
        own = [piece for piece in pieces if piece not in self._common]
        return bool(own) and not any(piece in self._stops for piece in pieces)
