"""What keeps the graph from saying that a union did something for a group.

Guarantees: every sentence that names both is told, with each initiative that is told there and whose it is; a
mention counts for the thing that the graph took it for, and one that may have meant the union but was taken for
another is told with the reason; nothing is guessed where the texts are not at hand.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Source
from kg.query.lookup import Lookup
from kg.query.one_thing import label_of, one_thing
from kg.query.passages import Passages
from kg.query.records import Quote
from kg.query.retracing import Passage, Ruling, quoted_passages, retraced_passages, texts_of_graph
from kg.query.statements import Statements
from kg.query.why_records import Case, Edge, Obstacle, Pair, WhyNot
from kg.relate.trace import RULES

__all__ = ["Between"]

SHORTEST_FORM = 3
"""Characters of a form by which a union may be known at all; 工会 is said of every one."""
SHORTEST_TELLING = 5
"""Characters of a form by which a union is known outside the articles that name it (市总工会 may be anyone's)."""
ABOUT_UNIONS, ABOUT_GROUPS = "actor-", "group-"
"""How the rules begin that speak of one mention of a union or a group."""


class Mention(NamedTuple):
    """Where something is named."""

    source: str
    begin: int
    end: int
    phrase: str
    article: str


class Between:
    """Answers for one graph."""

    def __init__(self, statements: Statements, lookup: Lookup, lexicon: Lexicon) -> None:
        self._read = statements
        self._lookup = lookup
        self._lexicon = lexicon
        self._passages = Passages(statements)

    def answer(
        self, union: str, group: str, texts: tuple[str | os.PathLike[str], ...], warn: Callable[[str], None]
    ) -> WhyNot:
        """What stands between a union and a group, both by name; see `kg.query.graph.Graph.why_not`."""
        read = self._read
        asked = one_thing(read, self._lookup, union, ("ukg:Union",))
        label, groups = self._groups(group)
        unions, others = self._mentions({asked}), self._taken_for_others(asked)
        named = self._mentions(groups)
        held, notes = texts_of_graph(read, texts, warn) if texts else ({}, [])
        sources = {each.source for each in (*unions, *others)} & {each.source for each in named}
        near = [
            passage
            for passage in self._sentences(sources, held)
            if any(passage.holds(each.source, each.begin) for each in (*unions, *others, *named))
        ]
        question = _Question(read, self._passages, asked, groups)
        cases = [case for passage in near if (case := question.case(passage, unions, others, named))]
        both = any(not _only_taken_for_others(case) for case in cases)
        return WhyNot(
            union=label_of(read, asked),
            group=label,
            edges=question.edges(),
            cases=tuple(sorted(cases, key=lambda case: case.sentence)),
            nearest=() if both else question.nearest(near, unions, named),
            union_at=tuple(sorted(self._passages.quote(each.phrase) for each in unions)),
            group_at=tuple(sorted(self._passages.quote(each.phrase) for each in named)),
            notes=(*notes, *_outdated(near), *self._missing(sources - held.keys(), bool(texts))),
        )

    def _groups(self, name: str) -> tuple[str, set[str]]:
        """The label of the group that is asked about, and it with all narrower ones; no node where no text names it."""
        read = self._read
        if not self._lookup.concept(name, "ukg:WorkerGroup", "worker group"):
            return name, set()
        group = one_thing(read, self._lookup, name, ("ukg:WorkerGroup",))
        return label_of(read, group), read.below([group], "skos:broader")

    def _mentions(self, nodes: Iterable[str]) -> list[Mention]:
        read = self._read
        phrases = sorted({phrase for node in nodes for phrase in read.subjects("itsrdf:taIdentRef", node)})
        return [self._mention(phrase) for phrase in phrases]

    def _mention(self, phrase: str) -> Mention:
        read = self._read
        begin, end = (int(read.value(phrase, name) or 0) for name in ("nif:beginIndex", "nif:endIndex"))
        article = min(self._passages.articles([phrase]), default="")
        return Mention(read.value(phrase, "nif:referenceContext") or "", begin, end, phrase, article)

    def _taken_for_others(self, asked: str) -> list[Mention]:
        """Mentions of other unions by words that the asked one is called too."""
        read = self._read
        label = label_of(read, asked)
        forms = {label, *read.values(asked, "skos:altLabel")}
        home = {self._mention(phrase).article for phrase in read.subjects("itsrdf:taIdentRef", asked)}
        found = []
        for other in read.of_class("ukg:Union"):
            for mention in self._mentions({other}) if other != asked else ():
                words = "".join((read.value(mention.phrase, "nif:anchorOf") or "").split())
                may_mean = words in forms or label.endswith(words)
                if len(words) < SHORTEST_FORM:
                    continue
                if may_mean and (len(words) >= SHORTEST_TELLING or mention.article in home):
                    found.append(mention)
        return found

    def _sentences(self, sources: set[str], held: dict[str, Source]) -> Iterable[Passage]:
        texts = {node: held[node] for node in sorted(sources & held.keys())}
        yield from retraced_passages(self._read, self._passages, texts, self._lexicon)
        for source in sorted(sources - held.keys()):
            yield from quoted_passages(self._read, self._passages, source)

    def _missing(self, sources: set[str], some: bool) -> list[str]:
        names = ", ".join(sorted(self._read.value(each, "dcterms:identifier") or each for each in sources))
        if not names:
            return []
        without = "the text of" if some else "no --texts were given for"
        return [
            f"{without} {names}{' was not among --texts' if some else ''}: sentences are cut from the graph's own"
            " quotes, and the rules that decided are not known; --texts PATH runs them again and names them"
        ]


class _Question:
    """One union and one group with its narrower ones, held against sentences."""

    def __init__(self, read: Statements, passages: Passages, union: str, groups: set[str]) -> None:
        self._read = read
        self._passages = passages
        self._union = union
        self._groups = groups
        self._evidence: dict[str, list[tuple[int, int, str]]] = {}
        """By source: where what is stated."""
        for initiative in read.of_class("ukg:Initiative"):
            for phrase in read.values(initiative, "prov:wasDerivedFrom"):
                source, begin, end = passages.span(phrase)
                self._evidence.setdefault(source, []).append((begin, end, initiative))

    def edges(self) -> tuple[Edge, ...]:
        """The initiatives that the union ran for the group."""
        read = self._read
        return tuple(
            sorted(
                Edge(label_of(read, each), each, label_of(read, group), self._told(each))
                for each in read.subjects("ukg:ranBy", self._union)
                for group in read.values(each, "ukg:targets")
                if group in self._groups
            )
        )

    def case(
        self, passage: Passage, unions: list[Mention], others: list[Mention], groups: list[Mention]
    ) -> Case | None:
        """What stopped the edge in a sentence; None where it does not name both."""
        own, taken, named = (_inside(passage, listed) for listed in (unions, others, groups))
        if not named or not (own or taken):
            return None
        obstacles = [self._resolved(mention) for mention in taken]
        if own or self._tell(passage):
            obstacles += self.obstacles(passage, [*own, *taken], named)
        return Case(passage.quote, self._forms([*own, *taken]), self._forms(named), tuple(dict.fromkeys(obstacles)))

    def obstacles(self, passage: Passage, unions: list[Mention], groups: list[Mention]) -> list[Obstacle]:
        """What is told in a sentence, and what the rules decided."""
        told = self._tell(passage)
        found = [self._told_there(each) for each in told]
        if not told and not passage.unknown:
            found.append(Obstacle("no-initiative", "the graph tells no initiative in this sentence"))
        for name in passage.unknown:
            said = "it is told there, but no text names a union that ran it, so that it is not in the graph"
            found.append(Obstacle("no-union-known", said, (), name))
        for ruling in passage.rulings:
            about = unions if ruling.rule.startswith(ABOUT_UNIONS) else groups
            one = ruling.rule.startswith((ABOUT_UNIONS, ABOUT_GROUPS))
            if not one or any(_covers(ruling, mention) for mention in about):
                found.append(Obstacle(ruling.rule, RULES[ruling.rule], ruling.words))
        return found

    def nearest(self, passages: list[Passage], unions: list[Mention], groups: list[Mention]) -> tuple[Pair, ...]:
        """The two mentions nearest to each other, in each article that has both; nearest first."""
        closest: dict[str, tuple[int, Mention, Mention]] = {}
        for union in unions:
            for group in groups:
                if union.article and union.article == group.article and union.source == group.source:
                    distance = max(group.begin - union.end, union.begin - group.end, 0)
                    pair = (distance, union, group)
                    closest[union.article] = min(closest.get(union.article, pair), pair)
        return tuple(self._pair(*pair, passages) for pair in sorted(closest.values()))

    def _pair(self, distance: int, union: Mention, group: Mention, passages: list[Passage]) -> Pair:
        where = [self._passage(mention, passages) for mention in (union, group)]
        obstacles = [
            each
            for passage in dict.fromkeys(where)
            if passage is not None
            for each in self.obstacles(passage, [union], [group])
        ]
        quotes = [
            self._passages.quote(mention.phrase) if passage is None else passage.quote
            for mention, passage in zip((union, group), where, strict=True)
        ]
        headline = label_of(self._read, union.article)
        return Pair(headline, distance, quotes[0], quotes[1], tuple(dict.fromkeys(obstacles)))

    def _passage(self, mention: Mention, passages: list[Passage]) -> Passage | None:
        return next((each for each in passages if each.holds(mention.source, mention.begin)), None)

    def _tell(self, passage: Passage) -> list[str]:
        """The initiatives whose evidence stands in a sentence."""
        stated = self._evidence.get(passage.source, ())
        return sorted(
            {
                initiative
                for begin, end, initiative in stated
                if any(begin < last and first < end for first, last in passage.spans)
            }
        )

    def _told_there(self, initiative: str) -> Obstacle:
        """Whose an initiative of the sentence is, and for whom."""
        read = self._read
        unions, groups = read.values(initiative, "ukg:ranBy"), read.values(initiative, "ukg:targets")
        names = [", ".join(label_of(read, each) for each in listed) or "nobody" for listed in (unions, groups)]
        ours, theirs = self._union in unions, bool(self._groups.intersection(groups))
        standing = read.value(initiative, "ukg:standing")
        when = f" ({label_of(read, standing)})" if standing else ""
        label, cues = label_of(read, initiative) + when, tuple(read.values(initiative, "ukg:cue"))
        if ours and theirs:
            return Obstacle("edge", "nothing stopped it: the edge exists", tuple(names), label, cues)
        if ours:
            return Obstacle("other-groups", "the union ran it, for others than this group", (names[1],), label, cues)
        if theirs:
            above = self._relation(unions)
            return Obstacle("other-unions", f"it is for this group, run by others{above}", (names[0],), label, cues)
        return Obstacle("other-unions-and-groups", "it is run by others, for others", tuple(names), label, cues)

    def _relation(self, unions: list[str]) -> str:
        """How those who ran something stand to the union that is asked about."""
        read = self._read
        below = {each for each in unions if self._union in read.values(each, "org:subOrganizationOf")}
        if below:
            return ", among them a union below this one"
        return ", among them the union above this one" if self._parent(unions) else ""

    def _parent(self, unions: list[str]) -> bool:
        return any(each in self._read.values(self._union, "org:subOrganizationOf") for each in unions)

    def _resolved(self, mention: Mention) -> Obstacle:
        read = self._read
        meant = ", ".join(label_of(read, each) for each in read.values(mention.phrase, "itsrdf:taIdentRef"))
        reasons = "; ".join(read.values(mention.phrase, "ukg:reason")) or "the graph keeps no reason"
        said = f"“{self._words(mention)}” was taken to mean {meant}"
        return Obstacle("resolved-otherwise", said, (reasons,))

    def _forms(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self._words, mentions)))

    def _words(self, mention: Mention) -> str:
        return "".join((self._read.value(mention.phrase, "nif:anchorOf") or "").split())

    def _told(self, initiative: str) -> tuple[Quote, ...]:
        return tuple(sorted(map(self._passages.quote, self._read.values(initiative, "prov:wasDerivedFrom"))))


def _inside(passage: Passage, mentions: list[Mention]) -> list[Mention]:
    return [mention for mention in mentions if passage.holds(mention.source, mention.begin)]


def _covers(ruling: Ruling, mention: Mention) -> bool:
    return any(begin < mention.end and mention.begin < end for begin, end in ruling.spans)


def _outdated(passages: Iterable[Passage]) -> list[str]:
    """What to say where the stages find now what the graph does not hold."""
    names = sorted({name for passage in passages for name in passage.not_in_graph})
    if not names:
        return []
    return [
        f"the texts now tell {', '.join(names[:3])}{' …' if len(names) > 3 else ''}, which the graph does not hold"
        " there: it was built by another version or from another ontology; build it again"
    ]


def _only_taken_for_others(case: Case) -> bool:
    return all(obstacle.rule == "resolved-otherwise" for obstacle in case.obstacles)
