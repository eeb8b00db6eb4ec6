"""Trade unions of every level and kind, found by the head noun of their name.

Guarantees: a mention is one union's name (市总工会, 区总, 某集团工会, 某行业工会联合会), or the name of a
place before 工会 that stands for its federation; 工会 in general (各级工会, 工会干部) is no mention.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.models.common_words import common_words
from kg.recognise.boundaries import NameBoundary, NameContext
from kg.recognise.collective_unions import CollectiveFinder
from kg.recognise.fused_unions import fused_federations
from kg.recognise.matching import FormMatcher, alternation, words
from kg.recognise.person_names import is_chinese

__all__ = ["UnionFinder"]

LONGEST_TITLES = 30
SHORTEST_NAME, LONGEST_SHORT_NAME, LONGEST_LISTED_NAME = 2, 4, 10
MARKS = "，。、；：！？“”（）\n"
NATIONWIDE = "中华全国"
"""With which the name of a nationwide industry's union begins (中华全国铁路总工会)."""
OF_LEVEL = re.compile(r"(?:自治区|自治州|[省市县区州旗])(?![属场内民])[\u4e00-\u9fff]{2,8}")
"""An industry's union of a level: 市旅贸工会, 自治区农林气象工会."""
LEVELS = "省市县区州旗镇"
NATIONAL_COMMITTEE = re.compile(r"中国[\u4e00-\u9fff]{2,8}?工会[\u4e00-\u9fff（）]{2,20}?委员会")
"""A committee of a national industry's union: 中国铁路工会某某局集团有限公司委员会."""
REGIMENT = re.compile("(?<![0-9])[一二三四五六七八九〇十百0-9]{1,4}[团连]\\Z")
"""A regiment of the production and construction corps: 一四三团工会."""
LONGEST_REGIMENT = 6
DIVISION_OF_CORPS = re.compile("(?:新疆)?(?:生产建设)?(?:兵团)?第?[一二三四五六七八九十]{1,3}师\\Z")
"""A division of that corps, which stands before the name of its city (第八师某某市总工会)."""
LONGEST_CORPS = 14
MANY = re.compile(r"(?:组织)?[0-9]{1,6}余?[个家]")
"""A number behind a union's name, which counts unions of a kind."""
IN_NAMES = frozenset("所上下新")
"""Characters of grammar that the names of streets hold."""
DIVISION_ENDS = frozenset("省市县区州旗盟镇乡道村")


class UnionFinder:
    """Finds unions in one article."""

    def __init__(self, lexicon: Lexicon, boundary: NameBoundary) -> None:
        table = lexicon.table("unions")
        forms = dict.fromkeys(words(table["heads"]), "head")
        forms.update((form, "national") for form in words(table["national"]))
        forms.update((form, "short") for form in words(table["short"]))
        self._matcher = FormMatcher(forms)
        self._short_stop = frozenset("".join(words(table["short_stop"])))
        self._general_before = words(table["general_before"])
        self._general_after = words(table["general_after"])
        groups = (form for concept in lexicon.groups.values() for form in (concept.label, *concept.alternatives))
        heads = (*words(table["levels"]["industry_heads"]), *words(table["employer_heads"]))
        self._industries = frozenset((*heads, *groups))
        self._longest_industry = max(map(len, self._industries), default=0)
        self._employers = frozenset(words(table["employers"]))
        self._officers, self._trade_ends = words(table["officers"]), words(table["trade_ends"])
        self._kinds = frozenset(words(table["kinds"]))
        self._first = re.compile(f"^(?:[首多][家个]|[省市县区镇村]级|{alternation(table['first_of'])})+")
        self._joined = re.compile(f"和(?:[省市县区州旗镇乡]|{alternation(table['joined_to'])})")
        self._cut = words(table["levels"]["cut"])
        self._villages = ("区", *words(table["levels"]["village"]), *words(table["levels"]["township"]))
        self._officer_inside = re.compile(f"工会(?:{alternation(table['officers'])})")
        self._zones = words(table["levels"]["zones"])
        levels = lexicon.table("abbreviations").values()
        self._places = frozenset(character for level in levels for names in level.values() for character in names)
        self._boundary = boundary
        self._collectives = CollectiveFinder(lexicon)

    def mentions(self, context: NameContext) -> list[Mention]:
        """Unions in text order; each is added to `context.names`."""
        found: list[Mention] = []
        for begin, end, form in self._matcher.matches(context.text):
            many, collective = self._collectives.read(context, begin, end) if form == "head" else (False, None)
            if many and collective is None:
                continue
            fused = (
                fused_federations(context, begin, end)
                if not many and form == "head" and self._fuses(context, begin, end)
                else None
            )
            if fused is not None:
                found.extend(one for one in fused if not found or one.begin >= found[-1].end)
                continue
            mention = collective or getattr(self, f"_{form}")(context, begin, end)
            if mention is not None:
                while found and found[-1].begin >= mention.begin:
                    found.pop()
                found.append(mention)
                context.names[mention.end] = mention.begin
        return sorted((*found, *self._shared_heads(context, found)), key=lambda mention: mention.begin)

    def _fuses(self, context: NameContext, begin: int, end: int) -> bool:
        """Whether a head may stand for federations of several levels: 总工会, or 工会 behind 两级, 三级."""
        text = context.text
        if text[begin:end] == "总工会":
            return True
        general = any(text.startswith(word, end) for word in self._general_after)
        return text[begin:end] == "工会" and text[begin - 1 : begin] == "级" and not general

    def _shared_heads(self, context: NameContext, found: list[Mention]) -> list[Mention]:
        """北京市、天津市和河北省总工会: each division of a list before a federation has one of its own."""
        shared: list[Mention] = []
        text = context.text
        for mention in found:
            position = mention.begin
            federation = text.endswith("总工会", 0, mention.end)
            if not federation and mention.rule != "union-of-place":
                continue
            level = text[: mention.end].removesuffix("工会").removesuffix("总")[-1:] if federation else ""
            while position > 1 and text[position - 1] in "、和及" and position - 1 in context.divisions:
                begin = context.divisions[position - 1]
                name = text[begin : position - 1]
                if name[-1] not in DIVISION_ENDS and (len(name) < SHORTEST_NAME or level not in DIVISION_ENDS):
                    break
                whole = name if name[-1] in DIVISION_ENDS else name + level
                label = whole + ("总工会" if federation else "工会")
                shared.append(
                    Mention(MentionType.UNION, begin, position - 1, name, "union-shared-head", 0.9, label=label)
                )
                position = begin
        return shared

    def _national(self, context: NameContext, begin: int, end: int) -> Mention | None:
        """The national federation; 全总 is none where a word of the language ends with 全 (安全|总监)."""
        inside_word = end - begin == SHORTEST_NAME and context.text[max(begin - 1, 0) : begin + 1] in common_words()
        return None if inside_word else _mention(context, begin, end, "union-national", 0.98)

    def _short(self, context: NameContext, begin: int, end: int) -> Mention | None:
        """市总, 区总, 宁波市总: a division before 总, and no word that begins with 总 behind."""
        text = context.text
        joined = self._joined.match(text, end) is not None
        if begin == 0 or (end < len(text) and text[end] in self._short_stop and not joined):
            return None
        start = context.divisions.get(begin)
        if start is None:
            if text[begin - 1] not in "省市县区州" or (begin > 1 and context.piece(begin) < begin - 1):
                return None
            start = begin - 1
        elif text[begin - 1] not in DIVISION_ENDS:
            return None
        return _mention(context, start, end, "union-short", 0.9)

    def _head(self, context: NameContext, begin: int, end: int) -> Mention | None:
        text, head = context.text, context.text[begin:end]
        employer = context.names.get(begin)
        start = self._boundary.begin(context, begin if employer else self._before_industry(text, begin))
        start -= len(NATIONWIDE) if text.endswith(NATIONWIDE, 0, start) else 0
        if context.divisions.get(begin) == start:
            start = _of_corps(text, start)
        elif head == "总工会":
            start = self._own_begin(context, start, begin)
        name = text[start:begin]
        if self._officer_inside.search(name):  # 某某工会主席张某到访某市海员工会
            industry = self._before_industry(text, begin)
            start = context.divisions.get(industry, industry)
            name = text[start:begin]
        regiment = REGIMENT.search(text, max(0, begin - LONGEST_REGIMENT), begin) if head == "工会" else None
        if regiment:
            return _mention(context, regiment.start(), end, "union-of-regiment", 0.85)
        if start and text[start - 1] == "该" and text.startswith(tuple(self._employers), start):
            return _mention(context, start - 1, end, "union-of-employer-before", 0.85)
        committee = NATIONAL_COMMITTEE.match(text, start)
        if committee and committee.end() > end:
            return _mention(context, start, committee.end(), "union-committee", 0.9)
        if re.search(r"（[省市区县州旗镇]）", name):
            return None  # 各区县（市）总工会 are many
        if MANY.match(text, end) and start not in context.divisions.values():
            return None  # 已建货车司机工会187个
        if head != "工会":
            if self._first.sub("", name) in self._kinds and head != "总工会":
                return None
            if not name and head != "总工会" and not text.startswith(self._officers, end):
                return None
            return _mention(context, start, end, "union-head", 0.95 if name else 0.85)
        if not name and text.startswith(self._officers, end):
            return self._of_employer_before(context, begin, end)
        if (
            not name
            and text[begin - 1 : begin] == "，"
            and begin - 1 in context.divisions
            and not any(text.startswith(word, end) for word in self._general_after)
        ):
            return _mention(context, begin, end, "union-of-place-before", 0.9)
        of_trade = self._of_trade(name, placed=start in context.divisions.values())
        of_village = self._of_village(context, start, name)
        if not name or (any(name.endswith(word) for word in self._general_before) and not (of_trade or of_village)):
            return None
        if start in context.divisions.values() and context.divisions.get(begin) is not None:
            if any(text.startswith(word, end) for word in self._general_after):
                return None
            return _mention(context, start, end, "union-of-place", 0.9)
        if begin in context.names:
            return _mention(context, start, end, "union-of-organization", 0.9)
        if name in self._employers:
            return _mention(context, start, end, "union-of-employer-before", 0.85)
        general = any(text.startswith(word, end) for word in self._general_after)
        if of_village and not general:
            return _mention(context, start, end, "union-of-place", 0.85)
        if self._industry(name[1:], len(name) - 1):
            placed = start in context.divisions.values() or text[start] in LEVELS or name.startswith("自治")
            if general and not placed and not text.startswith("主席", end):
                return None
            return _mention(context, start, end, "union-of-industry", 0.9)
        if OF_LEVEL.fullmatch(name) and context.is_token_begin(start) and (not general or text.startswith("组织", end)):
            return _mention(context, start, end, "union-of-industry", 0.85)
        if name.endswith(self._zones) and name not in self._zones and not general:
            return _mention(context, start, end, "union-of-place", 0.85)
        if (
            start in context.divisions.values()
            and name[-1] not in DIVISION_ENDS
            and len(name) >= 4
            and "工会" not in name
            and not general
        ):
            return _mention(context, start, end, "union-of-industry", 0.8)
        if not general and start not in context.divisions.values() and self._of_short_name(context, start, name):
            return _mention(context, start, end, "union-of-short-name", 0.75)
        if (not general or text.startswith(self._officers, end)) and self._of_listed_name(context, start, begin, end):
            return _mention(context, start, end, "union-of-listed-name", 0.75)
        return None

    def _own_begin(self, context: NameContext, start: int, begin: int) -> int:
        """Where a street's or district's federation begins whose name the segmenter has cut (，新安所街道|总工会)."""
        text = context.text
        if text[start:begin] not in self._cut:
            return start
        earliest = max(start - LONGEST_SHORT_NAME - 1, -1)
        mark = next((at for at in range(start - 1, earliest, -1) if text[at] in MARKS), -1)
        own = text[mark + 1 : start]
        grammar = self._boundary.stops.intersection((*own, own[:2], own[-2:])) - IN_NAMES
        whole = mark >= 0 and not grammar and self._of_village(context, mark + 1, own + text[start:begin])
        return mark + 1 if whole else start

    def _of_village(self, context: NameContext, start: int, name: str) -> bool:
        """Whether a name is that of a street, town or village that no gazetteer lists (某某街道工会)."""
        own = name.removesuffix(next((word for word in self._villages if name.endswith(word)), ""))
        return (
            SHORTEST_NAME <= len(own) < len(name)
            and len(own) <= LONGEST_SHORT_NAME
            and is_chinese(own)
            and own not in common_words()
            and own[0] not in "各该本全"
            and not any(own.endswith(word) for word in self._general_before)
            and context.is_token_begin(start)
        )

    def _of_listed_name(self, context: NameContext, start: int, begin: int, end: int) -> bool:
        """Whether a longer name that no head noun ends is an employer's: it stands behind a mark or a word of grammar,
        before its officer or beside another union's name in a list, and not all of its words are common."""
        text, name = context.text, context.text[start:begin]
        if not SHORTEST_NAME < len(name) <= LONGEST_LISTED_NAME or not is_chinese(name) or name in common_words():
            return False
        if any(word in name for word in self._kinds if len(word) > 1) or name[-1] in DIVISION_ENDS:
            return False
        if start and text[start - 1] not in MARKS and text[context.piece(start) : start] not in self._boundary.stops:
            return False
        beside = text[start - 1 : start] == "、" and start - 1 in context.names and text.endswith("工会", 0, start - 1)
        if not (beside or text[end : end + 1] == "、" or text.startswith(self._officers, end)):
            return False
        pieces, position = [], begin
        while position > start:
            piece = max(context.piece(position), start)
            pieces.append(text[piece:position])
            position = piece
        return any(len(piece) > 1 and piece not in common_words() for piece in pieces)

    def _of_short_name(self, context: NameContext, start: int, name: str) -> bool:
        """Whether a name that no head noun ends is an employer's: two to four characters and no common word, behind
        a mark or a word of grammar (联合|某钢工会, 、某某局工会)."""
        text = context.text
        if not SHORTEST_NAME <= len(name) <= LONGEST_SHORT_NAME or name in common_words() or not is_chinese(name):
            return False
        if self._places.issuperset(name):
            return False  # 皖沪工会 are two places' unions
        if name in LEVELS or name[-1] in DIVISION_ENDS or any(word in name for word in self._industries):
            return False
        if start and text[start - 1] == "“" and text.startswith("工会·", start + len(name)):
            return False  # “相约工会·牵手幸福” is a programme's name
        return start == 0 or text[start - 1] in MARKS or text[context.piece(start) : start] in self._boundary.stops

    def _of_trade(self, name: str, *, placed: bool) -> bool:
        """Whether a name is a trade's at a place (市环卫保洁行业), and no trade in general."""
        return name.endswith(self._trade_ends) and len(name) > 4 and (placed or name[0] in LEVELS)

    def _of_employer_before(self, context: NameContext, begin: int, end: int) -> Mention | None:
        """某集团职工董事、工会主席: the union of the employer whose other titles stand before."""
        text = context.text
        for employer_end in range(begin - 1, max(begin - LONGEST_TITLES, 0), -1):
            if text[employer_end] in "，。；：！？\n":
                return None
            employer = context.names.get(employer_end)
            if employer is not None and text[begin - 1] in "、兼" and "工会" not in text[employer:employer_end]:
                return Mention(
                    MentionType.UNION,
                    begin,
                    end,
                    text[begin:end],
                    "union-of-employer-before",
                    0.85,
                    label="".join(text[employer:employer_end].split()) + "工会",
                )
        return None

    def _before_industry(self, text: str, begin: int) -> int:
        """Where the industries' names before a head begin (农林|气象 before 工会); `begin` where there are none."""
        while length := self._industry(text, begin):
            begin -= length
        return begin

    def _industry(self, text: str, end: int) -> int:
        """Length of the longest industry's or trade's name that ends at a view position, or 0."""
        lengths = range(min(self._longest_industry, end), 0, -1)
        return next((length for length in lengths if text[end - length : end] in self._industries), 0)


def _mention(context: NameContext, begin: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(MentionType.UNION, begin, end, context.text[begin:end], rule, confidence)


def _of_corps(text: str, start: int) -> int:
    """Where the name of a city of the corps begins, with the division of the corps before it."""
    division = DIVISION_OF_CORPS.search(text, max(0, start - LONGEST_CORPS), start)
    return division.start() if division else start
