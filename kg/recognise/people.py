"""People: names after titles and occupations, before verbs of speech, in by-lines, and their repetitions.

Guarantees: a name is two to four Chinese characters that begin with a surname of the lexicon (or a
name with ·); by-lines come from the reader and are sure; a name once found is found wherever the
article repeats it. A surname with a courtesy word (张师傅) is no mention.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model import Article, Mention, MentionType
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import FormMatcher, words

__all__ = ["PeopleFinder"]

GRAMMAR = frozenset("向一")
"""Characters of names that at a name's end are more often the next word."""
NAME_CHARACTERS = frozenset("中新同全方成少正均便着了过得地们")
"""Function words that are common in given names: nothing is decided by them."""
CLAUSE_BEGIN = re.compile(r"[。！？；，”\n]|(?<=[的了])(?=[\u4e00-\u9fff]{3}(?:自己|说|发起|表示))")
DOTTED = re.compile(r"([\u4e00-\u9fff]{1,6}·(?:[\u4e00-\u9fff]{1,6}·)?)[\u4e00-\u9fff]{1,6}")


class PeopleFinder:
    """Finds people in one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("people")
        self._surnames = frozenset(words(table["surnames"]))
        self._compound = frozenset(words(table["compound_surnames"]))
        self._not_in_names = frozenset("".join(words(table["not_in_names"])))
        self._not_names = frozenset(words(table["not_names"]))
        verbs = (word for word in words(lexicon.table("boundaries")["verbs"]) if len(word) > 1)
        function = (word for word in words(lexicon.table("boundaries")["function"]) if word not in NAME_CHARACTERS)
        self._followers = FirstWords((*words(table["followers"]), *verbs, *function))
        self._courtesy = tuple(words(table["courtesy"]))
        cues = dict.fromkeys(words(table["titles"]), "title")
        cues.update((form, "occupation") for form in words(table["occupations"]) if form not in cues)
        for concept in lexicon.groups.values():
            cues.update((form, "occupation") for form in (concept.label, *concept.alternatives) if form not in cues)
        self._deeds = FirstWords(words(table["deeds"]))
        self._cues = FormMatcher(cues)
        self._speech = FormMatcher({form: form for form in words(table["speech"])})
        self._origins = re.compile(table["origin_pattern"])

    def mentions(self, article: Article, context: NameContext) -> list[Mention]:
        """People in text order, one mention a place."""
        text = context.text
        found: dict[int, Mention] = {}

        def add(begin: int, end: int, rule: str, confidence: float) -> None:
            if begin not in found:
                found[begin] = Mention(
                    MentionType.PERSON,
                    begin,
                    end,
                    text[begin:end],
                    rule,
                    confidence,
                    label=re.sub(r"\s", "", text[begin:end]),
                )

        for byline in article.bylines:
            add(byline.begin, byline.end, f"byline-{byline.role}", 0.97)
        for _, end, cue in self._cues.matches(text):
            if cue == "occupation" and end < article.body:
                continue  # a headline goes on with a verb as often as with a name (骑手乐开怀)
            if cue == "occupation" and not context.is_token_begin(end):
                continue  # 老师 in 老师傅接过
            stretch = self._name_at(context, end) or self._token_name(context, end)
            if stretch:
                add(*stretch, f"after-{cue}", 0.95 if cue == "title" else 0.9)
                self._following(context, stretch[1], add)
        for match in self._origins.finditer(text):
            stretch = self._name_at(context, match.end())
            if stretch:
                add(*stretch, "after-origin", 0.85)
        for end in context.names:
            if text.startswith("的", end):
                stretch = self._name_at(context, end + 1)
                if stretch:
                    add(*stretch, "after-organization", 0.85)
        for stretch in self._at_clause_begins(context):
            add(*stretch, "at-clause-begin", 0.85)
        for begin, _, _ in self._speech.matches(text):
            stretch = self._name_before(context, begin)
            if stretch:
                add(*stretch, "before-speech", 0.9)
        self._repeat(text, found)
        return [found[begin] for begin in sorted(found)]

    def _at_clause_begins(self, context: NameContext) -> Iterator[tuple[int, int]]:
        """Three characters at a clause's begin that the segmenter sets apart and that somebody's deed follows."""
        text = context.text
        for match in CLAUSE_BEGIN.finditer(text):
            stretch = self._token_name(context, match.end())
            if stretch is None or stretch[0] in context.divisions.values() or stretch[0] in context.names.values():
                continue
            if self._deeds.at(text, stretch[1]):
                yield stretch

    def _following(self, context: NameContext, end: int, add: object) -> None:
        """Names listed behind a name: 王某、李某某 and 贾某某、余某 …"""
        text = context.text
        while end < len(text) and text[end] in "、和":
            stretch = self._name_at(context, end + 1)
            if not stretch:
                return
            add(*stretch, "name-list", 0.9)  # type: ignore[operator]
            end = stretch[1]

    def _name_at(self, context: NameContext, begin: int) -> tuple[int, int] | None:
        """The name that begins at a view position, or None."""
        text = context.text
        dotted = DOTTED.match(text, begin)
        if dotted:
            return begin, self._dotted_end(text, dotted.end(1), dotted.end())
        surname = 2 if text[begin : begin + 2] in self._compound else 1
        if text[begin : begin + surname] not in self._compound and text[begin : begin + 1] not in self._surnames:
            return None
        if text[begin : begin + 2] in self._not_names or text[begin : begin + 3] in self._not_names:
            return None
        best: tuple[int, int] | None = None
        for length in (surname + 2, surname + 1):
            end = begin + length
            given = text[begin + surname : end]
            if len(given) < length - surname or not _chinese(given) or any(c in self._not_in_names for c in given):
                continue
            score = self._score(context, begin, end)
            if score > 0 and (best is None or score > best[0]):
                best = (score, end)
        return (begin, best[1]) if best else None

    def _dotted_end(self, text: str, begin: int, end: int) -> int:
        """Where the last part of a name with · ends: before the first word that may follow a name."""
        for position in range(begin + 2, end):
            if self._followers.at(text, position):
                return position
        return end

    def _token_name(self, context: NameContext, begin: int) -> tuple[int, int] | None:
        """Behind a title, a surname and a given name of two characters that the segmenter sets apart."""
        text, end = context.text, begin + 3
        given = text[begin + 1 : end]
        if (
            text[begin : begin + 1] in self._surnames
            and context.is_token_begin(begin)
            and context.is_token_end(end)
            and len(given) == 2
            and _chinese(given)
            and text[begin : begin + 2] not in self._not_names
            and not any(character in self._not_in_names for character in given)
        ):
            return begin, end
        return None

    def _score(self, context: NameContext, begin: int, end: int) -> int:
        """How well a candidate name ends: at a token's end, before a follower, not inside a word."""
        text = context.text
        if any(text.startswith(word, begin + 1) for word in self._courtesy if end - begin - 1 <= len(word)):
            return 0
        if end >= len(text) or not _chinese(text[end]):
            return 3
        score = -1 if text[end - 1] in GRAMMAR else 0
        if context.is_token_begin(end):
            score += 1
        if self._followers.at(text, end):
            score += 2
        return score if score >= 2 else 0

    def _name_before(self, context: NameContext, end: int) -> tuple[int, int] | None:
        """The name that ends at a view position: a whole token, or tokens, begun by a surname after a stop."""
        text = context.text
        for length in (3, 2, 4):
            begin = end - length
            if begin < 0:
                continue
            index = bisect_left(context.token_begins, begin)
            at_token = index < len(context.token_begins) and context.token_begins[index] == begin
            if not at_token or (begin and _chinese(text[begin - 1]) and text[begin - 1] not in "的员工长者师人"):
                continue
            stretch = self._name_at(context, begin)
            if stretch and stretch[1] == end:
                return stretch
        return None

    def _repeat(self, text: str, found: dict[int, Mention]) -> None:
        names: dict[str, Mention] = {}
        for mention in found.values():
            if len(mention.label) >= 2 and mention.label == mention.text:
                kept = names.get(mention.label)
                if kept is None or mention.confidence > kept.confidence:
                    names[mention.label] = mention
        covered = {position for mention in found.values() for position in range(mention.begin, mention.end)}
        for begin, end, mention in FormMatcher(names).matches(text) if names else []:
            if begin not in covered:
                found[begin] = Mention(
                    MentionType.PERSON,
                    begin,
                    end,
                    text[begin:end],
                    "repeated-name",
                    mention.confidence,
                    label=mention.label,
                )


class FirstWords:
    """Tells whether a text goes on with one of many words, by their first character."""

    def __init__(self, listed: tuple[str, ...]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for word in listed:
            self._by_first.setdefault(word[0], []).append(word)

    def at(self, text: str, position: int) -> bool:
        """Whether a word begins at the view position."""
        return any(text.startswith(word, position) for word in self._by_first.get(text[position : position + 1], ()))


def _chinese(text: str) -> bool:
    return bool(text) and all("\u4e00" <= character <= "\u9fff" for character in text)
