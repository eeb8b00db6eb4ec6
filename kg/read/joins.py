"""Does a line go on where the one before it was cut? A table of small questions, each with its weight.

Guarantees: pure and linear in the lines' lengths; `continues` is the sum of the weights of the questions
that are answered with yes (or of a count, for the one that counts). The weights (`kg.read.weights`) were fitted by
logistic regression on pages laid out from single articles, so that a sum above 0 means that joining is more likely
than not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

import msgspec

from kg.read.columns import fills, indented, stops_short
from kg.read.cues import Cues
from kg.read.weights import weighed
from kg.read.words import torn_word

__all__ = ["QUESTIONS", "TORN", "Seam", "continues", "ends_sentence", "is_one_number", "seam", "shows_cut"]

ENDS = frozenset("。！？…!?")
CLOSERS = "”’）》」』"
UNFINISHED = "，、；："
"""Marks with which no paragraph ends."""
TORN = re.compile(r"[^“《]{1,2}[，。、；]")
"""The beginning of a line whose first word was torn off (办，…)."""

NARROW = 32
"""Characters: a line shorter than this is likely to be part of a paragraph, not a whole one."""
NUMBER = re.compile(r"[0-9][0-9,.]*$")
NUMBER_GOES_ON = re.compile(r"[0-9.%万亿千百余多]")


class Seam(msgspec.Struct, frozen=True):
    """Two lines, one above the other, and what is to be seen between them."""

    earlier: str
    later: str
    word: int
    """Length of the word that joining would make across the seam, else 0."""
    met: int
    """How often the page has the pair of characters that joining would make."""
    width: int
    """Of the column in which both lines stand, else 0."""
    apart: bool
    """More empty lines between the two than between other lines here."""
    ended: bool
    """The first line ends as sentences do."""
    opener: str
    """What the second line has of the words that open a sentence."""
    going: bool
    """The second line begins with what cannot begin a sentence."""
    torn: bool
    cut: bool
    """The first line ends with a word of grammar that needs another after it."""

    @property
    def inside(self) -> bool:
        """A quotation is open at the end of the first line."""
        return self.earlier.count("“") > self.earlier.count("”")

    @property
    def begins_further_in(self) -> bool:
        """The second line is short by an indent, not because a sentence ends there as a paragraph's last one does."""
        return indented(len(self.later), self.width) and not ends_sentence(self.later)

    @property
    def closes(self) -> bool:
        """The second line closes a quotation that it has not opened."""
        opening, closing = self.later.find("“"), self.later.find("”")
        return closing >= 0 and not 0 <= opening < closing


Question = Callable[[Seam], float]
QUESTIONS: tuple[tuple[Question, str], ...] = (
    (lambda s: 1, "most lines that are no headline go on"),
    (lambda s: s.ended, "the first line ends a sentence"),
    (lambda s: s.inside and not s.closes, "a quotation is open that the second line does not close"),
    (lambda s: s.closes, "the second line closes a quotation"),
    (lambda s: s.going, "the second line begins with a mark or a particle"),
    (lambda s: s.earlier[-1] in "，、；：", "the first line ends with a comma"),
    (lambda s: s.cut, "the first line ends with a word of grammar"),
    (lambda s: min(2, s.met), "joining makes a pair of characters that the page knows"),
    (lambda s: s.word == 2, "joining makes a word of two characters"),
    (lambda s: s.word > 2, "joining makes a longer word"),
    (lambda s: is_one_number(s.earlier, s.later), "joining makes one number"),
    (lambda s: len(s.earlier) < NARROW, "the first line is short"),
    (lambda s: len(s.later) < NARROW, "the second line is short"),
    (lambda s: s.torn and not s.opener, "the second line begins with the end of a word"),
    (lambda s: len(s.opener) > 1, "the second line begins as sentences do"),
    (lambda s: len(s.opener) == 1, "the second line begins with a character that opens sentences"),
    (lambda s: s.later[0] == "“", "the second line begins with a quotation"),
    (lambda s: s.width > 0, "both lines stand in one narrow column"),
    (lambda s: s.ended and fills(len(s.earlier), s.width), "a sentence ends at the column's edge"),
    (lambda s: s.ended and stops_short(len(s.earlier), s.width), "a sentence ends before the column's edge"),
    (lambda s: s.begins_further_in, "the second line is short by an indent"),
    (lambda s: s.ended and s.begins_further_in, "an indent, and the first one ends a sentence"),
    (lambda s: s.apart, "more space than usual between the two"),
    (lambda s: s.apart and s.ended, "more space, and the first one ends a sentence"),
)
"""(question, what it says); the weights stand under the same words in `kg.read.weights`."""


def seam(earlier: str, later: str, counts: Counter[str], cues: Cues, *, width: int = 0, apart: bool = False) -> Seam:
    """The seam between two lines of a page whose pairs of characters are `counts`."""
    opener = cues.sentence.match(later) or cues.lead.match(later)
    return Seam(
        earlier,
        later,
        torn_word(earlier, later),
        counts[earlier[-1] + later[0]],
        width,
        apart,
        ends_sentence(earlier),
        opener[0] if opener else "",
        later[0] in cues.going_on,
        bool(TORN.match(later)),
        earlier[-1] in cues.cut_endings,
    )


@cache
def _weighed() -> tuple[tuple[float, Question], ...]:
    return weighed("joins", QUESTIONS)


def continues(between: Seam) -> float:
    """Points for the second line going on where the first was cut; at most 0 where the two are apart."""
    return sum(weight * question(between) for weight, question in _weighed())


def ends_sentence(text: str) -> bool:
    """True where a text ends as sentences do."""
    bare = text.rstrip(CLOSERS)
    return bool(bare) and (bare[-1] in ENDS or bare.endswith("..."))


def is_one_number(earlier: str, later: str) -> bool:
    """True where a number broke off at a line's end and goes on in the next one (1 / 2万元)."""
    return bool(NUMBER.search(earlier) and NUMBER_GOES_ON.match(later))


def shows_cut(earlier: str, later: str, cues: Cues) -> bool:
    """True where one of two lines shows that a sentence goes on over the line's end, though lines are paragraphs."""
    if earlier[-1] in UNFINISHED or earlier[-1] in cues.cut_endings or later[0] in cues.going_on:
        return True
    return earlier.count("“") > earlier.count("”")
