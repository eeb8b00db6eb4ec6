"""What the whole article gives to drafts that lack it: who ran them, on what day, for whom.

Guarantees: only what a draft lacks is added to its day and its groups; a draft without an acting union is kept only
where it has a name, for another article may tell who ran it.
"""

from __future__ import annotations

from kg.model import MentionType
from kg.relate.audience import Audience
from kg.relate.discourse import Discourse
from kg.relate.draft import Draft
from kg.relate.handed_down import HandedDown

__all__ = ["Completion"]

WHOLE_DAY = 10
"""Characters of an ISO day."""


class Completion:
    """Completes the drafts of one article; `founded` are the unions that it tells to be founded."""

    def __init__(self, discourse: Discourse, audience: Audience, founded: set[int]) -> None:
        self._discourse = discourse
        self._audience = audience
        self._founded = founded

    def completed(
        self, drafts: list[Draft], acting: list[tuple[int, list[int]]], last: list[int], present: list[int]
    ) -> list[Draft]:
        """The drafts with an acting union, and named ones without, for which another article may have one.

        A named draft without takes the next actor of the article (`acting`: where unions act, and which, in text
        order), else its `last`, else a union that is `present`; groups are handed down, and a programme for a group
        is for those that the article lists as its members.
        """
        for draft in drafts:
            if not draft.unions and draft.named:
                begin = draft.evidence[0].begin
                later = next((unions for place, unions in acting if place > begin), last)
                draft.unions = self._discourse.of_one_name(later or self._there(present))
                draft.inherited = True
        handed = HandedDown(self._discourse, self._audience, drafts)
        kept = [draft for draft in drafts if draft.unions or draft.named]
        for draft in kept:
            draft.unions = self._with_federations(draft)
        members = self._audience.members.members(self._discourse)
        for draft in kept:
            if not draft.dates:
                draft.dates.extend(self._date_before(draft))
            if not self._concepts(draft):
                draft.groups.extend(handed.of_another(draft))
                draft.told_apart = True
            if not draft.groups:
                draft.groups.extend(handed.everybody(draft))
            if draft.named:
                known = self._concepts(draft)
                told = (i for concept in sorted(known) for i in members.get(concept, ()))
                draft.groups.extend(i for i in told if i not in draft.groups)
        return kept

    def _there(self, present: list[int]) -> list[int]:
        """The union whose officer stands last where officers come first in the article, as a host does behind its
        guests; else the only one that the article names."""
        named: dict[str, int] = {}
        for index, mention in enumerate(self._discourse.mentions):
            if mention.type is MentionType.UNION:
                named.setdefault(mention.text, index)
        return present[-1:] or (list(named.values()) if len(named) == 1 else [])

    def _with_federations(self, draft: Draft) -> list[int]:
        """The unions of a draft with the federation of those that are many, and the founder of one that is founded.

        A programme that nobody is said to have run is that of the federation of the division in its name.
        """
        federations = self._discourse.federations
        unions = draft.unions
        if draft.named and draft.inherited:
            named = federations.named_in(draft.name)
            unions = unions if named is None else [named]
        theirs = (federations.founder(i) if self._is_founded_in(draft, i) else federations.of(i) for i in unions)
        return list(dict.fromkeys((*unions, *(i for i in theirs if i is not None))))

    def _is_founded_in(self, draft: Draft, union: int) -> bool:
        """Whether a sentence that tells of a draft founds a union, and does not only tell what it has done since."""
        begin = self._discourse.mentions[union].begin
        return union in self._founded and any(told.begin <= begin < told.end for told in draft.evidence)

    def _date_before(self, draft: Draft) -> list[int]:
        """The last date before it in its paragraph; where a named draft has none, the only day of the article."""
        discourse = self._discourse
        begin = draft.evidence[0].begin
        paragraph = discourse.text.rfind("\n", 0, begin) + 1
        told = [index for index, mention in enumerate(discourse.mentions) if mention.type is MentionType.DATE]
        before = [index for index in told if discourse.mentions[index].begin < begin]
        dates = [index for index in before if paragraph <= discourse.mentions[index].begin]
        if dates or not draft.named:
            return dates[-1:]
        days = [index for index in told if len(discourse.mentions[index].concept) == WHOLE_DAY]
        only = len({discourse.mentions[index].concept for index in days}) == 1
        return [index for index in days if only and index in before][:1]

    def _concepts(self, draft: Draft) -> set[str]:
        return self._audience.concepts(self._discourse, draft.groups)
