"""Names that are written by their sound: 某某某·某某, and names without a surname, made of known elements.

Guarantees: a name with · begins and ends with characters that write sounds, so that no title before it
(主席) and no deed behind it (将) belongs to it; a name without · is one to four elements of the lexicon.
Pure; a constant number of steps a place.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.recognise.matching import alternation

__all__ = ["SoundNameReader"]

LONGEST_PART = 8
SHORTEST = 2
"""Characters of a part of a name with ·."""
MOST_ELEMENTS = 4
DOT = "·"
QUOTED = "“《"


class SoundNameReader:
    """Reads names that are written by their sound."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("people")["sounds"]
        self._sounds = frozenset(table["characters"])
        elements = alternation(" ".join(table["elements"].values()))
        last = table["last_characters"]
        self._elements = re.compile(f"(?:{elements}){{1,{MOST_ELEMENTS}}}(?:[{last}](?![{last}]))?")

    def dotted(self, text: str, dot: int) -> tuple[int, int] | None:
        """The name around a ``·``, all parts of it, or None where it joins no sounds."""
        begin = self._left(text, dot)
        end = self._right(text, dot)
        if dot - begin < SHORTEST or end - dot - 1 < SHORTEST:
            return None
        while text[begin - 1 : begin] == DOT and begin - 1 - (first := self._left(text, begin - 1)) >= SHORTEST:
            begin = first
        while text[end : end + 1] == DOT and (last := self._right(text, end)) - end - 1 >= SHORTEST:
            end = last
        return None if text[max(begin - 1, 0)] in QUOTED and text[end : end + 1] in "”》" else (begin, end)

    def composed(self, text: str, begin: int) -> int:
        """Where the elements of a name that begins at a view position end; 0 for none."""
        match = self._elements.match(text, begin)
        return match.end() if match else 0

    def fits(self, name: str) -> bool:
        """Whether all characters of a name write sounds."""
        return all(character in self._sounds for character in name)

    def _left(self, text: str, position: int) -> int:
        begin = position
        while begin > 0 and position - begin < LONGEST_PART and text[begin - 1] in self._sounds:
            begin -= 1
        return begin

    def _right(self, text: str, dot: int) -> int:
        end = dot + 1
        while end < len(text) and end - dot <= LONGEST_PART and text[end] in self._sounds:
            end += 1
        return end
