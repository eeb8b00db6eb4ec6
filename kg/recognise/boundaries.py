"""Where a name begins, given where its head noun stands.

Guarantees: looks only to the left of the head noun, on the tokens of the segmenter cut at the head's
first character; never crosses punctuation (other than a pair of brackets inside a name), a function
word or a verb of the lexicon; a division of the gazetteer is taken whole, and a name that has one
begins with it or with the divisions above it. Pure; linear in the length of the name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.recognise.matching import words

__all__ = ["NameBoundary", "NameContext"]

LONGEST_NAME = 30
SINGLE_STOPS = frozenset("由与和在向对为被把从将给让跟于的及据同个等名年月日是")
KNOWN_DIVISIONS = frozenset(
    ("省", "市", "县", "州", "旗", "盟", "自治区", "自治州", "自治县", "街道", "镇", "乡", "区")
)
"""Words of divisions that the gazetteer lists completely."""


class NameContext:
    """What the boundaries of one article's names depend on."""

    def __init__(self, text: str, token_begins: Sequence[int]) -> None:
        self.text = text
        self.token_begins = token_begins
        self.divisions: dict[int, int] = {}
        """End of each division mention → its begin."""
        self.names: dict[int, int] = {}
        """End of each name found so far → its begin; names may be built on names."""

    def is_token_end(self, end: int) -> bool:
        """Whether a token ends at view position `end`."""
        return end >= len(self.text) or self.is_token_begin(end)

    def is_token_begin(self, begin: int) -> bool:
        """Whether a token begins at view position `begin`."""
        index = bisect_right(self.token_begins, begin) - 1
        return index >= 0 and self.token_begins[index] == begin

    def next_token(self, position: int) -> int:
        """View position where the token that holds `position` ends."""
        index = bisect_right(self.token_begins, position)
        return self.token_begins[index] if index < len(self.token_begins) else len(self.text)

    def piece(self, end: int) -> int:
        """The begin of the token, or of the part of a token, that ends at view position `end`."""
        index = bisect_right(self.token_begins, end - 1) - 1
        return self.token_begins[index] if index >= 0 else end - 1


class NameBoundary:
    """Follows a name to the left from its head noun."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("boundaries")
        self.stops = frozenset(words(table["function"]) + words(table["verbs"]))
        prefixes = lexicon.table("organizations")["prefixes"]
        self.division_words = tuple(sorted(words(prefixes["divisions"]), key=lambda word: (-len(word), word)))
        self.business = frozenset(words(table["business"]))
        self.anaphors = frozenset(words(prefixes["anaphors"]))

    def begin(self, context: NameContext, head: int, *, firm: bool = False) -> int:
        """View position where the name with a head noun at `head` begins; `head` itself where nothing precedes.

        A `firm`'s name goes on over its line of business (某某物业管理有限公司), which elsewhere is a verb.
        """
        position = head
        while head - position < LONGEST_NAME:
            before = self._step(context, position, firm)
            if before is None:
                break
            position, final = before
            if final:
                break
        return position

    def _step(self, context: NameContext, position: int, firm: bool) -> tuple[int, bool] | None:
        """(new begin, whether the name begins there for good), or None where the name cannot go on."""
        if position == 0:
            return None
        if position in context.names:
            return context.names[position], True
        if position in context.divisions:
            return self._above(context, context.divisions[position]), True
        text = context.text
        if text[position - 1] == "）":
            return self._bracket(text, position)
        begin = context.piece(position)
        piece = text[begin:position]
        word = next((word for word in self.division_words if text.endswith(word, 0, position)), "")
        if word and (len(word) > 1 or piece == word) and not self._anaphoric(context, position - len(word)):
            return self._unknown_division(context, position - len(word), word), True
        if firm and piece in self.business:
            return begin, False
        if piece in self.stops or piece in self.anaphors or not _is_name_text(piece):
            return None
        for offset in range(len(piece) - 1, -1, -1):
            if piece[offset] in SINGLE_STOPS and len(piece) > 1:
                return (begin + offset + 1, True) if offset + 1 < len(piece) else None
        return begin, False

    def _unknown_division(self, context: NameContext, position: int, word: str) -> int:
        """Where the name of a division that no gazetteer lists begins (两江新区, 某某村)."""
        if word in KNOWN_DIVISIONS:
            return position
        begin = position
        while begin > 0 and position - begin < 4:
            if begin in context.divisions:
                return self._above(context, context.divisions[begin])
            piece_begin = context.piece(begin)
            piece = context.text[piece_begin:begin]
            if piece in self.stops or piece in self.anaphors or not _is_name_text(piece) or piece[0] in SINGLE_STOPS:
                break
            begin = piece_begin
        return begin if position - begin >= 2 else position

    def _above(self, context: NameContext, position: int) -> int:
        while position in context.divisions:
            position = context.divisions[position]
        if position in context.names:
            return context.names[position]
        return position

    def _anaphoric(self, context: NameContext, position: int) -> bool:
        return position > 0 and context.text[position - 1] in "该本全各"

    def _bracket(self, text: str, position: int) -> tuple[int, bool] | None:
        opened = text.rfind("（", max(0, position - 12), position)
        return (opened, False) if opened > 0 and _is_name_text(text[opened + 1 : position - 1]) else None


def _is_name_text(piece: str) -> bool:
    return (
        all(
            "\u4e00" <= character <= "\u9fff" or (character.isascii() and character.isalpha()) or character in "·+-&"
            for character in piece
        )
        and piece.strip() != ""
    )
