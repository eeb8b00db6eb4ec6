"""A post that a text states: who holds which title in which body.

Guarantees: nothing but the record.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["LISTED", "Post"]

LISTED = ("、", "和", "及")
"""What stands between the people of a list."""


class Post(NamedTuple):
    """A post found: indexes of person and organisation, the title, and the view stretch that states it."""

    person: int
    organization: int
    title: str
    begin: int
    end: int
