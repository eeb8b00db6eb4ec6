"""Surface forms of a lexicon found in a text, on characters, in one linear pass.

Guarantees: matches are leftmost and longest, do not overlap, come in text order, and cost time
linear in the text whatever the number of forms (Aho and Corasick 1975, by `ahocorasick_rs`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

__all__ = ["FormMatch", "FormMatcher", "alternation", "words"]

Value = TypeVar("Value")


class FormMatch(NamedTuple, Generic[Value]):
    """A form at view positions ``[begin, end)`` and what the lexicon says of it."""

    begin: int
    end: int
    value: Value


class FormMatcher(Generic[Value]):
    """Finds the forms of a mapping ``form → value``."""

    def __init__(self, forms: Mapping[str, Value]) -> None:
        ordered = sorted(form for form in forms if form)
        self._values = [forms[form] for form in ordered]
        self._automaton = AhoCorasick(ordered, matchkind=MatchKind.LeftmostLongest)

    def matches(self, text: str) -> list[FormMatch[Value]]:
        """Every match in `text`, in order."""
        return [
            FormMatch(begin, end, self._values[index])
            for index, begin, end in self._automaton.find_matches_as_indexes(text)
        ]


def words(text: str | Iterable[str]) -> tuple[str, ...]:
    """The words of a lexicon entry that lists them between white space, in order, without repeats."""
    listed = text.split() if isinstance(text, str) else text
    return tuple(dict.fromkeys(listed))


def alternation(listed: str | Iterable[str]) -> str:
    """A pattern that matches any of some literal words, the longest first; `listed` as `words` takes it."""
    return "|".join(re.escape(word) for word in sorted(words(listed), key=lambda word: (-len(word), word)))
