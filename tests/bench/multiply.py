"""A large graph made of a small one: its facts again and again under new names, as N-Triples.

Guarantees: whatever lies under the base of things found in texts gets, in every copy, another IRI, other labels
and other words in its longer quotes, all of the same length in every copy; concepts, schemes, roles and the
description of the data set are shared and stand once. Whole copies only; the same
graph and number give the same bytes; one copy is in memory at a time. Copies keep the shapes that the original
keeps.

As a command:

    python tests/bench/multiply.py out/graph.ttl 10000000 > large.nt
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph

BASE = "https://w3id.org/union-kg/id/"
SHARED = ("", "role/")
"""Beginnings of local names that all copies share; the empty one is the data set itself."""
NAMES = (
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://www.w3.org/2004/02/skos/core#altLabel",
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "https://schema.org/headline",
    "http://purl.org/dc/terms/identifier",
)
QUOTE = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf"
LONG_QUOTE = 20
"""Characters from which a quote is a sentence, which no two texts share, and not a name."""
TAG_LENGTH = 6
MARK = "\ue000"
"""Stands for a copy's tag in the pattern; of the private use area, so that no text holds it."""

_IRI = re.compile(rf"<{re.escape(BASE)}([^>#]*)(#[^>]*)?>")
_LITERAL = re.compile(r'^(<[^>]*> <([^>]*)> )"((?:[^"\\]|\\.)*)"(.*)$')


SEEDS = Path(__file__).resolve().parent.parent.parent / "out" / "graph.ttl"
"""The graph of the seeds, as a checkout has it."""


class Pattern:
    """What is shared by all copies of a graph, and what each has under new names."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Of the N-Triples `lines` of the small graph, each a statement."""
        marked = [(line, mark(line)) for line in lines]
        self.shared = [line for line, with_mark in marked if MARK not in with_mark]
        self.copied = [with_mark for _, with_mark in marked if MARK in with_mark]

    @classmethod
    def of_file(cls, file: Path) -> Pattern:
        """Of a graph in any format that its ending tells."""
        lines = pyoxigraph.serialize(pyoxigraph.parse(path=str(file)), format=pyoxigraph.RdfFormat.N_TRIPLES)
        assert lines is not None
        return cls(lines.decode().splitlines())

    def copies_for(self, triples: int) -> int:
        """The least number of copies that gives `triples` statements."""
        return max(1, -(-(triples - len(self.shared)) // len(self.copied)))

    def size(self, copies: int) -> int:
        """Statements of so many copies."""
        return len(self.shared) + copies * len(self.copied)

    def write(self, file: Path, triples: int) -> int:
        """Write at least so many statements into `file`; how many there are."""
        copies = self.copies_for(triples)
        with file.open("wb") as opened:
            opened.writelines(self.blocks(copies))
        return self.size(copies)

    def blocks(self, copies: int) -> Iterator[bytes]:
        """The large graph, a block a copy."""
        yield "".join(f"{line}\n" for line in self.shared).encode()
        copied = "".join(f"{line}\n" for line in self.copied)
        for number in range(copies):
            yield copied.replace(MARK, tag(number)).encode()


def tag(number: int) -> str:
    """What makes the names of one copy new."""
    return f"x{number:0{TAG_LENGTH - 1}}"


def mark(line: str) -> str:
    """A statement with MARK wherever a copy's tag goes; as it is where it belongs to no copy."""
    marked = _IRI.sub(_marked_iri, line)
    literal = _LITERAL.match(marked)
    if literal is None or MARK not in literal[1]:
        return marked
    start, predicate, text, rest = literal.groups()
    if predicate in NAMES:
        return f'{start}"{text}{MARK}"{rest}'
    if predicate == QUOTE and len(text) >= LONG_QUOTE and "\\" not in text:
        return f'{start}"{text[:-TAG_LENGTH]}{MARK}"{rest}'
    return marked


def _marked_iri(match: re.Match[str]) -> str:
    name, fragment = match[1], match[2] or ""
    shared = any(name == start or (start and name.startswith(start)) for start in SHARED)
    return match[0] if shared else f"<{BASE}{name}{MARK}{fragment}>"


def main() -> int:
    file, triples = Path(sys.argv[1]), int(sys.argv[2])
    pattern = Pattern.of_file(file)
    copies = pattern.copies_for(triples)
    for block in pattern.blocks(copies):
        sys.stdout.buffer.write(block)
    print(f"{pattern.size(copies)} statements, {copies} copies", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
