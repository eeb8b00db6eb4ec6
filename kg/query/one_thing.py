"""One thing by its name, or an error that lists those it may be.

Guarantees: a key or IRI is taken before a label, a label before another form; a post is called by body, title and
name in one (某市总工会主席李某); what several things are called in the
same way raises QueryError with their keys, so that an answer is never about the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.errors import QueryError
from kg.graph.escape import comment
from kg.graph.namespaces import expand
from kg.query.lookup import Lookup
from kg.query.statements import Statements

__all__ = ["TYPES", "label_of", "one_thing", "type_of"]

TYPES = {
    "ukg:Initiative": "initiative",
    "ukg:Union": "union",
    "foaf:Person": "person",
    "ukg:WorkerGroup": "worker group",
    "org:Membership": "post",
    "schema:NewsArticle": "article",
    "org:Organization": "organisation",
    "schema:Place": "place",
}
"""What can be asked about, by class; a thing of several classes is the first of them."""
LISTED = 8
_LABELS = ("rdfs:label", "skos:prefLabel", "schema:headline")


def one_thing(read: Statements, lookup: Lookup, name: str, types: Iterable[str] = TYPES) -> str:
    """The IRI of the one thing of `types` (class names) that is called `name`.

    Raises QueryError where nothing is called so, or where several things are.
    """
    classes = tuple(types)
    what = TYPES[classes[0]] if len(classes) == 1 else "thing"
    held = {post for post in read.of_class("org:Membership") if label_of(read, post) == name}
    found = held if held and "org:Membership" in classes else lookup.named(name, classes, what)
    exact = {node for node in found if name in (node, node.rpartition("/")[2]) or node.endswith(f"/{name}")}
    labelled = {node for node in found if any(name in read.values(node, label) for label in _LABELS)}
    best = exact or labelled or found
    if len(best) > 1:
        listed = sorted(f"{comment(label_of(read, node))} ({type_of(read, node)}, {node})" for node in best)
        more = f" and {len(listed) - LISTED} more" if len(listed) > LISTED else ""
        raise QueryError(
            f"{len(listed)} things are called {comment(name)!r}: {'; '.join(listed[:LISTED])}{more};"
            " ask for one of them by its address"
        )
    return best.pop()


def type_of(read: Statements, node: str) -> str:
    """What a node is, in the words of `TYPES`; empty for anything else."""
    classes = read.values(node, "rdf:type")
    return next((what for name, what in TYPES.items() if expand(name) in classes), "")


def label_of(read: Statements, node: str) -> str:
    """A node's label or headline; of a post who holds which; else the end of its IRI."""
    member, body, role = (read.value(node, name) for name in ("org:member", "org:organization", "org:role"))
    if member and body and role:
        return "".join(label_of(read, part) for part in (body, role, member))
    return next((label for name in _LABELS if (label := read.value(node, name))), node.rsplit("/", 1)[-1])
