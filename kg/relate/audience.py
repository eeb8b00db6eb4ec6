"""The groups that a sentence addresses.

Guarantees: a group whose form only tells the work of one person who appears in the text (一名外卖骑手坐下来喝水,
快递员王某某说) is left out, unless its clause does something for that person (慰问困难职工王某某); so is one
that is called in to help others (请来护士义诊); order is the text's.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.engagement import ENGAGED
from kg.recognise.group_standing import GroupStanding
from kg.recognise.groups import ECHOED, LISTED
from kg.recognise.matching import words
from kg.recognise.one_person import ONE_PERSON, OnePersonReader
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.members import MemberReader

__all__ = ["Audience"]


class Audience:
    """Finds the groups that are addressed."""

    def __init__(self, lexicon: Lexicon) -> None:
        groups = lexicon.table("groups")
        self._standing = GroupStanding(lexicon)
        self.generic = self._standing.generic
        """Concepts that say nothing where a narrower one stands."""
        self.members = MemberReader(lexicon)
        self.everybody = frozenset(words(groups["everybody"]))
        """Those whom an initiative is for that is for nobody in particular."""
        self._one_person = OnePersonReader(lexicon)

    def is_general(self, mention: Mention) -> bool:
        """Whether a mention says nothing where a narrower group stands."""
        return mention.rule == ECHOED or (mention.concept in self.generic and mention.rule != LISTED)

    def concepts(self, discourse: Discourse, groups: Iterable[int]) -> set[str]:
        """The concepts of those of some groups that are not general."""
        mentions = discourse.mentions
        return {mentions[i].concept for i in groups if not self.is_general(mentions[i])}

    def is_own_only(self, concept: str) -> bool:
        """Whether an initiative is for a group only where its own sentences say so."""
        return self._standing.is_met(concept) or concept in self._standing.doers

    def is_helper(self, concept: str) -> bool:
        """Whether a group is of those who help others."""
        return concept in self._standing.helpers

    def groups(self, discourse: Discourse, sentence: SentenceMentions) -> list[int]:
        """Indexes of the mentions of groups that a sentence addresses."""
        return [
            index
            for index in discourse.of(sentence, MentionType.GROUP)
            if not self.is_helper(discourse.mentions[index].concept)
            and not self.is_one_person(discourse, sentence, index)
            and not self.is_engaged(discourse, index)
        ]

    def is_engaged(self, discourse: Discourse, index: int) -> bool:
        """Whether a mention tells that those of a group are called in to help others (请来护士义诊, 由劳模组成)."""
        mention = discourse.mentions[index]
        engaged = mention.rule == ENGAGED
        if engaged:
            discourse.note("group-engaged", mention.begin, mention.end)
        return engaged

    def engaged(self, discourse: Discourse) -> set[int]:
        """Indexes of the mentions of groups that the article tells of as called in."""
        groups = (i for i, mention in enumerate(discourse.mentions) if mention.type is MentionType.GROUP)
        return {index for index in groups if self.is_engaged(discourse, index)}

    def is_one_person(self, discourse: Discourse, sentence: SentenceMentions, index: int) -> bool:
        """Whether a mention of a group only tells the work of one person."""
        mention, text = discourse.mentions[index], discourse.text
        clause = next((clause.begin for clause in sentence.clauses if clause.end > mention.begin), mention.begin)
        named = mention.end in discourse.person_begins
        alone = mention.rule == ONE_PERSON or self._one_person.is_one(text, clause, mention.begin, named=named)
        if alone:
            discourse.note("group-one-person", mention.begin, mention.end)
        return alone
