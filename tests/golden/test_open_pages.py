"""What a careful reader takes from a page and the program does not, yet: one mechanism a page.

The pages in ``open/`` (NAME.txt, NAME.json) were written for these tests. Their expectations are right and
stay as they are; `reason` says what goes wrong. A page that gets right fails here (strict xfail): move it
to ``mechanisms/``, with the mechanism that it shows in place of the reason. `around` are the divisions in which its
places lie: a reader may add them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.model import EntityType, Knowledge
from tests.rooms import knowledge_of, labels, named

PAGES = sorted((Path(__file__).parent / "open").glob("*.txt"))
RIGHT = sorted((Path(__file__).parent / "mechanisms").glob("*.txt"))


def wanted(path: Path) -> dict[str, Any]:
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def posts(knowledge: Knowledge) -> set[tuple[str, ...]]:
    return {
        (*named(knowledge, (one.person,)), *named(knowledge, (one.organization,)), one.title)
        for one in knowledge.memberships
    }


def venues(knowledge: Knowledge) -> set[str]:
    return {one.label for one in knowledge.entities if one.type is EntityType.PLACE and one.mentions and not one.code}


FOUND: dict[str, Callable[[Knowledge], object]] = {
    "unions": lambda knowledge: labels(knowledge, EntityType.UNION),
    "people": lambda knowledge: labels(knowledge, EntityType.PERSON),
    "organizations": lambda knowledge: labels(knowledge, EntityType.ORGANIZATION),
    "posts": posts,
    "venues": venues,
}


def check(knowledge: Knowledge, expected: dict[str, Any]) -> None:
    """AssertionError where the graph differs from what the page says of the sorts of facts that are expected."""
    for sort in FOUND.keys() & expected.keys():
        assert FOUND[sort](knowledge) == {tuple(one) if isinstance(one, list) else one for one in expected[sort]}
    if "count" in expected:
        assert len(knowledge.initiatives) == expected["count"]
    for initiative in expected.get("initiatives", ()):
        found = [one for one in knowledge.initiatives if initiative["name"] in one.label]
        assert len(found) == 1, [one.label for one in knowledge.initiatives]
        for role in initiative.keys() & {"unions", "partners", "groups"}:
            assert named(knowledge, getattr(found[0], role)) == set(initiative[role])
        if "places" in initiative:
            places = named(knowledge, found[0].places)
            assert places - set(initiative.get("around", ())) == set(initiative["places"])
        if "numbers" in initiative:
            numbers = {(amount.role, amount.measure.value, amount.measure.unit) for amount in found[0].amounts}
            assert numbers == {tuple(number) for number in initiative["numbers"]}


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(
            path,
            id=path.stem,
            marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=wanted(path)["reason"]),
        )
        for path in PAGES
    ],
)
def test_open_page(path):
    check(knowledge_of(path.read_text(encoding="utf-8")), wanted(path))


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.stem)
def test_page_of_a_mechanism(path):
    assert wanted(path)["mechanism"]
    check(knowledge_of(path.read_text(encoding="utf-8")), wanted(path))


def test_every_open_page_expects_something():
    known = {"reason", "count", "initiatives", *FOUND}
    for path in PAGES:
        expected = wanted(path)
        assert expected["reason"], path.stem
        assert known >= expected.keys() > {"reason"}, path.stem
