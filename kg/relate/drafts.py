"""Initiatives under construction, and the book that keeps those of one article.

Guarantees: `DraftBook` holds two drafts of one name only where each tells what unions of its own did; what a later
sentence says of a draft is added once; a draft without an acting union is finished only where the article has one to
give.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import MentionType
from kg.recognise.collective_unions import COLLECTIVE
from kg.recognise.programmes import plain_name
from kg.relate.actors import Actors
from kg.relate.audience import Audience
from kg.relate.completion import Completion
from kg.relate.discourse import AMOUNTS, Discourse, SentenceMentions
from kg.relate.draft import Draft
from kg.relate.editions import differ
from kg.relate.naming import EventNames, keys, quoted

__all__ = ["Draft", "DraftBook"]

SHORTEST_RECALLED = 3
"""Characters of a name by which a later sentence may speak of a draft."""
SHORTEST_HELD = 4
"""Characters of a name that tells a longer one which holds it."""
EVENT_PARAGRAPHS = 3
"""Paragraphs over which a text may tell of one event before it adds that up."""
LATER_PARAGRAPHS = 1
"""How many paragraphs on a text may still tell more of a named programme without naming it again."""


class DraftBook:
    """The drafts of one article."""

    def __init__(self, discourse: Discourse, audience: Audience, names: EventNames) -> None:
        self._discourse = discourse
        self._names = names
        self._audience = audience
        self._drafts: list[Draft] = []
        self._named: dict[str, Draft] = {}
        self.acting: list[tuple[int, list[int]]] = []
        """Where unions act (the sentence's begin), and which, in text order."""
        self.present: list[int] = []
        """Unions whose officers are named and that do not act, of the first sentence that has any."""
        self.founded: set[int] = set()
        """Unions that the article tells to be founded."""
        self.current: Draft | None = None
        """The draft that the text speaks of."""

    def add(self, draft: Draft) -> None:
        """A draft without a name."""
        if self.current is not None and self.current.named and self.current.paragraph == draft.paragraph:
            draft.parent = self.current
        self._drafts.append(draft)
        self.current = draft

    def add_beside(self, draft: Draft) -> None:
        """A measure told in the sentence of a named programme, which stays the current one."""
        draft.parent = self.current
        self._drafts.append(draft)

    def add_named(self, draft: Draft) -> None:
        """A draft with a name: a new one, or more of one that is known."""
        known = self.known((draft.name, *draft.aliases))
        if known is not None and self._is_anothers(draft, known):
            draft.parent = known if self._of_collective(known) else None
            self._drafts.append(draft)
            self.current = draft
            return
        known = known or self._told_without_name(draft) or self._pointed_at(draft)
        if known is None:
            self._drafts.append(draft)
            for name in keys((draft.name, *draft.aliases)):
                self._named.setdefault(name, draft)
            self.current = draft
            return
        known.evidence.extend(draft.evidence)
        if draft.unions and (not known.unions or (known.inherited and not draft.inherited)):
            known.unions, known.partners, known.inherited = draft.unions, draft.partners, draft.inherited
        elif draft.unions and not draft.inherited:
            known.unions.extend(i for i in draft.unions if i not in known.unions)
        _extend(known, draft)
        for name in (draft.name, *draft.aliases):
            if name != known.name and name not in known.aliases:
                known.aliases.append(name)
        self.current = known

    def _is_anothers(self, draft: Draft, known: Draft) -> bool:
        """Whether a draft of a name that is known tells what other unions did, in numbers of its own.

        Or on a day of its own, where unions at large are said to have run the known one.
        """
        if not draft.unions or draft.inherited or not known.unions or known.inherited:
            return False
        mentions = self._discourse.mentions
        told, before = ({mentions[i].label or mentions[i].text for i in one.unions} for one in (draft, known))
        own = draft.amounts or (draft.dates and self._of_collective(known))
        return bool(own) and not told & before

    def _of_collective(self, draft: Draft) -> bool:
        return any(self._discourse.mentions[i].rule == COLLECTIVE for i in draft.unions)

    def _told_without_name(self, draft: Draft) -> Draft | None:
        """The draft without a name, of this paragraph or the one before, whose words hold the name that comes now."""
        text = self._discourse.text
        for other in reversed(self._drafts):
            if draft.paragraph - other.paragraph > LATER_PARAGRAPHS or other.named:
                break
            told = [text[stretch.begin : stretch.end] for stretch in other.evidence]
            name = next((n for n in (*draft.aliases, draft.name) if any(quoted(n) in one for one in told)), None)
            if name is None or not (draft.inherited or self._discourse.among(draft.unions, other.unions)):
                continue
            self._name(other, draft)
            return other
        return None

    def _name(self, other: Draft, draft: Draft) -> None:
        """Gives a draft without a name the one that a later sentence calls it by."""
        other.aliases.append(other.name)
        other.name, other.named, other.rule = draft.name, True, draft.rule
        for name in keys((draft.name, *draft.aliases)):
            self._named.setdefault(name, other)

    def _pointed_at(self, draft: Draft) -> Draft | None:
        """The draft that a text points at with a name of its own (此次“甲”活动).

        It is one whose name holds the quotation, else the only one of the same unions, told without a name.
        """
        only = self._drafts[0] if len(self._drafts) == 1 and not self._drafts[0].named else None
        if not draft.pointed:
            return None
        cores = [name for name in draft.aliases if len(name) >= SHORTEST_RECALLED]
        named = [one for one in self._drafts if one.named and any(core in plain_name(one.name) for core in cores)]
        if named:
            return named[-1]
        if only is None:
            return None
        among = self._discourse.among
        theirs = among(draft.unions, only.unions) or among(only.unions, draft.unions)
        if not draft.inherited and not theirs:
            return None
        self._name(only, draft)
        return only

    def known(self, names: Iterable[str]) -> Draft | None:
        """The draft of one of these names, or of one that holds or is held by one, or abridges it; never of another
        edition."""
        told = list(names)
        edition_of = self._names.editions.of
        forms, edition = keys(told), edition_of(told[0])
        of_it = {name: draft for name, draft in self._named.items() if not differ(edition, edition_of(draft.name))}
        for name in forms:
            if name in of_it:
                return of_it[name]
        for name in forms:
            for other, draft in of_it.items():
                if len(name) >= SHORTEST_HELD and other.startswith(f"{name}·"):
                    return draft
                shorter, longer = sorted((len(name), len(other)))
                if shorter >= SHORTEST_HELD and shorter * 2 >= longer and (name in other or other in name):
                    return draft
                if self._names.abridged(name, other):
                    return draft
        return None

    def recalled(self, text: str) -> Draft | None:
        """The last draft whose name, or the quoted part of it, stands in a sentence again."""
        plain = plain_name(text)
        for draft in reversed(self._drafts):
            if draft.named and any(
                len(name) >= SHORTEST_RECALLED and name in plain for name in (draft.name, *draft.aliases)
            ):
                return draft
        return None

    def about(self, text: str, *, first: bool) -> Draft | None:
        """The last named draft whose name ends with a noun of the first words (竞赛由…), else the current one.

        Or the `first` such: an article on one edition of a series (这届…) begins with it.
        """
        named = [draft for draft in self._drafts if draft.named]
        if not first:
            named.reverse()
        for length in (4, 3, 2):
            for draft in named:
                if len(draft.name) > length and draft.name[-length:] in text[:14]:
                    return draft
        taking_place = (draft for draft in named if draft.name.endswith(self._names.events))
        spoken_of = any(word in text[:8] for word in self._names.occasions)
        return next(taking_place, self.current) if spoken_of else self.current

    def continues(self, draft: Draft, *, team: bool = False) -> bool:
        """Whether a draft whose actor is inherited only goes on with the current one.

        Behind a named programme, and where the same `team` goes on, it does for a paragraph more; else
        where it is for nobody new.
        """
        current = self.current
        if current is None:
            return False
        distance = draft.paragraph - current.paragraph
        if current.named or (team and not draft.amounts):
            return distance <= LATER_PARAGRAPHS
        return distance == 0 and self._concepts(draft) <= self._concepts(current)

    def attach(self, draft: Draft, sentence: SentenceMentions, actors: Actors, *, people_only: bool = False) -> None:
        """What a further sentence says of a draft: actors, groups, numbers."""
        discourse = self._discourse
        amounts = self._numbers(draft, sentence)
        if people_only:
            amounts = [i for i in amounts if discourse.mentions[i].concept == "people"]
            if not amounts or draft.amounts:
                discourse.note("adds-nothing", *sentence.stretch)
                return
        discourse.note("tells-more", *sentence.stretch, draft.name)
        draft.told_until = sentence.paragraph
        draft.amounts.extend(i for i in amounts if i not in draft.amounts)
        if sentence.stretch not in draft.evidence:
            draft.evidence.append(sentence.stretch)
        if people_only:
            return
        unsaid = not draft.unions or draft.inherited or (draft.told_by and actors.parts)
        if actors.unions and not actors.only_give and unsaid:
            draft.unions, draft.inherited, draft.told_by = list(actors.unions), False, False
        elif actors.parts or actors.only_give:
            draft.unions.extend(i for i in actors.unions if i not in draft.unions)
        draft.partners.extend(i for i in actors.partners if i not in draft.partners)
        new = []
        for i in self._audience.groups(discourse, sentence):
            mention = discourse.mentions[i]
            if not self._audience.is_general(mention):
                new.append(i)
            else:
                discourse.note("group-general", mention.begin, mention.end, draft.name)
        draft.told_apart |= bool(new) and not draft.groups
        draft.groups.extend(i for i in new if i not in draft.groups)
        if not draft.places:
            draft.places.extend(discourse.free_places(sentence))
        if not draft.dates:
            draft.dates.extend(discourse.of(sentence, MentionType.DATE))

    def programme_of(self, draft: Draft) -> Draft:
        """The programme of the same unions that the text named before a draft without a name, else the draft itself."""
        if draft.named:
            return draft
        told = self._drafts[: self._drafts.index(draft)] if draft in self._drafts else []
        named = next((one for one in reversed(told) if one.named), None)
        if named is None or draft.paragraph - named.paragraph > EVENT_PARAGRAPHS:
            return draft
        return named if self._discourse.among(draft.unions, named.unions) else draft

    def _numbers(self, draft: Draft, sentence: SentenceMentions) -> list[int]:
        """The numbers that a further sentence tells of a draft: none of a list's item that does not name the draft,
        which tells a measure beside it."""
        discourse = self._discourse
        if sentence.in_list and self.recalled(sentence.text) is not draft:
            return []
        return discourse.of(sentence, *AMOUNTS)

    def finished(self, acting: list[int]) -> list[Draft]:
        """The drafts as the whole article completes them; `acting` are the unions that acted last."""
        return Completion(self._discourse, self._audience, self.founded).completed(
            self._drafts, self.acting, acting, self.present
        )

    def _concepts(self, draft: Draft) -> set[str]:
        return self._audience.concepts(self._discourse, draft.groups)


def _extend(known: Draft, draft: Draft) -> None:
    for name in ("groups", "places", "amounts", "dates", "cues", "partners"):
        target: list[object] = getattr(known, name)
        target.extend(item for item in getattr(draft, name) if item not in target)
