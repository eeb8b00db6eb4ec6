"""How a sentence points back at an initiative that the text has told before.

Guarantees: looks at words alone: 此次疗休养活动 and 开展此项活动 name nothing new; what is told of a scene
(活动现场，…) happens at what was told before; a sentence that says what a programme is (“某某行动”是…的一项品牌工作)
states no deed of its own; one that begins by adding up (此次共…) adds up what was told. Which initiative is meant
is for `initiatives` and `drafts`.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.recognise.matching import alternation, words
from kg.relate.discourse import SentenceMentions

__all__ = ["References"]

LONGEST_BETWEEN = 10
"""Characters between a word that points and the noun it points with (此次一线职工疗休养活动)."""
LONGEST_INTRODUCTION = 6
"""Characters of 据了解， and the like before the subject."""
LONGEST_DEFINITION = 40
LONGEST_PREDICATE = 10
"""Characters between 的 and the noun of a definition (是县总工会每年都组织的慰问活动)."""
NO_SUM = "同青产建享和富识鸣度创赢商事有"
"""Characters behind 共 with which it is a word of another kind (共同, 共青城, 共有)."""
LONGEST_ROUND = 24
"""Characters between 此次 and the word that adds up (此次慰问，镇总工会共…)."""


class References:
    """Reads references."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")
        reference = table["reference"]
        deictics, nouns = (alternation(words(reference[name])) for name in ("deictics", "nouns"))
        verbs = alternation(words(table["verbs"]["hold"]))
        pointer = rf"(?:{deictics})[^，。；：、“”《》\n]{{0,{LONGEST_BETWEEN}}}?(?:{nouns})"
        self._points = re.compile(rf"(?:{deictics})")
        self._subject = re.compile(rf"(?:[^，。\n]{{1,{LONGEST_INTRODUCTION}}}，)?(?:在?{pointer}|这是)")
        self._object = re.compile(rf"(?:(?:{verbs})了?|[对为]){pointer}")
        self._scenes = words(reference["scenes"])
        listed = (reference[name] for name in ("introductions", "rounds", "sums"))
        introductions, rounds, sums = map(alternation, listed)
        round_before = rf"(?:(?:{rounds})[^。；：“”《》\n]{{0,{LONGEST_ROUND}}}?)?"
        self._sum = re.compile(rf"(?:(?:{introductions})[，,]?)?{round_before}(?:{sums})(?![{NO_SUM}])")
        is_one = alternation(words(reference["is_one"]))
        defined = alternation(words(reference["defined_as"]))
        self._is_one = re.compile(
            rf"(?:是|作为)[^，。；：\n]{{0,{LONGEST_DEFINITION}}}?"
            rf"(?:{is_one}|的[^，。；：\n]{{0,{LONGEST_PREDICATE}}}(?:{defined})(?=[，。；]))"
        )

    def only_points(self, text: str, mention: Mention) -> bool:
        """Whether a programme's name without quotation marks is a pointer (此次托管班)."""
        if mention.concept:
            return False
        before = text[max(0, mention.begin - 2) : mention.begin]
        return self._points.match(mention.text) is not None or self._points.search(before) is not None

    def points_back(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence is about something told before, or does nothing but do that again."""
        return self._subject.match(sentence.text) is not None or self._object.search(sentence.text) is not None

    def adds_up(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence begins by adding up what was told before (据悉，此次共…; 共发放…)."""
        return self._sum.match(sentence.text) is not None

    def in_scene(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence is set in the scene of what was told before."""
        return sentence.text.startswith(self._scenes)

    def defines(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence says what a programme is."""
        return self._is_one.search(sentence.text) is not None
