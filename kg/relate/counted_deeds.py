"""Deeds that are told in a number or under a name, and so can be told beside others of one sentence.

Guarantees: looks at one clause and its verb; only verbs that the lexicon lists make such a deed, with a number of
things or a name behind them (开展义诊8场, 新建“智慧驿站”2个); people who only take part in what was told
(组织200名职工参加), how wide something reaches and what is still to come make none.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import alternation, words
from kg.recognise.sentences import Stretch
from kg.relate.discourse import Discourse, SentenceMentions

__all__ = ["CountedDeeds", "is_article"]

TOLD = (MentionType.QUANTITY, MentionType.PROGRAMME)
QUOTED = "“"


class CountedDeeds:
    """Tells such deeds."""

    def __init__(self, lexicon: Lexicon) -> None:
        actions = lexicon.table("actions")
        own = actions["own"]
        self._verbs = frozenset(words(own["verbs"]))
        self._begins = (*words(actions["ellipsis"]["joined"]), *words(own["begins"]))
        self._to_come = re.compile(alternation(words(own["will"])))
        self._take_part = re.compile(alternation(words(own["taken"])))
        self._reach = words(actions["numbers"]["reach"])

    def is_counted(self, discourse: Discourse, sentence: SentenceMentions, clause: Stretch, verb: str) -> bool:
        """Whether a clause tells what it does in a number or under a name behind its verb."""
        if verb not in self._verbs:
            return False
        begin = discourse.text.find(verb, *clause) + len(verb)
        if self._take_part.search(discourse.text, begin, clause.end) is not None:
            return False
        behind = discourse.inside(discourse.of(sentence, *TOLD), begin, clause.end)
        return any(self._tells(discourse, discourse.mentions[i]) for i in behind)

    def is_beside(self, discourse: Discourse, sentence: SentenceMentions, clause: Stretch, verb: str) -> bool:
        """Whether such a clause is set apart from what stands before it: by 并 or 联合, or by a name of its own."""
        text = discourse.text
        if self._to_come.search(text, *clause) is not None:
            return False
        set_apart = text.startswith(self._begins, clause.begin) or text.find(QUOTED, *clause) >= 0
        return set_apart and self.is_counted(discourse, sentence, clause, verb)

    def _tells(self, discourse: Discourse, mention: Mention) -> bool:
        """Whether a mention is a name, or a number that is no rate and tells more than how wide something reaches."""
        if mention.type is not MentionType.QUANTITY:
            return mention.type is MentionType.PROGRAMME
        if is_article(mention) or mention.concept == "measure" or mention.text.endswith(self._reach):
            return False
        return not discourse.text.startswith(self._reach, mention.end)


def is_article(mention: Mention) -> bool:
    """Whether a number is no more than an article (一份关爱, 一个节日)."""
    return mention.text.startswith("一") and mention.measure is not None and mention.measure.value == 1
