"""Text of pictures: the font that draws it, and what becomes of characters that it lacks.

Guarantees: no font of the machine is used, so that a picture looks the same everywhere; what is returned for
drawing holds only characters that the one font has (``font/``, see its card).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from kg.graph.escape import printable

__all__ = ["FAMILY", "FONT", "MISSING", "Lettering", "shortened", "use_font"]

FAMILY = "union-kg Sans"
FONT = Path(__file__).parent / "font" / "union-kg-sans.ttf"
MISSING = "〓"
"""Stands for a character that the font lacks: the sign that typesetters use for it."""

_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


class Lettering:
    """Turns text into what can be drawn, and remembers the characters that the font lacks."""

    def __init__(self) -> None:
        self.missing: set[str] = set()

    def __call__(self, text: str) -> str:
        """`text` in visible characters that the font has; line ends stay."""
        return "\n".join(map(self._line, text.split("\n")))

    def _line(self, text: str) -> str:
        seen = (character for character in printable(text) if unicodedata.category(character) not in _INVISIBLE)
        return "".join(map(self._drawn, seen))

    def _drawn(self, character: str) -> str:
        if ord(character) in covered():
            return character
        self.missing.add(character)
        return MISSING


@cache
def covered() -> frozenset[int]:
    """The code points that the font has a glyph for."""
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(FONT)).get_charmap())


@cache
def use_font() -> None:
    """Make `FAMILY` known to matplotlib in this process."""
    from matplotlib.font_manager import fontManager

    fontManager.addfont(FONT)


def shortened(text: str, line: int = 16, lines: int = 2) -> str:
    """`text` in at most `lines` lines of about `line` Chinese characters, with an ellipsis where it goes on.

    >>> shortened("a b", 2), shortened("一二三四五六", 2), shortened("一二三四", 2)
    ('a b', '一二\\n三…', '一二\\n三四')
    """
    found: list[str] = []
    rest = text
    for number in range(lines):
        head = _fitting(rest, line)
        last = number == lines - 1
        if last and head < len(rest):
            return "\n".join([*found, rest[: max(head - 1, 1)] + "…"])
        found.append(rest[:head])
        rest = rest[head:]
        if not rest:
            break
    return "\n".join(part.strip() for part in found)


def _fitting(text: str, line: int) -> int:
    """How many characters of `text` fit in a line; between words of Latin letters where that is possible."""
    width = 0.0
    for index, character in enumerate(text):
        width += 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.55
        if width > line + 0.01:
            spaces = [match.end() for match in re.finditer(" ", text[:index])]
            return spaces[-1] if spaces and spaces[-1] > index // 3 else max(index, 1)
    return len(text)
