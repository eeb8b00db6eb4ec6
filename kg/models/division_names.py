"""By what short names the divisions of China above townships go, for whoever asks whether characters name one.

Guarantees: read once, when first asked for, from ``gazetteer/divisions.tsv`` alone; pure; constant time for a question.
What each division is, and which short names are words of the language too, is the business of
`kg.recognise.gazetteer`.
"""

from __future__ import annotations

from functools import lru_cache

from kg.models import artefact

__all__ = ["division_names"]

SHORT_FORMS = 4
"""The column of the table that holds them."""


@lru_cache(maxsize=1)
def division_names() -> frozenset[str]:
    """The short names, each of two characters or more (泉州, 上虞)."""
    lines = (artefact("gazetteer") / "divisions.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines for name in line.split("\t")[SHORT_FORMS].split() if len(name) > 1)
