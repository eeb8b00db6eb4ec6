"""Administrative divisions of China: names, GB/T 2260 codes, and the chain up to the province.

Guarantees: `Gazetteer.load` reads only ``kg/models/gazetteer/divisions.tsv`` and two lexicons of the
ontology folder, and gives the same divisions in the same order every time. Provinces, prefectures and
counties carry their six-digit code; former divisions for which no code is known, and townships, carry
a key made from the code above them and a hash of their name (``330203-1f0c9a``), which is stable but
not official: ``Division.official`` tells them apart. A municipality (北京市) is one division, of
province level, with its counties directly below. Villages are not included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.errors import OntologyError
from kg.lexicon import Lexicon
from kg.models import artefact
from kg.recognise.townships import Division, DivisionsByCode, Townships

__all__ = ["LEVELS", "Division", "Gazetteer"]

LEVELS = ("province", "prefecture", "county", "township")
"""From the top down."""
NO_TOWNSHIPS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Gazetteer:
    """All divisions, by code and by form. Build one with `load`."""

    def __init__(
        self,
        divisions: Iterable[Division],
        ordinary: Iterable[str] = (),
        townships: Mapping[str, tuple[str, ...]] = NO_TOWNSHIPS,
    ) -> None:
        """`townships` are names by the code of the county that they lie in."""
        upper = {division.code: division for division in divisions}
        self._townships = Townships(townships)
        self.by_code: Mapping[str, Division] = DivisionsByCode(upper, self._townships)
        self.ordinary = frozenset(ordinary)
        """Forms that are also words of the language, or the full name of too many divisions."""
        self._by_form: dict[str, list[Division]] = {}
        for division in upper.values():
            for form in {division.name, *division.forms, *division.characters}:
                self._by_form.setdefault(form, []).append(division)

    @classmethod
    def load(cls, lexicon: Lexicon | None = None, path: Path | None = None) -> Gazetteer:
        """The gazetteer that ships with the package; raises OntologyError for a file that is broken."""
        lexicon = lexicon or Lexicon()
        path = path or artefact("gazetteer") / "divisions.tsv"
        additions = lexicon.table("divisions")
        characters = _characters(lexicon.table("abbreviations"))
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
            rows = _corrected([line.split("\t") for line in lines], additions)
            divisions = list(_divisions(rows, characters, additions))
        except (OSError, ValueError, KeyError) as error:
            raise OntologyError(f"{path}: {error}; make it again with kg.models.extract_divisions") from error
        return cls(divisions, additions["ordinary"], {row[0]: tuple(row[6].split(" ")) for row in rows if row[6]})

    def candidates(self, form: str) -> tuple[Division, ...]:
        """Every division with that full name, short form or character, by level from the top, then code.

        A former division is among them, after those that exist, only under forms of its own: 上虞 is
        上虞区 alone, 上虞市 its predecessor alone.
        """
        found = [*self._by_form.get(form, ()), *self._townships.named(form)]
        return tuple(sorted(found, key=_rank)) if len(found) > 1 else tuple(found)

    def chain(self, code: str) -> tuple[Division, ...]:
        """The division and those above it, up to the province; empty for an unknown code."""
        found: list[Division] = []
        division = self.by_code.get(code)
        while division is not None:
            found.append(division)
            division = self.by_code.get(division.parent)
        return tuple(found)

    def within(self, code: str, ancestor: str) -> bool:
        """Whether the division `code` is `ancestor` or lies below it."""
        return any(division.code == ancestor for division in self.chain(code))

    def forms(self, *, townships: bool = True) -> Iterator[tuple[str, tuple[Division, ...]]]:
        """``(form, candidates)`` of every form that names a place by itself, sorted by form.

        Full names of all levels, short forms of provinces, prefectures and counties; no single
        characters (`characters` has them) and no word of the ordinary language. Without `townships`
        the forms are a tenth as many; `candidates` still knows every township.
        """
        for form in sorted(self.names() if townships else self._upper_names()):
            yield form, self.candidates(form)

    def names(self) -> frozenset[str]:
        """The forms of `forms`, townships' among them."""
        return self._upper_names().union(form for form in self._townships.names() if len(form) > 1) - self.ordinary

    def _upper_names(self) -> frozenset[str]:
        return frozenset(form for form in self._by_form if len(form) > 1) - self.ordinary

    def characters(self) -> Iterator[tuple[str, tuple[Division, ...]]]:
        """``(character, candidates)`` of every one-character name (甬), sorted by character."""
        for form in sorted(self._by_form):
            if len(form) == 1:
                yield form, self.candidates(form)


def _rank(division: Division) -> tuple[bool, int, str]:
    return bool(division.successor), LEVELS.index(division.level), division.code


def _characters(table: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {code: tuple(names) for level in table.values() for code, names in level.items()}


def _divisions(
    rows: list[list[str]], characters: dict[str, tuple[str, ...]], additions: dict[str, Any]
) -> Iterator[Division]:
    """Divisions above townships of the table's rows and of the additions, former ones with short forms of their own."""
    known = {row[0]: row for row in rows}
    listed = {(known[entry["successor"]][3], entry["name"]) for entry in additions["former"]}
    names: dict[str, list[str]] = additions["names"]
    for code, level, name, parent, short, successor, _ in rows:
        if successor and (parent, name) in listed:
            continue
        forms = [*short.split(), *_autonomous(name, short), *names.get(code, ())]
        if successor:
            forms = [form for form in forms if form not in _taken(known, parent, successor)]
        yield Division(code, name, level, parent, tuple(forms), characters.get(code, ()), successor)
    for entry in additions["former"]:
        code, name, successor = entry["code"], entry["name"], entry["successor"]
        parent, short = known[successor][3], name[:-1]
        own = len(short) > 1 and short not in _taken(known, parent, successor)
        yield Division(code, name, "county", parent, (short,) if own else (), (), successor)


def _autonomous(name: str, short: str) -> list[str]:
    """The names of an autonomous division without its peoples: 关岭自治县."""
    kind = next((end for end in ("自治县", "自治州", "自治旗") if name.endswith("族" + end)), "")
    return [form + kind for form in short.split() if kind and not form.endswith(kind)]


def _corrected(rows: list[list[str]], additions: dict[str, Any]) -> list[list[str]]:
    """The table with the names and codes that it has wrong put right, and what it lacks added."""
    changed = {entry["wrong"]: entry for entry in additions["corrected"]}
    codes = {wrong: entry["code"] for wrong, entry in changed.items()}
    found = []
    for code, level, name, parent, short, successor, townships in rows:
        name = changed[code]["name"] if code in changed else name
        columns = [codes.get(code, code), level, name, codes.get(parent, parent), short]
        found.append([*columns, codes.get(successor, successor), townships])
    for entry in additions["added"]:
        found.append([entry["code"], entry["level"], entry["name"], entry["parent"], entry["short"], "", ""])
    return found


def _taken(known: dict[str, list[str]], *codes: str) -> list[str]:
    """Short forms that belong to those divisions."""
    return [form for code in codes for form in known[code][4].split()]
