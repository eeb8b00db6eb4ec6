"""How far two readers agree on the same texts, and how far the graph agrees with each of them.

``make record-score`` writes the table into ``docs/quality.md``. Guarantees: a second reader's gold (``second/``) is
held against the first's in both directions, since what one requires the other may mark optional, and the mean of the
two F1 is told; the graph is measured on the same texts alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kg.score import score
from kg.score.counts import total
from tests.gold.groups import GOLD, GROUPS, MAIN, ROOT

SECOND = GOLD / "second"
"""A second reader's gold, in a folder for each group that has one."""
PAGE = ROOT / "docs" / "quality.md"
TABLE = re.compile(r"(<!-- agreement: [^>]*-->\n)(.*?)(<!-- agreement ends -->)", re.DOTALL)
COLUMNS = ("the two readers", "graph and first", "graph and second")
READ_TWICE = tuple(name for name in GROUPS if (SECOND / name).is_dir())


class Readers(NamedTuple):
    """How far the two readers of a group agree."""

    texts: frozenset[str]
    """The sources that both read."""
    f1: dict[str, float]
    """By measure, the mean of both directions."""


def readers(name: str) -> Readers:
    """The two readers of a group of `READ_TWICE`."""
    group, other = GROUPS[name], SECOND / name
    forth, back = score(group.gold, other, group.texts), score(other, group.gold, group.texts)
    f1 = {measure: (counts.f1 + back.counts[measure].f1) / 2 for measure, counts in forth.counts.items()}
    return Readers(frozenset(forth.files), f1)


def table(built: Mapping[str, Path]) -> str:
    """Markdown: F1 of the main measures for every group that two readers read, whose graphs are in `built`."""
    titles: list[str] = []
    columns: list[dict[str, float]] = []
    for name in READ_TWICE:
        group, both = GROUPS[name], readers(name)
        whole = score(built[name], group.gold, group.texts)
        first = total(outcome.counts for source, outcome in whole.files.items() if source in both.texts)
        second = score(built[name], SECOND / name, group.texts).counts
        titles += [f"{len(both.texts)} of {group.title}: {column}" for column in COLUMNS]
        columns += [both.f1, *({measure: counts.f1 for measure, counts in one.items()} for one in (first, second))]
    lines = [f"| F1 of | {' | '.join(titles)} |", f"| --- |{' ---: |' * len(titles)}"]
    for measure, title in MAIN.items():
        if measure != "evidence quotes exact":
            lines.append(f"| {title} | {' | '.join(f'{column[measure]:.2f}' for column in columns)} |")
    return "".join(f"{line}\n" for line in lines)
