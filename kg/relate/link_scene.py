"""Where an article names what may belong to its initiatives, and where it tells of these.

Guarantees: pure; what is seen of a candidate does not depend on a draft, what is seen of a draft not on a candidate, so
that each is looked at once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.model import Mention, MentionType
from kg.recognise.programmes import plain_name
from kg.recognise.sentences import SENTENCE_END, Stretch
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft

__all__ = ["FAR", "Context", "LinkScene", "SeenCandidate", "ToldDraft", "lead_of", "seen_candidate", "told_draft"]

FAR = 5
"""The number of sentences or mentions from which on they are told as far, or many."""


class Context(NamedTuple):
    """One mention and what stands around it."""

    mention: int
    begin: int
    sentence: int
    paragraph: int
    said: bool
    clause: Stretch
    told: tuple[str, ...]
    """What the words around it show to a draft whose evidence it stands in."""
    elsewhere: tuple[str, ...]
    """What they show to others."""


class LinkScene:
    """An article with its drafts and the candidates."""

    def __init__(
        self,
        discourse: Discourse,
        drafts: Sequence[Draft],
        kinds: Sequence[str],
        contexts: Mapping[str, list[Context]],
        begins: list[int],
    ) -> None:
        self.discourse, self.drafts, self.kinds, self.contexts = discourse, drafts, kinds, contexts
        self._begins = begins
        body = discourse.article.body
        self.lead = lead_of(discourse)
        self.told = [
            [stretch for stretch in draft.evidence if stretch.end > body] or draft.evidence for draft in drafts
        ]
        self._told_in = [
            {
                key
                for key, found in contexts.items()
                if any(stretch.begin <= one.begin < stretch.end for one in found for stretch in stretches)
            }
            for stretches in self.told
        ]
        self.most = max((len(found) for found in contexts.values()), default=0)
        self.mentions = sum(len(found) for found in contexts.values())
        self._told_at = sorted((stretch.begin, n) for n, draft in enumerate(drafts) for stretch in draft.evidence)

    def place_of(self, begin: int) -> int:
        """The place of the sentence that holds a position."""
        return max(0, bisect_right(self._begins, begin) - 1)

    def told_in(self, draft: int) -> set[str]:
        """The candidates that the body names where it tells of a draft."""
        return self._told_in[draft]

    def nearest(self, begin: int) -> int | None:
        """The draft whose evidence begins nearest before a position."""
        place = bisect_right(self._told_at, (begin, len(self.drafts)))
        return self._told_at[place - 1][1] if place else None


def lead_of(discourse: Discourse) -> int:
    """The place of the first sentence of the body that has an end mark, as a byline on a line of its own has not."""
    begins = [sentence.stretch.begin for sentence in discourse.sentences]
    first = bisect_left(begins, discourse.article.body)
    ended = (
        place
        for place in range(first, len(begins))
        if any(mark in discourse.sentences[place].text for mark in SENTENCE_END)
    )
    return next(ended, first)


class SeenCandidate(NamedTuple):
    """A candidate, seen from nowhere in particular."""

    contexts: list[Context]
    mentions: list[Mention]
    tellers: list[frozenset[int]]
    """For each context, the drafts whose evidence it stands in."""
    telling: frozenset[int]
    """Those of all contexts."""
    nearest: list[int | None]
    """For each context, the draft whose evidence begins nearest before it."""
    features: dict[str, float]


class ToldDraft(NamedTuple):
    """A draft, and where it is told."""

    place: int
    draft: Draft
    first: Stretch
    home: int
    """The sentence of its first evidence."""
    homes: set[int]
    """Those of all its evidence."""
    paragraph: int
    measures: frozenset[int]
    unions: list[int]
    """Where its unions' names begin."""
    names: list[Mention]
    """The mentions of its name."""


def seen_candidate(scene: LinkScene, contexts: list[Context]) -> SeenCandidate:
    """A candidate; `contexts` are those of its mentions, in text order."""
    body = scene.discourse.article.body
    sentences = [context.sentence for context in contexts]
    tellers = [
        frozenset(place for place, draft in enumerate(scene.drafts) if draft.tells_at(context.begin))
        for context in contexts
    ]
    telling = frozenset[int]().union(*tellers)
    features: dict[str, float] = {
        "in headline": any(context.begin < body for context in contexts),
        "in lead": scene.lead in sentences,
        "early": any(sentence - scene.lead <= 2 for sentence in sentences),
        f"mentions {min(len(contexts), 3)}": 1,
        "mentions": min(len(contexts), FAR),
        "share": len(contexts) / scene.mentions,
        "most": len(contexts) == scene.most,
        "said all": all(context.said for context in contexts),
        "drafts that tell": len(telling) / max(1, len(scene.drafts)),
        "first named at": contexts[0].begin / max(1, len(scene.discourse.text)),
    }
    mentions = [scene.discourse.mentions[context.mention] for context in contexts]
    return SeenCandidate(contexts, mentions, tellers, telling, [scene.nearest(one.begin) for one in contexts], features)


def told_draft(scene: LinkScene, place: int) -> ToldDraft:
    """A draft, by its place among the scene's."""
    draft, discourse = scene.drafts[place], scene.discourse
    first = scene.told[place][0]
    home = scene.place_of(first.begin)
    return ToldDraft(
        place,
        draft,
        first,
        home,
        {scene.place_of(stretch.begin) for stretch in draft.evidence},
        discourse.sentences[home].paragraph,
        frozenset(n for n, other in enumerate(scene.drafts) if other.parent is draft),
        [discourse.mentions[i].begin for i in draft.unions],
        _names(discourse, draft),
    )


def _names(discourse: Discourse, draft: Draft) -> list[Mention]:
    """The mentions of a draft's name."""
    return [
        mention
        for mention in discourse.mentions
        if mention.type is MentionType.PROGRAMME and draft.name in (mention.label, plain_name(mention.text))
    ]
