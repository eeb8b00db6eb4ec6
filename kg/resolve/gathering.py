"""Entities gathered from mentions.

Guarantees: an `EntityGathering` collects, by key, labels, surface forms, phrases and reasons in any
order and gives the same entity whatever that order was.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Entity, EntityType, Grounds, Phrase

__all__ = ["EntityGathering"]


class EntityGathering:
    """What is known of one entity so far."""

    def __init__(self, key: str, type: EntityType) -> None:
        self.key, self.type = key, type
        self.labels: set[str] = set()
        self.forms: set[str] = set()
        self.phrases: set[Phrase] = set()
        self.reasons: set[str] = set()
        self.grounds: set[Grounds] = set()
        self.doubt = 1.0
        self.attributes: dict[str, str] = {}

    def add(
        self,
        label: str,
        forms: Iterable[str],
        phrase: Phrase | None,
        confidence: float,
        reason: str = "",
        rule: str = "",
        **attributes: str | None,
    ) -> None:
        """One mention more, or what another fact tells of the entity. Of differing attributes the smallest is kept."""
        self.labels.add(label)
        self.forms.update("".join(form.split()) for form in forms)
        if phrase is not None and phrase not in self.phrases:
            self.phrases.add(phrase)
            self.doubt = min(self.doubt, 1 - confidence)
        if phrase is not None and rule:
            self.grounds.add(Grounds(phrase, rule, reason))
        if reason:
            self.reasons.add(reason)
        for name, value in attributes.items():
            if value:
                self.attributes[name] = min(value, self.attributes.get(name, value))

    @property
    def label(self) -> str:
        """The longest label found, the first in code-point order among equals."""
        return min(self.labels, key=lambda text: (-len(text), text))

    def entity(self) -> Entity:
        """The entity as it is known now."""
        label = self.label
        confidence = 1 - self.doubt if self.phrases else 0.5
        return Entity(
            key=self.key,
            type=self.type,
            label=label,
            alternatives=tuple(sorted((self.labels | self.forms) - {label, ""})),
            mentions=tuple(sorted(self.phrases)),
            confidence=round(confidence, 3),
            subtype=self.attributes.get("subtype", ""),
            parent=self.attributes.get("parent"),
            jurisdiction=self.attributes.get("jurisdiction"),
            employer=self.attributes.get("employer"),
            location=self.attributes.get("location"),
            code=code if (code := self.attributes.get("code", "")).isdigit() else "",
            reasons=tuple(sorted(self.reasons)),
            grounds=tuple(sorted(self.grounds)),
        )
