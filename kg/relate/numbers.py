"""An initiative's numbers, told apart: money, things handed out or built, people reached.

Guarantees: a number told again in another sentence counts once; the same number twice in one sentence
counts twice (300万元专项资金、300万元补助资金); 一场, numbers inside a name, mere sizes, goals and comparisons, the
parts into which those who act divide, places that somebody visits or that the text has just listed and, but for
families, teams that are formed, sites, what is founded and kinds that are measured in them, numbers of mere bodies
are none; nor are all workers of a place (全市200万职工). People taken on for the work (聘请20名律师) are provisions.
Money a head or a piece (每人500元, 价值3000元) says so in `Measure.item`.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from kg.lexicon import Lexicon
from kg.model import Amount, Measure, Mention, MentionType, Source
from kg.recognise.matching import words
from kg.relate.crowds import Crowds, Setting, setting_of
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft

__all__ = ["NumberReader"]

OPENING = 3
"""How many sentences before an article's first initiative may open its scene."""
FEWEST, MOST = 10, 5000
"""People that a scene may hold."""
LONGEST_QUOTE = 14
"""Characters of a quoted name that may hold a number."""
MOST_LISTED = 12
"""Places that a text lists one by one and then counts."""
PIECE_WITHIN = 12
"""Characters behind 个 within which the people stand that it counts."""


class NumberReader:
    """Reads the numbers of drafts."""

    def __init__(self, lexicon: Lexicon) -> None:
        numbers = lexicon.table("actions")["numbers"]
        self._money_items: dict[str, str] = lexicon.table("units")["told_as"]
        self._not_told = words(numbers["goals"]) + words(numbers["backgrounds"])
        self._where = re.compile(rf"(?:{'|'.join(words(numbers['where']))})$")
        self._crowds = Crowds(lexicon)
        self._populations = words(numbers["populations"])
        self._wholes = words(numbers["wholes"])
        self._parts = words(numbers["parts"]) + words(numbers["members"]) + words(numbers["discounts"])
        self._reach = words(numbers["reach"])
        self._reach_but_for_work = words(numbers["reach_but_for_work"])
        self._helpers, self._for_them = words(numbers["helpers"]), words(numbers["for_them"])
        self._take_part = words(numbers["take_part"])
        self._composed = words(numbers["composed"])
        self._not_reached = (*words(numbers["donors"]), *words(numbers["composed"]), *words(numbers["at_work"]))
        self._families = frozenset(words(numbers["families"]))
        self._teams = words(numbers["teams"])
        self._sites = words(numbers["sites"])
        self._sizes = frozenset(words(numbers["sizes"]))
        self._clauses = words(numbers["clauses"])
        self._visits = words(numbers["visits"])
        self._taken_on = words(numbers["taken_on"])
        self._made = words(numbers["made"])
        self._beside = words(numbers["beside"])
        self._listed = frozenset(words(numbers["listed"]))
        self._rates = frozenset(words(numbers["rates"]))
        self._pieces = words(numbers["pieces"])
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
            setting = setting_of(discourse.text, mention)
            role, measure = self._role(mention, kind, setting), self._measure(mention, kind)
            sentence = bisect_right(begins, mention.begin)
            if not role or measure is None or not self._is_told(discourse, sentence - 1, mention, setting, role):
                continue
            if any(name.begin <= mention.begin and mention.end <= name.end for name in names):
                continue
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
        before = setting_of(discourse.text, mention).before
        measured = mention.measure is not None and FEWEST <= mention.measure.value <= MOST
        return measured and not any(word in before for word in self._populations)

    def _is_told(self, discourse: Discourse, sentence: int, mention: Mention, setting: Setting, role: str) -> bool:
        """Whether the clause says what was done, not a goal, a size, a division, who gave or worked; no name."""
        before, after = setting
        if any(word in before for word in self._not_told) or before.endswith(self._parts):
            return False
        if _in_quotes(discourse.text, mention):
            return False
        if mention.concept != "people":
            return self._where.search(before) is None and not self._only_says_where(mention, setting)
        if self._crowds.is_anyway(discourse, discourse.sentences[sentence], mention, setting):
            return False
        if mention.rule == "quantity-noun" and before.endswith(self._wholes):
            return False
        if role != "reached":
            return True
        if mention.measure is not None and mention.measure.item.endswith(self._helpers):
            return any(word in before for word in self._for_them) or any(word in after for word in self._take_part)
        return not any(word in after for word in self._not_reached)

    def _only_says_where(self, mention: Mention, setting: Setting) -> bool:
        """Whether a number of things tells how often, in how many places visited, or counts a list before it."""
        if mention.measure is None:
            return False
        before, after = setting
        unit, value = mention.measure.unit, mention.measure.value
        if unit in self._rates and "每" in before:
            return True
        if unit == "个" and any(word in before for word in self._visits):
            return True
        if unit not in self._listed or not after or before.endswith(("等", *self._made)) or value > MOST_LISTED:
            return False
        joined = sum(before.count(mark) for mark in "、和与及")
        return "、" in before and joined >= value - 1 and not mention.measure.qualifier

    def _measure(self, mention: Mention, kind: str) -> Measure | None:
        measure = mention.measure
        if measure is None or mention.text.startswith("一") or measure.unit in self._sizes:
            return None
        if measure.item.startswith(self._clauses):
            return None
        if mention.type is MentionType.MONEY:
            return msgspec.structs.replace(measure, item=self._money_items.get(mention.label, ""))
        if measure.unit != "个":
            return measure
        wide = measure.item.startswith(self._reach) and not measure.item.endswith(self._sites)
        wide |= kind not in self._kinds_of_bodies and measure.item.endswith(self._reach_but_for_work)
        return None if wide else measure

    def _role(self, mention: Mention, kind: str, setting: Setting) -> str:
        """What a number says of the initiative; nothing for mere bodies."""
        if mention.type is MentionType.MONEY:
            return "funding"
        if mention.concept == "people":
            return "provision" if self._are_taken_on(setting) else "reached"
        if mention.measure is None:
            return ""
        unit, item = mention.measure.unit, mention.measure.item
        if unit in self._families or (unit == "个" and any(word in item[:PIECE_WITHIN] for word in self._pieces)):
            return "reached"
        if item.startswith(self._teams):
            return "reached" if self._are_made(setting) else ""
        if mention.concept != "bodies":
            return "provision"
        counts = kind in self._kinds_of_bodies or item.endswith(self._sites) or self._are_made(setting)
        return "provision" if counts else ""

    def _are_taken_on(self, setting: Setting) -> bool:
        """Whether people are taken on for the work (聘请20名律师, 由14名律师组成), none who were (选派的41名选手)."""
        before, after = setting
        if before.endswith("由") and any(word in after for word in self._composed):
            return True
        return not before.endswith("的") and any(word in before for word in self._taken_on)

    def _are_made(self, setting: Setting) -> bool:
        """Whether bodies are founded or built, whatever the initiative is (在商圈设立“友好餐厅”37家)."""
        before = setting.before
        return not before.endswith(self._beside) and any(word in before for word in self._made)


def _in_quotes(text: str, mention: Mention) -> bool:
    """Whether a number stands in a short quoted name (“十送清风”)."""
    opening = max(text.rfind(mark, max(0, mention.begin - LONGEST_QUOTE), mention.begin) for mark in "“‘")
    closing = min((at for mark in "”’" if (at := text.find(mark, mention.end)) >= 0), default=-1)
    if opening < 0 or closing < 0 or closing - opening > LONGEST_QUOTE:
        return False
    return not any(mark in text[opening + 1 : closing] for mark in "”’“‘，。")
