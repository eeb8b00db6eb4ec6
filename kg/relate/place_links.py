"""Where an initiative took place, of all the places that its article names: those that fitted trees take.

Guarantees: pure; every draft is looked at beside every division and venue that its article names, every body in which
something happens or to which somebody goes, and the seats of the unions that ran it; a place is taken where the trees
find it likely enough. A seat is told by a mention of its union: `resolve` knows in which division that union acts. The
trees are data: ``kg/models/relations``, with a card.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from kg.model import Mention, MentionType
from kg.models import artefact
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft
from kg.relate.link_features import Candidates, LinkFeatures, LinkRow, Scene
from kg.relate.places import Scene as PlacedSentence
from kg.relate.settings import Setting, is_body, outermost
from kg.relate.trees import Trees

__all__ = ["LEAST_ODDS", "PlaceLinks", "Placing"]

LEAST_ODDS = -0.8
"""The log-odds from which an initiative is taken to be at a place."""
MANY = 4
"""From how many places on their number is told as many."""
UNION_NAMES = ("总工会", "工会", "总工", "总")
"""How names of unions end behind the name of the division in which they act."""


class Sort(StrEnum):
    """What a candidate is."""

    DIVISION = "division"
    VENUE = "venue"
    BODY = "body"
    SEAT = "seat"


class Placing(NamedTuple):
    """What rules found out about an article's drafts."""

    sentences: Sequence[PlacedSentence]
    """The sentences of its body with their settings."""
    chosen: Sequence[Sequence[int]]
    """For each draft, the mentions of its places."""
    hosts: Sequence[Sequence[int]]
    """For each draft, the mentions of its unions, those that ran it before those that only guided it."""


class Candidate(NamedTuple):
    """What all mentions of one place show."""

    sort: Sort
    name: str
    code: str
    """Of a division."""
    settings: frozenset[str]
    """How sentences set something there."""


class PlaceLinks:
    """Links initiatives with the places where they took place."""

    def __init__(self, features: LinkFeatures) -> None:
        self._features = features

    def rows(
        self, discourse: Discourse, drafts: Sequence[Draft], kinds: Sequence[str], placing: Placing
    ) -> list[LinkRow]:
        """Every draft beside every place of its article, and beside the seats of its own unions."""
        settings = {i: one for sentence in placing.sentences for one in sentence.settings for i in one.places}
        mentions = _mentions(discourse, settings)
        own: dict[str, set[int]] = {}
        for place, hosts in enumerate(placing.hosts):
            for index in hosts:
                key = _key(Sort.SEAT, discourse.mentions[index].text)
                own.setdefault(key, set()).add(place)
        for index, mention in enumerate(discourse.mentions):
            key = _key(Sort.SEAT, mention.text)
            if mention.type is MentionType.UNION and key in own:
                mentions.setdefault(key, []).append(index)
        chosen = [frozenset(_key_of(discourse.mentions[i]) for i in indexes) for indexes in placing.chosen]
        candidates = {key: _candidate(discourse, key, indexes, settings) for key, indexes in mentions.items()}
        only = {key: frozenset(places) for key, places in own.items()}
        add = _seen_in(candidates, placing, discourse)
        return list(self._features.rows(discourse, drafts, kinds, Candidates(mentions, chosen, only), add))

    def places(
        self, discourse: Discourse, drafts: Sequence[Draft], kinds: Sequence[str], placing: Placing
    ) -> list[tuple[int, ...]]:
        """For each draft one mention of each of its places, in text order: one in its evidence where there is one."""
        rows = self.rows(discourse, drafts, kinds, placing)
        found: list[list[int]] = [[] for _ in drafts]
        for row, odds in zip(rows, _trees().odds([row.features for row in rows]), strict=True):
            if odds >= LEAST_ODDS:
                found[row.draft].append(drafts[row.draft].first_told(discourse.mentions, row.mentions))
        return [tuple(sorted(indexes)) for indexes in found]


def _mentions(discourse: Discourse, settings: Mapping[int, Setting]) -> dict[str, list[int]]:
    """The mentions of each division, each venue and each body in a setting, in text order."""
    found: dict[str, list[int]] = {}
    for sentence in discourse.sentences:
        for index in outermost(discourse, sentence):
            mention = discourse.mentions[index]
            if True:
                found.setdefault(_key_of(mention), []).append(index)
    return found


def _key_of(mention: Mention) -> str:
    if is_body(mention):
        return _key(Sort.BODY, mention.text)
    return _key(Sort.DIVISION, mention.concept) if mention.concept else _key(Sort.VENUE, mention.text)


def _key(sort: Sort, name: str) -> str:
    return f"{sort} {name}"


def _candidate(discourse: Discourse, key: str, indexes: Sequence[int], settings: Mapping[int, Setting]) -> Candidate:
    first = discourse.mentions[indexes[0]]
    sort = Sort(key.partition(" ")[0])
    told = (settings[i] for i in indexes if i in settings)
    how = {"gone to" if one.gone_to else "stated" if one.stated else "opens" for one in told}
    code = first.concept if sort is Sort.DIVISION else ""
    name = first.text if sort is Sort.SEAT else first.label or first.text
    return Candidate(sort, name, code, frozenset(how))


def _seen_in(
    candidates: Mapping[str, Candidate], placing: Placing, discourse: Discourse
) -> Callable[[Scene, int, str, dict[str, float]], None]:
    """What adds the features that only places have."""
    mentions = discourse.mentions
    unions = {mention.text for mention in mentions if mention.type is MentionType.UNION}
    sorts = [one.sort for one in candidates.values()]
    within = {key: _within(key, candidates) for key in candidates}
    contain = {key: {other for other in candidates if key in within[other]} for key in candidates}

    def add(scene: Scene, place: int, key: str, features: dict[str, float]) -> None:
        one, told, kind = candidates[key], scene.told_in(place), scene.kinds[place]
        hosts = [mentions[i].text for i in placing.hosts[place]]
        chosen = {_key_of(mentions[i]) for i in placing.chosen[place]}
        placed = next((s for s in placing.sentences if s.tells_of(scene.drafts[place])), None)
        own = {f"place of {one.sort}", f"{one.sort} of {kind}"}
        own |= {f"set {how}" for how in one.settings}
        if not one.settings:
            own.add("unset")
        for sort in Sort:
            if any(candidates[other].sort is sort for other in told - {key}):
                own.add(f"{sort} told")
            if any(other in candidates and candidates[other].sort is sort for other in chosen):
                own.add(f"{sort} chosen")
            own.add(f"{sort}s {min(sorts.count(sort), MANY)}")
        if placed is not None:
            if key in {_key_of(mentions[i]) for i in placed.places}:
                own.add("scene")
            if key in {_key_of(mentions[i]) for i in placed.here}:
                own.add("here")
        own |= {f"contains {what}" for what in _where(contain[key], told, chosen)}
        own |= {f"lies in {what}" for what in _where(within[key], told, chosen)}
        if one.sort is Sort.SEAT:
            own |= {f"host {min(hosts.index(one.name), MANY)}", f"hosts {min(len(set(hosts)), MANY)}"}
            own.add(f"union of {_stem(one.name)[-1:]}")
            own.add(f"first host of {_stem(hosts[0])[-1:]}")
        elif one.sort is Sort.DIVISION:
            own.add(f"level {one.name[-1:]}")
            own |= {f"of host {n}" for n, host in enumerate(hosts[:MANY]) if host.startswith(one.name)}
            if any(union.startswith(one.name) for union in unions):
                own.add("of a union")
        else:
            own |= {f"ends {one.name[-2:]}", f"ends {one.name[-1:]}", f"body {mentions[scene.contexts[key][0].mention].concept}"}
        features.update(dict.fromkeys(own, 1.0))
        for name in CROSSED:
            if features.get(name):
                features[f"{name} & {one.sort}"] = 1.0

    return add


CROSSED = (
    "chosen",
    "first draft",
    "here",
    "in evidence",
    "in first sentence",
    "in headline",
    "in lead",
    "in other",
    "in programme",
    "is measure",
    "named",
    "none chosen",
    "only draft",
    "said all",
    "same paragraph",
    "scene",
    "set gone to",
    "set opens",
    "set stated",
)
"""Features that count apart for each sort of place."""


def _where(keys: set[str], told: set[str], chosen: set[str]) -> set[str]:
    """Where places that one contains, or lies in, stand."""
    found = {"one"} if keys else set()
    if keys & told:
        found.add("a told one")
    if keys & chosen:
        found.add("a chosen one")
    return found


def _within(key: str, candidates: Mapping[str, Candidate]) -> set[str]:
    """The candidates in which one lies, by the codes of divisions or by what its name begins with."""
    one = candidates[key]
    found = set()
    for other, upper in candidates.items():
        if other != key and upper.sort is Sort.DIVISION:
            root = upper.code.rstrip("0")
            below = one.code.startswith(root) if one.code else _stem(one.name).startswith(upper.name)
            if below:
                found.add(other)
    return found


def _stem(union: str) -> str:
    """A union's name without its end, which leaves the division or body whose union it is."""
    for end in UNION_NAMES:
        if union.endswith(end):
            return union.removesuffix(end)
    return union


@cache
def _trees() -> Trees:
    return Trees.load(artefact("relations") / "places.npz")
