"""An article's sentences with the mentions that stand in them.

Guarantees: every mention belongs to exactly the sentence in which it begins; sentences inside speech
are marked; a sentence that tells what several unions did is cut where each begins; order is the text's.
Positions are view positions; mentions are named by their index in the article's tuple of mentions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from kg.model import Article, Mention, MentionType
from kg.recognise.collective_unions import COLLECTIVE
from kg.recognise.sentences import Stretch, clauses, sentences
from kg.relate.federations import Federations
from kg.relate.subjects import Subjects
from kg.relate.trace import Trace

__all__ = ["AMOUNTS", "HIDDEN", "NAMES", "Discourse", "SentenceMentions"]

NAMES = (
    MentionType.UNION,
    MentionType.ORGANIZATION,
    MentionType.PERSON,
    MentionType.PLACE,
    MentionType.GROUP,
    MentionType.TITLE,
)
AMOUNTS = (MentionType.QUANTITY, MentionType.MONEY)
FEDERATION, UNION = "总", "工会"
"""With which the short form of a federation ends, and what it leaves out."""
HIDDEN = "\uffff"
"""Stands for each character of a name, so that no cue is found in it or across it."""
SPEECH = re.compile(r"“[^”\n]{0,400}[，。！？][^”\n]{0,400}”")


class SentenceMentions:
    """One sentence: its stretch, its clauses, its mentions."""

    def __init__(self, text: str, stretch: Stretch, paragraph: int, speech: Sequence[tuple[int, int]]) -> None:
        self.stretch = stretch
        self.text = text[stretch.begin : stretch.end]
        self.paragraph = paragraph
        self.clauses = clauses(text, stretch)
        self.in_list = self.text.endswith("；") or text.endswith("；", 0, stretch.begin)
        """Whether it is a half-sentence of a list (…；…；…)."""
        self.indexes: list[int] = []
        self._speech = [(begin, end) for begin, end in speech if begin < stretch.end and stretch.begin < end]

    def in_speech(self, position: int) -> bool:
        """Whether a view position stands between the quotation marks of what somebody says."""
        return any(begin <= position < end for begin, end in self._speech)

    @property
    def is_sign_off(self) -> bool:
        """Whether the sentence stands in brackets as a whole, as a sign-off does."""
        return self.text.startswith("（") and self.text.endswith("）")

    @property
    def is_speech(self) -> bool:
        """Whether most of the sentence is speech."""
        inside = sum(min(end, self.stretch.end) - max(begin, self.stretch.begin) for begin, end in self._speech)
        return inside * 2 > self.stretch.end - self.stretch.begin


class Discourse:
    """An article as a sequence of sentences over its mentions."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], subjects: Subjects, trace: Trace | None = None
    ) -> None:
        self.article = article
        self._trace = trace
        self.text = article.text
        self.mentions = tuple(mentions)
        self._begins = [mention.begin for mention in self.mentions]
        self.person_begins = frozenset(mention.begin for mention in mentions if mention.type is MentionType.PERSON)
        """View positions where names of people begin."""
        names = [(m.begin, m.end) for m in self.mentions if m.type is MentionType.PROGRAMME]
        speech = [
            match.span()
            for match in SPEECH.finditer(self.text)
            if not any(begin <= match.start() and match.end() <= end for begin, end in names)
        ]
        self.sentences = [
            SentenceMentions(self.text, stretch, self.text.count("\n", 0, stretch.begin), speech)
            for whole in sentences(self.text)
            for stretch in subjects.apart(self.text, whole, self._within(whole))
        ]
        begins = [sentence.stretch.begin for sentence in self.sentences]
        for index, mention in enumerate(self.mentions):
            place = bisect_right(begins, mention.begin) - 1
            if place >= 0:
                self.sentences[place].indexes.append(index)

    def _within(self, stretch: Stretch) -> Sequence[Mention]:
        """The mentions that begin within a stretch."""
        first, last = (bisect_left(self._begins, position) for position in stretch)
        return self.mentions[first:last]

    def of(self, sentence: SentenceMentions, *types: MentionType) -> list[int]:
        """Indexes of the sentence's mentions of those types, in text order."""
        return [index for index in sentence.indexes if self.mentions[index].type in types]

    def of_one_name(self, unions: Iterable[int]) -> list[int]:
        """Those of the unions that are one by name: what nobody is said to have run is not laid on unions at large."""
        return [i for i in unions if self.mentions[i].rule != COLLECTIVE]

    def bodies(self, sentence: SentenceMentions) -> list[int]:
        """Indexes of the sentence's unions and organisations that stand inside no other, in text order."""
        kept: list[int] = []
        for index in self.of(sentence, MentionType.UNION, MentionType.ORGANIZATION):
            mention = self.mentions[index]
            if kept and mention.end <= self.mentions[kept[-1]].end and mention.begin > self.mentions[kept[-1]].begin:
                continue
            while kept and mention.begin <= self.mentions[kept[-1]].begin and self.mentions[kept[-1]].end < mention.end:
                kept.pop()
            if not kept or mention.begin >= self.mentions[kept[-1]].end:
                kept.append(index)
        return kept

    def union_of(self, index: int) -> int | None:
        """The union that a body is, or whose name its own begins with (某市总工会职工服务中心); else None.

        Where somebody of such a body follows (…干部学校教师李某), the body does nothing itself.
        """
        mention = self.mentions[index]
        if mention.type is MentionType.UNION:
            return index
        if mention.type is not MentionType.ORGANIZATION or mention.end in self._people_begin:
            return None
        return self._unions_at.get(mention.begin)

    @cached_property
    def _people_begin(self) -> frozenset[int]:
        return frozenset(m.begin for m in self.mentions if m.type in (MentionType.TITLE, MentionType.PERSON))

    @cached_property
    def _unions_at(self) -> dict[int, int]:
        return {m.begin: i for i, m in enumerate(self.mentions) if m.type is MentionType.UNION}

    @cached_property
    def hidden(self) -> str:
        """The article's text with the characters of names covered."""
        characters = list(self.text)
        for mention in self.mentions:
            if mention.type in NAMES:
                characters[mention.begin : mention.end] = HIDDEN * (mention.end - mention.begin)
        return "".join(characters)

    @cached_property
    def federations(self) -> Federations:
        """The federations of the unions that the article speaks of as many."""
        return Federations(self.mentions)

    def note(self, rule: str, begin: int, end: int, *words: str) -> bool:
        """Record a decision about a stretch where somebody keeps a trace; always False, the answer of a refusal."""
        if self._trace is not None:
            self._trace.note(rule, begin, end, words)
        return False

    def headline_unions(self) -> list[int]:
        """Indexes of the unions that the headline names."""
        body = self.article.body
        return [i for i, m in enumerate(self.mentions) if m.type is MentionType.UNION and m.end <= body]

    def free_places(self, sentence: SentenceMentions) -> list[int]:
        """Places of a sentence: none that is part of a name, in quotation marks or an origin (来自安徽)."""
        bodies = [self.mentions[i] for i in self.of(sentence, MentionType.UNION, MentionType.ORGANIZATION)]
        bodies += [self.mentions[i] for i in self.of(sentence, MentionType.PROGRAMME) if self.mentions[i].concept]
        return [
            index
            for index in self.of(sentence, MentionType.PLACE)
            if not self.text.endswith("来自", 0, self.mentions[index].begin)
            and not any(
                body.begin <= self.mentions[index].begin and self.mentions[index].end <= body.end for body in bodies
            )
        ]

    def among(self, unions: Iterable[int], others: Iterable[int]) -> bool:
        """Whether all of these unions are among the others, by name or by its end (镇总工会, 市总)."""
        texts = [_written_out(self.mentions[i].text) for i in others]
        return all(any(text.endswith(_written_out(self.mentions[i].text)) for text in texts) for i in unions)

    def inside(self, indexes: Iterable[int], begin: int, end: int) -> list[int]:
        """Those of the mentions that lie within view positions ``[begin, end)``."""
        return [index for index in indexes if begin <= self.mentions[index].begin and self.mentions[index].end <= end]


def _written_out(union: str) -> str:
    """市总 as 市总工会."""
    return union + UNION if union.endswith(FEDERATION) else union
