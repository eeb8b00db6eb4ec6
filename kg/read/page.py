"""A source told apart into its articles, and what is left: the page's furniture.

Guarantees: pure; every visible character of the source is in exactly one article or in one stretch of
furniture (`anatomy` shows which); articles come in the order of their beginnings. An article's pieces
may stand apart on the page; a piece that could not be placed is an article with ``fragment=True``.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import msgspec

from kg.lexicon import Lexicon
from kg.model import Article, Source
from kg.read.assembly import article, stretches
from kg.read.cues import Cues, cues_of
from kg.read.kinds import Kind, Marked, marked, pairs
from kg.read.mastheads import date_line, masthead_date, newspaper_name
from kg.read.starts import Start, starts
from kg.read.threads import threads
from kg.read.units import Unit, units
from kg.read.visible import Visible, visible

__all__ = ["Anatomy", "anatomy", "articles"]


class Anatomy(msgspec.Struct, frozen=True):
    """Where everything of a source went, in source positions."""

    articles: tuple[Article, ...]
    furniture: tuple[tuple[int, int], ...]
    """Lines of mastheads, imprints, page numbers: in no article."""


class Page(msgspec.Struct, frozen=True):
    """A source on the way to its articles."""

    source: Source
    visible: Visible
    cues: Cues
    counts: Counter[str]
    lines: list[Marked]
    units: list[Unit]
    starts: list[Start]
    thread: list[int]


def articles(source: Source, *, lexicon: Lexicon) -> tuple[Article, ...]:
    """The articles of a source, in the order in which they begin."""
    return anatomy(source, lexicon=lexicon).articles


def anatomy(source: Source, *, lexicon: Lexicon) -> Anatomy:
    """The articles of a source and its furniture."""
    cues, seen = cues_of(lexicon), visible(source)
    counts = pairs(seen.text)
    lines = marked(seen, counts, cues)
    parts = units(lines, seen, counts, cues)
    found = starts(parts, seen, cues)
    page = Page(source, seen, cues, counts, lines, parts, found, threads(parts, found, seen, cues))
    left = [*seen.dropped, *(entry.line for entry in lines if entry.kind is Kind.FURNITURE)]
    furniture = sorted((seen.begins[line.begin], seen.ends[line.end - 1]) for line in left)
    return Anatomy(_assembled(page), tuple(furniture))


def _assembled(page: Page) -> tuple[Article, ...]:
    members: dict[int, list[int]] = {}
    for index, number in enumerate(page.thread):
        members.setdefault(number, []).append(index)
    date, paper = masthead_date(page.lines, page.visible), newspaper_name(page.lines, page.visible)
    apart = {entry.line.begin for above, entry in pairwise(page.lines) if above.kind is Kind.FURNITURE}
    found: list[tuple[int, Article]] = []
    for number, indices in members.items():
        heads, body = _reading_order(page, number, indices)
        body_units = [page.units[i] for i in body]
        whole = "\n".join(page.visible.of(e.line) for u in body_units for e in u.lines)
        built = article(
            page.source,
            page.visible,
            [page.units[i] for i in heads],
            body_units,
            page.counts,
            page.cues,
            date=date or _own_date(page, body_units, whole) or page.visible.date,
            newspaper=paper,
            fragment=number < 0 and len(members) > 1,
            ranges=_ranges(page, [*heads, *body], apart),
        )
        found.append((page.starts[number].first if number >= 0 else min(indices), built))
    ordered = [built for _, built in sorted(found, key=lambda entry: entry[0])]
    if ordered and page.visible.title:
        ordered[0] = msgspec.structs.replace(ordered[0], headline=page.visible.title, fragment=False)
    return tuple(ordered)


def _reading_order(page: Page, number: int, indices: list[int]) -> tuple[list[int], list[int]]:
    """Indices of an article's headlines, and of its body: from its beginning on, then what stands above."""
    if number < 0:
        return [], indices
    start = page.starts[number]
    heads = [i for i in range(start.first, start.body) if page.units[i].kind is Kind.HEAD]
    captions = [i for i in range(start.first, start.body) if page.units[i].kind is not Kind.HEAD]
    behind = [i for i in indices if i >= start.body]
    above = [i for i in indices if i < start.first]
    return heads, [*behind, *captions, *above]


def _own_date(page: Page, body: list[Unit], whole: str) -> str | None:
    """The day that the date line of the article tells."""
    opening = body[0].first.opening if body else None
    if not opening or not body:
        return None
    head = page.visible.text[body[0].first.line.begin : opening.end]
    return date_line(head, whole)


def _ranges(page: Page, indices: list[int], apart: set[int]) -> list[tuple[int, int]]:
    """The article's stretches: units that follow each other on the page are one, furniture parts them."""
    groups: list[list[Unit]] = []
    previous = -2
    for index in indices:
        unit = page.units[index]
        if index == previous + 1 and unit.first.line.begin not in apart:
            groups[-1].append(unit)
        else:
            groups.append([unit])
        previous = index
    return stretches(page.visible, groups)
