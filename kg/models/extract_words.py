"""Makes ``words/words.txt``, the common words of Chinese, from the word list of jieba 0.42.

Run as ``python -m kg.models.extract_words DICT.TXT`` with the ``dict.txt`` of jieba (a word, how often
its corpus has it, its part of speech). Guarantees: the same list gives the same bytes; one word a line,
sorted, of two to five Chinese characters.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.models import artefact

__all__ = ["common_words", "main"]

OFTEN = 10
"""Times that the corpus has a word, at least: rarer ones are names and accidents of its segmentation."""
WORD = re.compile("[\u4e00-\u9fff]{2,5}")
"""Idioms have four characters; few words have five."""


def common_words(dictionary: str) -> Iterator[str]:
    """The words of the dictionary that are common enough, in its order."""
    for line in dictionary.splitlines():
        word, times, *_ = line.split(" ")
        if int(times) >= OFTEN and WORD.fullmatch(word):
            yield word


def main(arguments: list[str]) -> int:
    """Writes the file and prints how many words it holds."""
    if len(arguments) != 1:
        print("usage: python -m kg.models.extract_words DICT.TXT", file=sys.stderr)
        return 2
    words = sorted(set(common_words(Path(arguments[0]).read_text(encoding="utf-8"))))
    target = artefact("words") / "words.txt"
    target.write_text("\n".join(words) + "\n", encoding="utf-8", newline="\n")
    print(f"{target}: {len(words)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
