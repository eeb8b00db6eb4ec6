"""Sentences that only continue the initiative that the text speaks of.

Guarantees: looks at one sentence and at the draft that the text speaks of; a sentence continues it where it points
back at it, tells of its scene, adds it up, is about it, or tells what other unions give to it. But for the last, which
adds these unions, the sentence and its numbers to the draft, what becomes of the sentence is for `initiatives`.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.recognise.matching import alternation, words
from kg.relate.actors import Actors
from kg.relate.audience import Audience
from kg.relate.deeds import AMOUNTS, DeedReader, Telling
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.drafts import LATER_PARAGRAPHS, Draft
from kg.relate.references import References

__all__ = ["Continuations"]

SUMMED_UP_WITHIN = 1
"""Paragraphs after which a programme may still be summed up."""
ADDED_UP_WITHIN = 3
"""Paragraphs after which a sentence may still begin by adding up what was told (此次共…)."""
SHORTEST_HEAD = 2
"""Characters of the noun with which a draft's name ends."""
OWN_DEEDS = frozenset({"build", "visit"})
"""Classes of verbs of a sentence that does more than give to what was told before."""

HANDED_OVER = frozenset({"give", "visit", "serve", "promote"})
"""Classes of verbs with which a sentence only hands something over, or visits."""


class Continuations:
    """Tells sentences that continue a draft from those that tell something new."""

    def __init__(self, lexicon: Lexicon, deeds: DeedReader, audience: Audience, references: References) -> None:
        self._summaries = words(lexicon.table("actions")["ellipsis"]["summaries"])
        self._among = words(lexicon.table("actions")["ellipsis"]["among"])
        self._those = re.compile(alternation(words(lexicon.table("actions")["detail"]["those"])))
        self._visits = frozenset(words(lexicon.table("actions")["verbs"]["visit"]))
        self._occasions = frozenset(words(lexicon.table("actions")["reference"]["occasions"]))
        self._deeds = deeds
        self._audience = audience
        self._references = references

    def goes_back(self, telling: Telling, current: Draft | None, about: Draft) -> bool:
        """Whether a sentence points back at what was told before, adds it up, or tells of its scene.

        A scene is told without a number or an honour; figures `about` a programme may stand far behind it.
        """
        sentence = telling.sentence
        if current is None:
            return False
        near = sentence.paragraph - current.paragraph <= ADDED_UP_WITHIN
        if near and telling.discourse.of(sentence, *AMOUNTS) and self._references.adds_up(sentence):
            return self._has_figures(telling, current)
        if self._is_about(sentence, current, telling.discourse) or self._tells_figures(telling, about):
            return True
        if self._tells_of_some(telling, current):
            return True
        if self._happens_in(telling, current):
            return True
        if self._deeds.is_measure(telling, sentence.stretch):
            return False
        if self._references.points_back(sentence):
            return True
        if sentence.paragraph - current.paragraph > LATER_PARAGRAPHS or not self._references.in_scene(sentence):
            return False
        if not telling.inherited and not _same_unions(telling.discourse, telling.unions, current.unions):
            return False
        honours = any(deed.kind == "honour" for deed in self._deeds.deeds(telling))
        return not honours and not telling.discourse.of(sentence, *AMOUNTS)

    def _happens_in(self, telling: Telling, current: Draft) -> bool:
        """Whether a sentence in the scene of what hands something over tells no more than that (活动现场，…送去…).

        Or gives to those that the text has just told of (送给该企业).
        """
        sentence = telling.sentence
        if sentence.paragraph - current.last_paragraph > LATER_PARAGRAPHS:
            return False
        deeds = self._deeds.deeds(telling)
        if any(deed.kind not in HANDED_OVER for deed in deeds):
            return False
        if self._references.gives_to_that_one(sentence):
            return True
        if not deeds or not self._references.in_scene(sentence):
            return False
        told = telling.discourse.text[sentence.stretch.begin : deeds[0].clause.end]
        if self._references.does_too(told):
            return False
        if not telling.inherited and not _same_unions(telling.discourse, telling.unions, current.unions):
            return False
        return self._references.hands_over(current.name) or not self._visits.isdisjoint(current.cues)

    def says_how_far(self, telling: Telling, current: Draft | None, *, recalled: bool) -> bool:
        """Whether a sentence that names no actor says, with a number, how far things have come (截至目前，…).

        Where it has `recalled` what was told by its name, that may be paragraphs ago.
        """
        sentence = telling.sentence
        if current is None or not telling.inherited:
            return False
        if sentence.paragraph - current.paragraph > LATER_PARAGRAPHS and not recalled:
            return False
        return self._references.says_how_far(sentence) and bool(telling.discourse.of(sentence, *AMOUNTS))

    def _tells_of_some(self, telling: Telling, current: Draft) -> bool:
        """Whether a sentence tells figures of some of those told of directly before (其中，区总工会投入…)."""
        sentence = telling.sentence
        if not sentence.text.startswith(self._among) or sentence.paragraph != current.paragraph or sentence.in_list:
            return False
        return self._has_figures(telling, current)

    def _has_figures(self, telling: Telling, current: Draft) -> bool:
        """Whether a sentence has a number, and no other union by name than those of the draft acts in it."""
        discourse = telling.discourse
        if not discourse.of(telling.sentence, *AMOUNTS):
            return False
        of_one_name = discourse.of_one_name(telling.unions)
        return telling.inherited or _same_unions(discourse, of_one_name, current.unions)

    def _tells_figures(self, telling: Telling, about: Draft) -> bool:
        """Whether a sentence without an actor tells figures of a programme by its noun (据介绍，联赛吸引了…256名…)."""
        noun = self._references.describes(telling.sentence)
        if not noun or not telling.inherited or not about.named or not about.name.endswith(noun):
            return False
        return bool(telling.discourse.of(telling.sentence, *AMOUNTS))

    def _is_about(self, sentence: SentenceMentions, current: Draft, discourse: Discourse) -> bool:
        """Whether a sentence begins with a noun of what was told, or with a quotation that stands there."""
        if sentence.paragraph - current.last_paragraph > LATER_PARAGRAPHS:
            return False
        told = "".join(discourse.text[stretch.begin : stretch.end] for stretch in current.evidence)
        if not current.named and self._references.names_again(sentence, told):
            return True
        noun = self._references.describes(sentence)
        return bool(noun) and (noun in told or noun in self._occasions)

    def only_tells_more(self, telling: Telling, topic: bool, current: Draft, *, recalled: bool) -> bool:
        """Whether a sentence is about the current draft: its subject is 活动, or the union's officers carry it out.

        One that has `recalled` a programme by its name may sum it up from afar, with figures.
        """
        if current.named and any(word in telling.sentence.text for word in self._summaries):
            if telling.sentence.paragraph - current.paragraph <= SUMMED_UP_WITHIN:
                return True
            return recalled and self._references.sums(telling.sentence) and self._has_figures(telling, current)
        if telling.actors.through_officers:
            return current.paragraph == telling.sentence.paragraph
        return topic and telling.inherited and not self._deeds.is_measure(telling, telling.sentence.stretch)

    def contributes(self, telling: Telling, current: Draft | None) -> bool:
        """Whether a sentence only tells what other unions give to the current draft, which they join by that."""
        given = [] if current is None else self.giving(telling, current).unions
        if current is None or not given or not self._only_gives(telling, current, given):
            return False
        discourse, sentence = telling.discourse, telling.sentence
        discourse.note("contributes", *sentence.stretch, current.name)
        current.unions.extend(given)
        current.evidence.append(sentence.stretch)
        current.amounts.extend(discourse.of(sentence, *AMOUNTS))
        return True

    def _only_gives(self, telling: Telling, current: Draft, given: list[int]) -> bool:
        """Whether a sentence near a draft has no other actor than those who give to it, and no group of its own."""
        discourse, sentence = telling.discourse, telling.sentence
        many = any(_are_theirs(discourse, i, current.unions) for i in given)
        own = [i for i in telling.actors.unions if discourse.among([i], current.unions)]
        if not {*given, *own}.issuperset(telling.actors.unions) or (own and not many):
            return False
        within = ADDED_UP_WITHIN if many else LATER_PARAGRAPHS
        if sentence.paragraph - current.paragraph > (within if current.named else 0):
            return False
        if any(deed.kind in OWN_DEEDS for deed in self._deeds.deeds(telling)):
            return False
        groups = self._audience.groups(discourse, sentence)
        return all(self._audience.is_general(discourse.mentions[i]) for i in groups)

    def giving(self, telling: Telling, draft: Draft) -> Actors:
        """The unions that give something to a draft: to nothing else that the text names."""
        actors, discourse = telling.actors, telling.discourse
        given = {*actors.contribute, *(i for i, what in actors.toward.items() if self._is_part_of(what, draft))}
        unions = [i for i in actors.unions if i in given or _are_theirs(discourse, i, draft.unions)]
        return Actors(unions=unions, only_give=True)

    def _is_part_of(self, what: str, draft: Draft) -> bool:
        """Whether words speak of a draft or of those in it (此次慰问, 每个驿站, 参赛选手)."""
        if self._those.search(what) is not None or self._references.points(what):
            return True
        return any(what.endswith(name[-SHORTEST_HEAD:]) for name in (draft.name, *draft.aliases))


def _same_unions(discourse: Discourse, unions: list[int], others: list[int]) -> bool:
    """Whether all of these unions are among the others, or theirs as many."""
    return all(discourse.among([i], others) or _are_theirs(discourse, i, others) for i in unions)


def _are_theirs(discourse: Discourse, union: int, others: list[int]) -> bool:
    """Whether a mention is of the many unions of one of the others (全市各级工会 beside 市总工会)."""
    federation = discourse.federations.of(union)
    if federation is None:
        return False
    name = discourse.mentions[federation].text
    return any(name.endswith(text) or text.endswith(name) for text in (discourse.mentions[i].text for i in others))
