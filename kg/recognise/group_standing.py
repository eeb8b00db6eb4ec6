"""How news speaks of a group: as one that is served, or as one that is also only met.

Guarantees: by the lexicon alone; what is composed beneath an incidental group (one of its occupations) is
incidental, what is composed beneath a general one (职工 of a trade) is not.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.recognise.engagement import ENGAGED
from kg.recognise.matching import words
from kg.recognise.one_person import ONE_PERSON

__all__ = ["GroupStanding"]


class GroupStanding:
    """Tells how much the name of a group says by itself."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("groups")
        self.generic = frozenset(words(table["generic"]))
        """Groups that say nothing where a narrower one stands."""
        self.incidental = frozenset(words(table["incidental"]))
        """Groups that news names more often for what they do."""
        self.doers = frozenset(words(table["doers"]))
        """Groups that unions engage as much as they serve them."""
        self.helpers = frozenset(words(table["helpers"]))
        """Groups that only ever help."""
        self._always = frozenset(words(table["always"]))
        self._passing = frozenset(words(table["passing"]))
        self.unlisted = frozenset(words(table["unlisted"]))
        """Groups of which a list says no more than any sentence does."""

    def is_told_in_passing(self, mention: Mention) -> bool:
        """Whether the mention of a group makes no thing of it unless the article serves or lists the group."""
        return mention.rule in (ONE_PERSON, ENGAGED) or self.is_passing(mention.concept)

    def is_passing(self, concept: str) -> bool:
        """Whether a group is a thing of its own only where it is served or listed, whatever it says by itself."""
        return self.is_met(concept) or concept in self._passing

    def is_met(self, concept: str) -> bool:
        """Whether a group is a thing of its own only where an initiative is for it."""
        if concept in self._always:
            return False
        return concept in self.generic or concept.partition("/")[0] in self.incidental
