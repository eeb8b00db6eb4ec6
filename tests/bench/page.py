"""The page ``docs/benchmarks.md``, a section of which each benchmark writes anew.

Guarantees: what other benchmarks wrote stands; a machine is named by its cores and its memory alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
SECTIONS = (
    "Building",
    "The first question",
    "Filling a store",
    "Validation",
    "Questions on a large graph",
    "The explorer's network",
)
HEAD = """# How fast, how large

Written by `make bench`, section by section; do not edit. Large graphs are the seeds' graph again and again under
new names (`tests/bench/multiply.py`): whatever was found in a text gets another IRI, other labels and other words
in its sentences in every copy; groups and kinds of the ontology are shared.
"""


def record(section: str, lines: Iterable[str]) -> None:
    """Print a section and write it into the page, in its place among the others."""
    body = "\n".join(lines)
    print(f"{section}\n\n{body}\n")
    found = _sections(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    found[section] = f"{body}\n\n{machine()}"
    parts = [HEAD, *(f"## {name}\n\n{found[name].strip()}\n" for name in SECTIONS if name in found)]
    PAGE.write_text("\n".join(parts), encoding="utf-8")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a Markdown table whose first column is of words and whose others are of figures."""
    marks = ["---", *["---:"] * (len(head) - 1)]
    return ["| " + " | ".join(row) + " |" for row in (head, marks, *rows)]


def machine() -> str:
    """Cores and memory of this machine, in a sentence."""
    gibibytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"Measured on {os.cpu_count()} cores with {gibibytes:.0f} GiB of memory."


def _sections(text: str) -> dict[str, str]:
    parts = text.split("\n## ")[1:]
    return {name: body for name, _, body in (part.partition("\n") for part in parts)}
