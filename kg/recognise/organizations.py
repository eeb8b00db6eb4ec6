"""Organisations other than unions, found by the head noun of their name.

Guarantees: a mention ends with a head noun of the lexicon or is a well-known short name; a head that
means nothing alone is never a mention alone; the subtype is the head's. Unions are left to `unions`.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.models.common_words import common_words
from kg.recognise.boundaries import NameBoundary, NameContext
from kg.recognise.counted_names import CountedNames
from kg.recognise.matching import FirstWords, FormMatcher, LastWords, alternation, words
from kg.recognise.person_names import is_chinese
from kg.recognise.quoted_sites import QuotedSites

__all__ = ["OrganizationFinder"]

SURE_HEAD = 4
"""Characters of a head that what follows hardly continues (律师事务所|在某地)."""
SHORTEST_OFFICE = 2
"""Characters between a division and an office's head of one character."""
JOINS = "和与"
LEVELS = "省市县区州旗"
"""First characters of offices' heads (县委), which are the last ones of a division's name."""
NOTHING = "Nothing"
"""Subtype of words that hold a head noun and name no body."""
LONGEST_PART, LONGEST_LEAGUE = 6, 10
"""Characters between a body and the head of its part (某大学|某某|校区), and of a place that no gazetteer lists."""
DATELINE = r"[\u4e00-\u9fff]{2,6}\d{1,2}月\d{1,2}日"
MEASURED = re.compile("[0-9万亿千百十余多][元座]")
"""A measure behind a number is no begin of a name (投资300万元|建设某某工作室)."""
LONGEST_FIELD = 6
"""Characters of the first word of a field that two words name (发展与教育)."""
FEDERATION = "总工会"
JOINED = re.compile(r"[^，。；：、“”\n]{0,4}?[与和同及跟]")
"""What joins a body to a federation that stands before it."""


class OrganizationFinder:
    """Finds organisations in one article."""

    def __init__(self, lexicon: Lexicon, boundary: NameBoundary) -> None:
        table = lexicon.table("organizations")
        forms: dict[str, tuple[str, bool]] = {}
        for subtype, listed in table["heads"].items():
            forms.update((form, (subtype, True)) for form in words(listed))
        for subtype, listed in table["known"].items():
            forms.update((form, (subtype, False)) for form in words(listed))
        forms.update((form, (NOTHING, False)) for form in words(table["no_bodies"]))
        for suffix in words(table["agency_suffixes"]):
            forms.update((field + suffix, ("PublicBody", True)) for field in words(table["agencies"]))
        forms.update((field + "委", ("PublicBody", True)) for field in words(table["agency_commissions"]))
        centres = tuple(f"{purpose}中心" for purpose in words(table["centres"]))
        forms.update((centre, ("", True)) for centre in centres if centre not in forms)
        self._branches = frozenset(words(table["branches"]["heads"]))
        forms.update((form, ("Company", True)) for form in self._branches)
        self._named_parts = words(table["named_parts"])
        self._not_branch = frozenset(words(table["branches"]["not_before"]))
        self._parts = frozenset(form for form in words(table["parts"]) if form not in forms)
        forms.update((form, ("", True)) for form in self._parts)
        for kind, listed in table["numbered"].items():
            numbers = words(table["ordinals"])
            forms.update((number + form, (kind, True)) for number in numbers for form in words(listed))
        self._departments = frozenset(words(lexicon.table("unions")["departments"]))
        forms.update((form, ("Department", True)) for form in self._departments if form not in forms)
        self._continued = words(table["continued"])
        self._goes_on_whole: dict[str, tuple[str, ...]] = {}
        for word in self._continued:
            for form in (word[:length] for length in range(1, len(word))):
                if form in forms:
                    self._goes_on_whole[form] = (*self._goes_on_whole.get(form, ()), word)
        self._of_person, self._begins_anew = words(table["of_person"]), words(table["begins_anew"])
        self._firms = words(table["firms"])
        self._youth_league, self._league_bodies = str(table["league"]), words(table["league_bodies"])
        self._sent_to = LastWords(words(table["sent_to"]))
        self._titles_of_honour = words(table["no_workshop_before"])
        self._local = frozenset(words(table["local"]))
        self._teams = frozenset(words(table["teams"]))
        self._scholarly = frozenset(words(table["scholarly"]))
        self._fields = LastWords(words(table["agencies"]))
        self._offices = frozenset(words(table["offices"]))
        forms.update((form, ("PublicBody", True)) for form in self._offices)
        self._levels = words(table["prefixes"]["divisions"])
        self._matcher = FormMatcher(forms)
        self._known = frozenset(form for form, (kind, is_head) in forms.items() if not is_head and kind != NOTHING)
        works = (form for form, (kind, is_head) in forms.items() if is_head and kind == "Company" and form[-1] == "厂")
        self._bare = frozenset((*words(table["bare"]), *centres, *self._departments, *works))
        self._generic = frozenset((*words(table["generic"]), *words(table["goods"])))
        self._generic_end = LastWords(self._generic)
        self._agency = re.compile(rf"{alternation(table['agency'])}|{DATELINE}(?:{alternation(table['datelines'])})")
        self._committees = frozenset(words(table["committees"]))
        self._committee_titles = words(table["committee_titles"])
        people = lexicon.table("people")
        self._works = FirstWords((*words(people["titles"]), *words(people["occupations"])))
        places = lexicon.table("places")
        self._going_on, self._sites = FirstWords(words(places["going_on"])), FirstWords(words(places["building_sites"]))
        self._acts = FirstWords(word for word in words(lexicon.table("boundaries")["verbs"]) if len(word) > 1)
        self._boundary, self._quoted = boundary, QuotedSites(lexicon)
        self._counted = CountedNames(lexicon)

    def mentions(self, context: NameContext) -> list[Mention]:
        """Organisations in text order; each is added to `context.names`."""
        found: list[Mention] = []
        text = context.text
        for begin, end, (subtype, is_head) in self._matcher.matches(text):
            if subtype == NOTHING:
                continue
            if self._goes_on(context, begin, end):
                end = begin + self._shorter(text, begin, end)
                if end == begin:
                    continue
            if not self._may_stand(context, begin, end) or not (is_head or self._begins(context, begin, end)):
                continue
            start = self._begin(context, begin, end, subtype) if is_head else begin
            over = self._quoted.begin(text, start, end) if is_head else start
            if text[begin:end] in self._parts and not self._is_part(context, start, begin, end):
                continue
            if text[begin:end] in self._offices and not self._is_office(context, start, begin, end):
                continue
            league = self._league(context, begin, end)
            end = league or end
            label = "" if league else self._listed(context, start, begin, end)
            if is_head and over == start and not league and not label and self._meaningless(context, start, begin, end):
                continue
            start = over
            if is_head and (self._counted.counted(text, start, end) or self._is_built(text, end)):
                continue
            if (start and text[start - 1].isdigit()) or self._agency.match(text, end):
                continue
            while found and found[-1].begin >= start:
                found.pop()
            found.append(
                Mention(
                    type=MentionType.ORGANIZATION,
                    begin=start,
                    end=end,
                    text=text[start:end],
                    rule="organization-head" if is_head else "organization-known",
                    confidence=0.85 if is_head else 0.8,
                    label=label,
                    concept="" if subtype == "Other" else subtype,
                )
            )
            context.names[end] = start
        return found

    def _shorter(self, text: str, begin: int, end: int) -> int:
        """Length of the well-known name with which a longer one begins (京东 in 京东快递员), or 0."""
        lengths = range(end - begin - 1, 1, -1)
        return next((length for length in lengths if text[begin : begin + length] in self._known), 0)

    def _league(self, context: NameContext, begin: int, end: int) -> int:
        """Where 共青团某县委 ends, whose divisions stand behind its head; 0 for any other head."""
        text, position = context.text, end
        if text[begin:end] != self._youth_league:
            return 0
        while last := max((last for last, first in context.divisions.items() if first == position), default=0):
            position = last
        for place in range(position, position + LONGEST_LEAGUE):
            body = next((word for word in self._league_bodies if text.startswith(word, place)), "")
            if body and place > end and (place == position or text.endswith(self._levels, position, place)):
                return place + len(body)
            if not is_chinese(text[place : place + 1]):
                break
        return 0

    def _is_part(self, context: NameContext, start: int, begin: int, end: int) -> bool:
        """Whether a head that tells only a part of a body stands behind one (某大学|某某|校区), a few words between."""
        body = max((last for last, first in context.names.items() if start <= first and last <= begin), default=0)
        of_union = context.text.endswith("工会", 0, body)
        own = begin > body or not context.text.endswith(self._named_parts, begin, end)
        return body > 0 and own and begin - body <= LONGEST_PART and not of_union and context.is_token_end(end)

    def _listed(self, context: NameContext, start: int, begin: int, end: int) -> str:
        """The full name of a bare body listed behind one of the same division: 某镇团委、妇联."""
        text = context.text
        if start != begin or text[begin:end] not in self._local or text[begin - 1 : begin] not in tuple("、和及（("):
            return ""
        before = context.names.get(begin - 1)
        if before is None:
            return ""
        name = text[before : begin - 1]
        for word in ("总工会", *sorted(self._local, key=len, reverse=True)):
            if name.endswith(word) and len(name) > len(word):
                return "".join(name.removesuffix(word).split()) + text[begin:end]
        return ""

    def _begin(self, context: NameContext, begin: int, end: int, subtype: str) -> int:
        head = context.text[begin:end]
        firm = subtype == "Company" and head.endswith(self._firms)
        start = self._boundary.begin(context, begin, firm=firm, quoted=head in self._teams)
        if head[0] in LEVELS:  # 云和|县委, whose first word is one of the language
            start = min(start, context.divisions.get(begin + 1, start))
        start += MEASURED.match(context.text[max(start - 1, 0) : start + 1]) is not None and start < begin
        if head in self._scholarly and start:
            start = self._joined(context, start, begin)
        if start in context.divisions.values():
            start = self._sender(context, start)
        of_fields = start == begin or self._fields.length(context.text, begin) == begin - start
        start = _behind_federation(context.text, start, begin)
        if of_fields and self._fields.length(context.text, start - 1) and context.text[start - 1] in JOINS:
            return self._with_fields(context, start)
        if head.endswith("工作室"):
            inner = max((last for last in context.names if start < last < begin), default=start)
            return inner if begin - inner > 1 else start  # 某某公司 | 某某某工作室
        return start

    def _sender(self, context: NameContext, start: int) -> int:
        """Where the name of a body begins that one place has sent to another (某省|驻|某市办事处)."""
        text, position = context.text, start
        while length := self._sent_to.length(text, position):
            position -= length
        if position == start:
            return start
        if text[position - 1] in "）)":
            opened = max(text.rfind("（", 0, position), text.rfind("(", 0, position))
            position = opened if opened in context.divisions and position - opened < LONGEST_LEAGUE else position
        while position in context.divisions:
            position = context.divisions[position]
        return position if position in context.divisions.values() else start

    def _is_built(self, text: str, end: int) -> bool:
        """Whether what stands here is only a part of a building site's name (某某医院|扩建|工地)."""
        position = end
        while length := self._going_on.length(text, position):
            position += length
        return position > end and self._sites.at(text, position)

    def _is_office(self, context: NameContext, start: int, begin: int, end: int) -> bool:
        """Whether a division and a word of its own stand before a head of one character that ends no common word."""
        text, first = context.text, context.piece(end)
        whole = context.is_token_end(end) or self._acts.at(text, end)
        of_division = start in context.divisions.values() or text.startswith(self._levels, start)
        own = begin - max((last for last in context.divisions if start < last <= begin), default=start + 1)
        return of_division and own >= SHORTEST_OFFICE and whole and text[first:end] not in common_words()

    def _with_fields(self, context: NameContext, start: int) -> int:
        """Where an office begins before whose head other fields and a word that joins them stand (科技和|工信局)."""
        text, begin = context.text, start - 1
        while length := self._fields.length(text, begin):
            begin -= length
        return self._boundary.begin(context, begin)

    def _joined(self, context: NameContext, start: int, head: int) -> int:
        """Where 某大学|发展与教育心理研究所 begins: a field that two words name, right behind a body or a division."""
        text = context.text
        of_names = start - 1 in context.names or start in context.names.values()
        if text[start - 1] not in "与和及" or of_names or start in context.divisions.values():
            return start
        begin = start - 1
        while start - 1 - begin < LONGEST_FIELD and begin > 0:
            last, begin = begin, context.piece(begin)
            if not is_chinese(text[begin : start - 1]) or text[begin:last] in self._boundary.stops:
                return start  # 某某大学|先后与|某某设计院
            if begin in context.names or begin in context.divisions:
                return context.names[begin] if begin in context.names else context.divisions[begin]
        return start

    def _may_stand(self, context: NameContext, begin: int, end: int) -> bool:
        """Whether a head that needs its surroundings has them: a branch its division, no part of a union is a body."""
        head, text = context.text[begin:end], context.text
        if head in self._branches:
            return begin in context.divisions and text[end : end + 1] not in self._not_branch
        return head not in self._departments or not text.endswith("工会", 0, begin)

    def _begins(self, context: NameContext, begin: int, end: int) -> bool:
        """Whether a well-known short name begins a word, or is too long to be a part of others (创|新钢)."""
        before = context.text[max(begin - 1, 0) : begin]
        whole = context.is_token_begin(begin) or not is_chinese(before) or self._boundary.is_preposition(before)
        return whole or end - begin > SHORTEST_OFFICE

    def _goes_on(self, context: NameContext, begin: int, end: int) -> bool:
        """Whether a head is only the begin of something else: 局长, 党委书记 of a company, 作协 in 合作协议."""
        text = context.text
        whole = end - begin >= SURE_HEAD and context.is_token_end(end)
        if not whole and text.startswith(self._continued, end - 1):
            return True
        if text.startswith(self._goes_on_whole.get(text[begin:end], ()), begin):
            return True  # 快递|行业
        if text.endswith("工作室", begin, end) and text.startswith(self._titles_of_honour, end):
            return True
        if text.startswith(self._of_person, end) and not text.startswith(self._begins_anew, end):
            return True
        titled = any(text.startswith(title, end) for title in self._committee_titles)
        if text[begin:end] in self._committees and titled:
            return True
        at_end = context.is_token_end(end) or not "\u4e00" <= text[end] <= "\u9fff"
        return end - begin == 2 and not titled and not at_end and not self._works.at(text, end)

    def _meaningless(self, context: NameContext, start: int, begin: int, end: int) -> bool:
        """Whether a head with what precedes it names no body of its own: 学校, 兄弟学校, 快递公司."""
        head = context.text[begin:end]
        if context.text[max(begin - 1, 0)].isdigit():
            return True
        if context.text.endswith("工会", start, begin) and head in ("联合会", "联盟"):
            return True
        if head[0] in LEVELS and context.divisions.get(begin + 1) == start:
            return False  # 互助县委
        if start == begin:
            return head in self._bare or (len(head) < 3 and head[0] not in "省市县区州旗团")
        name = context.text[start:begin]
        while generic := self._generic_end.length(name, len(name)):
            name = name[:-generic]
        if not name:
            return True
        position = begin
        while position > start and position not in context.divisions and position not in context.names:
            piece = max(context.piece(position), start)
            word = context.text[piece:position]
            if word not in self._generic and not self._boundary.is_act(word):
                return False
            position = piece
        return position == start


def _behind_federation(text: str, start: int, begin: int) -> int:
    """Where a body's name begins that has run over a federation and what joins them (某市总工会先后与|某某公司)."""
    end = text.rfind(FEDERATION, start, begin)
    if end < 0:
        return start
    joined = JOINED.match(text, end + len(FEDERATION), begin)
    return joined.end() if joined else start
