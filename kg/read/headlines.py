"""Is a line that looks like a headline one, or the beginning, middle or end of a broken sentence?

Guarantees: as `kg.read.joins`: a table of small questions with weights fitted by logistic regression on
laid-out pages; a sum above 0 means a headline. Pure; linear in the line's and its neighbours' lengths.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from kg.read.columns import fills
from kg.read.joins import ends_sentence

__all__ = ["PLACE_COLON", "QUESTIONS", "SPACED", "Look", "headness"]

SPACED = re.compile(r"[^\x00-\x7f] [^\x00-\x7f]|[^\x00-\x7f] \d|\d [^\x00-\x7f]")
PLACE_COLON = re.compile(r"[\u4e00-\u9fff]{2,6}：")
SURE = 6.0
"""Points of a seam beyond which it tells nothing more."""


class Look(msgspec.Struct, frozen=True):
    """A line, and what stands above and below it."""

    text: str
    width: int
    """Of the narrow column in which it stands, else 0."""
    apart: bool
    leads: bool
    """Nothing but headlines stand between it and a report's head."""
    running: bool
    """It has a word of running text."""
    cut: bool
    """It ends with a word of grammar."""
    opener: bool
    """It begins as sentences do."""
    above: str
    """The line of prose above; empty where there is none."""
    above_ends: bool
    above_signed: bool
    """A sign-off ends the line above."""
    above_head: bool
    below: str
    """The line of prose or the possible headline below; empty where there is none."""
    below_head: bool
    below_begins: bool
    """The line below begins as sentences and leads do."""
    goes_on: float
    """Points for its going on from the line of prose above."""
    is_taken_up: float
    """Points for the line below going on from it."""
    first: bool
    last: bool

    @property
    def below_is_tail(self) -> bool:
        """In a column, a full line stands above a short one that ends a sentence and does not begin as one does."""
        full = fills(len(self.text), self.width)
        tail = ends_sentence(self.below) and not self.below_begins and not fills(len(self.below), self.width)
        return full and tail

    @property
    def commas(self) -> int:
        return self.text.count("，")


def _bounded(points: float) -> float:
    return max(-SURE, min(SURE, points))


Question = Callable[[Look], float]
QUESTIONS: tuple[tuple[Question, float, str], ...] = (
    (lambda k: 1, 2.2, "of the lines that may be one"),
    (lambda k: k.leads, 2.3, "a report's head follows"),
    (lambda k: bool(SPACED.search(k.text)), 2.9, "a space between its parts"),
    (lambda k: k.commas == 0, 1.3, "no comma"),
    (lambda k: k.commas > 0 and not SPACED.search(k.text), -0.8, "a comma where headlines have a space"),
    (lambda k: max(0, k.commas - 1) + (k.text.count("、") > 2), -3.5, "several commas"),
    (lambda k: bool(PLACE_COLON.match(k.text)), 1.8, "a place and a colon at its begin"),
    (lambda k: k.running, -2.5, "a word of running text"),
    (lambda k: k.cut, -2.5, "it ends with a word of grammar"),
    (lambda k: k.opener and not k.leads, -1.0, "it begins as sentences do"),
    (lambda k: len(k.text) < 7, -0.6, "a few characters"),
    (lambda k: len(k.text) > 24, -2.0, "long"),
    (lambda k: k.text[-1] in "！？", -1.8, "it ends with a cry or a question"),
    (lambda k: k.first, 1.3, "the first line"),
    (lambda k: k.last, -3.1, "the last line"),
    (lambda k: k.apart, -1.1, "more space above than usual"),
    (lambda k: k.above_head, 0.5, "a headline above"),
    (lambda k: k.below_head, -1.2, "something like a headline below"),
    (lambda k: k.above_signed, 3.4, "the piece above is signed"),
    (lambda k: bool(k.above) and k.above_ends, -2.2, "a sentence ends above"),
    (lambda k: bool(k.above) and not k.above_ends, -1.4, "a sentence is open above"),
    (lambda k: _bounded(k.goes_on) if k.above else 0.0, -0.5, "how well it goes on from the line above"),
    (lambda k: _bounded(k.is_taken_up) if k.below and not k.below_head else 0.0, -0.9, "how well prose below goes on"),
    (lambda k: _bounded(k.is_taken_up) if k.below_head else 0.0, -0.5, "how well a possible headline below goes on"),
    (lambda k: k.below_begins, 1.4, "a sentence begins below"),
    (lambda k: k.width > 0 and not k.above_ends and fills(len(k.text), k.width), -2.0, "a full line of a column"),
    (lambda k: k.width > 0 and not fills(len(k.text), k.width), -1.0, "a short line of a column"),
    (lambda k: k.below_is_tail, -1.2, "a full line above a paragraph's short last line"),
)
"""(question, weight, what it says)."""


def headness(look: Look) -> float:
    """Points for a headline; at most 0 where the line is prose."""
    return sum(weight * question(look) for question, weight, _ in QUESTIONS)
