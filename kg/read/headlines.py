"""Is a line that looks like a headline one, or the beginning, middle or end of a broken sentence?

Guarantees: as `kg.read.joins`: a table of small questions with weights fitted by logistic regression on
laid-out pages; a sum above 0 means a headline. Pure; linear in the line's and its neighbours' lengths.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import msgspec

from kg.read.columns import fills
from kg.read.joins import ends_sentence
from kg.read.weights import weighed

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
    closer: bool
    """Less space below it than above."""
    leads: bool
    """Nothing but headlines stand between it and a report's head."""
    running: bool
    """It has a word of running text."""
    cut: bool
    """It ends with a word of grammar, or within a number."""
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
QUESTIONS: tuple[tuple[Question, str], ...] = (
    (lambda k: 1, "of the lines that may be one"),
    (lambda k: k.leads, "a report's head follows"),
    (lambda k: bool(SPACED.search(k.text)), "a space between its parts"),
    (lambda k: k.commas == 0, "no comma"),
    (lambda k: k.commas > 0 and not SPACED.search(k.text), "a comma where headlines have a space"),
    (lambda k: max(0, k.commas - 1) + (k.text.count("、") > 2), "several commas"),
    (lambda k: bool(PLACE_COLON.match(k.text)), "a place and a colon at its begin"),
    (lambda k: k.running, "a word of running text"),
    (lambda k: k.cut, "it ends with a word of grammar"),
    (lambda k: k.opener and not k.leads, "it begins as sentences do"),
    (lambda k: len(k.text) < 7, "a few characters"),
    (lambda k: len(k.text) > 24, "long"),
    (lambda k: k.text[-1] in "！？", "it ends with a cry or a question"),
    (lambda k: k.first, "the first line"),
    (lambda k: k.last, "the last line"),
    (lambda k: k.apart, "more space above than usual"),
    (lambda k: k.above_head, "a headline above"),
    (lambda k: k.below_head, "something like a headline below"),
    (lambda k: k.above_signed, "the piece above is signed"),
    (lambda k: bool(k.above) and k.above_ends, "a sentence ends above"),
    (lambda k: bool(k.above) and not k.above_ends, "a sentence is open above"),
    (lambda k: _bounded(k.goes_on) if k.above else 0.0, "how well it goes on from the line above"),
    (lambda k: _bounded(k.is_taken_up) if k.below and not k.below_head else 0.0, "how well prose below goes on"),
    (lambda k: _bounded(k.is_taken_up) if k.below_head else 0.0, "how well a possible headline below goes on"),
    (lambda k: k.below_begins, "a sentence begins below"),
    (lambda k: k.width > 0 and not k.above_ends and fills(len(k.text), k.width), "a full line of a column"),
    (lambda k: k.width > 0 and not fills(len(k.text), k.width), "a short line of a column"),
    (lambda k: k.closer and fills(len(k.text), k.width), "a full line of a column, closer to the line below"),
    (lambda k: k.below_is_tail, "a full line above a paragraph's short last line"),
)
"""(question, what it says); the weights stand under the same words in `kg.read.weights`."""


@cache
def _weighed() -> tuple[tuple[float, Question], ...]:
    return weighed("headlines", QUESTIONS)


def headness(look: Look) -> float:
    """Points for a headline; at most 0 where the line is prose."""
    return sum(weight * question(look) for weight, question in _weighed())
