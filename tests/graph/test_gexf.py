"""GEXF keeps the schema of version 1.3: elements, attributes and values as it has them, in its order."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
Check = Callable[[str], bool]


def number(value: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", value) is not None


def positive(value: str) -> bool:
    return number(value) and float(value) > 0


def channel(value: str) -> bool:
    return value.isdecimal() and int(value) <= 255


def one_line(value: str) -> bool:
    """An xsd:token."""
    return value == " ".join(value.split())


# Element: (required attributes, optional ones, elements that may stand inside).
SHAPES: dict[str, tuple[dict[str, Check], dict[str, Check], set[str]]] = {
    GEXF + "gexf": ({"version": "1.3".__eq__}, {LOCATION: bool}, {GEXF + "meta", GEXF + "graph"}),
    GEXF + "meta": ({}, {}, {GEXF + "creator"}),
    GEXF + "creator": ({}, {}, set()),
    GEXF + "graph": (
        {},
        {"defaultedgetype": "directed".__eq__, "mode": "static".__eq__},
        {GEXF + "attributes", GEXF + "nodes", GEXF + "edges"},
    ),
    GEXF + "attributes": ({"class": {"node", "edge"}.__contains__}, {}, {GEXF + "attribute"}),
    GEXF + "attribute": (
        {"id": bool, "title": bool, "type": {"string", "boolean", "long", "double"}.__contains__},
        {},
        set(),
    ),
    GEXF + "nodes": ({}, {}, {GEXF + "node"}),
    GEXF + "node": (
        {"id": bool},
        {"label": one_line},
        {GEXF + "attvalues", VIZ + "color", VIZ + "size", VIZ + "position"},
    ),
    GEXF + "edges": ({}, {}, {GEXF + "edge"}),
    GEXF + "edge": (
        {"source": bool, "target": bool},
        {"label": one_line, "weight": positive, "kind": one_line},
        {GEXF + "attvalues"},
    ),
    GEXF + "attvalues": ({}, {}, {GEXF + "attvalue"}),
    GEXF + "attvalue": ({"for": bool, "value": lambda value: True}, {}, set()),
    VIZ + "color": ({"r": channel, "g": channel, "b": channel}, {}, set()),
    VIZ + "size": ({"value": positive}, {}, set()),
    VIZ + "position": ({"x": number, "y": number}, {"z": number}, set()),
}


@pytest.fixture(scope="module")
def tree(written: Path) -> ElementTree.Element:
    return ElementTree.parse(written / "graph.gexf").getroot()


def test_every_element_is_as_the_schema_has_it(tree: ElementTree.Element) -> None:
    for element in tree.iter():
        required, optional, inside = SHAPES[element.tag]
        assert required.keys() <= element.attrib.keys() <= required.keys() | optional.keys(), element.tag
        assert not [name for name, value in element.items() if not (required | optional)[name](value)], element.tag
        assert {child.tag for child in element} <= inside


def test_parts_stand_in_order_and_single_ones_once(tree: ElementTree.Element) -> None:
    assert [child.tag for child in tree] == [GEXF + "meta", GEXF + "graph"]
    graph = tree[1]
    assert [child.tag for child in graph] == [GEXF + name for name in ("attributes", "attributes", "nodes", "edges")]
    for element in graph.iter():
        if element.tag in (GEXF + "node", GEXF + "edge"):
            assert len({child.tag for child in element}) == len(element)


def test_ids_are_unique_and_what_is_named_is_there(tree: ElementTree.Element) -> None:
    nodes = [node.get("id") for node in tree.iter(GEXF + "node")]
    assert len(nodes) == len(set(nodes)) > 5
    assert {edge.get(end) for edge in tree.iter(GEXF + "edge") for end in ("source", "target")} <= set(nodes)
    for declared, owner in zip(tree.iter(GEXF + "attributes"), ("node", "edge"), strict=True):
        assert declared.get("class") == owner
        names = [attribute.get("id") for attribute in declared]
        assert names == [attribute.get("title") for attribute in declared]
        used = {value.get("for") for each in tree.iter(GEXF + owner) for value in each.iter(GEXF + "attvalue")}
        assert used <= set(names)
