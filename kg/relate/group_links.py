"""For which groups an initiative is, of all that its article names: those that fitted trees take.

Guarantees: pure; every draft is looked at beside every group that its article names, wherever it names it; a group is
taken where the trees find it likely enough, but not from a part of its sentence that tells another measure, nor from
what is told of another where a draft names specific groups itself; what is for children is not for their parents too;
workers at large are taken where rules found nobody else and the trees take none. The trees are data:
``kg/models/relations``, with a card.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.models import artefact
from kg.recognise.matching import words
from kg.relate.audience import Audience
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft
from kg.relate.link_features import Candidates, LinkFeatures, LinkRow, Special
from kg.relate.link_scene import LinkScene
from kg.relate.trees import Trees

__all__ = ["LEAST_ODDS", "GroupLinks"]

LEAST_ODDS = -0.5
"""The log-odds from which an initiative is taken to be for a group."""


class GroupLinks:
    """Links initiatives with the groups that they are for."""

    def __init__(self, lexicon: Lexicon, features: LinkFeatures) -> None:
        self._features = features
        self._audience = Audience(lexicon)
        table = lexicon.table("groups")
        self._parents = {child: frozenset(words(listed)) for child, listed in table["parents"].items()}
        self._broader = {name: concept.broader for name, concept in lexicon.groups.items()}

    def rows(
        self, discourse: Discourse, drafts: Sequence[Draft], kinds: Sequence[str], chosen: Sequence[Sequence[int]]
    ) -> list[LinkRow]:
        """Every draft beside every group; `chosen` are the mentions that rules chose for each draft."""
        mentions: dict[str, list[int]] = {}
        for index, mention in enumerate(discourse.mentions):
            if mention.type is MentionType.GROUP:
                mentions.setdefault(mention.concept, []).append(index)
        concepts = [frozenset(discourse.mentions[i].concept for i in indexes) for indexes in chosen]
        add = self._seen_in(discourse, {key: self._above(key) for key in mentions})
        return list(self._features.rows(discourse, drafts, kinds, Candidates(mentions, concepts), add))

    def groups(
        self, discourse: Discourse, drafts: Sequence[Draft], kinds: Sequence[str], chosen: Sequence[Sequence[int]]
    ) -> list[list[int]]:
        """For each draft one mention of each group that it is for: one in its evidence where there is one.

        Workers at large, where rules chose nobody else and the trees take nobody.
        """
        rows = self.rows(discourse, drafts, kinds, chosen)
        found: list[list[int]] = [[] for _ in drafts]
        engaged = self._audience.engaged(discourse)
        for row, odds in zip(rows, _trees().odds([row.features for row in rows]), strict=True):
            draft = drafts[row.draft]
            index = draft.first_told(discourse.mentions, row.mentions)
            begin, end = discourse.mentions[index].begin, discourse.mentions[index].end
            addressed = not (engaged.issuperset(row.mentions) or _is_one_persons(row))
            if chosen[row.draft] and _is_of_other_part(discourse, draft, row.mentions):
                discourse.note("group-of-other-part", begin, end, draft.name)
            elif odds >= LEAST_ODDS and addressed and not _names_its_own(row):
                found[row.draft].append(index)
            elif "in evidence" in row.features:
                discourse.note("not-for-it", begin, end, draft.name)
        for draft, taken in zip(drafts, found, strict=True):
            taken[:] = self._without_parents(discourse, draft, taken)
        for place, indexes in enumerate(chosen):
            if indexes and all(discourse.mentions[i].concept in self._audience.everybody for i in indexes):
                found[place] = found[place] or [drafts[place].first_told(discourse.mentions, indexes)]
        return found

    def _without_parents(self, discourse: Discourse, draft: Draft, taken: list[int]) -> list[int]:
        """The groups without those whose children it is for, unless its evidence names them."""
        mentions = discourse.mentions
        parents = frozenset(parent for i in taken for parent in self._parents.get(mentions[i].concept, ()))
        if parents.isdisjoint(mentions[i].concept for i in taken):
            return taken
        named = {one.concept for one in mentions if one.concept in parents and draft.tells_at(one.begin)}
        left = [i for i in taken if mentions[i].concept not in parents - named]
        for i in set(taken).difference(left):
            discourse.note("group-of-parents", mentions[i].begin, mentions[i].end, draft.name)
        return left

    def _seen_in(self, discourse: Discourse, broader: dict[str, set[str]]) -> Special:
        """What adds the features that only groups have; `broader` are those above each group of the article."""
        narrower_than = {key: {other for other in broader if key in broader[other]} - {key} for key in broader}
        alone = {
            i
            for sentence in discourse.sentences
            for i in discourse.of(sentence, MentionType.GROUP)
            if self._audience.is_one_person(discourse, sentence, i)
        }

        def add(scene: LinkScene, place: int, key: str, features: dict[str, float]) -> None:
            told, kind = scene.told_in(place), scene.kinds[place]
            above, narrower = broader[key], narrower_than[key]
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
                    "composed": "/" in key,
                    f"group {key}": 1,
                    f"group {key} & {kind}": 1,
                    f"group {key} & {'told' if features['in evidence'] else 'elsewhere'}": 1,
                }
            )
            if features["chosen"]:
                features[f"chosen of {kind}"] = features[f"chosen, composed {'/' in key}"] = 1
            features.update({f"found by {discourse.mentions[one.mention].rule}": 1 for one in scene.contexts[key]})

        return add

    def _above(self, concept: str) -> set[str]:
        """The broader groups of one, without that of all workers."""
        found: set[str] = set()
        name = concept.partition("/")[0] if "/" in concept else self._broader.get(concept)
        while name is not None and name not in found and name != "worker":
            found.add(name)
            name = self._broader.get(name)
        return found


def _names_its_own(row: LinkRow) -> bool:
    """Whether a draft names specific groups where it is told, and the row's group stands elsewhere.

    A draft with a name has also those that nobody else has, and the article's first one, which the rest may be parts
    of, all.
    """
    seen = row.features
    if "specific told" not in seen or "in evidence" in seen or "chosen" in seen:
        return False
    its_own = any(name in seen for name in ("first draft", "in measure", "in programme", "in headline"))
    return "named" not in seen or ("in other" in seen and not its_own)


def _is_one_persons(row: LinkRow) -> bool:
    """Whether a group only tells the work of one person who appears, wherever the article names it."""
    return "one person all" in row.features and "chosen" not in row.features


def _is_of_other_part(discourse: Discourse, draft: Draft, mentions: list[int]) -> bool:
    """Whether a draft takes up a part of a sentence, as each measure of a list does, and another part names these."""
    first = draft.evidence[0]
    sentences = (one.stretch for one in discourse.sentences)
    sentence = next((one for one in sentences if one.begin <= first.begin < one.end), first)
    begins = [discourse.mentions[i].begin for i in mentions]
    own = draft.tells_of(discourse.mentions, mentions)
    return sentence != first and not own and any(sentence.begin <= begin < sentence.end for begin in begins)


@cache
def _trees() -> Trees:
    return Trees.load(artefact("relations") / "groups.npz")
