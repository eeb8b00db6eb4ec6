"""Clauses that only say who came to an event, and who opened it (…主席出席启动仪式, …宣布活动启动).

Guarantees: looks at the words of one clause; who sends others (组织职工参加培训) does something, and so does one who
gives or visits in the same clause behind the event. What becomes of the clause is for `deeds`.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.recognise.matching import alternation, words

__all__ = ["Attendance"]

LONGEST_COUNT = 10
"""Characters between those who come and the verb (职工代表共50余人参加)."""
LONGEST_QUOTED = 60
"""Characters of an event's name in quotation marks."""
LONGEST_EVENT = 24
"""Characters of an event's name between the verb and its head noun."""


class Attendance:
    """Reads clauses of attendance."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")["attendance"]
        always, with_guests, guests, sent, events, further, listed, opens, opened = (
            alternation(words(table[name]))
            for name in ("always", "with_guests", "guests", "sent", "events", "further", "listed", "opens", "opened")
        )
        event = rf"[^，。；：“”并\n]{{0,{LONGEST_EVENT}}}(?:{events})(?:{further})?"
        quoted = rf"[^，。；：“”并\n]{{0,{LONGEST_EVENT}}}(?:“[^”\n]{{0,{LONGEST_QUOTED}}}”{event})"
        ends = r"[，。；！”\s]*\Z"
        self._always = re.compile(rf"(?:{always})(?!下|召开)了?(?:{event}|{quoted}){ends}")
        self._come = re.compile(
            rf"(?:{guests})[^，。；：\n]{{0,{LONGEST_COUNT}}}(?:{with_guests})了?(?:{event}|{quoted}){ends}"
            rf"|(?:{with_guests}){event}(?:{listed})"
        )
        self._sent = re.compile(sent)
        self._opened = re.compile(rf"(?:{opens})[^，。；：\n]{{0,{LONGEST_EVENT}}}(?:{opened}){ends}")

    def only_attends(self, clause: str) -> bool:
        """Whether a clause says no more than who attends or opens an event."""
        if self._opened.search(clause):
            return True
        match = self._always.search(clause) or self._come.search(clause)
        return match is not None and self._sent.search(clause, 0, match.start()) is None
