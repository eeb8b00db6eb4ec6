"""Makes ``font/union-kg-sans.ttf``, the font of the pictures, from Noto Sans SC.

Run as ``python -m kg.plot.subset_font FONT.ttf`` with ``NotoSansSC-Regular.ttf``; needs fonttools, which comes
with matplotlib. Guarantees: the same font and the same project files give the same bytes; the family is called
`FAMILY`, so that no installed font is taken for it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from kg.lexicon import ontology_folder
from kg.models import artefact
from kg.plot.text import FAMILY, FONT

__all__ = ["main", "wanted"]

RANGES = ((0x20, 0x17F), (0x2010, 0x205F), (0x2460, 0x2473), (0x3000, 0x301F), (0xFF00, 0xFFEF))
"""Latin, punctuation, numbers in circles, Chinese punctuation, full-width forms."""
CHARSETS = {"gb2312": range(0xA1, 0xF8), "big5": range(0xA4, 0xC7)}
"""First bytes: the whole of GB 2312, and the common characters of Big5 for traditional texts."""
KEPT_NAMES = [0, 13, 14]
"""Copyright, licence and where the licence stands; the other names are written anew."""


def wanted() -> set[int]:
    """Code points: character sets, ranges, and whatever the project's own word lists hold."""
    files = [artefact("gazetteer") / "divisions.tsv", artefact("words") / "words.txt"]
    files += [path for path in sorted(ontology_folder().rglob("*")) if path.is_file()]
    found = {ord(character) for path in files for character in path.read_text(encoding="utf-8")}
    for first, last in RANGES:
        found.update(range(first, last + 1))
    for charset, rows in CHARSETS.items():
        found.update(map(ord, _characters(charset, rows)))
    return found


def _characters(charset: str, rows: range) -> Iterator[str]:
    for first in rows:
        for second in range(0x40, 0xFF):
            try:
                yield from bytes([first, second]).decode(charset)
            except UnicodeDecodeError:
                continue


def main(arguments: list[str]) -> int:
    """Writes the font and prints how many characters it has."""
    if len(arguments) != 1:
        print("usage: python -m kg.plot.subset_font FONT.ttf", file=sys.stderr)
        return 2
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(arguments[0], recalcTimestamp=False)
    options = subset.Options(layout_features=[], hinting=False, name_IDs=KEPT_NAMES, notdef_outline=True)
    options.name_languages = ["*"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    for number, name in {1: FAMILY, 2: "Regular", 3: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", "")}.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    font.save(FONT)
    print(f"{FONT.name}: {len(font.getBestCmap())} characters, {Path(FONT).stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
