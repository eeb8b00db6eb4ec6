"""What an engine finds: a node and the part of a shape that it breaks.

Guarantees: both engines tell one break in the same words: the shape that brought the node in, its messages, the
value where there is one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import rdflib

__all__ = ["SH", "Break", "local", "messages", "owner"]

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


class Break(msgspec.Struct, frozen=True):
    """One constraint that one node breaks."""

    severity: str
    shape: str
    """Local name of the node shape."""
    english: str
    chinese: str
    node: str
    value: str = ""
    """The value that is not accepted; empty where the constraint is about the node as such."""


def messages(shapes: rdflib.Graph, shape: Any) -> tuple[str, str]:
    """A shape's messages in English and Chinese; ``{?value}``, which is the node itself, becomes an ellipsis."""
    said = {
        message.language: str(message).replace("{?value}", "…")
        for message in shapes.objects(shape, SH.message)
        if isinstance(message, rdflib.Literal)
    }
    return said.get("en", ""), said.get("zh", "")


def owner(shapes: rdflib.Graph, shape: Any, classes: Iterable[str]) -> str:
    """The local name of the node shape that brought `shape` to a node of `classes`; the first where several did."""
    given = set(classes)
    owners = {shape, *shapes.subjects(SH.property, shape)}
    fitting = {each for each in owners if given & set(map(str, shapes.objects(each, SH.targetClass)))}
    return min(map(local, fitting or owners))


def local(iri: Any) -> str:
    """What stands behind the last ``#`` or ``/``."""
    return str(iri).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
