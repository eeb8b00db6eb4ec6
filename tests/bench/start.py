"""Seconds from nothing to the first answer: import kg, load the seeds' graph, ask one named question.

Run by ``make bench-start``. Each run is a process of its own, timed inside from its first line on, by the clock and
in CPU seconds, which neighbours on the machine do not change; once with the graph in memory and once with its store
on disk. Exit code 1 where the median of the CPU seconds of either is not below `LIMIT`.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from multiply import SEEDS
from page import ROOT, record, table

RUNS = 15
LIMIT = 0.5
QUESTION = "what-unions-did-for-groups"
ASK = """
import time
began = time.perf_counter()
import sys, kg
graph = kg.load(sys.argv[1])
rows = graph.ask(sys.argv[2])
assert rows
print(time.perf_counter() - began, time.process_time())
"""


def seconds(folder: Path) -> list[tuple[float, float]]:
    """Of each run, by the clock and of the CPU, after one unmeasured (which fills the disk's cache)."""
    command = [sys.executable, "-c", ASK, str(folder), QUESTION]
    runs = [subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout for _ in range(RUNS + 1)]
    return [(float(clock), float(used)) for clock, used in map(bytes.split, runs[1:])]


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(SEEDS, folder)
        found = {"read into memory": seconds(folder)}
        subprocess.run([sys.executable, "-m", "kg", "load", folder], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        found["store on disk"] = seconds(folder)
    rows = []
    fast = True
    for what, runs in found.items():
        clock, used = zip(*runs, strict=True)
        figures = (statistics.median(clock), min(clock), max(clock), statistics.median(used))
        fast = fast and figures[-1] < LIMIT
        rows.append((what, *(f"{figure:.2f}" for figure in figures)))
    intro = f"Seconds in a new process: `import kg`, `kg.load`, the question `{QUESTION}`; {RUNS} runs of each."
    head = ("graph of the seeds", "median", "lowest", "highest", "median of CPU seconds")
    record("The first question", [intro, "", *table(head, rows)])
    return 0 if fast else 1


if __name__ == "__main__":
    sys.exit(main())
