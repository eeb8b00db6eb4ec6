"""Initiatives, their numbers and people's posts to blocks.

Guarantees: every number is a node of its own that points at the characters that state it; its IRI,
and that of a title, is made from its content, so that no blank node is needed; a programme and its
measures point at each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.graph.namespaces import KINDS, STANDINGS
from kg.graph.naming import Naming
from kg.graph.scheme import concept_block
from kg.graph.terms import Block, Link, boolean, calendar, decimal, integer, text, texts
from kg.lexicon import Concept
from kg.model import Amount, Dating, Initiative, Membership

__all__ = ["initiative_blocks", "kind_blocks", "membership_blocks", "standing_blocks"]

_AMOUNT_PREDICATES = {"provision": "ukg:provides", "funding": "ukg:funding", "reached": "ukg:reached"}
_AMOUNT_CLASSES = {
    "provision": ("ukg:Provision", "schema:QuantitativeValue"),
    "funding": ("schema:MonetaryAmount",),
    "reached": ("schema:QuantitativeValue",),
}


def initiative_blocks(initiatives: tuple[Initiative, ...], naming: Naming) -> Iterator[Block]:
    """A block for every initiative, then one for every number and every disputed start that it carries."""
    measures: dict[str, list[str]] = {}
    for initiative in initiatives:
        if initiative.parent:
            parent = naming.inside("initiative", initiative.parent)
            measures.setdefault(parent, []).append(naming.inside("initiative", initiative.key))
    for initiative in initiatives:
        yield _initiative(initiative, measures, naming)
    amounts = {
        naming.amount(initiative.key, amount): amount for initiative in initiatives for amount in initiative.amounts
    }
    for iri, amount in amounts.items():
        yield _amount(iri, amount, naming)
    for initiative in initiatives:
        for dating in initiative.datings:
            yield _dating(naming.dating(initiative.key, dating), dating, naming)


def _initiative(initiative: Initiative, measures: Mapping[str, list[str]], naming: Naming) -> Block:
    iri = naming.inside("initiative", initiative.key)
    block = Block("initiative", iri, "ukg:Initiative", "schema:Event", "prov:Activity")
    block.add("rdfs:label", text(initiative.label))
    block.add("skos:altLabel", *texts(form for form in initiative.alternatives if form != initiative.label))
    block.add("ukg:named", boolean(initiative.named))
    if initiative.kind:
        block.add("ukg:kind", Link(naming.kind(initiative.kind)))
    block.add("ukg:standing", Link(naming.standing(initiative.standing)))
    block.add("ukg:standingCue", *texts(initiative.standing_cues))
    block.link("ukg:ranBy", map(naming.thing, initiative.unions))
    block.link("ukg:targets", map(naming.thing, initiative.groups))
    block.link("ukg:partner", map(naming.thing, initiative.partners))
    block.link("schema:location", map(naming.thing, initiative.places))
    block.add("schema:startDate", calendar(initiative.start))
    block.add("schema:endDate", calendar(initiative.end))
    block.link("ukg:dating", (naming.dating(initiative.key, dating) for dating in initiative.datings))
    for role, predicate in _AMOUNT_PREDICATES.items():
        block.link(predicate, (naming.amount(initiative.key, a) for a in initiative.amounts if a.role == role))
    if initiative.parent:
        block.add("schema:superEvent", Link(naming.inside("initiative", initiative.parent)))
    block.link("schema:subEvent", measures.get(iri, ()))
    block.link("schema:subjectOf", (naming.inside("article", key) for key in initiative.articles))
    block.add("prov:wasDerivedFrom", *(Link(naming.phrase(phrase)) for phrase in sorted(initiative.evidence)))
    block.add("ukg:evidenceCount", integer(len(initiative.evidence)))
    block.add("ukg:confidence", decimal(round(initiative.confidence, 4)))
    block.add("ukg:rule", *texts(initiative.rules))
    block.add("ukg:cue", *texts(initiative.cues))
    block.add("ukg:reason", *texts(initiative.reasons))
    return block


def _amount(iri: str, amount: Amount, naming: Naming) -> Block:
    measure = amount.measure
    block = Block("amount", iri, *_AMOUNT_CLASSES[amount.role])
    block.add("schema:value", decimal(measure.value))
    if measure.lower is not None:
        block.add("schema:minValue", decimal(measure.lower))
    if measure.upper is not None:
        block.add("schema:maxValue", decimal(measure.upper))
    if amount.role == "funding":
        block.add("schema:currency", text("CNY"))
    elif measure.unit:
        block.add("schema:unitText", text(measure.unit))
    if measure.item:
        block.add("schema:name", text(measure.item))
    if measure.qualifier:
        block.add("ukg:qualifier", text(measure.qualifier))
    phrases = sorted((amount.phrase, *amount.repeated))
    block.add("prov:wasDerivedFrom", *(Link(naming.phrase(phrase)) for phrase in phrases))
    return block


def _dating(iri: str, dating: Dating, naming: Naming) -> Block:
    block = Block("dating", iri, "ukg:Dating")
    block.add("schema:startDate", calendar(dating.start))
    block.add("prov:wasDerivedFrom", *(Link(naming.phrase(phrase)) for phrase in sorted(dating.phrases)))
    return block


def kind_blocks(names: tuple[str, ...], scheme: Mapping[str, Concept], naming: Naming) -> Iterator[Block]:
    """A block for every kind of initiative in use."""
    for name in names:
        yield concept_block("kind", "ukg:InitiativeKind", scheme[name], KINDS, naming.kind)


def standing_blocks(names: tuple[str, ...], scheme: Mapping[str, Concept], naming: Naming) -> Iterator[Block]:
    """A block for every standing in use."""
    for name in names:
        yield concept_block("standing", "ukg:InitiativeStanding", scheme[name], STANDINGS, naming.standing)


def membership_blocks(memberships: tuple[Membership, ...], naming: Naming) -> Iterator[Block]:
    """A block for every post that someone holds, then one for every title."""
    for membership in memberships:
        block = Block("membership", naming.inside("membership", membership.key), "org:Membership")
        block.add("org:member", Link(naming.thing(membership.person)))
        block.add("org:organization", Link(naming.thing(membership.organization)))
        block.add("org:role", Link(naming.made("role", membership.title)))
        block.add("prov:wasDerivedFrom", *(Link(naming.phrase(phrase)) for phrase in sorted(membership.evidence)))
        block.add("ukg:evidenceCount", integer(len(membership.evidence)))
        block.add("ukg:confidence", decimal(round(membership.confidence, 4)))
        yield block
    for title in sorted({membership.title for membership in memberships}):
        block = Block("role", naming.made("role", title), "org:Role", "skos:Concept")
        block.add("rdfs:label", text(title))
        yield block
