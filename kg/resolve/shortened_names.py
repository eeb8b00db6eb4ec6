"""Unions that are called by less than their name, beside one that is named in full.

Guarantees: a shortened name goes to one union only: the nearest before it that it shortens, or, where none stands
before, the only one told later; both answers carry their reason. Collective names (各级工会) are shortened by none.
"""

from __future__ import annotations

from dataclasses import replace

from kg.recognise.gazetteer import Gazetteer
from kg.resolve.federation_names import AUTONOMOUS, DIVISION_WORDS
from kg.resolve.union_identity import Name, Surroundings, UnionIdentity, again, plain
from kg.resolve.union_names import UNION_END, UnionNames, is_subsequence

__all__ = ["ShortenedNames"]

SHORTEST_SPOKEN = 5
"""Characters of a name that leaves out some of another's inside."""
SHORTEST_END = 5
"""Characters of a name that may be the end of one told in full later."""


class ShortenedNames:
    """Finds whose name a union's name shortens; `employers` are the words for them (集团, 公司)."""

    def __init__(self, gazetteer: Gazetteer, names: UnionNames, employers: tuple[str, ...]) -> None:
        self._gazetteer = gazetteer
        self._names = names
        self._employers = employers

    def of_one_place(self, name: Name, around: Surroundings, earlier: list[UnionIdentity]) -> UnionIdentity | None:
        """某省海员工会, 省海员工会 and 某海员工会: an earlier union of the same division and the same words."""
        if name.leading:
            division, rest = self._gazetteer.by_code.get(name.leading[-1].concept), name.rest
        elif name.text[0] in DIVISION_WORDS and (
            home := around.locale.division(AUTONOMOUS.get(name.text[0], name.text[0]), around.source_weights)
        ):
            division, rest = home[0], name.text[1:]
        else:
            return None
        labels = {form + rest for form in (division.name, *division.forms)} if division and rest else set()
        told = (one for one in reversed(earlier) if one.label in labels and one.label != name.text)
        return next((again(one, f"与近文{one.label}同属一地") for one in told), None)

    def of_one_before(self, name: Name, around: Surroundings, earlier: list[UnionIdentity]) -> UnionIdentity | None:
        """An earlier union whose name this one shortens: the same end, its characters in the same order."""
        chain = [plain(division.text) for division in name.leading]
        above = {"".join(chain[:length]) for length in range(1, len(chain) + 1)}
        for one in reversed(earlier):
            if one.many:
                continue
            if one.label == name.text or name.text.removesuffix(one.label) in above:
                return one
            if self._is_short_for(name.text, one):
                return again(one, f"是近文{one.label}的简称")
        return None

    def _is_short_for(self, text: str, one: UnionIdentity) -> bool:
        if len(text) < len(one.label) and one.label.endswith(text):
            return True
        spoken = self._names.as_spoken(one.label)
        abbreviates = (
            (not one.jurisdiction or self._names.is_of_zone(one.label))
            and len(text) >= SHORTEST_SPOKEN
            and text[-3:] == spoken[-3:]
            and is_subsequence(text, spoken)
            and text[:2] in spoken
        )
        return abbreviates or self._names.calls_zone(text, one.label) or self._names.of_one_employer(text, one.label)

    def named_in_full_later(self, identities: list[UnionIdentity]) -> list[UnionIdentity]:
        """Names by their own words that shorten exactly one longer name told later: a headline's 某学院工会."""
        found: list[UnionIdentity] = []
        for place, one in enumerate(identities):
            later = identities[place + 1 :]
            full = {
                other.key: other
                for other in later
                if len(other.label) > len(one.label) and not other.many and self._shortens(one, other)
            }
            placed = bool(one.jurisdiction) and not self._names.is_of_zone(one.label)
            own = one.many or placed or any(other.key == one.key for other in found)
            if own or len(full) != 1:
                found.append(one)
                continue
            found.append(replace(next(iter(full.values())), reason=f"是下文{next(iter(full.values())).label}的简称"))
        return found

    def _shortens(self, one: UnionIdentity, full: UnionIdentity) -> bool:
        """Whether a name is the end of a longer one, is of the same employer, or calls it by its kind (集团工会)."""
        stem = UNION_END.sub("", one.label)
        if stem in self._employers:
            return full.level == "enterprise" and stem in full.employer
        ends = full.label.endswith(one.label) and len(one.label) >= SHORTEST_END
        return ends or self._names.of_one_employer(one.label, full.label)
