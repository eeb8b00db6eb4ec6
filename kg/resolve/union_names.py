"""Whether two names of unions, one short and one full, are of one employer or one zone.

Guarantees: pure; looks at the names alone: 某省建投集团工会 and 某建投集团有限公司工会 are one, 某州营运中心工会 and
某东州营运中心工会 are not.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.recognise.matching import alternation, words
from kg.resolve.organizations import BodyNames

__all__ = ["UNION_END", "UnionNames", "is_subsequence"]

UNION_END = re.compile("总?工会(?:委员会)?$")
SHORTEST_FIRM = 4
"""Characters of a firm's name without its legal form that tell it from others."""

SHORTEST_NAME = 2
"""Characters of a firm's name to which only the legal form is added (甲钢工会, 甲钢集团工会)."""
GROUP = "集团"
LONGEST_LEAD = 5
"""Characters within which the word that tells firms apart begins; a place may stand before it (某省甲乙集团)."""


class UnionNames:
    """Compares the names of unions. Building one reads the lexicon once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._legal_form = BodyNames(lexicon).legal_form
        forms = (form for form in words(lexicon.table("organizations")["legal_forms"]["forms"]) if GROUP not in form)
        self._company = re.compile(f"(?:{alternation(forms)})+(?=工会)")
        self._zones = words(lexicon.table("unions")["levels"]["zones"])

    def of_one_employer(self, short: str, long: str) -> bool:
        """Whether two unions are of one firm or zone, which the first name shortens."""
        if not (short.endswith("工会") and long.endswith("工会")) or short == long:
            return False
        stems = [UNION_END.sub("", name) for name in (short, long)]
        one, other = (self._legal_form.sub("", stem) for stem in stems)
        if len(one) >= SHORTEST_NAME and one == other and stems[1].startswith(stems[0]):
            return True
        alike = 1 if one.endswith(self._zones) and other.endswith(self._zones) else 2
        if len(one) > len(other) or len(one) < SHORTEST_FIRM or one[-alike:] != other[-alike:]:
            return False
        return one == other or (one[:2] in other[:LONGEST_LEAD] and is_subsequence(one, other))

    def as_spoken(self, name: str) -> str:
        """A union's name as people say it: without 有限公司 behind 集团."""
        return self._company.sub("", name) if GROUP in name else name

    def is_of_zone(self, name: str) -> bool:
        """Whether a union is that of a development zone or its like."""
        return UNION_END.sub("", name).endswith(self._zones)

    def calls_zone(self, short: str, long: str) -> bool:
        """Whether a union is called by the word for its zone alone (经开区总工会, of 某某经济技术开发区)."""
        zone = UNION_END.sub("", short)
        return zone in self._zones and self.is_of_zone(long) and is_subsequence(zone, UNION_END.sub("", long))


def is_subsequence(short: str, long: str) -> bool:
    """Whether the characters of one name stand in another, in the same order."""
    characters = iter(long)
    return all(character in characters for character in short)
