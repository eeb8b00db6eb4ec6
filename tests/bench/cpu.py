"""CPU seconds of ``kg build`` beside a process that tags the same text with jieba.posseg.

Run by ``make bench-build``. Measures user + system time of each whole process, its children included, as the
kernel counts it (`os.wait4`), the two in turn after one unmeasured run of each (which fills jieba's own cache, the
disk's and Python's): of the seeds, where starting up weighs most, and of three times as much text, where reading does.
Validation is not part of it. Exit code 1 where the ratio of the medians is not below `LIMIT` for the seeds, or is more
than `GROWTH` times that of the first version for either.

`FIRST` is the ratio of the first version (commit 70440c3), as ``python tests/bench/cpu.py CHECKOUT`` printed it for a
checkout of that commit, with the libraries of today's lock: measured on 2 cores, the builds in turn with jieba's
tagger, 15 runs of each. Jieba is the yardstick that does not change: the ratio to it says how the project grew on
whatever machine the benchmark is run.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from page import ROOT, record, table

RUNS = 15
LIMIT = 4.0
GROWTH = 1.3
TEXTS = {"the seeds": ("seeds",), "single articles": ("tests/gold/more/texts", "tests/gold/news/texts")}
FIRST = {"the seeds": 1.75, "single articles": 1.88}
TAG = """
import sys, jieba.posseg
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        for line in file:
            for word in jieba.posseg.cut(line):
                word.word, word.flag
"""


class Cost(NamedTuple):
    """Of one process and its children."""

    seconds: float
    """CPU, user + system."""
    mebibytes: float
    """Peak resident memory of the largest."""


class Measured(NamedTuple):
    """Of a build and of the tagger, on the same texts."""

    sources: int
    characters: int
    build: list[Cost]
    tagger: list[Cost]

    @property
    def ratio(self) -> float:
        """Of the medians of CPU seconds."""
        return _median(self.build) / _median(self.tagger)


def cost(command: tuple[str, ...], folder: Path, compiled: Path) -> Cost:
    """Run a command in a folder to its end; CalledProcessError where it fails. `compiled` keeps Python's bytecode."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(compiled)}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    kibibytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(usage.ru_utime + usage.ru_stime, kibibytes / 1024)


def measured(folders: tuple[str, ...], checkout: Path) -> Measured:
    """The code of `checkout` and the tagger, `RUNS` runs of each in turn."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).iterdir())]
    characters = sum(len(path.read_text(encoding="utf-8")) for path in paths)
    found = Measured(len(paths), characters, [], [])
    with tempfile.TemporaryDirectory() as out:
        build = (
            sys.executable,
            "-m",
            "kg",
            "build",
            *(str(ROOT / folder) for folder in folders),
            "--out",
            f"{out}/graph",
        )
        tagger = (sys.executable, "-W", "ignore", "-c", TAG, *map(str, paths))
        for run in range(RUNS + 1):
            for command, costs in ((build, found.build), (tagger, found.tagger)):
                one = cost(
                    command, checkout, Path(out) / "compiled"
                )  # -m takes the package of the folder that it is run in
                if run:
                    costs.append(one)
    return found


def lines(found: Mapping[str, Measured]) -> Iterator[str]:
    """What is told of them."""
    first = " and ".join(f"{FIRST[name]:.2f} on {name}" for name in found)
    yield (
        f"CPU seconds of whole processes, {RUNS} runs of each in turn: `kg build`, and jieba's tagger on the same "
        f"text. The last column says how the ratio of the medians has grown since the first version, which had "
        f"{first}; it may be {GROWTH:g} at most."
    )
    yield ""
    rows = [
        (
            f"{name}: {one.sources} files, {one.characters:,} characters",
            *_figures(one.build),
            *_figures(one.tagger),
            f"{one.ratio:.2f}",
            f"{one.ratio / FIRST[name]:.2f}",
        )
        for name, one in found.items()
    ]
    head = ("texts", "build, median", "lowest", "peak MiB", "tagger, median", "lowest", "peak MiB", "ratio", "growth")
    yield from table(head, rows)


def _median(costs: list[Cost]) -> float:
    return statistics.median(one.seconds for one in costs)


def _figures(costs: list[Cost]) -> tuple[str, str, str]:
    lowest, peak = min(one.seconds for one in costs), max(one.mebibytes for one in costs)
    return f"{_median(costs):.2f}", f"{lowest:.2f}", f"{peak:.0f}"


def main(arguments: list[str]) -> int:
    if arguments:
        for name, folders in TEXTS.items():
            print(f"{name}: {measured(folders, Path(arguments[0]).resolve()).ratio:.3f}")
        return 0
    found = {name: measured(folders, ROOT) for name, folders in TEXTS.items()}
    record("Building", lines(found))
    grown = any(one.ratio > GROWTH * FIRST[name] for name, one in found.items())
    return 1 if grown or found["the seeds"].ratio >= LIMIT else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
