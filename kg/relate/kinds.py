"""The kind of an initiative, from the words of its name, its sentences and the groups that it is for.

Guarantees: a kind of ``kinds.ttl``; every cue counts with the weights of ``lexicons/kinds.toml``: more where the
kind is called so than where a word only hints at it, most at the end of the name, less the farther from
the clause that states it; cues inside names of unions, bodies, people, places and groups are none; ties
go to the scheme's alphabetical order; ``other`` where no cue stands, and what reaches over many kinds (十件实事).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import FormMatcher, words
from kg.recognise.programmes import plain_name
from kg.relate.discourse import HIDDEN, NAMES, Discourse
from kg.relate.drafts import Draft

__all__ = ["KindClassifier"]

TITLE_BEGIN = 4
"""Characters of a name that find the clause which states it."""


class Cue(NamedTuple):
    """A word that speaks for kinds: each with the weight of the word."""

    kinds: tuple[tuple[str, float], ...]


class KindClassifier:
    """Chooses kinds. Building one reads the lexicons once."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("kinds")
        self._places: dict[str, float] = table["place"]
        self._groups: dict[str, dict[str, float]] = table["groups"]
        self._weak: dict[str, float] = table["weak"]
        self._as_called: float = table["called"]["weight"]
        self._name_weight: float = table["cue"]["name"]
        founded = lexicon.table("actions")["founded"]
        self._founding: float = table["founding"]["weight"]
        self._founded_before, self._founded_after = words(founded["before"]), words(founded["after"])
        cues: dict[str, dict[str, float]] = {}
        for name, kind in lexicon.kinds.items():
            if kind.hidden:
                for word in kind.hidden:
                    cues.setdefault(word, {})[name] = table["cue"]["hint"]
                for word in (kind.label, *kind.alternatives):
                    cues.setdefault(word, {})[name] = table["cue"]["name"]
        self._matcher = FormMatcher({word: Cue(tuple(sorted(kinds.items()))) for word, kinds in cues.items()})

    def kind(self, draft: Draft, discourse: Discourse) -> str:
        """The kind that the cues speak for most."""
        scores: dict[str, float] = {}
        for place, text in self._texts(draft, discourse):
            for name, weight in self._told(text, place == "name").items():
                scores[name] = scores.get(name, 0.0) + weight * self._places[place]
        if not scores and not draft.groups:
            return "other"
        concepts = {discourse.mentions[i].concept for i in draft.groups}
        for concept in concepts:
            for name, weight in self._groups.get(concept, {}).items():
                scores[name] = scores.get(name, 0.0) + weight * 2 / (1 + len(concepts))
        if self._founds_union(draft, discourse):
            scores["organising"] = scores.get("organising", 0.0) + self._founding
        called = self._called(draft, discourse)
        for name, factor in self._weak.items():
            if name in scores and len(scores) > 1:
                scores[name] *= max(factor, self._as_called) if name in called else factor
        return max(sorted(scores), key=lambda kind: scores[kind]) if scores else "other"

    def _called(self, draft: Draft, discourse: Discourse) -> set[str]:
        """The kinds that a name ends with what such an initiative is called (…驿站送清凉慰问活动)."""
        matches = self._matcher.matches(_without_names(draft.name, discourse)) if draft.named else []
        return {name for name, weight in matches[-1].value.kinds if weight >= self._name_weight} if matches else set()

    def _founds_union(self, draft: Draft, discourse: Discourse) -> bool:
        """Whether the clause that states a draft founds a union (成立某某工会联合会)."""
        stretch = draft.evidence[0]
        begin, end = _clause(discourse, draft, stretch.begin, stretch.end)
        return any(
            discourse.text.endswith(self._founded_before, 0, mention.begin)
            or discourse.text.startswith(self._founded_after, mention.end)
            for mention in discourse.mentions
            if mention.type is MentionType.UNION and begin <= mention.begin and mention.end <= end
        )

    def _told(self, text: str, is_name: bool) -> dict[str, float]:
        """What a text speaks for: each kind with its strongest cue; in a name the last cue counts for more."""
        matches = self._matcher.matches(text)
        found: dict[str, float] = {}
        for number, match in enumerate(matches):
            last = is_name and number == len(matches) - 1
            factor = self._places["head"] / self._places["name"] if last else 1.0
            for name, weight in match.value.kinds:
                found[name] = max(found.get(name, 0.0), weight * factor)
        return found

    def _texts(self, draft: Draft, discourse: Discourse) -> Iterator[tuple[str, str]]:
        """The texts that tell of a draft, each with its place, names in them hidden."""
        body = discourse.article.body
        hidden = discourse.hidden
        yield "name", _without_names(_said(draft), discourse)
        first = True
        for stretch in draft.evidence:
            text = hidden[stretch.begin : stretch.end]
            if stretch.end <= body:
                yield "headline", text
                continue
            if not first:
                yield "more", text
                continue
            first = False
            begin, end = _clause(discourse, draft, stretch.begin, stretch.end)
            yield "clause", hidden[begin:end]
            yield "sentence", hidden[stretch.begin : begin] + HIDDEN + hidden[end : stretch.end]


def _said(draft: Draft) -> str:
    """A draft's name; of a title in the text's words what stands from its verb on (送上礼包, not to whom)."""
    if draft.named:
        return draft.name
    begins = [begin for verb in draft.cues if (begin := draft.name.find(verb)) >= 0]
    return draft.name[min(begins, default=0) :]


def _clause(discourse: Discourse, draft: Draft, begin: int, end: int) -> tuple[int, int]:
    """The clause of a stretch that names a draft or gave it its title; the whole stretch where none does."""
    for sentence in discourse.sentences:
        if not sentence.stretch.begin <= begin < sentence.stretch.end:
            continue
        for clause in sentence.clauses:
            text = discourse.text[clause.begin : clause.end]
            if begin <= clause.begin < end and draft.name[:TITLE_BEGIN] in plain_name(text):
                return clause.begin, clause.end
    return begin, end


def _without_names(name: str, discourse: Discourse) -> str:
    for mention in discourse.mentions:
        if mention.type in NAMES and mention.text in name and mention.text != name:
            name = name.replace(mention.text, HIDDEN * len(mention.text))
    return name
