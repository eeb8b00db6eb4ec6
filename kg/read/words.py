"""Whether the end of a line tore a word in two: the words of spacy-pkuseg's own dictionary.

Guarantees: pure; the dictionary (part of the installed package) is read once, when
the first seam asks for it; without it no word counts as torn. Constant time for a seam.
"""

from __future__ import annotations

import pickle
from functools import lru_cache
from importlib import resources

__all__ = ["torn_word"]

LONGEST = 5
"""Characters of the words that are looked for; idioms have four."""
SPLITS = tuple((left, right) for left in range(1, LONGEST) for right in range(1, LONGEST - left + 1))


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    try:
        content = resources.files("spacy_pkuseg.dicts").joinpath("default.pkl").read_bytes()
    except (ModuleNotFoundError, FileNotFoundError):
        return frozenset()
    words = pickle.loads(content)
    return frozenset(word for word in str(words).split("\n") if 1 < len(word) <= LONGEST)


def torn_word(earlier: str, later: str) -> int:
    """The length of the longest word that `earlier` begins at its end and `later` goes on with; else 0."""
    known, longest = _dictionary(), 0
    for left, right in SPLITS:
        if left + right > longest and earlier[-left:] + later[:right] in known and left <= len(earlier):
            longest = max(longest, min(left, len(earlier)) + min(right, len(later)))
    return longest
