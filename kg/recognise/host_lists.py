"""Bodies that only their place among the hosts tells: 由某工会、某某管委会和某某传媒共同主办.

Guarantees: a mention is a member of the list directly before 主办, 承办 or 协办, another member of which may be any
name; it crosses no other name (a division may begin it), and holds no word of grammar, no verb and more than
general words. Pure; linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import alternation, words
from kg.recognise.person_names import is_chinese

__all__ = ["HostFinder"]

SHORTEST, LONGEST = 4, 20
LONGEST_LIST = 120
LIST_BEGIN = re.compile(r"[，。；：！？“”\n（）]|由")
JOIN = re.compile("[、和与及]")


class HostFinder:
    """Finds hosts that no head noun tells."""

    def __init__(self, lexicon: Lexicon) -> None:
        table, boundaries = lexicon.table("organizations"), lexicon.table("boundaries")
        self._hosting = re.compile(
            rf"(?:{alternation(table['hosting']['together'])})*(?:{alternation(table['hosting']['verbs'])})"
        )
        business = words(boundaries["business"])
        self._general = frozenset((*business, *words(table["generic"])))
        self._stops = frozenset(words(boundaries["function"]) + words(boundaries["verbs"])) - frozenset(business)
        self._no_bodies = words(table["listed"]["no_firms"])

    def mentions(self, context: NameContext, names: Sequence[Mention]) -> list[Mention]:
        """The hosts that no other rule found, in text order."""
        return [found for match in self._hosting.finditer(context.text) for found in self._hosts(context, match, names)]

    def _hosts(self, context: NameContext, match: re.Match[str], names: Sequence[Mention]) -> Iterator[Mention]:
        text, last = context.text, match.start()
        earliest = max(0, last - LONGEST_LIST)
        first = max((mark.end() for mark in LIST_BEGIN.finditer(text, earliest, last)), default=earliest)
        known = [one for one in names if first <= one.begin and one.end <= last]
        bodies = [one for one in known if not (one.type is MentionType.PLACE and one.concept)]
        ends = [one.start() for one in JOIN.finditer(text, first, last)]
        ends = [end for end in ends if not any(one.begin < end < one.end for one in known)]
        begin = first
        for end in (*ends, last):
            if not any(one.begin < end and begin < one.end for one in bodies) and self._is_body(context, begin, end):
                yield Mention(MentionType.ORGANIZATION, begin, end, text[begin:end], "organization-host", 0.7)
            begin = end + 1

    def _is_body(self, context: NameContext, begin: int, end: int) -> bool:
        name = context.text[begin:end]
        if not SHORTEST <= len(name) <= LONGEST or not is_chinese(name) or name.endswith(self._no_bodies):
            return False
        pieces, position = [], end
        while position > begin:
            start = max(context.piece(position), begin)
            pieces.append(context.text[start:position])
            position = start
        return not any(piece in self._stops for piece in pieces) and any(piece not in self._general for piece in pieces)
