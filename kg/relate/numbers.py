"""An initiative's numbers, told apart: money, things handed out or built, people reached.

Guarantees: a number told again in another sentence counts once; the same number twice in one sentence
counts twice (300万元专项资金、300万元补助资金); 一场, numbers inside a name, mere sizes, goals and comparisons, the
parts into which those who act divide and, but for families, teams, sites and kinds that are measured in them,
numbers of mere bodies are none. Money a head or a piece (每人500元, 价值3000元) says so in `Measure.item`.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from kg.lexicon import Lexicon
from kg.model import Amount, Measure, Mention, MentionType, Source
from kg.recognise.matching import words
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft

__all__ = ["NumberReader"]

CLAUSE_MARKS = "，。；：,\n"
OPENING = 3
"""How many sentences before an article's first initiative may open its scene."""
FEWEST, MOST = 10, 5000
"""People that a scene may hold."""
LONGEST_QUOTE = 14
"""Characters of a quoted name that may hold a number."""


class NumberReader:
    """Reads the numbers of drafts."""

    def __init__(self, lexicon: Lexicon) -> None:
        numbers = lexicon.table("actions")["numbers"]
        self._money_items: dict[str, str] = lexicon.table("units")["told_as"]
        self._not_told = words(numbers["goals"]) + words(numbers["backgrounds"])
        self._where = re.compile(rf"(?:{'|'.join(words(numbers['where']))})$")
        self._staff = words(numbers["staff"])
        self._populations = words(numbers["populations"])
        self._parts = words(numbers["parts"])
        self._reach = words(numbers["reach"])
        self._reach_but_for_work = words(numbers["reach_but_for_work"])
        self._helpers, self._for_them = words(numbers["helpers"]), words(numbers["for_them"])
        self._composed = words(numbers["composed"])
        self._donors = words(numbers["donors"])
        self._families = frozenset(words(numbers["families"]))
        self._teams = words(numbers["teams"])
        self._sites = words(numbers["sites"])
        self._sizes = frozenset(words(numbers["sizes"]))
        self._kinds_of_bodies = frozenset(words(numbers["kinds_of_bodies"]))

    def amounts(
        self, draft: Draft, kind: str, discourse: Discourse, source: Source, present: list[int]
    ) -> tuple[Amount, ...]:
        """The numbers of a draft of some kind, in the order in which the text told them.

        Where none of them says whom it reached, the people `present` do.
        """
        names = [mention for mention in discourse.mentions if mention.type is MentionType.PROGRAMME]
        begins = [sentence.stretch.begin for sentence in discourse.sentences]
        told_in: dict[tuple[str, float, str], int] = {}
        found: list[Amount] = []
        for index in (*dict.fromkeys(draft.amounts), *present):
            if index in present and any(amount.role == "reached" for amount in found):
                continue
            mention = discourse.mentions[index]
            role, measure = self._role(mention, kind), self._measure(mention, kind)
            if not role or measure is None or not self._is_told(discourse, mention):
                continue
            if any(name.begin <= mention.begin and mention.end <= name.end for name in names):
                continue
            sentence = bisect_right(begins, mention.begin)
            if told_in.setdefault((role, measure.value, measure.unit), sentence) != sentence:
                continue
            found.append(Amount(role, measure, discourse.article.phrase(source, mention.begin, mention.end)))
        return tuple(found)

    def present(self, draft: Draft, drafts: list[Draft], discourse: Discourse) -> list[int]:
        """The people with whom an article opens, present at its first initiative.

        百余名货车司机整齐列队，宣誓入会。集中入会仪式在这里举行。
        """
        begins = [stretch.begin for one in drafts for stretch in one.evidence if stretch.end > discourse.article.body]
        own = [stretch.begin for stretch in draft.evidence if stretch.end > discourse.article.body]
        if not own or min(own) != min(begins):
            return []
        opening = [s for s in discourse.sentences if discourse.article.body <= s.stretch.begin < min(own)]
        for sentence in opening[-OPENING:]:
            if sentence.stretch.end > min(own):
                continue
            for index in discourse.of(sentence, MentionType.QUANTITY):
                mention = discourse.mentions[index]
                if not sentence.in_speech(mention.begin) and self._is_crowd(mention, discourse):
                    return [index]
        return []

    def _is_crowd(self, mention: Mention, discourse: Discourse) -> bool:
        """Whether a number is of people who are there, no part or whole of a population."""
        if mention.concept != "people":
            return False
        before = discourse.text[_clause_begin(discourse.text, mention) : mention.begin]
        measured = mention.measure is not None and FEWEST <= mention.measure.value <= MOST
        return measured and not any(word in before for word in self._populations)

    def _is_told(self, discourse: Discourse, mention: Mention) -> bool:
        """Whether the clause says what was done, not a goal, a size, a division or who gave; nor is it in a name."""
        text = discourse.text
        before = text[_clause_begin(text, mention) : mention.begin]
        if any(word in before for word in self._not_told) or before.endswith(self._parts) or _in_quotes(text, mention):
            return False
        if mention.concept != "people":
            return self._where.search(before) is None
        if any(word in before for word in self._staff):
            return False
        end = min((at for mark in CLAUSE_MARKS if (at := text.find(mark, mention.end)) >= 0), default=len(text))
        after = text[mention.end : end]
        if mention.measure is not None and mention.measure.item.endswith(self._helpers):
            return any(word in before for word in self._for_them)
        return not any(word in after for word in (*self._donors, *self._composed))

    def _measure(self, mention: Mention, kind: str) -> Measure | None:
        measure = mention.measure
        if measure is None or mention.text.startswith("一") or measure.unit in self._sizes:
            return None
        if mention.type is MentionType.MONEY:
            return msgspec.structs.replace(measure, item=self._money_items.get(mention.label, ""))
        if measure.unit != "个":
            return measure
        wide = measure.item.startswith(self._reach)
        wide |= kind not in self._kinds_of_bodies and measure.item.endswith(self._reach_but_for_work)
        return None if wide else measure

    def _role(self, mention: Mention, kind: str) -> str:
        """What a number says of the initiative; nothing for mere bodies."""
        if mention.type is MentionType.MONEY:
            return "funding"
        if mention.concept == "people":
            return "reached"
        if mention.measure is None:
            return ""
        unit, item = mention.measure.unit, mention.measure.item
        if unit in self._families or item.startswith(self._teams):
            return "reached"
        if mention.concept != "bodies":
            return "provision"
        return "provision" if kind in self._kinds_of_bodies or item.endswith(self._sites) else ""


def _clause_begin(text: str, mention: Mention) -> int:
    return 1 + max(text.rfind(mark, 0, mention.begin) for mark in CLAUSE_MARKS)


def _in_quotes(text: str, mention: Mention) -> bool:
    """Whether a number stands in a short quoted name (“十送清风”)."""
    opening = max(text.rfind(mark, max(0, mention.begin - LONGEST_QUOTE), mention.begin) for mark in "“‘")
    closing = min((at for mark in "”’" if (at := text.find(mark, mention.end)) >= 0), default=-1)
    if opening < 0 or closing < 0 or closing - opening > LONGEST_QUOTE:
        return False
    return not any(mark in text[opening + 1 : closing] for mark in "”’“‘，。")
