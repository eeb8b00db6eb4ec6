"""What a piece of text is about, and how well two pieces fit: shared names and words, rare ones most.

Guarantees: pure arithmetic over the one page at hand; no knowledge of any name. A piece is a bag of
pairs of neighbouring Chinese characters without those that hold a character of grammar, of Latin
words, of names of places and bodies, and of what stands in quotation marks. Linear in the length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import exp, log

from kg.read.cues import Cues

__all__ = ["Bag", "bag", "fit"]

Bag = Counter[str]
TOKENS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+|[A-Za-z][A-Za-z0-9]+")
SHARE = 0.5
"""Weight of an article's own words against the page's when a paragraph of it is written."""
SMOOTH = 200.0
NOISE = 0.2
"""Points below which a shared word is taken for chance."""
NAMED = 4.0
PRIOR = 0.5
"""Added to an article's size, so that a short one does not draw everything."""
QUOTED = 4.0
LEVEL = 0.83
"""1 where a word in a short article counts more than in a long one, in proportion; 0 where not."""
MOST = 2.0
"""Points that cannot be exceeded, however much is shared."""
QUOTATION = re.compile("“([^“”]{2,20})”")


def bag(texts: Iterable[str], cues: Cues) -> Bag:
    """The bag of some lines."""
    found: Bag = Counter()
    grammar = cues.grammar
    for text in texts:
        for run in TOKENS.findall(text):
            if run[0] < "\u3400":
                found[run] += 1
            else:
                found.update(a + b for a, b in pairwise(run) if a not in grammar and b not in grammar)
        found.update("@" + name for name in cues.place.findall(text))
        found.update("“" + name for name in QUOTATION.findall(text))
    return found


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
