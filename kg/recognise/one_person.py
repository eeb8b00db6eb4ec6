"""Groups whose word only tells the work of one person: 一名外卖骑手坐下来喝水, 快递员王某某说.

Guarantees: pure; a word is such where 一名 and the like stand shortly before it in its clause, or a name directly
behind it or behind one's next title (省劳模、某厂焊工李某), and nothing in the clause before it is for that person.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.lexicon import Lexicon
from kg.recognise.matching import alternation

__all__ = ["ONE_PERSON", "OnePersonReader", "is_title"]

ONE_PERSON = "group-one-person"
"""Rule of a mention that only tells the work of one person."""
LONGEST_BETWEEN = 8
"""Characters that may stand between 一名 and the group (一名年轻的快递员)."""
NEXT_TITLE = re.compile(r"、([^，。；：、\n]{1,14})")
"""What stands between the first of two titles and the name behind them."""


class OnePersonReader:
    """Tells whether a group's word is one person's."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("groups")["one_person"]
        before, toward = (alternation(table[name]) for name in ("before", "toward"))
        self._before = re.compile(rf"(?:{before})[^，。；、\n]{{0,{LONGEST_BETWEEN}}}$")
        self._toward = re.compile(toward)

    def is_one(self, text: str, clause: int, begin: int, *, named: bool) -> bool:
        """Whether the word at `begin` is one person's; its clause begins at `clause`, a name follows if `named`."""
        alone = named or self._before.search(text, clause, begin) is not None
        return alone and self._toward.search(text, clause, begin) is None


def is_title(text: str, end: int, begins: Collection[int]) -> bool:
    """Whether a word that ends at `end` is the first of the titles of one whose name begins at one of `begins`."""
    title = NEXT_TITLE.match(text, end)
    return title is not None and any(begin in begins for begin in range(title.start(1) + 1, title.end() + 1))
