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
LONGEST_STOP = 8
"""Characters of those who visit before 每到一处."""
LONGEST_INTRODUCTION = 6
"""Characters of 据了解， and the like before the subject."""
LONGEST_DEICTIC = 2
"""Characters of a word that points, directly before a name."""
LONGEST_DEFINITION = 40
LONGEST_PREDICATE = 10
"""Characters between 的 and the noun of a definition (是县总工会每年都组织的慰问活动)."""
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
        told_by = alternation(words(reference["told_by"]))
        introduced = rf"(?:[^，。\n]{{1,{LONGEST_INTRODUCTION}}}，|[^，。“”\n]{{1,{LONGEST_ROUND}}}(?:{told_by})，)?"
        self._subject = re.compile(rf"{introduced}(?:在?{pointer}|{said_of}|{pronouns})")
        given_to, that_one, receivers = (
            alternation(words(reference[name])) for name in ("given_to", "that_one", "receivers")
        )
        self._object = re.compile(rf"(?:(?:{verbs})了?|[对为把将]){pointer}|[对为给向]其中")
        self._that_one = re.compile(
            rf"(?:{given_to})(?:{that_one})(?:(?!{UNION})[^，。；：、“”《》\n]){{0,{LONGEST_BETWEEN}}}?(?:{receivers})"
        )
        self._each_stop = re.compile(
            rf"[^，。；：“”\n]{{0,{LONGEST_STOP}}}(?:{alternation(words(reference['each_stop']))})"
        )
        self._done_too = re.compile(alternation(words(reference["done_too"])))
        self._hands_over = re.compile(alternation(words(reference["handed_over"])))
        frames = alternation(words(reference["frames"]))
        each_time, all_of_them = (alternation(words(reference[name])) for name in ("each_time", "all_of_them"))
        self._described = re.compile(rf"{introduced}(?:{each_time})?({nouns})(?:{all_of_them})?(?:{frames})")
        since = alternation(words(reference["since"]))
        self._since = re.compile(rf"[^，。；：“”\n]{{0,{LONGEST_BETWEEN}}}?(?:{since})")
        self._so_far = words(reference["so_far"])
        before, behind = (alternation(words(reference[name])) for name in ("means_before", "means"))
        self._means_before = re.compile(rf"(?:{before})[^，。；：“”\n]{{0,{LONGEST_BETWEEN}}}\Z")
        self._means = re.compile(rf"[^，。；“”\n]{{0,2}}(?:{behind})")
        self._quoted = re.compile(
            rf"(?:[^，。；：“”\n]{{1,{LONGEST_INTRODUCTION}}}，)?(?:{deictics}|今年的?|本次)?“([^”\n]{{3,16}})”"
        )
        self._scenes = words(reference["scenes"])
        listed = (reference[name] for name in ("introductions", "rounds", "sums", "no_sums"))
        introductions, rounds, sums, no_sums = map(alternation, listed)
        round_before = rf"(?:(?:{rounds})[^。；：“”《》\n]{{0,{LONGEST_ROUND}}}?)?"
        self._sum = re.compile(rf"(?:(?:{introductions})[，,]?)?{round_before}(?:{sums})(?!{no_sums})")
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

    def points_before(self, text: str, begin: int) -> bool:
        """Whether a word that points stands directly before a view position (此次“甲”活动)."""
        return self._points.fullmatch(text, max(0, begin - LONGEST_DEICTIC), begin) is not None

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
        return sentence.text.startswith(self._so_far)

    def names_again(self, sentence: SentenceMentions, told: str) -> bool:
        """Whether a sentence begins with a quotation that stands in what was told (此次“回头看”由…)."""
        match = self._quoted.match(sentence.text)
        return match is not None and match.group(1) in told

    def points_back(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence is about something told before, or does nothing but do that again."""
        patterns = (self._subject.match, self._object.search, self._each_stop.match)
        return any(found(sentence.text) is not None for found in patterns)

    def does_too(self, text: str) -> bool:
        """Whether words say that what they tell was done besides."""
        return self._done_too.search(text) is not None

    def gives_to_that_one(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence gives something to the body or the people that the text has just told of (送给该企业)."""
        return self._that_one.search(sentence.text) is not None

    def hands_over(self, name: str) -> bool:
        """Whether a name says that something is handed over, or that people are visited."""
        return self._hands_over.search(name) is not None

    def adds_up(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence begins by adding up what was told before (据悉，此次共…; 共发放…; 驿站启用以来，…)."""
        return self._sum.match(sentence.text) is not None or self._since.match(sentence.text) is not None

    def in_scene(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence is set in the scene of what was told before."""
        return sentence.text.startswith(self._scenes)

    def defines(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence says what a programme is."""
        return self._is_one.search(sentence.text) is not None
