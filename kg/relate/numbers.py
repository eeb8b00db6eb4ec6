"""An initiative's numbers, told apart: money, things handed out or built, people reached.

Guarantees: a number told again in another sentence counts once; the same number twice in one sentence
counts twice (300万元专项资金、300万元补助资金); 一场, numbers inside a programme's name, mere sizes and, but for
kinds that are measured in them, numbers of mere bodies are none. Money a head or a piece (每人500元, 价值3000元)
says so in `Measure.item`.
"""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from kg.lexicon import Lexicon
from kg.model import Amount, Measure, Mention, MentionType, Source
from kg.recognise.matching import words
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft

__all__ = ["NumberReader"]

MONEY_ITEMS = {"each": "每人", "value": "价值"}
"""What the recogniser says of money that is no sum → what the measure's item says."""


class NumberReader:
    """Reads the numbers of drafts."""

    def __init__(self, lexicon: Lexicon) -> None:
        numbers = lexicon.table("actions")["numbers"]
        self._goals = words(numbers["goals"])
        self._sizes = frozenset(words(numbers["sizes"]))
        self._kinds_of_bodies = frozenset(words(numbers["kinds_of_bodies"]))

    def amounts(self, draft: Draft, kind: str, discourse: Discourse, source: Source) -> tuple[Amount, ...]:
        """The numbers of a draft of some kind, in the order in which the text told them."""
        names = [mention for mention in discourse.mentions if mention.type is MentionType.PROGRAMME]
        begins = [sentence.stretch.begin for sentence in discourse.sentences]
        told_in: dict[tuple[str, float, str], int] = {}
        found: list[Amount] = []
        for index in dict.fromkeys(draft.amounts):
            mention = discourse.mentions[index]
            measure = None if self._is_goal(discourse, mention) else self._measure(mention, kind)
            if measure is None or any(name.begin <= mention.begin and mention.end <= name.end for name in names):
                continue
            role = _role(mention)
            sentence = bisect_right(begins, mention.begin)
            if told_in.setdefault((role, measure.value, measure.unit), sentence) != sentence:
                continue
            found.append(Amount(role, measure, discourse.article.phrase(source, mention.begin, mention.end)))
        return tuple(found)

    def _is_goal(self, discourse: Discourse, mention: Mention) -> bool:
        """Whether the clause compares with the number, or only aims at it (比去年增加100份, 力争发展3000人)."""
        begin = max(discourse.text.rfind(mark, 0, mention.begin) for mark in "，。；：\n")
        before = discourse.text[begin + 1 : mention.begin]
        return any(word in before for word in self._goals)

    def _measure(self, mention: Mention, kind: str) -> Measure | None:
        measure = mention.measure
        if measure is None or mention.text.startswith("一") or measure.unit in self._sizes:
            return None
        if mention.concept == "bodies" and kind not in self._kinds_of_bodies:
            return None
        item = MONEY_ITEMS.get(mention.label, "") if mention.type is MentionType.MONEY else measure.item
        return msgspec.structs.replace(measure, item=item)


def _role(mention: Mention) -> str:
    if mention.type is MentionType.MONEY:
        return "funding"
    return "reached" if mention.concept == "people" else "provision"
