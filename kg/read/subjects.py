"""What a piece of text is about, and how well two pieces fit: shared names and words, rare ones most.

Guarantees: pure arithmetic over the one page at hand; no knowledge of any name. A piece is a bag of
pairs of neighbouring Chinese characters (and of numbers and Latin words as wholes), without the
pairs that hold a character of grammar. Linear in the text's length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from kg.read.cues import Cues

__all__ = ["Bag", "bag", "fit"]

Bag = Counter[str]
TOKENS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+|[A-Za-z][A-Za-z0-9]+")
SHARE = 0.5
"""Weight of an article's own words against the page's when a paragraph of it is written."""
SMOOTH = 200.0


def bag(texts: Iterable[str], cues: Cues) -> Bag:
    """The bag of some lines."""
    found: Bag = Counter()
    for text in texts:
        for run in TOKENS.findall(text):
            if run[0] < "\u3400":
                found[run] += 1
            else:
                found.update(a + b for a, b in zip(run, run[1:]) if a not in cues.grammar and b not in cues.grammar)
    return found


def fit(piece: Bag, article: Bag, size: int, page: Mapping[str, int], total: int, within: int) -> float:
    """Points for `piece` being about what `article` is about, beyond what the whole page is about.

    `size` and `total` are the sums of `article` and `page`; `page` holds the piece, and `article` does
    where `within`, the piece's own size, is not 0.
    """
    points, whole, rest = 0.0, total + SMOOTH, max(1, size - within)
    for pair, times in piece.items():
        own = article.get(pair, 0) - (times if within else 0)
        if own > 0:
            ratio = own * whole / (rest * (page[pair] - times + 0.5))
            points += log(1.0 + SHARE * ratio)
    return points / (len(piece) + 4.0) ** 0.5
