"""No name of the seeds stands in code, ontology or tests, unless it is a word of the language.

The names are those that the program itself finds in ``seeds/``: people, companies, and the programmes
that stand in quotation marks there, of three characters and more (people: two).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from kg.model import EntityType
from tests.rooms import knowledge_of

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SEARCHED = {
    "kg": ("*.py", "*.toml", "*.ttl"),
    "ontology": ("*.ttl", "*.toml", "*.rq"),
    "tests": ("*.py", "*.txt", "*.json", "*.toml"),
}
ALLOWED: dict[str, str] = {
    "夏令营": "a noun (summer camp), which the program takes for a person where it ends a quoted name",
    "解困": "a verb (to help out of hardship), which the program takes for a person",
    "饿了么": "a delivery platform known in the whole country, in a list of such platforms",
    "淘鲜达": "a delivery platform known in the whole country, in a list of such platforms",
    "春风行动": "the campaign for jobs that the whole country has every spring, a word for that kind of initiative",
    "十百千万": "the Chinese signs for powers of ten, in the reader of numbers and its tests",
}
"""Name → why it is a word of the language and no name of the seeds' own."""


@cache
def text_of_the_seeds() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in SEEDS)


@cache
def names(kind: str) -> tuple[str, ...]:
    """The names of one kind that the graph of the seeds holds, sorted."""
    knowledge = knowledge_of(*(path.read_text(encoding="utf-8") for path in SEEDS))
    if kind == "people":
        found = {one.label for one in knowledge.entities if one.type is EntityType.PERSON}
    elif kind == "companies":
        found = {one.label for one in knowledge.entities if one.subtype == "Company"}
    else:
        given = {name for one in knowledge.initiatives if one.named for name in (one.label, *one.alternatives)}
        quoted = {re.sub(r"\s", "", name) for name in re.findall(r"[“《]([^“”《》\n]{3,40})[”》]", text_of_the_seeds())}
        found = {name for name in quoted if name in {re.sub(r"\s", "", one) for one in given}}
    return tuple(sorted(name for name in found if len(name) >= (2 if kind == "people" else 3)))


@cache
def searched_files() -> tuple[tuple[str, str], ...]:
    """(path, text) of every file that may hold no name of the seeds."""
    paths = (path for folder, patterns in SEARCHED.items() for each in patterns for path in (ROOT / folder).rglob(each))
    kept = sorted(path for path in paths if "gold" not in path.relative_to(ROOT).parts and path != Path(__file__))
    """The gold is about the seeds themselves; this file quotes what it allows."""
    return tuple((str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in kept)


def test_the_seeds_hold_names_and_there_are_files_to_search():
    assert len(names("people")) > 50
    assert len(names("companies")) > 10
    assert len(names("programmes")) > 20
    folders = {Path(path).parts[0] for path, _ in searched_files()}
    assert folders == set(SEARCHED)


@pytest.mark.parametrize("kind", ["people", "companies", "programmes"])
def test_no_name_of_the_seeds_stands_in_code_ontology_or_tests(kind):
    found = [
        (name, path) for name in names(kind) if name not in ALLOWED for path, text in searched_files() if name in text
    ]
    assert found == []


def test_every_allowed_word_stands_in_the_seeds_and_is_in_use():
    for name, reason in ALLOWED.items():
        assert name in text_of_the_seeds(), f"{name}: not in the seeds; take it off the list"
        assert any(name in text for _, text in searched_files()), f"{name}: used nowhere; take it off the list"
        assert len(reason) > 10
