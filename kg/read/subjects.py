"""What a piece of text is about, and how well two pieces fit: shared names and words, rare ones most.

Guarantees: pure arithmetic over the one page at hand. A piece is a bag of names of places and bodies
(`kg.read.names`), of what stands in quotation marks, of Latin words, and of pairs of neighbouring Chinese
characters without those that hold a character of grammar or that most reports hold. A name is one whole:
no pair holds a part of one, and pairs inside quotation marks meet only each other, so that what a thing
is called tells nothing but whether the same thing is named again. Linear in the length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import exp, log

from kg.read.cues import Cues
from kg.read.names import names

__all__ = ["Bag", "bag", "fit"]

Bag = Counter[str]
TOKENS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+|[A-Za-z][A-Za-z0-9]+")
SHARE = 0.26
"""Weight of an article's own words against the page's when a paragraph of it is written."""
SMOOTH = 210.0
NOISE = 0.13
"""Points below which a shared word is taken for chance."""
NAMED = 6.0
PRIOR = 0.49
"""Added to an article's size, so that a short one does not draw everything."""
QUOTED = 3.9
LEVEL = 0.9
"""1 where a word in a short article counts more than in a long one, in proportion; 0 where not."""
MOST = 1.03
"""Points that cannot be exceeded, however much is shared."""
QUOTATION = re.compile("“([^“”。！？；]{2,20})”")
"""What is called so, and not what somebody says."""
MASK = "\n"
"""Stands in a name's place, so that no pair of characters holds a part of one."""


def bag(texts: Iterable[str], cues: Cues) -> Bag:
    """The bag of some lines."""
    found: Bag = Counter()
    for text in texts:
        rest = text
        for name in names(text, cues):
            rest = _masked(rest, name.begin, name.end)
            if not name.origin:
                found["@" + name.word] += 1
        for quoted in QUOTATION.finditer(text):
            found["“" + quoted[1]] += 1
            found.update("”" + pair for pair in _pairs(rest[quoted.start() : quoted.end()], cues))
            rest = _masked(rest, quoted.start(), quoted.end())
        found.update(_pairs(rest, cues))
    return found


def _masked(text: str, begin: int, end: int) -> str:
    return text[:begin] + MASK * (end - begin) + text[end:]


def _pairs(text: str, cues: Cues) -> Iterator[str]:
    """Pairs of neighbouring characters that may tell a subject, and Latin words."""
    grammar, everyday = cues.grammar, cues.everyday
    for run in TOKENS.findall(text):
        if run[0] < "\u3400":
            yield run
        else:
            joined = (a + b for a, b in pairwise(run) if a not in grammar and b not in grammar)
            yield from (pair for pair in joined if pair not in everyday)


def fit(piece: Bag, article: Bag, size: int, page: Mapping[str, int], total: int, within: int) -> float:
    """Points for `piece` being about what `article` is about, beyond what the whole page is about.

    `size` and `total` are the sums of `article` and `page`; `page` holds the piece, and `article` does
    where `within`, the piece's own size, is not 0. Names count `NAMED` times.
    """
    points, scale = 0.0, ((total + SMOOTH) / (size - within + PRIOR)) ** LEVEL
    for token, times in piece.items():
        own = article.get(token, 0) - (times if within else 0)
        if own > 0:
            gain = log(1.0 + SHARE * scale * own / (page[token] - times + 0.5)) - NOISE
            if gain > 0:
                points += gain * (NAMED if token[0] == "@" else QUOTED if token[0] == "“" else 1.0)
    return MOST * (1.0 - exp(-points / (len(piece) + 4.0) ** 0.5 / MOST))
