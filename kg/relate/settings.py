"""Settings: the places into which the words of one sentence put what it tells.

Guarantees: pure; a place counts where a word of ``lexicons/settings.toml`` puts something there (在某馆举行,
来到某工地, 到甲市和乙市), never as part of a name, as where people come from or work (在某市务工的人); a body
counts where somebody goes there or something happens in it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import alternation, words
from kg.relate.discourse import Discourse, SentenceMentions

__all__ = ["Setting", "SettingReader", "is_body", "outermost"]

NAMES = (MentionType.UNION, MentionType.ORGANIZATION)
MARKS = frozenset("，,；;")
LONGEST_LEAD = 8
"""Characters of a clause that may stand before the place with which its scene opens (初夏的某广场)."""
LEAD = 18
"""Characters before a place in which the word that puts something there must stand."""
LONGEST_TOLD = 12
"""Characters of what is said of a place before its name (在某公司承建的某工地, 来到位于江边的某码头)."""
LONGEST_SITE = 8
"""Characters of a site without a name behind its place (某镇一家物流园里)."""
LIST = 60
"""Characters of a list of places somebody goes to that may stand before one of them (来到甲站、乙工地、丙广场)."""


class Setting(NamedTuple):
    """Places of one list, and whether they are where something happens or only begin a clause."""

    places: tuple[int, ...]
    stated: bool
    gone_to: bool = False
    """Whether somebody goes there (来到, 走进) or calls on it."""


class SettingReader:
    """Reads the settings of sentences. Building one reads the lexicon once."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("settings")
        before = {kind: alternation(listed) for kind, listed in table["before"].items()}
        near = alternation(table["between"]["near"])
        told = rf"(?:[^，。；：“”、的]{{1,{LONGEST_TOLD}}}的)?"
        self._before = {kind: re.compile(rf"(?:{listed})(?:{near})*{told}$") for kind, listed in before.items()}
        item = "[^，。；：“”、]{1,16}"
        self._listed = re.compile(rf"(?:{before['to']})(?:{near})*(?:(?:{item}、){{1,6}}|{item}——)$")
        self._join = re.compile(rf"(?:{alternation(table['between']['joins'])})?(?:{near})*")
        self._within = words(table["within"]["words"])
        self._sites = words(table["within"]["sites"])
        self._scene = words(table["scene"]["words"])
        self._inside = words(table["scene"]["inside"])
        counted, within = (alternation(table["scene"][name]) for name in ("counted", "site_ends"))
        self._one_site = re.compile(rf"的?一(?:{counted})[^，。；、]{{1,{LONGEST_SITE}}}?(?:{within})，")
        self._scene_within: int = table["scene"]["within"]
        self._people = re.compile(rf"(?:{alternation(table['people']['words'])})[^，。；]{{0,8}}的")
        self._disaster = re.compile(rf"[^，。；]{{0,4}}(?:{alternation(table['aided']['words'])})")
        self._members = words(table["people"]["members"])

    def settings(self, discourse: Discourse, sentence: SentenceMentions) -> list[Setting]:
        """The lists of places of a sentence that say where something happens."""
        candidates = outermost(discourse, sentence)
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
        if "whose" in kinds and not is_body(first):
            return Setting(tuple(chain), True)
        if self._of_people(discourse, last.end):
            return None
        bodies = [i for i in chain if is_body(discourse.mentions[i])]
        within |= any(discourse.mentions[i].text.endswith(self._sites) for i in bodies)
        stricken = "aid" in kinds and self._disaster.match(text, last.end) is not None
        if kinds & {"to", "visit", "stands"} or ("at" in kinds and (within or not bodies)) or stricken:
            return Setting(tuple(chain), True, bool(kinds & {"to", "visit"}))
        places = [i for i in chain if i not in bodies]
        if "at" in kinds and places:
            return Setting(tuple(places), True)
        clause = next((one for one in sentence.clauses if one.begin <= first.begin < one.end), None)
        if clause is None or first.begin - clause.begin > LONGEST_LEAD:
            return None
        venue = not bodies and not last.concept and first.begin == clause.begin
        behind = text[last.end : min(sentence.stretch.end, last.end + self._scene_within)]
        inside = behind.startswith(self._inside) or self._one_site.match(behind) is not None
        if venue or inside or any(word in behind for word in self._scene):
            return Setting(tuple(chain), False)
        return None

    def _of_people(self, discourse: Discourse, end: int) -> bool:
        """Whether a place is only whose people these are: 某医院的职工, 某县农民工, 某队队员."""
        end += discourse.text.startswith("的", end)
        if discourse.text.startswith(self._members, end):
            return True
        return any(mention.type is MentionType.GROUP and mention.begin == end for mention in discourse.mentions)


def is_body(mention: Mention) -> bool:
    return mention.type is MentionType.ORGANIZATION


def outermost(discourse: Discourse, sentence: SentenceMentions) -> list[int]:
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
