"""Parts of a body that a post names by themselves: 统战部 behind 县委常委, 机关党委 behind 副局长.

Guarantees: a part is of the body that its sentence named last before: a department of a party committee of
the committee, unless a union is named in between; the mention carries the full name in `Mention.label`. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import alternation, words

__all__ = ["OFFICE", "PART", "PartFinder"]

OFFICE = "body-of-office"
"""Rule of a mention whose words are a post, or a body short of the place it belongs to."""
PART = "part-of-body"
"""Rule of a mention whose words are a part of the body that its label tells."""
CONFIDENCE = 0.8


class PartFinder:
    """Finds the parts of bodies before titles."""

    def __init__(self, lexicon: Lexicon) -> None:
        people = lexicon.table("people")
        table = people["bodies"]
        before = f"(?=(?:{alternation(table['deputies'])})?(?:{alternation(people['titles'])})$)"
        self._of_committees = re.compile(f"(?:{alternation(table['committee_departments'])}){before}")
        self._of_any = re.compile(f"(?:{alternation(table['staff_committees'])}){before}")
        self._committees = words(table["committee_ends"])

    def part(self, text: str, begin: int, end: int, sentence: int, names: Iterable[Mention]) -> Mention | None:
        """The part with which a title at view positions ``[begin, end)`` begins, of a body that the sentence named."""
        of_committee = self._of_committees.match(text, begin, end)
        match = of_committee or self._of_any.match(text, begin, end)
        if match is None:
            return None
        earlier = [one for one in names if sentence <= one.begin and one.end <= begin]
        if of_committee:
            earlier = [one for one in earlier if one.type is MentionType.UNION or self._is_committee(one)]
        whole = max(earlier, key=lambda one: (one.end, one.end - one.begin), default=None)
        if whole is None or (of_committee and whole.type is MentionType.UNION):
            return None
        label = _name(whole) + match.group()
        kind, words_there = MentionType.ORGANIZATION, match.group()
        return Mention(kind, begin, match.end(), words_there, PART, CONFIDENCE, label=label, concept="PublicBody")

    def _is_committee(self, name: Mention) -> bool:
        return name.type is MentionType.ORGANIZATION and _name(name).endswith(self._committees)


def _name(mention: Mention) -> str:
    return "".join((mention.label or mention.text).split())
