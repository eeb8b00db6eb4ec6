"""Sentences in which unions take turns: 甲县总工会举办…，乙县总工会走访….

Guarantees: a sentence stays whole unless a clause in it begins with unions that act, what stands before tells a deed
of other unions, and what follows tells one too; its parts are in text order and cover it. Bodies that are listed by
their part in one event (主办, 承办) take no turns, nor does who only guides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import FormMatcher, alternation, words
from kg.recognise.sentences import Stretch
from kg.relate.actors import ActorFinder
from kg.relate.discourse import Discourse, SentenceMentions

__all__ = ["Turns"]

OWN = ("give", "visit", "hold", "build", "organise", "honour", "serve", "handle")
"""Classes of verbs with which a union tells something of its own, and not what it gives or decides for others."""
TOLD = (MentionType.PROGRAMME, MentionType.GROUP, MentionType.QUANTITY, MentionType.MONEY)
"""Types of mentions that make a deed a union's own."""


class Turns:
    """Tells the parts of a sentence apart. Building one reads the lexicons once."""

    def __init__(self, lexicon: Lexicon, actors: ActorFinder) -> None:
        table = lexicon.table("actions")
        nouns = dict.fromkeys(words(table["nouns"]["words"]), "")
        self._deeds = FormMatcher({**nouns, **{verb: kind for kind in OWN for verb in words(table["verbs"][kind])}})
        self._opens = re.compile(rf"(?:{alternation(table['turns']['openers'])}|，)*")
        self._actors = actors

    def parts(self, discourse: Discourse, sentence: SentenceMentions) -> list[SentenceMentions]:
        """The sentence, or its parts where unions take turns in it."""
        if len(sentence.clauses) < 2 or len(discourse.of(sentence, MentionType.UNION)) < 2:
            return [sentence]
        begins = [sentence.stretch.begin]
        for (_, before), (clause, _) in pairwise(self._turns(discourse, sentence)):
            told = Stretch(discourse.mentions[before[-1]].end, clause)
            if clause > begins[-1] and self._tells(discourse, sentence, told):
                begins.append(clause)
        ends = [*begins[1:], sentence.stretch.end]
        return [discourse.part(sentence, Stretch(*ends)) for ends in zip(begins, ends, strict=True)]

    def _turns(self, discourse: Discourse, sentence: SentenceMentions) -> Iterator[tuple[int, list[int]]]:
        """Where a union, or a list of them, begins to act, and which; the first wherever it stands."""
        before: list[int] = []
        for chain in self._actors.taking_turns(discourse, sentence):
            first, last = discourse.mentions[chain[0]], discourse.mentions[chain[-1]]
            clause = next(one.begin for one in reversed(sentence.clauses) if one.begin <= first.begin)
            opens = self._opens.fullmatch(discourse.text, clause, first.begin) is not None
            if before and (not opens or discourse.among(chain, before)):
                continue
            if not before or self._tells(discourse, sentence, Stretch(last.end, sentence.stretch.end)):
                before = chain
                yield clause, chain

    def _tells(self, discourse: Discourse, sentence: SentenceMentions, stretch: Stretch) -> bool:
        """Whether a stretch tells a deed under a name, in a number or for a group of its own."""
        inside = discourse.inside(sentence.indexes, *stretch)
        told = any(discourse.mentions[i].type in TOLD for i in inside) or "“" in discourse.text[slice(*stretch)]
        return told and any(match.value for match in self._deeds.matches(discourse.hidden[stretch.begin : stretch.end]))
