"""Sentences that tell what several unions did, one clause after the other, cut where the next union begins.

Guarantees: a part begins at a clause whose first words are a union that does something there, for a group, in a number
or under a name that stands in the part; a union that only has a part in what stands before (…承办), gives to it, speaks
or is told of again begins none. A sentence with one such union is left whole. Looks at one sentence; linear in its
mentions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import FormMatcher, alternation, words
from kg.recognise.sentences import Stretch, clauses

__all__ = ["Subjects"]

OWN = (MentionType.GROUP, MentionType.PROGRAMME, MentionType.QUANTITY, MentionType.MONEY)
"""What a part has to name: for whom, how much, or what it is called."""
LONGEST_MANNER = 12
"""Characters between a union and the words that say what its part in something is (…工会等单位共同承办)."""


class Subjects:
    """Tells the subjects of a sentence apart."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")
        told = words(table["subjects"]["kinds"])
        self._verbs = FormMatcher({verb: kind for kind in told for verb in words(table["verbs"][kind])})
        part = table["part"]
        parts = alternation([verb for role in ("co_host", "guide") for verb in words(part[role])])
        host = alternation(words(table["subjects"]["hosts"]))
        self._part = re.compile(rf"[^，。；：“”《]{{0,{LONGEST_MANNER}}}?(?:{parts}|(?:{host})(?=[，。；的]))")
        contributes = table["contributes"]
        manner, to, gives = (alternation(contributes[name]) for name in ("manner", "to", "verbs"))
        self._gives = re.compile(rf"(?:{manner})*(?:(?:{to})(?!企业|职工))?(?:{gives})")
        self._no_actor = words(table["passive"]["after"])

    def apart(self, text: str, stretch: Stretch, mentions: Sequence[Mention]) -> list[Stretch]:
        """The parts of a sentence, whose mentions these are, in text order; the sentence itself where it has one."""
        unions = {mention.begin: mention for mention in mentions if mention.type is MentionType.UNION}
        if len(unions) < 2:
            return [stretch]
        opening = [clause for clause in clauses(text, stretch) if clause.begin in unions]
        begins = [clause for clause in opening if self._does(text, clause, unions[clause.begin])]
        names: list[str] = []
        cuts: list[int] = []
        for clause in begins:
            name = unions[clause.begin].text
            if not any(name.endswith(other) or other.endswith(name) for other in names):
                names.append(name)
                cuts.append(clause.begin)
        if len(cuts) < 2:
            return [stretch]
        if not self._verbs.matches(text[stretch.begin : cuts[0]]):
            cuts = cuts[1:]
        parts = [Stretch(b, e) for b, e in zip([stretch.begin, *cuts], [*cuts, stretch.end], strict=True) if b < e]
        if not all(any(m.type in OWN and begin <= m.begin < end for m in mentions) for begin, end in parts):
            return [stretch]
        return parts

    def _does(self, text: str, clause: Stretch, union: Mention) -> bool:
        """Whether a union at a clause's begin does something in that clause."""
        if self._part.match(text, union.end, clause.end) or self._gives.match(text, union.end, clause.end):
            return False
        if text.startswith(self._no_actor, union.end):
            return False
        return bool(self._verbs.matches(text[union.end : clause.end]))
