"""Places that their sentence puts somewhere: 在某某大道建起, 赴某某岛疗休养, 到甲、乙等地.

Guarantees: a mention stands directly behind a word that says where (在, 赴, 来到, 沿), or in a list that does; it ends
with a head noun of the lexicon before a mark, a verb or a word of grammar, or stands before words that only places
have before them (等地, 疗休养) or in a list with another place, where a gazetteer's name is that division and a common
word that is no well-known place is nothing. No mention
holds a verb, crosses another name or is made of general words alone. Pure; linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.models.common_words import common_words
from kg.recognise.boundaries import NameBoundary, NameContext
from kg.recognise.gazetteer import Gazetteer
from kg.recognise.matching import FirstWords, FormMatcher, alternation, words
from kg.recognise.person_names import is_chinese
from kg.recognise.roads import Roads

__all__ = ["LocatedPlaceFinder"]

LONGEST = 14
LONGEST_BARE, SHORTEST_OWN = 4, 2
SHORES = ("畔",)
STATION = "站"
POINTING = "每各全本该这某"
"""Characters that point to what others name (在每座小站)."""
JOINS = "、和与及"
MARKS = "，。、；：）”！？\n"


class LocatedPlaceFinder:
    """Finds what only its sentence tells to be a place."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer, boundary: NameBoundary) -> None:
        table, located = lexicon.table("places"), lexicon.table("places")["located"]
        self._gazetteer, self._boundary, self._roads = gazetteer, boundary, Roads(lexicon)
        self._before = FormMatcher({form: form for form in words(located["before"])})
        heads = {*words(table["venues"]), *words(located["heads"])} - set(words(table["weak_venues"])) | {STATION}
        self._heads = FormMatcher({head: head for head in heads})
        self._not_ends = words(table["not_venues"])
        self._not_places = frozenset(words(table["bare_venues"]))
        self._general = frozenset((*words(lexicon.table("organizations")["generic"]), *words(table["general"])))
        self._known, self._settlements = frozenset(words(table["known"])), words(located["settlements"])
        self._behind = FirstWords((*words(table["locative_after"]), *words(located["behind"])))
        self._near = FirstWords(words(located["near"]))
        self._tail = re.compile(rf"(?:{alternation(located['tails'])})")
        self._inside = frozenset(lexicon.table("boundaries")["single_stops"].split())

    def mentions(self, context: NameContext, names: Sequence[Mention]) -> list[Mention]:
        """The places that no other rule found, in text order; `names` are all other names."""
        text = context.text
        found: list[Mention] = []
        divisions = {first: end for end, first in sorted(context.divisions.items())}
        begins = {name.begin: name for name in sorted(names, key=lambda one: one.end)}
        taken = {place for name in names if not _is_division(name) for place in range(name.begin, name.end)}
        for first, last, _ in self._before.matches(text):
            if context.is_token_begin(first) or context.is_token_end(last):
                while near := self._near.length(text, last):
                    last += near
                found += self._listed(context, last, begins, taken, divisions)
        return [one for n, one in enumerate(found) if not n or one.begin >= found[n - 1].end]

    def _listed(
        self,
        context: NameContext,
        begin: int,
        begins: Mapping[int, Mention],
        taken: set[int],
        divisions: Mapping[int, int],
    ) -> Iterator[Mention]:
        """The places of the list that begins at a view position."""
        text, doubtful, listed, sure = context.text, list[tuple[int, int]](), list[tuple[int, int]](), 0
        while True:
            known = begins.get(begin)
            end = self._headed(context, begin, divisions)
            if end and taken.isdisjoint(range(begin, end)):
                sure += 1
                yield _place(text, begin, end)
            elif known is not None:
                end, sure = known.end, sure + (known.type is MentionType.PLACE)
                below = self._bare(context, end) if _is_division(known) else 0
                if below and taken.isdisjoint(range(end, below)):
                    doubtful.append((end, below))
                    end = below
            else:
                end = self._bare(context, begin, listed=sure > 0 and text[begin - 1] == "、")
                if not end or not taken.isdisjoint(range(begin, end)):
                    break
                listed.append((begin, end))
            if text[end : end + 1] not in tuple(JOINS):
                break
            begin = end + 1
        last = max((last for _, last in (*doubtful, *listed)), default=0)
        tail = self._tail.match(text, max(end, last))
        if tail:
            listed = sorted((*listed, *doubtful))
        for first, last in listed if tail or sure else ():
            yield from self._named(text, first, last, shore=tail is not None and tail.group() in SHORES)

    def _headed(self, context: NameContext, begin: int, divisions: Mapping[int, int]) -> int:
        """Where the place ends that begins at a view position and has a head noun; 0 for none."""
        text, best = context.text, 0
        own = begin
        while own in divisions:
            own = divisions[own]
        for first, last, _head in self._heads.matches(text[begin : begin + LONGEST]):
            first, last = begin + first, begin + last
            if first - own < SHORTEST_OWN or not self._names(context, own, first, last):
                continue
            last = self._roads.end(text, last)
            if self._closes(context, last):
                best = last
        return best

    def _closes(self, context: NameContext, end: int) -> bool:
        text = context.text
        if end >= len(text) or text[end] in MARKS or text[end].isdigit() or self._behind.at(text, end):
            return True
        return context.is_token_end(end) and text[end : context.next_token(end)] in self._boundary.stops

    def _names(self, context: NameContext, begin: int, head: int, end: int) -> bool:
        """Whether the words from `begin` to a head and the head are a name: no verb, no general words alone."""
        text = context.text
        name, stem = text[begin:end], text[begin:head]
        if name in self._known:
            return True
        if not is_chinese(name) or name in common_words() or name in self._not_places or name in self._not_ends:
            return False
        if end - head == 1 and name.endswith(self._not_ends):
            return False
        if stem[0] in POINTING or any(character in self._inside for character in stem):
            return False
        behind_division = begin in context.divisions
        if behind_division and end - head > 1:
            return True
        if self._boundary.holds_verb(context, begin, end):
            return False
        while general := max((word for word in self._general if stem.endswith(word)), key=len, default=""):
            stem = stem.removesuffix(general)
        own = end - head > 1 or behind_division or name.endswith(self._settlements) or stem not in common_words()
        if name.endswith(STATION) and self._gazetteer.candidates(stem):
            return True  # 抵达某市站
        return own and len(stem) >= SHORTEST_OWN

    def _bare(self, context: NameContext, begin: int, *, listed: bool = False) -> int:
        """Where a name without a head noun ends: before a join of the list or its tail; 0 for none.

        In a list with other places it ends as well before whatever stands behind places.
        """
        text = context.text
        for end in range(begin + SHORTEST_OWN, min(begin + LONGEST_BARE, len(text)) + 1):
            behind = listed and self._behind.at(text, end) and context.is_token_end(end)
            if text[end : end + 1] in tuple(JOINS) or self._tail.match(text, end) or behind:
                return end if is_chinese(text[begin:end]) and self._is_own(context, begin, end) else 0
        return 0

    def _is_own(self, context: NameContext, begin: int, end: int) -> bool:
        """Whether no piece of a name is a verb, a word of grammar or a general word."""
        position = end
        while position > begin:
            start = max(context.piece(position), begin)
            piece = context.text[start:position]
            if piece in self._boundary.stops or piece in self._general or piece[0] in self._inside:
                return False
            position = start
        return True

    def _named(self, text: str, begin: int, end: int, *, shore: bool) -> Iterator[Mention]:
        """A name without a head noun: a division, or, before 畔, a water, or what is no common word."""
        name = text[begin:end]
        divisions = [one for one in self._gazetteer.candidates(name) if one.level != "township" and not one.successor]
        if divisions and not shore:
            best = divisions[0]
            yield Mention(MentionType.PLACE, begin, end, name, "division-located", 0.8, best.name, best.code)
        elif name in self._known or name not in common_words():
            yield _place(text, begin, end)


def _is_division(mention: Mention) -> bool:
    return mention.type is MentionType.PLACE and bool(mention.concept)


def _place(text: str, begin: int, end: int) -> Mention:
    return Mention(MentionType.PLACE, begin, end, text[begin:end], "venue-located", 0.75)
