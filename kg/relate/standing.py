"""How an initiative stands: carried out, under way, announced, called for or past, and the word that shows it.

Guarantees: pure; reads only the sentences that state the draft, never the headline or speech; a word counts in
the clause that names the initiative or holds its verb, in one before it that goes on there without a subject of
its own (将开展…，举办…), or as a time that stands before the whole sentence (接下来，…). What is told as a deed
without any such word was carried out. A launch of which the text says that it goes on is under way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import MentionType, Standing
from kg.recognise.matching import words
from kg.recognise.programmes import plain_name
from kg.recognise.sentences import Stretch
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.drafts import Draft
from kg.relate.standing_cues import Cue, CueFinder

__all__ = ["Reading", "StandingReader"]

ADVERBIAL = 6
"""Characters, marks included, that a clause may have beside a word of time and still be nothing more."""
TITLE_BEGIN = 4
"""Characters of a title that find the clause which it was taken from."""
GOES_ON = (Standing.UNDER_WAY, Standing.ANNOUNCED)
LASTING = (Standing.ANNOUNCED, Standing.CALLED_FOR)
"""What one clause says of the next too, as long as that has no subject of its own."""


class Reading(NamedTuple):
    """A standing and the words that show it."""

    standing: Standing
    cue: str


class Statement(NamedTuple):
    """The clause of a sentence that states an initiative, and where in it the initiative's name or verb stands."""

    sentence: SentenceMentions
    clauses: tuple[Stretch, ...]
    """Of the whole sentence, up to a full stop."""
    place: int
    """Index of the clause."""
    begin: int
    end: int
    verb: str
    """The verb, with a 了 behind it; empty where it is a name."""

    @property
    def clause(self) -> Stretch:
        """The clause that states the initiative."""
        return self.clauses[self.place]


class Judgement(NamedTuple):
    """What one statement shows. A `deed` is told without any word that says how it stands."""

    reading: Reading
    deed: bool
    launch: bool
    statement: Statement
    fosters: bool = False
    """Whether it only tells that a name is fostered (持续擦亮“…”品牌)."""


class StandingReader:
    """Reads how initiatives stand. Building one reads the lexicons once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = CueFinder(lexicon)
        self._launches = frozenset(words(lexicon.table("standing")["started"]["verbs"]))
        self._fostering = frozenset(words(lexicon.table("actions")["verbs"]["promote"]))
        self._learnt = words(lexicon.table("actions")["told"]["learnt"])

    def reading(self, draft: Draft, discourse: Discourse) -> Reading:
        """How a draft stands by all its sentences; carried out, without a word, where none states it."""
        judged = [
            judgement
            for statement in _statements(draft, discourse, self._cues)
            if (judgement := self._judge(statement, discourse)) is not None
        ]
        judged = [one for one in judged if not one.fosters] or judged
        told = [one for one in judged if not one.deed] or judged
        if not told:
            return Reading(Standing.CARRIED_OUT, "")
        best = min(told, key=lambda one: one.reading.standing.rank)
        deeds = [one for one in judged if one.deed]
        if best.reading.standing is Standing.PAST and deeds:
            best = deeds[0]
        carried = [one for one in judged if one.reading.standing is Standing.CARRIED_OUT]
        if best in carried and all(one.launch for one in carried):
            return self._goes_on(best, draft, discourse) or best.reading
        return best.reading

    def _judge(self, statement: Statement, discourse: Discourse) -> Judgement | None:
        """What a statement shows; None where it does no more than mention a name."""
        verbs = self._cues.verbs(discourse, statement.sentence, statement.clause)
        launch = any(verb.rstrip("了") in self._launches for _, verb in verbs)
        cue = self._cue(statement, discourse)
        if cue is not None and cue.standing is not None:
            fosters = cue.standing is Standing.UNDER_WAY and self._fosters(statement, verbs)
            return Judgement(Reading(cue.standing, cue.text), False, launch, statement, fosters)
        if not verbs:
            return None
        verb = statement.verb or min(verbs, key=lambda one: abs(one[0] - statement.begin))[1]
        return Judgement(Reading(Standing.CARRIED_OUT, verb), True, launch, statement)

    def _fosters(self, statement: Statement, verbs: list[tuple[int, str]]) -> bool:
        """Whether the last verb before a name tells no deed (深化, 擦亮)."""
        before = [verb for at, verb in verbs if at < statement.begin]
        return not statement.verb and bool(before) and before[-1] in self._fostering

    def _cue(self, statement: Statement, discourse: Discourse) -> Cue | None:
        """The word that decides: of a time to come or gone, else the nearest that says how it stands, else any."""
        own = self._own(statement, discourse)
        times = [cue for cue in own if cue.when] or self._time_before(statement, discourse)
        elsewhere = [cue for cue in times if cue.standing not in (Standing.CARRIED_OUT, None)]
        said = _nearest(statement, [cue for cue in own if not cue.when])
        if elsewhere and not (said is not None and said.standing is Standing.CALLED_FOR):
            return elsewhere[0]
        done = self._done(statement)
        if said is not None and not (done is not None and said.standing is Standing.UNDER_WAY):
            return said
        return done or said or self._lasting(statement, discourse) or next(iter(times), None)

    def _own(self, statement: Statement, discourse: Discourse) -> list[Cue]:
        """The cues of the clause itself: before the verb, or on either side of a name."""
        return [
            cue
            for cue in self._cues.cues(discourse, statement.sentence, statement.clause)
            if (
                not self._cues.tells_of_others(discourse, statement.clause, cue, statement.begin)
                if cue.end <= statement.begin
                else not statement.verb and cue.begin >= statement.end
            )
        ]

    def _done(self, statement: Statement) -> Cue | None:
        if not self._cues.is_done(statement.verb):
            return None
        return Cue(statement.begin, statement.end, Standing.CARRIED_OUT, statement.verb, False)

    def _time_before(self, statement: Statement, discourse: Discourse) -> list[Cue]:
        """The last time that stands by itself before the clause; none where it says when somebody was told."""
        for clause in reversed(statement.clauses[: statement.place]):
            text = discourse.text[clause.begin : clause.end]
            if any(word in text for word in self._learnt):
                return []
            cues = [cue for cue in self._cues.cues(discourse, statement.sentence, clause) if cue.when]
            if not cues:
                continue
            idle = not self._cues.verbs(discourse, statement.sentence, clause) and not _has_subject(clause, discourse)
            frames = idle and (cues[-1].end >= clause.end - 1 or cues[0].begin <= clause.begin + 1)
            if frames or len(text) - (cues[-1].end - cues[-1].begin) <= ADVERBIAL:
                return [cue for cue in cues if cue.standing is not None]
        return []

    def _lasting(self, statement: Statement, discourse: Discourse) -> Cue | None:
        """What an earlier clause announces or calls for, where none between has a subject or a deed of its own."""
        if _has_subject(statement.clause, discourse) or (
            not statement.verb and statement.begin - statement.clause.begin <= 1
        ):
            return None
        for clause in reversed(statement.clauses[: statement.place]):
            cues = [cue for cue in self._cues.cues(discourse, statement.sentence, clause) if not cue.when]
            if cues and (cues[-1].standing is not Standing.UNDER_WAY or _has_subject(clause, discourse)):
                return cues[-1] if cues[-1].standing in LASTING else None
            verbs = self._cues.verbs(discourse, statement.sentence, clause)
            if any(self._cues.is_done(verb) for _, verb in verbs) or _has_subject(clause, discourse):
                return None
        return None

    def _goes_on(self, launch: Judgement, draft: Draft, discourse: Discourse) -> Reading | None:
        """The word behind a launch that says that it goes on (启动，将持续…), in any sentence about it."""
        for sentence in _sentences(draft, discourse):
            for clause in sentence.clauses:
                if clause.begin < launch.statement.clause.end:
                    continue
                cues = self._cues.cues(discourse, sentence, clause)
                cue = next((cue for cue in cues if cue.standing in GOES_ON and not cue.when), None)
                if cue is not None:
                    return Reading(Standing.UNDER_WAY, cue.text)
        return None


def _nearest(statement: Statement, cues: list[Cue]) -> Cue | None:
    """The last cue before the name or verb, else the first behind it."""
    before = [cue for cue in cues if cue.end <= statement.begin]
    return before[-1] if before else next(iter(cues), None)


def _has_subject(clause: Stretch, discourse: Discourse) -> bool:
    """Whether a clause begins with a union or another body, or is nothing but a place (在某县，)."""
    for mention in discourse.mentions:
        if 0 <= mention.begin - clause.begin <= 1 and mention.end <= clause.end:
            if mention.type in (MentionType.UNION, MentionType.ORGANIZATION):
                return True
            if mention.type is MentionType.PLACE and clause.end - mention.end <= 1:
                return True
    return False


def _sentences(draft: Draft, discourse: Discourse) -> list[SentenceMentions]:
    """The sentences of the body in which a draft's evidence stands, in text order."""
    begins = {stretch.begin for stretch in draft.evidence if stretch.end > discourse.article.body}
    return [
        sentence
        for sentence in discourse.sentences
        if any(sentence.stretch.begin <= begin < sentence.stretch.end for begin in begins)
    ]


def _statements(draft: Draft, discourse: Discourse, cues: CueFinder) -> Iterator[Statement]:
    """Where a draft is stated: by its name in every sentence, by its verb in the one that tells of it first."""
    if not draft.named:
        yield from _statement_by_verb(draft, discourse, cues)
        return
    names = sorted({*draft.cues, *draft.aliases, draft.name}, key=lambda name: (-len(name), name))
    for sentence in _sentences(draft, discourse):
        text = discourse.text[: sentence.stretch.end]
        found = ((text.find(name, sentence.stretch.begin), name) for name in names if name)
        begin, name = next(((at, name) for at, name in found if at >= 0 and not sentence.in_speech(at)), (-1, ""))
        if begin >= 0:
            yield from _statement(discourse, sentence, begin, begin + len(name), "")


def _statement_by_verb(draft: Draft, discourse: Discourse, cues: CueFinder) -> Iterator[Statement]:
    """The verb of the clause that gave a draft without a name its title."""
    stretch, title = draft.evidence[0], draft.name[:TITLE_BEGIN]
    for sentence in _sentences(draft, discourse)[:1]:
        verbs, titled = [], []
        for clause in sentence.clauses:
            if stretch.begin <= clause.begin < stretch.end:
                found = cues.verbs(discourse, sentence, clause)
                verbs += found
                titled += found if title in plain_name(discourse.text[clause.begin : clause.end]) else []
        own = [(at, verb) for at, verb in titled or verbs if verb.startswith(tuple(draft.cues))]
        for at, verb in (own or titled or verbs)[:1]:
            yield from _statement(discourse, sentence, at, at + len(verb), verb)


def _statement(
    discourse: Discourse, sentence: SentenceMentions, begin: int, end: int, verb: str
) -> Iterator[Statement]:
    """The statement at a position, with the clauses of what a semicolon parts from it."""
    clauses = list(sentence.clauses)
    place = discourse.sentences.index(sentence)
    while place > 0 and discourse.sentences[place - 1].text.endswith("；"):
        place -= 1
        clauses[:0] = discourse.sentences[place].clauses
    index = next((i for i, clause in enumerate(clauses) if clause.begin <= begin < clause.end), None)
    if index is not None:
        yield Statement(sentence, tuple(clauses), index, begin, end, verb)
