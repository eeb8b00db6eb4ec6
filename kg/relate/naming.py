"""What named drafts are called.

Guarantees: names that touch, or go on behind a dash or 暨 (“甲”——某某行动, “甲”暨某某活动), and have one head noun
between them (“甲”“乙”培训班) are one name; each of the names of a
list with marks between them, or without a head noun, is one by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.recognise.matching import words
from kg.recognise.programmes import plain_name
from kg.relate.editions import Editions

__all__ = ["EventNames", "keys", "names", "quoted"]

CLOSING = ("”", "》")
JOINED = re.compile(r"(?:(?:——?|暨)[^，。；：“”《》\n]{0,20})?")
"""Between two names of one programme: nothing, or a dash or 暨 and what goes before the second's head noun."""


class EventNames:
    """How a text names an event, and speaks of it again."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.events = words(lexicon.table("programmes")["events"]["heads"])
        self.occasions = words(lexicon.table("actions")["ellipsis"]["occasions"])
        self.editions = Editions(lexicon)


def names(programmes: Sequence[Mention], text: str) -> list[list[Mention]]:
    """The programmes of a sentence, each with the names that it is called by together."""
    touching: list[list[Mention]] = []
    for mention in programmes:
        if touching and _goes_on(text, touching[-1][-1], mention):
            touching[-1].append(mention)
        else:
            touching.append([mention])
    found: list[list[Mention]] = []
    for parts in touching:
        found.extend([[part] for part in parts] if parts[-1].text.endswith(CLOSING) else [parts])
    return found


def _goes_on(text: str, before: Mention, mention: Mention) -> bool:
    """Whether one name goes on from another; behind a dash only where the first is a quotation without a head noun."""
    between = JOINED.fullmatch(text, before.end, mention.begin)
    dash = between is not None and between.group().startswith("—")
    return between is not None and (not dash or before.text.endswith(CLOSING))


def quoted(name: str) -> str:
    """A name in quotation marks."""
    return f"“{name}”"


def keys(told: Iterable[str]) -> list[str]:
    """Names without the year and the spaces that reports of one programme differ by."""
    return [re.sub(r"^20\d\d年度?|\s", "", plain_name(name)) for name in told if name]
