"""Sites whose name goes on over a quotation before it: “某某”户外劳动者驿站, “某某”消费扶贫分中心.

Guarantees: pure; the quotation stands directly before at most a few words and a head of the lexicon, holds no mark of
sentences and is no event's name.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.recognise.boundaries import quotation
from kg.recognise.matching import words

__all__ = ["QuotedSites"]

LONGEST_BEHIND_QUOTATION = 8


class QuotedSites:
    """Follows the names of sites over quotations. Building one reads the lexicon once."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("places")["quoted"]
        self._heads, self._events = words(table["heads"]), words(table["events"])

    def begin(self, text: str, begin: int, end: int) -> int:
        """Where the name of a site begins whose words stand from `begin` to `end`; `begin` where no quotation does."""
        quoted = quotation(text, begin) if begin else None
        if quoted is None:
            return begin
        head = max((one for one in self._heads if text.endswith(one, begin, end)), key=len, default="")
        if not head or end - len(head) - begin > LONGEST_BEHIND_QUOTATION:
            return begin
        event = "·" in text[quoted[0] : begin] or text.endswith(self._events, 0, begin - 1)
        return begin if event else quoted[0]  # “某某行动”服务站
