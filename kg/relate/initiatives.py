"""Initiatives: what acting unions did, for whom, where, when and how much, sentence by sentence.

Guarantees: every draft that is returned has at least one evidence sentence outside speech and at least
one acting union: its own, the one that acted last in the article, or the one that a later sentence
names (大赛由…主办), or for a named programme one that is there; only a named programme may be left without one,
for another article to give; a named programme is one draft however often the article names it, unless other unions
tell their own; numbers, groups and places come from the sentences that speak of the draft.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.collective_unions import COLLECTIVE
from kg.recognise.matching import words
from kg.recognise.programmes import core
from kg.recognise.sentences import Stretch
from kg.relate.actors import ActorFinder, Actors
from kg.relate.audience import Audience
from kg.relate.continuations import Continuations
from kg.relate.deeds import AMOUNTS, Deed, DeedReader, Telling
from kg.relate.details import DetailReader
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.drafts import LATER_PARAGRAPHS, Draft, DraftBook
from kg.relate.measures_apart import MeasuresApart
from kg.relate.named_drafts import NamedDrafts
from kg.relate.naming import EventNames
from kg.relate.references import References

__all__ = ["InitiativeFinder"]

SUBJECT_WITHIN = 14
"""Characters of a sentence within which its subject stands."""


class InitiativeFinder:
    """Finds the initiatives of one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        ellipsis = lexicon.table("actions")["ellipsis"]
        self._editions = words(ellipsis["editions"])
        self._topics = words(ellipsis["topics"])
        self._teams = words(ellipsis["teams"])
        self._meanwhile = words(ellipsis["meanwhile"])
        self._names = EventNames(lexicon)
        self._actors = ActorFinder(lexicon)
        self._deeds = DeedReader(lexicon)
        self._references = References(lexicon)
        self._details = DetailReader(lexicon, self._references)
        self._audience = Audience(lexicon)
        self._apart = MeasuresApart(lexicon)
        self._named = NamedDrafts(self._references, self._deeds)
        self._continuations = Continuations(lexicon, self._deeds, self._audience, self._references)

    def drafts(self, discourse: Discourse) -> list[Draft]:
        """The initiatives of an article in text order."""
        book = DraftBook(discourse, self._audience, self._names)
        acting = discourse.headline_unions()
        for sentence in self._parts(discourse):
            actors = self._actors.actors(discourse, sentence)
            told = not actors.unions and bool(actors.told_by)
            if told:
                actors.unions = actors.told_by
            book.founded.update(actors.founded)
            book.present = book.present or actors.present
            if actors.unions:
                before = book.acting[-1][1] if book.acting else []
                actors.unions = self._with_their_federation(discourse, sentence, before, actors.unions)
                if actors.beside_subject:
                    actors.unions = [*discourse.of_one_name(acting), *actors.unions]
                acting = _that_go_on(actors) or acting or actors.unions
                book.acting.append((sentence.stretch.begin, actors.unions))
            unions = actors.unions or ([] if actors.others_lead else acting)
            if not actors.unions:
                _note_who_acts(discourse, sentence, unions, actors)
            self._sentence(Telling(discourse, sentence, actors, unions, not actors.unions, told), book)
        self._headline(discourse, book)
        return book.finished(acting)

    def _parts(self, discourse: Discourse) -> Iterable[SentenceMentions]:
        """The sentences that may tell something."""
        return (sentence for sentence in discourse.sentences if not _tells_nothing(discourse, sentence))

    def _with_their_federation(
        self, discourse: Discourse, sentence: SentenceMentions, before: list[int], unions: list[int]
    ) -> list[int]:
        """全市各级工会 behind 市总工会: they carry on with what it began, unless something else begins (与此同时)."""
        places = {mention.begin for mention in discourse.mentions if mention.type is MentionType.PLACE}
        of_here = all(
            discourse.mentions[i].rule == COLLECTIVE and discourse.mentions[i].begin not in places for i in unions
        )
        if not of_here or sentence.text.startswith(self._meanwhile):
            return unions
        return [*discourse.of_one_name(before), *unions]

    def _about(self, sentence: SentenceMentions, book: DraftBook) -> Draft | None:
        return book.about(sentence.text, first=sentence.text.startswith(self._editions))

    def _sentence(self, telling: Telling, book: DraftBook) -> None:
        """Adds what one sentence tells to the book."""
        discourse, sentence, actors = telling.discourse, telling.sentence, telling.actors
        programmes = [
            i
            for i in discourse.of(sentence, MentionType.PROGRAMME)
            if not sentence.in_speech(discourse.mentions[i].begin)
            and not (book.current and self._named.only_points(telling, i))
        ]
        begin = sentence.text[:SUBJECT_WITHIN]
        topic = any(word in begin for word in self._topics)
        hosts = actors.parts and (topic or "由" in begin)
        recalled = book.recalled(sentence.text)
        defined = recalled is not None and self._references.defines(sentence)
        if recalled is not None and not programmes:
            book.current = recalled
            topic = True
        if programmes:
            for draft, stretch in self._named.drafts(telling, programmes):
                self._fill(telling, draft, stretch)
                if telling.inherited:
                    draft.unions = discourse.of_one_name(draft.unions)
                book.add_named(draft)
            self._measures_beside(telling, programmes, book)
        elif hosts and (about := self._about(sentence, book)) is not None:
            book.attach(about, sentence, actors)
        elif self._only_says_more(telling, book.current):
            self._attach(telling, book)
        elif self._is_apart(telling, book):
            self._apart_from(telling, book)
        elif recalled is not None and defined:
            book.attach(recalled, sentence, actors)
        elif (about := self._about(sentence, book)) is not None and self._details.says_who_set_up(telling, about):
            book.attach(about, sentence, replace(actors, parts=True))
        elif about is not None and self._continuations.goes_back(telling, book.current, about):
            if self._references.adds_up_round(sentence) and not actors.others_lead:
                about = book.programme_of(about)
            given = self._continuations.giving(telling, about) if about.unions else actors
            book.attach(about, sentence, given)
        elif book.current is not None and self._continuations.says_how_far(
            telling, book.current, recalled=recalled is book.current
        ):
            told = (discourse.mentions[i] for i in self._audience.groups(discourse, sentence))
            others = not book.current.named and any(not self._audience.is_general(group) for group in told)
            book.attach(book.current, sentence, Actors(), people_only=others)
        elif book.current is not None and self._continuations.only_tells_more(
            telling, topic, book.current, recalled=recalled is book.current
        ):
            book.attach(book.current, sentence, actors)
        elif self._continuations.contributes(telling, book.current):
            return
        elif telling.unions:
            self._plain(telling, book)
        else:
            self._goes_on(telling, book)

    def _only_says_more(self, telling: Telling, current: Draft | None) -> bool:
        """Whether a sentence says whom what was told is for, or what the short one before it only names."""
        headed = self._details.is_headed(telling, current) and not self._apart.begins_with_field(telling.sentence)
        return headed or self._details.says_for_whom(telling, current)

    def _attach(self, telling: Telling, book: DraftBook) -> None:
        """Adds what a sentence tells to what it is about."""
        if (about := self._about(telling.sentence, book)) is not None:
            book.attach(about, telling.sentence, Actors())

    def _is_apart(self, telling: Telling, book: DraftBook) -> bool:
        """Whether a sentence behind an initiative tells a measure of its own."""
        if book.current is None or not telling.unions:
            return False
        return bool(self._apart.reason(telling, self._deeds.deeds(telling), book.current))

    def _apart_from(self, telling: Telling, book: DraftBook) -> None:
        """Adds the measure that a sentence tells beside or behind the current draft."""
        stretch = telling.sentence.stretch
        draft = self._deeds.draft(telling, stretch, self._deeds.deeds(telling), inherited=telling.inherited)
        self._fill(telling, draft, stretch)
        telling.discourse.note("apart", *stretch)
        if book.current is not None and book.current.named:
            book.add_beside(draft)
        else:
            book.add(draft)

    def _measures_beside(self, telling: Telling, programmes: list[int], book: DraftBook) -> None:
        """Clauses that hand out a number of something to a group, or do so many of something else, in a sentence that
        names a programme elsewhere."""
        mentions = telling.discourse.mentions
        told = self._deeds.deeds(telling) if telling.unions else []
        for clause in telling.sentence.clauses:
            deeds = [deed for deed in told if deed.clause == clause]
            if not deeds or any(clause.begin <= mentions[i].begin < clause.end for i in programmes):
                continue
            gives = self._deeds.is_measure(telling, clause) and self._details.is_beside(telling, clause)
            behind = any(mentions[i].end <= clause.begin for i in programmes)
            if not gives and not (behind and self._deeds.is_beside(telling, deeds[0])):
                continue
            if not self._deeds.sums_up(telling.discourse, clause):
                draft = self._deeds.draft(telling, clause, deeds, inherited=telling.inherited)
                self._fill(telling, draft, clause)
                book.add_beside(draft)

    def _plain(self, telling: Telling, book: DraftBook) -> None:
        """What a sentence does without naming it: a new draft, or more of the one before."""
        deeds = self._deeds.deeds(telling)
        if not deeds:
            telling.discourse.note("no-deed", *telling.sentence.stretch)
            self._goes_on(telling, book)
            return
        if self._only_details(telling, deeds, book):
            return
        runs = self._deeds.measures(telling, deeds)
        for place, run in enumerate(runs):
            own = [deed for deed in deeds if run.begin <= deed.clause.begin < run.end]
            if not own:
                continue
            stretch = run if len(runs) > 1 else telling.sentence.stretch
            draft = self._deeds.draft(telling, stretch, own, inherited=telling.inherited or place > 0)
            self._fill(telling, draft, run)
            if place > 0:
                book.add(draft)
            else:
                self._first(telling, draft, run, own, book)

    def _only_details(self, telling: Telling, deeds: list[Deed], book: DraftBook) -> bool:
        """Whether a sentence only details what was told before, and so was added to it."""
        if (
            self._details.attends(telling, deeds)
            or self._details.is_story(telling, deeds)
            or self._details.goes_on_speaking(telling)
            or self._details.adds_nothing(telling, book.current)
        ):
            self._goes_on(telling, book)
            return True
        if book.current is None or not self._details.is_within(telling, deeds, book.current):
            return False
        book.attach(book.current, telling.sentence, self._continuations.giving(telling, book.current))
        return True

    def _first(self, telling: Telling, draft: Draft, run: Stretch, deeds: list[Deed], book: DraftBook) -> None:
        """The sentence's first draft: it may only go on with the one before, or not be worth one."""
        team = any(word in telling.sentence.text[:SUBJECT_WITHIN] for word in self._teams)
        continues = telling.inherited and not self._deeds.begins_anew(telling.sentence)
        continues = continues and book.continues(draft, team=team) and not self._deeds.is_measure(telling, run)
        if continues and book.current is not None:
            book.attach(book.current, telling.sentence, telling.actors)
        elif self._deeds.is_worth(telling, draft, deeds):
            book.add(draft)
        else:
            telling.discourse.note("too-little", *telling.sentence.stretch, *(deed.verb for deed in deeds))
            self._goes_on(telling, book)

    def _goes_on(self, telling: Telling, book: DraftBook) -> None:
        """A sentence without an initiative of its own, not far behind one, tells more of it."""
        current, sentence = book.current, telling.sentence
        if not telling.inherited or current is None:
            telling.discourse.note("adds-nothing", *sentence.stretch)
            return
        if sentence.paragraph - current.paragraph > (LATER_PARAGRAPHS if current.named else 0):
            telling.discourse.note("adds-nothing", *sentence.stretch)
            return
        groups = [telling.discourse.mentions[i].concept for i in self._audience.groups(telling.discourse, sentence)]
        told = any(group not in self._audience.generic for group in groups) or self._deeds.names_goods(sentence)
        book.attach(current, sentence, telling.actors, people_only=not told)

    def _fill(self, telling: Telling, draft: Draft, stretch: Stretch) -> None:
        """Groups, places, numbers and dates of a draft's part of the sentence; the sentence's where that has none."""
        discourse, sentence = telling.discourse, telling.sentence
        inside = discourse.inside(sentence.indexes, stretch.begin, stretch.end)
        groups, dates = self._audience.groups(discourse, sentence), discourse.of(sentence, MentionType.DATE)
        for target, told in ((draft.groups, groups), (draft.dates, dates)):
            target.extend([i for i in told if i in inside] or told)
        for mention in (discourse.mentions[i] for i in groups if i not in draft.groups):
            discourse.note("group-of-other-part", mention.begin, mention.end, draft.name)
        draft.places.extend(discourse.free_places(sentence))
        draft.amounts.extend(i for i in inside if discourse.mentions[i].type in AMOUNTS)

    def _headline(self, discourse: Discourse, book: DraftBook) -> None:
        """A headline that names a programme of the body is evidence for it."""
        for sentence in discourse.sentences:
            if sentence.stretch.end > discourse.article.body:
                break
            for index in discourse.of(sentence, MentionType.PROGRAMME):
                mention = discourse.mentions[index]
                draft = book.known((mention.label, core(mention)))
                if draft is not None:
                    draft.evidence.append(sentence.stretch)
                    draft.groups.extend(i for i in self._audience.groups(discourse, sentence) if not draft.groups)


def _that_go_on(actors: Actors) -> list[int]:
    """The unions of a sentence that act in what follows: none that only guides or is founded."""
    return [i for i in actors.unions if i not in {*actors.guides, *actors.founded}]


def _tells_nothing(discourse: Discourse, sentence: SentenceMentions) -> bool:
    """Whether a sentence is speech, a sign-off or a headline, from which no initiative is read."""
    reasons = {
        "speech": sentence.is_speech,
        "sign-off": sentence.is_sign_off,
        "headline": sentence.stretch.end <= discourse.article.body,
    }
    rule = next((rule for rule, holds in reasons.items() if holds), None)
    if rule is not None:
        discourse.note(rule, *sentence.stretch)
    return rule is not None


def _note_who_acts(discourse: Discourse, sentence: SentenceMentions, unions: list[int], actors: Actors) -> None:
    """Record who acts in a sentence that names no actor."""
    rule = "inherited-actor" if unions else "others-lead" if actors.others_lead else "no-actor"
    discourse.note(rule, *sentence.stretch, *(discourse.mentions[i].text for i in unions))
