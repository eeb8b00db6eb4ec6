"""Where reports of one initiative disagree: two numbers of the same thing, two starts, two names of one place.

Guarantees: the graph keeps every value, and each is told here with the sentence that states it; values disagree
only where no article tells both; a number agrees with another that its qualifier allows (近2000 and 1986); the
order does not depend on the machine. Two places are taken for one under two names where both have the same head
noun of places.toml, share another character, and do not lie in different counties: a reader has to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

import msgspec

from kg.lexicon import Lexicon
from kg.query.passages import Passages
from kg.query.records import Quote
from kg.query.statements import Statements

__all__ = ["Conflict", "Told", "find_conflicts"]

AMOUNTS = (("provision", "ukg:provides"), ("funding", "ukg:funding"), ("reached", "ukg:reached"))
COUNTY_DIGITS = 6
ABOUT = 0.2
"""Share of a number by which what is about it may differ (近2000: 1600 to 2400)."""


class Told(msgspec.Struct, frozen=True, order=True):
    """One of the values that reports tell.

    >>> from kg.query.conflicts import Told
    >>> Told("60 份 保温杯", g.evidence("initiative/2b2b")).value
    '60 份 保温杯'
    """

    value: str
    quotes: tuple[Quote, ...]
    """The sentences that state it, by source and position."""


class Conflict(msgspec.Struct, frozen=True, order=True):
    """A point of one initiative on which reports disagree.

    >>> [conflict.what for conflict in g.conflicts()]
    []
    """

    initiative: str
    """Its label."""
    key: str
    """Its IRI."""
    what: str
    """``provision 箱 苹果`` (role, unit, item), ``start``, or ``place 村`` (head noun)."""
    values: tuple[Told, ...]
    """Two or more, sorted."""


def find_conflicts(statements: Statements, lexicon: Lexicon) -> tuple[Conflict, ...]:
    """All disagreements of the graph, sorted by the initiative's label."""
    finder = _Finder(statements, lexicon)
    return tuple(sorted(found for node in statements.of_class("ukg:Initiative") for found in finder.of(node)))


class _Finder:
    def __init__(self, statements: Statements, lexicon: Lexicon) -> None:
        self._read = statements
        self._passages = Passages(statements)
        table = lexicon.table("places")
        self._heads = {*table["venues"].split(), *table["bare_venues"].split()}

    def of(self, initiative: str) -> Iterable[Conflict]:
        """The disagreements about one initiative."""
        read = self._read
        if len(read.values(initiative, "schema:subjectOf")) < 2:
            return
        for role, predicate in AMOUNTS:
            for group in _groups(read.values(initiative, predicate), self._numbers_disagree(initiative)):
                yield self._conflict(
                    initiative,
                    f"{role} {self._measured(group)}".strip(),
                    {amount: self._amount(amount) for amount in group},
                )
        datings = {node: read.value(node, "schema:startDate") or "" for node in read.values(initiative, "ukg:dating")}
        if datings:
            yield self._conflict(initiative, "start", datings)
        for group in _groups(read.values(initiative, "schema:location"), self._names_disagree(initiative)):
            head = self._head(self._name(group[0]), self._name(group[1]))
            yield self._conflict(initiative, f"place {head}", {place: self._label(place) for place in group})

    def _conflict(self, initiative: str, what: str, values: dict[str, str]) -> Conflict:
        told = (
            Told(value, self._passages.sentences(initiative, self._passages.of(initiative, node)))
            for node, value in values.items()
        )
        return Conflict(self._label(initiative), initiative, what, tuple(sorted(told)))

    def _apart(self, initiative: str, first: str, second: str) -> bool:
        """Whether both are told, and no article tells both."""
        one, other = (self._passages.articles(self._passages.of(initiative, node)) for node in (first, second))
        return bool(one) and bool(other) and not one & other

    def _numbers_disagree(self, initiative: str) -> Callable[[str, str], bool]:
        def disagree(first: str, second: str) -> bool:
            items = sorted((self._item(first), self._item(second)), key=len)
            return (
                self._unit(first) == self._unit(second)
                and (items[0] == items[1] or (items[0] != "" and items[1].endswith(items[0])))
                and not _agree(self._number(first), self._number(second))
                and self._apart(initiative, first, second)
            )

        return disagree

    def _names_disagree(self, initiative: str) -> Callable[[str, str], bool]:
        def disagree(first: str, second: str) -> bool:
            one, other = self._name(first), self._name(second)
            head = self._head(one, other)
            counties = {self._county(first), self._county(second)} - {""}
            return (
                bool(head)
                and one != other
                and bool(set(one.removesuffix(head)) & set(other.removesuffix(head)))
                and len(counties) < 2
                and self._apart(initiative, first, second)
            )

        return disagree

    def _head(self, one: str, other: str) -> str:
        """The longest head noun of each name where it is the same (村 but not 社区), else ""."""
        first, second = (
            max((head for head in self._heads if name.endswith(head)), key=len, default="") for name in (one, other)
        )
        return first if first == second else ""

    def _name(self, place: str) -> str:
        """A place's name without the divisions before it: the shortest form that keeps its head."""
        label = self._label(place)
        forms = (label, *self._read.values(place, "skos:altLabel"))
        return min((form for form in forms if label.endswith(form)), key=len)

    def _county(self, place: str) -> str:
        """The county that a place lies in, or ""."""
        seen: set[str] = set()
        while place and place not in seen:
            seen.add(place)
            code = (self._read.value(place, "ukg:gbCode") or "")[:COUNTY_DIGITS]
            if len(code) == COUNTY_DIGITS and not code.endswith("00"):
                return code
            place = self._read.value(place, "schema:containedInPlace") or ""
        return ""

    def _amount(self, amount: str) -> str:
        value = self._read.value(amount, "schema:value") or ""
        return " ".join(filter(None, (self._qualifier(amount), value, self._unit(amount), self._item(amount))))

    def _measured(self, amounts: list[str]) -> str:
        item = min(map(self._item, amounts), key=lambda item: (len(item), item))
        return " ".join(filter(None, (self._unit(amounts[0]), item)))

    def _number(self, amount: str) -> tuple[float, str]:
        return float(self._read.value(amount, "schema:value") or "nan"), self._qualifier(amount)

    def _unit(self, amount: str) -> str:
        return self._read.value(amount, "schema:unitText") or self._read.value(amount, "schema:currency") or ""

    def _item(self, amount: str) -> str:
        return self._read.value(amount, "schema:name") or ""

    def _qualifier(self, amount: str) -> str:
        return self._read.value(amount, "ukg:qualifier") or ""

    def _label(self, node: str) -> str:
        return self._read.value(node, "rdfs:label") or node


def _groups(items: list[str], disagree: Callable[[str, str], bool]) -> list[list[str]]:
    """The items that disagree with another, together with it, each group in the order of `items`."""
    groups: list[list[str]] = []
    for pair in combinations(items, 2):
        if disagree(*pair):
            near = [group for group in groups if set(group) & set(pair)]
            groups = [group for group in groups if group not in near]
            together = {*pair, *(item for group in near for item in group)}
            groups.append([item for item in items if item in together])
    return groups


def _agree(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Whether one of two numbers may be meant by the other: equal, or what a qualifier allows."""
    return one[0] == other[0] or _allows(one, other[0]) or _allows(other, one[0])


def _allows(number: tuple[float, str], value: float) -> bool:
    """Whether `value` may be meant: 30余万 allows up to 40万, 近2000 what is about it, 至多50 less."""
    known, qualifier = number
    step = _step(known)
    return {
        "more than": known < value < known + step,
        "at least": known < value < known + step,
        "about": abs(known - value) <= known * ABOUT,
        "at most": value < known,
    }.get(qualifier, False)


def _step(value: float) -> float:
    """The place of the last digit that is no zero: 100 for 1500, 1000 for 2000."""
    digits = f"{value:f}".rstrip("0").rstrip(".")
    if "." in digits or value <= 0:
        return 1.0
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))
