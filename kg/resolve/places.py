"""Which place each mention of one article names.

Guarantees: pure; a division is its code; a venue that the article puts into a division anywhere (某某县某某村) is
one thing with what the article calls by the bare name (某某村), and one thing with the venue of that name and
that division in other articles; a venue without a division stays a thing of its own article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.model import Mention
from kg.recognise.gazetteer import Gazetteer
from kg.resolve.identity import key

__all__ = ["PlaceIdentity", "resolve_places"]

LONGEST_DIVISION = 12
SHORTEST_NAME = 3
"""Characters that must be left of a venue's name when its divisions are taken off."""


class PlaceIdentity(NamedTuple):
    """What one mention of a place resolves to."""

    key: str
    label: str
    forms: tuple[str, ...]
    """The name without its upper divisions, from the longest to the shortest."""
    division: str
    """Code of the division that a venue lies in, or ""."""
    is_venue: bool


def resolve_places(
    mentions: Iterable[Mention], article: str, gazetteer: Gazetteer | None = None
) -> list[PlaceIdentity]:
    """The identities of an article's places, in the order of `mentions`."""
    places = list(mentions)
    codes = {mention.text: mention.concept for mention in places if mention.concept}
    parts = ["" if mention.concept else "".join(mention.text.split()) for mention in places]
    if gazetteer is not None:
        _add_upper(codes, parts, gazetteer)
    apart = {name: _apart(name, codes) for name in parts if name}
    lies_in: dict[str, str] = {}
    for names, code in apart.values():
        if code:
            lies_in[names[-1]] = max(code, lies_in.get(names[-1], ""), key=_precision)
    return [
        _venue(apart[name][0], lies_in, article) if name else _division(mention)
        for mention, name in zip(places, parts, strict=True)
    ]


def _add_upper(codes: dict[str, str], names: Iterable[str], gazetteer: Gazetteer) -> None:
    """The divisions with which venues' names begin and that the article does not name by themselves."""
    for name in names:
        rest = name
        while rest:
            lengths = range(min(LONGEST_DIVISION, len(rest)), 1, -1)
            form = next((rest[:n] for n in lengths if rest[:n] in codes or _one(rest[:n], gazetteer)), "")
            if not form:
                break
            codes.setdefault(form, _one(form, gazetteer))
            rest = rest[len(form) :]


def _one(form: str, gazetteer: Gazetteer) -> str:
    """The code of the one division with that name; empty where there are several or none."""
    found = () if form in gazetteer.ordinary else gazetteer.candidates(form)
    known = [division for division in found if not division.successor and division.level != "township"]
    return known[0].code if len(known) == 1 else ""


def _division(mention: Mention) -> PlaceIdentity:
    return PlaceIdentity(f"place/{mention.concept}", mention.label, (), "", False)


def _venue(names: tuple[str, ...], lies_in: Mapping[str, str], article: str) -> PlaceIdentity:
    division = lies_in.get(names[-1], "")
    return PlaceIdentity(key("place", names[-1], division or article), names[0], names[1:], division, True)


def _apart(name: str, codes: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """A name, shortened from the front by one division after the other, and the code of the last taken off."""
    names, code = [name], ""
    while upper := max((form for form in codes if names[-1].startswith(form)), key=len, default=""):
        if len(names[-1]) - len(upper) < SHORTEST_NAME:
            break
        names.append(names[-1][len(upper) :])
        code = codes[upper]
    return tuple(names), code


def _precision(code: str) -> tuple[int, str]:
    """A code of a county says more than that of its province, which ends in zeros."""
    return len(code.rstrip("0")), code
