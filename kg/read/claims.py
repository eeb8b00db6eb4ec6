"""Does a headline without a report's head below it begin an article, or a section of the one above?

Guarantees: as `kg.read.joins`: a table of small questions with weights fitted by logistic regression on
laid-out pages; a sum above 0 means an article. Pure.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec

from kg.read.headlines import PLACE_COLON, SPACED
from kg.read.weights import weighed

__all__ = ["QUESTIONS", "Claim", "claims"]


class Claim(msgspec.Struct, frozen=True):
    """A headline, the piece below it and the article above it."""

    text: str
    """The headline's first line."""
    lines: int
    length: int
    """Of all its lines together."""
    wide: bool
    """More space above than usual."""
    signed: bool
    """The piece below is signed before the next headline."""
    leads: bool
    """The piece below begins with the day."""
    dated: bool
    """A day stands in the first sentence of the piece below."""
    names: int
    """Names of places and bodies in the piece's first paragraph."""
    strange: int
    """Those of them that the article above does not have."""
    first: bool
    """The first unit of the page."""
    closed: bool
    """A sign-off stands above."""
    ended: bool
    """A sentence ends above."""
    unsigned: bool
    """The article above bears no name yet, and begins without one."""
    bare: float
    """Share of the page's headlines that have no report's head below them."""


Question = Callable[[Claim], float]
QUESTIONS: tuple[tuple[Question, str], ...] = (
    (lambda c: 1, "a headline is a section's, where nothing speaks for more"),
    (lambda c: c.signed, "its piece is signed"),
    (lambda c: c.signed and not c.unsigned, "its piece is signed, and what stands above bears names of its own"),
    (lambda c: c.leads, "its piece begins with the day"),
    (lambda c: c.dated, "its piece tells the day at once"),
    (lambda c: bool(PLACE_COLON.match(c.text)), "a place and a colon"),
    (lambda c: bool(SPACED.search(c.text)), "a space between its parts"),
    (lambda c: "，" in c.text and not SPACED.search(c.text), "a comma where headlines have a space"),
    (lambda c: c.lines > 1, "several lines"),
    (lambda c: c.length <= 8, "a few characters"),
    (lambda c: c.wide, "more space above"),
    (lambda c: c.closed, "what stands above is signed"),
    (lambda c: not c.first and not c.closed and not c.ended, "what stands above was cut"),
    (lambda c: c.unsigned, "what stands above bears no name yet"),
    (lambda c: c.names > 0 and c.strange == c.names, "its piece names only what the article above does not"),
    (lambda c: c.names > c.strange, "its piece names what the article above names"),
    (lambda c: c.bare > 0.5, "most headlines of the page stand without a report's head"),
)
"""(question, what it says); the weights stand under the same words in `kg.read.weights`."""


@cache
def _weighed() -> tuple[tuple[float, Question], ...]:
    return weighed("claims", QUESTIONS)


def claims(claim: Claim) -> float:
    """Points for an article; at most 0 for a section."""
    return sum(weight * question(claim) for weight, question in _weighed())
