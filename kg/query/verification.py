"""A proof of a graph against its sources: what it quotes stands there, and what it states is quoted.

Guarantees: works offline and reads only; holds one file of the sources at a time; a graph is proved only where
every phrase is, character for character, what its source holds at its place, every source is the very file (by
its SHA-256) that the graph was built from, every fact has its evidence, and every shape holds. Whatever is not
proved is named with its file and place, in an order that does not depend on the machine.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from kg.errors import InputError
from kg.graph.escape import comment
from kg.lexicon import Lexicon
from kg.query.evidenced import unproved_facts
from kg.query.graph import Graph, load
from kg.query.nodes import Nodes
from kg.query.records import Doubt
from kg.query.sourced import SourceNames, unproved_sources
from kg.query.validation import validate

__all__ = ["Doubt", "Verification", "verify"]

_TITLES = {
    "source": ("source", "sources"),
    "quote": ("quote", "quotes"),
    "evidence": ("fact without evidence", "facts without evidence"),
    "shape": ("broken shape", "broken shapes"),
}
_NAMED = 10


class Verification(msgspec.Struct, frozen=True):
    """The outcome of a proof."""

    proved: bool
    """True where there is no doubt at all."""
    sources: int
    """Sources whose file is the one that the graph was built from."""
    phrases: int
    """Phrases that stand in their source, character for character."""
    facts: int
    """Initiatives, posts, articles, numbers, starts and entities that have the evidence they need."""
    shapes: int
    """Nodes that were held against the shapes, once a shape."""
    doubts: tuple[Doubt, ...]
    """Everything that is not proved: sources first, then quotes, evidence and shapes, each by file and place."""
    unknown: int = 0
    """Sources among the texts that the graph does not know; they do not matter."""

    @property
    def text(self) -> str:
        """The whole report: a line of counts, then a line a doubt."""
        return "\n".join(_lines(self))

    def __str__(self) -> str:
        return self.text


def verify(
    graph: Graph | str | os.PathLike[str],
    texts: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    *,
    lexicon: Lexicon | None = None,
    warn: Callable[[str], None] | None = None,
) -> Verification:
    """Prove a graph, or the one in a folder, against the files and folders of its sources.

    A file that cannot be read is told to `warn` and proves nothing. Raises OutputError where the folder holds no
    graph, InputError where no texts are given (it says which sources are needed), OntologyError where the shapes
    cannot be read. Source: ``kg.query.verification``.
    """
    subject = graph if isinstance(graph, Graph) else load(graph)
    paths = [Path(texts)] if isinstance(texts, str | os.PathLike) else list(map(Path, texts))
    known = SourceNames(Nodes(subject.store))
    if not paths:
        raise InputError(f"no texts to prove the graph against; {needed(known)}")
    quoted = unproved_sources(Nodes(subject.store), known, paths, warn or _ignore)
    stated = unproved_facts(Nodes(subject.store))
    report = validate(subject, lexicon=lexicon)
    broken = [
        Doubt("shape", *_place(each.place), f"{each.shape}: {each.message}", each.node)
        for each in report.findings
        if each.severity == "Violation"
    ]
    doubts = tuple(sorted([*quoted.doubts, *stated.doubts, *broken], key=_order))
    checked = sum(number for _, number in report.checked)
    return Verification(not doubts, quoted.sources, quoted.phrases, stated.facts, checked, doubts, quoted.unknown)


def needed(known: SourceNames) -> str:
    """Which sources the graph was built from, as the end of a sentence."""
    names = known.names()
    if not names:
        return "it describes no source, so that none could prove it"
    shown = ", ".join(comment(name) for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"name the files that it was built from, or their folder, with --texts: {shown}{more}"


def _ignore(message: str) -> None:
    pass


def _place(place: str) -> tuple[str, int | None, int | None]:
    """``FILE:BEGIN–END`` of a finding, in its parts."""
    file, _, span = place.rpartition(":")
    begin, dash, end = span.partition("–")
    if not (file and dash and begin.isdigit() and end.isdigit()):
        return place, None, None
    return file, int(begin), int(end)


def _order(doubt: Doubt) -> tuple[int, str, int, int, str, str]:
    return list(_TITLES).index(doubt.kind), doubt.file, doubt.begin or 0, doubt.end or 0, doubt.node, doubt.problem


def _lines(found: Verification) -> list[str]:
    counts = f"{found.phrases} phrases of {found.sources} sources, {found.facts} facts with evidence"
    counts += f", {found.shapes} checks of shapes"
    if found.proved:
        lines = [f"The graph is PROVED against its sources: {counts}."]
    else:
        kinds = Counter(doubt.kind for doubt in found.doubts)
        named = ", ".join(f"{kinds[kind]} {names[kinds[kind] != 1]}" for kind, names in _TITLES.items() if kinds[kind])
        lines = [f"The graph is NOT PROVED: {named}.", f"Proved: {counts}."]
    if found.unknown:
        lines.append(f"{found.unknown} sources among the texts are none of this graph; they were passed over.")
    return lines + [_line(doubt) for doubt in found.doubts]


def _line(doubt: Doubt) -> str:
    place = comment(doubt.file, 120)
    if doubt.begin is not None and doubt.end is not None:
        place += f":{doubt.begin}–{doubt.end}"
    return f"{doubt.kind} · {place or 'no place'} · {doubt.problem} <{doubt.node}>"
