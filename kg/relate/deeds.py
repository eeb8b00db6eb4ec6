"""What a sentence states as done, clause by clause.

Guarantees: a deed is an action verb of the lexicon in a clause outside speech and outside what
somebody only wishes, says or asks for, and no part of a name; everything here looks at one sentence alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import FormMatch, FormMatcher, alternation, words
from kg.recognise.sentences import Stretch
from kg.relate.actors import Actors
from kg.relate.attendance import Attendance
from kg.relate.counted_deeds import CountedDeeds, is_article
from kg.relate.discourse import AMOUNTS, Discourse, SentenceMentions
from kg.relate.drafts import Draft
from kg.relate.titles import MARKS, TitleReader

__all__ = ["AMOUNTS", "Deed", "DeedReader", "Telling"]

LONGEST_CLAUSE = 40
SEPARATE = frozenset({"hold", "build", "handle", "visit"})
"""Classes of verbs with which a clause that begins with 并 tells another measure."""
WITH_KIND_WORDS = frozenset({"give", "visit"})
"""Classes of verbs that tell what is given with kind words."""


class Deed(NamedTuple):
    """Something done: the clause, the verb, and the verb's class in the lexicon (give, visit, hold …)."""

    clause: Stretch
    verb: str
    kind: str


@dataclass(frozen=True)
class Telling:
    """One sentence of an article and who acts in it."""

    discourse: Discourse
    sentence: SentenceMentions
    actors: Actors
    unions: list[int]
    """The unions that act: the sentence's own, or those of an earlier one."""
    inherited: bool
    """Whether they come from an earlier sentence."""
    told_by: bool = False
    """Whether they are only those from whom the paper has it."""


class DeedReader:
    """Reads deeds."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")
        nouns = dict.fromkeys(words(table["nouns"]["words"]), "")
        verbs = {verb: kind for kind, listed in table["verbs"].items() for verb in words(listed)}
        self._verbs = FormMatcher({**nouns, **verbs})
        self._not_done = words(table["not_done"]["words"])
        self._kept = words(table["not_done"]["kept"])
        around, ends = (alternation(words(table["not_done"][name])) for name in ("around", "around_ends"))
        self._around = re.compile(rf"(?:{around})[^，。；\n]{{1,{LONGEST_CLAUSE}}}?的?(?:{ends})")
        self._printed = re.compile(alternation(words(table["detail"]["printed"])))
        self._asides = re.compile(alternation(words(table["not_done"]["asides"])))
        kind, shows, courtesies = (words(table["not_done"][name]) for name in ("kind", "shows", "courtesies"))
        self._kind, self._shows, self._courtesies = frozenset(kind), frozenset(shows), courtesies
        self._purposes = words(table["not_done"]["purposes"])
        self._future = words(table["not_done"]["future"])
        self._goods = FormMatcher({noun: noun for noun in words(table["goods"]["nouns"])})
        self._further = words(table["ellipsis"]["further"])
        self._titles = TitleReader(lexicon)
        self._joined = words(table["ellipsis"]["joined"])
        self._passive = words(table["passive"]["by"])
        self._among = words(table["ellipsis"]["among"])
        totals, rounds, scenes = (
            alternation(table[part][name])
            for part, name in (("ellipsis", "totals"), ("reference", "rounds"), ("reference", "scenes"))
        )
        self._sum = re.compile(rf"(?:{rounds}|{scenes})?(?:{totals})")
        self._deeds_at_large = words(table["ellipsis"]["at_large"])
        self._likewise = words(table["ellipsis"]["likewise"])
        abstract = alternation(words(table["detail"]["abstract"]))
        self._abstract = re.compile(rf"[把将](?:{abstract})(?:[、和与及]?(?:{abstract}))*\Z")
        self._attendance = Attendance(lexicon)
        self._weights: dict[str, float] = table["worth"]
        self._generic = frozenset(words(lexicon.table("groups")["generic"]))
        self._counted = CountedDeeds(lexicon)

    def deeds(self, telling: Telling) -> list[Deed]:
        """The deeds of a sentence in text order; nothing behind 表示 or 希望, but what is given with kind words."""
        found: list[Deed] = []
        polite = False
        purpose_ends = self._purpose_ends(telling)
        for clause in telling.sentence.clauses:
            text = telling.discourse.text[clause.begin : clause.end]
            if clause.begin < purpose_ends:
                telling.discourse.note("purpose", *clause)
                continue
            said = self._said(text)
            if said and any(word in text[: text.find(said)] for word in self._kept):
                telling.discourse.note("setting", *clause, said)
                continue
            if said:
                telling.discourse.note("not-done", *clause, said)
                polite = self._is_courtesy(text, said)
                if not polite:
                    break
                continue
            if polite and not text.startswith(self._joined):
                continue
            if text.startswith(self._purposes):
                telling.discourse.note("purpose", *clause)
                continue
            if self.only_attends(telling.discourse, clause):
                continue
            around = [match.span() for match in self._around.finditer(text)]
            if aside := self._asides.search(text):
                around.append((aside.end(), len(text)))
            for first, last in around:
                telling.discourse.note("setting", clause.begin + first, clause.begin + last)
            found.extend(
                Deed(clause, text[begin:end], "promote" if self._is_figure(telling, text[:begin], kind) else kind)
                for begin, end, kind in self._verbs.matches(telling.discourse.hidden[clause.begin : clause.end])
                if kind
                and (kind in WITH_KIND_WORDS or not polite)
                and not telling.sentence.in_speech(clause.begin + begin)
                and not (kind == "honour" and self._is_honoured(telling, clause, begin))
                and not any(first <= begin < last for first, last in around)
            )
        return found

    def only_attends(self, discourse: Discourse, clause: Stretch) -> bool:
        """Whether a clause only says who came to an event, or who opened it."""
        attends = self._attendance.only_attends(discourse.text[clause.begin : clause.end])
        if attends:
            discourse.note("attended", *clause)
        return attends

    def is_aside(self, discourse: Discourse, begin: int, end: int) -> bool:
        """Whether what stands between two view positions is somebody's word about what follows (汇报了…)."""
        return self._asides.search(discourse.text, begin, end) is not None

    def _said(self, text: str) -> str:
        """The word of a clause that makes the rest of its sentence said, wished or asked for; 说 only at its end."""
        end = text.rstrip(MARKS)
        found = (word for word in self._not_done if word in text and (len(word) > 1 or end.endswith(word)))
        return next(found, "")

    def _is_courtesy(self, text: str, said: str) -> bool:
        """Whether a clause has but kind words for people (对他们的付出表示感谢), with which something may be given."""
        return said in self._kind or (said in self._shows and any(word in text for word in self._courtesies))

    def _is_figure(self, telling: Telling, before: str, kind: str) -> bool:
        """Whether nothing that can be counted is given (把关爱送到…身边)."""
        if kind != "give" or telling.discourse.of(telling.sentence, *AMOUNTS):
            return False
        return self._abstract.search(before) is not None

    def _is_honoured(self, telling: Telling, clause: Stretch, verb: int) -> bool:
        """Whether a union is given the honour (某市总工会被全国总工会授予…)."""
        discourse = telling.discourse
        inside = discourse.inside(discourse.of(telling.sentence, MentionType.UNION), clause.begin, clause.begin + verb)
        return any(discourse.text.startswith(self._passive, discourse.mentions[i].end) for i in inside)

    def _purpose_ends(self, telling: Telling) -> int:
        """Where a purpose ends that goes on over commas up to the clause of who acts (为弘扬…，发挥…，某工会组建…)."""
        discourse, clauses = telling.discourse, telling.sentence.clauses
        acting = min((discourse.mentions[i].begin for i in telling.actors.unions), default=0)
        opening = (one for one in clauses if discourse.text.startswith(self._purposes, one.begin))
        begin = next((one.begin for one in opening), acting)
        return next((one.begin for one in clauses if begin < one.begin <= acting < one.end), 0)

    def verbs(self, discourse: Discourse, sentence: SentenceMentions, stretch: Stretch) -> list[FormMatch[str]]:
        """The verbs of deeds of a stretch outside speech, done or not: begin, end and class, by the stretch's begin."""
        found = self._verbs.matches(discourse.text[stretch.begin : stretch.end])
        return [match for match in found if match.value and not sentence.in_speech(stretch.begin + match.begin)]

    def begins_anew(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence begins with 此外, 同时 and the like."""
        return sentence.text.startswith(self._further)

    def names_goods(self, sentence: SentenceMentions) -> bool:
        """Whether a sentence names what is given away."""
        return bool(self._goods.matches(sentence.text))

    def measures(self, telling: Telling, deeds: list[Deed]) -> list[Stretch]:
        """The parts of a sentence that each tell a measure.

        Each hands out a number of something to a group of its own, does so many of something under a name or with a
        partner of its own, or goes on with 并 and the like from one deed to
        another, for a group, in a number or under a name of its own.
        """
        begins = [telling.sentence.stretch.begin]
        told = {deed.clause: deed for deed in reversed(deeds)}  # the first deed of each clause
        for clause, deed in sorted(told.items()):
            if clause.begin == deeds[0].clause.begin or self.sums_up(telling.discourse, clause):
                continue
            hands_out = self.is_measure(telling, clause) and _names_group(telling, Stretch(begins[-1], clause.begin))
            hands_out = hands_out and self._printed.search(telling.discourse.text, *clause) is None
            counted = self.is_beside(telling, deed) and any(
                self._counted.is_counted(telling.discourse, telling.sentence, one.clause, one.verb)
                for one in deeds
                if one.clause < clause
            )
            goes_on = deed.kind in SEPARATE and telling.discourse.text.startswith(self._joined, clause.begin)
            goes_on = goes_on and not (self._visits_before(deeds, deed) and not _has_number(telling, clause))
            goes_on = goes_on and (_has_own(telling, clause) or telling.discourse.text.find("“", *clause) > 0)
            if hands_out or counted or goes_on:
                begins.append(clause.begin)
        ends = [*begins[1:], telling.sentence.stretch.end]
        return [Stretch(begin, end) for begin, end in zip(begins, ends, strict=True)]

    def sums_up(self, discourse: Discourse, clause: Stretch) -> bool:
        """Whether a clause only sums up its sentence, or tells of a part (共发放…, 活动现场共为…, 其中…)."""
        among = discourse.text.startswith(self._among, clause.begin)
        return among or self._sum.match(discourse.text, clause.begin, clause.end) is not None

    def _visits_before(self, deeds: list[Deed], deed: Deed) -> bool:
        """Whether a visit goes on with one that an earlier clause tells (开展送温暖活动，并到…走访慰问)."""
        return deed.kind == "visit" and any(one.kind == "visit" for one in deeds if one.clause < deed.clause)

    def is_beside(self, telling: Telling, deed: Deed) -> bool:
        """Whether a deed is told in a number or under a name, and set apart from what its sentence told before."""
        return self._counted.is_beside(telling.discourse, telling.sentence, deed.clause, deed.verb)

    def is_measure(self, telling: Telling, stretch: Stretch) -> bool:
        """Whether a stretch gives a number of goods, or money, to a group that it names."""
        discourse, sentence = telling.discourse, telling.sentence
        inside = [discourse.mentions[i] for i in discourse.inside(sentence.indexes, stretch.begin, stretch.end)]
        matches = self._verbs.matches(discourse.text[stretch.begin : stretch.end])
        gives = any(kind == "give" for _, _, kind in matches)
        goods = [
            mention
            for mention in inside
            if mention.type is MentionType.MONEY
            or (mention.type is MentionType.QUANTITY and mention.concept == "goods" and not is_article(mention))
        ]
        return gives and bool(goods) and any(mention.type is MentionType.GROUP for mention in inside)

    def is_worth(self, telling: Telling, draft: Draft, deeds: list[Deed]) -> bool:
        """Whether a draft without a name says enough to be an initiative: the weights of ``worth`` in the lexicon."""
        weights, sentence = self._weights, telling.sentence
        specific = any(telling.discourse.mentions[i].concept not in self._generic for i in draft.groups)
        if any(word in sentence.text for word in self._future) and not specific and not draft.amounts:
            return False
        if self._does_likewise(telling, draft, deeds):
            return False
        score = max(weights[deed.kind] for deed in deeds)
        score += weights["own_actor"] * (not draft.inherited) + weights["amount"] * bool(draft.amounts)
        score += weights["goods"] * self.names_goods(sentence) + weights["further"] * self.begins_anew(sentence)
        score += weights["specific_group"] if specific else weights["generic_group"] * bool(draft.groups)
        return score >= weights["enough"]

    def _does_likewise(self, telling: Telling, draft: Draft, deeds: list[Deed]) -> bool:
        """Whether several unions are only said to do the same, for nobody that is told (…也相继启动慰问活动)."""
        if draft.groups or draft.amounts or len(telling.actors.unions) < 2:
            return False
        clause, verb, _ = deeds[0]
        if not telling.discourse.text[clause.begin : clause.end].rstrip(MARKS).endswith(self._deeds_at_large):
            return False
        end = max(telling.discourse.mentions[i].end for i in telling.actors.unions)
        at = telling.discourse.text.find(verb, end, clause.end)
        return at >= 0 and any(word in telling.discourse.text[end:at] for word in self._likewise)

    def draft(self, telling: Telling, stretch: Stretch, deeds: list[Deed], *, inherited: bool) -> Draft:
        """A draft without a name, of the deeds of a stretch."""
        return Draft(
            name=self._titles.title(telling.discourse, telling.sentence, telling.unions, deeds),
            named=False,
            evidence=[stretch],
            unions=list(telling.unions),
            partners=list(telling.actors.partners),
            aliases=self._titles.others(telling.discourse, deeds),
            cues=[deed.verb for deed in deeds],
            inherited=inherited,
            told_by=telling.told_by,
            rule="action-sentence",
            paragraph=telling.sentence.paragraph,
        )


def _has_number(telling: Telling, stretch: Stretch) -> bool:
    return bool(telling.discourse.inside(telling.discourse.of(telling.sentence, *AMOUNTS), *stretch))


def _has_own(telling: Telling, stretch: Stretch) -> bool:
    """Whether a stretch names a group or a number of its own."""
    inside = telling.discourse.inside(telling.sentence.indexes, stretch.begin, stretch.end)
    return any(telling.discourse.mentions[i].type in (MentionType.GROUP, *AMOUNTS) for i in inside)


def _names_group(telling: Telling, stretch: Stretch) -> bool:
    """Whether a stretch names a group of its own; what is only spent or sent out (投入…万元，为…) names none."""
    inside = telling.discourse.inside(telling.sentence.indexes, stretch.begin, stretch.end)
    return any(telling.discourse.mentions[i].type is MentionType.GROUP for i in inside)
