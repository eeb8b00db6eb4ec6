"""The federations that an article names, by the division in their names.

Guarantees: a federation is a union of one name that the article names with 总工会 or 总: of the division, or of the
level that 全市, 该县 tell, of unions spoken of as many; of the division with which the name of a union begins that is
founded; of the division that a programme's name holds. None where names say nothing. Looks at names alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Mention, MentionType
from kg.recognise.collective_unions import COLLECTIVE

__all__ = ["Federations"]

HERE = "全我本该"
"""With which a level is that of the place where the text is at home (全市各级工会)."""
HEADS = ("总工会", "总")
SHORTEST = 2
LEVELS = "省市县区州旗盟"


class Federations:
    """The federations that the mentions of one article name."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._stems: dict[str, int] = {}
        for index, mention in enumerate(mentions):
            if mention.type is not MentionType.UNION or mention.rule == COLLECTIVE or mention.label:
                continue
            head = next((head for head in HEADS if mention.text.endswith(head)), "")
            if head and len(mention.text) > len(head):
                self._stems.setdefault(mention.text.removesuffix(head), index)

    def of(self, union: int) -> int | None:
        """The federation of a mention of many unions, where the article names it."""
        mention = self._mentions[union]
        if mention.rule != COLLECTIVE:
            return None
        if mention.text[0] in HERE:
            return self._of_level(mention)
        named = (stem for stem in self._stems if len(stem) >= SHORTEST and _of_one_division(mention.text, stem))
        return next((self._stems[stem] for stem in named), self._of_short_name(mention))

    def named_in(self, name: str) -> int | None:
        """The federation whose division a programme's name holds (某市第四届职工运动会); the smallest of several."""
        found = [stem for stem in self._stems if len(stem) > SHORTEST and stem in name]
        return self._stems[max(found, key=name.rfind)] if found else None

    def founder(self, union: int) -> int | None:
        """The federation of the division with which the name of a union begins that is founded."""
        text = self._mentions[union].text
        found = [stem for stem in self._stems if len(stem) >= SHORTEST and text.startswith(stem)]
        return self._stems[max(found, key=len)] if found else None

    def _of_level(self, mention: Mention) -> int | None:
        """The first federation of the level that stands behind 全."""
        level = mention.text[1]
        if level not in LEVELS:
            return None
        return next((index for stem, index in self._stems.items() if stem.endswith(level)), None)

    def _of_short_name(self, mention: Mention) -> int | None:
        """市总工会 for 安庆市各级工会: the federation that is told by its level alone."""
        owner = mention.text.removesuffix(mention.label)
        return self._stems.get(owner[-1]) if len(owner) > SHORTEST and owner != mention.text else None


def _of_one_division(many: str, stem: str) -> bool:
    """Whether many unions begin with a federation's division, with or without its level or what is above it."""
    plain = stem[:-1] if stem[-1] in LEVELS and len(stem) > SHORTEST else stem
    return many.startswith(plain) or any(many.startswith(plain[cut:]) for cut in (2, 3) if len(plain) - cut >= SHORTEST)
