"""Sentences that only continue the initiative that the text speaks of.

Guarantees: looks at one sentence and at the draft that the text speaks of; a sentence continues it where it points
back at it, tells of its scene, adds it up, is about it, or tells what other unions give to it. But for the last, which
adds these unions to the draft, what becomes of the sentence is for `initiatives`.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.recognise.collective_unions import COLLECTIVE
from kg.recognise.matching import words
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
OWN_DEEDS = frozenset({"build", "visit"})
"""Classes of verbs of a sentence that does more than give to what was told before."""


class Continuations:
    """Tells sentences that continue a draft from those that tell something new."""

    def __init__(self, lexicon: Lexicon, deeds: DeedReader, audience: Audience, references: References) -> None:
        self._summaries = words(lexicon.table("actions")["ellipsis"]["summaries"])
        self._occasions = frozenset(words(lexicon.table("actions")["reference"]["occasions"]))
        self._deeds = deeds
        self._audience = audience
        self._references = references

    def goes_back(self, telling: Telling, current: Draft | None) -> bool:
        """Whether a sentence points back at what was told before, adds it up, or tells of its scene.

        A scene is told without a number or an honour.
        """
        sentence = telling.sentence
        if current is None:
            return False
        near = sentence.paragraph - current.paragraph <= ADDED_UP_WITHIN
        if near and telling.discourse.of(sentence, *AMOUNTS) and self._references.adds_up(sentence):
            of_one_name = [i for i in telling.unions if telling.discourse.mentions[i].rule != COLLECTIVE]
            return telling.inherited or telling.discourse.among(of_one_name, current.unions)
        if self._is_about(sentence, current, telling.discourse):
            return True
        if self._deeds.is_measure(telling, sentence.stretch):
            return False
        if self._references.points_back(sentence):
            return True
        if sentence.paragraph - current.paragraph > LATER_PARAGRAPHS or not self._references.in_scene(sentence):
            return False
        if not telling.inherited and not telling.discourse.among(telling.unions, current.unions):
            return False
        honours = any(deed.kind == "honour" for deed in self._deeds.deeds(telling))
        return not honours and not telling.discourse.of(sentence, *AMOUNTS)

    def says_how_far(self, telling: Telling, current: Draft | None) -> bool:
        """Whether a sentence that names no actor says, with a number, how far things have come (截至目前，…)."""
        sentence = telling.sentence
        if current is None or not telling.inherited or sentence.paragraph - current.paragraph > LATER_PARAGRAPHS:
            return False
        return self._references.says_how_far(sentence) and bool(telling.discourse.of(sentence, *AMOUNTS))

    def _is_about(self, sentence: SentenceMentions, current: Draft, discourse: Discourse) -> bool:
        """Whether a sentence begins with a noun of what was told, or with a quotation that stands there."""
        if sentence.paragraph - current.paragraph > LATER_PARAGRAPHS:
            return False
        told = "".join(discourse.text[stretch.begin : stretch.end] for stretch in current.evidence)
        if not current.named and self._references.names_again(sentence, told):
            return True
        noun = self._references.describes(sentence)
        return bool(noun) and (noun in told or noun in self._occasions)

    def only_tells_more(self, telling: Telling, topic: bool, current: Draft) -> bool:
        """Whether a sentence is about the current draft: its subject is 活动, or the union's officers carry it out."""
        if current.named and any(word in telling.sentence.text for word in self._summaries):
            return telling.sentence.paragraph - current.paragraph <= SUMMED_UP_WITHIN
        if telling.actors.through_officers:
            return current.paragraph == telling.sentence.paragraph
        return topic and telling.inherited and not self._deeds.is_measure(telling, telling.sentence.stretch)

    def contributes(self, telling: Telling, current: Draft | None) -> bool:
        """Whether a sentence only tells what other unions give to the current draft, which they join by that."""
        discourse, sentence = telling.discourse, telling.sentence
        given = set(telling.actors.contribute)
        if current is None or not given.issuperset(telling.actors.unions):
            return False
        if current.paragraph != sentence.paragraph and current.evidence[-1].end != sentence.stretch.begin:
            return False
        if any(deed.kind in OWN_DEEDS for deed in self._deeds.deeds(telling)):
            return False
        groups = (discourse.mentions[i] for i in self._audience.groups(discourse, sentence))
        own = any(not self._audience.is_general(group) for group in groups)
        if not given or own or any(discourse.among([i], current.unions) for i in given):
            return False
        discourse.note("contributes", *sentence.stretch, current.name)
        current.unions.extend(sorted(given))
        current.evidence.append(sentence.stretch)
        current.amounts.extend(
            i for i in discourse.of(sentence, *AMOUNTS) if discourse.mentions[i].concept != "measure"
        )
        return True
