"""How a person's name reads: where one that begins at a place ends, and how much speaks for it.

Guarantees: a name is a surname of the lexicon and one or two characters more, or parts joined by ·; its
score adds what stands behind it (a stop, a word that follows names), the segmenter's cuts and how common
its characters are in given names. Pure; a constant number of steps a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.models.common_words import common_words, word_begins
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import FirstWords, alternation, words
from kg.recognise.sound_names import SoundNameReader

__all__ = ["NameReader", "ReadName"]

DOTTED = re.compile(r"([\u4e00-\u9fff]{1,7}·(?:[\u4e00-\u9fff]{1,7}·){0,3})[\u4e00-\u9fff]{1,7}")
MANNER = "(?:[\u4e00-\u9fff]{2}){1,2}"
"""How somebody does what follows (心潮澎湃地说): words of two or four characters before a particle."""
MEANWHILE = "[\u4e00-\u9fff]"
"""A verb of one character before a particle: it goes on beside another deed (领着, 捧着)."""
SPEECH_MARKS = ("，", "。", "：")
JOINING = frozenset("，、。；！？（）和与及\n")
LIST_STOPS = ("、", "，", "（")
SHORT = 2
"""Characters of one element of a name without a surname, which is a word or a place's name as often."""
LONGEST = 4
"""Characters of a name with its surname."""
STOP_BEHIND, WORD_BEHIND, TOKEN_END, USUAL = 3, 2, 1, 1
A_WORD = 2
"""What a name loses whose surname and next character are a word that begins no name (方向明)."""
RESULT = "[\u4e00-\u9fff]"
"""A verb of one character before what became of it (剪完, 填好)."""
LONGEST_WITHOUT_SURNAME = 4
NEAR = 12
"""Characters before a name with · in which an opened quotation makes it a quoted title."""
LONGEST_DIVISION = 12
DEPUTY = "副"


class ReadName(NamedTuple):
    """A name at view positions ``[begin, end)``."""

    begin: int
    end: int
    score: int
    """What speaks for its end; from 2 on it may be believed behind a title."""
    usual: bool
    """Whether all its characters are common in given names."""
    weak: bool = False
    """Whether only that words stand behind it speaks for its end."""


class NameReader:
    """Reads names at given places of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("people")
        self._surnames = frozenset(words(table["surnames"]))
        self._compound = frozenset(words(table["compound_surnames"]))
        self._doubtful_surnames = frozenset(words(table["doubtful_surnames"]))
        self._given_words = frozenset(words(table["given_words"]))
        self._verbs_too = frozenset(words(table["verbs_too"]))
        self._need_more = frozenset(words(table["need_more"]))
        self._not_in_names = frozenset("".join(words(table["not_in_names"])))
        self._last_before_marks = frozenset(words(table["last_before_marks"]))
        self._doubtful = frozenset("".join(words(table["doubtful_in_names"])))
        self._given = frozenset("".join(words(table["given_characters"])))
        self._not_names = frozenset(words(table["not_names"]))
        self._courtesy = tuple(words(table["courtesy"]))
        self._courtesy_of = {n: tuple(word for word in self._courtesy if len(word) >= n) for n in range(1, LONGEST)}
        verbs = (word for word in words(lexicon.table("boundaries")["verbs"]) if len(word) > 1)
        grammar = words(table["grammar_in_names"])
        self._next_words = words(table["next_words"])
        self._goes_on = tuple(
            re.compile(rf"{before}{cue['particle']}(?!{alternation(cue['not_before'])})")
            for before, cue in ((MANNER, table["manner"]), (MEANWHILE, table["meanwhile"]))
        )
        result = table["result"]
        self._result = re.compile(f"{RESULT}[{result['particles']}](?!{alternation(result['not_before'])})")
        verbs_there = (word for word in words(lexicon.table("boundaries")["verbs"]) if len(word) == 1)
        self._short_verbs = frozenset((*verbs_there, *words(table["short_verbs"])))
        listed = words(lexicon.table("boundaries")["function"])
        function = (word for word in listed if word not in grammar)
        self._no_surnames = frozenset((*listed, *words(lexicon.table("boundaries")["verbs"])))
        deeds = (word for word in words(table["deeds"]) if len(word) > 1)
        self._deed_words = frozenset(
            word for word in words(lexicon.table("boundaries")["verbs"]) if len(word) == 2 and not self._usual(word)
        )
        self._speech = FirstWords(words(table["speech"]))
        self._reports = FirstWords(words(table["reports"]))
        self._straddling = frozenset(words(table["straddling"]))
        self._at_home = tuple(words(table["at_home"]))
        self._homes = (*words(table["homes"]), *self._at_home)
        self.sounds = SoundNameReader(lexicon)
        titles = tuple(word for word in words(table["titles"]) if len(word) > 1)
        self._titled = FirstWords((*titles, *(f"{DEPUTY}{title}" for title in titles)))
        self.followers = FirstWords((*words(table["followers"]), *deeds, *verbs, *function))

    def at(self, context: NameContext, begin: int) -> ReadName | None:
        """The name that begins at a view position, or None."""
        text = context.text
        dotted = DOTTED.match(text, begin)
        if dotted:
            return self._dotted(text, begin, dotted)
        composed = self.sounds.composed(text, begin)
        if composed - begin > SHORT and not _is_division(context, begin, composed):
            return ReadName(begin, composed, STOP_BEHIND + USUAL, True)
        surname = 2 if text[begin : begin + 2] in self._compound else 1
        if text[begin : begin + surname] not in self._compound and not self._is_surname(text[begin : begin + 1]):
            return self._element(context, begin, composed)
        if text[begin : begin + 3] in self._not_names:
            return None
        read = self._longest_best(context, begin, begin + surname, weak=False)
        if read is None or read.score <= TOKEN_END + USUAL:
            read = self._longest_best(context, begin, begin + surname, weak=True) or read
        return read

    def before_word(self, context: NameContext, begin: int, end: int) -> ReadName | None:
        """The name at view positions ``[begin, end)`` before a word that follows names."""
        text = context.text
        surname = 2 if text[begin : begin + 2] in self._compound and end - begin > SHORT else 1
        known = surname > 1 or self._is_surname(text[begin : begin + 1])
        if not known or text[begin:end] in self._not_names or end - begin - surname not in (1, 2):
            return None
        return self._candidate(context, begin, begin + surname, end, weak=True)

    def _longest_best(self, context: NameContext, begin: int, given: int, *, weak: bool) -> ReadName | None:
        """The better of the two names with a surname that ends at `given`, the usual and the longer of equals."""
        both = (self._candidate(context, begin, given, given + length, weak=weak) for length in (2, 1))
        return max(filter(None, both), key=lambda name: (name.score, name.end), default=None)

    def _element(self, context: NameContext, begin: int, end: int) -> ReadName | None:
        """A name of one element of two characters, which needs what follows names behind it."""
        score = self._end(context, end) if end and not _is_division(context, begin, end) else 0
        return ReadName(begin, end, score, True) if score >= STOP_BEHIND else None

    def _dotted(self, text: str, begin: int, dotted: re.Match[str]) -> ReadName | None:
        """A name with ·, which begins and ends with the sounds around it, else behind no title."""
        sounds = self.sounds.dotted(text, text.index("·", begin))
        if sounds is not None:
            return ReadName(*sounds, 3, True) if sounds[0] == begin else None
        if text[begin + 1] == "·" or text.rfind("“", max(begin - NEAR, 0), begin) > text.rfind(
            "”", max(begin - NEAR, 0), begin
        ):
            return None  # “职工驿·深夜食堂”
        if any(self._titled.at(text, position) for position in range(begin, dotted.end(1))):
            return None
        return ReadName(begin, self._dotted_end(text, dotted.end(1), dotted.end()), 3, True)

    def dotted(self, text: str) -> Iterator[tuple[int, int]]:
        """Every name with · whose parts are written by their sound."""
        dot = text.find("·", 1)
        while dot > 0:
            sounds = self.sounds.dotted(text, dot)
            if sounds is not None:
                yield sounds
            dot = text.find("·", dot + 1 if sounds is None else sounds[1])

    def token(self, context: NameContext, begin: int) -> ReadName | None:
        """A surname and a usual given name of two characters that the segmenter sets apart."""
        return self._set_apart(context, begin, begin + 3)

    def short_token(self, context: NameContext, begin: int) -> ReadName | None:
        """A surname and a usual given name of one character, which the segmenter takes for two words (郭|洋)."""
        return self._set_apart(context, begin, begin + 2) if context.is_token_begin(begin + 1) else None

    def without_surname(self, context: NameContext, begin: int) -> ReadName | None:
        """Behind a post: characters of names and of no word, before a mark or a verb of speech (主席某某某说).

        Its surname is one that no lexicon lists.
        """
        text = context.text
        for end in range(begin + LONGEST_WITHOUT_SURNAME, begin + SHORT, -1):
            name = text[begin:end]
            usual = len(name) < LONGEST_WITHOUT_SURNAME and self._usual(name[1:])
            forbidden = any(character in self._not_in_names for character in name)
            if not (usual or self.sounds.fits(name)) or not is_chinese(name) or forbidden:
                continue
            if any(word_begins(text, position) for position in range(begin, end - 1)) or name[0] in self._no_surnames:
                continue
            if self._end(context, end) >= STOP_BEHIND and not text.startswith("\n", end):
                return ReadName(begin, end, STOP_BEHIND, True)
        return None

    def before_stop(self, context: NameContext, begin: int) -> ReadName | None:
        """A usual name directly behind a body, which a mark ends (某某公司牟某、) or a report (某某总工会张某就…)."""
        name = self.at(context, begin)
        if name is None or not name.usual or name.weak:
            return None
        reports = name.score > STOP_BEHIND and self._reports.at(context.text, name.end)
        if not reports and context.text[name.end : name.end + 1] not in LIST_STOPS:
            return None
        if context.text[begin] in self._doubtful_surnames or name.end in context.divisions:
            return None  # 某某总工会|向甘肃、青海
        return None if context.text[begin : name.end] in common_words() else name

    def _set_apart(self, context: NameContext, begin: int, end: int) -> ReadName | None:
        text = context.text
        given = text[begin + 1 : end]
        if (
            text[begin : begin + 1] in self._surnames
            and context.is_token_begin(begin)
            and context.is_token_end(end)
            and self._usual(given)
            and text[begin : begin + 2] not in self._not_names
            and text[begin:end] not in self._not_names
            and not any(character in self._doubtful for character in given)
            and not given.startswith(self._courtesy)
            and not self._is_deed(text[begin], given)
        ):
            return ReadName(begin, end, 2, True)
        return None

    def _candidate(
        self, context: NameContext, begin: int, given_begin: int, end: int, *, weak: bool
    ) -> ReadName | None:
        """A name and what speaks for it; with `weak`, any word behind it does that is no part of it."""
        text = context.text
        given = text[given_begin:end]
        if len(given) < end - given_begin or not is_chinese(given):
            return None
        if not self._may_be_given(text, given, end):
            return None
        if given_begin - begin > 1 and given in common_words() and given not in self._given_words:
            return None  # 东方|电机
        if text.startswith(self._courtesy_of[end - begin - 1], begin + 1):
            return None
        if len(given) > 1 and text[end - 1 : end + 1] in self._straddling:
            return None
        if given in self._deed_words and context.is_token_begin(given_begin):
            return None  # 职工|方|协商
        if self._is_deed(text[begin], given):
            return None  # 医护人员|包|饺子
        usual, begins_a_word = self._usual(given), text[begin : begin + 2] in self._not_names
        score = self._end(context, end)
        if begins_a_word and (len(given) == 1 or score < STOP_BEHIND or not usual):
            return None  # 方向|是
        a_word = text[begin:end] in common_words()
        if weak and score < WORD_BEHIND and usual and not a_word and self._goes_on_with_a_word(text, end):
            score += WORD_BEHIND
        else:
            weak = False
        score += (USUAL if usual else 0) - (A_WORD if begins_a_word else int(a_word))
        if len(given) > 1 and text.startswith(self._homes, end - 1):
            score -= 2  # 张某|家里
        if text[begin] in self._doubtful_surnames:
            known = text[begin : begin + 2] in common_words() or (weak and score < STOP_BEHIND)
            known = known or (given in common_words() and given not in self._given_words)  # 教师|和|北方
            marked = len(given) > 1 and not is_chinese(text[end : end + 1])
            score -= (1 if marked else 2) if usual and not known else score
        if given not in self._given_words:
            score -= sum(1 for character in given if character in self._doubtful)
        if len(given) > 1 and not any(character in self._given for character in given):
            score -= 1
        return ReadName(begin, end, score, usual, weak) if score >= 2 else None

    def _may_be_given(self, text: str, given: str, end: int) -> bool:
        """Whether no character of a given name forbids it, as one does outside words (有才) and not before a mark."""
        if given in self._given_words:
            return True
        marked = len(given) > 1 and given[-1] in self._last_before_marks and not is_chinese(text[end : end + 1])
        return not any(character in self._not_in_names for character in (given[:-1] if marked else given))

    def _end(self, context: NameContext, end: int) -> int:
        """How well a name may end here: before a stop, before a follower, not inside a word."""
        text = context.text
        if end >= len(text) or not is_chinese(text[end]):
            return STOP_BEHIND
        score = -1 if text[end - 1] in self._next_words else 0
        if context.is_token_begin(end):
            score += TOKEN_END
        if self._dangles(text, end):
            return score - 1
        if text.startswith(self._at_home, end) or self._says(text, end):
            score += STOP_BEHIND
        elif self.followers.at(text, end) or any(cue.match(text, end) for cue in self._goes_on):
            score += WORD_BEHIND
        return score

    def _goes_on_with_a_word(self, text: str, end: int) -> bool:
        """Whether a word of the language, a verb, or a verb with what became of it stands behind a name."""
        known = word_begins(text, end) or self._titled.at(text, end)
        return known or text[end : end + 1] in self._short_verbs or bool(self._result.match(text, end))

    def _is_deed(self, verb: str, word: str) -> bool:
        return verb in self._verbs_too and word in common_words() and word not in self._given_words

    def begins_with_surname(self, text: str, begin: int) -> bool:
        """Whether the character at a view position is a surname, beyond doubt or not."""
        return self._is_surname(text[begin : begin + 1]) or text[begin : begin + 2] in self._compound

    def _is_surname(self, character: str) -> bool:
        return character in self._surnames or character in self._doubtful_surnames

    def _dangles(self, text: str, end: int) -> bool:
        """Whether a word that needs another behind it would stand there without one (汪某|非，; 黄某|和及)."""
        behind = text[end + 1 : end + 2]
        return text[end] in self._need_more and (not behind or behind in JOINING)

    def _says(self, text: str, end: int) -> bool:
        """Whether a verb of speech and a mark stand there (说。, 介绍：)."""
        length = self._speech.length(text, end)
        return length > 0 and text[end + length : end + length + 1] in SPEECH_MARKS

    def _usual(self, given: str) -> bool:
        return bool(given) and all(character in self._given for character in given)

    def _dotted_end(self, text: str, begin: int, end: int) -> int:
        """Where the last part of a name with · ends: before the first word that may follow a name."""
        if self._speech.at(text, begin + 1):
            return begin + 1
        for position in range(begin + 2, end):
            if self.followers.at(text, position):
                return position
        return end


def _is_division(context: NameContext, begin: int, end: int) -> bool:
    """Whether a division begins at `begin` and does not end before `end`."""
    return any(context.divisions.get(stop) == begin for stop in range(end, end + LONGEST_DIVISION))


def is_chinese(text: str) -> bool:
    """Whether a text is all Chinese characters, and any at all."""
    return bool(text) and all("\u4e00" <= character <= "\u9fff" for character in text)
