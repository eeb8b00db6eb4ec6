"""When two names count as one: the normal form that labels of the graph and of the gold are compared in.

Guarantees: compatibility forms (full width, ligatures) are one; white space, quotation marks, brackets,
dots and other punctuation do not count; everything else does. No dictionary, no fuzzy comparison.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["likeness", "normal", "normal_forms"]

_NO_MATTER = re.compile(r"[\s\"“”‘’'《》〈〉「」『』·•,，、。.!！?？:：;；()（）\-—–~]")


def normal(name: str) -> str:
    """The normal form of a name.

    >>> normal("《“清风行动” 走进校园》") == normal("清风行动·走进校园")
    True
    """
    return _NO_MATTER.sub("", unicodedata.normalize("NFKC", name))


def normal_forms(names: Iterable[str]) -> frozenset[str]:
    """The normal forms of several names."""
    return frozenset(map(normal, names))


def likeness(some: frozenset[str], others: frozenset[str]) -> float:
    """How alike two sets of normal forms are, 0–1: 1 where they share one, else the share of the longer
    form that the shorter takes up, for the best pair of which one holds the other; else 0."""
    if some & others:
        return 1.0
    pairs = ((one, other) for one in some for other in others if one and other and (one in other or other in one))
    return max((min(len(one), len(other)) / max(len(one), len(other)) for one, other in pairs), default=0.0)
