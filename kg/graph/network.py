"""Knowledge to a network of entities and initiatives: what NetworkX, Gephi, igraph and Cytoscape show.

Guarantees: nodes and edges carry scalars only (str, bool, int, float), never None; labels are one
line without characters that XML forbids; every edge's key is unique in the whole network; nodes and
edges are sorted. Evidence phrases are left out, their number stays.
An edge union → group (``reachesGroup``, ``derived`` true) sums up the initiatives between the two,
``weight`` being their number; every other edge is stated by the graph and has weight 1.0.
How nodes look is added by `kg.graph.appearance`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kg.graph.escape import printable
from kg.graph.naming import Naming, keyed
from kg.graph.scheme import groups_in_use
from kg.lexicon import Concept, Lexicon
from kg.model import Entity, EntityType, Initiative, Knowledge, Membership

if TYPE_CHECKING:
    import networkx

__all__ = [
    "EDGE_ATTRIBUTES",
    "LOOKS",
    "NODE_ATTRIBUTES",
    "RELATIONS",
    "TYPES",
    "Edge",
    "Network",
    "Node",
    "Scalar",
    "from_networkx",
    "network",
    "to_networkx",
]

Scalar: TypeAlias = str | bool | int | float

LOOKS: dict[str, type] = {"x": int, "y": int, "size": float, "color": str}
"""Attributes that say how a node is drawn: ``color`` as ``#rrggbb``, ``y`` upwards, all lengths in one unit."""

NODE_ATTRIBUTES: dict[str, type] = {
    "label": str,
    "type": str,
    "iri": str,
    "labelEn": str,
    "altLabel": str,
    "unionLevel": str,
    "organizationType": str,
    "gbCode": str,
    "kind": str,
    "kindLabel": str,
    "named": bool,
    "startDate": str,
    "endDate": str,
    "confidence": float,
    "evidenceCount": int,
    "standing": str,
    "standingLabel": str,
    **LOOKS,
}
"""Attributes that a node may have, in the order of every file. ``type`` is Union, Organization, Person,
Place, WorkerGroup or Initiative; ``altLabel`` joins the other forms by `` | ``; dates are ISO 8601."""

EDGE_ATTRIBUTES: dict[str, type] = {
    "relation": str,
    "derived": bool,
    "weight": float,
    "title": str,
    "initiatives": str,
    "confidence": float,
    "evidenceCount": int,
}
"""Attributes that an edge may have. ``title`` is the post that ``holdsPost`` is about; ``initiatives``
joins the labels that a derived edge sums up."""

TYPES = ("Initiative", "Union", "WorkerGroup", "Organization", "Person", "Place")
"""Types of nodes, in the order of every file."""

RELATIONS = (
    "ranBy",
    "targets",
    "partner",
    "location",
    "superEvent",
    "holdsPost",
    "subOrganizationOf",
    "jurisdiction",
    "ofOrganization",
    "containedInPlace",
    "broader",
    "reachesGroup",
)
"""What an edge's ``relation`` may be."""

_SUBTYPE = {EntityType.UNION: "unionLevel", EntityType.ORGANIZATION: "organizationType"}


class Node(NamedTuple):
    """An entity or initiative; `key` is its key in Knowledge (``union/330203``)."""

    key: str
    attributes: dict[str, Scalar]


class Edge(NamedTuple):
    """A relation between two nodes."""

    source: str
    target: str
    key: str
    attributes: dict[str, Scalar]


class Network(NamedTuple):
    """Nodes by type and key, edges by source, target and key; `base` begins their IRIs."""

    base: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(knowledge: Knowledge, lexicon: Lexicon, naming: Naming) -> Network:
    """The network of `knowledge`; an edge whose end is not described is left to `kg validate` to report."""
    nodes = {node.key: node for node in _nodes(knowledge, lexicon, naming)}
    edges = {
        edge.key: edge
        for edge in (*_edges(knowledge, lexicon.groups), *_derived(knowledge.initiatives))
        if edge.source in nodes and edge.target in nodes
    }
    return _sorted(naming.base, nodes.values(), edges.values())


def _sorted(base: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> Network:
    return Network(
        base,
        tuple(sorted(nodes, key=lambda node: (TYPES.index(str(node.attributes["type"])), node.key))),
        tuple(sorted(edges, key=lambda edge: edge[:3])),
    )


def to_networkx(network: Network) -> networkx.MultiDiGraph[str]:
    """The same network as a ``networkx.MultiDiGraph``; its ``graph`` holds ``name`` and ``base``."""
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name="union-kg", base=network.base)
    graph.add_nodes_from((node.key, node.attributes) for node in network.nodes)
    for edge in network.edges:
        graph.add_edge(edge.source, edge.target, edge.key, **edge.attributes)
    return graph


def from_networkx(graph: networkx.MultiDiGraph[str]) -> Network:
    """The network that `to_networkx` made `graph` of, or a part of it."""
    return _sorted(
        str(graph.graph.get("base", "")),
        (Node(key, dict(data)) for key, data in graph.nodes(data=True)),
        (Edge(source, target, key, dict(data)) for source, target, key, data in graph.edges(keys=True, data=True)),
    )


def _nodes(knowledge: Knowledge, lexicon: Lexicon, naming: Naming) -> Iterator[Node]:
    for name in groups_in_use(knowledge, lexicon.groups):
        yield _concept(f"group/{name}", lexicon.groups[name], naming)
    for entity in knowledge.entities:
        yield _entity(entity, lexicon.groups, naming)
    for initiative in knowledge.initiatives:
        yield _initiative(initiative, lexicon, naming)


def _concept(key: str, concept: Concept, naming: Naming) -> Node:
    return _node(
        key,
        {
            "label": concept.label,
            "type": EntityType.GROUP.value,
            "iri": naming.thing(key),
            "labelEn": concept.english,
            "altLabel": _joined(concept.alternatives),
            "confidence": 1.0,
            "evidenceCount": 0,
        },
    )


def _entity(entity: Entity, groups: Mapping[str, Concept], naming: Naming) -> Node:
    concept = groups.get(entity.key.removeprefix("group/")) if entity.type is EntityType.GROUP else None
    return _node(
        entity.key,
        {
            "label": concept.label if concept else entity.label,
            "type": entity.type.value,
            "iri": naming.thing(entity.key),
            "labelEn": concept.english if concept else "",
            "altLabel": _joined({*entity.alternatives, *(concept.alternatives if concept else ())}),
            _SUBTYPE.get(entity.type, "gbCode"): entity.subtype if entity.type in _SUBTYPE else entity.code,
            "confidence": round(entity.confidence, 4),
            "evidenceCount": len(entity.mentions),
        },
    )


def _initiative(initiative: Initiative, lexicon: Lexicon, naming: Naming) -> Node:
    kind, standing = lexicon.kinds.get(initiative.kind), lexicon.standings.get(initiative.standing)
    return _node(
        keyed("initiative", initiative.key),
        {
            "label": initiative.label,
            "type": "Initiative",
            "iri": naming.inside("initiative", initiative.key),
            "altLabel": _joined(initiative.alternatives),
            "kind": initiative.kind,
            "kindLabel": kind.label if kind else "",
            "named": initiative.named,
            "startDate": initiative.start or "",
            "endDate": initiative.end or "",
            "confidence": round(initiative.confidence, 4),
            "evidenceCount": len(initiative.evidence),
            "standing": str(initiative.standing),
            "standingLabel": standing.label if standing else "",
        },
    )


def _node(key: str, attributes: dict[str, Scalar]) -> Node:
    clean = {name: printable(value) if isinstance(value, str) else value for name, value in attributes.items()}
    clean["label"] = clean["label"] or key
    return Node(key, {name: clean[name] for name in NODE_ATTRIBUTES if clean.get(name, "") != ""})


def _edges(knowledge: Knowledge, groups: Mapping[str, Concept]) -> Iterator[Edge]:
    for name, concept in groups.items():
        if concept.broader:
            yield _edge(f"group/{name}", "broader", f"group/{concept.broader}")
    for entity in knowledge.entities:
        yield from _entity_edges(entity)
    for initiative in knowledge.initiatives:
        yield from _initiative_edges(initiative)
    for membership in knowledge.memberships:
        yield _post(membership)


def _entity_edges(entity: Entity) -> Iterator[Edge]:
    parent = {EntityType.PLACE: "containedInPlace", EntityType.GROUP: "broader"}.get(entity.type, "subOrganizationOf")
    links = (
        (parent, entity.parent),
        ("jurisdiction", entity.jurisdiction),
        ("ofOrganization", entity.employer),
        ("location", entity.location),
    )
    for relation, target in links:
        if target:
            yield _edge(entity.key, relation, target)


def _initiative_edges(initiative: Initiative) -> Iterator[Edge]:
    links = (
        ("ranBy", initiative.unions),
        ("targets", initiative.groups),
        ("partner", initiative.partners),
        ("location", initiative.places),
    )
    key = keyed("initiative", initiative.key)
    for relation, targets in links:
        for target in targets:
            yield _edge(key, relation, target)
    if initiative.parent:
        yield _edge(key, "superEvent", keyed("initiative", initiative.parent))


def _post(membership: Membership) -> Edge:
    edge = _edge(membership.person, "holdsPost", membership.organization, name=keyed("membership", membership.key))
    edge.attributes.update(
        title=printable(membership.title),
        confidence=round(membership.confidence, 4),
        evidenceCount=len(membership.evidence),
    )
    return edge


def _derived(initiatives: tuple[Initiative, ...]) -> Iterator[Edge]:
    reached: dict[tuple[str, str], list[str]] = {}
    for initiative in initiatives:
        for union in initiative.unions:
            for group in initiative.groups:
                reached.setdefault((union, group), []).append(initiative.label)
    for (union, group), labels in reached.items():
        edge = _edge(union, "reachesGroup", group)
        edge.attributes.update(derived=True, weight=float(len(labels)), initiatives=_joined(labels))
        yield edge


def _edge(source: str, relation: str, target: str, *, name: str = "") -> Edge:
    key = printable(name or f"{relation}:{source}:{target}")
    return Edge(source, target, key, {"relation": relation, "derived": False, "weight": 1.0})


def _joined(values: tuple[str, ...] | set[str] | list[str]) -> str:
    return " | ".join(filter(None, (printable(value) for value in sorted(values))))
