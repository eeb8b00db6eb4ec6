"""Whether the end of a line tore a word in two: the common words of the language.

Guarantees: pure; the words are those of `kg.models.common_words`. Constant time for a seam.
"""

from __future__ import annotations

from kg.models.common_words import common_words

__all__ = ["torn_word"]

LONGEST = 5
"""Characters of the words that are looked for; idioms have four."""
SPLITS = tuple((left, right) for left in range(1, LONGEST) for right in range(1, LONGEST - left + 1))


def torn_word(earlier: str, later: str) -> int:
    """The length of the longest word that `earlier` begins at its end and `later` goes on with; else 0."""
    known, longest = common_words(), 0
    for left, right in SPLITS:
        if left + right > longest and earlier[-left:] + later[:right] in known and left <= len(earlier):
            longest = max(longest, min(left, len(earlier)) + min(right, len(later)))
    return longest
