"""People in lists: behind a name (王某、李某), before 等 with a word for what they are, 分获, or their title.

Guarantees: every name of a list reads like one by itself; a list of one needs a number, 同志 or its
employer directly before it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.models.common_words import common_words
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import FirstWords, FormMatcher, LastWords, alternation, words
from kg.recognise.person_names import NameReader, ReadName, is_chinese

__all__ = ["BEFORE_TITLE", "ListedPeople"]

BEFORE_TITLE = "before-title"
"""Rule of a name that was found by the title directly behind it."""

COUNTED = re.compile("等[0-9一二三四五六七八九十百两]{1,4}余?[名位]")
PEOPLE = re.compile("等[0-9一二三四五六七八九十百两]{1,4}余?人(?!次)")
COMRADE = "同志"
LISTED = "、和及与"
MANY = 3
"""So many usual names before 等 are people's, whatever stands behind."""
AT_LEAST = 2
"""How well a listed name must read, one of usual characters by one more."""


class ListedPeople:
    """Finds the people of lists."""

    def __init__(self, lexicon: Lexicon, reader: NameReader, cues: tuple[str, ...]) -> None:
        table = lexicon.table("people")
        self._reader = reader
        self._classes = FirstWords(cues)
        self._titles = FirstWords(words(table["titles"]))
        self._awarding = LastWords(words(table["awarding"]))
        deputies = ("", *words(table["bodies"]["deputies"]))
        behind = words(table["posts"]["behind_names"])
        self._titles_behind = FormMatcher({deputy + title: title for deputy in deputies for title in behind})
        self._aside = re.compile(f"（(?:{alternation(table['posts']['asides'])})）")
        self._bare_bodies = LastWords(words(table["bodies"]["bare"]))
        self._after_lists = FormMatcher({form: form for form in (COMRADE, *words(table["after_lists"]))})

    def before_titles(self, context: NameContext) -> Iterator[tuple[int, int]]:
        """Names directly before a title and a stop, or a word that follows names (某工会张某主席、李某副主席一行)."""
        text, divisions = context.text, frozenset(context.divisions.values())
        for title, end, _ in self._titles_behind.matches(text):
            if is_chinese(text[end : end + 1]) and not self._reader.followers.at(text, end):
                continue
            listed = self._before(context, title, alone=True, called=True)
            if not any(begin in divisions or text[begin:stop] in common_words() for begin, stop in listed):
                yield from listed

    def before_words(self, context: NameContext) -> Iterator[tuple[int, int, str]]:
        """Names before a word that a list stands before, with the rule that found them."""
        for begin, end in self._before_class(context):
            yield begin, end, "before-class"
        for stop, _, cue in self._after_lists.matches(context.text):
            for begin, end in self._before(context, stop, alone=cue == COMRADE):
                yield begin, end, "listed-subject"

    def following(self, context: NameContext, end: int) -> Iterator[tuple[int, int]]:
        """Names listed behind a name: 王某、李某某 and 贾某某、余某 …, 王某律师、李某律师."""
        text = context.text
        aside = self._aside.match(text, end)
        end = aside.end() if aside else end
        called, count = text[end : end + self._titles.length(text, end)], 0
        while text[(end := end + len(called)) : end + 1] in LISTED and end < len(text):
            name = self._reader.at(context, end + 1)
            if name is None or name.weak or name.score < AT_LEAST + name.usual:
                return
            placed = name.begin in context.divisions.values() and count < MANY - 1
            if placed or not text.startswith(called, name.end):
                return
            yield name.begin, name.end
            count += 1
            aside = self._aside.match(text, name.end)
            end = aside.end() if aside else name.end

    def _ending(self, context: NameContext, begin: int, end: int, *, called: bool) -> ReadName | None:
        """The name at view positions ``[begin, end)``, read with a title behind it where it is `called` so."""
        name = self._reader.before_word(context, begin, end) if called else self._reader.at(context, begin)
        return name if name is not None and name.end == end else None

    def _before_class(self, context: NameContext) -> Iterator[tuple[int, int]]:
        """The names of 王某某、李某某等劳模, 王某某等3名选手, before 等 and the word for what they are.

        One name alone needs the number, and stands at a clause's begin.
        """
        text, divisions = context.text, frozenset(context.divisions.values())
        position = text.find("等")
        while position >= 0:
            if self._classes.at(text, position + 1):
                yield from self._before(context, position)
            elif PEOPLE.match(text, position) or COUNTED.match(text, position):
                yield from self._before(context, position, alone=True)
            elif len(listed := self._before(context, position)) >= MANY:
                yield from (one for one in listed if not any(one[0] in divisions for one in listed))
            position = text.find("等", position + 1)

    def _before(
        self, context: NameContext, end: int, *, alone: bool = False, called: bool = False
    ) -> list[tuple[int, int]]:
        """The names of the list that ends at a view position; `called` where a title stands there."""
        text = context.text
        found: list[tuple[int, int]] = []
        while True:
            name = next(
                (
                    name
                    for length in (4, 3, 2)
                    if end - length >= 0
                    and (name := self._ending(context, end - length, end, called=called and not found)) is not None
                    and name.usual
                    and (
                        text[name.begin - 1 : name.begin] == "、"
                        or context.is_token_begin(name.begin)
                        or self._awarding.length(text, name.begin) > 0
                    )
                ),
                None,
            )
            if name is None:
                return found if called else []
            found.append((name.begin, name.end))
            if text[name.begin - 1 : name.begin] != "、":
                employed = name.begin in context.names or self._bare_bodies.length(text, name.begin) > 0
                awarded = self._awarding.length(text, name.begin) > 1
                stop = awarded or not is_chinese(text[max(name.begin - 1, 0) : name.begin])
                return found if len(found) > 1 or employed or awarded or (alone and stop) else []
            end = name.begin - 1
