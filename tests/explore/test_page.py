"""The page stands alone, runs its own bundle and nothing that a text brings."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest

import kg
from kg.explore import explorer_html
from kg.explore.data import explorer_data
from kg.explore.page import explorer_page

HOSTILE = '</script><img src=x onerror="alert(1)"><!-- <script>alert(2)</script> & \u2028'


class Elements(HTMLParser):
    """Start tags with their attributes; beside each its content, of scripts and styles alone."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.contents: list[str] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.contents.append("")

        self.open = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.contents[-1] += data


def parsed(page: bytes) -> Elements:
    elements = Elements()
    elements.feed(page.decode())
    return elements


def content(page: bytes, tag: str, **attributes: str) -> str:
    elements = parsed(page)
    (found,) = (
        text
        for (name, given), text in zip(elements.tags, elements.contents, strict=True)
        if name == tag and given == attributes
    )
    return found


@pytest.fixture(scope="module")
def hostile(graph: kg.Graph) -> bytes:
    data = explorer_data(graph)
    nodes = tuple(msgspec.structs.replace(node, label=HOSTILE) for node in data.nodes)
    return explorer_page(msgspec.structs.replace(data, nodes=nodes))


def test_a_hostile_name_is_data_and_nothing_else(hostile: bytes) -> None:
    elements = parsed(hostile)
    assert [tag for tag, _ in elements.tags if tag in ("script", "img", "style")] == ["style", "script", "script"]
    data: dict[str, Any] = json.loads(content(hostile, "script", type="application/json", id="data"))
    assert {node["label"] for node in data["nodes"]} == {HOSTILE}


def test_the_policy_allows_the_bundle_alone(hostile: bytes) -> None:
    (policy,) = (
        attributes["content"] or ""
        for tag, attributes in parsed(hostile).tags
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.split(maxsplit=1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    for directive, text in (("script-src", content(hostile, "script")), ("style-src", content(hostile, "style"))):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[directive] == f"'sha256-{digest}'"


def test_nothing_is_fetched(graph: kg.Graph) -> None:
    page = explorer_html(graph)
    fetching = {"src", "href", "srcset", "action"}
    assert not [attributes for _, attributes in parsed(page).tags if fetching & attributes.keys()]
    assert not re.search(r"@import|url\((?!data:)", content(page, "style"))


def test_the_same_graph_gives_the_same_bytes(graph: kg.Graph) -> None:
    assert explorer_html(graph) == explorer_html(graph)
