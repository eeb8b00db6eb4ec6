"""Venues: squares, stations, halls, sites with a name of their own.

Guarantees: a venue's mention ends with a head noun of the lexicon, is a well-known place or a road, and stands where
something happens; a head with general words alone, a number of sites and what is no place by the lexicon are none.
Divisions are left to `places`, whose mentions the context holds.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameBoundary, NameContext
from kg.recognise.counted_names import CountedNames
from kg.recognise.matching import FirstWords, FormMatcher, LastWords, words
from kg.recognise.quoted_sites import QuotedSites
from kg.recognise.well_known_places import WellKnownPlaceFinder

__all__ = ["VenueFinder"]

LONGEST_STREET = 4
LONGEST_VILLAGE = 3
PROJECT = "项目"


class VenueFinder:
    """Finds venues in one article."""

    def __init__(self, lexicon: Lexicon, boundary: NameBoundary) -> None:
        table = lexicon.table("places")
        self._boundary, self._quoted = boundary, QuotedSites(lexicon)
        self._not_projects = words(table["not_projects"])
        self._going_on = FirstWords(words(table["going_on"]))
        self._sites = FirstWords(words(table["building_sites"]))
        self._honours = words(table["honours"])
        self._counted = CountedNames(lexicon)
        self._venues = FormMatcher({form: form for form in words(table["venues"])})
        self._well_known = WellKnownPlaceFinder(lexicon)
        self._bare_venues = frozenset(words(table["bare_venues"]))
        self._short_venues = frozenset(words(table["short_venues"]))
        self._not_venues = frozenset(words(table["not_venues"]))
        self._general = LastWords((*words(lexicon.table("organizations")["generic"]), *words(table["general"])))
        self._weak = frozenset(words(table["weak_venues"]))
        self._not_before = tuple(words(table["not_before"]))
        self._villagers = words(table["villagers"])
        self._streets = frozenset(words(table["streets"]))
        self._street_after = words(table["street_after"])
        self._locative_before = tuple(words(table["locative_before"]))
        self._locative_after = tuple(words(table["locative_after"]))

    def mentions(self, context: NameContext) -> list[Mention]:
        """Venues in text order: squares, stations, halls, sites with a name of their own."""
        found: list[Mention] = []
        for begin, end, head in self._venues.matches(context.text):
            own = self._boundary.begin(context, begin)
            end = self._goes_on_to(context.text, end)
            start = self._quoted.begin(context.text, own, end)
            named = start < own and context.is_token_end(end)
            if named or self._is_one_venue(context, own, begin, end, head):
                text = context.text[start:end]
                found.append(Mention(MentionType.PLACE, start, end, text, "venue", 0.85))
        return [*found, *self._well_known.mentions(context)]

    def _is_one_venue(self, context: NameContext, start: int, begin: int, end: int, head: str) -> bool:
        """Whether a name is that of one venue, and not of so many."""
        one = self._is_venue(context, start, begin, end, head)
        return one and not self._counted.counted(context.text, start, end)

    def _goes_on_to(self, text: str, end: int) -> int:
        """Where a name ends that goes on over what is built there (某某大道|改造提升|项目工地); `end` for any other."""
        position = end
        while length := self._going_on.length(text, position):
            position += length
        site = self._sites.length(text, position) if position > end else 0
        return position + site if site else end

    def _is_venue(self, context: NameContext, start: int, begin: int, end: int, head: str) -> bool:
        """Whether a head noun with what precedes it names a place where things happen."""
        text = context.text
        if end in context.divisions or any(first < end < last for last, first in context.divisions.items()):
            return False
        if (start == begin and head in self._bare_venues) or end - start < 3:
            return False
        in_division = start in context.divisions.values()
        if head in self._streets and any(start < last < end for last in context.names):
            return False  # 某某市总工会兵分五路
        village = head == "村" and text.startswith(self._villagers, end)
        ends = context.is_token_end(end) or not "\u4e00" <= text[end] <= "\u9fff"
        at_end = village or ends or (in_division and len(head) > 1)
        if not at_end or (head in self._weak and (not in_division or text.startswith(self._not_before, end))):
            return False
        if text.endswith(self._honours, start, end):
            return False
        if text[start:end] in self._not_venues or (len(head) == 1 and text[end - 2 : end] in self._not_venues):
            return False
        if self._is_general(text, start, begin) or self._is_undertaking(text, start, begin, head):
            return False
        if head in self._streets and not in_division:
            return text.startswith(self._street_after, end) and begin - start <= LONGEST_STREET
        if head == "村" and 2 <= begin - start <= LONGEST_VILLAGE and text.startswith(self._villagers, end):
            return True
        if head in self._short_venues and not in_division and context.piece(end) != start:
            return False
        if (
            head in self._short_venues
            and in_division
            and begin - self._division_end(context, start, begin) > LONGEST_STREET
        ):
            return False
        return (in_division and begin - start >= 2) or self._locative(text, start, end)

    def _is_general(self, text: str, start: int, begin: int) -> bool:
        """Whether nothing but general words stand before the head (社区驿站, 移动式驿站)."""
        name = text[start:begin]
        while general := self._general.length(name, len(name)):
            name = name[:-general]
        return not name or (begin - start - len(name) > 1 and name in self._boundary.stops)  # 就|工会|驿站

    def _is_undertaking(self, text: str, start: int, begin: int, head: str) -> bool:
        """Whether a project is something done and no site (某市援藏项目, 某省竞赛平台项目)."""
        return head == PROJECT and any(word in text[start:begin] for word in self._not_projects)

    def _division_end(self, context: NameContext, start: int, begin: int) -> int:
        """Where the chain of divisions with which a name begins ends."""
        return max((end for end, first in context.divisions.items() if start <= first < end <= begin), default=start)

    def _locative(self, text: str, begin: int, end: int) -> bool:
        return text.endswith(self._locative_before, 0, begin) or text.startswith(self._locative_after, end)
