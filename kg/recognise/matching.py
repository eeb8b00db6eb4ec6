"""Surface forms of a lexicon found in a text, on characters: all of them in one linear pass, or one at a place.

Guarantees: matches are leftmost and longest, do not overlap, come in text order, and cost time
linear in the text whatever the number of forms (Aho and Corasick 1975, by `ahocorasick_rs`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

__all__ = ["FirstWords", "FormMatch", "FormMatcher", "LastWords", "alternation", "words"]

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


class FirstWords:
    """Tells whether a text goes on with one of many words, in a time that does not depend on how many they are."""

    def __init__(self, listed: Iterable[str]) -> None:
        self._words = frozenset(listed)
        self._lengths = _lengths(self._words, 0)

    def length(self, text: str, position: int) -> int:
        """The length of the longest word at the view position, or 0."""
        for length in self._lengths.get(text[position : position + 1], ()):
            if text[position : position + length] in self._words:
                return length
        return 0

    def at(self, text: str, position: int) -> bool:
        """Whether a word begins at the view position."""
        return self.length(text, position) > 0


class LastWords:
    """Tells whether a text ends with one of many words, in a time that does not depend on how many they are."""

    def __init__(self, listed: Iterable[str]) -> None:
        self._words = frozenset(listed)
        self._lengths = _lengths(self._words, -1)

    def length(self, text: str, end: int) -> int:
        """The length of the longest word that ends at the view position, or 0."""
        for length in self._lengths.get(text[end - 1 : end], ()):
            if length <= end and text[end - length : end] in self._words:
                return length
        return 0


def _lengths(listed: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    """The lengths of the words with some character first (0) or last (-1), the longest first."""
    found: dict[str, set[int]] = {}
    for word in listed:
        found.setdefault(word[place], set()).add(len(word))
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in found.items()}


def words(text: str | Iterable[str]) -> tuple[str, ...]:
    """The words of a lexicon entry that lists them between white space, in order, without repeats."""
    listed = text.split() if isinstance(text, str) else text
    return tuple(dict.fromkeys(listed))


def alternation(listed: str | Iterable[str]) -> str:
    """A pattern that matches any of some literal words, the longest first; `listed` as `words` takes it."""
    return "|".join(re.escape(word) for word in sorted(words(listed), key=lambda word: (-len(word), word)))
