"""Short names that a text itself defines: 全称（以下简称“短名”）.

Guarantees: every occurrence of a short name behind its definition is a mention of what the full name means, with
that name as its label, where no other name holds it. Pure; linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.recognise.matching import FormMatcher, alternation

__all__ = ["ShortNameFinder"]

NAME = r"[\u4e00-\u9fffA-Za-z]{2,10}"


class ShortNameFinder:
    """Finds the short names that a text defines."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("organizations")["short_names"]
        from_here, called = alternation(table["from_here"]), alternation(table["called"])
        self._definition = re.compile(rf"[（(](?:{from_here})?(?:{called})[为：:]?[“\"'‘]?({NAME})[”\"'’]?[）)]")

    def mentions(self, text: str, names: Iterable[Mention]) -> list[Mention]:
        """The mentions by short names that the text defines behind one of `names`."""
        listed = sorted(names, key=lambda name: (name.end, name.begin))
        ends = {name.end: name for name in reversed(listed)}
        forms: dict[str, tuple[int, Mention]] = {}
        for match in self._definition.finditer(text):
            full = ends.get(match.start())
            if full is not None and match.group(1) != full.text:
                forms.setdefault(match.group(1), (match.start(1), full))
        if not forms:
            return []
        taken = {position for name in listed for position in range(name.begin, name.end)}
        return [
            Mention(
                full.type,
                begin,
                end,
                text[begin:end],
                "defined-short-name",
                0.9,
                label=full.label or "".join(full.text.split()),
                concept=full.concept,
            )
            for begin, end, (defined, full) in FormMatcher(forms).matches(text)
            if begin >= defined and begin not in taken
        ]
