"""Drafts of the programmes that a sentence names, and names that only point at what was told.

Guarantees: one draft a programme, however many names the sentence gives it, in text order; its part of the sentence
reaches to the next name, or to the sentence's end where names are one list; unions that are only founded do not run it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.recognise.programmes import core, plain_name
from kg.recognise.sentences import Stretch
from kg.relate.deeds import DeedReader, Telling
from kg.relate.draft import Draft
from kg.relate.naming import names, parts
from kg.relate.references import References

__all__ = ["NamedDrafts"]

ADJACENT = 2
"""Characters between two names of one list (“甲”“乙”等活动); what follows is said of all of them."""


class NamedDrafts:
    """Reads the names of programmes."""

    def __init__(self, references: References, deeds: DeedReader) -> None:
        self._references = references
        self._deeds = deeds

    def drafts(self, telling: Telling, programmes: list[int]) -> Iterator[tuple[Draft, Stretch]]:
        """The draft of each programme, and the part of the sentence that tells of it."""
        mentions, sentence = telling.discourse.mentions, telling.sentence
        text = telling.discourse.text
        called = names([mentions[i] for i in programmes], text)
        for place, listed in enumerate(called):
            later = zip(called[place:], called[place + 1 :], strict=False)
            ends = (after[0].begin for before, after in later if after[0].begin - before[-1].end > ADJACENT)
            words_of_it = text[listed[0].begin : listed[-1].end]
            name = plain_name(words_of_it) if len(listed) > 1 else listed[0].label or plain_name(words_of_it)
            draft = Draft(
                name=name,
                named=True,
                evidence=[sentence.stretch],
                unions=_apart_from(telling.unions, telling.actors.founded),
                partners=list(telling.actors.partners),
                aliases=[*(quoted for mention in listed if (quoted := core(mention)) != name), *parts(name)],
                cues=[words_of_it],
                inherited=telling.inherited,
                told_by=telling.told_by,
                rule=listed[0].rule,
                paragraph=sentence.paragraph,
                pointed=self._references.points_before(text, listed[0].begin),
            )
            begin = sentence.stretch.begin if place == 0 else listed[0].begin
            yield draft, Stretch(begin, next(ends, sentence.stretch.end))

    def only_points(self, telling: Telling, index: int) -> bool:
        """Whether a name only points at what was told: as a means, or as what somebody came to, opened or spoke of."""
        discourse = telling.discourse
        mention = discourse.mentions[index]
        points = self._references.only_points(discourse.text, mention)
        if points or self._references.is_means(discourse.text, mention):
            discourse.note("only-points", mention.begin, mention.end, mention.text)
            return True
        return not mention.concept and self._is_attended(telling, mention.begin)

    def _is_attended(self, telling: Telling, begin: int) -> bool:
        """Whether a clause only says who came to what is named at `begin`, who opened it or spoke of it."""
        clause = next((one for one in telling.sentence.clauses if one.begin <= begin < one.end), None)
        if clause is None:
            return False
        spoken_of = self._deeds.is_aside(telling.discourse, clause.begin, begin)
        return spoken_of or self._deeds.only_attends(telling.discourse, clause)


def _apart_from(unions: list[int], founded: list[int]) -> list[int]:
    """The unions without those that are only founded at what the others run."""
    return [i for i in unions if i not in founded] or list(unions)
