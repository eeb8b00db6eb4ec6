"""Townships, and all divisions by code: a township becomes a `Division` when somebody asks for it.

Guarantees: a township has a key of its own (`Townships.key`), which is stable but not official; `DivisionsByCode`
answers as a dictionary of all divisions would, each county followed by its townships. There are ten times as many
townships as other divisions and a text names few: nothing is made of the rest but an index of their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

import msgspec

__all__ = ["Division", "DivisionsByCode", "Townships"]


class Division(msgspec.Struct, frozen=True):
    """One administrative division."""

    code: str
    name: str
    """The full name: 宁波市."""
    level: str
    """One of `LEVELS`."""
    parent: str
    """Code of the division above; empty for a province."""
    forms: tuple[str, ...] = ()
    """Short forms of two characters and more (宁波), without the full name."""
    characters: tuple[str, ...] = ()
    """One-character names (甬)."""
    successor: str = ""
    """Code of the division that took its place; empty for a division that exists."""

    @property
    def official(self) -> bool:
        """Whether `code` is a code of GB/T 2260 and not a key of ours."""
        return self.code.isdigit()


class Townships:
    """The townships of counties, given as their names by the county's code."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self._names = names
        self._made: dict[str, dict[str, Division]] = {}
        self._counties: dict[str, list[str]] = {}
        for county, listed in names.items():
            for name in listed:
                self._counties.setdefault(name, []).append(county)

    def __len__(self) -> int:
        return sum(map(len, self._names.values()))

    def names(self) -> Iterable[str]:
        """Their names, each once."""
        return self._counties.keys()

    def named(self, name: str) -> list[Division]:
        """Those of a name."""
        return [self._below(county)[self.key(county, name)] for county in self._counties.get(name, ())]

    def below(self, county: str) -> Iterable[Division]:
        """Those of a county, in the table's order."""
        return self._below(county).values()

    def with_key(self, key: str) -> Division | None:
        """The one with a key."""
        return self._below(key.partition("-")[0]).get(key)

    def _below(self, county: str) -> dict[str, Division]:
        """Those of a county by key, made when the first of them is asked for."""
        if county not in self._names:
            return {}
        if county not in self._made:
            keys = {self.key(county, name): name for name in self._names[county]}
            self._made[county] = {key: Division(key, name, "township", county) for key, name in keys.items()}
        return self._made[county]

    @staticmethod
    def key(county: str, name: str) -> str:
        """A stable key of a township: its county's code and a hash of its name."""
        return f"{county}-{blake2b(name.encode(), digest_size=3).hexdigest()}"


class DivisionsByCode(Mapping[str, Division]):
    """All divisions by code or key."""

    def __init__(self, upper: Mapping[str, Division], townships: Townships) -> None:
        self._upper, self._townships = upper, townships

    def __getitem__(self, code: str) -> Division:
        division = self._upper.get(code) or self._townships.with_key(code)
        if division is None:
            raise KeyError(code)
        return division

    def __iter__(self) -> Iterator[str]:
        for code in self._upper:
            yield code
            yield from (township.code for township in self._townships.below(code))

    def __len__(self) -> int:
        return len(self._upper) + len(self._townships)
