"""Groups that a text tells of as called in to help others, or as doing something for them.

Guarantees: pure; a mention is engaged where a word that calls somebody in stands before it in its clause
(请来护士义诊), where what it is made into stands behind it or its list (劳模和律师组成服务队), or where it is the
subject of what is done for others (医护人员为选手保驾护航) and nothing before it in its clause is done for it
(向医护人员讲解). Only groups that news tells of as often in that role are looked at.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.recognise.matching import alternation, words

__all__ = ["ENGAGED", "EngagementReader"]

ENGAGED = "group-engaged"
"""Rule of a mention of those who are called in to help."""
LONGEST_ENGAGED = 16
"""Characters between a word that calls somebody in and the group (请来县医院的护士)."""
LONGEST_MADE = 4
"""Characters between the group and what it is made into."""
LONGEST_LIST = 24
"""Characters of the rest of the list that the group begins."""
MOST_WAYS = 2
"""Words that say how a group serves (也免费)."""


class EngagementReader:
    """Tells whether those of a group are called in."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("groups")
        engaged = table["engaged"]
        self._concepts = frozenset(words(f"{table['passing']} {table['doers']} {engaged['concepts']}"))
        verbs, others = alternation(engaged["before"]), "".join(words(engaged["not_between"]))
        self._called = re.compile(rf"(?:{verbs})[^，。；\n{others}]{{0,{LONGEST_ENGAGED}}}$")
        behind, joined = alternation(engaged["behind"]), alternation(table["shared"]["joined"])
        listed = rf"(?:{joined})[^，。；\n]{{1,{LONGEST_LIST}}}(?:{alternation(engaged['made'])})"
        self._made = re.compile(rf"[^，。；\n]{{0,{LONGEST_MADE}}}(?:{behind})|{listed}")
        ways, serve = alternation(engaged["ways"]), alternation(engaged["serve"])
        self._serves = re.compile(rf"们?(?:{ways}){{0,{MOST_WAYS}}}(?:{serve})")
        self._served = re.compile(alternation(engaged["served"]))

    def is_engaged(self, text: str, clause: int, mention: Mention) -> bool:
        """Whether those whom a mention names are called in; its clause begins at `clause`."""
        if mention.concept not in self._concepts:
            return False
        if self._called.search(text, clause, mention.begin) or self._made.match(text, mention.end):
            return True
        serves = self._serves.match(text, mention.end) is not None
        return serves and self._served.search(text, clause, mention.begin) is None
