"""The tokenizer pipeline: a spaCy Language for Chinese that cuts words with our own pkuseg model.

Guarantees: ``doc.text == text`` for any text, white space included; the tokens begin where `Segmenter.begins` says;
the model ships with the package and nothing is downloaded.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

from kg.models import artefact
from kg.recognise.segmentation import Segmenter

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["PkusegTokenizer", "chinese_pipeline"]


def chinese_pipeline(segmenter: Segmenter | None = None) -> Language:
    """A blank Chinese pipeline whose tokenizer is `PkusegTokenizer`; the model of this package where none is given."""
    pipeline = spacy.blank("zh")
    pipeline.tokenizer = PkusegTokenizer(pipeline.vocab, segmenter or Segmenter(artefact("pkuseg")))
    return pipeline


class PkusegTokenizer(DummyTokenizer):
    """Text → Doc. A single space after a word belongs to the word, as everywhere in spaCy; other white
    space characters are tokens of their own."""

    def __init__(self, vocab: Vocab, segmenter: Segmenter) -> None:
        self.vocab = vocab
        self._segmenter = segmenter

    def __call__(self, text: str) -> Doc:
        """The text as tokens."""
        begins = self._segmenter.begins(text)
        pieces = [text[begin:end] for begin, end in pairwise([*begins, len(text)])]
        spaces = [len(piece) > 1 and piece.endswith(" ") for piece in pieces]
        words = [piece[:-1] if space else piece for piece, space in zip(pieces, spaces, strict=True)]
        return Doc(self.vocab, words=words, spaces=spaces)
