"""Where a report puts its initiative, as keys of places.

Guarantees: pure; what the text says comes first; a division is added where the text names none: the one around
its venues, else that in which the unions act that ran it. Beside a venue no province is added, and no city that
the venue's own name tells (某市文化宫 lies in 某市, as the graph says of the venue itself).
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Mention, MentionType
from kg.recognise.gazetteer import Division, Gazetteer
from kg.resolve.articles import ResolvedArticle

__all__ = ["places_of"]

LONGEST_DIVISION = 12
CITY = "市"
CITIES = ("province", "prefecture")


def places_of(article: ResolvedArticle, named: Sequence[int], unions: Sequence[int], gazetteer: Gazetteer) -> list[str]:
    """Keys of the places of an initiative; `named` and `unions` are mentions of its article."""
    things, mentions = article.things, article.facts.mentions
    found = [things[i].key for i in named if i in things]
    divisions = [i for i in named if mentions[i].type is MentionType.PLACE and mentions[i].concept]
    if len(divisions) < len(named):  # 在某省某某公司承建的某某工地
        provinces = {things[i].key for i in divisions if _is_province(gazetteer.by_code[mentions[i].concept])}
        divisions = [i for i in divisions if things[i].key not in provinces]
        found = [place for place in found if place not in provinces]
    if divisions:
        return _most_specific(found, gazetteer)
    venues = [things[i].attributes for i in named if i in things]
    codes = [code for i in unions if i in things and (code := things[i].attributes.get("code", ""))]
    seats = [f"place/{code}" for code in _seat(codes, gazetteer)]
    around = [place for venue in venues if (place := venue.get("parent") or venue.get("location"))]
    added = _most_specific([*around, *seats], gazetteer)[:1]
    sites = [mentions[i].text for i in named if i in things and not _is_called_on(mentions[i])]
    if any(_says_where(name, place.partition("/")[2], gazetteer) for name in sites for place in added):
        return found
    return [*found, *added]


def _is_called_on(mention: Mention) -> bool:
    """Whether a place is a firm, a hospital, a school or the like, which stands somewhere but is no site."""
    return mention.type is MentionType.ORGANIZATION and bool(mention.concept)


def _is_province(division: Division) -> bool:
    """Whether a division is a province and no city under the central government."""
    return division.level == "province" and not division.name.endswith(CITY)


def _says_where(name: str, code: str, gazetteer: Gazetteer) -> bool:
    """Whether a venue's name leaves nothing for a division above counties to add: a province, or what it begins with.

    A county tells more of a venue than its name does, a city no more (某市文化宫, 某区某某驿站).
    """
    division = gazetteer.by_code[code]
    if _is_province(division) or division.level not in CITIES:
        return _is_province(division)
    for length in range(2, min(LONGEST_DIVISION, len(name))):
        for one in gazetteer.candidates(name[:length]):
            below = one.name == name[:length] and gazetteer.within(one.code, code)
            if below or gazetteer.within(code, one.code):
                return True
    return False


def _seat(codes: Sequence[str], gazetteer: Gazetteer) -> Sequence[str]:
    """Where unions act that run something: in the first one's division, or within a province in the next one's."""
    province = bool(codes) and len(gazetteer.chain(codes[0])) == 1
    below = [code for code in codes if code != codes[0] and gazetteer.within(code, codes[0])] if province else []
    return (below or codes)[:1]


def _most_specific(places: list[str], gazetteer: Gazetteer) -> list[str]:
    """The places without those that only contain another of them."""
    codes = [place.partition("/")[2] for place in places]
    above = {division.code for code in codes for division in gazetteer.chain(code)[1:]}
    return [place for place, code in zip(places, codes, strict=True) if code not in above]
