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
UNION = "工会"
"""Between a word that points and its noun: what is pointed at is the union (该县总工会开展慰问活动)."""
LONGEST_INTRODUCTION = 6
"""Characters of 据了解， and the like before the subject."""
LONGEST_DEFINITION = 40
LONGEST_PREDICATE = 10
"""Characters between 的 and the noun of a definition (是县总工会每年都组织的慰问活动)."""
LONGEST_TELLER = 24
"""Characters of who tells the figures that follow (县总工会有关负责人介绍，此次共…)."""
LONGEST_ROUND = 24
"""Characters between 此次 and the word that adds up (此次慰问，镇总工会共…)."""


class References:
    """Reads references."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")
        reference = table["reference"]
        deictics, nouns = (alternation(words(reference[name])) for name in ("deictics", "nouns"))
        verbs, said_of = alternation(words(table["verbs"]["hold"])), alternation(words(reference["said_of"]))
        pointer = rf"(?:{deictics})(?:(?!{UNION})[^，。；：、“”《》\n]){{0,{LONGEST_BETWEEN}}}?(?:{nouns})"
        self._points = re.compile(rf"(?:{deictics})")
        pronouns = alternation(words(reference["pronouns"]))
        introduced = rf"(?:[^，。\n]{{1,{LONGEST_INTRODUCTION}}}，)?"
        self._subject = re.compile(rf"{introduced}(?:在?{pointer}|{said_of}|{pronouns})")
        self._object = re.compile(rf"(?:(?:{verbs})了?|[对为把将]){pointer}|[对为给向]其中")
        frames = alternation(words(reference["frames"]))
        self._described = re.compile(rf"(?:[^，。；：“”\n]{{1,{LONGEST_INTRODUCTION}}}，)?({nouns})(?:{frames})")
        before, behind = (alternation(words(reference[name])) for name in ("means_before", "means"))
        self._means_before = re.compile(rf"(?:{before})[^，。；：“”\n]{{0,{LONGEST_BETWEEN}}}\Z")
        self._means = re.compile(rf"[^，。；“”\n]{{0,2}}(?:{behind})")
        self._quoted = re.compile(
            rf"(?:[^，。；：“”\n]{{1,{LONGEST_INTRODUCTION}}}，)?(?:{deictics}|今年的?|本次)?“([^”\n]{{3,16}})”"
        )
        self._scenes = words(reference["scenes"])
        listed = ("introductions", "tells", "rounds", "sums", "no_sums", "so_far", "these_times", "spends")
        introductions, tells, rounds, sums, no_sums, so_far, these_times, spends = (
            alternation(reference[name]) for name in listed
        )
        lead = rf"(?:(?:{introductions})，?|[^。；：“”《》\n]{{2,{LONGEST_TELLER}}}(?:{tells})，){{0,2}}"
        round_before = rf"(?:(?:{rounds})[^。；：“”《》\n]{{0,{LONGEST_ROUND}}}?)?"
        spent = rf"(?:{these_times})[^，。；：“”《》\n]{{0,{LONGEST_ROUND}}}?(?:{spends})"
        self._round = re.compile(rf"{lead}(?:{rounds})")
        self._sum = re.compile(rf"{lead}(?:{round_before}(?:{sums})(?!{no_sums})|{spent})")
        self._so_far = re.compile(rf"{lead}(?:{so_far})")
        since = alternation(reference["since"])
        self._since = re.compile(rf"{lead}[^，。；：“”\n]{{0,{LONGEST_BETWEEN}}}?(?:{since})")
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

    def points(self, what: str) -> bool:
        """Whether words begin with one that points (此次慰问)."""
        return self._points.match(what) is not None

    def is_means(self, text: str, mention: Mention) -> bool:
        """Whether a quoted name is only that of the account or the like by which something is done."""
        begin, end = mention.begin, mention.begin + len(mention.concept) + 2
        if not mention.concept or self._means.match(text, end) is None:
            return False
        return self._means_before.search(text, max(0, begin - 2 * LONGEST_BETWEEN), begin) is not None

    def describes(self, sentence: SentenceMentions) -> str:
        """The noun that a sentence begins with and goes on about (驿站设有…), or nothing."""
        match = self._described.match(sentence.text)
        return match.group(1) if match else ""

    def says_how_far(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence begins by saying how far things have come (截至目前，…)."""
        return self._so_far.match(sentence.text) is not None

    def names_again(self, sentence: SentenceMentions, told: str) -> bool:
        """Whether a sentence begins with a quotation that stands in what was told (此次“回头看”由…)."""
        match = self._quoted.match(sentence.text)
        return match is not None and match.group(1) in told

    def points_back(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence is about something told before, or does nothing but do that again."""
        return self._subject.match(sentence.text) is not None or self._object.search(sentence.text) is not None

    def adds_up(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence begins by adding up what was told before (据悉，此次共…; 共发放…; 驿站启用以来，…)."""
        return self._sum.match(sentence.text) is not None or self._since.match(sentence.text) is not None

    def adds_up_round(self, sentence: SentenceMentions) -> bool:
        """Whether it is a whole event that a sentence begins by adding up (当天共…, 此次慰问共…)."""
        return self._round.match(sentence.text) is not None

    def sums(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence begins by adding up or by saying how far things have come."""
        return self.adds_up(sentence) or self.says_how_far(sentence)

    def in_scene(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence is set in the scene of what was told before."""
        return sentence.text.startswith(self._scenes)

    def defines(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence says what a programme is."""
        return self._is_one.search(sentence.text) is not None
