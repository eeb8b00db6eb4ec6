"""Other names, the same graph: nothing that the program finds may hang on what a thing is called.

Each place, person, company and programme name of a page is replaced by another of its kind
(`tests.generality.substitution`), and the graph must keep its shape (`tests.generality.shape`).

What must be equal exactly: the shape of the small pages written for the tests, and the number of
articles everywhere. On long pages two things make exact equality impossible. A short form
may be shared by several divisions, and which one it means is then decided by the rest of the page. And
Chinese is written without spaces: what segmentation makes of 高明|远说 and 高明远|说 may differ.
So `GOAL` allows a small share of things to differ.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kg.model import EntityType
from tests.generality.shape import Shape, apart, shape
from tests.generality.substitution import kinds_replaced, substituted, substitution
from tests.rooms import knowledge_of, labels

TESTS = Path(__file__).resolve().parents[1]
SMALL = sorted((TESTS / "golden" / "pages").glob("*.txt"))
SEEDS = sorted((TESTS.parent / "seeds").glob("*.txt"))
MORE = sorted((TESTS / "gold").rglob("texts/*.txt"))
CORPORA = {
    "seeds": SEEDS,
    "single articles": [path for path in MORE if path.stem[0] in "abc"],
    "scanned pages": [path for path in MORE if path.stem.startswith("pg")],
}
CHANCES = range(4)
GOAL = {"unions": 0.02, "entities": 0.02, "initiatives": 0.02, "posts": 0.02}
"""Share of the things of a corpus that may have no counterpart; the reasons stand above."""


@cache
def shapes(path: Path) -> tuple[tuple[Shape, Shape], ...]:
    """For each substitution, of the page as it is and of the page under it."""
    text = read(path)
    known = knowledge_of(text)
    given_names = [substitution(text, chance) for chance in CHANCES]
    return tuple((shape(known, names.apply), shape(knowledge_of(names.apply(text)))) for names in given_names)


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def difference(corpus: str, field: str) -> float:
    """The share of a corpus's things of one sort that have no counterpart under substitution."""
    pairs = [pair for path in CORPORA[corpus] for pair in shapes(path)]
    total = sum(getattr(one, field).total() for one, _ in pairs)
    return sum(apart(getattr(one, field), getattr(other, field)) for one, other in pairs) / total


def given(corpus: str) -> None:
    if not CORPORA[corpus]:
        pytest.skip("tests/gold/texts is not here")


@pytest.mark.parametrize("chance", CHANCES)
@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
def test_small_pages_keep_their_shape_exactly(path, chance):
    text = read(path)
    names = substitution(text, chance)
    assert shape(knowledge_of(names.apply(text))) == shape(knowledge_of(text), names.apply)


@pytest.mark.parametrize("corpus", CORPORA)
def test_the_number_of_articles_stays(corpus):
    given(corpus)
    for path in CORPORA[corpus]:
        assert all(one.articles == other.articles for one, other in shapes(path)), path.stem


@pytest.mark.parametrize("field", GOAL)
@pytest.mark.parametrize("corpus", CORPORA)
def test_pages_keep_their_shape_but_for_a_small_share(corpus, field):
    given(corpus)
    assert difference(corpus, field) <= GOAL[field]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_substitution_replaces_what_a_page_is_about(path):
    """The tests above can only mean something where names are really replaced."""
    text = read(path)
    replaced = kinds_replaced(substitution(text, 0))
    assert replaced["places"] >= 10
    assert replaced["people"] >= 10
    assert replaced["programmes"] >= 2
    new = knowledge_of(substituted(text, 0))
    old = knowledge_of(text)
    for kind in (EntityType.PERSON, EntityType.UNION):
        kept = labels(old, kind) & labels(new, kind)
        assert len(kept) <= len(labels(old, kind)) // 4, sorted(kept)


def test_a_substitution_is_a_function_of_page_and_chance():
    text = read(SEEDS[0])
    assert substituted(text, 1) == substituted(text, 1)
    assert len({substituted(text, chance) for chance in CHANCES}) == len(CHANCES)


def test_names_are_replaced_in_one_pass_and_over_line_breaks():
    text = "本报讯（记者 陶清源）徐州市总工会与云龙\n区总工会启动“清凉彭城”活动，慰问环卫工人。陶清源在徐州报道。"
    given_names = substitution(text, 0)
    new = given_names.apply(text)
    assert "徐州" not in new
    assert "陶清源" not in new
    assert "云龙" not in new
    assert "清凉彭城" not in new
    assert new.count("\n") == 1
    assert new.count(given_names.people["陶清源"]) == 2
