"""Writes README.md's table: the answer of the graph in ``out/`` to README's own SPARQL question.

Run by ``make readme``. Guarantees: touches nothing but the lines between the two marks; the rows are the
store's answer in its order, with line breaks of the scanned page taken out of sentences.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pyoxigraph

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = ("union", "initiative", "group", "sentence")
TABLE = re.compile(r"(<!-- table: [^>]*-->\n)(.*?)(<!-- table ends -->)", re.DOTALL)
QUESTION = re.compile(r"<!-- question -->\n```sparql\n(.*?)```", re.DOTALL)


def answer(readme: str, graph: Path) -> list[tuple[str, ...]]:
    """The rows of `graph` (a Turtle file) for the question in the text `readme`."""
    question = QUESTION.search(readme)
    if question is None:
        raise SystemExit("README.md: no SPARQL block after <!-- question -->; put it back")
    store = pyoxigraph.Store()
    store.bulk_load(path=str(graph), format=pyoxigraph.RdfFormat.TURTLE)
    solutions = store.query(question[1])
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    return [tuple(_cell(solution[column].value) for column in COLUMNS) for solution in solutions]


def table(rows: list[tuple[str, ...]]) -> str:
    """Markdown, with its heading."""
    lines = [COLUMNS, ("---",) * len(COLUMNS), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return re.sub(r"\s+", "", text).replace("|", "\\|")


def main() -> None:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    rows = table(answer(text, ROOT / "out" / "graph.ttl"))
    readme.write_text(TABLE.sub(lambda found: found[1] + rows + found[3], text), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
