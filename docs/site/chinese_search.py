"""The search of the site: English words by their stems, Chinese by pairs of characters.

Guarantees: a question of two or more Chinese characters finds every page that holds them in a row, and works from
a file without any server; no list of words is needed. What splits a page here and what splits a question in the
browser is the same rule, written twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sphinx.search.en import SearchEnglish

__all__ = ["Search"]

_RUN = re.compile("([\u3400-\u9fff]+)")


class Search(SearchEnglish):
    """Sphinx's English search, and runs of Chinese characters cut into 快递 | 递员."""

    js_splitter_code = """
function splitQuery(query) {
  const words = [];
  for (const part of query.split(/([\\u3400-\\u9fff]+)/)) {
    if (/^[\\u3400-\\u9fff]/.test(part)) {
      if (part.length === 1) words.push(part);
      for (let i = 0; i + 1 < part.length; i++) words.push(part.slice(i, i + 2));
    } else {
      words.push(...part.split(/[^\\p{Letter}\\p{Number}_\\p{Emoji_Presentation}]+/gu).filter((word) => word));
    }
  }
  return words;
}
"""

    def split(self, input: str) -> list[str]:
        """The words of a text, in its order."""
        return list(self._words(input))

    def _words(self, text: str) -> Iterator[str]:
        for part in _RUN.split(text):
            if not _RUN.fullmatch(part):
                yield from super().split(part)
                continue
            yield from part
            yield from map("".join, pairwise(part))
