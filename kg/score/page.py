"""One gold file beside the facts of the graph about its source: what every measure is a function of.

Guarantees: never changes; whether a node of the graph is an entity of the gold is decided by labels alone,
here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kg.score.facts import Facts, InitiativeNode, Stretch
from kg.score.gold import Gold, GoldEntity, GoldInitiative
from kg.score.names import normal_forms

__all__ = ["Page", "characters"]


class Page:
    """A source: its gold, its text, and the whole graph."""

    def __init__(self, gold: Gold, text: str, facts: Facts) -> None:
        self.gold = gold
        self.text = text
        self.facts = facts
        self.entities = {entity.id: entity for entity in gold.entities}
        self._forms = {entity.id: normal_forms(entity.labels) for entity in gold.entities}

    @property
    def source(self) -> str:
        """The name of the source."""
        return self.gold.source

    @cached_property
    def initiatives(self) -> dict[str, InitiativeNode]:
        """The initiatives of the graph that this source states, by node, sorted."""
        found = self.facts.initiatives
        return {node: found[node] for node in sorted(found) if self.source in found[node].stretches}

    @cached_property
    def required(self) -> tuple[GoldInitiative, ...]:
        """The initiatives of the gold that a graph must have."""
        return tuple(initiative for initiative in self.gold.initiatives if not initiative.optional)

    def forms(self, entity: GoldEntity) -> frozenset[str]:
        """The normal forms of every label that counts as right for an entity of the gold."""
        return self._forms[entity.id]

    def same(self, node: str, entity_id: str) -> bool:
        """Whether a node of the graph is an entity of the gold."""
        return not self._forms[entity_id].isdisjoint(self.facts.forms.get(node, ()))

    def is_optional(self, entity_id: str) -> bool:
        """Whether a graph may leave an entity of the gold out."""
        return self.entities[entity_id].optional

    def find(self, words: str) -> Stretch | None:
        """Where words of the gold stand in the text."""
        begin = self.text.find(words)
        return None if begin < 0 else Stretch(begin, begin + len(words))


def characters(stretches: Iterable[Stretch]) -> set[int]:
    """The positions that stretches cover."""
    return {position for begin, end in stretches for position in range(begin, end)}
