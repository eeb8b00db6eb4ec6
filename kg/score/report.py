"""A score told to people and to programs: tables, a list of misses, JSON.

Guarantees: the same score gives the same characters; figures are rounded here and nowhere else, to three
digits in tables and four in JSON; nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from rich.box import SIMPLE_HEAD
from rich.table import Table

from kg.score.calibration import Tenth, calibration
from kg.score.scoring import Score

__all__ = ["as_json", "calibration_table", "figures_table", "miss_lines", "named"]


def figures_table(score: Score, title: str = "") -> Table:
    """Precision, recall and F1 by measure, with the interval of F1."""
    files = len(score.files)
    caption = f"95 %: where F1 lies when the {files} gold file{'s are' if files > 1 else ' is'} drawn anew"
    table = Table(title=title or None, caption=caption, box=SIMPLE_HEAD, show_edge=False, padding=0)
    table.add_column("measure", no_wrap=True)
    for heading in ("P", "R", "F1", "95 %", "right", "graph", "gold"):
        table.add_column(heading, justify="right", no_wrap=True)
    for measure, counts in score.counts.items():
        interval = score.intervals.get(measure)
        table.add_row(
            measure,
            *(f"{figure:.3f}" for figure in (counts.precision, counts.recall, counts.f1)),
            f"{interval.low:.2f}–{interval.high:.2f}" if interval else "",
            *map(str, (counts.right, counts.in_graph, counts.in_gold)),
        )
    return table


def calibration_table(tenths: Iterable[Tenth]) -> Table:
    """The share that is right in every tenth of the scale of confidence."""
    table = Table(caption="gap: share that is right less mean confidence; !: beyond 0.1", show_edge=False)
    table.add_column("facts of the graph", no_wrap=True)
    for heading in ("confidence", "number", "mean", "right", "gap"):
        table.add_column(heading, justify="right", no_wrap=True)
    for tenth in tenths:
        low, high = tenth.tenth / 10, (tenth.tenth + 1) / 10
        figures = (f"{tenth.confidence:.3f}", f"{tenth.share:.3f}", f"{tenth.gap:+.3f}{' ' if tenth.holds else '!'}")
        table.add_row(named(tenth), f"{low:.1f}–{high:.1f}", str(tenth.facts), *figures)
    return table


def named(tenth: Tenth) -> str:
    """What the facts of a tenth are."""
    return f"{tenth.sort}: {tenth.part}" if tenth.part else f"{tenth.sort} (all)"


def miss_lines(score: Score) -> Iterator[str]:
    """Every miss on a line, under the name of its source."""
    for source, outcome in score.files.items():
        yield f"{source}: {len(outcome.misses)}"
        for miss in outcome.misses:
            yield "  " + " ".join(str(miss).split())


def as_json(score: Score, *, errors: bool = False, calibrated: bool = False) -> str:
    """The figures as JSON, with misses and calibration where they are asked for."""
    told: dict[str, Any] = {"files": len(score.files), "measures": {m: _figures(score, m) for m in score.counts}}
    if errors:
        told["misses"] = {source: outcome.misses for source, outcome in score.files.items()}
    if calibrated:
        told["calibration"] = [_tenth(tenth) for tenth in calibration([score])]
    return msgspec.json.format(msgspec.json.encode(told), indent=1).decode()


def _figures(score: Score, measure: str) -> dict[str, Any]:
    counts = score.counts[measure]
    interval = score.intervals.get(measure)
    return {
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
        "interval": [round(bound, 4) for bound in interval] if interval else None,
        "right": counts.right,
        "in_graph": counts.in_graph,
        "in_gold": counts.in_gold,
    }


def _tenth(tenth: Tenth) -> dict[str, Any]:
    return {
        "sort": tenth.sort,
        "part": tenth.part,
        "from": tenth.tenth / 10,
        "to": (tenth.tenth + 1) / 10,
        "facts": tenth.facts,
        "right": tenth.right,
        "share": round(tenth.share, 4),
        "confidence": round(tenth.confidence, 4),
    }
