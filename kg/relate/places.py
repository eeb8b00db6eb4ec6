"""Where an initiative took place: venues and divisions that its sentences put it into.

Guarantees: pure; a place counts where a word of ``lexicons/settings.toml`` puts something there (在某馆举行,
来到某工地, 到甲市和乙市), never as part of a name, as where people come from or work (在某市务工的人); a body
counts where somebody goes there or something happens in it; a sentence that says 这里, 现场 or goes on with
the scene takes the place that the article named last. Nothing is said where the text names no place:
`resolve` then takes the jurisdiction of the union that ran it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import alternation, words
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.drafts import Draft

__all__ = ["PlaceReader", "Scene"]

NAMES = (MentionType.UNION, MentionType.ORGANIZATION)
MARKS = frozenset("，,；;")
LONGEST_LEAD = 8
"""Characters of a clause that may stand before the place with which its scene opens (初夏的某广场)."""
DAY = len("2031-01-18")
SURE = 0.6
"""Confidence above which a date is a day; a festival's name is not."""
LEAD = 8
"""Characters before a place in which the word that puts something there must stand."""
LIST = 60
"""Characters of a list of places somebody goes to that may stand before one of them (来到甲站、乙工地、丙广场)."""
SENTENCES = 2
"""How many of the sentences that tell of an initiative are asked for its place."""


class Setting(NamedTuple):
    """Places of one list, and whether they are where something happens or only begin a clause."""

    places: tuple[int, ...]
    stated: bool


class Scene(NamedTuple):
    """A sentence, its settings, and where it is told: the last setting up to it."""

    sentence: SentenceMentions
    settings: list[Setting]
    places: tuple[int, ...]
    """None where a sentence between tells of other times and places."""
    here: tuple[int, ...]
    """What 这里 means: the last setting with a venue, else the last."""
    since: int
    """The paragraph that names `places`."""
    day: int | None
    """The last mention of a day before this sentence."""

    def tells_of(self, draft: Draft) -> bool:
        """Whether a draft's evidence stands in this sentence."""
        begin, end = self.sentence.stretch
        return any(begin <= stretch.begin < end for stretch in draft.evidence)


class PlaceReader:
    """Reads the places of drafts. Building one reads the lexicons once."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("settings")
        before = {kind: alternation(listed) for kind, listed in table["before"].items()}
        near = alternation(table["between"]["near"])
        self._before = {kind: re.compile(rf"(?:{listed})(?:{near})*$") for kind, listed in before.items()}
        item = "[^，。；：“”、]{1,16}"
        self._listed = re.compile(rf"(?:{before['to']})(?:{near})*(?:(?:{item}、){{1,6}}|{item}——)$")
        self._join = re.compile(rf"(?:{alternation(table['between']['joins'])})?(?:{near})*")
        self._within = words(table["within"]["words"])
        self._sites = words(table["within"]["sites"])
        self._scene = words(table["scene"]["words"])
        self._inside = words(table["scene"]["inside"])
        self._scene_within: int = table["scene"]["within"]
        self._people = re.compile(rf"(?:{alternation(table['people']['words'])})[^，。；]{{0,8}}的")
        self._disaster = re.compile(rf"[^，。；]{{0,4}}(?:{alternation(table['aided']['words'])})")
        self._guides = re.compile(rf"(?:{alternation(table['guides']['words'])})")
        self._members = words(table["people"]["members"])
        self._here = words(table["here"]["words"])
        self._elsewhere = words(table["elsewhere"]["words"])

    def scenes(self, discourse: Discourse) -> list[Scene]:
        """The sentences of an article's body, each with its settings and the places that it may point back to."""
        found: list[Scene] = []
        scene: tuple[int, ...] = ()
        here: tuple[int, ...] = ()
        since, day = -1, None
        for sentence in discourse.sentences:
            if sentence.stretch.end <= discourse.article.body:
                continue
            settings = self._settings(discourse, sentence)
            if settings:
                scene, since = settings[-1].places, sentence.paragraph
                venues = [setting for setting in settings if _has_venue(discourse, setting)]
                here = venues[-1].places if venues else here or scene
            elif any(word in sentence.text for word in self._elsewhere):
                scene = ()
            found.append(Scene(sentence, settings, scene, here, since, day))
            dates = [i for i in discourse.of(sentence, MentionType.DATE) if discourse.mentions[i].confidence > SURE]
            days = [i for i in dates if len(discourse.mentions[i].concept) == DAY]
            day = days[-1] if days else day
        return found

    def places(self, draft: Draft, discourse: Discourse, scenes: list[Scene]) -> tuple[int, ...]:
        """Mentions of the places of a draft, in text order; none where the text names none."""
        told = [scene for scene in scenes if scene.tells_of(draft)]
        for scene in told[:SENTENCES]:
            found = _up_to_venue(discourse, [setting for setting in scene.settings if setting.stated])
            if found:
                return _one_each(discourse, (index for setting in found for index in setting.places))
        if told and any(word in told[0].sentence.text for word in self._here):
            return _one_each(discourse, told[0].here)
        return _one_each(discourse, told[0].places) if told and self._goes_on(discourse, told[0], draft) else ()

    def day(self, draft: Draft, scenes: list[Scene]) -> int | None:
        """The day of the scene with which a draft's first sentence goes on, where it says so (演出间隙, 活动现场)."""
        told = next((scene for scene in scenes if scene.tells_of(draft)), None)
        goes_on = told is not None and any(word in told.sentence.text for word in self._here)
        return told.day if told is not None and goes_on else None

    def hosts_first(self, draft: Draft, discourse: Discourse) -> tuple[int, ...]:
        """The unions of a draft, each once: those that ran it before those that only guided it."""
        unions = dict.fromkeys(draft.unions)
        guides = {i for i in unions if self._guides.match(discourse.text, discourse.mentions[i].end)}
        return tuple(sorted(unions, key=lambda i: i in guides))

    def _goes_on(self, discourse: Discourse, scene: Scene, draft: Draft) -> bool:
        """Whether a sentence goes on at the place that was named before, without a word that says so."""
        sentence = scene.sentence
        own_time = draft.named or scene.since != sentence.paragraph or discourse.of(sentence, MentionType.DATE)
        return not own_time and not any(word in sentence.text for word in self._elsewhere)

    def _settings(self, discourse: Discourse, sentence: SentenceMentions) -> list[Setting]:
        """The lists of places of a sentence that say where something happens."""
        candidates = _outermost(discourse, sentence)
        found: list[Setting] = []
        for chain in self._chains(discourse, candidates):
            setting = self._setting(discourse, sentence, chain)
            if setting is not None:
                found.append(setting)
        return found

    def _chains(self, discourse: Discourse, candidates: list[int]) -> list[list[int]]:
        """Places that stand side by side or in one list."""
        chains: list[list[int]] = []
        for index in candidates:
            mention = discourse.mentions[index]
            if chains:
                last = discourse.mentions[chains[-1][-1]]
                between = discourse.text[last.end : mention.begin]
                if len(between) <= 4 and self._join.fullmatch(between) and between != "，":
                    chains[-1].append(index)
                    continue
            chains.append([index])
        return chains

    def _setting(self, discourse: Discourse, sentence: SentenceMentions, chain: list[int]) -> Setting | None:
        first, last = discourse.mentions[chain[0]], discourse.mentions[chain[-1]]
        text = discourse.text
        if sentence.in_speech(first.begin) or self._people.match(text, last.end, sentence.stretch.end):
            return None
        begin = sentence.stretch.begin
        lead = text[max(begin, first.begin - LEAD) : first.begin]
        kinds = {kind for kind, pattern in self._before.items() if pattern.search(lead)}
        if lead.endswith(("、", "——")) and self._listed.search(text, max(begin, first.begin - LIST), first.begin):
            kinds.add("to")
        within = text.startswith(self._within, last.end) or text[last.end : last.end + 1] in MARKS
        if "whose" in kinds and not _is_body(first):
            return Setting(tuple(chain), True)
        if self._of_people(discourse, last.end):
            return None
        bodies = [i for i in chain if _is_body(discourse.mentions[i])]
        within |= any(discourse.mentions[i].text.endswith(self._sites) for i in bodies)
        stricken = "aid" in kinds and self._disaster.match(text, last.end) is not None
        if kinds & {"to", "visit"} or ("at" in kinds and (within or not bodies)) or stricken:
            return Setting(tuple(chain), True)
        places = [i for i in chain if i not in bodies]
        if "at" in kinds and places:
            return Setting(tuple(places), True)
        clause = next((one for one in sentence.clauses if one.begin <= first.begin < one.end), None)
        if clause is None or first.begin - clause.begin > LONGEST_LEAD:
            return None
        venue = not bodies and not last.concept and first.begin == clause.begin
        behind = text[last.end : min(sentence.stretch.end, last.end + self._scene_within)]
        if venue or behind.startswith(self._inside) or any(word in behind for word in self._scene):
            return Setting(tuple(chain), False)
        return None

    def _of_people(self, discourse: Discourse, end: int) -> bool:
        """Whether a place is only whose people these are: 某医院的职工, 某县农民工, 某队队员."""
        end += discourse.text.startswith("的", end)
        if discourse.text.startswith(self._members, end):
            return True
        return any(mention.type is MentionType.GROUP and mention.begin == end for mention in discourse.mentions)


def _is_body(mention: Mention) -> bool:
    return mention.type is MentionType.ORGANIZATION


def _outermost(discourse: Discourse, sentence: SentenceMentions) -> list[int]:
    """Places and bodies of a sentence that are no part of another name; a division that opens a venue's name stays."""
    mentions = discourse.mentions
    found = discourse.of(sentence, MentionType.PLACE, MentionType.ORGANIZATION)
    names = discourse.of(sentence, *NAMES)
    names += [i for i in discourse.of(sentence, MentionType.PROGRAMME) if mentions[i].concept]
    return [
        i
        for i in found
        if not any(
            other != i and mentions[other].begin <= mentions[i].begin and mentions[i].end <= mentions[other].end
            for other in names
        )
    ]


def _up_to_venue(discourse: Discourse, settings: list[Setting]) -> list[Setting]:
    """All settings; behind one with a venue, those alone that name one too."""
    kept: list[Setting] = []
    for setting in settings:
        if _has_venue(discourse, setting) or not any(_has_venue(discourse, before) for before in kept):
            kept.append(setting)
    return kept


def _has_venue(discourse: Discourse, setting: Setting) -> bool:
    return any(not discourse.mentions[i].concept or _is_body(discourse.mentions[i]) for i in setting.places)


def _one_each(discourse: Discourse, places: Iterable[int]) -> tuple[int, ...]:
    """One mention a place, in text order."""
    by_place: dict[str, int] = {}
    for index in places:
        mention = discourse.mentions[index]
        by_place.setdefault(mention.concept if not _is_body(mention) and mention.concept else mention.text, index)
    return tuple(sorted(by_place.values()))
