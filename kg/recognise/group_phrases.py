"""Worker groups that the language composes: a trade, what it is of a trade, and a word for workers.

Guarantees: pure and linear; 快递行业从业人员 is the group whose forms begin with 快递 and end with a word for
workers; a trade that no group has (餐饮行业职工), one of a class of occupations, people in hardship of a trade
(困难货车司机), and the children and relatives of a group (医护人员家属) make a group of their own beneath the one
that the lexicon names; a household (环卫工人家庭) is the group itself. The concept of such a group is the broader
one's local name, a slash and what all its forms share: 餐饮员工 and 餐饮行业职工 are one group.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from kg.recognise.matching import FormMatcher, LastWords, alternation, words

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
        self._classes = frozenset(words(table["classes"]))
        self._trades = FormMatcher(self._known_trades(table, forms))
        middle, inner, heads = ("|".join(words(table[name])) for name in ("of", "which", "heads"))
        self._rest = re.compile(rf"(?:{middle})?((?:{inner}){{0,2}})({heads})")
        self._part = re.compile("|".join(words(table["apart"])))
        self._hard = words(table["hardship"])
        self._hardship: str = table["hardship_broader"]
        self._hard_trades = frozenset(words(table["hardship_of"]))
        self._children = re.compile(rf"(?:家庭)?的?(?:{'|'.join(words(table['children']))})")
        self._child: str = table["children_broader"]
        self._no_children = frozenset(words(table["no_children_of"]))
        self._hard_parents = frozenset(words(table["hardship_children_of"]))
        self._hard_child: str = table["hardship_children_broader"]
        self._women = re.compile(rf"(?<![{''.join(words(table['not_women']))}])(?:{alternation(table['women'])})\Z")
        self._women_of = frozenset(words(table["women_of"]))
        relatives, household = alternation(table["relatives"]), table["household"]
        self._relatives = re.compile(rf"们?的?(?:{relatives})|(?P<household>{household})")
        self._relative: str = table["relatives_broader"]
        self._no_relatives = frozenset(words(table["no_relatives_of"]))
        self._known_relatives = {
            forms[form.removesuffix(word)]: concept
            for word in (*words(table["relatives"]), table["household"])
            for form, concept in forms.items()
            if form.endswith(word) and form.removesuffix(word) in forms
        }
        self._attributes = LastWords(words(table["attributes"]))
        self._no_attributes = frozenset(words(table["no_attributes_of"]))
        self._jobs, self._no_jobs = words(table["jobs"]), frozenset(words(table["no_jobs_of"]))
        self._trades_of_jobs = LastWords(words(f"{table['trades']} {table['trades_of_jobs']}"))
        self._sites, self._before_sites = LastWords(words(table["sites"])), words(table["before_sites"])
        self._learnt: str = table["learnt"]
        self.families = frozenset(words(table["families"]))
        """Concepts of relatives."""
        self._kin = frozenset((self._child, self._hard_child, *self.families))

    def _known_trades(self, table: Mapping[str, Any], forms: Mapping[str, str]) -> dict[str, str]:
        """Trades with the concept of their workers, or with what is broader than a group of their own and a slash."""
        trades = dict.fromkeys(words(table["trades"]), f"{self._broader}/")
        wide = frozenset(words(table["no_trades"]))
        for form, concept in forms.items():
            if not form.endswith(self._heads):
                continue
            trade = next(form.removesuffix(head) for head in self._heads if form.endswith(head))
            if len(trade) >= SHORTEST_TRADE and trade.isalpha() and trade not in wide:
                trades[trade] = f"{self._broader}/" if concept in self._classes else concept
        return trades

    def own(self, concept: str) -> bool:
        """Whether each form of a concept is a group of its own: one occupation of a class of them."""
        return concept in self._classes

    def is_kin(self, concept: str) -> bool:
        """Whether a concept is of relatives or children."""
        return concept.partition("/")[0] in self._kin

    def learnt(self, concept: str) -> bool:
        """Whether a concept is an occupation that courses teach."""
        return concept.partition("/")[0] == self._learnt

    def trades(self, text: str) -> list[GroupPhrase]:
        """Workers of a trade, in text order; none that is a form of the scheme, but for a class of occupations."""
        found: list[GroupPhrase] = []
        for begin, end, concept in self._trades.matches(text):
            match = self._rest.match(text, end)
            if match is None:
                continue
            phrase, which = text[begin : match.end()], match[1]
            if phrase in self._forms and self._forms[phrase] not in self._classes:
                continue
            if which.endswith(self._hard):
                found.append(GroupPhrase(begin, match.end(), self._hardship, ""))
                continue
            apart = "".join(self._part.findall(which + match[2]))
            if apart or concept.endswith("/"):
                broader = concept if concept.endswith("/") else f"{concept}/"
                found.append(GroupPhrase(begin, match.end(), broader + text[begin:end] + apart, phrase))
            else:
                found.append(GroupPhrase(begin, match.end(), concept, ""))
        return found

    def around(self, text: str, begin: int, end: int, concept: str) -> GroupPhrase | None:
        """The group that a form makes with the words around it: 困难 or 女 before one, 子女 or 家属 behind."""
        hard = next((word for word in self._hard if text.endswith(word, 0, begin)), "")
        if hard and concept in self._hard_trades:
            phrase = text[begin - len(hard) : end]
            return GroupPhrase(begin - len(hard), end, f"{self._hardship}/{phrase}", phrase)
        children = None if concept in self._no_children else self._children.match(text, end)
        if children is not None:
            phrase = text[begin : children.end()]
            broader = self._hard_child if concept in self._hard_parents else self._child
            return GroupPhrase(begin, children.end(), f"{broader}/{concept}", phrase)
        women = self._women.search(text, max(0, begin - 3), begin) if concept in self._women_of else None
        if women is not None:
            return GroupPhrase(women.start(), end, f"{concept}/女", text[women.start() : end])
        relatives = None if concept in self._no_relatives else self._relatives.match(text, end)
        if relatives is None:
            return self._kind_of(text, begin, end, concept)
        known = self._known_relatives.get(concept)
        if known is not None:
            return None if known == concept else GroupPhrase(begin, relatives.end(), known, "")
        if relatives["household"]:
            return None
        phrase = text[begin : relatives.end()]
        return GroupPhrase(begin, relatives.end(), f"{self._relative}/{concept}", phrase)

    def _kind_of(self, text: str, begin: int, end: int, concept: str) -> GroupPhrase | None:
        """The group that a form makes with the standing, the trade or the place of work directly before it."""
        length = 0 if concept in self._no_attributes else self._attributes.length(text, begin)
        if not length and text.endswith(self._jobs, begin, end) and concept not in self._no_jobs:
            length = self._trades_of_jobs.length(text, begin) or self._site(text, begin)
        if not length:
            return None
        phrase = text[begin - length : end]
        return GroupPhrase(begin - length, end, f"{concept}/{phrase}", phrase)

    def _site(self, text: str, end: int) -> int:
        """The length of a place of work that ends at the view position and is no end of a longer name."""
        length = self._sites.length(text, end)
        alone = end == length or text.endswith(self._before_sites, 0, end - length)
        return length if alone else 0
