"""Groups for initiatives that name none where they are told.

Guarantees: looks at the drafts of one article and at the groups that its sentences address; the nearest place that has
any gives them, and workers at large only where nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.relate.audience import Audience
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.draft import Draft

__all__ = ["HandedDown"]

OFTEN = 4
"""Mentions that make a group the theme of an article that knows many."""
FEW_GROUPS = 2
"""An article that knows no more groups than these means them wherever it names none."""


class HandedDown:
    """Finds them in one article."""

    def __init__(self, discourse: Discourse, audience: Audience, drafts: Sequence[Draft]) -> None:
        self._discourse, self._audience, self._drafts = discourse, audience, drafts

    def of_another(self, draft: Draft) -> list[int]:
        """Groups for a draft that names none: the first of `_told_elsewhere` that has any."""
        return next((groups for groups in self._told_elsewhere(draft) if groups), [])

    def everybody(self, draft: Draft) -> list[int]:
        """Workers at large, for a draft that nothing tells whom it is for: as the headline, the draft's paragraph or
        else the article names them first."""
        mentions = self._discourse.mentions
        named = [
            (mentions[i].begin >= self._discourse.article.body, sentence.paragraph != draft.paragraph, i)
            for sentence in self._discourse.sentences
            for i in self._audience.groups(self._discourse, sentence)
            if mentions[i].concept in self._audience.everybody
        ]
        return [min(named)[-1]] if named else []

    def _told_elsewhere(self, draft: Draft) -> Iterable[list[int]]:
        """Groups of the programme it belongs to, of its measures, of the sentences beside it, of its paragraph,
        of the headline, of an article that knows few, and those that are the article's theme."""
        mentions = self._discourse.mentions
        by_sentence = [self._specific(sentence) for sentence in self._discourse.sentences]
        yield draft.parent.groups if draft.parent is not None and self._concepts(draft.parent.groups) else []
        yield [i for other in self._drafts if other.parent is draft for i in other.groups if self._concepts([i])]
        home = self._place_of(draft)
        yield [i for place in (home - 1, home + 1) if 0 <= place < len(by_sentence) for i in by_sentence[place]]
        sentences = zip(self._discourse.sentences, by_sentence, strict=True)
        yield [i for sentence, groups in sentences if sentence.paragraph == draft.paragraph for i in groups]
        told: dict[str, list[int]] = {}
        for index in (i for groups in by_sentence for i in groups):
            told.setdefault(mentions[index].concept, []).append(index)
        first = [indexes[0] for indexes in told.values()]
        yield [i for i in first if mentions[i].begin < self._discourse.article.body]
        yield first if len(first) <= FEW_GROUPS else []
        most = max((len(indexes) for indexes in told.values()), default=0)
        yield [indexes[0] for indexes in told.values() if len(indexes) >= max(OFTEN, most / 2)]

    def _specific(self, sentence: SentenceMentions) -> list[int]:
        """The groups that a sentence addresses and that may stand for other sentences too."""
        groups = self._audience.groups(self._discourse, sentence)
        return [i for i in groups if not self._audience.is_own_only(self._discourse.mentions[i].concept)]

    def _place_of(self, draft: Draft) -> int:
        """The place of a draft's first sentence among the article's."""
        begin = draft.evidence[0].begin
        return sum(sentence.stretch.end <= begin for sentence in self._discourse.sentences)

    def _concepts(self, groups: Iterable[int]) -> set[str]:
        return self._audience.concepts(self._discourse, groups)
