"""Names that a number counts: 3支小分队, 首个工作站, 建成驿站24处 name no single body or venue.

Guarantees: pure; looks at the few characters before and behind a name; a number that the next noun goes on with
(某超市三家门店) counts no name before it.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.recognise.matching import alternation

__all__ = ["CountedNames"]

LONGEST = 8
"""Characters of a number with what it counts by."""
QUOTES = "“”‘’\"'"
END = "，。；、：！？）\n"


class CountedNames:
    """Tells counted names. Building one reads the lexicon once."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("boundaries")
        number, measure = f"[{''.join(table['numerals'].split())}]", alternation(table["measures"])
        self._before = re.compile(rf"{number}(?:{measure})[{QUOTES}]?$")
        self._behind = re.compile(rf"[{QUOTES}]?{number}{{1,6}}(?:{measure})(?=[{END}]|$)")

    def counted(self, text: str, begin: int, end: int) -> bool:
        """Whether a number counts what stands at the view positions."""
        before = self._before.search(text[max(0, begin - LONGEST) : begin])
        return before is not None or self._behind.match(text, end, end + LONGEST + 1) is not None
