"""What keeps the graph from saying that a union did something for a group.

Guarantees: every sentence that names both is told, with each initiative that is told there and whose it is; a
mention counts for the thing that the graph took it for, and one that may have meant the union but was taken for
another is told with the reason; nothing is guessed where the texts are not at hand.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from kg.lexicon import Lexicon
from kg.model import Source
from kg.query.lookup import Lookup
from kg.query.namings import Naming, Namings
from kg.query.one_thing import label_of, one_thing
from kg.query.passages import Passages
from kg.query.records import Quote
from kg.query.retracing import Passage, Ruling, quoted_passages, retraced_passages, texts_of_graph
from kg.query.statements import Statements
from kg.query.why_records import Case, Edge, Obstacle, Pair, WhyNot
from kg.recognise.one_person import ONE_PERSON
from kg.relate.trace import RULES

__all__ = ["Between"]

ABOUT_UNIONS, ABOUT_GROUPS = "actor-", "group-"
"""How the rules begin that speak of one mention of a union or a group."""
IN_PASSING = (
    "the group is named only in passing: no initiative of the article is for it, and no list names it beside a group"
    " that is served, so that the graph links nothing to these words"
)


class Between:
    """Answers for one graph."""

    def __init__(self, statements: Statements, lookup: Lookup, lexicon: Lexicon) -> None:
        self._read = statements
        self._lookup = lookup
        self._lexicon = lexicon
        self._passages = Passages(statements)
        self._namings = Namings(statements, lookup, lexicon, self._passages)

    def answer(
        self, union: str, group: str, texts: tuple[str | os.PathLike[str], ...], warn: Callable[[str], None]
    ) -> WhyNot:
        """What stands between a union and a group, both by name; see `kg.query.graph.Graph.why_not`."""
        read, namings = self._read, self._namings
        asked = one_thing(read, self._lookup, union, ("ukg:Union",))
        groups = namings.group(group)
        unions, others, named = namings.of({asked}), namings.taken_for_others(asked), namings.of(groups.nodes)
        held, notes = texts_of_graph(read, texts, warn) if texts else ({}, [])
        with_union = {each.source for each in (*unions, *others)}
        sources = with_union & {each.source for each in named}
        told = list(self._sentences(sources | (with_union & held.keys()), held))
        passing = namings.in_passing(told, groups)
        if groups.unknown is not None and not passing:
            raise groups.unknown
        everywhere = (*unions, *others, *named, *passing)
        near = [one for one in told if any(one.holds(each.source, each.begin) for each in everywhere)]
        question = _Question(read, namings, self._passages, asked, groups.nodes)
        cases = [case for one in near if (case := question.case(one, unions, others, [*named, *passing]))]
        both = any(not _only_taken_for_others(case) for case in cases)
        unread = with_union if not named and not passing else sources
        return WhyNot(
            union=label_of(read, asked),
            group=groups.label,
            edges=question.edges(),
            cases=tuple(sorted(cases, key=lambda case: case.sentence)),
            nearest=() if both else question.nearest(near, unions, [*named, *passing]),
            union_at=tuple(sorted(map(namings.quote, unions))),
            group_at=tuple(sorted(map(namings.quote, named))),
            group_in_passing=tuple(sorted(map(namings.quote, passing))),
            notes=(*notes, *_outdated(near), *self._missing(unread - held.keys(), bool(texts))),
        )

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
            " quotes, and neither the rules that decided are known nor what is named only in passing; --texts PATH runs"
            " the rules again and names both"
        ]


class _Question:
    """One union and one group with its narrower ones, held against sentences."""

    def __init__(
        self, read: Statements, namings: Namings, passages: Passages, union: str, groups: frozenset[str]
    ) -> None:
        self._read = read
        self._namings = namings
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

    def case(self, passage: Passage, unions: list[Naming], others: list[Naming], groups: list[Naming]) -> Case | None:
        """What stopped the edge in a sentence; None where it does not name both."""
        own, taken, named = (_inside(passage, listed) for listed in (unions, others, groups))
        if not named or not (own or taken):
            return None
        obstacles = [self._resolved(mention) for mention in taken]
        if own or self._tell(passage):
            obstacles += self.obstacles(passage, [*own, *taken], named)
        return Case(passage.quote, _forms([*own, *taken]), _forms(named), tuple(dict.fromkeys(obstacles)))

    def obstacles(self, passage: Passage, unions: list[Naming], groups: list[Naming]) -> list[Obstacle]:
        """What is told in a sentence, and what the rules decided."""
        told = self._tell(passage)
        found = [self._told_there(each) for each in told]
        if not told and not passage.unknown:
            found.append(Obstacle("no-initiative", "the graph tells no initiative in this sentence"))
        for name in passage.unknown:
            said = "it is told there, but no text names a union that ran it, so that it is not in the graph"
            found.append(Obstacle("no-union-known", said, (), name))
        found += [why for mention in groups if not mention.phrase for why in _in_passing(mention)]
        for ruling in passage.rulings:
            about = unions if ruling.rule.startswith(ABOUT_UNIONS) else groups
            one = ruling.rule.startswith((ABOUT_UNIONS, ABOUT_GROUPS))
            if not one or any(_covers(ruling, mention) for mention in about):
                found.append(Obstacle(ruling.rule, RULES[ruling.rule], ruling.words))
        return found

    def nearest(self, passages: list[Passage], unions: list[Naming], groups: list[Naming]) -> tuple[Pair, ...]:
        """The two mentions nearest to each other, in each article that has both; nearest first."""
        closest: dict[str, tuple[int, Naming, Naming]] = {}
        for union in unions:
            for group in groups:
                if union.article and union.article == group.article and union.source == group.source:
                    distance = max(group.begin - union.end, union.begin - group.end, 0)
                    pair = (distance, union, group)
                    closest[union.article] = min(closest.get(union.article, pair), pair)
        return tuple(self._pair(*pair, passages) for pair in sorted(closest.values()))

    def _pair(self, distance: int, union: Naming, group: Naming, passages: list[Passage]) -> Pair:
        where = [self._passage(mention, passages) for mention in (union, group)]
        obstacles = [
            each
            for passage in dict.fromkeys(where)
            if passage is not None
            for each in self.obstacles(passage, [union], [group])
        ]
        quotes = [
            self._namings.quote(mention) if passage is None else passage.quote
            for mention, passage in zip((union, group), where, strict=True)
        ]
        headline = label_of(self._read, union.article)
        return Pair(headline, distance, quotes[0], quotes[1], tuple(dict.fromkeys(obstacles)))

    def _passage(self, mention: Naming, passages: list[Passage]) -> Passage | None:
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

    def _resolved(self, mention: Naming) -> Obstacle:
        read = self._read
        meant = ", ".join(label_of(read, each) for each in read.values(mention.phrase, "itsrdf:taIdentRef"))
        reasons = "; ".join(read.values(mention.phrase, "ukg:reason")) or "the graph keeps no reason"
        said = f"“{mention.words}” was taken to mean {meant}"
        return Obstacle("resolved-otherwise", said, (reasons,))

    def _told(self, initiative: str) -> tuple[Quote, ...]:
        return tuple(sorted(map(self._passages.quote, self._read.values(initiative, "prov:wasDerivedFrom"))))


def _forms(mentions: Iterable[Naming]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.words for mention in mentions))


def _in_passing(mention: Naming) -> Iterator[Obstacle]:
    """Why a mention that the graph does not link is none."""
    yield Obstacle("group-in-passing", IN_PASSING, (mention.words,))
    if mention.one_person:
        yield Obstacle(ONE_PERSON, RULES[ONE_PERSON])


def _inside(passage: Passage, mentions: list[Naming]) -> list[Naming]:
    return [mention for mention in mentions if passage.holds(mention.source, mention.begin)]


def _covers(ruling: Ruling, mention: Naming) -> bool:
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
