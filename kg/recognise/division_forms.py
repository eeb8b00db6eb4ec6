"""The names of divisions found in a text.

Guarantees: matches are leftmost and longest, do not overlap and come in text order, each with all divisions that bear
the form; linear in the text. A form is looked for by its first two characters: with tens of thousands of forms, an
automaton of them all would cost more to build than most runs spend on finding them.
"""

from __future__ import annotations

from kg.recognise.gazetteer import Division, Gazetteer
from kg.recognise.matching import FormMatch

__all__ = ["DivisionForms"]

BEGIN = 2
"""Characters that every form has at least."""


class DivisionForms:
    """Finds the forms of a gazetteer that name a place by themselves."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._forms = gazetteer.names()
        lengths: dict[str, set[int]] = {}
        for form in self._forms:
            lengths.setdefault(form[:BEGIN], set()).add(len(form))
        self._lengths = {begin: tuple(sorted(found, reverse=True)) for begin, found in lengths.items()}

    def matches(self, text: str) -> list[FormMatch[tuple[Division, ...]]]:
        """Every form in `text`, in order."""
        found: list[FormMatch[tuple[Division, ...]]] = []
        behind = 0
        for begin in range(len(text) - BEGIN + 1):
            lengths = self._lengths.get(text[begin : begin + BEGIN])
            if lengths is None or begin < behind:
                continue
            form = next((text[begin : begin + n] for n in lengths if text[begin : begin + n] in self._forms), "")
            if form:
                behind = begin + len(form)
                found.append(FormMatch(begin, behind, self._gazetteer.candidates(form)))
        return found
