"""Facts of all articles → one thing, one node. Guarantees: identity is computed from what a thing is, never assigned."""

from kg.resolve.knowledge import resolve

__all__ = ["resolve"]
