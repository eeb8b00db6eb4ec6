"""What a sentence states as done, clause by clause.

Guarantees: a deed is an action verb of the lexicon in a clause outside speech and outside what
somebody only wishes, says or asks for, and no part of a name; everything here looks at one sentence alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import FormMatch, FormMatcher, alternation, words
from kg.recognise.programmes import plain_name
from kg.recognise.sentences import Stretch
from kg.relate.actors import Actors
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.drafts import Draft

__all__ = ["AMOUNTS", "Deed", "DeedReader", "Telling"]

AMOUNTS = (MentionType.QUANTITY, MentionType.MONEY)
LONGEST_TITLE = 30
LONGEST_CLAUSE = 40
SHORTEST_TITLE = 6
PREPOSITIONS = "为向给对"
BACKGROUND = ("serve", "promote")
"""Classes of verbs that tell what a deed is good for rather than the deed."""
SEPARATE = frozenset({"hold", "build", "handle", "visit"})
"""Classes of verbs with which a clause that begins with 并 tells another measure."""
MARKS = "，。；：！？、“”—（） \n"


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
        self._purposes = words(table["not_done"]["purposes"])
        self._future = words(table["not_done"]["future"])
        self._goods = FormMatcher({noun: noun for noun in words(table["goods"]["nouns"])})
        self._further = words(table["ellipsis"]["further"])
        self._ends_of_time = re.compile(rf"(?:{alternation(table['titles']['ends_of_time'])})\Z")
        self._joined = words(table["ellipsis"]["joined"])
        self._passive = words(table["passive"]["by"])
        self._among = words(table["ellipsis"]["among"])
        self._deeds_at_large = words(table["ellipsis"]["at_large"])
        self._likewise = words(table["ellipsis"]["likewise"])
        abstract = alternation(words(table["detail"]["abstract"]))
        self._abstract = re.compile(rf"[把将](?:{abstract})(?:[、和与及]?(?:{abstract}))*\Z")
        self._weights: dict[str, float] = table["worth"]
        self._generic = frozenset(words(lexicon.table("groups")["generic"]))

    def deeds(self, telling: Telling) -> list[Deed]:
        """The deeds of a sentence in text order; nothing behind 表示 or 希望."""
        found: list[Deed] = []
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
                break
            if text.startswith(self._purposes):
                telling.discourse.note("purpose", *clause)
                continue
            around = [match.span() for match in self._around.finditer(text)]
            for first, last in around:
                telling.discourse.note("setting", clause.begin + first, clause.begin + last)
            found.extend(
                Deed(clause, text[begin:end], "promote" if self._is_figure(telling, text[:begin], kind) else kind)
                for begin, end, kind in self._verbs.matches(telling.discourse.hidden[clause.begin : clause.end])
                if kind
                and not telling.sentence.in_speech(clause.begin + begin)
                and not (kind == "honour" and self._is_honoured(telling, clause, begin))
                and not any(first <= begin < last for first, last in around)
            )
        return found

    def _said(self, text: str) -> str:
        """The word of a clause that makes the rest of its sentence said, wished or asked for; 说 only at its end."""
        end = text.rstrip(MARKS)
        found = (word for word in self._not_done if word in text and (len(word) > 1 or end.endswith(word)))
        return next(found, "")

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

        Each hands out a number of something to a group of its own, or goes on with 并 and the like from one deed to
        another, for a group, in a number or under a name of its own.
        """
        begins = [telling.sentence.stretch.begin]
        told = {deed.clause: deed for deed in reversed(deeds)}  # the first deed of each clause
        for clause, deed in sorted(told.items()):
            if clause.begin == deeds[0].clause.begin or telling.discourse.text.startswith(self._among, clause.begin):
                continue
            hands_out = self.is_measure(telling, clause) and _names_group(telling, Stretch(begins[-1], clause.begin))
            goes_on = deed.kind in SEPARATE and telling.discourse.text.startswith(self._joined, clause.begin)
            if hands_out or (goes_on and (_has_own(telling, clause) or telling.discourse.text.find("“", *clause) > 0)):
                begins.append(clause.begin)
        ends = [*begins[1:], telling.sentence.stretch.end]
        return [Stretch(begin, end) for begin, end in zip(begins, ends, strict=True)]

    def is_measure(self, telling: Telling, stretch: Stretch) -> bool:
        """Whether a stretch gives a number of goods, or money, to a group that it names."""
        discourse, sentence = telling.discourse, telling.sentence
        inside = [discourse.mentions[i] for i in discourse.inside(sentence.indexes, stretch.begin, stretch.end)]
        matches = self._verbs.matches(discourse.text[stretch.begin : stretch.end])
        gives = any(kind == "give" for _, _, kind in matches)
        goods = any(
            mention.type is MentionType.MONEY
            or (mention.type is MentionType.QUANTITY and mention.concept == "goods" and not _is_one(mention))
            for mention in inside
        )
        return gives and goods and any(mention.type is MentionType.GROUP for mention in inside)

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
            name=_title(telling, deeds, self._ends_of_time),
            named=False,
            evidence=[stretch],
            unions=list(telling.unions),
            partners=list(telling.actors.partners),
            aliases=_clauses(telling.discourse, deeds, self._ends_of_time),
            cues=[deed.verb for deed in deeds],
            inherited=inherited,
            told_by=telling.told_by,
            rule="action-sentence",
            paragraph=telling.sentence.paragraph,
        )


def _is_one(mention: Mention) -> bool:
    """Whether a number is no more than an article (一份关爱, 一个节日)."""
    return mention.text.startswith("一") and mention.measure is not None and mention.measure.value == 1


def _has_own(telling: Telling, stretch: Stretch) -> bool:
    """Whether a stretch names a group or a number of its own."""
    inside = telling.discourse.inside(telling.sentence.indexes, stretch.begin, stretch.end)
    return any(telling.discourse.mentions[i].type in (MentionType.GROUP, *AMOUNTS) for i in inside)


def _names_group(telling: Telling, stretch: Stretch) -> bool:
    """Whether a stretch names a group of its own; what is only spent or sent out (投入…万元，为…) names none."""
    inside = telling.discourse.inside(telling.sentence.indexes, stretch.begin, stretch.end)
    return any(telling.discourse.mentions[i].type is MentionType.GROUP for i in inside)


def _clauses(discourse: Discourse, deeds: list[Deed], no_part: re.Pattern[str]) -> list[str]:
    """The clauses of deeds without what is `no_part` of a title, as other names of a draft without a name."""
    texts = (discourse.text[clause.begin : clause.end] for clause, _, _ in deeds)
    return list(dict.fromkeys(no_part.sub("", plain_name(text).strip(MARKS))[:LONGEST_CLAUSE] for text in texts))


def _title(telling: Telling, deeds: list[Deed], no_part: re.Pattern[str]) -> str:
    """A short title in the text's words: the first telling verb's phrase, with what 为, 向 or 给 puts before it.

    What is `no_part` of a title is left out at its end.
    """
    clause, verb, _ = next((deed for deed in deeds if deed.kind not in BACKGROUND), deeds[0])
    text = telling.discourse.text[clause.begin : clause.end]
    at = text.find(verb)
    before = max((text.rfind(word, 0, at) for word in PREPOSITIONS), default=-1)
    title = text[before if before >= 0 else at :].strip(MARKS)
    if len(title) < SHORTEST_TITLE:
        ends = (telling.discourse.mentions[i].end for i in telling.unions)
        actor = max((end for end in ends if clause.begin <= end < clause.end), default=clause.begin)
        title = telling.discourse.text[actor : clause.end].strip(MARKS)
    if len(title) < SHORTEST_TITLE:  # what follows the actor says nothing without it (…联合会日前成立)
        title = text.strip(MARKS)
    return _shortened(plain_name(no_part.sub("", title) or title))


def _shortened(title: str) -> str:
    """A title that is too long, cut behind the last item of a list that is whole, else where it must be."""
    if len(title) <= LONGEST_TITLE:
        return title
    listed = title.rfind("、", LONGEST_TITLE // 2, LONGEST_TITLE)
    return (title[:listed] if listed > 0 else title[: LONGEST_TITLE - 1]) + "…"
