"""People in lists: behind a name (王某、李某), and before 等 with a word for what they are, or 分获.

Guarantees: every name of a list reads like one by itself; a list of one needs a number, 同志 or its
employer directly before it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import FirstWords, FormMatcher, LastWords, words
from kg.recognise.person_names import NameReader, is_chinese

__all__ = ["ListedPeople"]

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
        self._after_lists = FormMatcher({form: form for form in (COMRADE, *words(table["after_lists"]))})

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
        called = text[end : end + self._titles.length(text, end)]
        while text[(end := end + len(called)) : end + 1] in LISTED and end < len(text):
            name = self._reader.at(context, end + 1)
            if name is None or name.weak or name.score < AT_LEAST + name.usual:
                return
            if name.begin in context.divisions.values() or not text.startswith(called, name.end):
                return
            yield name.begin, name.end
            end = name.end

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

    def _before(self, context: NameContext, end: int, *, alone: bool = False) -> list[tuple[int, int]]:
        text = context.text
        found: list[tuple[int, int]] = []
        while True:
            name = next(
                (
                    name
                    for length in (3, 2, 4)
                    if end - length >= 0
                    and (name := self._reader.at(context, end - length)) is not None
                    and name.end == end
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
                return []
            found.append((name.begin, name.end))
            if text[name.begin - 1 : name.begin] != "、":
                employed = name.begin in context.names
                awarded = self._awarding.length(text, name.begin) > 1
                stop = awarded or not is_chinese(text[max(name.begin - 1, 0) : name.begin])
                return found if len(found) > 1 or employed or awarded or (alone and stop) else []
            end = name.begin - 1
