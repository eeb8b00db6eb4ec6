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
from kg.recognise.matching import FormMatcher, words

__all__ = ["ProgrammeFinder", "core", "plain_name"]

QUOTED = re.compile(r"[“《]([^“”《》\n。；]{2,40})[”》]")
LEFT = re.compile(
    r"(?:(?:20\d\d年)?度?(?:首届|首批|第[0-9一二三四五六七八九十]{1,3}[届批期季]|全[国省市区县])?[\u4e00-\u9fff0-9]{0,12}|首届|首批)$"
)
PUNCTUATION = re.compile(r"[，。；：！？、\n“”《》—…（）]")
LIST = re.compile(r"(?:[、和]?[“《][^“”《》\n。；]{2,30}[”》]){1,6}等?")
LONGEST_TAIL = 28
LONGEST_HEAD = 16


class ProgrammeFinder:
    """Finds named programmes in one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("programmes")
        self._heads = FormMatcher({form: form for form in words(table["heads"])})
        self._strong = FormMatcher({form: form for form in words(table["strong_heads"])})
        self._before = tuple(sorted(words(table["before"]), key=len, reverse=True))
        self._stops = frozenset(words(table["stops"]))
        self._stop_forms = FormMatcher({form: form for form in words(table["stops"]) if len(form) > 1})
        self._not = frozenset(words(table["not_programmes"]))
        self._speech = words(table["speech"])

    def mentions(self, context: NameContext) -> list[Mention]:
        """Programmes in text order; adjacent quoted names (“甲”“乙”等活动) are one mention each."""
        found = list(self._quoted(context))
        taken = [(mention.begin, mention.end) for mention in found]
        for mention in self._unquoted(context):
            if not any(begin < mention.end and mention.begin < end for begin, end in taken):
                found.append(mention)
        return sorted(found, key=lambda mention: (mention.begin, mention.end))

    def _quoted(self, context: NameContext) -> Iterator[Mention]:
        text = context.text
        for match in QUOTED.finditer(text):
            name = match.group(1)
            if name in self._not or not re.search(r"[\u4e00-\u9fff]{2}", name):
                continue
            end = self._tail(text, match.end())
            headed = end > match.end() or self._listed(text, match.end())
            own_head = any(
                name.endswith(form)
                for form in (
                    "行动",
                    "活动",
                    "工程",
                    "计划",
                    "大赛",
                    "礼包",
                    "服务",
                    "之家",
                    "驿站",
                    "招聘会",
                    "课堂",
                    "套餐",
                )
            )
            after_verb = any(text.endswith(verb, 0, match.start()) for verb in self._before)
            if not (headed or own_head or after_verb):
                continue
            if not headed and (
                any(text.startswith(word, match.end()) for word in self._speech)
                or (re.search(r"[！？!?]", name) and not after_verb)
            ):
                continue
            if text[match.start()] == "《" and not headed and not after_verb:
                continue
            begin = self._lead(context, match.start())
            label = plain_name(text[begin:end])
            yield Mention(
                MentionType.PROGRAMME,
                begin,
                end,
                text[begin:end],
                "programme-quoted" if headed or own_head else "programme-after-verb",
                0.85 if headed else 0.7,
                label=label,
                concept=name,
            )

    def _listed(self, text: str, begin: int) -> bool:
        """Whether a quoted name stands in a list that ends with one head noun for all (“甲”“乙”等活动)."""
        more = LIST.match(text, begin)
        return more is not None and self._tail(text, more.end()) > more.end()

    def _tail(self, text: str, begin: int) -> int:
        """Where the noun phrase behind a closing quotation mark ends; `begin` itself where there is none."""
        window = text[begin : begin + LONGEST_TAIL]
        stop = PUNCTUATION.search(window)
        if stop:
            window = window[: stop.start()]
        heads = [match.end for match in self._heads.matches(window)]
        stops = [
            match.begin
            for match in self._stop_forms.matches(window)
            if not any(head.begin <= match.begin < head.end for head in self._heads.matches(window))
        ]
        stops += [index for index, character in enumerate(window) if character in self._stops and index < 40]
        limit = min(list(stops), default=len(window))
        return begin + max((end for end in heads if end <= limit), default=0)

    def _lead(self, context: NameContext, quote: int) -> int:
        """Where the noun phrase before an opening quotation mark begins."""
        text = context.text
        position = quote
        while position > 0 and quote - position < LONGEST_HEAD:
            if position in context.names:
                break
            if position in context.divisions:
                position = context.divisions[position]
                continue
            begin = context.piece(position)
            piece = text[begin:position]
            if piece in self._stops or piece in self._before or not re.fullmatch(r"[\u4e00-\u9fff0-9]+", piece):
                break
            position = begin
        lead = text[position:quote]
        match = re.search(r"(20\d\d年度?|首届|首批|第[0-9一二三四五六七八九十]{1,3}[届批期季]).*$", lead)
        return position + match.start() if match else quote

    def _unquoted(self, context: NameContext) -> Iterator[Mention]:
        text = context.text
        for begin, end, _head in self._strong.matches(text):
            start = self._unquoted_begin(context, begin)
            if begin - start < 2 or end - start > 45:
                continue
            yield Mention(
                MentionType.PROGRAMME,
                start,
                end,
                text[start:end],
                "programme-head",
                0.6,
                label=plain_name(text[start:end]),
                concept="",
            )

    def _unquoted_begin(self, context: NameContext, head: int) -> int:
        text, position = context.text, head
        while position > 0 and head - position < 30:
            if position in context.names:
                break
            if position in context.divisions:
                position = context.divisions[position]
                continue
            begin = context.piece(position)
            piece = text[begin:position]
            if piece in self._stops or piece in self._before or not re.fullmatch(r"[\u4e00-\u9fff0-9A-Za-z·+]+", piece):
                break
            position = begin
        return position


def plain_name(text: str) -> str:
    """A programme's name without quotation marks and line breaks."""
    return re.sub(r"[“”‘’《》\s]", "", text)


def core(mention: Mention) -> str:
    """The quoted part of a programme's name, or the whole name where nothing is quoted."""
    return plain_name(mention.concept or mention.label)
