"""The common words of Chinese (``words/words.txt``), for whoever asks whether characters make a word.

Guarantees: read once, when first asked for; pure; constant time for a question.
"""

from __future__ import annotations

from functools import lru_cache

from kg.models import artefact

__all__ = ["common_words", "word_begins"]

LONGEST = 5
"""Characters of the longest word of the list."""


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The words, each of two to five characters."""
    return frozenset((artefact("words") / "words.txt").read_text(encoding="utf-8").split())


def word_begins(text: str, position: int) -> bool:
    """Whether a word of two characters or more begins at a position of a text."""
    known = common_words()
    return any(text[position : position + length] in known for length in range(2, LONGEST + 1))
