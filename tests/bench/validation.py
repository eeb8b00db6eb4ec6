"""CPU seconds and memory of ``kg validate`` with either engine, on graphs of growing size.

Run by ``make bench-validation``. The graphs are made by multiplying the seeds' graph under new names; each figure
is of one whole process, start and reading of the graph included, as the kernel counts it. From LARGE statements on,
``kg validate`` takes the second engine by itself.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from cpu import cost
from multiply import SEEDS, Pattern

from kg.query.validation import LARGE

SIZES = (1, 50_000, 100_000, 200_000, 1_000_000)
"""Statements at least; the first is the graph of the seeds as it is."""
LARGEST = {"shacl": 200_000, "sparql": 1_000_000}
"""Sizes up to which an engine is measured; pySHACL would take many minutes beyond."""


def main() -> int:
    pattern = Pattern.of_file(Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
    print(f"{'statements':>12}{'pySHACL s':>12}{'MiB':>8}{'SPARQL s':>12}{'MiB':>8}{'ratio':>8}", flush=True)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            statements = pattern.write(Path(folder, "graph.nt"), size)
            cells, seconds = [f"{statements:12}"], []
            for engine, largest in LARGEST.items():
                if size > largest:
                    cells.append(f"{'–':>12}{'–':>8}")
                    continue
                found = cost(sys.executable, "-m", "kg", "validate", folder, "--engine", engine)
                seconds.append(found.seconds)
                cells.append(f"{found.seconds:12.1f}{found.mebibytes:8.0f}")
            cells.append(f"{seconds[0] / seconds[1]:8.1f}" if len(seconds) == len(LARGEST) else f"{'–':>8}")
            print("".join(cells), flush=True)
    print(f"kg validate takes SPARQL from {LARGE} statements on")
    return 0


if __name__ == "__main__":
    sys.exit(main())
