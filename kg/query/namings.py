"""Where texts name a union, and where they name a worker group, linked in the graph or only in passing.

Guarantees: a mention counts for the thing that the graph took it for; one in passing is known only from a text
that was read again, and is none that the graph links; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.errors import QueryError
from kg.graph.namespaces import GROUPS
from kg.lexicon import Lexicon
from kg.query.lookup import Lookup
from kg.query.one_thing import label_of, one_thing
from kg.query.passages import Passages
from kg.query.records import Quote
from kg.query.retracing import Passage
from kg.query.statements import Statements

__all__ = ["GroupAsked", "Naming", "Namings"]

SHORTEST_FORM = 3
"""Characters of a form by which a union may be known at all; 工会 is said of every one."""
SHORTEST_TELLING = 5
"""Characters of a form by which a union is known outside the articles that name it (市总工会 may be anyone's)."""
CLASS, WHAT = "ukg:WorkerGroup", "worker group"


class Naming(NamedTuple):
    """Where something is named."""

    source: str
    begin: int
    end: int
    article: str
    words: str
    phrase: str = ""
    """IRI of the mention; empty for one in passing, of which the graph has none."""
    one_person: bool = False
    """Whether a mention in passing only tells the work of one person."""


class GroupAsked(NamedTuple):
    """A group that is asked about, with all narrower ones."""

    label: str
    nodes: frozenset[str]
    """Those of which the graph has a node."""
    concepts: frozenset[str]
    """Those of the ontology, by local name."""
    unknown: QueryError | None = None
    """Why it may be no group at all: neither the graph nor the ontology knows it."""

    def has(self, concept: str, label: str) -> bool:
        """Whether a mention's concept, labelled so, is one of them."""
        return concept.partition("/")[0] in self.concepts or label == self.label


class Namings:
    """Mentions, for one graph."""

    def __init__(self, statements: Statements, lookup: Lookup, lexicon: Lexicon, passages: Passages) -> None:
        self._read = statements
        self._lookup = lookup
        self._lexicon = lexicon
        self._passages = passages

    def group(self, name: str) -> GroupAsked:
        """What is asked about by the name of a group; raises QueryError where several are called so."""
        read = self._read
        try:
            known = self._lookup.concept(name, CLASS, WHAT)
        except QueryError as unknown:
            return GroupAsked(name, frozenset(), frozenset(), unknown)
        one = one_thing(read, self._lookup, name, (CLASS,)) if known else self._lookup.one(name, (CLASS,), WHAT)
        nodes = read.below([one], "skos:broader") if known else set()
        concepts = {node.removeprefix(GROUPS) for node in (one, *nodes) if node.startswith(GROUPS)}
        return GroupAsked(label_of(read, one) if known else name, frozenset(nodes), self._narrower(concepts))

    def _narrower(self, concepts: set[str]) -> frozenset[str]:
        """Concepts with all that are narrower in the ontology."""
        found, waiting = set(concepts), True
        while waiting:
            below = {one.name for one in self._lexicon.groups.values() if one.broader in found} - found
            found |= below
            waiting = bool(below)
        return frozenset(found)

    def of(self, nodes: Iterable[str]) -> list[Naming]:
        """Where the graph has nodes named."""
        read = self._read
        phrases = sorted({phrase for node in nodes for phrase in read.subjects("itsrdf:taIdentRef", node)})
        return [self._naming(phrase) for phrase in phrases]

    def taken_for_others(self, asked: str) -> list[Naming]:
        """Mentions of other unions by words that the asked one is called too."""
        read = self._read
        label = label_of(read, asked)
        forms = {label, *read.values(asked, "skos:altLabel")}
        home = {each.article for each in self.of({asked})}
        found = []
        for other in read.of_class("ukg:Union"):
            for each in self.of({other}) if other != asked else ():
                may_mean = each.words in forms or label.endswith(each.words)
                if len(each.words) < SHORTEST_FORM:
                    continue
                if may_mean and (len(each.words) >= SHORTEST_TELLING or each.article in home):
                    found.append(each)
        return found

    def in_passing(self, passages: Iterable[Passage], asked: GroupAsked) -> list[Naming]:
        """Where sentences name a group without a mention in the graph."""
        return [
            Naming(
                passage.source,
                each.begin,
                each.end,
                self._passages.article_at(passage.source, each.begin),
                each.words,
                one_person=each.one_person,
            )
            for passage in passages
            for each in passage.met
            if asked.has(each.concept, each.label)
        ]

    def quote(self, naming: Naming) -> Quote:
        """The characters of a mention."""
        if naming.phrase:
            return self._passages.quote(naming.phrase)
        name = self._read.value(naming.source, "dcterms:identifier") or naming.source
        return Quote(name, naming.begin, naming.end, naming.words)

    def _naming(self, phrase: str) -> Naming:
        source, begin, end = self._passages.span(phrase)
        words = "".join((self._read.value(phrase, "nif:anchorOf") or "").split())
        return Naming(source, begin, end, self._passages.article_at(source, begin), words, phrase)
