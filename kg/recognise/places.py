"""Places: divisions of the gazetteer and venues.

Guarantees: a division's mention carries its code; a short form that several divisions share is read
as the one nearest to the divisions already named in the article (`choose`), and left out where
nothing decides between ordinary words and a place; a venue's mention ends with a head noun of the
lexicon.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameBoundary, NameContext
from kg.recognise.gazetteer import Division, Gazetteer
from kg.recognise.matching import FormMatcher, words

__all__ = ["PlaceFinder"]


class PlaceFinder:
    """Finds divisions and venues in one article."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer, boundary: NameBoundary) -> None:
        table = lexicon.table("places")
        self._gazetteer = gazetteer
        self._boundary = boundary
        not_places = frozenset(words(table["not_places"]))
        self._divisions = FormMatcher({form: found for form, found in gazetteer.forms() if form not in not_places})
        self._venues = FormMatcher({form: form for form in words(table["venues"])})
        self._bare_venues = frozenset(words(table["bare_venues"]))
        self._not_after = frozenset(words(table["not_after_short_form"]))

    def divisions(self, text: str) -> list[Mention]:
        """Divisions in text order, ambiguous forms decided by the whole article."""
        matches = [match for match in self._divisions.matches(text) if not self._ordinary_word(text, match.begin, match.end)]
        candidates = [match.value for match in matches]
        anchors = [found[0].code for found in candidates if len(found) == 1]
        mentions: list[Mention] = []
        before: Division | None = None
        previous_end = -1
        for match, found in zip(matches, candidates, strict=True):
            upper = before if match.begin == previous_end else None
            division = self._choose(found, upper, anchors)
            mentions.append(Mention(
                MentionType.PLACE, match.begin, match.end, text[match.begin:match.end], "division", 0.95 if len(found) == 1 else 0.8,
                label=division.name, concept=division.code,
            ))
            before, previous_end = division, match.end
        return mentions

    def _ordinary_word(self, text: str, begin: int, end: int) -> bool:
        """True where a short form is part of a longer word that is no place (和平 in 和平路)."""
        form = text[begin:end]
        if end < len(text) and len(form) <= 2 and text[end] in self._not_after:
            return True
        return False

    def _choose(self, found: tuple[Division, ...], upper: Division | None, anchors: list[str]) -> Division:
        """The candidate below the division just before it, else the one with most of the article's divisions around."""
        gazetteer = self._gazetteer

        def score(division: Division) -> tuple[int, int, int]:
            below = int(upper is not None and division.code != upper.code and gazetteer.within(division.code, upper.code))
            chain = {ancestor.code for ancestor in gazetteer.chain(division.code)}
            near = sum(
                len(chain & {ancestor.code for ancestor in gazetteer.chain(anchor)}) for anchor in anchors
            )
            return (below, near if division.level not in ("province", "prefecture") else near + len(anchors), -len(division.code))

        best = max(score(division) for division in found)
        return min((division for division in found if score(division) == best), key=lambda division: division.code)

    def venues(self, context: NameContext) -> list[Mention]:
        """Venues in text order: squares, stations, halls, sites with a name of their own."""
        text = context.text
        found: list[Mention] = []
        for begin, end, head in self._venues.matches(text):
            start = self._boundary.begin(context, begin)
            if start == begin and head in self._bare_venues or end - start < 3:
                continue
            found.append(Mention(MentionType.PLACE, start, end, text[start:end], "venue", 0.7))
        return found
