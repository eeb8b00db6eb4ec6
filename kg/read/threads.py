"""Which article every paragraph belongs to, where articles are cut and interleaved.

Guarantees: a paragraph stays with the article it follows unless what it says, how the lines at the
seam begin and end, or a second copy of it on the page speak for another article more strongly than a
jump costs; headlines and the heads of reports never move. The assignment is the cheapest one overall
(dynamic programming over the articles near by), so it is deterministic and linear in the number of
paragraphs.
"""

from __future__ import annotations

from collections import Counter

import msgspec

from kg.read.cues import Cues
from kg.read.joins import TORN, ends_sentence
from kg.read.kinds import Kind
from kg.read.starts import Start
from kg.read.subjects import Bag, bag, fit
from kg.read.units import Unit
from kg.read.visible import Visible

__all__ = ["threads"]

STRETCH = 16
"""Characters that no two articles share by chance."""
HOLDERS = 4
"""Paragraphs that may hold a stretch; more have it for a refrain."""
NEAR = 14
"""Articles before and after the current one that a paragraph may belong to."""


class Weights(msgspec.Struct, frozen=True):
    """What speaks for and against a jump to another article, in points.

    Found, together with the numbers of `kg.read.subjects`, by random search on scanned pages checked by reading, on
    the same pages under other names, and on pages laid out from single articles; pages of whole articles were among
    them, on which no jump may happen. ``kg/models/reading/CARD.md`` tells how they do.
    """

    subject: float = 6.7
    jump: float = 2.4
    cut: float = -1.2
    """The paragraph before was cut and this one does not go on from it."""
    closed: float = -3.9
    """The paragraph before was signed: its article is over."""
    torn: float = -0.7
    """This one begins inside a sentence, and the one before is whole."""
    forward: float = 2.1
    """The article begins further down the page."""
    signed: float = 3.5
    """The article that it would go to is signed already."""
    distance: float = 0.14
    away: float = 0.1
    """For every paragraph that stays away from the article of its place."""
    orphan: float = -2.3
    """Where the article of this place is signed already: what follows comes from elsewhere."""
    again: float = 1.3
    """From one foreign article straight to another."""
    sections: float = 3.4
    """For a section's head in an article that has other sections."""
    repeated: float = 10.0
    """Most of the paragraph stands in the article a second time, as a scanner that reads a column twice leaves it."""
    rounds: int = 3


WEIGHTS = Weights()
GLUED = (Kind.SIGNOFF, Kind.BYLINE)
"""Units that stay with the unit above them."""


def threads(
    units: list[Unit], found: list[Start], page: Visible, cues: Cues, *, weights: Weights = WEIGHTS
) -> list[int]:
    """For every unit the number of its article: an index of `found`, or -1 above the first of them."""
    current = _in_order(len(units), found)
    loose = bool(units) and (not found or found[0].first > 0)
    if len(found) + loose < 2:
        return current
    fixed = _fixed(units, found, current)
    bags = [bag((page.of(entry.line) for entry in unit.lines), cues) for unit in units]
    whole: Bag = Counter()
    for each in bags:
        whole.update(each)
    twins = _twins(units, page)
    seams = [_seam(units, i, page, cues, weights) for i in range(len(units))]
    order, assigned = current, [a if f else -2 for a, f in zip(current, fixed, strict=True)]
    for _ in range(weights.rounds):
        points = _points(bags, assigned, order, fixed, whole, len(found), weights)
        signed = _signed(units, assigned, order)
        _add_repeated(points, twins, assigned, order, weights)
        _add_sections(points, units, assigned, order, fixed, weights)
        fresh = _cheapest(points, seams, signed, order, fixed, units, weights)
        if fresh == assigned:
            break
        assigned = fresh
    return assigned


def _in_order(count: int, found: list[Start]) -> list[int]:
    """Every unit with the article that begins last above it."""
    order, article, upcoming = [], -1, 0
    for index in range(count):
        if upcoming < len(found) and found[upcoming].first == index:
            article, upcoming = upcoming, upcoming + 1
        order.append(article)
    return order


def _fixed(units: list[Unit], found: list[Start], order: list[int]) -> list[bool]:
    """Units that cannot move: an article's headlines and the first unit of its body."""
    return [order[i] >= 0 and found[order[i]].first <= i <= found[order[i]].body for i in range(len(units))]


def _seam(units: list[Unit], index: int, page: Visible, cues: Cues, weights: Weights) -> float:
    """What the seam above a unit adds to the cost of a jump."""
    if index == 0:
        return 0.0
    before, entry = units[index - 1], units[index]
    earlier, later = page.of(before.last.line), page.of(entry.first.line)
    if before.last.sign_off or before.kind is Kind.SIGNOFF:
        return weights.closed
    torn = later[0] in cues.going_on or (TORN.match(later) and not cues.sentence.match(later))
    if ends_sentence(earlier):
        return weights.torn if torn else 0.0
    return 0.0 if torn else weights.cut


def _signed(units: list[Unit], assigned: list[int], order: list[int]) -> set[int]:
    """The articles whose last paragraph is signed as things stand."""
    last: dict[int, bool] = {}
    for unit, article, place in zip(units, assigned, order, strict=True):
        last[article if article > -2 else place] = bool(unit.last.sign_off)
    return {article for article, signed in last.items() if signed}


def _points(
    bags: list[Bag], assigned: list[int], order: list[int], fixed: list[bool], whole: Bag, count: int, weights: Weights
) -> list[dict[int, float]]:
    """For every movable unit, how well it fits the articles near it."""
    articles: list[Bag] = [Counter() for _ in range(count)]
    for each, article in zip(bags, assigned, strict=True):
        if article >= 0:
            articles[article].update(each)
    sizes, total = [article.total() for article in articles], whole.total()
    found: list[dict[int, float]] = []
    for index, each in enumerate(bags):
        row: dict[int, float] = {}
        if not fixed[index]:
            around = range(max(0, order[index] - NEAR), min(count, order[index] + NEAR + 1))
            own = each.total()
            for article in around:
                mine = assigned[index] == article
                row[article] = weights.subject * fit(
                    each, articles[article], sizes[article], whole, total, own if mine else 0
                )
        found.append(row)
    return found


def _twins(units: list[Unit], page: Visible) -> list[list[int]]:
    """For every unit, the other ones in which half of its stretches stand too."""
    texts = ["".join(page.of(entry.line) for entry in unit.lines) for unit in units]
    stretches = [{text[i : i + STRETCH] for i in range(len(text) - STRETCH + 1)} for text in texts]
    having: dict[str, list[int]] = {}
    for index, held in enumerate(stretches):
        for stretch in held:
            having.setdefault(stretch, []).append(index)
    shared = [
        Counter(other for stretch in held if len(having[stretch]) <= HOLDERS for other in having[stretch])
        for held in stretches
    ]
    return [
        sorted(other for other, count in each.items() if other != index and 2 * count >= len(stretches[index]))
        for index, each in enumerate(shared)
    ]


def _add_repeated(
    points: list[dict[int, float]], twins: list[list[int]], assigned: list[int], order: list[int], weights: Weights
) -> None:
    """An article that holds most of a unit already is its own; of two such units the better placed draws the other."""
    places = [article if article > -2 else place for article, place in zip(assigned, order, strict=True)]
    settled = [
        row.get(place, float("-inf")) if row else float("inf") for row, place in zip(points, places, strict=True)
    ]
    for index, (row, others) in enumerate(zip(points, twins, strict=True)):
        drawing = {
            places[other] for other in others if settled[other] > settled[index] or places[other] == places[index]
        }
        for article in sorted(drawing & set(row)):
            row[article] += weights.repeated


def _add_sections(
    points: list[dict[int, float]],
    units: list[Unit],
    assigned: list[int],
    order: list[int],
    fixed: list[bool],
    weights: Weights,
) -> None:
    """An article that has section heads is where another one belongs."""
    heads = [i for i, unit in enumerate(units) if unit.kind is Kind.HEAD and not fixed[i]]
    having = Counter(assigned[i] if assigned[i] >= 0 else order[i] for i in heads)
    for i in heads:
        mine = assigned[i] if assigned[i] >= 0 else order[i]
        for article in points[i]:
            if having[article] - (article == mine) > 0:
                points[i][article] += weights.sections


def _cheapest(
    points: list[dict[int, float]],
    seams: list[float],
    signed: set[int],
    order: list[int],
    fixed: list[bool],
    units: list[Unit],
    weights: Weights,
) -> list[int]:
    """The assignment with the best points after the costs of its jumps."""
    best: dict[int, float] = {order[0]: 0.0}
    over = _over(units, order)
    trace: list[dict[int, int]] = []
    for index, row in enumerate(points):
        top = max(best, key=lambda article: (best[article], -article))
        home = order[index - 1] if index and order[index - 1] in best else top
        back: dict[int, int] = {}
        fresh: dict[int, float] = {}
        for article in [order[index]] if fixed[index] else sorted({*row, -1} if order[index] < 0 else row):
            away = weights.away * (article != order[index] and article >= 0)
            stay = best.get(article, float("-inf")) - away
            cost = 0.0 if fixed[index] else _cost(article, order[index], seams[index], signed, weights)
            cost += weights.orphan * (over[index] and article != order[index])
            from_home = best[home] - cost
            again = top != home and article != order[index] and not over[index]
            from_top = best[top] - cost - weights.again * again
            moved = max(from_home, from_top) if fixed[index] or units[index].kind not in GLUED else float("-inf")
            back[article] = article if stay >= moved else home if from_home >= from_top else top
            fresh[article] = max(stay, moved) + row.get(article, 0.0)
        trace.append(back)
        best = fresh
    article = max(best, key=lambda a: (best[a], -a))
    assigned = []
    for back in reversed(trace):
        assigned.append(article)
        article = back[article]
    return assigned[::-1]


def _over(units: list[Unit], order: list[int]) -> list[bool]:
    """For every unit, whether the article of its place was signed above it."""
    over, signed = [], -2
    for unit, article in zip(units, order, strict=True):
        over.append(signed == article)
        if unit.last.sign_off:
            signed = article
    return over


def _cost(article: int, here: int, seam: float, signed: set[int], weights: Weights) -> float:
    """What a jump to `article` costs where the page's order says `here`."""
    if article < 0:
        return weights.jump
    cost = weights.jump + seam + weights.distance * abs(article - here)
    return cost + weights.forward * (article > here) + weights.signed * (article in signed)
