"""A graph held against all gold files of a folder.

Guarantees: figures are those of the sums over files; every file's own counts, misses and judgements are
kept, so that intervals, lists of misses and calibration are views of one score.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from kg.errors import InputError
from kg.score import initiatives as of_initiatives
from kg.score.across import one_node
from kg.score.annotated import annotated_facts
from kg.score.articles import articles, quotes
from kg.score.counts import Counts, total
from kg.score.entities import entities
from kg.score.facts import read_facts
from kg.score.gold import Gold, holds_gold, read_gold, read_same, read_text
from kg.score.intervals import Interval, intervals
from kg.score.links import links, triples
from kg.score.matching import match
from kg.score.numbers import numbers
from kg.score.outcome import Outcome, join
from kg.score.page import Page
from kg.score.posts import posts
from kg.score.store import holds_graph, load_store

__all__ = ["Score", "score"]


class Score(msgspec.Struct, frozen=True, dict=True):
    """How a graph fares."""

    files: dict[str, Outcome]
    """By source, in the order of the gold files."""
    across: dict[str, Counts]
    """Measures over several sources."""
    confidences: dict[str, float]
    """What the graph says of its own facts, by node."""

    @cached_property
    def counts(self) -> dict[str, Counts]:
        """By measure, over all files."""
        return total([*(outcome.counts for outcome in self.files.values()), self.across])

    @cached_property
    def intervals(self) -> dict[str, Interval]:
        """Of F1, by measure; none for measures over several sources."""
        return intervals([outcome.counts for outcome in self.files.values()])


def score(folder: str | os.PathLike[str], gold: str | os.PathLike[str], texts: str | os.PathLike[str]) -> Score:
    """Hold the graph of a folder against gold files.

    Parameters
    ----------
    folder : where a build wrote its Turtle or N-Triples; or where another annotator's gold files are, which then
        stand in the graph's place: what comes out is how far the two agree on the texts that both annotated.
    gold : gold files (``*.json``), and ``same.json`` where initiatives told by two sources are listed.
    texts : the sources that the gold files name.

    Raises
    ------
    OutputError : no graph in `folder`, or one that cannot be read.
    InputError : no gold file, a malformed one, a missing text, or no text that both annotators read.

    Source: ``kg.score.scoring``.
    """
    wanted = read_gold(Path(gold))
    pairs = read_same(Path(gold))
    others = _annotated(Path(folder))
    if others is not None:
        wanted = _both(wanted, others, Path(folder))
    pages = {one.source: read_text(Path(texts), one) for one in wanted}
    facts = read_facts(load_store(Path(folder))) if others is None else annotated_facts(others, pages)
    files: dict[str, Outcome] = {}
    matched: dict[str, Mapping[str, str]] = {}
    for one in wanted:
        page = Page(one, pages[one.source], facts)
        matched[one.source] = match(page)
        files[one.source] = _measure(page, matched[one.source])
    return Score(files, one_node(pairs, matched), facts.confidences)


def _annotated(folder: Path) -> tuple[Gold, ...] | None:
    """What an annotator wrote into a folder that holds no graph."""
    return read_gold(folder) if not holds_graph(folder) and holds_gold(folder) else None


def _both(wanted: tuple[Gold, ...], others: tuple[Gold, ...], folder: Path) -> tuple[Gold, ...]:
    """The gold of texts that the other annotator read too."""
    known = {other.source for other in others}
    both = tuple(one for one in wanted if one.source in known)
    if not both:
        raise InputError(f"{folder}: annotates none of the texts of --gold; name the folder of the same texts")
    return both


def _measure(page: Page, matched: Mapping[str, str]) -> Outcome:
    """Every measure of one source, in the order in which they are shown."""
    return join(
        [
            triples(page, matched),
            of_initiatives.initiatives(page, matched),
            links(page, matched),
            numbers(page, matched),
            of_initiatives.dates(page, matched),
            of_initiatives.kinds(page, matched),
            posts(page),
            entities(page),
            articles(page),
            quotes(page),
        ]
    )
