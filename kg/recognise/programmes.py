"""Programmes, activities and measures that a text names, in quotation marks or not.

Guarantees: a mention covers the whole noun phrase (首届“…”认定工作); its label is the name without
quotation marks, and `core` gives the quoted part. Speech and figures of speech are left out by the
lexicon. Nothing here says who ran it: that is for `relate`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import FormMatcher, alternation, words

__all__ = ["ProgrammeFinder", "core", "plain_name"]

QUOTED = re.compile(r"[“《]([^“”《》\n。；]{2,40})[”》]")
PUNCTUATION = re.compile(r"[，。；：！？、\n“”《》—…（）]")
LISTED_BY = ("", "、", "和", "及", "与")
"""What may stand between the quoted names of a list."""
REST_OF_LIST = re.compile(r"(?:[、和及与]?“[^“”\n，。；]{2,30}”){0,6}[，。；]")
"""What stands behind a quoted name of a list that no head noun ends."""
LIST = re.compile(r"(?:[、和]?[“《][^“”《》\n。；]{2,30}[”》]){1,6}等?")
LIST_GOES_ON = "(?:[、和]?“[^“”\n。；]{2,30}”){0,6}"
IN_TITLE = re.compile(r"《[^》]*\Z")
"""Before what stands in the title of a law or a document that was found to be no programme."""
QUOTES_AND_BREAKS, SPACES = re.compile(r"[“”‘’《》\r\n]"), re.compile(r"[ \t\u3000]+")
LONGEST_TAIL = 28
LONGEST_NAME = 45
CONFIDENCE = {"programme-quoted": 0.85, "programme-after-verb": 0.7, "programme-head": 0.6, "programme-event": 0.6}
SHORTEST_BARE = 3
"""Characters of a quotation that no head noun follows and that may yet be a name."""
SHORTEST_EVENT = 6
"""Characters before the head noun of an event that only its verb (…启动, …在某地举行) makes a name."""
INNER_QUOTATION = 8
"""Characters of a quotation that may stand inside a name (庆“五一”职工运动会)."""
SECOND_QUOTATION = re.compile(r"[\u4e00-\u9fff]{0,8}“([^“”\n，。；]{2,14})”")
"""A name may go on over a second quotation (“…”关爱职工“十大行动”)."""
SHORT_QUOTATION = re.compile(rf"“[\u4e00-\u9fff0-9]{{1,{INNER_QUOTATION - 2}}}”(?=[\u4e00-\u9fff])")
SHORTEST_BEFORE = 3
"""Characters between a quoted name and a word that its noun phrase quotes; closer ones are a list (“甲”和“乙”)."""
COUNT = "[0-9〇一二两三四五六七八九十百千几数多余]+"
LONGEST_LEAD = 16
LONGEST_UNQUOTED = 30
NAME_PIECE = re.compile(r"[\u4e00-\u9fff0-9A-Za-z·+]+")


class ProgrammeFinder:
    """Finds named programmes in one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("programmes")
        self._heads = FormMatcher({form: form for form in words(table["heads"])})
        self._strong = FormMatcher({form: form for form in words(table["strong_heads"])})
        events = table["events"]
        self._events = FormMatcher({form: form for form in words(events["heads"])})
        editions = table["editions"]
        units, first = alternation(editions["units"]), alternation(editions["first"])
        ordinal = f"第[0-9一二三四五六七八九十]{{1,3}}(?:{units})|{first}"
        earlier = alternation(editions["earlier"])
        self._edition_lead = re.compile(rf"20\d\d年度?|{ordinal}|{earlier}|前?[二两三四五六七八九十]届")
        self._edition = re.compile(rf"20\d\d|{ordinal}|{alternation(editions['reach'])}")
        batches = alternation(words(editions["batches"]))
        self._batches = re.compile(rf"(?:每|{COUNT})(?:{batches})")
        self._event_stops = frozenset(words(events["stops"]))
        adverbs, verbs = ("|".join(map(re.escape, words(events[name]))) for name in ("adverbs", "verbs"))
        made_at = alternation(words(table["made_at"]))
        self._made_at = re.compile(rf"(?:{adverbs})?在[^，。；：“”\n]{{1,28}}?(?:{adverbs}){{0,2}}(?:{made_at})")
        self._takes_place = re.compile(rf"(?:{adverbs})?(?:在[^，。；：“”\n]{{1,28}}?)?(?:{adverbs}){{0,2}}(?:{verbs})")
        opening = table["opening"]
        counts, units = alternation(opening["counts"]), alternation(opening["units"])
        adverbs, begun = alternation(opening["adverbs"]), alternation(opening["verbs"])
        each = alternation(opening["each"])
        counted = rf"(?:{each})(?:{units})|(?:{adverbs})?(?:{counts}|[0-9])+(?:{units})(?!一)"
        day = r"(?:[0-9]{1,2}月)?[0-9]{1,2}日"
        self._opening = re.compile(
            rf"(?:{day}|{alternation(opening['actors'])}|(?:{adverbs})?(?:{begun})[了过]?|{counted})+"
        )
        self._counted = re.compile(
            rf"(?<=[0-9{''.join(words(opening['counts']))}])(?:{alternation(opening['measures'])})"
        )
        self._begun = re.compile(rf"(?<=[{''.join(sorted({verb[-1] for verb in words(opening['verbs'])}))}])[了过]")
        self._before = words(table["before"])
        self._stops = frozenset(words(table["stops"])) - frozenset(words(table["heads"]))
        self._back_stops = self._stops.union(self._before)
        self._weak = frozenset(words(table["weak_heads"]))
        self._place_heads = words(table["place_heads"])
        self._made = words(table["made"])
        self._own_heads = words(table["own_heads"])
        self._not = frozenset(words(table["not_programmes"]))
        self._describing = words(table["describing"])
        self._speech = words(table["speech"])
        self._goes_on = words(table["goes_on"])
        self._hands = words(table["hands"])
        self._laws = words(table["laws"])
        self._slogan = re.compile(rf"{LIST_GOES_ON}的?等?(?:{alternation(words(table['slogans']))})")

    def mentions(self, context: NameContext) -> list[Mention]:
        """Programmes in text order; adjacent quoted names (“甲”“乙”等活动) are one mention each."""
        found = list(self._quoted(context))
        for mention in self._unquoted(context):
            if not any(other.begin < mention.end and mention.begin < other.end for other in found):
                found.append(mention)
        return sorted(found, key=lambda mention: (mention.begin, mention.end))

    def _quoted(self, context: NameContext) -> Iterator[Mention]:
        last, reached = -1, 0
        for match in QUOTED.finditer(context.text):
            name = match.group(1)
            if match.start() < reached and not name.endswith(self._own_heads):
                continue  # a word that the name before quotes
            if name in self._not or name.startswith(self._describing) or not re.search(r"[\u4e00-\u9fff]{2}", name):
                continue
            if self._slogan.match(context.text, match.end()):
                continue
            end = self._tail(context, match.end())
            if end > match.end() and _offers(context.text, end):
                continue
            if match.group().startswith("《") and end == match.end() and self._is_document(context.text, match, name):
                continue
            headed = end > match.end() or self._listed(context, match.end()) or name.endswith(self._own_heads)
            after_verb = self._after_verb(context.text, match) or self._goes_on_from(context.text, match, last)
            if context.text[:end].rstrip("”》").endswith(self._place_heads):
                made = context.text.startswith(self._made, end) or self._made_at.match(context.text, end) is not None
                headed = after_verb or made
                after_verb = False
            if end == match.end() and len(name) < SHORTEST_BARE:
                continue  # a word in quotation marks (“两癌”), not a name
            if headed or after_verb:
                last, reached = -1 if headed else end, end
                begin = self._lead(context, match.start())
                yield self._mention(context, begin, end, "programme-quoted" if headed else "programme-after-verb", name)

    def _is_document(self, text: str, match: re.Match[str], name: str) -> bool:
        """Whether a title in 《》 is a law, or a paper that somebody acts by, hands out or reads."""
        return name.endswith(self._laws) or text.endswith(self._hands, 0, match.start())

    def _goes_on_from(self, text: str, match: re.Match[str], end: int) -> bool:
        """Whether a quotation stands right behind a programme of a list that no noun ends (推出“甲”和“乙”)."""
        between = text[end : match.start()] if 0 < end <= match.start() <= end + 1 else "-"
        return between in LISTED_BY and REST_OF_LIST.match(text, match.end()) is not None

    def _after_verb(self, text: str, match: re.Match[str]) -> bool:
        """Whether a quotation without a head noun stands behind a verb of starting, and is not what somebody says."""
        if text[match.start()] == "《" and text.endswith(self._hands, 0, match.start()):
            return False
        return text.endswith(self._before, 0, match.start()) and not text.startswith(self._speech, match.end())

    def _mention(self, context: NameContext, begin: int, end: int, rule: str, name: str) -> Mention:
        text = context.text[begin:end]
        return Mention(
            MentionType.PROGRAMME, begin, end, text, rule, CONFIDENCE[rule], label=plain_name(text), concept=name
        )

    def _listed(self, context: NameContext, begin: int) -> bool:
        """Whether a quoted name stands in a list that ends with one head noun for all (“甲”“乙”等活动)."""
        more = LIST.match(context.text, begin)
        return more is not None and self._tail(context, more.end()) > more.end()

    def _tail(self, context: NameContext, begin: int) -> int:
        """Where the noun phrase behind a closing quotation mark ends; `begin` itself where there is none."""
        second = SECOND_QUOTATION.match(context.text, begin)
        if second is not None and second.group(1).endswith(self._own_heads):
            return second.end()
        window = context.text[begin : begin + LONGEST_TAIL]
        limit = _phrase_end(window)
        position = begin
        heads = {match.begin: match.end for match in self._heads.matches(window)}
        while position < begin + limit and not (position > begin and _offers(context.text, position)):
            if position - begin in heads:
                position = begin + heads[position - begin]
                continue
            end = context.next_token(position)
            if context.text[position:end] in self._stops:
                break
            position = end
        reach = min(position, begin + limit)
        return begin + max((match.end for match in self._heads.matches(context.text[begin:reach])), default=0)

    def _lead(self, context: NameContext, quote: int) -> int:
        """Where the noun phrase before an opening quotation mark begins: at an edition (首届“…”), else at the mark."""
        position = self._back(context, quote, LONGEST_LEAD)
        match = self._edition_lead.search(context.text, position, quote)
        return match.start() if match else quote

    def _back(self, context: NameContext, end: int, longest: int, stops: frozenset[str] | None = None) -> int:
        """How far a noun phrase that ends at a view position may reach back: to a stop, a name or a sign."""
        text, position = context.text, end
        stops = self._back_stops if stops is None else stops
        while position > 0 and end - position < longest and position not in context.names:
            if position in context.divisions:
                position = context.divisions[position]
                continue
            opened = text.rfind("“", max(0, position - INNER_QUOTATION), position) if text[position - 1] == "”" else -1
            if opened > 0 and "”" not in text[opened : position - 1]:
                position = opened
                continue
            begin = context.piece(position)
            piece = text[begin:position]
            if piece in stops or not NAME_PIECE.fullmatch(piece):
                break
            position = begin
        return position

    def _unquoted(self, context: NameContext) -> Iterator[Mention]:
        for begin, end, head in self._strong.matches(context.text):
            reached = self._back(context, begin, LONGEST_UNQUOTED)
            start = self._opened(context, reached, begin)
            if context.text.startswith(self._goes_on, end) or self._batches.match(context.text, reached):
                continue
            if IN_TITLE.search(context.text, max(0, start - 40), start):
                continue
            if end - start <= LONGEST_NAME and self._tells_apart(context, start, begin, head):
                yield self._mention(context, start, end, "programme-head", "")
        for begin, end, _ in self._events.matches(context.text):
            if not self._takes_place.match(context.text, end):
                continue
            start = self._opened(context, self._back(context, begin, LONGEST_UNQUOTED, self._event_stops), begin)
            if begin - start >= SHORTEST_EVENT and end - start <= LONGEST_NAME:
                yield self._mention(context, start, end, "programme-event", "")

    def _opened(self, context: NameContext, begin: int, head: int) -> int:
        """Where a name begins behind a day, a verb of starting and a number of events (共开办, 三场, 每期)."""
        for pattern in (self._counted, self._begun, self._opening):
            opening = pattern.match(context.text, begin, head)
            begin = begin if opening is None else opening.end()
        return begin

    def _tells_apart(self, context: NameContext, begin: int, head_begin: int, head: str) -> bool:
        """Whether what stands before a head noun makes a name of it: an edition, a division, or enough words."""
        before = context.text[begin:head_begin]
        if before + head in self._not or before in self._not or len(before) < 2 or before.startswith(self._describing):
            return False
        if head not in self._weak:
            return True
        has_division = any(begin <= start < head_begin for start in context.divisions.values())
        return has_division or self._edition.search(before) is not None or (head == "行动" and len(before) >= 4)


def _phrase_end(text: str) -> int:
    """Where a noun phrase ends at the latest: at a sign, unless a word of it is quoted (…女职工免费“两癌”筛查活动)."""
    inside = 0
    for stop in PUNCTUATION.finditer(text):
        quotation = SHORT_QUOTATION.match(text, stop.start())
        if quotation and stop.start() >= SHORTEST_BEFORE:
            inside = quotation.end()
        elif stop.end() > inside:
            return stop.start()
    return len(text)


def plain_name(text: str) -> str:
    """A programme's name without quotation marks and line breaks; a space inside it stays one space."""
    return SPACES.sub(" ", QUOTES_AND_BREAKS.sub("", text)).strip()


def core(mention: Mention) -> str:
    """The quoted part of a programme's name, or the whole name where nothing is quoted."""
    return plain_name(mention.concept or mention.label)


def _offers(text: str, position: int) -> bool:
    """Whether a platform's name ends and a quotation begins at a position (“…”APP|“…”活动): it only offers that."""
    return text[position - 1].isascii() and text[position - 1].isalpha() and text.startswith(("“", "《"), position)
