"""CPU seconds of ``kg build seeds`` beside a process that tags the same text with jieba.posseg.

Run by ``make bench``. Measures user + system time of each whole process, its children included, as the
kernel counts it (`os.wait4`), the two in turn after one unmeasured run of each (which fills jieba's
own cache and the disk's), and prints both medians, their ratio and the peak resident memory. Exit
code 1 where the ratio is not below `LIMIT`. Validation is not part of it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
RUNS = 7
LIMIT = 4.0
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


def cost(*command: str) -> Cost:
    """Run a command to its end; CalledProcessError where it fails."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    kibibytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(usage.ru_utime + usage.ru_stime, kibibytes / 1024)


def main() -> int:
    seeds = [str(path) for path in sorted((ROOT / "seeds").iterdir())]
    characters = sum(len(Path(path).read_text(encoding="utf-8")) for path in seeds)
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "kg build seeds": (sys.executable, "-m", "kg", "build", "seeds", "--out", folder),
            "jieba.posseg": (sys.executable, "-W", "ignore", "-c", TAG, *seeds),
        }
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for run in range(RUNS + 1):
            for name, command in commands.items():
                found = cost(*command)
                if run:
                    costs[name].append(found)
    print(f"{len(seeds)} sources, {characters} characters, {RUNS} runs of each in turn")
    print(f"{'':16}{'CPU seconds':>12}{'lowest':>9}{'highest':>9}{'peak MiB':>10}")
    medians = []
    for name, found in costs.items():
        seconds = [one.seconds for one in found]
        medians.append(statistics.median(seconds))
        peak = max(one.mebibytes for one in found)
        print(f"{name:16}{medians[-1]:12.2f}{min(seconds):9.2f}{max(seconds):9.2f}{peak:10.0f}")
    ratio = medians[0] / medians[1]
    print(f"ratio of medians {ratio:.2f} (to stay below {LIMIT:g})")
    return 0 if ratio < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
