"""Numbers of people that only tell how many there are anyway, how a whole divides, or what came of a meeting.

Guarantees: looks at one number, its clause and its sentence; a number is set aside only where the clause says that
so many are there (全区有外卖骑手5000多人; 该镇是水暖之乡，从业职工4万余人), where it is one of three parts or more of
those told before it (其中农民工9名、女职工13名、劳务工5名, but 其中农民工9名 alone tells more), or where it counts
couples that found each other (18对成功牵手).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import alternation, words
from kg.relate.discourse import Discourse, SentenceMentions

__all__ = ["Crowds", "Setting", "setting_of"]

CLAUSE_MARKS = "，。；：,\n"
SEVERAL = 3
"""Parts that divide a whole."""
LONGEST_SUBJECT = 20
"""Characters before the verb that says what a place is."""


class Setting(NamedTuple):
    """The clause around a number: what stands before it, and behind it."""

    before: str
    after: str


class Crowds:
    """Reads them."""

    def __init__(self, lexicon: Lexicon) -> None:
        numbers = lexicon.table("actions")["numbers"]
        self._staff, self._stated = words(numbers["staff"]), words(numbers["stated"])
        self._divides = re.compile(alternation(words(numbers["divides"])))
        self._couples = words(numbers["couples"])
        described = alternation(words(numbers["described"]))
        self._described = re.compile(rf"[^，。：；\n]{{1,{LONGEST_SUBJECT}}}(?:{described})")
        self._workers_at = words(numbers["workers_at"])

    def is_anyway(self, discourse: Discourse, sentence: SentenceMentions, mention: Mention, setting: Setting) -> bool:
        """Whether a number of people is of those who are there anyway, of parts or couples."""
        before, after = setting
        if any(word in before for word in self._staff) or self._exists(setting):
            return True
        if mention.measure is not None and mention.measure.unit == "对":
            return any(word in before or word in after for word in self._couples)
        return self._is_part(discourse, mention, sentence) or self._is_described(discourse, mention, sentence, after)

    def _exists(self, setting: Setting) -> bool:
        """Whether a clause tells no more than that so many are there (全区有外卖骑手5000多人)."""
        before, after = setting
        at = before.rfind("有")
        return not after and at >= 0 and not before.endswith(self._stated, 0, at) and "、" not in before[at:]

    def _is_part(self, discourse: Discourse, mention: Mention, sentence: SentenceMentions) -> bool:
        """Whether three numbers of people or more follow a word that divides a whole, this one among them."""
        divides = self._divides.search(discourse.text, sentence.stretch.begin, mention.begin)
        if divides is None:
            return False
        told = (discourse.mentions[i] for i in discourse.of(sentence, MentionType.QUANTITY))
        return sum(one.concept == "people" and one.begin >= divides.end() for one in told) >= SEVERAL

    def _is_described(self, discourse: Discourse, mention: Mention, sentence: SentenceMentions, after: str) -> bool:
        """Whether a clause is nothing but workers and their number, in a sentence that says what a place has or is."""
        begin = _clause_begin(discourse.text, mention)
        if after or begin <= sentence.stretch.begin or self._described.match(sentence.text) is None:
            return False
        prefix = next((word for word in self._workers_at if discourse.text.startswith(word, begin)), "")
        begins = {discourse.mentions[i].begin for i in discourse.of(sentence, MentionType.GROUP)}
        return bool({begin, begin + len(prefix)} & begins)


def setting_of(text: str, mention: Mention) -> Setting:
    """The clause around a number."""
    end = min((at for mark in CLAUSE_MARKS if (at := text.find(mark, mention.end)) >= 0), default=len(text))
    before, after = text[_clause_begin(text, mention) : mention.begin], text[mention.end : end]
    return Setting(before.rstrip(" "), after.lstrip(" "))


def _clause_begin(text: str, mention: Mention) -> int:
    return 1 + max(text.rfind(mark, 0, mention.begin) for mark in CLAUSE_MARKS)
