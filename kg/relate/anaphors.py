"""Unions that a sentence speaks of by a word that stands for one named before: 该会, 联合会.

Guarantees: the last union named before the sentence or clause that the word fits; none where no word stands there.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import alternation, words
from kg.relate.discourse import Discourse, SentenceMentions

__all__ = ["Anaphors"]

COMMITTEE = "委员会"
"""At the end of a joint union's name, and not of what it is called."""


class Anaphors:
    """Reads them. Building one reads the lexicon once."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")
        self._pronouns = words(table["ellipsis"]["unions"])
        openers, joint = alternation(table["clause_begin"]["openers"]), alternation(table["ellipsis"]["joint"])
        self._joint = re.compile(rf"(?:{openers})?({joint})(?![的主副])")

    def unions(self, discourse: Discourse, sentence: SentenceMentions) -> list[int]:
        """The union that is meant, or nothing."""
        for clause in sentence.clauses:
            match = self._joint.match(discourse.text, clause.begin, clause.end)
            if match is not None and not sentence.in_speech(clause.begin):
                return self._last_before(discourse, clause.begin, match.group(1))
        if any(word in sentence.text for word in self._pronouns):
            return self._last_before(discourse, sentence.stretch.begin)
        return []

    @staticmethod
    def _last_before(discourse: Discourse, position: int, end: str = "") -> list[int]:
        """The last union named before a position whose name ends with a word."""
        named = [
            i
            for i, mention in enumerate(discourse.mentions)
            if mention.type is MentionType.UNION
            and mention.begin < position
            and mention.text.removesuffix(COMMITTEE).endswith(end)
        ]
        return named[-1:]
