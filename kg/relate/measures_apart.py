"""Which sentence behind an initiative tells a measure of its own, though nobody new acts and nothing is named.

Guarantees: looks at one sentence, the mark before it and the deeds in it; a sentence that only sums up (共…, 截至…)
is never apart. Each answer rests on evidence of its own: a numbered item of a list told in half-sentences (…；…；),
a counted group that a team goes on to, an honour given beside the event, an agreement signed at it.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import alternation, words
from kg.relate.deeds import AMOUNTS, Deed, Telling

__all__ = ["MeasuresApart"]

LONGEST_BETWEEN = 40
"""Characters between the two words of a cue (活动对…进行了表彰, 签订…集体合同)."""


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

    def reason(self, telling: Telling, deeds: list[Deed]) -> str:
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
        return ""

    def _is_item(self, telling: Telling, deeds: list[Deed]) -> bool:
        """Whether a sentence is a half-sentence of a list, with a deed with a number of its own in one clause."""
        discourse, sentence = telling.discourse, telling.sentence
        begin = sentence.stretch.begin
        in_list = sentence.text.endswith("；") or discourse.text.endswith("；", 0, begin)
        if not in_list or deeds[0].kind not in self._item_kinds:
            return False
        clause = deeds[0].clause
        if self._standards.search(discourse.text, *clause) is not None:
            return False
        return bool(discourse.inside(discourse.of(sentence, *AMOUNTS), *clause))

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
