"""Places of the gazetteer: divisions.

Guarantees: a division's mention carries its code, and its ends agree with the segmenter's cuts, so that
山南 is not found in 大别山南麓; a short form that several divisions share is read as the one below the
division just before it, else as the one nearest to the other divisions of the article. Venues are left to `venues`.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameBoundary, NameContext
from kg.recognise.division_forms import DivisionForms
from kg.recognise.gazetteer import Division, Gazetteer
from kg.recognise.matching import FirstWords, FormMatch, LastWords, words
from kg.recognise.person_names import is_chinese

__all__ = ["ATTRIBUTE", "PlaceFinder"]

SURE_SUFFIXES = ("省", "市", "县", "州", "旗")
"""Ends of full names that stand for themselves, whatever the segmenter made of them (经|大连市)."""
FOLLOWERS = ("市", "县", "区", "省", "州", "总", "镇", "乡", "工会")
QUOTES = ("“", "”", "‘", "’", "《", "》")
COUNTY_ENDS = "区县市旗"
LONGEST_FORM = 12
ATTRIBUTE = "division-attribute"
"""Rule of a division's short form that is only the attribute of the word behind it."""
PREPOSITIONS = "从在由为和与对向同到赴往至抵经"
SUFFIXES = ("省", "市", "县", "区", "州", "旗", "盟", "镇", "乡", "街道")
LEVEL_WEIGHT = {"province": 2, "prefecture": 2, "county": 1, "township": 0}


class PlaceFinder:
    """Finds divisions in one article."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer, boundary: NameBoundary) -> None:
        table = lexicon.table("places")
        boundaries = lexicon.table("boundaries")
        self._gazetteer = gazetteer
        self._boundary = boundary
        self._branch_heads = words(boundaries["branch_heads"])
        self._brands, self._parts = (
            LastWords(words(boundaries["brands"])),
            FirstWords(words(boundaries["branch_parts"])),
        )
        self._whole = frozenset(words(boundaries["whole"]))
        self._each, self._region = tuple(words(boundaries["pointing"])), words(table["no_divisions"])
        self._beside = FirstWords(words(table["beside_divisions"]))
        self._body_ends = words(table["body_ends"])
        self._behind = FirstWords((*words(table["locative_after"]), *words(table["located"]["behind"])))
        self._divisions = DivisionForms(gazetteer)
        self._kept_before = tuple(words(table["origins"]))
        self._not_after = tuple(words(table["not_after_short_form"]))

    def divisions(self, context: NameContext) -> list[Mention]:
        """Divisions in text order, ambiguous forms decided by the whole article; they are added to the context."""
        matches = self._supported(context, self._whole_words(context))
        candidates = [match.value for match in matches]
        anchors = [found[0] for found in candidates if len(found) == 1]
        mentions: list[Mention] = []
        before: Division | None = None
        previous_end = -1
        for match, found in zip(matches, candidates, strict=True):
            upper = before if match.begin == previous_end else None
            division = self._choose(found, upper, anchors)
            mentions.append(
                Mention(
                    MentionType.PLACE,
                    match.begin,
                    match.end,
                    context.text[match.begin : match.end],
                    ATTRIBUTE if self._is_attribute(context, match, division) else "division",
                    0.95 if len(found) == 1 else 0.92,
                    label=division.name,
                    concept=division.code,
                )
            )
            context.divisions[match.end] = match.begin
            before, previous_end = division, match.end
            below = self._ordinary_below(context, division, match.end)
            if below is not None:
                mentions.append(below)
                context.divisions[below.end] = below.begin
                before, previous_end = self._gazetteer.by_code[below.concept], below.end
        return mentions

    def _is_attribute(self, context: NameContext, match: FormMatch[tuple[Division, ...]], division: Division) -> bool:
        """Whether a short form only says of the next word whose it is: 某省工匠, 某市厨师, 某省日报."""
        text, end = context.text, match.end
        if text[match.begin : end] == division.name or not is_chinese(text[end : end + 1]):
            return False
        following = text[end : context.next_token(end)] if context.is_token_begin(end) else ""
        if not following or following in self._boundary.stops or self._boundary.is_trade(following):
            return False
        return not self._beside.at(text, end) and not self._division_at(text, end)

    def _division_at(self, text: str, position: int) -> bool:
        found = self._divisions.matches(text[position : position + LONGEST_FORM])
        return bool(found) and found[0].begin == 0

    def _ordinary_below(self, context: NameContext, upper: Division, begin: int) -> Mention | None:
        """A division whose name is an ordinary word, directly behind the one that it belongs to (某某市东区)."""
        text = context.text
        for length in (3, 2):
            name = text[begin : begin + length]
            if name not in self._gazetteer.ordinary or name[-1] not in COUNTY_ENDS:
                continue
            for division in self._gazetteer.candidates(name):
                if division.name == name and division.parent == upper.code and not division.successor:
                    end = begin + length
                    return Mention(
                        MentionType.PLACE, begin, end, name, "division", 0.92, label=name, concept=division.code
                    )
        return None

    def _whole_words(self, context: NameContext) -> list[FormMatch[tuple[Division, ...]]]:
        kept: list[FormMatch[tuple[Division, ...]]] = []
        for match in self._divisions.matches(context.text):
            behind_division = bool(kept) and kept[-1].end == match.begin
            whole = self._is_whole(context, match.begin, match.end, behind_division)
            later = self._later(context, match) if not whole or context.text[match.begin] in PREPOSITIONS else None
            if later is not None:
                kept.append(later)
            elif whole:
                kept.append(match)
        return kept

    def _later(
        self, context: NameContext, match: FormMatch[tuple[Division, ...]]
    ) -> FormMatch[tuple[Division, ...]] | None:
        """The full name that begins inside a match and ends behind it: 江门市 in 从江门市."""
        begin = match.begin + 1
        for first, last, value in self._divisions.matches(context.text[begin : match.end + LONGEST_FORM]):
            form = context.text[begin + first : begin + last]
            if begin + first < match.end < begin + last and form.endswith(SUFFIXES) and len(form) > 2:
                return FormMatch(begin + first, begin + last, value)
        return None

    def _supported(
        self, context: NameContext, matches: list[FormMatch[tuple[Division, ...]]]
    ) -> list[FormMatch[tuple[Division, ...]]]:
        """The matches without counties' short names that are far from all other divisions of the article.

        水城 on a page about 聊城 is that city's by-name, 金山 in one about 湖州 is a hill of gold.
        """
        text = context.text
        near: dict[str, set[str]] = {}
        for match in matches:
            form = text[match.begin : match.end]
            near.setdefault(form, set()).update(self._provinces(match.value))
        kept = []
        for match in matches:
            form = text[match.begin : match.end]
            if self._boundary.is_verb(form[:-1]) and len(near) > 1 and not self._is_near(form, near):
                continue  # 会同|县某局, far from that county
            others = [provinces for other, provinces in near.items() if not other.startswith(form) and other != form]
            if (
                all(division.level == "county" and division.name != form for division in match.value)
                and others
                and form + match.value[0].name[-1] not in near
                and not any(provinces & near[form] for provinces in others)
                and not text.endswith(self._kept_before, 0, match.begin)
                and not text.startswith(FOLLOWERS, match.end)
            ):
                continue
            kept.append(match)
        return kept

    def _is_near(self, form: str, near: dict[str, set[str]]) -> bool:
        """Whether the article names another division of the same province."""
        return any(provinces & near[form] for other, provinces in near.items() if other != form)

    def _provinces(self, candidates: tuple[Division, ...]) -> set[str]:
        return {self._gazetteer.chain(division.code)[-1].code for division in candidates}

    def _is_whole(self, context: NameContext, begin: int, end: int, behind_division: bool) -> bool:
        text = context.text
        form = text[begin:end]
        if self._of_branch(text, begin, end):
            return True
        if begin and not context.is_token_begin(begin) and text[begin - 1 : begin + 1] in self._whole:
            return False  # 亚运|城市
        if self._boundary.is_verb(form[:-1]) and text[begin - 1 : begin] in self._body_ends:
            return False  # 某某总工会|会同|县某局
        if text[begin - 1 : begin] in self._each or text.startswith(self._region, end - 1):
            return False  # 各苏木乡镇, 海港区域
        starts = behind_division or context.is_token_begin(begin) or not "\u4e00" <= text[begin - 1] <= "\u9fff"
        starts = starts or (text[begin - 1] in PREPOSITIONS and context.is_token_begin(begin - 1))
        if not starts and not (len(form) > 2 and form.endswith(SURE_SUFFIXES)):
            return False
        if form.endswith(SUFFIXES) and len(form) > 2:
            return True
        if any(text.startswith(word, end) for word in self._not_after):
            return False
        if text[begin - 1 : begin] in QUOTES and text[end : end + 1] in QUOTES:
            return False  # “安康”杯
        anchored = text[begin - 1 : begin] in tuple(PREPOSITIONS + "、") and self._behind.at(text, end)
        return context.is_token_end(end) or text.startswith(FOLLOWERS, end) or anchored

    def _of_branch(self, text: str, begin: int, end: int) -> bool:
        """Whether a division stands between a firm and its part there (某某快递|某市|分公司), however it was cut."""
        if text.startswith(self._branch_heads, end):
            return True
        return self._brands.length(text, begin) > 0 and self._parts.at(text, end)

    def _choose(self, found: tuple[Division, ...], upper: Division | None, anchors: list[Division]) -> Division:
        """The candidate below the division just before it, else the one nearest to the article's other divisions."""
        if len(found) == 1:
            return found[0]
        gazetteer = self._gazetteer

        def score(division: Division) -> tuple[int, int, int, int]:
            below = int(
                upper is not None and division.code != upper.code and gazetteer.within(division.code, upper.code)
            )
            chain = {ancestor.code for ancestor in gazetteer.chain(division.code)}
            near = sum(len(chain & {ancestor.code for ancestor in gazetteer.chain(anchor.code)}) for anchor in anchors)
            return below, LEVEL_WEIGHT[division.level] // 2, near, LEVEL_WEIGHT[division.level]

        best = max(score(division) for division in found)
        return min((division for division in found if score(division) == best), key=lambda division: division.code)
