"""What the program knows about its world, read from the ontology folder.

Guarantees: reads only Turtle and TOML of that folder, holds no knowledge of its own, returns the same
records for the same files, and names the file of anything malformed. The folder lies beside the code
in an installed wheel (``kg/ontology``) and at the top of a checkout (``ontology``).
"""

from __future__ import annotations

import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from kg.errors import OntologyError

__all__ = ["Concept", "Lexicon", "ontology_folder"]

SKOS = "http://www.w3.org/2004/02/skos/core#"


def ontology_folder() -> Path:
    """The ontology that travels with this installation; raises OntologyError where there is none."""
    package = Path(__file__).parent
    for folder in (package / "ontology", package.parent / "ontology"):
        if (folder / "groups.ttl").is_file():
            return folder
    raise OntologyError(f"{package}: no ontology folder beside the package; install kg again")


class Concept(msgspec.Struct, frozen=True):
    """A concept of a SKOS scheme. `name` is the local part of its IRI."""

    name: str
    label: str
    """``skos:prefLabel`` in Chinese."""
    english: str
    alternatives: tuple[str, ...]
    """``skos:altLabel`` in Chinese: the surface forms, sorted."""
    hidden: tuple[str, ...]
    """``skos:hiddenLabel`` in Chinese: cue words that hint at the concept without naming it."""
    broader: str | None
    """Local name of the broader concept."""


class Lexicon:
    """The ontology folder as records; files are read when first asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or ontology_folder()
        self._tables: dict[str, dict[str, Any]] = {}

    @cached_property
    def groups(self) -> dict[str, Concept]:
        """Worker groups by local name, from groups.ttl."""
        return self._scheme("groups.ttl")

    @cached_property
    def kinds(self) -> dict[str, Concept]:
        """Kinds of initiative by local name, from kinds.ttl."""
        return self._scheme("kinds.ttl")

    @cached_property
    def standings(self) -> dict[str, Concept]:
        """How initiatives may stand, by local name, from standings.ttl."""
        return self._scheme("standings.ttl")

    def table(self, name: str) -> dict[str, Any]:
        """The lexicon ``lexicons/NAME.toml``; raises OntologyError where it is missing or malformed."""
        if name not in self._tables:
            self._tables[name] = self._read(self.folder / "lexicons" / f"{name}.toml")
        return self._tables[name]

    def _read(self, path: Path) -> dict[str, Any]:
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise OntologyError(f"{path}: cannot be read; restore the file") from error
        except tomllib.TOMLDecodeError as error:
            raise OntologyError(f"{path}: {error}; mend the file") from error

    def _scheme(self, file: str) -> dict[str, Concept]:
        import pyoxigraph

        path = self.folder / file
        labels: dict[str, dict[str, list[str]]] = {}
        broader: dict[str, str] = {}
        try:
            for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
                subject, predicate, value = quad.subject, quad.predicate.value, quad.object
                if not isinstance(subject, pyoxigraph.NamedNode) or not predicate.startswith(SKOS):
                    continue
                name, term = local_name(subject.value), predicate[len(SKOS) :]
                if isinstance(value, pyoxigraph.Literal):
                    labels.setdefault(name, {}).setdefault(f"{term}@{value.language}", []).append(value.value)
                elif term == "broader" and isinstance(value, pyoxigraph.NamedNode):
                    broader[name] = local_name(value.value)
        except (OSError, SyntaxError) as error:
            raise OntologyError(f"{path}: {error}; mend the file") from error
        return {
            name: Concept(
                name=name,
                label=_one(path, name, found, "prefLabel@zh"),
                english=_one(path, name, found, "prefLabel@en"),
                alternatives=tuple(sorted(found.get("altLabel@zh", ()))),
                hidden=tuple(sorted(found.get("hiddenLabel@zh", ()))),
                broader=broader.get(name),
            )
            for name, found in sorted(labels.items())
            if "prefLabel@zh" in found
        }


def local_name(iri: str) -> str:
    """The part of an IRI after its last ``#`` or ``/``."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _one(path: Path, name: str, found: dict[str, list[str]], term: str) -> str:
    values = found.get(term, [])
    if len(values) != 1:
        raise OntologyError(f"{path}: {name} needs exactly one skos:{term}; it has {len(values)}")
    return values[0]
