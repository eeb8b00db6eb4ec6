"""CPU seconds and memory of ``kg validate`` with either engine, on graphs of growing size.

Run by ``make bench-validation``. The graphs are made by multiplying the seeds' graph under new names; each figure
is of one whole process, start and reading of the graph included, as the kernel counts it. From LARGE statements on,
``kg validate`` takes the second engine by itself.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from cpu import Cost, cost
from multiply import SEEDS, Pattern
from page import record, table

from kg.query.validation import LARGE

SIZES = (1, 50_000, 100_000, 200_000, 1_000_000)
"""Statements at least; the first is the graph of the seeds as it is."""
LARGEST = {"shacl": 200_000, "sparql": 1_000_000}
"""Sizes up to which an engine is measured; pySHACL would take many minutes beyond."""


def main() -> int:
    pattern = Pattern.of_file(Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
    rows = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            statements = pattern.write(Path(folder, "graph.nt"), size)
            found = {
                engine: cost(sys.executable, "-m", "kg", "validate", folder, "--engine", engine)
                for engine, largest in LARGEST.items()
                if size <= largest
            }
        cells = [cell for engine in LARGEST for cell in _cells(found.get(engine))]
        ratio = f"{found['shacl'].seconds / found['sparql'].seconds:.1f}" if "shacl" in found else "–"
        rows.append((f"{statements:,}", *cells, ratio))
    intro = "CPU seconds and peak memory of `kg validate`, the whole process"
    intro += f"; from {LARGE:,} statements on it takes SPARQL."
    head = ("statements", "pySHACL", "MiB", "SPARQL", "MiB", "ratio of seconds")
    record("Validation", [intro, "", *table(head, rows)])
    return 0


def _cells(found: Cost | None) -> tuple[str, str]:
    return ("–", "–") if found is None else (f"{found.seconds:.1f}", f"{found.mebibytes:.0f}")


if __name__ == "__main__":
    sys.exit(main())
