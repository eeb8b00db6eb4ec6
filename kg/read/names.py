"""What a line names, each name a whole: divisions, what stands before 市, 街道 or 公司, where people stay.

Guarantees: pure; spans of the line that do not overlap, in the line's order; linear in its length. A name is found by
the gazetteer's short names or by what stands around it, never by what it is called, so that a page with other names
of the same kinds has as many in the same places. Where somebody comes from (来自四川) is a name, but no subject.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kg.read.cues import Cues

__all__ = ["Name", "names"]

LONGEST, SHORTEST = 4, 2
"""Characters of a division's short name that is looked for."""
BEFORE = 6
"""Characters before a name among which a cue is looked for that ends there."""


class Name(msgspec.Struct, frozen=True):
    """A name without the word that tells its kind (泉州 of 泉州市)."""

    word: str
    begin: int
    end: int
    origin: bool = False
    """It tells where somebody comes from."""


def names(text: str, cues: Cues) -> list[Name]:
    """The names of a line; divisions before what only looks like a name (杭州, never 在杭|州)."""
    found = list(_divisions(text, cues))
    taken = {place for name in found for place in range(name.begin, name.end)}
    for pattern in (cues.stay, cues.place):
        for match in pattern.finditer(text):
            inside = range(*match.span(1))
            if taken.isdisjoint(inside) and match[1] not in cues.no_names and match[1][0] not in cues.no_name_begins:
                found.append(Name(match[1], *match.span(1)))
                taken.update(inside)
    return sorted(found, key=lambda name: name.begin)


def _divisions(text: str, cues: Cues) -> Iterator[Name]:
    position, origin = 0, 0
    while position < len(text):
        for length in range(LONGEST, SHORTEST - 1, -1):
            word = text[position : position + length]
            if len(word) == length and word in cues.divisions:
                end = position + length
                comes = origin == position > 0 or bool(
                    cues.comes_from.search(text, max(0, position - BEFORE), position)
                )
                comes = comes or bool(cues.people_of.match(text, end))
                yield Name(word, position, end, comes)
                position, origin = end, end if comes else 0
                break
        else:
            position += 1
