"""The figures of the gold at hand: shown, recorded, and the table of confidence.

Run by ``make score`` (prints both tables and what rose or fell since it was recorded), ``make record-score``
(writes ``recorded.json``, README's table and that of two readers) and ``make calibration`` (writes
``docs/calibration.md``).
Guarantees: every command builds the graphs anew, in a folder that it removes; what is written depends on
code, ontology, texts and gold alone.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import kg
from kg.score import Score, score
from kg.score.calibration import WITHIN, Tenth, calibration
from kg.score.report import figures_table, named
from tests.gold import agreement
from tests.gold.groups import GOLD, GROUPS, MAIN, ROOT, Group

RECORDED = GOLD / "recorded.json"
CALIBRATION = ROOT / "docs" / "calibration.md"
README = ROOT / "README.md"
TABLE = re.compile(r"(<!-- figures: [^>]*-->\n)(.*?)(<!-- figures end -->)", re.DOTALL)
ENOUGH_TEXTS = 10
"""Texts from which an interval says something."""
FALL = 0.01
"""How far F1 may fall below what was recorded."""
Figures: TypeAlias = dict[str, dict[str, dict[str, float]]]
"""By group and measure: ``f1``, ``low`` and ``high``."""


@contextmanager
def graphs() -> Iterator[dict[str, Path]]:
    """Every group's graph, built into a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        built = {name: Path(folder) / name for name in GROUPS}
        for name, group in GROUPS.items():
            kg.build(group.texts, warn=lambda message: None).write(built[name])
        yield built


def scores(built: Mapping[str, Path]) -> dict[str, Score]:
    """Every group's graph held against its gold."""
    return {name: score(built[name], group.gold, group.texts) for name, group in GROUPS.items()}


def figures(found: dict[str, Score]) -> Figures:
    """What is recorded of scores: four digits."""
    told: Figures = {}
    for name, one in found.items():
        told[name] = {}
        for measure, counts in one.counts.items():
            low, high = one.intervals.get(measure, (counts.f1, counts.f1))
            told[name][measure] = {"f1": round(counts.f1, 4), "low": round(low, 4), "high": round(high, 4)}
    return told


def recorded() -> Figures:
    """The figures as they were recorded."""
    told: Figures = json.loads(RECORDED.read_text(encoding="utf-8"))
    return told


def changes(before: Figures, now: Figures) -> Iterator[tuple[float, str]]:
    """(change of F1, a line that tells it) for every figure that is another than before."""
    for name, measures in before.items():
        for measure, figure in measures.items():
            f1 = now[name].get(measure, {"f1": 0.0})["f1"]
            change = round(f1 - figure["f1"], 4)
            if change:
                yield change, f"{name}, {measure}: {figure['f1']:.4f} → {f1:.4f}"


def readme_table(told: Figures) -> str:
    """Markdown: F1 of the main measures, with the interval where there are enough texts for one."""
    lines = [
        f"| F1 of | {' | '.join(group.title for group in GROUPS.values())} |",
        f"| {' | '.join(['---'] * (1 + len(GROUPS)))} |",
    ]
    for measure, title in MAIN.items():
        cells = (_cell(told[name][measure], group) for name, group in GROUPS.items())
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return "".join(f"{line}\n" for line in lines)


def _cell(figure: dict[str, float], group: Group) -> str:
    """F1 of one measure and group, with its interval where the group has texts enough for one."""
    many = len(list(group.gold.glob("*.json"))) >= ENOUGH_TEXTS
    return f"{figure['f1']:.2f}" + (f" ({figure['low']:.2f}–{figure['high']:.2f})" if many else "")


def calibration_page(tenths: Iterable[Tenth]) -> str:
    """``docs/calibration.md``."""
    known = tuple(tenths)
    whole = [tenth for tenth in known if not tenth.part]
    facts = sum(tenth.facts for tenth in whole)
    near = sum(tenth.facts for tenth in whole if tenth.holds)
    return f"""# What a confidence means

Every entity, initiative and post of the graph carries `ukg:confidence`, 0–1: how likely it is right. Here
is the share of them that is right, in every tenth of the scale, held against the gold in `tests/gold/` (most
of it development data). A fact is judged once for each source that tells it; one that the gold marks
optional is right; an initiative is right where the gold has it, whatever its links. *gap* is the share that
is right less the mean confidence: below zero, the program is too sure of itself. Written by
`make calibration`; `kg score --calibration` prints the same for any graph.

{near} of {facts} facts stand in a tenth in which the share that is right lies within {WITHIN} of the mean
confidence. Where a tenth holds few facts, its share says little.

| facts | confidence | number | mean confidence | right | gap | within {WITHIN} |
| --- | --- | ---: | ---: | ---: | ---: | --- |
{"".join(map(_calibration_row, known))}"""


def _calibration_row(tenth: Tenth) -> str:
    low, high = tenth.tenth / 10, (tenth.tenth + 1) / 10
    figures = f"{tenth.facts} | {tenth.confidence:.2f} | {tenth.share:.2f} | {tenth.gap:+.2f}"
    return f"| {named(tenth)} | {low:.1f}–{high:.1f} | {figures} | {'yes' if tenth.holds else 'no'} |\n"


def show() -> None:
    """Print both tables, and what has changed since the figures were recorded."""
    from rich.console import Console

    with graphs() as built:
        found = scores(built)
    for name, one in found.items():
        Console(highlight=False).print(figures_table(one, f"{name}: {GROUPS[name].title}"))
    told = list(changes(recorded(), figures(found)))
    for change, line in told:
        verb = "rose" if change > 0 else "fell too far" if change < -FALL else "fell"
        print(f"{verb}: {line}")
    if any(change > 0 for change, _ in told):
        print("figures rose; keep them: make record-score")


def record() -> None:
    """Write the figures of today, README's table of them, and the table of two readers."""
    with graphs() as built:
        told = figures(scores(built))
        write_between_marks(agreement.PAGE, agreement.TABLE, agreement.table(built))
    RECORDED.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write_between_marks(README, TABLE, readme_table(told))


def calibrate() -> None:
    """Write what confidences mean today."""
    with graphs() as built:
        found = scores(built)
    CALIBRATION.write_text(calibration_page(calibration(found.values())), encoding="utf-8")


def write_between_marks(page: Path, marks: re.Pattern[str], lines: str) -> None:
    """Put `lines` between a page's two marks, which are the first and the third group of the pattern."""
    text = page.read_text(encoding="utf-8")
    page.write_text(marks.sub(lambda found: found[1] + lines + found[3], text), encoding="utf-8")


COMMANDS = {"show": show, "record": record, "calibrate": calibrate}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]]()
