"""Initiatives as pictures need them, read from a graph.

Guarantees: things are told apart by their keys, so that two unions of one name stay two; sorted by key; an
amount has its bounds as the graph states them, and no upper bound where the text tells none.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import msgspec

from kg.errors import QueryError
from kg.graph.escape import printable
from kg.plot.choice import Choice, Language, first_day, last_day
from kg.query.graph import Graph
from kg.query.rows import Value

__all__ = ["Deed", "Money", "Thing", "deeds", "period_of"]

_LINKS = """
SELECT ?i ?relation ?thing ?label ?english {
  VALUES ?relation { ukg:ranBy ukg:targets ukg:kind }
  ?i a ukg:Initiative ; ?relation ?thing .
  OPTIONAL { ?thing skos:prefLabel ?chinese FILTER(LANG(?chinese) = "zh") }
  OPTIONAL { ?thing skos:prefLabel ?english FILTER(LANG(?english) = "en") }
  OPTIONAL { ?thing rdfs:label ?name FILTER(LANG(?name) != "en") }
  BIND(COALESCE(?chinese, ?name, STR(?thing)) AS ?label)
}
ORDER BY ?i ?relation ?thing ?label
"""
_MONEY = """
SELECT ?i ?amount ?value ?lower ?upper ?qualifier {
  ?i a ukg:Initiative ; ukg:funding ?amount .
  ?amount schema:value ?value .
  OPTIONAL { ?amount schema:minValue ?lower }
  OPTIONAL { ?amount schema:maxValue ?upper }
  OPTIONAL { ?amount ukg:qualifier ?qualifier }
}
ORDER BY ?i ?amount ?value
"""


class Thing(NamedTuple):
    """A union, a worker group or a kind."""

    key: str
    label: str


class Money(NamedTuple):
    """A sum in yuan; `upper` is None where it is open, `lower` 0 where the text tells none."""

    value: float
    lower: float
    upper: float | None


class Deed(msgspec.Struct, frozen=True):
    """An initiative."""

    key: str
    label: str
    kind: Thing | None
    unions: tuple[Thing, ...]
    groups: tuple[Thing, ...]
    start: str | None
    """ISO day, month or year."""
    end: str | None
    money: tuple[Money, ...]


def deeds(graph: Graph, choice: Choice) -> tuple[Deed, ...]:
    """The initiatives of `graph` that meet every condition of `choice`, by key.

    Raises QueryError where a condition names what the graph does not know.
    """
    records = graph.initiatives(union=choice.union, group=choice.group, kind=choice.kind, place=choice.place)
    links, money = _links(graph, choice.language), _money(graph)
    found = []
    for record in records:
        of = links[record.key]
        deed = Deed(
            key=record.key,
            label=printable(record.label),
            kind=next(iter(of["kind"]), None),
            unions=of["ranBy"],
            groups=of["targets"],
            start=record.start,
            end=record.end,
            money=tuple(money[record.key]),
        )
        if _in_period(deed, choice):
            found.append(deed)
    return tuple(sorted(found, key=lambda deed: deed.key))


def period_of(deed: Deed) -> str | None:
    """The day, month or year in which a deed began, or None where no text tells a real one."""
    try:
        return deed.start if deed.start and first_day(deed.start) and last_day(deed.start) else None
    except QueryError:
        return None


def _in_period(deed: Deed, choice: Choice) -> bool:
    if choice.since is None and choice.until is None:
        return True
    start = period_of(deed)
    if start is None:
        return False
    after = choice.since is None or last_day(start) >= first_day(choice.since)
    return after and (choice.until is None or first_day(start) <= last_day(choice.until))


def _links(graph: Graph, language: Language) -> dict[str, dict[str, tuple[Thing, ...]]]:
    """By initiative and relation (the local name of the property): the things at its other end."""
    found: dict[str, dict[str, dict[str, Thing]]] = defaultdict(lambda: defaultdict(dict))
    for row in graph.sparql(_LINKS):
        english = row["english"] if language is Language.ENGLISH else None
        thing = Thing(_key(row["thing"], graph), printable(str(english or row["label"])) or _key(row["thing"], graph))
        relation = str(row["relation"]).rpartition("#")[2]
        found[_key(row["i"], graph)][relation].setdefault(thing.key, thing)
    links: dict[str, dict[str, tuple[Thing, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for key, relations in found.items():
        links[key].update({name: tuple(things.values()) for name, things in relations.items()})
    return links


def _money(graph: Graph) -> dict[str, list[Money]]:
    found: dict[str, list[Money]] = defaultdict(list)
    for row in graph.sparql(_MONEY):
        value, lower, upper = (_number(row[name]) for name in ("value", "lower", "upper"))
        if value is not None:
            if not row["qualifier"]:
                lower, upper = value if lower is None else lower, value if upper is None else upper
            found[_key(row["i"], graph)].append(Money(value, lower or 0.0, upper))
    return found


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _key(value: Value, graph: Graph) -> str:
    return str(value).removeprefix(graph.base)
