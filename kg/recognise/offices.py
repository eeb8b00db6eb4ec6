"""Bodies that only a post names: 某县副县长 works for its government, 人大主席 after 某镇党委书记 for that town's.

Guarantees: a mention stands directly before a person's name or before titles of that person, in the same
clause; it carries the body's full name in `Mention.label` and names nothing by its own words, so that
they become no form of the body. Bodies that are named already are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameBoundary, NameContext
from kg.recognise.matching import LastWords, alternation, words
from kg.recognise.office_parts import OFFICE, PartFinder

__all__ = ["OfficeFinder"]

STOP = re.compile(r"[。；：！？“”\n（）]")
CLAUSE = re.compile(r"[，。；：！？“”\n（）]")
PART = re.compile(r"[^、兼和及暨]+")
HEAD_OF_GOVERNMENT = "副?(省|市|县|区|州|盟|旗|镇|乡)长$"
SHORT_FEDERATION = re.compile("(省|自治区|地区|市|县|区|州|盟|旗|镇|乡|街道)工会(?=[\u4e00-\u9fff]{2,12}$)")
"""县工会 of a 县工会主席 is the county's federation."""
LEVELS = "省市县区州盟旗镇乡"
OPENED = re.compile("[\u4e00-\u9fff]{0,8}?(?:的有|还有|[由在与随])(?=工会)")
"""Words of a sentence before the first post of a list (参加慰问的有工会副主席某某)."""
POSTED = re.compile("[派选]?驻(?=[\u4e00-\u9fff]{2,12}第一书记)")
"""Before the village to which a body sends its first secretary (某学院派驻某村第一书记)."""
UNIONS = ("工会", "总工会")
JOINTS = "、兼和及暨"
FIRM, COMPANY = "公司", "Company"
BY_LOCALE = "省市县区州"
"""Levels that the article's division completes; 镇长 needs a town named before."""
ZONES = ("区", "镇", "乡", "街道")
"""Last characters of zones that no gazetteer lists (某某经开区)."""
LONGEST = 60


class OfficeFinder:
    """Finds the bodies of posts in one article."""

    def __init__(self, lexicon: Lexicon, boundary: NameBoundary) -> None:
        people = lexicon.table("people")
        table = people["bodies"]
        lines = "|".join(sorted(map(re.escape, words(people["firms"]["lines"])), key=lambda word: (-len(word), word)))
        self._line = re.compile(f"(?:{lines})(?=[\u4e00-\u9fff“”]{{2,16}}$)")
        self._continues = words(people["firms"]["continues"])
        works = {*words(people["occupations"]), *words(people["titles"])}
        self._works = LastWords(works - {*words(people["posts"]["not_employed"])})
        titles = alternation(words(people["titles"]))
        self._seated = re.compile(
            f"([{LEVELS}]?)([\u4e00-\u9fff]{{2,3}}(?:村|社区))?([\u4e00-\u9fff]{{0,6}}?)"
            f"(?:{alternation(table['offices'])})(?=(?:{alternation(table['deputies'])})?(?:{titles})$)"
        )
        posts = people["posts"]
        self._zones = (*ZONES, *words(lexicon.table("unions")["levels"]["zones"]))
        self._department = re.compile(
            f"(?:{alternation(posts['union_departments'])})(?:{alternation(posts['department_work'])})?"
            f"(?:{alternation(posts['department_ends'])})"
        )
        seats = alternation(lexicon.table("unions")["seats"])
        self._seated_union = re.compile(f"(?:{seats})(?:联合)?工会(?=[\u4e00-\u9fff]{{2,12}}$|$)")
        self._own_level = frozenset(words(table["own_level"]))
        self._generic = frozenset(words(lexicon.table("organizations")["generic"]))
        self._boundary = boundary
        bodies = sorted(words(table["bare"]), key=lambda word: (-len(word), word))
        self._bare = re.compile("(" + "|".join(map(re.escape, bodies)) + ")(?=[\u4e00-\u9fff]{2,10}$)")
        self._committee = re.compile("(?:" + "|".join(map(re.escape, words(table["committee_members"]))) + ")$")
        self._parts = PartFinder(lexicon)
        self._party, self._government = str(table["party_committee"]), str(table["government"])
        leading = alternation((*words(table["acting"]), *words(table["memberships"])))
        self._head = re.compile(f"(?:{leading})?{HEAD_OF_GOVERNMENT}")
        self._anaphor = re.compile(f"该({alternation(table['meant'])})")
        again = alternation(people["posts"]["called_again"])
        self._again = re.compile(f"({again})(?={alternation(table['committees'])}|{titles})")
        self._seats = re.compile(
            "(.*?[省市县区州旗镇乡]|.+?街道)(?:" + "|".join(map(re.escape, words(table["seated"]))) + ")$"
        )
        self._employers = re.compile("(?:" + "|".join(map(re.escape, words(table["employer_ends"]))) + ")$")

    def mentions(
        self, context: NameContext, people: Sequence[Mention], names: Sequence[Mention], divisions: Sequence[Mention]
    ) -> list[Mention]:
        """The bodies that posts imply, in text order."""
        found: list[Mention] = []
        previous = 0
        for person in people:
            if not person.rule.startswith("byline"):
                found.extend(self._before(context, person, previous, names, divisions, found))
            previous = person.end
        return found

    def _before(
        self,
        context: NameContext,
        person: Mention,
        previous: int,
        names: Sequence[Mention],
        divisions: Sequence[Mention],
        found: Sequence[Mention],
    ) -> Iterator[Mention]:
        text = context.text
        window = max(previous, person.begin - LONGEST)
        begin = max(
            (
                mark.end()
                for mark in CLAUSE.finditer(text, window, person.begin)
                if not any(name.begin < mark.start() and mark.end() < name.end for name in names)
            ),
            default=window,
        )
        for part in PART.finditer(text, begin, person.begin):
            venue = self._venue(text, part.start(), person.begin, names) if part.end() == person.begin else None
            if venue is not None:
                yield venue
                continue
            inside = [name for name in names if name.begin < part.end() and part.start() < name.end]
            if any(name.type is not MentionType.PLACE and _placed(name, divisions) for name in inside):
                continue
            if any(_placed(name, divisions) for name in inside):
                places = [name for name in inside if name.type is MentionType.PLACE]
                yield from self._seated_office(text, part.start(), part.end(), [*divisions, *places])
                continue
            office = [*self._office(text, part.start(), part.end(), names, divisions, found)]
            office = office or [*self._seated_office(text, part.start(), part.end(), divisions)]
            yield from office or self._firm(context, part.start(), part.end())

    def _office(
        self,
        text: str,
        begin: int,
        end: int,
        names: Sequence[Mention],
        divisions: Sequence[Mention],
        found: Sequence[Mention],
    ) -> Iterator[Mention]:
        """The body of one title."""
        part = self._parts.part(text, begin, end, self._sentence(text, begin), (*names, *found))
        if part is not None:
            yield part
            return
        short = SHORT_FEDERATION.match(text, begin, end)
        if short is not None:
            yield Mention(
                MentionType.UNION, begin, short.end(), short.group(), OFFICE, 0.85, label=f"{short.group(1)}总工会"
            )
            return
        seated = self._seated_union.match(text, begin, end)
        if seated is not None:
            yield Mention(MentionType.UNION, begin, seated.end(), seated.group(), OFFICE, 0.8, label=seated.group())
            return
        head = self._head.search(text, begin, end)
        if head is not None:
            place = next((one for one in divisions if one.end == head.start() and one.begin >= begin), None)
            seat = place or self._town(text, head.group(1), begin, divisions)
            if seat is not None:
                start = begin if place is None else place.begin
                yield _body(text, start, end, _name(seat) + self._government, "PublicBody")
            elif head.start() == begin and head.group(1) in BY_LOCALE:
                before = self._seat(text, begin, names, found) or ""
                known = before if before.endswith(head.group(1)) and self._is_place(before) else head.group(1)
                yield _body(text, begin, end, known + self._government, "PublicBody")
            return
        seat_before = self._seat(text, begin, names, found)
        if seat_before is None:
            yield from self._of_union_before(text, begin, end, names)
            return
        if self._committee.match(text, begin, end):
            if self._is_place(seat_before):
                yield _body(text, begin, end, seat_before + self._party, "PublicBody")
            return
        bare = self._bare.match(text, begin, end)
        if bare is None or bare.start() != begin:
            return
        if bare.group(1) in UNIONS:
            union = seat_before + ("总工会" if self._is_place(seat_before) else "工会")
            yield Mention(MentionType.UNION, begin, bare.end(), bare.group(), OFFICE, 0.85, label=union)
        elif self._is_place(seat_before):
            yield _body(text, begin, bare.end(), seat_before + bare.group(1), "PublicBody")

    def _of_union_before(self, text: str, begin: int, end: int, names: Sequence[Mention]) -> Iterator[Mention]:
        """工会副主席 whose sentence names no body: of the union named last before.

        Behind other titles of the person (院党委副书记、工会主席) it is an employer's.
        """
        opened = OPENED.match(text, begin, end)
        begin = opened.end() if opened else begin
        bare = self._bare.match(text, begin, end)
        if bare is None or bare.group(1) not in UNIONS:
            return
        earlier = [one for one in names if one.type is MentionType.UNION and one.end <= begin]
        last = max(earlier, key=lambda one: one.begin, default=None)
        if last is None or (text[begin - 1] in JOINTS and last.text.endswith("总工会")):
            return
        label = "".join((last.label or last.text).split())
        yield Mention(MentionType.UNION, begin, bare.end(), bare.group(), OFFICE, 0.8, label=label)

    def _firm(self, context: NameContext, begin: int, end: int) -> Iterator[Mention]:
        """A firm's short name before a title (某某物流人力资源部经理): its line of business ends it."""
        text = context.text
        line = self._line.search(text, begin + 2, end)
        if line is None or not (context.is_token_begin(begin) and context.is_token_end(line.end())):
            return
        own = text[begin : line.start()]
        if text.startswith(self._continues, line.end()) or own in self._generic:
            return
        if self._department.match(text, begin, end):
            return  # 市总工会副主席张某，宣传教育部部长李某
        if self._boundary.begin(context, line.start(), firm=True) != begin:
            return
        name = text[begin : line.end()]
        rule = "organization-before-title"
        yield Mention(MentionType.ORGANIZATION, begin, line.end(), name, rule, 0.85, concept="Company")

    def _seated_office(self, text: str, begin: int, end: int, divisions: Sequence[Mention]) -> Iterator[Mention]:
        """An office with a place, or the level of one, in front: 县委办 of 县委办副主任某某, 某某镇某某村党委."""
        place = begin
        while ends := [one.end for one in divisions if one.begin == place and one.end < end]:
            place = max(ends)
        body = self._seated.match(text, place, end)
        if body is None or not (place > begin or self._is_placed(body)):
            return
        yield Mention(
            MentionType.ORGANIZATION,
            begin,
            body.end(),
            text[begin : body.end()],
            "office-before-title",
            0.8,
            concept="PublicBody",
        )

    def _is_placed(self, body: re.Match[str]) -> bool:
        """Whether an office says whose it is: by a level, a village or a zone in front, or by its own kind."""
        level, village, zone = body.groups()
        of_zone = zone.endswith(self._zones) and len(zone) > 2
        return bool(level or village) or body.group() in self._own_level or of_zone

    def _venue(self, text: str, begin: int, end: int, names: Sequence[Mention]) -> Mention | None:
        """A site, station or village directly before the work of somebody, who works for it (某某码头理货员张某)."""
        posted = POSTED.search(text, begin, end)
        starts = (begin,) if posted is None else (begin, posted.end())
        venue = next((one for one in names if one.begin in starts and one.type is MentionType.PLACE), None)
        if venue is None or venue.end >= end or self._works.length(text, end) < end - venue.end:
            return None
        return Mention(MentionType.ORGANIZATION, begin, venue.end, venue.text, "venue-before-title", 0.8)

    def _town(self, text: str, level: str, begin: int, divisions: Sequence[Mention]) -> Mention | None:
        """The town that 镇长 means: the last one named before in the paragraph."""
        if level in BY_LOCALE:
            return None
        paragraph = text.rfind("\n", 0, begin)
        before = [one for one in divisions if paragraph < one.begin and one.end <= begin and one.text.endswith(level)]
        return before[-1] if before else None

    def _seat(self, text: str, begin: int, names: Sequence[Mention], found: Sequence[Mention]) -> str | None:
        """Place, or employer, of the body that the sentence named last before: 某镇 of 某镇党委."""
        first = self._sentence(text, begin)
        clause = max((match.end() for match in CLAUSE.finditer(text, first, begin)), default=first)
        again = self._again.match(text, clause, begin)  # 学校党委委员、纪委书记
        earlier = [one for one in (*names, *found) if first <= one.begin and one.end <= begin]
        for body in sorted(earlier, key=lambda one: -one.begin):
            name = "".join((body.label or body.text).split())
            match = None if again else self._seats.fullmatch(name)
            if match is not None:
                return match.group(1)
            employer = name.removesuffix("工会") if body.type is MentionType.UNION else name
            if self._employers.search(employer) or body.concept == COMPANY:
                return employer
        return self._meant(text, first, begin, names)

    def _sentence(self, text: str, begin: int) -> int:
        """Where the sentence of a view position begins, as far as bodies are looked for."""
        farthest = max(0, begin - 4 * LONGEST)
        return max((match.end() for match in STOP.finditer(text, farthest, begin)), default=farthest)

    def _meant(self, text: str, first: int, begin: int, names: Sequence[Mention]) -> str | None:
        """The employer that 该集团, or 集团公司 before other posts, means in the sentence before a view position."""
        clause = [first, *(match.end() for match in CLAUSE.finditer(text, first, begin))][-1]
        anaphor = self._anaphor.search(text, first, begin) or self._again.match(text, clause, begin)
        if anaphor is None:
            return None
        kind = anaphor.group(1)
        called = (kind, kind.removesuffix(FIRM) or kind)
        ends = [one for one in names if one.end <= first and one.text.endswith(called)]
        return "".join(ends[-1].text.split()) if ends else None

    def _is_place(self, seat: str) -> bool:
        return seat.endswith((*LEVELS, *ZONES)) and not self._employers.search(seat)


def _placed(name: Mention, divisions: Sequence[Mention]) -> bool:
    """Whether a name says itself whose it is: with a place, 省/市/县 or an employer in front."""
    index = bisect_left([one.begin for one in divisions], name.begin)
    starts = index < len(divisions) and divisions[index].begin == name.begin
    return starts or name.text[0] in LEVELS or len(name.text) > 5


def _name(division: Mention) -> str:
    """The division in the text's words where they end like a division's, else its full name."""
    return division.text if division.text[-1] in LEVELS else division.label


def _body(text: str, begin: int, end: int, label: str, kind: str) -> Mention:
    return Mention(MentionType.ORGANIZATION, begin, end, text[begin:end], OFFICE, 0.8, label=label, concept=kind)
