"""Conflicts as a table for the terminal.

Guarantees: nothing is cut off, however narrow the terminal; brackets of a text are no markup.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from kg.query.conflicts import Conflict, Told

__all__ = ["conflict_table"]


def conflict_table(conflicts: Iterable[Conflict]) -> Table:
    """A row for every value: the initiative and the point in dispute stand in the first row of each conflict."""
    table = Table("initiative", "what", "value", "where it says so", show_edge=False, show_lines=True)
    for column in table.columns:
        column.overflow = "fold"
    for conflict in conflicts:
        point = (conflict.initiative, conflict.what)
        for told in conflict.values:
            table.add_row(*map(Text, (*point, told.value, _quotes(told))))
            point = ("", "")
    return table


def _quotes(told: Told) -> str:
    return "\n".join(
        f"{' '.join(quote.text.split())} ({quote.source}:{quote.begin}–{quote.end})" for quote in told.quotes
    )
