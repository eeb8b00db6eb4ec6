"""The part of the SKOS schemes that a graph uses: its groups, kinds and standings with everything broader, as blocks.

Guarantees: every worker group, kind and standing that anything points at is described, with its Chinese and
English label, so that labels resolve without the ontology at hand; a chain of broader concepts ends
even where the scheme is circular.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.graph.terms import Block, Link, text, texts
from kg.lexicon import Concept
from kg.model import EntityType, Knowledge

__all__ = ["concept_block", "groups_in_use", "kinds_in_use", "standings_in_use", "with_broader"]


def groups_in_use(knowledge: Knowledge, scheme: Mapping[str, Concept]) -> tuple[str, ...]:
    """Local names of the scheme's groups that an entity or an initiative is about, and of all broader ones."""
    keys = {entity.key for entity in knowledge.entities if entity.type is EntityType.GROUP}
    keys.update(entity.parent for entity in knowledge.entities if entity.type is EntityType.GROUP and entity.parent)
    keys.update(key for initiative in knowledge.initiatives for key in initiative.groups)
    names = (key.removeprefix("group/") for key in keys if key.startswith("group/"))
    return with_broader(names, scheme)


def kinds_in_use(knowledge: Knowledge, scheme: Mapping[str, Concept]) -> tuple[str, ...]:
    """Local names of the kinds of all initiatives and of all broader ones."""
    return with_broader((initiative.kind for initiative in knowledge.initiatives), scheme)


def standings_in_use(knowledge: Knowledge, scheme: Mapping[str, Concept]) -> tuple[str, ...]:
    """Local names of the standings of all initiatives."""
    return with_broader((initiative.standing for initiative in knowledge.initiatives), scheme)


def with_broader(names: Iterable[str], scheme: Mapping[str, Concept]) -> tuple[str, ...]:
    """The `names` that the scheme defines and everything broader than they are, sorted."""
    found: set[str] = set()
    waiting = [name for name in names if name in scheme]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            broader = scheme[name].broader
            if broader is not None and broader in scheme:
                waiting.append(broader)
    return tuple(sorted(found))


def concept_block(
    section: str, kind: str, concept: Concept, scheme: str, iri: Callable[[str], str], found: Iterable[str] = ()
) -> Block:
    """A concept as its `scheme` (an IRI) defines it, of RDF class `kind`.

    `iri` makes the IRI of a concept from its local name; `found` are further surface forms, of the texts.
    """
    block = Block(section, iri(concept.name), kind, "skos:Concept")
    block.add("rdfs:label", text(concept.label))
    block.add("skos:prefLabel", text(concept.label, "zh"), text(concept.english, "en"))
    block.add("skos:altLabel", *texts({*concept.alternatives, *found} - {concept.label}, "zh"))
    if concept.broader:
        block.add("skos:broader", Link(iri(concept.broader)))
    block.add("skos:inScheme", Link(scheme))
    return block
