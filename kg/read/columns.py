"""The narrow columns that a scanner left line by line: which lines stand in one, and how wide it is.

Guarantees: a width is the length that several lines close by share, or the lines of one paragraph alone between
empty lines; 0 where lines are whole paragraphs, and `whole_paragraphs` tells a page all of whose lines are. The
width tells what a full line is, and so whether a sentence that ends at a line's end may end its paragraph (the next
line then begins further in, and is shorter by the indent). Linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.read.visible import Line

__all__ = [
    "WHOLE",
    "columns",
    "fills",
    "indented",
    "stops_short",
    "usual_gaps",
    "whole_paragraphs",
    "width_of_paragraph",
]

NARROWEST, WIDEST = 8, 34
"""Characters of a column's lines."""
REACH = 5
"""Lines above and below among which a width is looked for."""
ENOUGH = 4
"""Lines of about that width that make a column."""
WHOLE = 60
"""Characters of a line that is longer than any line of a printed page, and so is a whole paragraph."""
FEWEST = 3
"""Lines of a paragraph that show a column's width by themselves."""
ONE_REPORT = 30
"""Lines of a page that has no more than one report on it."""
INDENT = 2
"""Characters by which a paragraph's first line is shorter."""


def columns(lines: Sequence[Line]) -> list[int]:
    """For every line the width of the column in which it stands, 0 where it stands in none."""
    lengths = [line.end - line.begin for line in lines]
    found = []
    for index, length in enumerate(lengths):
        near = Counter(
            each for each in lengths[max(0, index - REACH) : index + REACH + 1] if NARROWEST <= each <= WIDEST
        )
        width = _shared(near)
        found.append(width if width and length <= width + 3 else 0)
    return found


def whole_paragraphs(lengths: Sequence[int], ended: Sequence[bool], widths: Sequence[int]) -> bool:
    """True for a page with one paragraph a line, as the web has them: few lines, and long ones that end sentences."""
    if any(widths) or len(lengths) > ONE_REPORT:
        return False
    long = [end for length, end in zip(lengths, ended, strict=True) if length >= WHOLE]
    left = len(long) - sum(long)
    few = left <= max(len(long) // 4, 1 if sum(long) > 1 else 0)
    return bool(long) and few and 3 * len(long) >= len(lengths)


def width_of_paragraph(lengths: Sequence[int], ended: Sequence[bool]) -> int:
    """The width of the column that the lines of one block of prose fill; 0 where they fill none.

    A block stands between empty lines. Its lines are as long as each other but for a hanging mark, only the last may
    be shorter, and one of them at least was cut within a sentence: otherwise each may be a paragraph of its own.
    """
    if len(lengths) < FEWEST or all(ended[:-1]):
        return 0
    *full, last = lengths
    width = sorted(full)[len(full) // 2]
    filled = all(abs(length - width) <= 1 for length in full) and last <= width + 1
    return width if filled and NARROWEST <= width <= WIDEST else 0


def _shared(near: Counter[int]) -> int:
    """The length that most of some lines have, or exceed by a hanging mark; 0 where there is none."""
    best, count = 0, 0
    for width in near:
        about = near[width - 1] + near[width] + near[width + 1]
        shared = 2 * near[width] + near[width + 1]
        if (shared, width) > (count, best) and about >= ENOUGH:
            best, count = width, shared
    return best


def fills(length: int, width: int) -> bool:
    """True for a line that goes to its column's edge."""
    return width > 0 and length >= width - 1


def indented(length: int, width: int) -> bool:
    """True for a line that is shorter than its column by an indent."""
    return width > 0 and width - INDENT - 1 <= length <= width - INDENT


def stops_short(length: int, width: int) -> bool:
    """True for a line that ends well before its column's edge."""
    return width > 0 and length < width - INDENT


def usual_gaps(lines: Sequence[Line]) -> list[int]:
    """For every line how many empty lines stand above the lines close by, at the least."""
    gaps = [line.gap for line in lines]
    return [min((gap for gap in gaps[max(1, i - REACH) : i + REACH + 1]), default=0) for i in range(len(lines))]
