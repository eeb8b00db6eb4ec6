"""The weights with which the reader's tables of questions are answered, as `kg.models` fitted them.

Guarantees: every question of a table has its weight in ``kg/models/reading/weights.toml``, under the words that
say what it asks; raises OntologyError where one is missing or the file cannot be read. Read once a process;
the same file gives the same weights.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from kg.errors import OntologyError
from kg.models import artefact

__all__ = ["FILE", "weighed"]

FILE = artefact("reading") / "weights.toml"
Seen = TypeVar("Seen")


@cache
def _tables() -> dict[str, dict[str, float]]:
    try:
        return tomllib.loads(FILE.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"{FILE}: {error}; restore the file") from error


def weighed(
    table: str, questions: Iterable[tuple[Callable[[Seen], float], str]]
) -> tuple[tuple[float, Callable[[Seen], float]], ...]:
    """The questions of a table, each behind its weight."""
    weights = _tables().get(table, {})
    try:
        return tuple((weights[says], question) for question, says in questions)
    except KeyError as error:
        raise OntologyError(f"{FILE}: [{table}] lacks {error}; restore the file") from error
