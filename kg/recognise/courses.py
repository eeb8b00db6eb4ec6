"""Lists of what is taught or of posts on offer, in which an occupation is no group: 育婴员、电工、面点等培训.

Guarantees: pure and linear; such a list, of one item or more, stands in one clause directly before a noun for courses
or posts, and one of its items at least names a skill: it is an occupation that one learns (焊工), or it ends with none
of the characters of people and is no group with more behind it. A list of workers alone (快递员、保安员培训班) is none.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import Any

from kg.recognise.matching import alternation, words
from kg.recognise.sentences import Stretch

__all__ = ["CourseLists"]

LONGEST_LIST = 48
"""Characters of a list of courses."""


class CourseLists:
    """Finds the groups that only name what a course teaches."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        between = alternation(table["behind_list"])
        nouns, posts, other = (alternation(table[name]) for name in ("nouns", "posts", "no_nouns"))
        self._noun = re.compile(rf"(?:{between}|\d){{0,6}}(?!{other})(?:(?P<course>{nouns})|{posts})")
        self._before_list = re.compile(rf"[，。；：！？（“”\n]|{alternation(table['verbs'])}")
        self._joint = re.compile("[、和及与]")
        self._people = words(table["people"])

    def taught(self, text: str, groups: Iterable[Stretch], learnt: Container[Stretch]) -> set[Stretch]:
        """Those of the stretches of groups that are items of such lists; `learnt` holds those that one learns to be."""
        known = list(groups)
        found: set[Stretch] = set()
        for noun in self._noun.finditer(text):
            begin = self._begin(text, noun.start())
            inside = [span for span in known if begin <= span.begin and span.end <= noun.start()]
            last = any(span in learnt and span.end == noun.start() for span in inside)
            if last or (inside and noun["course"] and self._names_skill(text, begin, noun.start(), inside)):
                found.update(inside)
        return found

    def _begin(self, text: str, end: int) -> int:
        """Where the list that ends at a view position begins: behind the last mark or verb."""
        begin = max(0, end - LONGEST_LIST)
        for match in self._before_list.finditer(text, begin, end):
            begin = match.end()
        return begin

    def _names_skill(self, text: str, begin: int, end: int, groups: list[Stretch]) -> bool:
        position, items = begin, []
        for joint in self._joint.finditer(text, begin, end):
            items.append(Stretch(position, joint.start()))
            position = joint.end()
        items.append(Stretch(position, end))
        return len(items) > 1 and any(
            item.begin < item.end
            and not text.endswith(self._people, item.begin, item.end)
            and not any(group.begin < item.end and item.begin < group.end and group != item for group in groups)
            for item in items
        )
