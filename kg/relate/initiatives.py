"""Initiatives: what acting unions did, for whom, where, when and how much, sentence by sentence.

Guarantees: every initiative has at least one evidence sentence outside speech and at least one acting
union (its own, or the one that acted last in the same article); a named programme is one draft however
often the article names it; numbers, groups and places come from the clauses of the draft.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import FormMatcher, words
from kg.recognise.programmes import core, plain_name
from kg.recognise.sentences import Stretch
from kg.relate.actors import ActorFinder, Actors
from kg.relate.discourse import Discourse, SentenceMentions

__all__ = ["Draft", "InitiativeFinder"]

LONGEST_TITLE = 30


@dataclass
class Draft:
    """An initiative under construction. Lists hold indexes of mentions."""

    name: str
    named: bool
    evidence: list[Stretch]
    unions: list[int]
    partners: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    amounts: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)
    parent: Draft | None = None
    inherited: bool = False
    """Whether the acting union comes from an earlier sentence."""
    rule: str = ""
    paragraph: int = 0


class InitiativeFinder:
    """Finds the initiatives of one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")
        self._verbs = FormMatcher({verb: kind for kind, listed in table["verbs"].items() for verb in words(listed)})
        self._actors = ActorFinder(lexicon)
        self._ellipsis = words(table["ellipsis"]["subjects"])
        self._not_done = words(table["not_done"]["words"])
        self._goods = FormMatcher({noun: noun for noun in words(table["goods"]["nouns"])})
        self._speakers = words(table["not_done"]["speakers"])

    def drafts(self, discourse: Discourse) -> list[Draft]:
        """The initiatives of an article in text order."""
        drafts: list[Draft] = []
        named: dict[str, Draft] = {}
        acting: list[int] = []
        for sentence in discourse.sentences:
            if sentence.is_speech:
                continue
            actors = self._actors.actors(discourse, sentence)
            inherited = not actors.unions
            if actors.unions:
                acting = actors.unions
            unions = actors.unions or ([] if actors.others_lead else acting)
            for draft in self._of_sentence(discourse, sentence, actors, unions, inherited):
                known = self._known(named, draft) if draft.named else self._continued(discourse, drafts, draft)
                if known is not None:
                    _merge(known, draft)
                    continue
                if draft.named:
                    for key in _keys(draft):
                        named.setdefault(key, draft)
                drafts.append(draft)
        return [draft for draft in drafts if draft.unions]

    def _of_sentence(
        self, discourse: Discourse, sentence: SentenceMentions, actors: Actors, unions: list[int], inherited: bool,
    ) -> list[Draft]:
        """The drafts of one sentence: one a named programme, and one of what its clauses do besides."""
        programmes = [i for i in discourse.of(sentence, MentionType.PROGRAMME)
                      if not sentence.in_speech(discourse.mentions[i].begin)]
        named = [self._named(discourse, sentence, index, unions, actors, inherited) for index in programmes]
        plain = self._plain(discourse, sentence, programmes, unions, actors, inherited)
        if named and plain:
            for draft in plain:
                draft.parent = named[0]
        if len(named) == 1 and not plain:
            self._fill(discourse, sentence, named[0], sentence.stretch)
        else:
            for draft in named:
                self._fill(discourse, sentence, draft, self._clauses_of(sentence, draft.evidence[0], plain))
        for draft in named:
            draft.evidence = [sentence.stretch]
        return named + plain

    def _named(
        self, discourse: Discourse, sentence: SentenceMentions, index: int, unions: list[int], actors: Actors, inherited: bool,
    ) -> Draft:
        mention = discourse.mentions[index]
        return Draft(
            name=mention.label or plain_name(mention.text), named=True,
            evidence=[Stretch(mention.begin, mention.end)], unions=list(unions), partners=list(actors.partners),
            aliases=[core(mention)] if core(mention) != mention.label else [], cues=[mention.text],
            inherited=inherited, rule=mention.rule, paragraph=sentence.paragraph,
        )

    def _plain(
        self, discourse: Discourse, sentence: SentenceMentions, programmes: list[int], unions: list[int],
        actors: Actors, inherited: bool,
    ) -> list[Draft]:
        """Drafts of clauses that do something without naming it."""
        if not unions:
            return []
        runs: list[list[Stretch]] = []
        cues: list[list[str]] = []
        for clause in sentence.clauses:
            if sentence.in_speech(clause.begin + 1):
                continue
            has_programme = any(clause.begin <= discourse.mentions[i].begin < clause.end for i in programmes)
            verbs = self._done(discourse, sentence, clause)
            if has_programme or not verbs:
                continue
            if runs and not self._new_object(discourse, sentence, clause):
                runs[-1].append(clause)
                cues[-1].extend(verbs)
            else:
                runs.append([clause])
                cues.append(verbs)
        drafts = []
        for run, found in zip(runs, cues, strict=True):
            stretch = Stretch(run[0].begin, run[-1].end)
            draft = Draft(
                name=self._title(discourse, run[0], unions), named=False, evidence=[stretch], unions=list(unions),
                partners=list(actors.partners), cues=found, inherited=inherited, rule="action-clause",
                paragraph=sentence.paragraph,
            )
            self._fill(discourse, sentence, draft, stretch)
            if self._worth(discourse, draft, found):
                drafts.append(draft)
        return drafts

    def _done(self, discourse: Discourse, sentence: SentenceMentions, clause: Stretch) -> list[str]:
        """The action verbs of a clause, none where it says what somebody wishes or says."""
        text = discourse.text[clause.begin:clause.end]
        if any(word in text for word in self._not_done):
            return []
        return [text[begin:end] for begin, end, _ in self._verbs.matches(text)]

    def _new_object(self, discourse: Discourse, sentence: SentenceMentions, clause: Stretch) -> bool:
        """Whether a clause brings a number or a group of its own."""
        inside = discourse.inside(sentence.indexes, clause.begin, clause.end)
        return any(discourse.mentions[i].type in (MentionType.QUANTITY, MentionType.MONEY) for i in inside)

    def _worth(self, discourse: Discourse, draft: Draft, verbs: list[str]) -> bool:
        """Whether a draft without a name says enough to be an initiative: whom it is for, or how much."""
        text = discourse.text[draft.evidence[0].begin:draft.evidence[0].end]
        classes = {kind for _, _, kind in self._verbs.matches(text)}
        goods = bool(self._goods.matches(text))
        groups = [i for i in draft.groups if discourse.mentions[i].concept not in ("worker", "enterprise")]
        if classes & {"give", "visit"}:
            return bool(groups or draft.amounts or goods)
        if classes & {"hold", "build", "fund", "support"}:
            return bool(draft.amounts or (groups and not draft.inherited))
        return False

    def _fill(self, discourse: Discourse, sentence: SentenceMentions, draft: Draft, stretch: Stretch) -> None:
        """Groups, places, numbers and dates of a draft's clauses; the sentence's where they have none."""
        inside = discourse.inside(sentence.indexes, stretch.begin, stretch.end)
        for target, types in ((draft.groups, (MentionType.GROUP,)), (draft.places, (MentionType.PLACE,)),
                              (draft.dates, (MentionType.DATE,))):
            own = [i for i in inside if discourse.mentions[i].type in types]
            target.extend(own or discourse.of(sentence, *types))
        draft.amounts.extend(i for i in inside if discourse.mentions[i].type in (MentionType.QUANTITY, MentionType.MONEY))

    def _clauses_of(self, sentence: SentenceMentions, name: Stretch, plain: list[Draft]) -> Stretch:
        """The sentence up to where a draft without a name takes over."""
        begins = [draft.evidence[0].begin for draft in plain if draft.evidence[0].begin > name.end]
        return Stretch(sentence.stretch.begin, min(begins, default=sentence.stretch.end))

    def _title(self, discourse: Discourse, clause: Stretch, unions: list[int]) -> str:
        """A short title in the text's own words: the clause behind its actor."""
        begin = max([discourse.mentions[i].end for i in unions if clause.begin <= discourse.mentions[i].begin
                     and discourse.mentions[i].end < clause.end], default=clause.begin)
        text = discourse.text[begin:clause.end].strip("，。；：！？、“”—（） \n")
        return plain_name(text)[:LONGEST_TITLE] or plain_name(discourse.text[clause.begin:clause.end])[:LONGEST_TITLE]

    def _known(self, named: dict[str, Draft], draft: Draft) -> Draft | None:
        for key in _keys(draft):
            if key in named:
                return named[key]
        for key in _keys(draft):
            for known, other in named.items():
                if len(key) >= 4 and len(known) >= 4 and (key in known or known in key):
                    return other
        return None

    def _continued(self, discourse: Discourse, drafts: list[Draft], draft: Draft) -> Draft | None:
        """The draft just before, where this one only goes on with it: same paragraph, nothing new."""
        if not drafts or not draft.inherited:
            return None
        last = drafts[-1]
        same_groups = {discourse.mentions[i].concept for i in draft.groups} <= {discourse.mentions[i].concept for i in last.groups}
        if last.paragraph == draft.paragraph and same_groups and not draft.amounts:
            return last
        return None


def _keys(draft: Draft) -> list[str]:
    return [re.sub(r"^(?:20\d\d年度?)", "", plain_name(name)) for name in (draft.name, *draft.aliases) if name]


def _merge(known: Draft, draft: Draft) -> None:
    """Adds what another sentence says of the same initiative."""
    known.evidence.extend(draft.evidence)
    if known.inherited and not draft.inherited:
        known.unions, known.partners, known.inherited = draft.unions, draft.partners, False
    for name in ("groups", "places", "amounts", "dates", "cues"):
        target = getattr(known, name)
        target.extend(item for item in getattr(draft, name) if item not in target)
    if draft.named:
        for alias in (draft.name, *draft.aliases):
            if alias != known.name and alias not in known.aliases:
                known.aliases.append(alias)
        if not known.named:
            known.named = True


def is_people(mention: Mention) -> bool:
    """Whether a quantity counts people."""
    return mention.measure is not None and mention.measure.unit in ("名", "人", "人次", "位", "户", "对")
