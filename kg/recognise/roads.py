"""Roads and railways: those that a number names, and the section of a line behind its name.

Guarantees: a numbered road is a mention wherever it stands (310国道, 国道310线, G310国道); a section is a part of the
name of a line that ends with a head of the lexicon (某某高铁甲县段, 某某铁路甲地至乙地段, …一分部). Pure; linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import alternation, words

__all__ = ["Roads"]

PLACE = "[\u4e00-\u9fff]{1,5}"


class Roads:
    """Finds numbered roads, and where the sections of lines end. Building one reads the lexicon once."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("places")["lines"]
        kinds, parts = alternation(table["numbered"]), alternation(table["parts"])
        self._numbered = re.compile(rf"(?<![0-9A-Za-z])(?:[GSX]?\d{{2,4}}(?:{kinds})|(?:{kinds})[GSX]?\d{{2,4}}线?)")
        self._lines = words(table["heads"])
        self._section = re.compile(
            rf"(?:{PLACE}[至到])?{PLACE}?(?:(?:{alternation(table['sections'])})(?:施工)?(?:[0-9一二三四五六七八九十]+(?:{parts}))?"
            rf"|[0-9一二三四五六七八九十]+(?:{parts}))"
        )
        self._no_sections = words(table["no_sections"])

    def mentions(self, text: str) -> Iterator[Mention]:
        """The numbered roads of a text, each with its section."""
        for match in self._numbered.finditer(text):
            end = self.end(text, match.end())
            yield Mention(MentionType.PLACE, match.start(), end, text[match.start() : end], "numbered-road", 0.8)

    def end(self, text: str, end: int) -> int:
        """Where the name of a line that ends at `end` ends with its section; `end` itself without one."""
        if not text.endswith(self._lines, 0, end):
            return end
        section = self._section.match(text, end)
        return section.end() if section and not section.group().endswith(self._no_sections) else end
