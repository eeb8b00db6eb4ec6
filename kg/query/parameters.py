"""What a question may be asked about: the conditions that people give in words, and the RDF terms they become.

Guarantees: a condition names one node of the graph (or a concept that the ontology knows and the graph does not
use), or one day, month or year; nothing of a user's words gets any further than that. Whatever names nothing,
names several things or is no date is one QueryError that says what to write instead.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeAlias, TypedDict

import msgspec

from kg.errors import QueryError

if TYPE_CHECKING:
    import pyoxigraph

    from kg.query.lookup import Lookup

__all__ = ["PARAMETERS", "Choice", "Conditions", "Given", "Parameter", "check_period", "iso_period", "term"]

Given: TypeAlias = "str | int | date"
"""What a condition may be given as: words; for a period also a date, or a year as an int."""

_PERIOD = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DATATYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_XSD = "http://www.w3.org/2001/XMLSchema#"


class Parameter(msgspec.Struct, frozen=True):
    """A condition that questions may take."""

    what: str
    """What its words have to name, for messages: ``worker group``."""
    english: str
    """Help, in one sentence."""
    classes: tuple[str, ...] = ()
    """Compact names of the classes of the nodes that it may name; none for a period."""


class Choice(TypedDict, total=False):
    """The conditions that choose initiatives; None is as good as none."""

    union: Given | None
    group: Given | None
    kind: Given | None
    place: Given | None
    standing: Given | None
    since: Given | None
    until: Given | None


class Conditions(Choice, total=False):
    """All conditions that a question may take."""

    initiative: Given | None
    person: Given | None
    organization: Given | None


PARAMETERS = {
    "union": Parameter("union", "The union that ran it.", ("ukg:Union",)),
    "group": Parameter("worker group", "For whom; narrower groups count too.", ("ukg:WorkerGroup",)),
    "kind": Parameter("kind of initiative", "What kind; narrower kinds count too.", ("ukg:InitiativeKind",)),
    "place": Parameter("place", "Where; all that lies within it counts too.", ("schema:Place",)),
    "standing": Parameter(
        "standing", "carried-out, under-way, announced, called-for or past.", ("ukg:InitiativeStanding",)
    ),
    "since": Parameter("period", "From then on: 2023, 2023-01 or 2023-01-05."),
    "until": Parameter("period", "Up to then: 2023, 2023-01 or 2023-01-05."),
    "initiative": Parameter("initiative", "One initiative.", ("ukg:Initiative",)),
    "person": Parameter("person", "One person.", ("foaf:Person",)),
    "organization": Parameter("organisation", "One organisation; a union is one too.", ("org:Organization",)),
}
"""Every condition by name, in the order in which they are listed."""


def term(name: str, given: Given, lookup: Lookup) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    """The node or the period that condition `name` is given as; QueryError where there is none or more than one."""
    import pyoxigraph

    parameter = PARAMETERS[name]
    if not parameter.classes:
        day = iso_period(name, given)
        return pyoxigraph.Literal(day, datatype=pyoxigraph.NamedNode(_XSD + _DATATYPES[len(day)]))
    return pyoxigraph.NamedNode(lookup.one(str(given), parameter.classes, parameter.what))


def iso_period(name: str, given: Given) -> str:
    """``2023``, ``2023-01`` or ``2023-01-05`` as it was given; QueryError for anything else."""
    text = given.isoformat() if isinstance(given, date) else str(given)
    try:
        if not _PERIOD.fullmatch(text):
            raise ValueError(text)
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError as error:
        shown = repr(text if len(text) <= 40 else text[:40] + "…")
        raise QueryError(f"{name} {shown}: write a year, a month or a day: 2023, 2023-01 or 2023-01-05") from error
    return text


def check_period(since: str | None, until: str | None) -> None:
    """Raise QueryError where `since` is later than `until`, compared as precisely as both are given."""
    if since is None or until is None:
        return
    length = min(len(since), len(until))
    if since[:length] > until[:length]:
        raise QueryError(f"since {since} is later than until {until}; change them round")
