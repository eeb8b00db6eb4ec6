"""The tokenizer pipeline: a spaCy Language for Chinese that cuts words with our own pkuseg model.

Guarantees: ``doc.text == text`` for any text, white space included; the model ships with the package
and nothing is downloaded; cost grows linearly with the text, a line of any length included, since the
model sees at most `LONGEST` characters at once.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

from kg.models import artefact
from kg.recognise.segmentation import Segmenter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

__all__ = ["PkusegTokenizer", "chinese_pipeline"]

LONGEST = 400
PIECE = re.compile(rf"\s|[^\s。！？；]{{1,{LONGEST}}}[。！？；]?|[。！？；]")
"""A white space character, or a sentence with its end mark."""


def chinese_pipeline() -> Language:
    """A blank Chinese pipeline whose tokenizer is `PkusegTokenizer` on the model of this package."""
    import spacy

    pipeline = spacy.blank("zh")
    pipeline.tokenizer = PkusegTokenizer(pipeline.vocab, artefact("pkuseg"))
    return pipeline


class PkusegTokenizer(DummyTokenizer):
    """Text → Doc. A single space after a word belongs to the word, as everywhere in spaCy; other white
    space characters are tokens of their own."""

    def __init__(self, vocab: Vocab, model: Path) -> None:
        self.vocab = vocab
        self._segmenter = Segmenter(model)

    def __call__(self, text: str) -> Doc:
        """The text as tokens."""
        words: list[str] = []
        spaces: list[bool] = []
        for word in self._words(text):
            if word == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def _words(self, text: str) -> Iterator[str]:
        for match in PIECE.finditer(text):
            piece = match.group()
            if piece.isspace():
                yield piece
            else:
                yield from self._segmenter.cut(piece)
