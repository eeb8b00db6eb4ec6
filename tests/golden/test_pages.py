"""Small pages written for the tests, each with what a reader takes from it (NAME.txt, NAME.json).

The expectations were written from the pages. `name` of an initiative is a part of its label.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.model import EntityType, Initiative, Knowledge
from tests.rooms import knowledge_of, labels, named

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def test_all_pages_are_here():
    assert [page.stem for page in PAGES] == [
        "clean_article",
        "enterprise_unions",
        "municipality",
        "national_industry",
        "northern_half_width",
        "one_among_many_hosts",
        "southern_two_levels",
        "traditional",
        "two_articles",
    ]


@pytest.fixture(params=PAGES, ids=lambda page: page.stem)
def page(request: pytest.FixtureRequest) -> tuple[str, Knowledge, dict[str, Any]]:
    text = request.param.read_text(encoding="utf-8")
    return text, knowledge_of(text), json.loads(request.param.with_suffix(".json").read_text(encoding="utf-8"))


def test_entities(page):
    _, knowledge, expected = page
    assert len(knowledge.articles) == expected["articles"]
    assert labels(knowledge, EntityType.UNION) == set(expected["unions"])
    assert labels(knowledge, EntityType.PERSON) == set(expected["people"])


def test_posts(page):
    _, knowledge, expected = page
    found = {
        (*named(knowledge, (one.person,)), *named(knowledge, (one.organization,)), one.title)
        for one in knowledge.memberships
    }
    assert found == {tuple(post) for post in expected["posts"]}


def shown(knowledge: Knowledge, one: Initiative, around: list[str]) -> dict[str, Any]:
    """What is compared; not the divisions in which its places lie, which a reader may add."""
    return {
        "named": one.named,
        "unions": named(knowledge, one.unions),
        "partners": named(knowledge, one.partners),
        "groups": named(knowledge, one.groups),
        "places": named(knowledge, one.places) - set(around),
        "numbers": {(amount.role, amount.measure.value, amount.measure.unit) for amount in one.amounts},
    }


def test_initiatives(page):
    _, knowledge, expected = page
    assert len(knowledge.initiatives) == len(expected["initiatives"]), [one.label for one in knowledge.initiatives]
    for wanted in expected["initiatives"]:
        (one,) = [one for one in knowledge.initiatives if wanted["name"] in one.label]
        found = shown(knowledge, one, wanted.get("around", []))
        if "places" not in wanted:  # an open page asks for them
            del found["places"]
        assert found == {
            "named": wanted["named"],
            **{role: set(wanted[role]) for role in ("unions", "partners", "groups", "places") if role in wanted},
            "numbers": {tuple(number) for number in wanted["numbers"]},
        }


def test_every_phrase_quotes_the_untouched_page(page):
    text, knowledge, _ = page
    phrases = [phrase for one in knowledge.initiatives for phrase in one.evidence]
    phrases += [phrase for one in knowledge.entities for phrase in one.mentions]
    assert phrases
    assert all(text[phrase.begin : phrase.end] == phrase.anchor for phrase in phrases)
