"""What the rules of `relate` decide on their way, for those who ask why a fact is not there.

Guarantees: recording changes no decision, and nothing is recorded unless a `Trace` is given to `Relater.facts`;
a decision is kept once, in the order in which it was made; every rule has a sentence in `RULES`.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.recognise.sentences import Stretch

__all__ = ["RULES", "Decision", "Trace"]

RULES = {
    "speech": "the sentence is somebody's speech, from which no initiative is read",
    "sign-off": "the sentence is a sign-off in brackets",
    "headline": "a headline tells no initiative by itself; it only adds to one that the body names",
    "others-lead": "the sentence is led by a body that is no union, so that no union of an earlier sentence acts in it",
    "no-actor": "no union acts in the sentence, and none acted before it",
    "inherited-actor": "no union acts in the sentence; the one that acted last is taken to go on",
    "actor-in-speech": "the union is named in somebody's speech",
    "actor-spoken-to": "the word before the union makes it the one spoken to, visited, quoted or named as a source",
    "actor-as-guest": "the union's people only attend as guests",
    "actor-as-owner-of-group": "the union is only named as the one whose workers they are",
    "actor-by-word-behind": "the word behind the union makes it no actor, and no officer of it acts for it",
    "actor-without-verb": "no verb of a deed follows the union",
    "only-points": "the name only points back at something told before",
    "not-done": "a word says that what follows is said, wished or asked for, not done",
    "purpose": "the clause says what for, and tells no deed",
    "attended": "the clause only says who came to an event, or who opened it",
    "setting": "the words only say what was there before or around the deed",
    "no-deed": "no verb of the sentence tells a deed",
    "too-little": "the deed says too little to be an initiative: its verb, actor, numbers, goods and groups weigh less"
    " than the least that is needed",
    "apart": "the sentence tells a measure of its own behind an initiative: an item of a list with its own number,"
    " an honour given beside it, an agreement signed at it, plates given to a number of bodies,"
    " what everybody of a group has got, or a counted group that a team goes on to",
    "tells-more": "the sentence adds to an initiative told before instead of telling a new one",
    "contributes": "the sentence tells what another union gives to an initiative told before",
    "adds-nothing": "the sentence adds to no initiative told before",
    "not-for-it": "of all that can be seen of the group, too little speaks for the initiative being for it",
    "group-one-person": "the group's name only tells the work of one person",
    "group-engaged": "those of the group are called in to help others",
    "group-of-other-part": "another part of the sentence names the group",
    "group-of-parents": "the group are only the parents of the children whom the initiative is for",
    "group-general": "a general group adds nothing to an initiative told before",
    "group-beside-specific": "a general group does not count beside a specific one",
}
"""Every rule that is recorded, with what it says."""


class Decision(NamedTuple):
    """One decision about a stretch of an article."""

    rule: str
    """A key of `RULES`."""
    stretch: Stretch
    """View positions of the sentence, clause or mention that it is about."""
    words: tuple[str, ...]
    """The words that decided, or the names that the decision speaks of; may be empty."""


class Trace:
    """The decisions about one article, in the order in which they were made."""

    def __init__(self) -> None:
        self._decisions: dict[Decision, None] = {}

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions so far, each once."""
        return tuple(self._decisions)

    def note(self, rule: str, begin: int, end: int, words: tuple[str, ...]) -> None:
        """Keep a decision."""
        self._decisions.setdefault(Decision(rule, Stretch(begin, end), words))
