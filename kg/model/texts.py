"""What is read: sources, the articles told apart in them, and stretches of both.

Guarantees: see `kg.model` for the two kinds of position.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

__all__ = ["Article", "Byline", "Phrase", "Source"]


class Phrase(msgspec.Struct, frozen=True, order=True):
    """A stretch of one source: ``anchor == source.text[begin:end]``, always and exactly."""

    source: str
    """Key of the `Source`."""
    begin: int
    end: int
    anchor: str


class Source(msgspec.Struct, frozen=True):
    """One file (or one record of a .jsonl file) as it was read, untouched."""

    key: str
    """16 hexadecimal digits made from `name` and `sha256`; part of every phrase's IRI."""
    name: str
    """The file's name, or ``FILE.jsonl/ID`` for a record; ``dcterms:identifier`` in the graph."""
    text: str
    """The decoded text; source positions count its characters."""
    sha256: str
    """Of the file's bytes (of the record's text in UTF-8 for .jsonl)."""
    markup: str = "text"
    """``text``, ``markdown`` or ``html``: how `text` is to be looked at."""
    date: str | None = None
    """ISO date that came with the source (a .jsonl field), else None."""
    title: str | None = None
    url: str | None = None


class Byline(msgspec.Struct, frozen=True):
    """A name in a by-line or sign-off, in view positions of its article."""

    role: str
    """``reporter`` (记者), ``correspondent`` (通讯员 and sign-offs) or ``photographer`` (摄)."""
    begin: int
    end: int


class Article(msgspec.Struct, frozen=True):
    """One article of a source as a reader would see it.

    ``len(text) == len(begins) == len(ends)``; view character ``i`` is source ``[begins[i], ends[i])``.
    The view joins lines that a scanner broke, keeps one ``\\n`` between paragraphs (its begin and end
    are the position after the character before it), has traditional characters simplified and
    half-width punctuation between Chinese characters and full-width digits and letters made regular,
    one character for one character.
    """

    key: str
    """16 hexadecimal digits made from the source's key and the position of the body's first character."""
    source: str
    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    body: int
    """View position where the body begins; the headline's lines stand before it."""
    headline: str
    """The headline's lines joined by a space, in the source's own characters; may be empty."""
    stretches: tuple[tuple[int, int], ...]
    """Source positions ``(begin, end)`` of the article's pieces, headline included, in reading order."""
    bylines: tuple[Byline, ...] = ()
    date: str | None = None
    """ISO date (day) of publication from masthead, date line or record; None where the text tells none."""
    year: int | None = None
    """The year of its page, told by the articles beside it, where nothing tells the day."""
    newspaper: str | None = None
    """The newspaper's name where a masthead tells it."""
    fragment: bool = False
    """True for a piece that has neither headline nor by-line and could not be joined to an article."""

    def phrases(self, source: Source, begin: int, end: int) -> tuple[Phrase, ...]:
        """The source phrases of view positions ``[begin, end)``, in reading order: one, or one a piece
        where the range runs over the joint of two pieces of the article. ValueError where it is empty."""
        if not 0 <= begin < end <= len(self.text):
            raise ValueError(f"article {self.key}: view positions {begin},{end} are empty or outside")
        stops = (begin, *(() if self._is_of_one_piece(begin, end) else self._joints(begin, end)), end)
        spans = [(self.begins[start], self.ends[stop - 1]) for start, stop in pairwise(stops)]
        return tuple(Phrase(source.key, first, last, source.text[first:last]) for first, last in spans if first < last)

    def phrase(self, source: Source, begin: int, end: int) -> Phrase:
        """The longest of `phrases`, the first among equals: where a mention stands."""
        return max(self.phrases(source, begin, end), key=lambda phrase: phrase.end - phrase.begin)

    def _is_of_one_piece(self, begin: int, end: int) -> bool:
        """Whether all of a range certainly stands in the stretch of its first character, as it mostly does."""
        index, begins = self._piece(begin), self.begins[begin:end]
        return index >= 0 and self.stretches[index][0] <= min(begins) and max(begins) < self.stretches[index][1]

    def _joints(self, begin: int, end: int) -> list[int]:
        """The positions in a range at which another piece begins."""
        pieces = [self._piece(position) for position in range(begin, end)]
        return [begin + index for index in range(1, len(pieces)) if pieces[index] != pieces[index - 1]]

    def _piece(self, position: int) -> int:
        """Index of the stretch that a view character stands in; that of the character before for a line break."""
        while position > 0 and self.text[position] == "\n":
            position -= 1
        begin = self.begins[position]
        for index, (first, last) in enumerate(self.stretches):
            if first <= begin < last:
                return index
        return -1
