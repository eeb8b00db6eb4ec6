"""Places that a text names whole: well-known ones, and roads.

Guarantees: a well-known place of the lexicon, of three characters and more, is a mention behind a division or where
something happens (来到某山, 某湖举行), with the divisions directly before it, and never as the begin of another name
(某山精神, 某街街道); roads are those of `roads`. Pure; linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import FormMatcher, words
from kg.recognise.roads import Roads

__all__ = ["WellKnownPlaceFinder"]

SHORTEST = 3
"""Characters of a well-known place that is no common word."""


class WellKnownPlaceFinder:
    """Finds the places that their own name tells."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("places")
        known = (place for place in words(table["known"]) if len(place) >= SHORTEST)
        self._known, self._goes_on = FormMatcher({place: place for place in known}), words(table["not_behind_known"])
        self._before, self._behind = words(table["locative_before"]), words(table["locative_after"])
        self._roads = Roads(lexicon)

    def mentions(self, context: NameContext) -> Iterator[Mention]:
        """The roads, then the well-known places, each in text order."""
        yield from self._roads.mentions(context.text)
        for begin, end, _place in self._known.matches(context.text):
            if self._is_whole(context, begin, end):
                start = begin
                while start in context.divisions:
                    start = context.divisions[start]
                end = self._roads.end(context.text, end)
                if start < begin or self._is_scene(context.text, begin, end):
                    yield Mention(MentionType.PLACE, start, end, context.text[start:end], "place-known", 0.8)

    def _is_whole(self, context: NameContext, begin: int, end: int) -> bool:
        """Whether a place is no part of another name."""
        edge = context.is_token_begin(begin) or context.is_token_end(end) or begin in context.divisions
        return edge and end not in context.divisions and not context.text.startswith(self._goes_on, end)

    def _is_scene(self, text: str, begin: int, end: int) -> bool:
        return text.endswith(self._before, 0, begin) or text.startswith(self._behind, end)
