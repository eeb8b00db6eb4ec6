"""Bodies that only a post tells of: 某某钢 of 某某钢工会主席张某, 某某天晴 of 某某天晴董事长李某, 综采队 of its head.

Guarantees: a union's mention ends with the words for a union directly before an officer's title, which stands
before a person's name in the same clause; what 工会 in general is the union of (基层, 企业) gives none,
and unions that are known already are left alone. Pure; looks at each person once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameBoundary, NameContext
from kg.recognise.matching import alternation, words
from kg.recognise.person_names import is_chinese
from kg.recognise.sentences import Stretch

__all__ = ["OfficerUnionFinder"]

CLAUSE = re.compile(r"[，。；：！？“”\n（）]")
LONGEST = 60
SHORTEST_NAME = 2
LONGEST_EMPLOYER = 8
LONGEST_OPENING = 2
"""Characters of grammar that a name may begin with."""
JOINTS = "、兼和及"
RULE = "union-before-officer"


class OfficerUnionFinder:
    """Finds the unions of officers in one article."""

    def __init__(self, lexicon: Lexicon, boundary: NameBoundary) -> None:
        table, people = lexicon.table("unions"), lexicon.table("people")
        deputies, officers = alternation(people["bodies"]["deputies"]), alternation(people["bodies"]["officers"])
        self._headed = re.compile(rf"工会(?=(?:委员会)?(?:{deputies})*(?:{officers})(?:[、兼和及]|\Z))")
        self._unit = re.compile(rf"([{people['bodies']['units']}])(?=副?\1长(?:[、兼和及]|\Z))")
        self._led = re.compile(rf"(?:{alternation(people['bodies']['leaders'])})(?=[、兼和及]|\Z)")
        self._levels = words(people["bodies"]["no_employers"])
        self._general = frozenset(
            (
                *words(table["general_before"]),
                *words(table["employers"]),
                *words(lexicon.table("organizations")["generic"]),
            )
        )
        boundaries = lexicon.table("boundaries")
        self._name_words = frozenset(
            "".join((*words(boundaries["stem_grammar"]), *words(boundaries["stem_adjectives"])))
        )
        self._joining = frozenset(words(boundaries["single_stops"]))
        self._boundary = boundary

    def mentions(self, context: NameContext, people: Sequence[Mention], names: Sequence[Mention]) -> list[Mention]:
        """The unions that officers' titles imply, in text order."""
        known = [name for name in names if name.type is MentionType.UNION]
        titled = _titled(context.text, people)
        return [union for stretch in titled for union in self._before(context, stretch, known)]

    def _before(self, context: NameContext, stretch: Stretch, known: Sequence[Mention]) -> Iterator[Mention]:
        text, begin = context.text, stretch.begin
        for head in self._headed.finditer(text, *stretch):
            if any(union.begin < head.end() and head.start() < union.end for union in known):
                continue
            start = max(begin, self._boundary.begin(context, head.start()))
            start = self._opening(text, begin, start)
            name = text[start : head.start()]
            if len(name) < SHORTEST_NAME or name in self._general:
                continue
            yield Mention(MentionType.UNION, start, head.end(), text[start : head.end()], RULE, 0.8)

    def employers(self, context: NameContext, people: Sequence[Mention], names: Sequence[Mention]) -> list[Mention]:
        """The employers and units that only the posts at their head name (某某天晴董事长张某, 综采队队长李某)."""
        titled = _titled(context.text, people)
        return [body for stretch in titled for body in self._employer(context, stretch, names)]

    def _employer(self, context: NameContext, stretch: Stretch, names: Sequence[Mention]) -> Iterator[Mention]:
        text, begin = context.text, stretch.begin
        unit = self._unit.search(text, *stretch)
        head = unit or self._led.search(text, *stretch)
        if head is None:
            return
        end = head.end() if unit else head.start()
        start = max(begin, self._boundary.begin(context, head.start()))
        name = text[start:end]
        if not SHORTEST_NAME < len(name) <= LONGEST_EMPLOYER or not is_chinese(name) or name in self._general:
            return
        if (name.endswith(self._levels) and not unit) or any(one.begin < end and start < one.end for one in names):
            return
        if not (start == 0 or not is_chinese(text[start - 1]) or text[start - 1] in JOINTS):
            return
        rule, kind = ("unit-before-head", "") if unit else ("employer-before-officer", "Company")
        yield Mention(MentionType.ORGANIZATION, start, end, name, rule, 0.75, concept=kind)

    def _opening(self, text: str, begin: int, start: int) -> int:
        """Where a name begins whose first words are of grammar too: at the clause's begin (，新和某工会主席)."""
        first = text[begin:start].lstrip(JOINTS)
        short = 0 < len(first) <= LONGEST_OPENING and first[0] not in self._joining
        return start - len(first) if short and self._name_words.issuperset(first) else start


def _titled(text: str, people: Sequence[Mention]) -> Iterator[Stretch]:
    """The part of its clause before each person, behind the one before; none of those in by-lines."""
    previous = 0
    for person in people:
        window = max(previous, person.begin - LONGEST)
        begin = max([match.end() for match in CLAUSE.finditer(text, window, person.begin)], default=window)
        if not person.rule.startswith("byline"):
            yield Stretch(begin, person.begin)
        previous = person.end
