"""What stands above the things that texts name.

Guarantees: every parent, jurisdiction, employer, location and broader group that an entity links to is
an entity too; those that no text mentions have no mentions and half confidence. The result does not
depend on the order in which entities were gathered.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import EntityType
from kg.recognise.gazetteer import Gazetteer
from kg.recognise.matching import words
from kg.resolve.federation_names import federation_names
from kg.resolve.gathering import EntityGathering
from kg.resolve.identity import key
from kg.resolve.unions import LEVELS, NATIONAL

__all__ = ["Hierarchy"]

BRACKETS = re.compile("[（）()]")


class Hierarchy:
    """Completes the entities gathered by key."""

    def __init__(self, gatherings: dict[str, EntityGathering], gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gatherings = gatherings
        self._gazetteer = gazetteer
        self._organizations: dict[str, str] = {}
        """The first organisation by each name, brackets left out."""
        for name in sorted(gatherings):
            gathering = gatherings[name]
            if gathering.type is EntityType.ORGANIZATION:
                for one in gathering.labels | gathering.forms:
                    self._organizations.setdefault(without_brackets(one), name)
        self._groups = lexicon.groups
        self._national = words(lexicon.table("unions")["national"])

    def complete(self) -> None:
        """Adds what stands above every entity gathered so far."""
        for name in sorted(self._gatherings):
            gathering = self._gatherings[name]
            if gathering.type is EntityType.UNION:
                self._union(gathering)
            elif gathering.type is EntityType.PLACE:
                self.place(gathering.attributes.get("parent", name))
            elif gathering.type is EntityType.GROUP:
                self._broader(gathering)
            elif location := gathering.attributes.get("location"):
                self.place(location)

    def place(self, name: str) -> None:
        """The division with this key (``place/CODE``) and those around it; nothing for a venue."""
        chain = self._gazetteer.chain(name.partition("/")[2])
        for division, upper in zip(chain, (*chain[1:], None), strict=False):
            self._made(f"place/{division.code}", EntityType.PLACE).add(
                division.name,
                (),
                None,
                0.5,
                subtype="AdministrativeArea",
                code=division.code,
                parent=f"place/{upper.code}" if upper else None,
            )

    def _made(self, name: str, kind: EntityType) -> EntityGathering:
        return self._gatherings.setdefault(name, EntityGathering(name, kind))

    def _union(self, gathering: EntityGathering) -> None:
        """Jurisdiction and parent of a union that has a division, employer of one that has an employer."""
        employer = gathering.attributes.pop("employer_name", "")
        if employer:
            gathering.attributes["employer"] = self._employer(employer, gathering)
        code = gathering.attributes.pop("code", "")
        if code not in self._gazetteer.by_code:
            return
        gathering.attributes["jurisdiction"] = f"place/{code}"
        self.place(f"place/{code}")
        own = gathering.key == f"union/{code}"
        gathering.attributes["parent"] = self._above(code) if own else self._federation(code, gathering)

    def _federation(self, code: str, child: EntityGathering) -> str:
        """The key of a division's federation, made with all above it where no text names it."""
        name = f"union/{code}"
        if name not in self._gatherings:
            division = self._gazetteer.by_code[code]
            made = self._made(name, EntityType.UNION)
            label, *forms = federation_names(self._gazetteer, code)
            made.add(
                label,
                forms,
                None,
                0.5,
                f"{child.label}的上级",
                subtype=LEVELS[division.level],
                jurisdiction=f"place/{code}",
            )
            made.attributes["parent"] = self._above(code)
            self.place(f"place/{code}")
        return name

    def _above(self, code: str) -> str:
        """The key of the federation above a division's own."""
        chain = self._gazetteer.chain(code)
        if len(chain) > 1:
            return self._federation(chain[1].code, self._gatherings[f"union/{code}"])
        if NATIONAL not in self._gatherings:
            label, *forms = self._national
            self._made(NATIONAL, EntityType.UNION).add(
                label, forms, None, 0.5, "各级工会的全国性领导机关", subtype="national"
            )
        return NATIONAL

    def _employer(self, employer: str, union: EntityGathering) -> str:
        """The key of the organisation with this name, made where no text mentions it by itself."""
        name = self._organizations.setdefault(without_brackets(employer), key("organization", employer))
        if name not in self._gatherings:
            self._made(name, EntityType.ORGANIZATION).add(employer, (), None, 0.5, f"{union.label}的用人单位")
        return name

    def _broader(self, gathering: EntityGathering) -> None:
        """The broader groups of a group of the scheme."""
        concept = self._groups.get(gathering.key.partition("/")[2])
        while concept is not None and concept.broader:
            broader = self._groups[concept.broader]
            parent = {"parent": f"group/{broader.broader}"} if broader.broader else {}
            self._made(f"group/{broader.name}", EntityType.GROUP).add(broader.label, (), None, 0.5, **parent)
            concept = broader


def without_brackets(name: str) -> str:
    """A name as its short forms and other papers write it."""
    return BRACKETS.sub("", name)
