"""The passage of the page that an article takes up: from its head to its tail, where the tail stands below."""

from __future__ import annotations

from msgspec.structs import replace

from tests.rooms import article_of, recogniser, relater

TEXT = "云川市总工会慰问交警\n\n7月15日，云川市总工会为40名交警送去凉茶。\n\n第二天，慰问组又来到了车站。"


def extent_of(*stretches: tuple[int, int]) -> tuple[int, int] | None:
    """The extent of an article whose pieces are these stretches, in reading order."""
    source, article = article_of(TEXT)
    apart = replace(article, stretches=stretches)
    extent = relater().facts(apart, source, recogniser().mentions(apart)).extent
    return (extent.begin, extent.end) if extent else None


def test_lines_of_others_between_its_pieces_are_in_the_passage() -> None:
    assert extent_of((0, 20), (40, 50)) == (0, 50)


def test_a_tail_above_its_head_makes_no_passage_of_the_page_between() -> None:
    assert extent_of((40, 50), (0, 20)) is None
