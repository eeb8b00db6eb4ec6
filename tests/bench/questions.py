"""Every named question on a graph of a million statements: Oxigraph's store on disk beside rdflib's own engine.

Run by ``make bench-questions``. Both are asked the same text over the same statements, each question in a process
of its own that the kernel ends at a limit. What counts is CPU seconds until the last row is a Python object: each
engine answers with one thread from memory or the disk's cache, so that on an idle machine a clock tells the same.
A question that takes parameters is asked once more with one of them bound, to what the most initiatives have.
Exit code 1 where the two engines give different numbers of rows. Needs about 6 GB of memory for rdflib.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import multiprocessing
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph
from multiply import MARK, SEEDS, Pattern, tag
from page import ROOT, record, table

import kg
from kg.graph.namespaces import expand
from kg.lexicon import Lexicon
from kg.query import questions
from kg.query.store import find_store

RUNS = 21
BUDGET = 2.0
"""CPU seconds after which a question is not asked again, once it was answered."""
LINKS = {
    "union": "ukg:ranBy",
    "group": "ukg:targets",
    "place": "schema:location",
    "kind": "ukg:kind",
    "standing": "ukg:standing",
}
"""Parameters that can be bound here, with how an initiative has them."""


class Timing(NamedTuple):
    """Of one question with one engine."""

    seconds: list[float]
    """Of each run that ended, in turn."""
    rows: int

    def p50(self) -> float:
        return statistics.median(self.seconds)

    def p95(self) -> float:
        if len(self.seconds) < RUNS:
            return max(self.seconds)
        return statistics.quantiles(self.seconds, n=20, method="inclusive")[18]


def asked(pattern: Pattern, ontology: Path | None) -> Iterator[tuple[str, str]]:
    """Name and text of each question of an ontology folder, as it stands and with a parameter bound."""
    for name, question in questions(Lexicon(ontology)).items():
        yield name, question.query
        taken = [parameter for parameter in question.parameters if parameter in LINKS]
        if taken:
            node = most_common(pattern, LINKS[taken[0]])
            yield f"{name}, one {taken[0]}", question.bound({taken[0]: pyoxigraph.NamedNode(node)})


def most_common(pattern: Pattern, predicate: str) -> str:
    """The node that most initiatives of the first copy have for `predicate`, an IRI."""
    iri = f"<{expand(predicate)}>"
    objects = (line.split()[2] for line in pattern.copied if line.split()[1] == iri)
    return Counter(objects).most_common(1)[0][0].strip("<>").replace(MARK, tag(0))


def timed(ask: Callable[[], Callable[[], int]], limit: int) -> Timing:
    """Run what `ask` gives again and again in a child process; no run where the first takes more than `limit`."""
    context = multiprocessing.get_context("fork")  # a child shares the graph that its parent holds
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_repeat, args=(ask, limit, sender), daemon=True)
    child.start()
    sender.close()
    seconds: list[float] = []
    rows = -1
    with contextlib.suppress(EOFError):  # the child has done what it should, or was ended by its limit
        while True:
            taken, rows = receiver.recv()
            seconds.append(taken)
    child.join()
    return Timing(seconds, rows)


def _repeat(ask: Callable[[], Callable[[], int]], limit: int, sender: Any) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    once = ask()
    began = time.process_time()
    _end_after(began + limit)
    for _ in range(RUNS):
        before = time.thread_time()  # of the process, a limit makes the kernel count in coarse steps
        rows = once()
        sender.send((time.thread_time() - before, rows))
        after = time.process_time()
        if after - began > BUDGET:
            break
        _end_after(after + limit)


def _end_after(seconds: float) -> None:
    """Have the kernel end this process once it has used so many CPU seconds in all."""
    _, highest = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), highest))


def with_oxigraph(folder: Path, text: str) -> Callable[[], Callable[[], int]]:
    """A function that opens the store and gives one that asks `text` of it."""

    def ask() -> Callable[[], int]:
        graph = kg.load(folder)
        return lambda: len(graph.sparql(text))

    return ask


def with_rdflib(graph: Any, text: str) -> Callable[[], Callable[[], int]]:
    """The same of an rdflib graph in memory."""
    return lambda: lambda: sum(1 for _ in graph.query(text))


def prepare(folder: Path, pattern: Pattern, triples: int) -> int:
    """Make a large graph and its store in `folder` unless they are there; the number of statements."""
    stored = find_store(folder)
    if stored is not None:
        return stored.statements
    folder.mkdir(parents=True, exist_ok=True)
    number = pattern.write(folder / "graph.nt", triples)
    subprocess.run([sys.executable, "-m", "kg", "load", folder], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return number


def load_rdflib(file: Path) -> Any:
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    graph.parse(file, format="nt")
    return graph


def row(name: str, ours: Timing, theirs: Timing, limit: int) -> tuple[str, ...]:
    """A row of the table; a time that was not reached shows as more than the limit."""
    if not ours.seconds:
        return (
            name,
            "",
            f"> {limit:,.0f} s",
            "",
            f"> {limit:,.0f}" if not theirs.seconds else f"{theirs.p50():,.2f}",
            "",
        )
    milliseconds = (f"{ours.p50() * 1000:,.1f}", f"{ours.p95() * 1000:,.1f}")
    other = f"{theirs.p50():,.2f}" if theirs.seconds else f"> {limit:,.0f}"
    ratio = f"{theirs.p50() / ours.p50():,.1f}" if theirs.seconds else f"> {limit / ours.p50():,.0f}"
    return name, f"{ours.rows:,}", *milliseconds, other, ratio


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where to make the graph, or where an earlier run with it left it")
    parser.add_argument("--limit", type=int, default=5, help="CPU seconds for a question")
    parser.add_argument("--ontology", type=Path, help="the questions of another ontology folder")
    given = parser.parse_args()
    pattern = Pattern.of_file(SEEDS)
    rows: list[tuple[str, ...]] = []
    same = True
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        number = prepare(folder, pattern, given.triples)
        graph = load_rdflib(folder / "graph.nt")
        for what, text in asked(pattern, given.ontology):
            ours = timed(with_oxigraph(folder, text), given.limit)
            theirs = timed(with_rdflib(graph, text), given.limit)
            rows.append(row(what, ours, theirs, given.limit))
            print(*rows[-1], sep="\t", file=sys.stderr)
            if ours.seconds and theirs.seconds and ours.rows != theirs.rows:
                print(f"{what}: {ours.rows} rows and {theirs.rows} with rdflib", file=sys.stderr)
                same = False
    intro = (
        f"{number:,} statements. CPU seconds of up to {RUNS} runs of each question; Oxigraph with its store on disk, "
        f"rdflib with the graph in memory, each ended after {given.limit} seconds. The ratio is of medians (p50)."
    )
    head = ("question", "rows", "p50 ms", "p95 ms", "rdflib p50 s", "ratio")
    record("Questions on a large graph", [intro, "", *table(head, rows)])
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
