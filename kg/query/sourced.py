"""Sources and quotes of a graph against the files that it was built from.

Guarantees: one file of the sources is in memory at a time; a quote holds only where the file is the very one that
the graph names, by its SHA-256, and the characters ``[begin, end)`` of its text are the quote. A file that changed
is told once, with the first quote that no longer stands in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from kg.graph.escape import comment
from kg.graph.terms import text as as_written
from kg.model import Source
from kg.query.nodes import Nodes
from kg.query.records import Doubt
from kg.read import readable_sources

__all__ = ["Quoted", "SourceNames", "unproved_sources"]


_BEFORE, _SHOWN = 10, 40
"""Characters of a quote that are shown before the first that differs, and in all."""


class Quoted(msgspec.Struct):
    """What was proved of sources and phrases, and what was not."""

    doubts: list[Doubt] = []
    sources: int = 0
    phrases: int = 0
    unknown: int = 0
    """Sources among the texts that the graph does not know."""


class Known(msgspec.Struct, frozen=True, order=True):
    """A source as the graph describes it."""

    name: str
    iri: str
    sha256: str
    length: str


class SourceNames:
    """The sources that a graph describes, by name."""

    def __init__(self, nodes: Nodes) -> None:
        self.by_name: dict[str, list[Known]] = {}
        for iri in nodes.of_class("nif:Context"):
            name, sha256, length = (nodes.value(iri, p) for p in ("dcterms:identifier", "ukg:sha256", "ukg:length"))
            self.by_name.setdefault(name, []).append(Known(name, iri, sha256, length))

    def names(self) -> list[str]:
        """The names of the files, sorted; of a .jsonl file its own, and not that of every record."""
        return sorted({_file(name) for name in self.by_name})

    def __iter__(self) -> Iterator[Known]:
        return iter(sorted(known for namesakes in self.by_name.values() for known in namesakes))


def unproved_sources(nodes: Nodes, known: SourceNames, texts: Iterable[Path], warn: Callable[[str], None]) -> Quoted:
    """Read every text once and hold the graph's sources and phrases against it."""
    found = Quoted()
    proved: set[str] = set()
    changed: dict[str, Doubt] = {}
    for source in readable_sources(texts, warn=warn):
        namesakes = known.by_name.get(source.name, [])
        same = [each for each in namesakes if each.sha256 == source.sha256]
        found.unknown += not namesakes
        for each in same:
            proved.add(each.iri)
            found.sources += 1
            _prove(nodes, each, source, found)
        for each in [] if same else namesakes:
            if each.iri not in changed:
                changed[each.iri] = _change(nodes, each, source)
    found.doubts.extend(changed.get(each.iri) or _missing(each) for each in known if each.iri not in proved)
    found.doubts.extend(_without_source(nodes, {each.iri for each in known}))
    return found


def _file(name: str) -> str:
    file, ending, _ = name.partition(".jsonl/")
    return file + ending.removesuffix("/")


def _prove(nodes: Nodes, known: Known, source: Source, found: Quoted) -> None:
    if known.length != str(len(source.text)):
        said = f"has {len(source.text)} characters, where the graph says {known.length or 'nothing'}"
        found.doubts.append(Doubt("source", known.name, None, None, said, known.iri))
    for phrase in nodes.subjects("nif:referenceContext", known.iri):
        doubt = _doubt(nodes, phrase, known.name, source.text)
        if doubt is None:
            found.phrases += 1
        else:
            found.doubts.append(doubt)


def _change(nodes: Nodes, known: Known, source: Source) -> Doubt:
    """That a file is another than the graph's, and the first of its quotes that no longer stands in it."""
    phrases = list(nodes.subjects("nif:referenceContext", known.iri))
    lost = [doubt for phrase in phrases if (doubt := _doubt(nodes, phrase, known.name, source.text))]
    said = (
        f"is not the file that the graph was built from: its SHA-256 is {source.sha256}, "
        f"where the graph says {known.sha256 or 'nothing'}; {len(lost)} of {len(phrases)} quotes do not stand in it"
    )
    if not lost:
        return Doubt("source", known.name, None, None, said, known.iri)
    first = min(lost, key=lambda doubt: (doubt.begin or 0, doubt.end or 0, doubt.node))
    return Doubt("source", known.name, first.begin, first.end, f"{said}, the first: {first.problem}", known.iri)


def _missing(known: Known) -> Doubt:
    said = f"is not among the texts; the graph was built from a file of that name with the SHA-256 {known.sha256}"
    return Doubt("source", known.name, None, None, said, known.iri)


def _doubt(nodes: Nodes, phrase: str, file: str, text: str) -> Doubt | None:
    """What is wrong with a quote, if anything."""
    begin, end = (_number(nodes.values(phrase, name)) for name in ("nif:beginIndex", "nif:endIndex"))
    if begin is None or end is None or begin >= end:
        return Doubt("quote", file, begin, end, "has no place in its source", phrase)
    quotes, stands = nodes.values(phrase, "nif:anchorOf"), as_written(text[begin:end]).value
    if quotes == [stands] and end <= len(text):
        return None
    if end > len(text):
        return Doubt("quote", file, begin, end, f"the source ends after {len(text)} characters", phrase)
    said = " and ".join(_around(quote, stands) for quote in quotes) or "nothing"
    there = _around(stands, quotes[0] if quotes else "")
    return Doubt("quote", file, begin, end, f"the graph quotes {said}, the source reads {there}", phrase)


def _around(words: str, others: str) -> str:
    """Some of the words, in quotation marks, about the first character that is not as in the others."""
    pairs = enumerate(zip(words, others, strict=False))
    differs = next((place for place, pair in pairs if pair[0] != pair[1]), min(len(words), len(others)))
    begin = max(0, differs - _BEFORE)
    return f"“{'…' if begin else ''}{comment(words[begin:], _SHOWN)}”"


def _number(values: list[str]) -> int | None:
    return int(values[0]) if len(values) == 1 and values[0].isascii() and values[0].isdigit() else None


def _without_source(nodes: Nodes, described: set[str]) -> Iterator[Doubt]:
    """Phrases that point at no source which the graph describes, and so were held against nothing."""
    for phrase in nodes.of_class("nif:Phrase"):
        if not described.intersection(nodes.values(phrase, "nif:referenceContext")):
            begin, end = (_number(nodes.values(phrase, name)) for name in ("nif:beginIndex", "nif:endIndex"))
            yield Doubt("quote", "", begin, end, "belongs to no source that the graph describes", phrase)
