"""What it takes to fill a store: seconds, peak memory and size on disk, at one and at ten million statements.

Run by ``make bench-load``; ``load.py N…`` measures other sizes. ``kg load`` runs in a process of its own, whose
peak resident memory is what the kernel counts. Needs about 4 GB of disk below the folder for temporary files.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from cpu import cost
from multiply import SEEDS, Pattern
from page import record, table

SIZES = (1_000_000, 10_000_000)


def measure(pattern: Pattern, triples: int) -> tuple[str, ...]:
    """A row of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        number = pattern.write(folder / "graph.nt", triples)
        began = time.monotonic()
        used = cost(sys.executable, "-m", "kg", "load", str(folder))
        seconds = time.monotonic() - began
        read = (folder / "graph.nt").stat().st_size
        size = sum(file.stat().st_size for file in (folder / "store").rglob("*") if file.is_file())
    return (
        f"{number:,}",
        f"{read / 1e6:,.0f}",
        f"{seconds:,.0f}",
        f"{used.seconds:,.0f}",
        f"{number / seconds:,.0f}",
        f"{used.mebibytes:,.0f}",
        f"{size / 1e6:,.0f}",
    )


def main() -> int:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    pattern = Pattern.of_file(SEEDS)
    head = ("statements", "MB of N-Triples", "seconds", "CPU seconds", "a second", "peak MiB", "MB on disk")
    rows = [measure(pattern, size) for size in sizes]
    record("Filling a store", ["`kg load`, one pass from `graph.nt`.", "", *table(head, rows)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
