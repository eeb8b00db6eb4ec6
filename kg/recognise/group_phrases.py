"""Worker groups that the language composes: a trade, what it is of a trade, and a word for workers.

Guarantees: pure and linear; 快递行业从业人员 is the group whose forms begin with 快递 and end with a word for
workers; a trade that no group has (餐饮行业职工) and people in hardship of a trade (困难货车司机) make a group of
their own, known by the phrase, beneath the group that the lexicon names. The concept of such a group is the
broader one's local name, a slash and the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from kg.recognise.matching import FormMatcher, words

__all__ = ["GroupPhrase", "PhraseFinder"]

SHORTEST_TRADE = 2


class GroupPhrase(NamedTuple):
    """Positions, concept and label of a composed group; the label is empty where the concept has one."""

    begin: int
    end: int
    concept: str
    label: str


class PhraseFinder:
    """Finds composed groups. `forms` maps the forms that the scheme knows to their groups."""

    def __init__(self, table: Mapping[str, Any], forms: Mapping[str, str]) -> None:
        self._forms = forms
        self._heads = words(table["heads"])
        self._broader: str = table["broader"]
        trades = dict.fromkeys(words(table["trades"]), "")
        wide = frozenset(words(table["no_trades"]))
        for form, concept in forms.items():
            if not form.endswith(self._heads):
                continue
            trade = next(form.removesuffix(head) for head in self._heads if form.endswith(head))
            if len(trade) >= SHORTEST_TRADE and trade not in wide:
                trades[trade] = concept
        self._trades = FormMatcher(trades)
        middle, inner, heads = ("|".join(words(table[name])) for name in ("of", "which", "heads"))
        self._rest = re.compile(rf"(?:{middle})?(?:{inner}){{0,2}}(?:{heads})")
        self._hard = words(table["hardship"])
        self._hardship: str = table["hardship_broader"]
        self._hard_trades = frozenset(words(table["hardship_of"]))
        self._children = re.compile(rf"(?:家庭)?的?(?:{'|'.join(words(table['children']))})")
        self._child: str = table["children_broader"]
        self._child_trades = frozenset(words(table["children_of"]))

    def trades(self, text: str) -> list[GroupPhrase]:
        """Workers of a trade, in text order; none that is a form of the scheme."""
        found: list[GroupPhrase] = []
        for begin, end, concept in self._trades.matches(text):
            match = self._rest.match(text, end)
            if match is None or text[begin : match.end()] in self._forms:
                continue
            phrase = text[begin : match.end()]
            found.append(
                GroupPhrase(begin, match.end(), concept or f"{self._broader}/{phrase}", "" if concept else phrase)
            )
        return found

    def around(self, text: str, begin: int, end: int, concept: str) -> GroupPhrase | None:
        """The group that a form makes with the words around it: 困难 before a trade, 子女 behind one."""
        hard = next((word for word in self._hard if text.endswith(word, 0, begin)), "")
        if hard and concept in self._hard_trades:
            phrase = text[begin - len(hard) : end]
            return GroupPhrase(begin - len(hard), end, f"{self._hardship}/{phrase}", phrase)
        children = self._children.match(text, end) if concept in self._child_trades else None
        if children is None:
            return None
        phrase = text[begin : children.end()]
        return GroupPhrase(begin, children.end(), f"{self._child}/{phrase}", phrase)
