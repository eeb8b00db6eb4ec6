"""Rows as text: a table for people, CSV, JSON and Markdown for programs and papers.

Guarantees: in a table and in Markdown nothing is cut off, a cell is one line of visible characters, and no
character of a text is markup; a node stands there by its label alone where the row has it, and an upper bound
that no text tells stands as ``open``. CSV and JSON hold every column and every value; in CSV a text that a
spreadsheet would run as a formula has an apostrophe before it. The same rows give the same text.
"""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from math import sqrt
from typing import TYPE_CHECKING

from kg.graph.escape import comment
from kg.graph.namespaces import prefixes

if TYPE_CHECKING:
    from rich.console import JustifyMethod

    from kg.query.rows import Rows, Value

__all__ = ["as_csv", "as_json", "as_markdown", "as_table"]

WIDTH = 100
"""Columns of a table where no terminal tells another number."""
NARROW = 12
"""What a column has if that is all it needs: a date, a number, 计划开展."""
NARROWEST = 10
"""What is left to a column at least."""
_UNKNOWN = {"upper": "open"}
_MARKUP = re.compile(r"([\\`*_\[\]<>|&~#])")


def as_table(rows: Rows, width: int = WIDTH) -> str:
    """The rows as a table of at most `width` columns of a terminal, a Chinese character taking two."""
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    columns = shown_columns(rows)
    lines = [columns, *([_visible(row[column], column) for column in columns] for row in rows)]
    needed = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    given = _shared(needed, width - 3 * len(columns) + 1)
    table = Table(show_edge=False, show_lines=any(map(int.__lt__, given, needed)))
    for column, wide in zip(columns, given, strict=True):
        justify: JustifyMethod = "right" if all(_is_number(row[column]) for row in rows) else "left"
        table.add_column(Text(column), justify=justify, width=wide, overflow="fold")
    for line in lines[1:]:
        table.add_row(*map(Text, line))
    written = io.StringIO()
    Console(file=written, width=width, color_system=None, legacy_windows=False).print(table)
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines())


def _shared(needed: list[int], width: int) -> list[int]:
    """`width` shared out: columns that need no more than an equal share have what they need.

    What is left goes to the others by the square root of their need, so that a quote of 200 characters does not
    squeeze a name of 20.
    """
    given: dict[int, int] = {}
    waiting = set(range(len(needed)))
    while waiting:
        left = width - sum(given.values())
        settled = {column for column in waiting if needed[column] <= max(left // len(waiting), NARROW)}
        if not settled:
            total = sum(sqrt(needed[column]) for column in waiting)
            shares = {column: int(left * sqrt(needed[column]) / total) for column in sorted(waiting)}
            small = {column for column, share in shares.items() if share < NARROWEST}
            given.update(dict.fromkeys(small, NARROWEST) or shares)
            waiting -= small or waiting
            continue
        given.update({column: needed[column] for column in settled})
        waiting -= settled
    return [given[column] for column in range(len(needed))]


def as_markdown(rows: Rows) -> str:
    """The rows as a table of Markdown."""
    columns = shown_columns(rows)
    lines = [columns, ["---"] * len(columns)]
    lines += [[_MARKUP.sub(r"\\\1", _visible(row[column], column)) for column in columns] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def as_csv(rows: Rows) -> str:
    """The rows as CSV (RFC 4180 with ``\\n``); what is unbound is an empty cell."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([_csv_cell(row[column]) for column in rows.columns] for row in rows)
    return written.getvalue()


def as_json(rows: Rows) -> str:
    """The rows as a JSON list of objects; what is unbound is null, days are ISO 8601."""
    return json.dumps(list(rows), ensure_ascii=False, indent=1, default=str) + "\n"


def shown_columns(rows: Rows) -> list[str]:
    """The columns without the nodes (``union_iri``) whose labels (``union``) stand in the rows too."""
    return [column for column in rows.columns if column.removesuffix("_iri") not in set(rows.columns) - {column}]


def _visible(value: Value, column: str) -> str:
    if value is None:
        return _UNKNOWN.get(column, "")
    text = _plain(value)
    return _compact(text) if text.startswith("http") else comment(text, limit=len(text))


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _csv_cell(value: Value) -> str:
    if value is None:
        return ""
    text = _plain(value)
    return "'" + text if isinstance(value, str) and text.startswith(("=", "+", "-", "@")) else text


def _compact(iri: str) -> str:
    """An IRI of the vocabulary by its prefix, which names can be looked up by; another as it is."""
    for prefix, namespace in prefixes().items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{comment(iri.removeprefix(namespace), limit=len(iri))}"
    return comment(iri, limit=len(iri))


def _is_number(value: Value) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))
