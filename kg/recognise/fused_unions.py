"""Federations of several levels or divisions that share one head (省、市总工会, 甘肃、青海两省总工会).

Guarantees: every federation of such a list is a mention of its own, in text order, whose label names it in full or
by its level; the mentions do not overlap; the last one ends with the head. Where the list means all of a level
(各县区总工会) there is none. Linear in the length of the list.
"""

from __future__ import annotations

import re

from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameContext

__all__ = ["fused_federations"]

LONGEST_LIST = 16
LEVEL = "(?:自治区|自治州|自治县|[省市县区州旗])"
LEVELS = re.compile(rf"{LEVEL}(?:[、和及与]?(?:{LEVEL}|[镇乡]))+(?=(?:[两二三四]级)?$)")
ONE_LEVEL = re.compile(rf"{LEVEL}|[镇乡]")
TOGETHER = re.compile(r"[两二三四五六七八九](?:级|省|市|区|县|州|地|省区|省市|省份)$")
MANY = ("各", "全", "多", "有", "个", "）")


def fused_federations(context: NameContext, begin: int, end: int) -> list[Mention] | None:
    """The federations that share the head at ``[begin, end)``; empty where they are many, None where none are fused."""
    before = context.text[max(0, begin - LONGEST_LIST) : begin]
    offset = begin - len(before)
    together = TOGETHER.search(before)
    if together:
        listed = _divisions(context, offset + together.start())
        if listed:
            return [_shared(context, first, last, begin, end) for first, last in listed]
    levels = LEVELS.search(before)
    if levels is None:
        return None
    first = offset + levels.start()
    last = offset + levels.end()
    if any(begins < first < end <= last and end != first + 1 for end, begins in context.divisions.items()):
        return None  # 杭州市总工会
    if context.text.endswith(MANY, 0, first):
        return []
    if first + 1 in context.divisions and "、" not in levels.group() and not together:
        return None  # 佛山市区总工会
    words = [(offset + word.start(), offset + word.end()) for word in ONE_LEVEL.finditer(before, levels.start())]
    words = [(first, last) for first, last in words if last <= offset + levels.end()]
    return [
        Mention(
            MentionType.UNION,
            context.divisions.get(last, first),
            end if (first, last) == words[-1] else last,
            context.text[context.divisions.get(last, first) : end if (first, last) == words[-1] else last],
            "union-fused",
            0.85,
            label=context.text[context.divisions.get(last, first) : last] + "总工会",
        )
        for first, last in words
    ]


def _divisions(context: NameContext, end: int) -> list[tuple[int, int]]:
    """The divisions of the list that ends at `end`, in text order; empty for fewer than two."""
    found: list[tuple[int, int]] = []
    while end in context.divisions:
        begin = context.divisions[end]
        while begin in context.divisions:
            begin = context.divisions[begin]
        found.insert(0, (begin, end))
        if begin == 0 or context.text[begin - 1] not in "、和与及":
            break
        end = begin - 1
    return found if len(found) > 1 else []


def _shared(context: NameContext, first: int, last: int, begin: int, end: int) -> Mention:
    stop = end if last + 2 >= begin else last
    name = context.text[first:last]
    return Mention(
        MentionType.UNION, first, stop, context.text[first:stop], "union-shared-head", 0.9, label=name + "总工会"
    )
