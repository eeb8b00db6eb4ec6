"""Where sentences put what they tell: venues and divisions, by rules.

Guarantees: pure; what a draft's own sentences say comes first (`settings`); where they name no venue, those on
which its next sentences follow the visitors, then those with which the article opens; a sentence that says 这里,
现场 or goes on with the scene takes the place that the article named last. Nothing is said where the text names no
place. What rules say is one thing among others that `place_links` looks at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import alternation, words
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.drafts import Draft
from kg.relate.settings import Setting, SettingReader, is_body

__all__ = ["PlaceReader", "Scene"]

DAY = len("2031-01-18")
SURE = 0.6
"""Confidence above which a date is a day; a festival's name is not."""
SENTENCES = 2
"""How many of the sentences that tell of an initiative are asked for its place."""
CALLS, CALLS_PARAGRAPHS = 4, 2
"""Sentences and paragraphs behind its first sentence in which calls on venues are still a draft's."""
OPENING = 4
"""Characters that may stand before the venue with which a sentence opens (走进某某中心)."""
OPENED = 2
"""Sentences behind an article's first one for which it sets the scene."""


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
        self._settings = SettingReader(lexicon)
        self._guides = re.compile(rf"(?:{alternation(table['guides']['words'])})")
        self._here = words(table["here"]["words"])
        self._elsewhere = words(table["elsewhere"]["words"])
        self._party = words(table["party"]["words"])

    def scenes(self, discourse: Discourse) -> list[Scene]:
        """The sentences of an article's body, each with its settings and the places that it may point back to."""
        found: list[Scene] = []
        scene: tuple[int, ...] = ()
        here: tuple[int, ...] = ()
        since, day = -1, None
        for sentence in discourse.sentences:
            if sentence.stretch.end <= discourse.article.body:
                continue
            settings = self._settings.settings(discourse, sentence)
            if settings:
                scene, since = settings[-1].places, sentence.paragraph
                venues = [setting for setting in settings if _has_venue(discourse, setting)]
                here = venues[-1].places if venues else here or scene
            elif self._is_elsewhere(sentence):
                scene = ()
            found.append(Scene(sentence, settings, scene, here, since, day))
            dates = [i for i in discourse.of(sentence, MentionType.DATE) if discourse.mentions[i].confidence > SURE]
            days = [i for i in dates if len(discourse.mentions[i].concept) == DAY]
            day = days[-1] if days else day
        return found

    def places(self, draft: Draft, discourse: Discourse, scenes: list[Scene]) -> tuple[int, ...]:
        """Mentions of the places of a draft, in text order; none where the text names none."""
        told = [place for place, scene in enumerate(scenes) if scene.tells_of(draft)]
        if not told:
            return ()
        found = self._own(discourse, [scenes[place] for place in told[:SENTENCES]])
        if not any(_has_venue(discourse, setting) for setting in found):
            found += self._called_on(discourse, scenes, told[0])
        if not found:
            found = self._opening(discourse, scenes, told[0])
        if found:
            return _one_each(discourse, (index for setting in found for index in setting.places))
        first = scenes[told[0]]
        if any(word in first.sentence.text for word in self._here):
            return _one_each(discourse, first.here)
        if self._goes_on(discourse, first, draft):
            return _one_each(discourse, first.places)
        return self.places(draft.parent, discourse, scenes) if draft.parent is not None else ()

    def _own(self, discourse: Discourse, told: list[Scene]) -> list[Setting]:
        """The settings that the first of a draft's sentences that has any states, or opens with a venue."""
        for scene in told:
            found = _up_to_venue(discourse, [setting for setting in scene.settings if setting.stated])
            if found:
                return found
        return [setting for setting in told[0].settings if _has_venue(discourse, setting)]

    def _called_on(self, discourse: Discourse, scenes: list[Scene], first: int) -> list[Setting]:
        """The venues to which the next sentences follow those who act: 慰问组一行先后来到…, 在某某公司，….

        A sentence that names a union tells of its own deed, unless it says who goes on.
        """
        found: list[Setting] = []
        for scene in scenes[first + 1 : first + 1 + CALLS]:
            sentence = scene.sentence
            if sentence.paragraph - scenes[first].sentence.paragraph > CALLS_PARAGRAPHS or self._is_elsewhere(sentence):
                break
            goes_on = any(word in sentence.text for word in self._party)
            acts = bool(discourse.of(sentence, MentionType.UNION))
            for setting in scene.settings:
                begin = discourse.mentions[setting.places[0]].begin - sentence.stretch.begin
                opens = begin <= OPENING and not acts and sentence.paragraph == scenes[first].sentence.paragraph
                follows = (setting.gone_to and goes_on) or (setting.stated and opens)
                if follows and _has_venue(discourse, setting):
                    found.append(setting)
        return found

    def _opening(self, discourse: Discourse, scenes: list[Scene], first: int) -> list[Setting]:
        """The venues with which the article's first sentences open, for what one of the next ones tells."""
        sentence = scenes[first].sentence
        if first > OPENED or self._is_elsewhere(sentence):
            return []
        opening = [scene for scene in scenes[:first] if scene.sentence.paragraph == sentence.paragraph]
        venues = ([one for one in scene.settings if _has_venue(discourse, one)] for scene in opening)
        return next((found for found in venues if found), [])

    def day(self, draft: Draft, scenes: Sequence[Scene]) -> int | None:
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
        return not own_time and not self._is_elsewhere(sentence)

    def _is_elsewhere(self, sentence: SentenceMentions) -> bool:
        return any(word in sentence.text for word in self._elsewhere)


def _up_to_venue(discourse: Discourse, settings: list[Setting]) -> list[Setting]:
    """All settings; behind one with a venue, those alone that name one too."""
    kept: list[Setting] = []
    for setting in settings:
        if _has_venue(discourse, setting) or not any(_has_venue(discourse, before) for before in kept):
            kept.append(setting)
    return kept


def _has_venue(discourse: Discourse, setting: Setting) -> bool:
    return any(not discourse.mentions[i].concept or is_body(discourse.mentions[i]) for i in setting.places)


def _one_each(discourse: Discourse, places: Iterable[int]) -> tuple[int, ...]:
    """One mention a place, in text order."""
    by_place: dict[str, int] = {}
    for index in places:
        mention = discourse.mentions[index]
        by_place.setdefault(mention.concept if not is_body(mention) and mention.concept else mention.text, index)
    return tuple(sorted(by_place.values()))
