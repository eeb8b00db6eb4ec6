"""Titles for what a text tells without naming it.

Guarantees: a title is in the text's words; it begins where the deed's phrase begins, with what 为, 向 or 给 puts
before it, never inside a word that only holds such a character (为代表, 方向); it holds neither who acts nor that an
event was held (开展送温暖活动, 送温暖活动在…启动 are 送温暖活动), and what somebody only spent gives way to what it
was spent on; the clause that it was taken from holds its first characters unless it was too long.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import alternation, words
from kg.recognise.programmes import plain_name
from kg.recognise.sentences import Stretch
from kg.relate.discourse import AMOUNTS, Discourse, SentenceMentions

__all__ = ["MARKS", "TitleReader"]

LONGEST_TITLE = 30
LONGEST_CLAUSE = 40
SHORTEST_TITLE = 6
SHORTEST_EVENT = 5
"""Characters of what a host verb's object must have to say enough without the verb."""
LEAST_LEFT = 5
"""Characters that must be left of a title when something is taken from its begin."""
BACKGROUND = ("serve", "promote")
"""Classes of verbs that tell what a deed is good for rather than the deed."""
MARKS = "，。；：！？、“”—（） \n"


class TitleReader:
    """Reads titles. Building one reads the lexicons once."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")["titles"]
        programmes = lexicon.table("programmes")
        events = programmes["events"]
        self._heads = words((*words(programmes["heads"]), *words(events["heads"])))
        self._no_part = re.compile(rf"(?:{alternation(table['ends_of_time'])})\Z")
        self._opening = re.compile(rf"(?:{alternation(table['opening'])})+|[的了]")
        self._short_name = re.compile(rf"（(?:{alternation(table['called'])})[^（）]*）")
        self._before = re.compile(
            rf"(?:{alternation(table['no_prepositions'])})|(?P<before>{alternation(table['prepositions'])})"
        )
        self._prepositions = words(table["prepositions"])
        self._money = re.compile(rf"(?:{alternation(table['money'])})*")
        self._moves = words(table["moves"])
        self._handed, self._objects = words(table["handed"]), words(table["objects"])
        self._number = re.compile(rf"(?!20[0-9][0-9])(?:{alternation(table['numbers'])}|[0-9])")
        self._tells_more = words(table["tells_more"])
        adverbs, verbs = alternation(events["adverbs"]), alternation(events["verbs"])
        happens = rf"(?:{adverbs})*(?:[在于][^，。；]{{1,24}}?)?(?:{adverbs})*(?:{verbs})了?"
        heads, within = alternation(self._heads), alternation(table["within"])
        self._event = re.compile(rf"(?P<event>.{{3,}}?(?:{heads}))(?:{happens}|{within})\Z")

    def title(
        self,
        discourse: Discourse,
        sentence: SentenceMentions,
        unions: Sequence[int],
        deeds: Sequence[tuple[Stretch, str, str]],
    ) -> str:
        """A short title of deeds (clause, verb, class of the verb): the first that tells what was done."""
        telling = [deed for deed in deeds if deed[2] not in BACKGROUND] or deeds[:1]
        mentions = [discourse.mentions[i] for i in sentence.indexes]
        told = (deed for deed in telling if not self._is_thin(discourse.text, mentions, *deed))
        clause, verb, kind = next(told, telling[0])
        text = discourse.text[clause.begin : clause.end]
        at = text.find(verb)
        ends = [discourse.mentions[i].end for i in unions]
        ends += [one.end for one in mentions if one.type is MentionType.PERSON]
        front = max((end - clause.begin for end in ends if clause.begin <= end <= clause.begin + at), default=0)
        title = self._cleared(text[self._begin(text, at, verb, front) :])
        if len(title) < SHORTEST_TITLE:
            title = self._cleared(text[front:])
        if len(title) < SHORTEST_TITLE:  # what follows the actor says nothing without it (…联合会日前成立)
            title = self._cleared(text)
        times = (mention.text for mention in mentions if mention.type is MentionType.DATE)
        bare = self._bare(title, verb, kind, [*(plain_name(discourse.mentions[i].text) for i in unions), *times])
        groups = [one.text for one in mentions if one.type is MentionType.GROUP]
        return _shortened(bare, verb, groups if title[:1] in self._prepositions else ())

    def _cleared(self, text: str) -> str:
        """A phrase without marks around it and without what is no part of a title at its end."""
        phrase = text.strip(MARKS)
        return plain_name(self._no_part.sub("", phrase) or phrase)

    def others(self, discourse: Discourse, deeds: Sequence[tuple[Stretch, str, str]]) -> list[str]:
        """The clauses of deeds, as other names of what has a title."""
        texts = (discourse.text[clause.begin : clause.end] for clause, _, _ in deeds)
        return list(
            dict.fromkeys(self._no_part.sub("", plain_name(text).strip(MARKS))[:LONGEST_CLAUSE] for text in texts)
        )

    def _is_thin(self, text: str, mentions: Sequence[Mention], clause: Stretch, verb: str, kind: str) -> bool:
        """Whether a deed tells no more than a sum, a number of nothing, or that somebody went somewhere."""
        if verb.rstrip("了") in self._moves:
            return True
        at = text.find(verb, clause.begin)
        begin = at + len(verb)
        if any(match["before"] for match in self._before.finditer(text, clause.begin, at)):
            return False
        rest = text[begin : clause.end].strip(MARKS)
        amounts = [one.text for one in mentions if one.type in AMOUNTS and begin <= one.begin < clause.end]
        for amount in amounts:
            rest = rest.replace(amount, "")
        return bool(amounts or kind == "fund") and self._money.fullmatch(rest) is not None

    def _begin(self, text: str, at: int, verb: str, front: int) -> int:
        """Where the phrase of a verb begins in its clause; of one that hands over, at what is handed over."""
        if verb.rstrip("了").endswith(self._handed):
            found = [begin for word in self._objects if (begin := text.rfind(word, front, at)) >= 0]
            return max(found, default=front)
        found = [match.start() for match in self._before.finditer(text, 0, at) if match["before"]]
        return max(found, default=at)

    def _bare(self, title: str, verb: str, kind: str, actors: Sequence[str]) -> str:
        """A title without what stands around the event or the thing that it names."""
        title = self._short_name.sub("", title)
        event = self._event.fullmatch(title)
        if event is not None:
            title = event["event"]
        for actor in actors:
            title = _without(title, actor)
        opening = self._opening.match(title)
        if opening is not None and not verb.endswith(self._handed):
            title = _without(title, opening.group(), LEAST_LEFT - 1)
        if not title.startswith(verb):
            return title
        rest = title[len(verb) :]
        if rest.startswith("的"):
            return _without(title, f"{verb}的")
        rest = rest.removeprefix("了")
        hosted = kind == "hold" and rest.endswith(self._heads) and not self._number.match(rest)
        hosted = hosted and not any(word in rest for word in self._tells_more)
        return rest if hosted and len(rest) >= SHORTEST_EVENT else title


def _shortened(title: str, verb: str, groups: Sequence[str]) -> str:
    """A title that is too long, cut behind the last item of a list that is whole, else where it must be.

    Of much that stands before its verb only the last group is kept (为…企业的困难职工送去… is 为困难职工送去…).
    """
    if len(title) <= LONGEST_TITLE:
        return title
    at = title.find(verb)
    if at > LONGEST_TITLE // 2:
        group = max((title.rfind(group, 0, at) for group in groups), default=-1)
        if group > 0:
            return _shortened(title[:1] + title[group:], verb, ())
        if len(title) - at >= SHORTEST_TITLE:
            return _shortened(title[at:], verb, ())
    listed = title.rfind("、", max(LONGEST_TITLE // 2, at + len(verb)), LONGEST_TITLE)
    cut = title[:listed] if listed > 0 else title[: LONGEST_TITLE - 1]
    return cut.rstrip("的和与及、") + "…"


def _without(title: str, opening: str, least: int = LEAST_LEFT) -> str:
    """A title without what it begins with, where enough is left."""
    rest = title.removeprefix(opening).lstrip(MARKS)
    return rest if len(rest) >= least else title
