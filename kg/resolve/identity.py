"""Keys of things: the local part of their IRIs, made from what a thing is.

Guarantees: the same identity fields give the same key on every machine; different fields give
different keys (64 bits of BLAKE2b); no counter, no order, no clock.
"""

from __future__ import annotations

from hashlib import blake2b

__all__ = ["key"]


def key(kind: str, *identity: str) -> str:
    """``kind/HASH`` of the identity fields."""
    joined = "\x1f".join(identity)
    return f"{kind}/{blake2b(joined.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"
