"""The common words of the language, which name nothing by themselves.

Guarantees: pure; the words (``kg/models/words``) are read once, when somebody first asks for them.
"""

from __future__ import annotations

from functools import lru_cache

from kg.models import artefact

__all__ = ["common_words"]


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words of two to five characters."""
    return frozenset((artefact("words") / "words.txt").read_text(encoding="utf-8").split())
