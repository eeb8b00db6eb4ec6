"""Facts of all articles → one thing, one node. Guarantees: identity is computed, never assigned."""

from kg.resolve.knowledge import resolve

__all__ = ["resolve"]
