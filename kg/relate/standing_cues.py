"""The words of a clause that show whether an initiative was carried out, is under way, announced, called for or past.

Guarantees: pure; words are those of ``lexicons/standing.toml``, the longest where they overlap; none stands in
speech, inside a name or in what tells of people and things (为即将返乡的职工); positions are view positions.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType, Standing
from kg.recognise.matching import FormMatcher, words
from kg.recognise.sentences import Stretch
from kg.relate.discourse import Discourse, SentenceMentions

__all__ = ["Cue", "CueFinder"]

NAMES = (MentionType.PROGRAMME, MentionType.UNION, MentionType.ORGANIZATION, MentionType.PERSON, MentionType.TITLE)
SURE_DATE = 0.6
"""Confidence above which a date says when the initiative was; a festival's name does not."""
DAY, YEAR = len("2031-01-18"), len("2031")


class Cue(NamedTuple):
    """A word, what it shows, and whether it says how the deed stands or only when it was."""

    begin: int
    end: int
    standing: Standing | None
    """None for a word that only begins a time of its own (今年)."""
    text: str
    when: bool


class CueFinder:
    """Finds cues and the verbs of deeds. Building one reads the lexicons once."""

    def __init__(self, lexicon: Lexicon) -> None:
        table, actions = lexicon.table("standing"), lexicon.table("actions")
        forms: dict[str, tuple[Standing | None, bool] | None] = {}
        for when, section in ((False, table["said"]), (True, table["when"])):
            for name, listed in section.items():
                forms |= {word: (None if name == "now" else Standing(name), when) for word in words(listed)}
        self._bare = frozenset(words(table["before_verb"]["words"]))
        self._calls = table["calls"]["word"]
        forms |= dict.fromkeys(self._bare, (Standing.ANNOUNCED, False))
        forms[self._calls] = (Standing.CALLED_FOR, False)
        forms |= dict.fromkeys(words(table["other"]["words"]))
        self._forms = FormMatcher(forms)
        verbs = {verb for listed in actions["verbs"].values() for verb in words(listed)}
        goods = dict.fromkeys(words(actions["goods"]["nouns"]), "")
        self._verbs = FormMatcher({**goods, **{verb: verb for verb in verbs}})
        self._nouns = frozenset(words(table["before_verb"]["nouns"]))
        self._noun_before = frozenset(words(table["before_verb"]["noun_before"]))
        self._hands_over = words(table["before_verb"]["hands_over"])
        self._callers = words(table["calls"]["behind"])
        self._done = words(table["done"]["behind"])
        self._long_ago = words(table["years"]["long_ago"])
        self._since = words(table["years"]["since"])
        self._kept = words(table["kept"]["words"])
        self._attributive = words(table["attributive"]["begin"])
        self._attributive_end = table["attributive"]["end"]

    def cues(self, discourse: Discourse, sentence: SentenceMentions, clause: Stretch) -> list[Cue]:
        """The cues of a clause in text order, dates among them."""
        text = discourse.text[clause.begin : clause.end]
        names = [discourse.mentions[i] for i in sentence.indexes if discourse.mentions[i].type in NAMES]
        dates = [discourse.mentions[i] for i in discourse.of(sentence, MentionType.DATE)]
        found = [cue for mention in dates if (cue := self._dated(mention, clause, discourse)) is not None]
        for begin, end, value in self._forms.matches(text):
            if value is None:
                continue
            cue = Cue(clause.begin + begin, clause.begin + end, value[0], text[begin:end], value[1])
            inside = [m for m in (*names, *dates) if m.begin <= cue.begin and cue.end <= m.end and m.text != cue.text]
            named = any(mention.type is not MentionType.DATE or cue.standing is Standing.PAST for mention in inside)
            if not named and not sentence.in_speech(cue.begin) and self._counts(cue, text, begin, end):
                found.append(cue)
        return sorted(found, key=lambda cue: (cue.begin, cue.end))

    def verbs(self, discourse: Discourse, sentence: SentenceMentions, clause: Stretch) -> list[tuple[int, str]]:
        """Position and text of the verbs of deeds in a clause, a 了 behind them included; none in speech or a name."""
        text = discourse.text[clause.begin : clause.end]
        names = [discourse.mentions[i] for i in sentence.indexes if discourse.mentions[i].type in NAMES]
        found = []
        for begin, end, verb in self._verbs.matches(text):
            position = clause.begin + begin
            inside = any(name.begin <= position < name.end for name in names)
            if verb and not inside and not sentence.in_speech(position):
                behind = next((mark for mark in self._done if text.startswith(mark, end)), "")
                found.append((position, verb + behind))
        return found

    def is_done(self, verb: str) -> bool:
        """Whether a verb says by itself that something was done (送去了)."""
        return verb.endswith(self._done)

    def tells_of_others(self, discourse: Discourse, clause: Stretch, cue: Cue, verb: int) -> bool:
        """Whether a cue before the verb at `verb` belongs to people or things: a time behind 为, 向, 慰问 …, others
        where 的 follows too."""
        before = discourse.text[clause.begin : cue.begin]
        return any(word in before for word in self._attributive) and (
            cue.when or self._attributive_end in discourse.text[cue.end : verb]
        )

    def _counts(self, cue: Cue, text: str, begin: int, end: int) -> bool:
        """Whether a word means here what it mostly means."""
        if cue.text in self._bare:
            return self._before_verb(cue.text, text, end)
        if cue.text == self._calls:
            return begin == 0 or text.endswith(self._callers, 0, begin)
        if cue.standing is Standing.CALLED_FOR:
            governs = any("\u4e00" <= character <= "\u9fff" for character in text[end:])
            return governs and not any(word in text[:begin] for word in self._kept)
        return True

    def _before_verb(self, word: str, text: str, end: int) -> bool:
        """Whether a verb stands behind a word that is said to be done, and nothing is handed over (将慰问送到)."""
        verb = next((value for begin, _, value in self._verbs.matches(text[end:]) if begin == 0), "")
        noun = word in self._nouns and verb in self._noun_before
        return bool(verb) and not noun and not any(hands in text[end + len(verb) :] for hands in self._hands_over)

    def _dated(self, mention: Mention, clause: Stretch, discourse: Discourse) -> Cue | None:
        """A day: that it was, or will be where it lies behind the article's; a year long before that: past."""
        begin, published = mention.concept.partition("/")[0], discourse.article.date
        if not clause.begin <= mention.begin < clause.end:
            return None
        before = discourse.text[clause.begin : mention.begin]
        standing: Standing | None = None
        if len(begin) == DAY and mention.confidence > SURE_DATE:
            standing = Standing.ANNOUNCED if published and begin > published else Standing.CARRIED_OUT
        elif before.endswith(self._long_ago):
            standing = Standing.PAST
        elif len(begin) >= YEAR and published and int(begin[:YEAR]) < int(published[:YEAR]) - 1:
            standing = None if before.endswith(self._since) else Standing.PAST
        return None if standing is None else Cue(mention.begin, mention.end, standing, mention.text, True)
