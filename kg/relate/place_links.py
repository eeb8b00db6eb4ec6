"""Where an initiative took place, of all the places that its article names: those that fitted trees take.

Guarantees: pure; every draft is looked at beside every division and venue that its article names, beside the bodies
that it names itself, and those of settings and of the article's beginning, and beside the seats of the unions that ran
it; a place is taken where the trees find it likely enough. A seat is told by a mention of its union: `resolve` knows in
which division that union acts. The trees are data: ``kg/models/relations``, with a card.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.models import artefact
from kg.recognise.matching import alternation, words
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft
from kg.relate.link_features import Candidates, LinkFeatures, LinkRow, Special
from kg.relate.link_scene import LinkScene, lead_of
from kg.relate.places import Scene
from kg.relate.settings import Setting, is_body, outermost
from kg.relate.trees import Trees

__all__ = ["LEAST_ODDS", "PlaceLinks", "Placing"]

LEAST_ODDS = -0.8
"""The log-odds from which an initiative is taken to be at a place."""
LEAST_ODDS_ALONE = -1.5
"""From which on it is, where no other place is likelier."""
MANY = 4
"""From how many places on their number is told as many."""


class Sort(StrEnum):
    """What a candidate is."""

    DIVISION = "division"
    VENUE = "venue"
    BODY = "body"
    SEAT = "seat"


class Placing(NamedTuple):
    """What rules found out about an article's drafts."""

    sentences: Sequence[Scene]
    """The sentences of its body with their settings."""
    chosen: Sequence[Sequence[int]]
    """For each draft, the mentions of its places."""
    hosts: Sequence[Sequence[int]]
    """For each draft, the mentions of its unions, those that ran it before those that only guided it."""


class Candidate(NamedTuple):
    """What all mentions of one place show."""

    sort: Sort
    name: str
    root: str
    """With what names begin of what lies in it: a seat's is its union's name without the word for union."""
    code: str
    """Of a division."""
    mentions: Sequence[int]
    features: tuple[str, ...]
    """What holds beside every draft."""


class PlacedDraft(NamedTuple):
    """What rules found out about one draft."""

    hosts: list[str]
    """The names of its unions, in the order of `Placing.hosts`."""
    level: str
    """The last character of what the first of them is the union of: 市, 省, 团."""
    chosen: frozenset[str]
    scene: frozenset[str]
    """The places of the setting that its first sentence goes on with."""
    here: frozenset[str]
    """What 这里 would mean there."""


class PlaceLinks:
    """Links initiatives with the places where they took place."""

    def __init__(self, lexicon: Lexicon, features: LinkFeatures) -> None:
        self._features = features
        table = lexicon.table("unions")
        self._union = re.compile(rf"(?:{alternation(words(table['heads']) + words(table['short']))})\Z")

    def rows(
        self, discourse: Discourse, drafts: Sequence[Draft], kinds: Sequence[str], placing: Placing
    ) -> list[LinkRow]:
        """Every draft beside the places of its article and beside the seats of its own unions."""
        mentions = _mentions(discourse)
        placed = [self._placed(discourse, draft, place, placing) for place, draft in enumerate(drafts)]
        hosts = {name for draft in placed for name in draft.hosts}
        for index, mention in enumerate(discourse.mentions):
            if mention.type is MentionType.UNION and mention.text in hosts:
                mentions.setdefault(_key(Sort.SEAT, mention.text), []).append(index)
        settings = {i: one for sentence in placing.sentences for one in sentence.settings for i in one.places}
        known = {key: self._candidate(discourse, key, indexes, settings) for key, indexes in mentions.items()}
        only = _only(discourse, drafts, known, placed, settings)
        candidates = Candidates(mentions, [draft.chosen for draft in placed], only)
        return list(self._features.rows(discourse, drafts, kinds, candidates, _seen_in(discourse, known, placed)))

    def places(
        self, discourse: Discourse, drafts: Sequence[Draft], kinds: Sequence[str], placing: Placing
    ) -> list[tuple[int, ...]]:
        """For each draft one mention of each of its places, in text order: one in its evidence where there is one."""
        rows = self.rows(discourse, drafts, kinds, placing)
        judged: list[list[tuple[float, LinkRow]]] = [[] for _ in drafts]
        for row, odds in zip(rows, _trees().odds([row.features for row in rows]), strict=True):
            judged[row.draft].append((odds, row))
        return [
            tuple(sorted(draft.first_told(discourse.mentions, row.mentions) for row in _likely(one)))
            for draft, one in zip(drafts, judged, strict=True)
        ]

    def _candidate(
        self, discourse: Discourse, key: str, indexes: Sequence[int], settings: Mapping[int, Setting]
    ) -> Candidate:
        first = discourse.mentions[indexes[0]]
        sort = Sort(key.partition(" ")[0])
        name = first.text if sort is Sort.SEAT else first.label or first.text
        told = (settings[i] for i in indexes if i in settings)
        found = {"set gone to" if one.gone_to else "set stated" if one.stated else "set opens" for one in told}
        found = found or {"unset"}
        found.add(f"place of {sort}")
        root = name
        if sort is Sort.SEAT:
            root = self._union.sub("", name)
            found.add(f"union of {root[-1:]}")
        elif sort is Sort.DIVISION:
            found.add(f"level {name[-1:]}")
            if any(one.type is MentionType.UNION and one.text.startswith(name) for one in discourse.mentions):
                found.add("of a union")
        else:
            found |= {f"ends {name[-2:]}", f"ends {name[-1:]}", f"body {first.concept}"}
        return Candidate(
            sort, name, root, first.concept if sort is Sort.DIVISION else "", indexes, tuple(sorted(found))
        )

    def _placed(self, discourse: Discourse, draft: Draft, place: int, placing: Placing) -> PlacedDraft:
        mentions = discourse.mentions
        told = next((one for one in placing.sentences if one.tells_of(draft)), None)
        hosts = [mentions[i].text for i in placing.hosts[place]]
        return PlacedDraft(
            hosts,
            self._union.sub("", hosts[0])[-1:] if hosts else "",
            frozenset(_key_of(mentions[i]) for i in placing.chosen[place]),
            frozenset(_key_of(mentions[i]) for i in (told.places if told else ())),
            frozenset(_key_of(mentions[i]) for i in (told.here if told else ())),
        )


def _likely(judged: Sequence[tuple[float, LinkRow]]) -> list[LinkRow]:
    """The places that are likely enough; where none is, the likeliest, if it is not far from it."""
    best = max((odds for odds, _ in judged), default=0.0)
    least = LEAST_ODDS if best >= LEAST_ODDS else max(best, LEAST_ODDS_ALONE)
    return [row for odds, row in judged if odds >= least]


def _only(
    discourse: Discourse,
    drafts: Sequence[Draft],
    candidates: Mapping[str, Candidate],
    placed: Sequence[PlacedDraft],
    settings: Mapping[int, Setting],
) -> dict[str, frozenset[int]]:
    """The drafts beside which seats are looked at, and bodies that no setting nor the article's beginning names."""
    begun = max((one.stretch.end for one in discourse.sentences[: lead_of(discourse) + 1]), default=0)
    found = {}
    for key, one in candidates.items():
        if one.sort is Sort.SEAT:
            found[key] = frozenset(place for place, draft in enumerate(placed) if one.name in draft.hosts)
        elif one.sort is Sort.BODY and not any(
            i in settings or discourse.mentions[i].begin < begun for i in one.mentions
        ):
            found[key] = frozenset(
                place
                for place, draft in enumerate(placed)
                if key in draft.chosen or drafts[place].tells_of(discourse.mentions, one.mentions)
            )
    return found


def _mentions(discourse: Discourse) -> dict[str, list[int]]:
    """The mentions of each division, venue and body that is no part of another name, in text order."""
    found: dict[str, list[int]] = {}
    for sentence in discourse.sentences:
        for index in outermost(discourse, sentence):
            found.setdefault(_key_of(discourse.mentions[index]), []).append(index)
    return found


def _key_of(mention: Mention) -> str:
    if is_body(mention):
        return _key(Sort.BODY, mention.text)
    return _key(Sort.DIVISION, mention.concept) if mention.concept else _key(Sort.VENUE, mention.text)


def _key(sort: Sort, name: str) -> str:
    return f"{sort} {name}"


def _seen_in(discourse: Discourse, candidates: Mapping[str, Candidate], placed: Sequence[PlacedDraft]) -> Special:
    """What adds the features that only places have."""
    sorts = Counter(one.sort for one in candidates.values())
    numbers = [f"{sort}s {min(number, MANY)}" for sort, number in sorts.items()]
    within = {key: _within(key, candidates) for key in candidates}
    contain = {key: {other for other in candidates if key in within[other]} for key in candidates}

    def add(scene: LinkScene, place: int, key: str, features: dict[str, float]) -> None:
        one, draft, told = candidates[key], placed[place], scene.told_in(place)
        own = [*one.features, *numbers, f"{one.sort} of {scene.kinds[place]}"]
        own += [f"{sort} told" for sort in {candidates[other].sort for other in told if other != key}]
        own += [f"{sort} chosen" for sort in {candidates[other].sort for other in draft.chosen if other in candidates}]
        own += ["scene"] * (key in draft.scene) + ["here"] * (key in draft.here)
        own += [f"contains {what}" for what in _where(contain[key], told, draft.chosen)]
        own += [f"lies in {what}" for what in _where(within[key], told, draft.chosen)]
        if one.sort is Sort.SEAT:
            own += [f"host {min(draft.hosts.index(one.name), MANY)}", f"hosts {min(len(set(draft.hosts)), MANY)}"]
            own.append(f"first host of {draft.level}")
        elif one.sort is Sort.DIVISION:
            own += [f"of host {n}" for n, host in enumerate(draft.hosts[:MANY]) if host.startswith(one.name)]
        features.update(dict.fromkeys(own, 1.0))
        features.update({f"{name} & {one.sort}": 1.0 for name in CROSSED if features.get(name)})

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


def _where(keys: Set[str], told: Set[str], chosen: Set[str]) -> Iterator[str]:
    """Where places that one contains, or lies in, stand."""
    if keys:
        yield "one"
    if keys & told:
        yield "a told one"
    if keys & chosen:
        yield "a chosen one"


def _within(key: str, candidates: Mapping[str, Candidate]) -> set[str]:
    """The divisions and seats in which a candidate lies, by its code or by what its name begins with."""
    one, found = candidates[key], set()
    for other, upper in candidates.items():
        if other == key or upper.sort not in (Sort.DIVISION, Sort.SEAT):
            continue
        if one.code and upper.code:
            below = one.code.startswith(upper.code.rstrip("0"))
        else:
            below = upper.root != "" and one.root.startswith(upper.root)
        if below:
            found.add(other)
    return found


@cache
def _trees() -> Trees:
    return Trees.load(artefact("relations") / "places.npz")
