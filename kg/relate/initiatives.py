"""Initiatives: what acting unions did, for whom, where, when and how much, sentence by sentence.

Guarantees: every draft that is returned has at least one evidence sentence outside speech and at least
one acting union: its own, the one that acted last in the article, or the one that a later sentence
names (大赛由…主办); a named programme is one draft however often the article names it; numbers, groups and
places come from the sentences that speak of the draft.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import FormMatcher, words
from kg.recognise.programmes import core, plain_name
from kg.recognise.sentences import Stretch
from kg.relate.actors import ActorFinder, Actors
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.drafts import LATER_PARAGRAPHS, Draft, DraftBook

__all__ = ["InitiativeFinder"]

LONGEST_TITLE = 30
LONGEST_ALIAS = 40
SHORTEST_TITLE = 6
TEAM_WITHIN = 12
"""Characters of a sentence within which its subject stands."""
PREPOSITIONS = "为向给对"
MARKS = "，。；：！？、“”—（） \n"
ADJACENT = 2
"""Characters between two names of one list (“甲”“乙”等活动); what follows is said of all of them."""
AMOUNTS = (MentionType.QUANTITY, MentionType.MONEY)


class InitiativeFinder:
    """Finds the initiatives of one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")
        self._verbs = FormMatcher({verb: kind for kind, listed in table["verbs"].items() for verb in words(listed)})
        self._actors = ActorFinder(lexicon)
        self._not_done = words(table["not_done"]["words"])
        self._future = words(table["not_done"]["future"])
        self._goods = FormMatcher({noun: noun for noun in words(table["goods"]["nouns"])})
        self._weights: dict[str, float] = table["worth"]
        self._topics = words(table["ellipsis"]["topics"])
        self._teams = words(table["ellipsis"]["teams"])
        self._further = words(table["ellipsis"]["further"])
        self._generic = frozenset(words(lexicon.table("groups")["generic"]))

    def drafts(self, discourse: Discourse) -> list[Draft]:
        """The initiatives of an article in text order."""
        book = DraftBook(discourse, self._generic)
        acting: list[int] = []
        for sentence in discourse.sentences:
            if sentence.is_speech or sentence.is_sign_off or sentence.stretch.end <= discourse.article.body:
                continue
            actors = self._actors.actors(discourse, sentence)
            if not actors.unions and actors.told_by:
                actors.unions = actors.told_by
            if actors.unions:
                acting = actors.unions
            self._sentence(discourse, sentence, actors, acting, book)
        self._headline(discourse, book)
        return book.finished(acting)

    def _sentence(
        self,
        discourse: Discourse,
        sentence: SentenceMentions,
        actors: Actors,
        acting: list[int],
        book: DraftBook,
    ) -> None:
        programmes = [
            i
            for i in discourse.of(sentence, MentionType.PROGRAMME)
            if not sentence.in_speech(discourse.mentions[i].begin)
        ]
        unions = actors.unions or ([] if actors.others_lead else acting)
        inherited = not actors.unions
        topic = any(word in sentence.text[:14] for word in self._topics)
        if programmes:
            for draft in self._named(discourse, sentence, programmes, actors, unions, inherited):
                book.add_named(draft)
            self._measures_beside(discourse, sentence, programmes, actors, unions, inherited, book)
        elif actors.parts and topic and (about := book.about(sentence.text)) is not None:
            book.attach(about, sentence, actors)
        elif actors.through_officers and book.current is not None and book.current.paragraph == sentence.paragraph:
            book.attach(book.current, sentence, actors)
        elif topic and inherited and book.current is not None and not self._is_measure(
            discourse, sentence, sentence.stretch
        ):
            book.attach(book.current, sentence, actors)
        elif unions:
            self._plain(discourse, sentence, actors, unions, inherited, book)

    def _named(
        self,
        discourse: Discourse,
        sentence: SentenceMentions,
        programmes: list[int],
        actors: Actors,
        unions: list[int],
        inherited: bool,
    ) -> Iterable[Draft]:
        """One draft a programme that a sentence names; numbers go to the nearest name before them."""
        positions = [discourse.mentions[i].begin for i in programmes]
        for place, index in enumerate(programmes):
            mention = discourse.mentions[index]
            begin = sentence.stretch.begin if place == 0 else positions[place]
            end = next(
                (
                    later
                    for before, later in zip(programmes[place:], positions[place + 1 :], strict=False)
                    if later - discourse.mentions[before].end > ADJACENT
                ),
                sentence.stretch.end,
            )
            quoted = core(mention)
            draft = Draft(
                name=mention.label or plain_name(mention.text),
                named=True,
                evidence=[sentence.stretch],
                unions=list(unions),
                partners=list(actors.partners),
                aliases=[quoted] if quoted != mention.label else [],
                cues=[mention.text],
                inherited=inherited,
                rule=mention.rule,
                paragraph=sentence.paragraph,
                position=mention.begin,
            )
            self._fill(discourse, sentence, draft, Stretch(begin, end))
            yield draft

    def _plain(
        self,
        discourse: Discourse,
        sentence: SentenceMentions,
        actors: Actors,
        unions: list[int],
        inherited: bool,
        book: DraftBook,
    ) -> None:
        """What a sentence does without naming it: a new draft, or more of the one before."""
        done = self._done(discourse, sentence)
        if not done:
            self._goes_on(discourse, sentence, actors, inherited, book)
            return
        further = any(sentence.text.startswith(word) for word in self._further)
        team = any(word in sentence.text[:TEAM_WITHIN] for word in self._teams)
        runs = self._measures(discourse, sentence, done)
        for place, run in enumerate(runs):
            own = [(clause, verb, kind) for clause, verb, kind in done if run.begin <= clause.begin < run.end]
            stretch = run if len(runs) > 1 else sentence.stretch
            draft = self._draft(discourse, sentence, stretch, own, unions, actors, inherited or place > 0)
            self._fill(discourse, sentence, draft, run)
            if (
                place == 0
                and inherited
                and not further
                and book.continues(draft, team=team)
                and not self._is_measure(discourse, sentence, run)
            ):
                book.attach(book.current or draft, sentence, actors)
            elif place > 0 or self._worth(discourse, sentence, draft, {kind for _, _, kind in own}, further):
                book.add(draft)
            else:
                self._goes_on(discourse, sentence, actors, inherited, book)

    def _draft(
        self,
        discourse: Discourse,
        sentence: SentenceMentions,
        stretch: Stretch,
        done: list[tuple[Stretch, str, str]],
        unions: list[int],
        actors: Actors,
        inherited: bool,
    ) -> Draft:
        """A draft without a name, of the clauses that state something done."""
        return Draft(
            name=self._title(discourse, done, unions),
            named=False,
            evidence=[stretch],
            unions=list(unions),
            partners=list(actors.partners),
            aliases=self._clauses(discourse, done),
            cues=[verb for _, verb, _ in done],
            inherited=inherited,
            rule="action-sentence",
            paragraph=sentence.paragraph,
            position=stretch.begin,
        )

    def _measures_beside(
        self,
        discourse: Discourse,
        sentence: SentenceMentions,
        programmes: list[int],
        actors: Actors,
        unions: list[int],
        inherited: bool,
        book: DraftBook,
    ) -> None:
        """Clauses that hand out a number of something to a group, in a sentence that names a programme elsewhere."""
        for clause in sentence.clauses:
            named = any(clause.begin <= discourse.mentions[i].begin < clause.end for i in programmes)
            if named or not unions or not self._is_measure(discourse, sentence, clause):
                continue
            done = [one for one in self._done(discourse, sentence) if one[0] == clause]
            if done:
                draft = self._draft(discourse, sentence, clause, done, unions, actors, inherited)
                self._fill(discourse, sentence, draft, clause)
                book.add_beside(draft)

    def _measures(
        self,
        discourse: Discourse,
        sentence: SentenceMentions,
        done: list[tuple[Stretch, str, str]],
    ) -> list[Stretch]:
        """The parts of a sentence that each hand out a number of something to a group of their own."""
        begins = [sentence.stretch.begin]
        for clause, _, _ in done:
            if (
                clause.begin > begins[-1]
                and self._is_measure(discourse, sentence, clause)
                and self._has_own(discourse, sentence, Stretch(begins[-1], clause.begin))
            ):
                begins.append(clause.begin)
        ends = [*begins[1:], sentence.stretch.end]
        return [Stretch(begin, end) for begin, end in zip(begins, ends, strict=True)]

    def _is_measure(self, discourse: Discourse, sentence: SentenceMentions, stretch: Stretch) -> bool:
        """Whether a stretch gives a number of goods, or money, to a group that it names."""
        inside = [discourse.mentions[i] for i in discourse.inside(sentence.indexes, stretch.begin, stretch.end)]
        text = discourse.text[stretch.begin : stretch.end]
        gives = any(kind == "give" for _, _, kind in self._verbs.matches(text))
        goods = any(
            m.type is MentionType.MONEY or (m.type is MentionType.QUANTITY and m.concept == "goods") for m in inside
        )
        return gives and goods and any(m.type is MentionType.GROUP for m in inside)

    def _has_own(self, discourse: Discourse, sentence: SentenceMentions, stretch: Stretch) -> bool:
        """Whether a stretch names a group or a number of its own."""
        return any(
            discourse.mentions[i].type in (MentionType.GROUP, *AMOUNTS)
            for i in discourse.inside(sentence.indexes, stretch.begin, stretch.end)
        )

    def _goes_on(
        self,
        discourse: Discourse,
        sentence: SentenceMentions,
        actors: Actors,
        inherited: bool,
        book: DraftBook,
    ) -> None:
        """A sentence without an initiative of its own, behind one in the same paragraph, tells more of it."""
        if not inherited or book.current is None:
            return
        distance = sentence.paragraph - book.current.paragraph
        if distance > (LATER_PARAGRAPHS if book.current.named else 0):
            return
        groups = [
            i for i in discourse.of(sentence, MentionType.GROUP) if discourse.mentions[i].concept not in self._generic
        ]
        told = bool(groups or self._goods.matches(sentence.text))
        book.attach(book.current, sentence, actors, people_only=not told)

    def _done(self, discourse: Discourse, sentence: SentenceMentions) -> list[tuple[Stretch, str, str]]:
        """(clause, verb, class of verb) of what a sentence states as done; nothing behind 表示 or 希望."""
        found: list[tuple[Stretch, str, str]] = []
        for clause in sentence.clauses:
            text = discourse.text[clause.begin : clause.end]
            if any(word in text for word in self._not_done):
                break
            found.extend(
                (clause, text[begin:end], kind)
                for begin, end, kind in self._verbs.matches(text)
                if not sentence.in_speech(clause.begin + begin)
                and not (end - begin == 1 and self._inside_name(discourse, sentence, clause.begin + begin))
            )
        return found

    def _inside_name(self, discourse: Discourse, sentence: SentenceMentions, position: int) -> bool:
        return any(discourse.mentions[i].begin <= position < discourse.mentions[i].end for i in sentence.indexes)

    def _worth(
        self, discourse: Discourse, sentence: SentenceMentions, draft: Draft, classes: set[str], further: bool
    ) -> bool:
        """Whether a draft without a name says enough to be an initiative: the weights of ``worth`` in the lexicon."""
        weights = self._weights
        specific = any(discourse.mentions[i].concept not in self._generic for i in draft.groups)
        if any(word in sentence.text for word in self._future) and not specific and not draft.amounts:
            return False
        score = max(weights[kind] for kind in classes)
        score += weights["own_actor"] * (not draft.inherited) + weights["amount"] * bool(draft.amounts)
        score += weights["goods"] * bool(self._goods.matches(sentence.text)) + weights["further"] * further
        score += weights["specific_group"] if specific else weights["generic_group"] * bool(draft.groups)
        return score >= weights["enough"]

    def _fill(self, discourse: Discourse, sentence: SentenceMentions, draft: Draft, stretch: Stretch) -> None:
        """Groups, places, numbers and dates of a draft's part of the sentence; the sentence's where that has none."""
        inside = discourse.inside(sentence.indexes, stretch.begin, stretch.end)
        for target, type in ((draft.groups, MentionType.GROUP), (draft.dates, MentionType.DATE)):
            own = [i for i in inside if discourse.mentions[i].type is type]
            target.extend(own or discourse.of(sentence, type))
        draft.places.extend(discourse.free_places(sentence))
        draft.amounts.extend(i for i in inside if discourse.mentions[i].type in AMOUNTS)

    def _clauses(self, discourse: Discourse, done: list[tuple[Stretch, str, str]]) -> list[str]:
        """The clauses that state something done, as other names of a draft without a name."""
        texts = (discourse.text[clause.begin : clause.end] for clause, _, _ in done)
        return list(dict.fromkeys(plain_name(text).strip(MARKS)[:LONGEST_ALIAS] for text in texts))

    def _title(self, discourse: Discourse, done: list[tuple[Stretch, str, str]], unions: list[int]) -> str:
        """A short title in the text's words: the first telling verb's phrase, with what 为, 向 or 给 puts before it."""
        clause, verb, _ = next((one for one in done if one[2] != "support"), done[0])
        text = discourse.text[clause.begin : clause.end]
        at = text.find(verb)
        before = max((text.rfind(word, 0, at) for word in PREPOSITIONS), default=-1)
        title = text[before if before >= 0 else at :].strip(MARKS)
        if len(title) < SHORTEST_TITLE:
            actor = max((discourse.mentions[i].end for i in unions if clause.begin <= discourse.mentions[i].begin
                         and discourse.mentions[i].end < clause.end), default=clause.begin)
            title = discourse.text[actor : clause.end].strip(MARKS)
        return plain_name(title)[:LONGEST_TITLE]

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
                    draft.groups.extend(i for i in discourse.of(sentence, MentionType.GROUP) if not draft.groups)
