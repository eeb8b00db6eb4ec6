"""Which initiatives are one.

Guarantees: two reports are one initiative where they give the same name under the same union (or one of
them names no union of its own) in the same year, or, without a name, where the same union hands out the
same number of the same goods or the very sentence is printed again; links, amounts and starts of all
reports are kept, none twice; the order of articles does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Initiative, InitiativeFact
from kg.recognise.matching import alternation
from kg.resolve.articles import ResolvedArticle
from kg.resolve.identity import key
from kg.resolve.initiative_places import places_of
from kg.resolve.reports import told_amounts, told_datings, told_standing, told_start

__all__ = ["merge_initiatives"]

SHORTEST_SENTENCE = 15
"""Characters that a sentence must have to be the same report where it is printed twice."""
SHORTEST_TELLING_NAME = 4
"""Characters that a name must have to tell an initiative apart without its union."""


@dataclass(frozen=True)
class Report:
    """One article's report of an initiative, its links as entity keys."""

    article: ResolvedArticle
    index: int
    fact: InitiativeFact
    unions: tuple[str, ...]
    names: tuple[str, ...]
    """What is left of the initiative's name and aliases without what reports leave out."""

    @property
    def identity(self) -> tuple[str, int]:
        """What tells this report from every other."""
        return (self.article.facts.article.key, self.index)

    def keys(self, role: str) -> list[str]:
        """Entity keys of one role (``partners``, ``groups``, ``places``)."""
        return [self.article.things[i].key for i in getattr(self.fact, role) if i in self.article.things]


def merge_initiatives(articles: Sequence[ResolvedArticle], lexicon: Lexicon) -> tuple[Initiative, ...]:
    """The initiatives of all articles, sorted by key."""
    tails = lexicon.table("programmes")["tails"]
    around = re.compile(
        rf"\s|^(?:20\d\d年度?|首届|第.{{1,3}}届)|(?:{alternation(tails['qualities'])})?(?:{alternation(tails['heads'])})$"
    )
    reports = [
        Report(
            article,
            index,
            fact,
            tuple(dict.fromkeys(article.things[i].key for i in fact.unions if i in article.things)),
            tuple(around.sub("", name) for name in (fact.name, *fact.aliases)),
        )
        for article in articles
        for index, fact in enumerate(article.facts.initiatives)
    ]
    clusters = _clusters([report for report in reports if report.unions])
    _add_reports_without_union(clusters, [report for report in reports if not report.unions])
    names = {report.identity: _identity(cluster) for cluster in clusters for report in cluster}
    built = [_initiative(cluster, names) for cluster in clusters]
    return tuple(sorted(built, key=lambda initiative: initiative.key))


def _clusters(reports: list[Report]) -> list[list[Report]]:
    """Reports grouped by the keys that they share."""
    parent = list(range(len(reports)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    seen: dict[tuple[str, ...], int] = {}
    for index, report in enumerate(reports):
        for shared in _shared_keys(report):
            if shared in seen:
                first, second = sorted((root(seen[shared]), root(index)))
                parent[second] = first
            else:
                seen[shared] = index
    grouped: dict[int, list[Report]] = {}
    for index, report in enumerate(reports):
        grouped.setdefault(root(index), []).append(report)
    return list(grouped.values())


def _add_reports_without_union(clusters: list[list[Report]], reports: list[Report]) -> None:
    """Puts a report that names no union to the one cluster of the same name, if there is but one; else drops it."""
    by_name: dict[str, list[list[Report]]] = {}
    for cluster in clusters:
        for name in {name for report in cluster for name in _names(report)}:
            by_name.setdefault(name, []).append(cluster)
    for report in reports:
        candidates = {id(cluster): cluster for name in _names(report) for cluster in by_name.get(name, ())}
        if len(candidates) == 1:
            next(iter(candidates.values())).append(report)


def _names(report: Report) -> set[str]:
    """The names that tell an initiative apart from all others; none for one without a name."""
    if not report.fact.named:
        return set()
    return {name for name in report.names if len(name) >= SHORTEST_TELLING_NAME}


def _shared_keys(report: Report) -> list[tuple[str, ...]]:
    """What another report of the same initiative would say too."""
    year = (report.fact.start or report.article.facts.article.date or "")[:4]
    found: list[tuple[str, ...]] = []
    if report.fact.named:
        for name in set(report.names):
            if len(name) >= 3:
                found.extend(("name", name, union, year) for union in report.unions)
    else:
        sentence = "".join(report.fact.evidence[0].anchor.split())
        found.extend(("sentence", union, sentence) for union in report.unions if len(sentence) >= SHORTEST_SENTENCE)
        for amount in report.fact.amounts:
            if amount.role == "provision" and amount.measure.value >= 10 and amount.measure.value % 100:
                found.extend(
                    ("amount", union, str(amount.measure.value), amount.measure.unit) for union in report.unions
                )
    return found


def _identity(cluster: list[Report]) -> str:
    """The key of a cluster: from its name, unions and year where it is named, else from its first evidence."""
    named = [report for report in cluster if report.fact.named]
    if named:
        name = min(report.names[0] for report in named)
        year = min((report.fact.start or report.article.facts.article.date or "")[:4] for report in named)
        return key("initiative", name, min(union for report in cluster for union in report.unions), year)
    first = min(cluster, key=lambda report: report.identity)
    phrase = first.fact.evidence[0]
    return key("initiative", phrase.source, str(phrase.begin), first.fact.name)


def _initiative(cluster: list[Report], names: dict[tuple[str, int], str]) -> Initiative:
    cluster = sorted(cluster, key=lambda report: (not report.fact.named, -report.fact.confidence, report.identity))
    first = cluster[0]
    parents = sorted(
        {
            names[report.article.facts.article.key, report.fact.parent]
            for report in cluster
            if report.fact.parent is not None and (report.article.facts.article.key, report.fact.parent) in names
        }
        - {names[first.identity]}
    )
    labels = {name for report in cluster for name in (report.fact.name, *report.fact.aliases)}
    own = [report for report in cluster if report.unions]
    unions = sorted({union for report in own for union in report.unions})
    told = [report.fact for report in cluster]
    standing, cues = told_standing(told)
    return Initiative(
        key=names[first.identity],
        label=first.fact.name,
        alternatives=tuple(sorted(labels - {first.fact.name})),
        named=first.fact.named,
        kind=first.fact.kind,
        unions=tuple(unions),
        partners=tuple(sorted({partner for report in cluster for partner in report.keys("partners")} - set(unions))),
        groups=tuple(sorted({group for report in cluster for group in report.keys("groups")})),
        places=tuple(sorted({place for report in cluster for place in places_of(report.article, report.fact.places)})),
        amounts=told_amounts(told),
        evidence=tuple(sorted({phrase for report in cluster for phrase in report.fact.evidence})),
        articles=tuple(sorted({report.article.facts.article.key for report in cluster})),
        confidence=max(report.fact.confidence for report in cluster),
        start=told_start(told),
        end=max((report.fact.end for report in cluster if report.fact.end), default=None),
        parent=parents[0] if parents else None,
        standing=standing,
        standing_cues=cues,
        datings=told_datings(told),
        rules=tuple(sorted({fact.rule for fact in told})),
        cues=tuple(sorted({cue for fact in told for cue in fact.cues})),
        reasons=max(told, key=lambda fact: fact.confidence).reasons,
    )
