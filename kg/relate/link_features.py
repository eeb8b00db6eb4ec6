"""What can be seen of an initiative and something else that its article names: whether the two belong together.

Guarantees: pure; one row for each draft and each candidate (all the mentions that mean one group or place), with what
holds (1.0) and counts; drafts and candidates in the order given. The names of features are those that the trees in
``kg/models/relations`` were fitted with. That rules chose a candidate is one feature among others.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.recognise.matching import alternation, words
from kg.recognise.sentences import Stretch
from kg.relate.deeds import DeedReader
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft
from kg.relate.link_scene import FAR, Context, LinkScene, SeenCandidate, ToldDraft, seen_candidate, told_draft

__all__ = ["Candidates", "LinkFeatures", "LinkRow", "Special"]

NEAR_PARAGRAPHS = 2
MANY, LONG_ARTICLE = 10, 1500
"""What counts as 1 where a number is told as a share."""
BEFORE, BEHIND = 8, 12
"""Characters before and behind a mention that are looked at."""


class Candidates(NamedTuple):
    """What may belong to the drafts of an article."""

    mentions: Mapping[str, list[int]]
    """By key (a group's concept, a place's sort and name), the mentions that mean it, in text order."""
    chosen: Sequence[frozenset[str]]
    """For each draft, the keys that rules chose."""
    only: Mapping[str, frozenset[int]] = {}
    """Of keys that some drafts alone are looked at beside: the places of these drafts."""


class LinkRow(NamedTuple):
    """One draft (its place among the drafts), one candidate, and what can be seen of the two."""

    draft: int
    key: str
    mentions: list[int]
    features: dict[str, float]


Special = Callable[[LinkScene, int, str, dict[str, float]], None]
"""Adds what one kind of candidates alone shows: of an article, a draft's place, a key."""


class LinkFeatures:
    """Sees drafts beside candidates. Building one reads the lexicons once."""

    def __init__(self, lexicon: Lexicon, deeds: DeedReader) -> None:
        self._deeds = deeds
        table = lexicon.table("relations")
        self._before = [
            (name, re.compile(rf"(?:{alternation(listed)})$")) for name, listed in sorted(table["before"].items())
        ]
        self._behind = [(name, re.compile(alternation(listed))) for name, listed in sorted(table["behind"].items())]
        self._toward = re.compile(alternation(lexicon.table("groups")["one_person"]["toward"]))
        self._prepositions = re.compile("[为向给]")
        self._takes_part = words(table["takes_part"]["words"])

    def rows(
        self,
        discourse: Discourse,
        drafts: Sequence[Draft],
        kinds: Sequence[str],
        candidates: Candidates,
        special: Special,
    ) -> Iterator[LinkRow]:
        """The rows of an article's drafts, which are of `kinds`."""
        begins = [sentence.stretch.begin for sentence in discourse.sentences]
        of_kind = frozenset(i for indexes in candidates.mentions.values() for i in indexes)
        contexts = {
            key: [self._context(discourse, index, begins, of_kind) for index in indexes]
            for key, indexes in candidates.mentions.items()
        }
        scene = LinkScene(discourse, drafts, kinds, contexts, begins)
        seen = {key: seen_candidate(scene, found) for key, found in contexts.items()}
        for place, draft in enumerate(drafts):
            chosen = candidates.chosen[place]
            shared = self._of_draft(scene, place, draft, chosen)
            told = told_draft(scene, place)
            for key, candidate in seen.items():
                if key in candidates.only and place not in candidates.only[key]:
                    continue
                features = {**shared, **candidate.features, "chosen": key in chosen}
                _add_pair(scene, told, candidate, features)
                special(scene, place, key, features)
                for crossed, name, other in CROSSED:
                    if features.get(name) and features.get(other):
                        features[crossed] = 1.0
                yield LinkRow(
                    place,
                    key,
                    [context.mention for context in candidate.contexts],
                    {name: value for name, value in features.items() if value},
                )

    def _context(self, discourse: Discourse, index: int, begins: list[int], of_kind: frozenset[int]) -> Context:
        place = max(0, bisect_right(begins, discourse.mentions[index].begin) - 1)
        # Names are covered: which place or person stands beside a mention says nothing.
        mention, sentence, text = discourse.mentions[index], discourse.sentences[place], discourse.hidden
        clause = next((one for one in sentence.clauses if one.begin <= mention.begin < one.end), sentence.stretch)
        before = text[max(0, mention.begin - BEFORE) : mention.begin].replace("\n", "，")
        behind = text[mention.end : mention.end + BEHIND].replace("\n", "，")
        earlier, later = text[clause.begin : mention.begin], text[mention.end : clause.end]
        found = [f"behind {name}" for name, pattern in self._before if pattern.search(before)]
        found += [f"before {name}" for name, pattern in self._behind if pattern.match(behind)]
        found += [f"behind {before[-2:]}", f"behind {before[-1:]}", f"before {behind[:2]}", f"before {behind[:1]}"]
        if self._toward.search(earlier):
            found.append("toward")
        if self._prepositions.search(earlier):
            found.append("preposition")
        if mention.begin - clause.begin <= 1:
            found.append("opens clause")
        verbs = self._deeds.verbs(discourse, sentence, Stretch(clause.begin, mention.begin))
        if verbs:
            begin, end, kind = verbs[-1]
            found += [f"behind deed {kind}", f"behind verb {discourse.text[clause.begin + begin : clause.begin + end]}"]
        verbs = self._deeds.verbs(discourse, sentence, Stretch(mention.end, clause.end))
        if verbs:
            found.append(f"before deed {verbs[0].value}")
        if any(word in later[:BEHIND] for word in self._takes_part):
            found.append("takes part")
        inside = discourse.inside(of_kind.intersection(sentence.indexes), clause.begin, clause.end)
        found.append(f"in clause {min(len(inside), 4)}")
        said = sentence.in_speech(mention.begin)
        told, elsewhere = (
            tuple(f"{'said' if said else where} {name}" for name in found) for where in ("told", "elsewhere")
        )
        return Context(index, mention.begin, place, sentence.paragraph, said, clause, told, elsewhere)

    def _of_draft(self, scene: LinkScene, place: int, draft: Draft, chosen: frozenset[str]) -> dict[str, float]:
        """What holds for every candidate of a draft."""
        told = scene.told_in(place)
        return {
            f"kind {scene.kinds[place]}": 1,
            "named": draft.named,
            "inherited": draft.inherited,
            "told apart": draft.told_apart,
            "first draft": place == 0,
            "last draft": place == len(scene.drafts) - 1,
            "only draft": len(scene.drafts) == 1,
            "draft": min(place, FAR),
            "drafts": min(len(scene.drafts), MANY) / MANY,
            "has measures": any(other.parent is draft for other in scene.drafts),
            "is measure": draft.parent is not None,
            "none chosen": not chosen,
            "number chosen": min(len(chosen), 6),
            "number told": min(len(told), FAR) / FAR,
            "candidates": min(len(scene.contexts), MANY) / MANY,
            "only candidate": len(scene.contexts) == 1,
            "article": min(len(scene.discourse.text), LONG_ARTICLE) / LONG_ARTICLE,
        }


def _add_pair(scene: LinkScene, told: ToldDraft, seen: SeenCandidate, features: dict[str, float]) -> None:
    """Adds where the candidate is named, seen from the told."""
    text, contexts = scene.discourse.text, seen.contexts
    first, home, paragraph, parent = told.first, told.home, told.paragraph, told.draft.parent
    sentences = [context.sentence for context in contexts]
    distance = min(abs(sentence - other) for sentence in sentences for other in told.homes)
    after = min((sentence - home for sentence in sentences if sentence >= home), default=FAR)
    before = min((home - sentence for sentence in sentences if sentence <= home), default=FAR)
    features.update(
        {
            "in first sentence": any(first.begin <= context.begin < first.end for context in contexts),
            "in evidence": told.place in seen.telling,
            f"distance {min(distance, 4)}": 1,
            f"after {min(after, FAR)}": 1,
            f"ahead {min(before, FAR)}": 1,
            "same paragraph": any(context.paragraph == paragraph for context in contexts),
            "paragraph behind": any(0 < one.paragraph - paragraph <= NEAR_PARAGRAPHS for one in contexts),
            "in name": any(
                m.text in told.draft.name or (m.label and m.label in told.draft.name) for m in seen.mentions
            ),
            "in other name": any(m.text in alias for m in seen.mentions for alias in told.draft.aliases),
            "in measure": not told.measures.isdisjoint(seen.telling),
            "in programme": parent is not None and any(parent.tells_at(context.begin) for context in contexts),
            "in other": len(seen.telling) > (told.place in seen.telling),
            "in first draft": told.place > 0 and 0 in seen.telling,
            "nearest": told.place in seen.nearest,
            "nearest all": all(one == told.place for one in seen.nearest),
        }
    )
    for context, tellers in zip(contexts, seen.tellers, strict=True):
        inside = told.place in tellers
        where = "said" if context.said else "told" if inside else "elsewhere"
        features.update(dict.fromkeys(context.told if inside else context.elsewhere, 1))
        clause = context.clause
        if any(clause.begin <= begin < context.begin for begin in told.unions):
            features[f"{where} behind union"] = 1
        if any(clause.begin <= name.begin and name.end <= clause.end for name in told.names):
            features[f"{where} beside name"] = 1
        if any(cue in text[clause.begin : clause.end] for cue in told.draft.cues):
            features[f"{where} beside cue"] = 1


CROSSED = tuple(
    (f"{name} & {other}", name, other)
    for name in ("in first sentence", "in evidence", "in headline", "in lead", "same paragraph", "chosen")
    for other in ("named", "first draft", "generic", "doer", "others in evidence", "is measure", "in other")
)
"""Features of which each pair counts apart, under a name of its own."""
