"""Dates of an article's view, normalised: 1月11日, 去年12月, 昨日下午, 春节期间, 2月11日除夕至17日正月初六.

Guarantees: a pure function of the text, the anchor (ISO day of publication, or None) and
``lexicons/calendar.toml``; time linear in the text; mentions come in text order and do not overlap.
``concept`` is an ISO day, month or year, a range ``BEGIN/END``, ``/END`` where only the end is known
(即日起至2月底 without an anchor), or empty where the text does not tell. A date without a year takes the
year nearest to the anchor; without an anchor, the year of a full date before it, else the one year
that the text gives to its own events (2023年全国…), else the page's, else none. Vague times (日前, 近年来)
are no dates.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.date_expressions import Atom, CalendarRules, atoms, calendar_rules
from kg.recognise.date_resolution import Context

__all__ = ["dates"]

CONFIDENCE = {
    "day": 0.95,
    "month": 0.9,
    "year": 0.8,
    "relative": 0.9,
    "same-day": 0.8,
    "day-alone": 0.8,
    "festival": 0.6,
    "lunar": 0.85,
    "now": 0.8,
}
UNRESOLVED = 0.5


def dates(
    text: str, anchor: str | None, *, year: int | None = None, lexicon: Lexicon | None = None
) -> tuple[Mention, ...]:
    """All dates of `text`, in view positions, sorted by begin; `year` is that of its page, for want of its own."""
    rules = calendar_rules(lexicon)
    context = Context(text, anchor, rules, year)
    found: list[Mention] = []
    for group in _groups(text, atoms(text, rules), rules):
        first, last = group[0], group[-1]
        begin, end = first.begin, last.end
        concept = _concept(group, context)
        confidence = CONFIDENCE[first.kind] if concept else UNRESOLVED
        rule = "date-range" if len(group) > 1 else f"date-{first.kind}"
        found.append(
            Mention(
                MentionType.DATE,
                begin,
                end,
                text[begin:end],
                rule,
                confidence,
                concept=concept,
            )
        )
    return tuple(found)


def _groups(text: str, found: list[Atom], rules: CalendarRules) -> list[tuple[Atom, ...]]:
    """Atoms joined to ranges; an atom that stands directly behind another repeats it (2月11日除夕)."""
    groups: list[tuple[Atom, ...]] = []
    position = 0
    while position < len(found):
        first, position = _apposition(found, position)
        if position < len(found) and rules.join.fullmatch(text, first.end, found[position].begin):
            second, position = _apposition(found, position)
            groups.append((first, second))
        else:
            groups.append((first,))
    return groups


def _apposition(found: list[Atom], position: int) -> tuple[Atom, int]:
    """The atom at `position`, stretched over those that only repeat it, and the position after them."""
    atom = found[position]
    position += 1
    while position < len(found) and found[position].begin == atom.end and found[position].repeats(atom):
        atom = atom.stretched(found[position].end)
        position += 1
    return atom, position


def _concept(group: tuple[Atom, ...], context: Context) -> str:
    """ISO date or range; "" where the text does not tell."""
    begin = context.resolve(group[0])
    if len(group) == 1:
        return begin.concept
    end = context.resolve(group[1], begin.first)
    if not end.last:
        return begin.first
    if not begin.first:
        return f"/{end.last}" if group[0].kind == "now" else ""
    precision = min(len(begin.first), len(end.last))
    if begin.first[:precision] > end.last[:precision]:
        return begin.first
    return f"{begin.first}/{end.last}"
