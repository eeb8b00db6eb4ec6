"""Entities to blocks: unions, organisations, people, places and worker groups.

Guarantees: every node carries the contract's class and everything above it, so that a question needs
no inference (a union is ``ukg:Union``, ``org:FormalOrganization`` and ``org:Organization``; a body in which
an initiative took place is a ``schema:Place`` too); exactly
one ``rdfs:label``, a plain string; every other surface form as ``skos:altLabel``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.graph.namespaces import GROUPS
from kg.graph.naming import Naming
from kg.graph.scheme import concept_block
from kg.graph.terms import Block, Link, decimal, integer, text, texts
from kg.lexicon import Concept
from kg.model import Entity, EntityType

__all__ = ["entity_blocks", "group_concept"]

_ORGANIZATION_CLASSES = ("Company", "PublicBody", "School", "Hospital", "Media", "Association")


def entity_blocks(
    entities: tuple[Entity, ...],
    scheme: Mapping[str, Concept],
    used: tuple[str, ...],
    naming: Naming,
    venues: frozenset[str] = frozenset(),
) -> Iterator[Block]:
    """A block for every entity, and for every group of the scheme in `used` that no entity stands for.

    `venues` are the keys of what initiatives took place in.
    """
    for entity in entities:
        block = _DESCRIBE[entity.type](entity, scheme, naming)
        yield _as_venue(block, entity, naming) if entity.key in venues else block
    described = {entity.key for entity in entities}
    for name in used:
        if f"group/{name}" not in described:
            yield group_concept(scheme[name])


def _union(entity: Entity, scheme: Mapping[str, Concept], naming: Naming) -> Block:
    block = Block("union", naming.thing(entity.key), "ukg:Union", "org:FormalOrganization", "org:Organization")
    _names(block, entity)
    if entity.subtype:
        block.add("ukg:unionLevel", text(entity.subtype))
    _link(block, "ukg:jurisdiction", entity.jurisdiction, naming)
    _link(block, "org:subOrganizationOf", entity.parent, naming)
    _link(block, "ukg:ofOrganization", entity.employer, naming)
    return _resolution(block, entity)


def _organization(entity: Entity, scheme: Mapping[str, Concept], naming: Naming) -> Block:
    special = (f"ukg:{entity.subtype}",) if entity.subtype in _ORGANIZATION_CLASSES else ()
    block = Block("organization", naming.thing(entity.key), *special, "org:Organization")
    _names(block, entity)
    _link(block, "schema:location", entity.location, naming)
    _link(block, "org:subOrganizationOf", entity.parent, naming)
    return _resolution(block, entity)


def _as_venue(block: Block, entity: Entity, naming: Naming) -> Block:
    """What initiatives took place in is a place; a body lies in the place of its seat."""
    if entity.type is EntityType.ORGANIZATION:
        block.types = (*block.types, "schema:Place")
        _link(block, "schema:containedInPlace", entity.location, naming)
    return block


def _person(entity: Entity, scheme: Mapping[str, Concept], naming: Naming) -> Block:
    block = Block("person", naming.thing(entity.key), "foaf:Person")
    _names(block, entity)
    return _resolution(block, entity)


def _place(entity: Entity, scheme: Mapping[str, Concept], naming: Naming) -> Block:
    special = ("schema:AdministrativeArea",) if entity.subtype == "AdministrativeArea" else ()
    block = Block("place", naming.thing(entity.key), *special, "schema:Place")
    _names(block, entity)
    if entity.code:
        block.add("ukg:gbCode", text(entity.code))
    _link(block, "schema:containedInPlace", entity.parent, naming)
    return _resolution(block, entity)


def _group(entity: Entity, scheme: Mapping[str, Concept], naming: Naming) -> Block:
    folder, _, name = entity.key.partition("/")
    if folder == "group" and name in scheme:
        block = group_concept(scheme[name], (entity.label, *entity.alternatives))
        return _resolution(block, entity)
    block = Block("group", naming.thing(entity.key), "ukg:WorkerGroup", "skos:Concept")
    block.add("rdfs:label", text(entity.label))
    block.add("skos:prefLabel", text(entity.label, "zh"))
    block.add("skos:altLabel", *texts((form for form in entity.alternatives if form != entity.label), "zh"))
    _link(block, "skos:broader", entity.parent, naming)
    return _resolution(block, entity)


def group_concept(concept: Concept, found: tuple[str, ...] = ()) -> Block:
    """A worker group as its scheme defines it; `found` are surface forms of the texts."""
    return concept_block("group", "ukg:WorkerGroup", concept, GROUPS, lambda name: GROUPS + name, found)


def _names(block: Block, entity: Entity) -> None:
    block.add("rdfs:label", text(entity.label))
    block.add("skos:altLabel", *texts(form for form in entity.alternatives if form != entity.label))


def _link(block: Block, predicate: str, key: str | None, naming: Naming) -> None:
    if key:
        block.add(predicate, Link(naming.thing(key)))


def _resolution(block: Block, entity: Entity) -> Block:
    block.add("ukg:confidence", decimal(round(entity.confidence, 4)))
    block.add("ukg:evidenceCount", integer(len(entity.mentions)))
    block.add("ukg:reason", *texts(entity.reasons))
    return block


_DESCRIBE: dict[EntityType, Callable[[Entity, Mapping[str, Concept], Naming], Block]] = {
    EntityType.UNION: _union,
    EntityType.ORGANIZATION: _organization,
    EntityType.PERSON: _person,
    EntityType.PLACE: _place,
    EntityType.GROUP: _group,
}
