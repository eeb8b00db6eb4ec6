"""Between which bounds a number lies that its text tells only roughly: 30余万元, 近千名, 约200份, 不少于60万元.

Guarantees: pure; a number told exactly is both of its own bounds; a bound that the words leave open is None. The
step of a round number is one of its last digit that is not 0: of 300,000 it is 100,000, so that 30余万 lies below
400,000; a number that is said to be nearly reached lies at most a step below, one that is rounded half a step off.
"""

from __future__ import annotations

__all__ = ["bounds"]

SCALE = 100
"""Two decimals count."""


def bounds(value: float, qualifier: str, manner: str) -> tuple[float | None, float | None]:
    """Lower and upper bound of a number.

    Parameters
    ----------
    value : the number as it is written.
    qualifier : "", "more than", "about", "at least" or "at most".
    manner : of ``[bounds]`` in the units lexicon: "within" (余, 多: less than a step more), "below" (近: not
        quite), "around" (约, 左右), or "" where the words leave one side open.
    """
    step = _step(value)
    if manner == "within":
        return value, value + step
    if manner == "below":
        return max(0.0, value - step), value
    if manner == "around" or qualifier == "about":
        return value - step / 2, value + step / 2
    if qualifier in ("more than", "at least"):
        return value, None
    return (None if qualifier == "at most" else value), value


def _step(value: float) -> float:
    """One of the last digit of a number that is not 0."""
    scaled = round(value * SCALE)
    if scaled <= 0:
        return 0.0
    step = 1
    while scaled % (step * 10) == 0:
        step *= 10
    return step / SCALE
