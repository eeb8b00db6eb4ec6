"""What belongs to an initiative, of all that its article names: its groups, its unions, its numbers.

Guarantees: pure; a candidate is taken where fitted trees find it likely enough. The trees are data, one file for each
kind of candidate: ``kg/models/relations``, with a card.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.models import artefact
from kg.recognise.matching import words
from kg.relate.actors import ActorFinder
from kg.relate.audience import Audience
from kg.relate.deeds import AMOUNTS, DeedReader
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft
from kg.relate.link_features import Candidates, LinkFeatures, LinkRow, Scene
from kg.relate.trees import Trees

__all__ = ["LEAST_ODDS", "Answer", "GroupLinks", "Links", "NumberLinks", "UnionLinks"]

LEAST_ODDS = {"groups": -0.5, "unions": 0.0, "numbers": -0.3}
"""The log-odds from which a candidate is taken."""
LONGEST_ITEM = 2

Answer: TypeAlias = Callable[[Sequence[Mapping[str, float]]], list[float]]
"""Rows of features → the log-odds of yes for each."""


class Links:
    """Links initiatives with candidates of one kind."""

    name: str
    """Of the trees and of `LEAST_ODDS`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._features = LinkFeatures(lexicon, DeedReader(lexicon))
        self.odds: Answer = lambda rows: _trees(self.name).odds(rows)
        """What answers; the shipped trees unless somebody measures others."""

    def rows(
        self, discourse: Discourse, drafts: Sequence[Draft], kinds: Sequence[str], chosen: Sequence[Sequence[int]]
    ) -> list[LinkRow]:
        """Every draft beside every candidate; `chosen` are the mentions that rules chose for each draft."""
        mentions: dict[str, list[int]] = {}
        for index in self._mentions(discourse):
            mentions.setdefault(self._key(discourse, index), []).append(index)
        keys = [frozenset(self._key(discourse, i) for i in indexes) for indexes in chosen]
        special = self._seen_in(discourse)
        return list(self._features.rows(discourse, drafts, kinds, Candidates(mentions, keys), special))

    def linked(
        self, discourse: Discourse, drafts: Sequence[Draft], kinds: Sequence[str], chosen: Sequence[Sequence[int]]
    ) -> list[list[int]]:
        """For each draft one mention of each candidate that belongs to it: one in its evidence where there is one."""
        rows = self.rows(discourse, drafts, kinds, chosen)
        found: list[list[int]] = [[] for _ in drafts]
        for row, odds in zip(rows, self.odds([row.features for row in rows]), strict=True):
            mention = _mention(discourse, drafts[row.draft], row.mentions)
            if odds >= LEAST_ODDS[self.name]:
                found[row.draft].append(mention)
            else:
                begin, end = discourse.mentions[mention].begin, discourse.mentions[mention].end
                discourse.note(f"not-its-{self.name}", begin, end, drafts[row.draft].name)
        return found

    def _mentions(self, discourse: Discourse) -> list[int]:
        raise NotImplementedError

    def _key(self, discourse: Discourse, index: int) -> str:
        raise NotImplementedError

    def _seen_in(self, discourse: Discourse) -> Callable[[Scene, int, str, dict[str, float]], None]:
        """What adds the features that only candidates of this kind have."""
        raise NotImplementedError


class GroupLinks(Links):
    """Links initiatives with the groups that they are for."""

    name = "groups"

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._audience = Audience(lexicon)
        self._broader = {name: concept.broader for name, concept in lexicon.groups.items()}

    def _mentions(self, discourse: Discourse) -> list[int]:
        return [i for i, mention in enumerate(discourse.mentions) if mention.type is MentionType.GROUP]

    def _key(self, discourse: Discourse, index: int) -> str:
        return discourse.mentions[index].concept

    def _seen_in(self, discourse: Discourse) -> Callable[[Scene, int, str, dict[str, float]], None]:
        alone = {
            i
            for sentence in discourse.sentences
            for i in discourse.of(sentence, MentionType.GROUP)
            if self._audience.is_one_person(discourse, sentence, i)
        }

        def add(scene: Scene, place: int, key: str, features: dict[str, float]) -> None:
            told, kind = scene.told_in(place), scene.kinds[place]
            above = self._above(key)
            narrower = {other for other in scene.contexts if other != key and key in self._above(other)}
            features.update(
                {
                    "generic": key in self._audience.generic,
                    "doer": self._audience.is_own_only(key),
                    "helper": self._audience.is_helper(key),
                    "one person": any(one.mention in alone for one in scene.contexts[key]),
                    "one person all": all(one.mention in alone for one in scene.contexts[key]),
                    "specific told": bool(told - self._audience.generic),
                    "broader in evidence": bool(above & told),
                    "narrower in evidence": bool(narrower & told),
                    "broader in article": bool(above & scene.contexts.keys()),
                    "narrower in article": bool(narrower),
                    "others in evidence": bool(told - {key}),
                    f"group {key}": 1,
                    f"group {key} & {kind}": 1,
                    f"group {key} & {'told' if features['in evidence'] else 'elsewhere'}": 1,
                }
            )

        return add

    def _above(self, concept: str) -> set[str]:
        """The broader groups of one, without that of all workers."""
        found: set[str] = set()
        name = concept.partition("/")[0] if "/" in concept else self._broader.get(concept)
        while name is not None and name not in found and name != "worker":
            found.add(name)
            name = self._broader.get(name)
        return found


class UnionLinks(Links):
    """Links initiatives with the unions that ran them."""

    name = "unions"

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._actors = ActorFinder(lexicon)

    def _mentions(self, discourse: Discourse) -> list[int]:
        return [i for i, mention in enumerate(discourse.mentions) if mention.type is MentionType.UNION]

    def _key(self, discourse: Discourse, index: int) -> str:
        mention = discourse.mentions[index]
        return mention.label or mention.text

    def _seen_in(self, discourse: Discourse) -> Callable[[Scene, int, str, dict[str, float]], None]:
        acting: set[int] = set()
        telling: set[int] = set()
        for sentence in discourse.sentences:
            if sentence.stretch.end > discourse.article.body and not sentence.is_speech:
                actors = self._actors.actors(discourse, sentence)
                acting.update(actors.unions)
                telling.update(actors.told_by)

        def add(scene: Scene, place: int, key: str, features: dict[str, float]) -> None:
            contexts, told = scene.contexts[key], scene.told[place]
            inside = {
                one.mention for one in contexts for stretch in told if stretch.begin <= one.begin < stretch.end
            }
            first = told[0].begin
            rule = discourse.mentions[contexts[0].mention].rule
            features.update(
                {
                    "acts": any(one.mention in acting for one in contexts),
                    "acts in evidence": bool(inside & acting),
                    "others act in evidence": any(
                        one.mention in acting
                        for other, others in scene.contexts.items()
                        if other != key
                        for one in others
                        if any(stretch.begin <= one.begin < stretch.end for stretch in told)
                    ),
                    "acts before": any(one.mention in acting and one.begin < first for one in contexts),
                    "acts behind": any(one.mention in acting and one.begin > first for one in contexts),
                    "tells": any(one.mention in telling for one in contexts),
                    "others in evidence": bool(scene.told_in(place) - {key}),
                    f"rule {rule}": 1,
                    f"ends {key[-3:]}": 1,
                    f"ends {key[-4:]}": 1,
                    "length": min(len(key), 16) / 16,
                    "part of other": any(key != other and other.endswith(key) for other in scene.contexts),
                    "holds other": any(key != other and key.endswith(other) for other in scene.contexts),
                }
            )

        return add


class NumberLinks(Links):
    """Links initiatives with the numbers that tell how much they were."""

    name = "numbers"

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._goals = words(lexicon.table("actions")["numbers"]["goals"])

    def _mentions(self, discourse: Discourse) -> list[int]:
        return [
            i
            for i, mention in enumerate(discourse.mentions)
            if mention.type in AMOUNTS and mention.measure is not None and mention.begin >= discourse.article.body
        ]

    def _key(self, discourse: Discourse, index: int) -> str:
        return str(index)

    def _seen_in(self, discourse: Discourse) -> Callable[[Scene, int, str, dict[str, float]], None]:
        def add(scene: Scene, place: int, key: str, features: dict[str, float]) -> None:
            mention = discourse.mentions[int(key)]
            measure = mention.measure
            if measure is None:
                raise ValueError(f"{mention.text}: a number without a measure is no candidate")
            what = "money" if mention.type is MentionType.MONEY else mention.concept
            told = "told" if features["in evidence"] else "elsewhere"
            features.update(
                {
                    f"of {what}": 1,
                    f"of {what} & {scene.kinds[place]}": 1,
                    f"of {what} & {told}": 1,
                    f"of {what} & named": scene.drafts[place].named,
                    f"unit {measure.unit}": 1,
                    f"unit {measure.unit} & {told}": 1,
                    f"item {measure.item[-LONGEST_ITEM:]}": 1,
                    f"item begins {measure.item[:LONGEST_ITEM]}": 1,
                    f"qualified {measure.qualifier}": 1,
                    f"label {mention.label}": 1,
                    "one": mention.text.startswith("一"),
                    "size": min(len(str(int(measure.value))), 8),
                    "exact": measure.value % 10 != 0,
                }
            )

        return add


def _mention(discourse: Discourse, draft: Draft, mentions: list[int]) -> int:
    """The first mention in a draft's evidence, else the first."""
    for index in mentions:
        begin = discourse.mentions[index].begin
        if any(stretch.begin <= begin < stretch.end for stretch in draft.evidence):
            return index
    return mentions[0]


@cache
def _trees(name: str) -> Trees:
    return Trees.load(artefact("relations") / f"{name}.npz")
