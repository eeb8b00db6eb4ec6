"""`kg.pipeline` alone: stand-ins take the rooms' places, so that only the wiring is looked at."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.errors import InputError
from kg.lexicon import Lexicon
from kg.model import Article, ArticleFacts, Knowledge, Mention, MentionType, Source, SourceRecord
from kg.pipeline import build_knowledge


def source(key: str, text: str) -> Source:
    return Source(key=key, name=f"{key}.txt", text=text, sha256=key * 4, url=None)


SOURCES = [source("c", "区总工会\n天气"), source("a", "市总工会"), source("b", "天气"), source("a", "市总工会")]


class Recogniser:
    """A union wherever 总工会 stands."""

    made = 0

    def __init__(self, lexicon: Lexicon, gazetteer: Any) -> None:
        type(self).made += 1

    def mentions(self, article: Article) -> tuple[Mention, ...]:
        begin = article.text.find("总工会")
        if begin < 0:
            return ()
        return (Mention(MentionType.UNION, begin, begin + 3, "总工会", "stand-in", 1.0),)


def read_sources(paths: Iterable[Any], *, warn: Callable[[str], None]) -> Iterator[Source]:
    for path in paths:
        yield SOURCES[int(path)]


def read_articles(source: Source, *, lexicon: Lexicon) -> tuple[Article, ...]:
    found, begin = [], 0
    for number, line in enumerate(source.text.split("\n")):
        span = range(begin, begin + len(line))
        found.append(
            Article(
                f"{source.key}{number}",
                source.key,
                line,
                tuple(span),
                tuple(place + 1 for place in span),
                0,
                "",
                ((begin, begin + len(line)),),
            )
        )
        begin += len(line) + 1
    return tuple(found)


class Relater:
    """The mentions alone."""

    def __init__(self, lexicon: Lexicon) -> None: ...

    def facts(self, article: Article, source: Source, mentions: tuple[Mention, ...]) -> ArticleFacts:
        phrases = tuple(article.phrase(source, mention.begin, mention.end) for mention in mentions)
        return ArticleFacts(article, mentions, phrases, (), (), ())


class Resolved(Knowledge, frozen=True):
    """What `resolve` was given."""

    given: tuple[Any, ...] = ()


def resolve(sources: Any, facts: Any, *, lexicon: Lexicon, gazetteer: Any) -> Knowledge:
    assert gazetteer == "the gazetteer"
    keys = tuple(found.article.key for found in facts)
    return Resolved(tuple(sources), (), (), (), (), keys)


def module(name: str, **names: Any) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(names)
    return made


@pytest.fixture(autouse=True)
def rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    gazetteer = type("Gazetteer", (), {"load": staticmethod(lambda *_, **__: "the gazetteer")})
    stand_ins = [
        module("kg.read", sources=read_sources, articles=read_articles),
        module("kg.recognise", Recogniser=Recogniser, with_page_year=lambda found, lexicon: list(found)),
        module("kg.recognise.gazetteer", Gazetteer=gazetteer),
        module("kg.relate", Relater=Relater),
        module("kg.resolve", resolve=resolve),
    ]
    for stand_in in stand_ins:
        monkeypatch.setitem(sys.modules, stand_in.__name__, stand_in)
    monkeypatch.setattr(Recogniser, "made", 0)


def built(*paths: str, **options: Any) -> Knowledge:
    return build_knowledge(paths, lexicon=Lexicon(Path("nowhere")), **options)


def test_order_and_repetition_of_files_do_not_matter() -> None:
    once = built("0", "1", "2")
    assert once == built("2", "1", "0") == built("1", "3", "0", "2", "1")
    assert [record.key for record in once.sources] == ["a", "b", "c"]
    assert isinstance(once, Resolved) and once.given == ("a0", "b0", "c0", "c1")


def test_source_records_are_what_was_read() -> None:
    assert built("1").sources == (SourceRecord("a", "a.txt", "aaaa", 4, None),)


def test_a_source_without_a_union_is_named_once() -> None:
    warnings: list[str] = []
    built("0", "1", "2", warn=warnings.append)
    assert len(warnings) == 1
    assert warnings[0].startswith("b.txt: ")


def test_an_article_too_long_to_be_one_is_named_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    warnings: list[str] = []
    monkeypatch.setattr("kg.pipeline.LONGEST", 3)
    found = built("0", "1", warn=warnings.append)
    assert isinstance(found, Resolved) and found.given == ("c1",)
    assert [record.key for record in found.sources] == ["a", "c"]
    assert [warning.split(" characters")[0] for warning in warnings] == ["a.txt: 4", "c.txt: 4"]


def test_progress_counts_sources_from_none_to_all() -> None:
    steps: list[tuple[int, int]] = []
    built("0", "1", progress=lambda done, total: steps.append((done, total)))
    assert steps == [(0, 2), (1, 2), (2, 2)]


def test_one_recogniser_serves_all_sources() -> None:
    built("0", "1", "2")
    assert Recogniser.made == 1


@pytest.mark.parametrize("paths", [(), ("nothing",)])
def test_nothing_to_read_is_an_error_that_names_the_paths(
    paths: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["kg.read"], "sources", lambda paths, *, warn: iter(()))
    with pytest.raises(InputError, match="nothing" if paths else "no path"):
        built(*paths)
