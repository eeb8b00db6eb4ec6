"""Text from the graph in Markdown: guarantees that no character of it is markup, HTML or a reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.graph.escape import printable

__all__ = ["plain", "table"]

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|&~$:@^=-])")


def plain(text: object) -> str:
    """`text` as itself, in one line."""
    return _MARKUP.sub(r"\\\1", printable(str(text)))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table whose cells are plain text; an absent value is an empty cell."""
    lines = [columns, ["---"] * len(columns)]
    shown = ["| " + " | ".join(map(str, line)) + " |" for line in lines]
    shown += ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join(shown) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return ""
    return plain(int(value) if isinstance(value, float) and value.is_integer() else value)
