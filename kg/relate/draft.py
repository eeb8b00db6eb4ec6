"""An initiative under construction.

Guarantees: it holds nothing but what was read: mentions as indexes among those of the article, evidence as stretches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model import Mention
from kg.recognise.sentences import Stretch

__all__ = ["Draft"]


@dataclass
class Draft:
    """An initiative under construction. Lists hold indexes of mentions."""

    name: str
    named: bool
    evidence: list[Stretch]
    unions: list[int]
    partners: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    amounts: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)
    parent: Draft | None = None
    inherited: bool = False
    """Whether the acting union comes from another sentence."""
    told_by: bool = False
    """Whether the acting union is only the one from whom the paper has it."""
    told_apart: bool = False
    """Whether its groups come from another sentence than the one that states it."""
    rule: str = ""
    paragraph: int = 0
    """Of the sentence that states it."""
    pointed: bool = False
    """Whether a word that points stands before its name (此次“甲”活动)."""
    told_until: int = 0
    """The paragraph of the last sentence that tells more of it, if any does."""

    @property
    def last_paragraph(self) -> int:
        """Of the last sentence that tells of it."""
        return max(self.paragraph, self.told_until)

    def tells_at(self, begin: int) -> bool:
        """Whether a position of the article stands in its evidence."""
        return any(one.begin <= begin < one.end for one in self.evidence)

    def tells_of(self, mentions: Sequence[Mention], indexes: Sequence[int]) -> bool:
        """Whether one of these of the article's mentions stands in its evidence."""
        return any(self.tells_at(mentions[i].begin) for i in indexes)

    def first_told(self, mentions: Sequence[Mention], indexes: Sequence[int]) -> int:
        """Of these of the article's mentions the first in its evidence, else the first."""
        return next((i for i in indexes if self.tells_at(mentions[i].begin)), indexes[0])
