"""The IRI of everything in the graph, made from what a thing is, never from a counter.

Guarantees: the same thing has the same IRI on every machine; two things have two; every IRI is
ASCII and needs no escape. A worker group or a kind of the scheme keeps the scheme's IRI; all else
lies under the base (``https://w3id.org/union-kg/id/`` unless the user sets another).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from urllib.parse import quote

from kg.graph.namespaces import GROUPS, ID_BASE, KINDS, STANDINGS, check_base
from kg.model import Amount, Dating, Phrase

__all__ = ["Naming", "digest", "keyed"]

_SAFE = "/-._~,;=@!$+"


def digest(*parts: object) -> str:
    """16 hexadecimal digits made from `parts`; the same parts give the same digits everywhere."""
    content = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def keyed(folder: str, key: str) -> str:
    """`key` with its folder before it, once."""
    return key if key.startswith(folder + "/") else f"{folder}/{key}"


class Naming:
    """Keys to IRIs. `groups` and `kinds` are the local names that the schemes define."""

    def __init__(self, groups: Collection[str], kinds: Collection[str], base: str = ID_BASE) -> None:
        self.base = check_base(base)
        self._groups = groups
        self._kinds = kinds
        self._known: dict[str, str] = {}

    def thing(self, key: str) -> str:
        """The IRI of an entity's key: ``union/330203``; ``group/courier`` is the scheme's own concept."""
        iri = self._known.get(key)
        if iri is None:
            iri = self._known[key] = self._thing(key)
        return iri

    def _thing(self, key: str) -> str:
        folder, _, name = key.partition("/")
        if folder == "group" and name in self._groups:
            return GROUPS + name
        return self.base + quote(key, safe=_SAFE, errors="replace")

    def inside(self, folder: str, key: str) -> str:
        """The IRI of a key that may or may not name its folder already (``article/0a…`` or ``0a…``)."""
        return self.thing(keyed(folder, key))

    def made(self, folder: str, *parts: object) -> str:
        """The IRI of a node that is nothing but its content: a role, an amount, an issue of a newspaper."""
        return f"{self.base}{folder}/{digest(*parts)}"

    def kind(self, name: str) -> str:
        """The IRI of a kind of initiative."""
        return KINDS + (name if name in self._kinds else quote(name, safe="-._~", errors="replace"))

    def standing(self, name: str) -> str:
        """The IRI of a standing of the scheme."""
        return STANDINGS + quote(name, safe="-._~", errors="replace")

    def dating(self, owner: str, dating: Dating) -> str:
        """The IRI of one of the starts that reports tell of the initiative whose key is `owner`."""
        return self.made("dating", owner, dating.start)

    def phrase(self, phrase: Phrase) -> str:
        """``…/source/KEY#char=BEGIN,END`` (RFC 5147)."""
        return f"{self.inside('source', phrase.source)}#char={phrase.begin},{phrase.end}"

    def amount(self, owner: str, amount: Amount) -> str:
        """The IRI of one number of the initiative whose key is `owner`."""
        measure, phrase = amount.measure, amount.phrase
        return self.made(
            "amount",
            owner,
            amount.role,
            repr(float(measure.value)),
            measure.unit,
            measure.qualifier,
            measure.item,
            phrase.source,
            phrase.begin,
            phrase.end,
        )
