"""Chinese words as a pkuseg model cuts them, several times faster than by spacy-pkuseg's own `cut`.

Guarantees: the words are those of ``spacy_pkuseg.pkuseg(model, user_dict=None).cut``, for any text without white space
and any model that spacy-pkuseg trains. spacy-pkuseg reads the model and finds the best path; what can be seen at each
character is looked up here: a word of the model that stands in the text is looked for once, and two words side by side
where there are two, not at each character in each of the hundred pairs of lengths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from ahocorasick_rs import AhoCorasick
from spacy_pkuseg import inference
from spacy_pkuseg.config import config
from spacy_pkuseg.feature_extractor import FeatureExtractor
from spacy_pkuseg.model import Model

from kg.errors import OntologyError

__all__ = ["Segmenter"]

NO_WORD = "*"
"""Stands for a digit or letter where words are looked for; no word of a model holds it."""
ANY = 0
"""The feature of every character."""
SINGLE = ("c.", "c-1.", "c1.", "c-2.", "c2.")
"""Kinds of features of one character: the place itself, the one before it, behind it, the second before, behind."""


class Segmenter:
    """Cuts text into words. Building one reads the model in a folder."""

    def __init__(self, folder: Path) -> None:
        try:
            extractor = FeatureExtractor.load(str(folder))
            self._model = Model.load(str(folder))
        except (OSError, KeyError, ValueError) as error:
            raise OntologyError(f"{folder}: no segmentation model ({error}); install kg again") from error
        self._features: dict[str, int] = extractor.feature_to_idx
        self._singles: dict[str, tuple[int | None, ...]] = {}
        lengths = range(config.wordMin, config.wordMax + 1)
        self._automaton = AhoCorasick(sorted(word for word in extractor.unigram if len(word) in lengths))
        self._begins = frozenset(number for tag, number in extractor.tag_to_idx.items() if "B" in tag)
        self._marks = extractor.keywords_translate_table
        self._classes = dict.fromkeys(extractor.letter, "**Letter") | dict.fromkeys(extractor.num, "**Num")
        self._masked = str.maketrans(dict.fromkeys(self._classes, NO_WORD))

    def cut(self, text: str) -> list[str]:
        """The words of a text without white space."""
        if not text:
            return []
        _, tags = inference.decodeViterbi_fast(self._seen(text.translate(self._marks)), self._model)
        begins = [0, *(place for place, tag in enumerate(tags) if place and tag in self._begins), len(text)]
        return [text[begin:end] for begin, end in pairwise(begins)]

    def _seen(self, text: str) -> list[list[int]]:
        """The numbers of the features at each character, in spacy-pkuseg's order."""
        nodes = ["", "", *(self._classes.get(character, character) for character in text), "", ""]
        pairs = [f"{first}.{second}" for first, second in pairwise(nodes)]
        own, before, behind, second_before, second_behind = zip(*map(self._alone, nodes), strict=True)
        columns = (
            own[2:-2],
            before[1:],
            self._numbers("c-1c.", pairs[1:]),
            behind[3:],
            self._numbers("cc1.", pairs[2:]),
            second_before,
            self._numbers("c-2c-1.", pairs),
            second_behind[4:],
        )
        found = [[ANY, *filter(None, row)] for row in zip(*columns, strict=False)]
        begun, ended = self._listed(text.translate(self._masked))
        for place in sorted({*begun, *ended}):
            here, there = begun.get(place, ()), ended.get(place, ())
            names = [f"w-1.{word}" for word in there]
            names += [f"w1.{word}" for word in here]
            names += [f"ww.l.{first}*{second}" for first in ended.get(place - 1, ()) for second in here]
            names += [f"ww.r.{first}*{second}" for first in there for second in begun.get(place + 1, ())]
            found[place] += filter(None, self._numbers("", names))
        return found

    def _alone(self, node: str) -> tuple[int | None, ...]:
        """The numbers of the features that speak of one character, each looked up once for all texts."""
        numbers = self._singles.get(node)
        if numbers is None:
            numbers = tuple(self._features.get(kind + node) for kind in SINGLE)
            self._singles[node] = numbers
        return numbers

    def _numbers(self, kind: str, names: Iterable[str]) -> Iterator[int | None]:
        """The numbers of the features of a kind that speak of these, None where the model has none."""
        return map(self._features.get, map(kind.__add__, names))

    def _listed(self, text: str) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
        """The words of the model in a text by the places of their first and of their last characters, longest first."""
        begun: dict[int, list[str]] = {}
        ended: dict[int, list[str]] = {}
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for _, begin, end in sorted(found, key=lambda match: match[1] - match[2]):
            begun.setdefault(begin, []).append(text[begin:end])
            ended.setdefault(end - 1, []).append(text[begin:end])
        return begun, ended
