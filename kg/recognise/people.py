"""People: names after titles and occupations, before verbs of speech, in by-lines, and their repetitions.

Guarantees: a name is two to four Chinese characters that begin with a surname of the lexicon (or a
name with ·); by-lines come from the reader and are sure; a name once found is found wherever the
article repeats it, and has one length in all of the article. A surname with a courtesy word (张师傅) is
no mention.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model import Article, Mention, MentionType
from kg.models.common_words import common_words
from kg.recognise.boundaries import NameContext
from kg.recognise.listed_people import BEFORE_TITLE, ListedPeople
from kg.recognise.matching import FirstWords, FormMatcher, LastWords, alternation, words
from kg.recognise.person_names import NameReader, ReadName, is_chinese

__all__ = ["PeopleFinder"]

AGE = "[0-9一二三四五六七八九十]{1,3}岁的"
GENERATION = "(?:[5-9]0|0[05])后"
RELATIVE = re.compile("(?<=[\u4e00-\u9fff“”）])的(?=[\u4e00-\u9fff]{3})")
"""The end of what is said of somebody (病床上躺着的某某某，, 获得一等奖的某某某, 某某钢铁的某某某、)."""
BRACKET = re.compile("（[^（）\n]{2,30}）")
APPOSITION = re.compile("，[^，。；：！？“”（）\n]{4,30}[，。]")
SHORT = 2
"""Characters of a name that may be a word as well."""
NATIVE = "人"
"""Behind a division: somebody of it (贵州人某某某)."""
AT_LEAST = {"title": 2, "occupation": 3, "origin": 2}
"""How well a name must read behind each kind of cue."""
CERTAIN = 4
"""A usual name of which the segmenter makes a word of its own before a word that follows names."""


class PeopleFinder:
    """Finds people in one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("people")
        cues = dict.fromkeys(words(table["titles"]), "title")
        cues.update(dict.fromkeys(words(table["no_cues"]), "none"))
        works, generation = table["works"], table["generation"]
        not_people = words(works["no_occupations"])
        listed = [words(table["occupations"]), words(table["honours"])]
        listed += [(one.label, *one.alternatives) for one in lexicon.groups.values() if one.name not in not_people]
        for forms in listed:
            cues.update((form, "occupation") for form in forms if form not in cues)
        self._reader = NameReader(lexicon)
        self._cues = FormMatcher(cues)
        self._lists = ListedPeople(lexicon, self._reader, tuple(cues))
        self._works = LastWords((*words(table["titles"]), *words(table["occupations"])))
        self._deeds = FirstWords(words(table["deeds"]))
        self._speech = FormMatcher({form: form for form in words(table["speech"])})
        self._studios = FormMatcher(dict.fromkeys(words(table["studios"]), True))
        self._aside = re.compile(f"（(?:{alternation(table['posts']['asides'])})）")
        self._origins = re.compile(table["origin_pattern"])
        self._age = re.compile(f"{AGE}|{GENERATION}(?:{alternation(generation['words'])})?")
        self._clause_begin = re.compile(
            rf"[。！？；，”\n]|(?<=[的了])(?=[\u4e00-\u9fff]{{3}}(?:{alternation(generation['goes_on'])}))"
        )
        self._ends_before = words(generation["ends_before"])
        self._work_end = re.compile(f"(?<=[\u4e00-\u9fff]{{2}})(?:{alternation(works['ends'])})")
        self._ends_of_places = frozenset(words(table["ends_of_places"]))
        self._chosen = re.compile(f"(?:{alternation(table['chosen']['verbs'])})了?")
        self._is_chosen = re.compile(f"(?:同志)?(?:{alternation(table['chosen']['goes_on'])})")
        self._no_works = LastWords(words(works["no_works"]))

    def mentions(self, article: Article, context: NameContext) -> list[Mention]:
        """People in text order, one mention a place."""
        text = context.text
        found: dict[int, Mention] = {}
        signed = {position for byline in article.bylines for position in range(byline.begin + 1, byline.end)}

        def add(begin: int, end: int, rule: str, confidence: float) -> None:
            if begin not in found and begin not in signed and text[max(begin - 1, 0)] != "·":
                found[begin] = _mention(text, begin, end, rule, confidence)

        for byline in article.bylines:
            if context.divisions.get(byline.end) == byline.begin and not self._reader.begins_with_surname(
                text, byline.begin
            ):
                continue  # （潜山 某某某）
            add(byline.begin, byline.end, f"byline-{byline.role}", 0.97)
        for begin, end in self._lists.before_titles(context):
            add(begin, end, BEFORE_TITLE, 0.9)
        for begin, end, rule, confidence in self._unlisted(article, context):
            add(begin, end, rule, confidence)
            for listed in self._lists.following(context, end):
                add(*listed, "name-list", 0.9)
        for begin, end, rule in self._lists.before_words(context):
            add(begin, end, rule, 0.85)
        _one_length(text, found)
        self._repeat(text, found)
        return [found[begin] for begin in sorted(found)]

    def _unlisted(self, article: Article, context: NameContext) -> Iterator[tuple[int, int, str, float]]:
        """Names by what stands before or behind them, surest first."""
        text = context.text
        for begin, end in self._reader.dotted(text):
            yield begin, end, "written-by-sound", 0.9
        places = frozenset(context.divisions.values())
        for first, end, cue in self._cues.matches(text):
            if any(place in places for place in range(first + 1, end)):
                continue  # 集|团长|沙, 市|部长|春
            aside = self._aside.match(text, end)
            begin = end + 1 if text.startswith("”", end) else aside.end() if aside and cue == "title" else end
            if cue == "none" or (cue == "occupation" and begin < article.body):
                continue  # a headline goes on with a verb as often as with a name (骑手乐开怀)
            stretch = self._at(context, begin, cue)
            if stretch:
                yield (*stretch, f"after-{cue}", 0.95 if cue == "title" else 0.9)
        for match in self._work_end.finditer(text, article.body):
            end = match.end()
            if self._no_works.length(text, end) or text[end - 1 : end + 1] in common_words():
                continue  # 施工|高峰, 实施|工程
            name = self._certain(context, end)
            if name and (context.is_token_end(end) or name.end - name.begin > SHORT):
                yield name.begin, name.end, "after-work", 0.85
        for pattern in (self._origins, self._age):
            for match in pattern.finditer(text):
                stretch = self._at(context, match.end(), "origin")
                if stretch:
                    yield (*stretch, "after-origin", 0.85)
        for end in context.divisions:
            native = text.startswith(NATIVE, end) and text[end : end + 2] not in common_words()  # 国际|人才
            stretch = self._at(context, end + 1, "origin") if native else None
            if stretch and stretch[1] - stretch[0] > SHORT:
                yield (*stretch, "after-origin", 0.85)
        for end in context.names:
            if text.startswith("的", end):
                stretch = self._at(context, end + 1, "origin")
                if stretch:
                    yield (*stretch, "after-organization", 0.85)
            elif (behind := self._reader.before_stop(context, end)) is not None:
                yield behind.begin, behind.end, "behind-employer", 0.85
        for match in RELATIVE.finditer(text):
            name = self._certain(context, match.end())
            if name and name.end - name.begin > SHORT and text[name.end - 1] not in self._ends_of_places:
                yield name.begin, name.end, "after-relative", 0.8
        for match in self._chosen.finditer(text, article.body):
            name = self._reader.at(context, match.end())
            if name and name.usual and name.score >= AT_LEAST["occupation"] and self._is_chosen.match(text, name.end):
                yield name.begin, name.end, "after-election", 0.9
        for stretch in self._at_clause_begins(context, article.body):
            yield (*stretch, "at-clause-begin", 0.85)
        for begin, _, _ in self._speech.matches(text):
            stretch = self._name_before(context, begin)
            if stretch:
                yield (*stretch, "before-speech", 0.9)
        for begin, _, _ in self._studios.matches(text):
            stretch = self._name_before(context, begin, anywhere=True)
            if stretch:
                yield (*stretch, "before-studio", 0.85)

    def _at(self, context: NameContext, begin: int, cue: str) -> tuple[int, int] | None:
        """The name at a view position, where it reads well enough behind such a cue."""
        name = self._reader.at(context, begin)
        if name is None or name.score < AT_LEAST[cue]:
            name = self._reader.token(context, begin)
        if name is None and cue == "title":
            name = self._reader.without_surname(context, begin)
        if name is None or (begin in context.names.values() and begin in context.divisions.values()):
            return None  # 困难企业|白城某某股份有限公司
        if cue == "occupation" and not context.is_token_begin(begin) and name.score < AT_LEAST[cue] + 1:
            straddled = context.text[begin - 1 : begin + 1] in common_words()
            if straddled or not name.usual or name.end - begin <= SHORT:
                return None  # 老师 in 老师傅接过
        return name.begin, name.end

    def _is_subject(self, text: str, name: ReadName) -> bool:
        """Whether a name reads well enough at a clause's begin, where no word of the language begins with it."""
        if name.weak or not name.usual:
            return False
        fresh = text[name.begin : name.begin + SHORT] not in common_words()
        return name.score >= CERTAIN - (fresh and name.end - name.begin > SHORT)

    def _certain(self, context: NameContext, begin: int) -> ReadName | None:
        """The usual name at a view position that is no word and needs no cue before it."""
        name = self._reader.at(context, begin)
        sure = name is not None and name.usual and name.score >= CERTAIN and not name.weak
        if name is None or not sure:
            return None
        longer = name.end - begin > SHORT + 1
        return name if longer or context.text[begin : begin + SHORT] not in common_words() else None

    def _at_clause_begins(self, context: NameContext, body: int) -> Iterator[tuple[int, int]]:
        """Names that the segmenter sets apart at a clause's begin, before somebody's deed."""
        for begin in (body, *(match.end() for match in self._clause_begin.finditer(context.text))):
            name = self._reader.token(context, begin) or self._reader.short_token(context, begin)
            if name is None and (read := self._reader.at(context, begin)) is not None:
                name = read if self._is_subject(context.text, read) else None
            if name is None or name.begin in context.divisions.values() or name.begin in context.names.values():
                continue
            if self._deeds.at(context.text, name.end) or self._is_introduced(context.text, name.end):
                yield name.begin, name.end

    def _is_introduced(self, text: str, end: int) -> bool:
        """Whether a post or a work stands behind a name, in brackets or between commas (张某，某某医院护士长，)."""
        stated = BRACKET.match(text, end) or APPOSITION.match(text, end)
        return stated is not None and self._works.length(text, stated.end() - 1) > 0

    def _name_before(self, context: NameContext, end: int, *, anywhere: bool = False) -> tuple[int, int] | None:
        """The name that ends at a view position: a whole token, or tokens, begun by a surname after a stop."""
        text = context.text
        for length in (3, 2, 4):
            begin = end - length
            if begin < 0:
                continue
            index = bisect_left(context.token_begins, begin)
            at_token = index < len(context.token_begins) and context.token_begins[index] == begin
            after_word = begin and is_chinese(text[begin - 1]) and text[begin - 1] not in self._ends_before
            surely = anywhere and length > SHORT
            if not at_token or (after_word and not surely and begin not in context.names):
                continue
            name = self._reader.at(context, begin) or (self._reader.token(context, begin) if anywhere else None)
            if name and name.end == end and (name.usual or not anywhere):
                return name.begin, name.end
        return None

    def _repeat(self, text: str, found: dict[int, Mention]) -> None:
        names: dict[str, Mention] = {}
        for mention in found.values():
            if len(mention.label) >= 2 and mention.label == mention.text:
                kept = names.get(mention.label)
                if kept is None or mention.confidence > kept.confidence:
                    names[mention.label] = mention
        covered = {position for mention in found.values() for position in range(mention.begin, mention.end)}
        for begin, end, mention in FormMatcher(names).matches(text) if names else []:
            if begin not in covered:
                found[begin] = _mention(text, begin, end, "repeated-name", mention.confidence)


def _mention(text: str, begin: int, end: int, rule: str, confidence: float) -> Mention:
    name = text[begin:end]
    return Mention(MentionType.PERSON, begin, end, name, rule, confidence, label=re.sub(r"\s", "", name))


def _one_length(text: str, found: dict[int, Mention]) -> None:
    """杨某正 beside 杨某 is 杨某 before 正, unless the short one goes on with that character too."""
    short: dict[str, list[Mention]] = {}
    for mention in found.values():
        if len(mention.text) == 2:
            short.setdefault(mention.text, []).append(mention)
    for begin, mention in sorted(found.items()):
        same = short.get(mention.text[:2], [])
        if len(mention.text) != 3 or not same or mention.rule.startswith("byline"):
            continue
        if any(not text.startswith(mention.text[2], one.end) for one in same):
            found[begin] = _mention(text, begin, begin + 2, mention.rule, mention.confidence)
        else:
            for one in same:
                found[one.begin] = _mention(text, one.begin, one.begin + 3, one.rule, one.confidence)
