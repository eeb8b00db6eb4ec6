"""Gold files: what a careful reader takes from a source (``docs/annotation-guide.md``).

Guarantees: a file that is no gold file is told in one sentence that names it; files without a ``source``
(``same.json``) are no gold files and are passed over; files come in the order of their names.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import msgspec

from kg.errors import InputError

__all__ = [
    "ENTITY_TYPES",
    "Gold",
    "GoldArticle",
    "GoldDate",
    "GoldEntity",
    "GoldInitiative",
    "GoldNumber",
    "GoldRole",
    "SamePair",
    "holds_gold",
    "read_gold",
    "read_same",
    "read_text",
]

ENTITY_TYPES = ("Union", "Organization", "Person", "Place", "WorkerGroup")

SamePair: TypeAlias = tuple[tuple[str, str], tuple[str, str]]
"""One initiative told by two sources: (beginning of the source's name, id) twice."""


class GoldArticle(msgspec.Struct, frozen=True):
    """An article, by the first and last characters of its body."""

    id: str
    first: str
    last: str
    headline: str = ""


class GoldEntity(msgspec.Struct, frozen=True):
    """A thing that the source names."""

    id: str
    type: str
    name: str
    accept: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    optional: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label that counts as right for it, its name first."""
        return (self.name, *self.accept, *self.quotes)


class GoldNumber(msgspec.Struct, frozen=True):
    """A number of an initiative; money in yuan."""

    value: float


class GoldDate(msgspec.Struct, frozen=True):
    """A date of an initiative; `iso` where the source tells day, month or year."""

    quote: str = ""
    iso: str | None = None


class GoldInitiative(msgspec.Struct, frozen=True):
    """A programme, measure or action; links are entity ids."""

    id: str
    name: str
    kind: str = "other"
    accept: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    unions: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    optional: bool = False
    provisions: tuple[GoldNumber, ...] = ()
    money: tuple[GoldNumber, ...] = ()
    beneficiaries: tuple[GoldNumber, ...] = ()
    dates: tuple[GoldDate, ...] = ()


class GoldRole(msgspec.Struct, frozen=True):
    """The posts of a person in one organisation."""

    person: str
    organization: str
    titles: tuple[str, ...]


class Gold(msgspec.Struct, frozen=True):
    """Everything that one source says."""

    source: str
    """Name of the text's file."""
    articles: tuple[GoldArticle, ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    initiatives: tuple[GoldInitiative, ...] = ()
    roles: tuple[GoldRole, ...] = ()


class _Named(msgspec.Struct):
    source: str | None = None


def holds_gold(folder: Path) -> bool:
    """Whether a gold file stands in `folder`; InputError where a file beside it is no JSON."""
    return bool(_gold_files(folder))


def read_gold(folder: Path) -> tuple[Gold, ...]:
    """The gold files of a folder; InputError where there is none or one cannot be read."""
    found = tuple(map(_gold, _gold_files(folder)))
    if not found:
        raise InputError(f"{folder}: holds no gold file; see docs/annotation-guide.md")
    for gold in found:
        _check_links(gold, folder)
    return found


def read_same(folder: Path) -> tuple[SamePair, ...]:
    """The pairs of ``same.json``, initiatives told by two sources; none where there is no such file."""
    path = folder / "same.json"
    if not path.is_file():
        return ()
    try:
        return msgspec.json.decode(path.read_bytes(), type=tuple[SamePair, ...])
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: {error}; give pairs of [source, initiative]") from error


def read_text(folder: Path, gold: Gold) -> str:
    """The untouched text of a gold file's source, line ends as they are in the file."""
    path = folder / gold.source
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise InputError(f"{path}: is missing; --texts names the folder of the sources of the gold files") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8; gold files are written for texts in UTF-8") from error


def _gold_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.json")) if _is_gold(path)]


def _is_gold(path: Path) -> bool:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Named).source is not None
    except msgspec.ValidationError:
        return False
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: is no JSON ({error}); mend it") from error


def _gold(path: Path) -> Gold:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Gold)
    except msgspec.ValidationError as error:
        raise InputError(f"{path}: is no gold file ({error}); see docs/annotation-guide.md") from error


def _check_links(gold: Gold, folder: Path) -> None:
    known = {entity.id for entity in gold.entities}
    for initiative in gold.initiatives:
        for name in (*initiative.unions, *initiative.partners, *initiative.groups, *initiative.places):
            if name not in known:
                raise InputError(f"{folder}: gold of {gold.source}, {initiative.id}: no entity is called {name!r}")
