"""Which sentence behind an initiative tells a measure of its own, though nobody new acts and nothing is named.

Guarantees: looks at one sentence, the mark before it, the deeds in it, how near the draft before it is and whether it
is named; a sentence that only sums up (共…, 截至…) is never apart. Each answer rests on evidence of its own: a numbered
item of a list told in half-sentences (…；…；) or by their fields (在维权方面，…), a counted group that a team goes on
to, an honour given beside the event, an agreement signed at it, plates or flags handed to a number of bodies, what
everybody of a group is told to have got.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import alternation, words
from kg.relate.deeds import AMOUNTS, Deed, Telling
from kg.relate.discourse import SentenceMentions
from kg.relate.drafts import LATER_PARAGRAPHS, Draft

__all__ = ["MeasuresApart"]

LONGEST_BETWEEN = 40
"""Characters between the two words of a cue (活动对…进行了表彰, 签订…集体合同)."""

LONGEST_FIELD = 8
"""Characters of what an item is about (在维权方面，…)."""
LONGEST_SCENE = 14
"""Characters between those who get something and the verb (每名农民工一出机场就领到…)."""


class MeasuresApart:
    """Tells measures of their own from sentences that only tell more."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")
        apart = table["apart"]
        self._sums_up = words(apart["sums_up"])
        self._item_kinds = frozenset(words(apart["item_kinds"]))
        self._standards = re.compile(alternation(words(apart["standards"])))
        self._teams = words(table["ellipsis"]["teams"])
        beside, honours, signs, papers = (
            alternation(words(apart[name])) for name in ("beside", "honours", "signs", "papers")
        )
        self._honours = re.compile(rf"(?:{beside})[^，。；\n]{{0,{LONGEST_BETWEEN}}}?(?:{honours})")
        self._signs = re.compile(rf"(?:{signs})了?[^，。；\n]{{0,{LONGEST_BETWEEN}}}?(?:{papers})(?!时|后|之)")

        self._field = re.compile(rf"[^，。；：\n]{{1,{LONGEST_FIELD}}}(?:{alternation(words(apart['fields']))})，")
        hands, got = (alternation(words(apart[name])) for name in ("hands", "got"))
        self._hands = re.compile(rf"[为向给][^，。；\n]{{2,{LONGEST_BETWEEN}}}?(?:{hands})")
        self._everybody = words(apart["everybody"])
        self._got = re.compile(rf"[^，。；\n“]{{0,{LONGEST_SCENE}}}(?:{got})")

    def reason(self, telling: Telling, deeds: list[Deed], current: Draft) -> str:
        """Why a sentence is a measure of its own, or nothing."""
        if not deeds or telling.sentence.text.startswith(self._sums_up):
            return ""
        text = telling.sentence.text
        if self._is_item(telling, deeds):
            return "item"
        if self._honours.search(text) is not None and deeds[0].kind == "honour":
            return "honour-beside"
        if self._signs.search(text) is not None and any(deed.kind == "organise" for deed in deeds):
            return "signed"
        if self._goes_on_to(telling, deeds):
            return "next-group"
        if telling.sentence.paragraph - current.paragraph > LATER_PARAGRAPHS:
            return ""
        if current.named and telling.inherited and self._hands_over(telling, deeds):
            return "handed-over"
        return "received" if self._everybody_got(telling, deeds) else ""

    def _hands_over(self, telling: Telling, deeds: list[Deed]) -> bool:
        """Whether a clause hands plates, flags or the like to a number of bodies or people (并向9家企业授牌)."""
        discourse = telling.discourse
        for clause in {deed.clause for deed in deeds}:
            inside = discourse.inside(discourse.of(telling.sentence, MentionType.QUANTITY), *clause)
            match = self._hands.search(discourse.text, *clause)
            if match is not None and any(match.start() < discourse.mentions[i].begin < match.end() for i in inside):
                return True
        return False

    def _everybody_got(self, telling: Telling, deeds: list[Deed]) -> bool:
        """Whether everybody of a group got something (每名农民工都领到一份礼包)."""
        discourse = telling.discourse
        if not any(deed.kind == "receive" for deed in deeds):
            return False
        return any(
            discourse.text.endswith(self._everybody, 0, group.begin)
            and self._got.match(discourse.text, group.end) is not None
            for group in (discourse.mentions[i] for i in discourse.of(telling.sentence, MentionType.GROUP))
        )

    def begins_with_field(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence begins with what it is about, as an item of a list does (在维权方面，…)."""
        return self._field.match(sentence.text) is not None

    def _is_item(self, telling: Telling, deeds: list[Deed]) -> bool:
        """Whether a sentence is an item of a list, with a number of its own in the clause of a deed or behind it.

        Those who visit (慰问组) only go on with their visit in it.
        """
        discourse, sentence = telling.discourse, telling.sentence
        if not sentence.in_list and not self.begins_with_field(sentence):
            return False
        if any(team in sentence.text for team in self._teams):
            return False
        begin = next((deed.clause.begin for deed in deeds if deed.kind in self._item_kinds), sentence.stretch.end)
        amounts = discourse.of(sentence, *AMOUNTS)
        return any(
            discourse.inside(amounts, *clause) and self._standards.search(discourse.text, *clause) is None
            for clause in sentence.clauses
            if clause.begin >= begin
        )

    def _goes_on_to(self, telling: Telling, deeds: list[Deed]) -> bool:
        """Whether the team that visits goes on to a group that is counted."""
        discourse, sentence = telling.discourse, telling.sentence
        if not any(team in sentence.text for team in self._teams):
            return False
        for deed in deeds:
            if deed.kind not in ("give", "visit"):
                continue
            inside = [discourse.mentions[i] for i in discourse.inside(sentence.indexes, *deed.clause)]
            counted = any(m.type is MentionType.QUANTITY and m.concept == "people" for m in inside)
            if counted and any(m.type is MentionType.GROUP for m in inside):
                return True
        return False
