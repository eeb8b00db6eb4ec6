"""The kind of an initiative, from the words of its name and sentence.

Guarantees: a kind of ``kinds.ttl``; decided by the summed length of the kinds' cue words, those in the
name counting three times; ties go to the scheme's alphabetical order; ``other`` where no cue stands.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.recognise.matching import FormMatcher

__all__ = ["KindClassifier"]

NAME_WEIGHT = 3


class KindClassifier:
    """Chooses kinds."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues: dict[str, list[str]] = {}
        for name, kind in lexicon.kinds.items():
            for cue in (kind.label, *kind.alternatives, *kind.hidden) if kind.hidden else ():
                cues.setdefault(cue, []).append(name)
        self._matcher = FormMatcher({cue: tuple(names) for cue, names in cues.items()})

    def kind(self, name: str, sentence: str) -> str:
        """The kind that the cues in `name` and `sentence` speak for most."""
        scores: dict[str, float] = {}
        for text, weight in ((name, NAME_WEIGHT), (sentence, 1)):
            for begin, end, kinds in self._matcher.matches(text):
                for kind in kinds:
                    scores[kind] = scores.get(kind, 0.0) + weight * (end - begin)
        scores.pop("other", None)
        if not scores:
            return "other"
        if "meeting" in scores and len(scores) > 1:
            scores["meeting"] /= 2
        return max(sorted(scores), key=lambda kind: scores[kind])
