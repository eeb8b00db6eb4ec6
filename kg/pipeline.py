"""From paths to knowledge: the rooms in a row, read → recognise → relate → resolve.

Guarantees: the same texts give the same `Knowledge`, whatever the order of the paths, the number of
workers or the hash seed; a text that is given twice is taken once; every text that names no union is
told to `warn`, by name. Writes nothing and keeps no state between two builds, apart from the
recogniser that a worker process makes once and uses until it ends.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import GraphError, InputError
from kg.lexicon import Lexicon
from kg.model import ArticleFacts, Knowledge, MentionType, Source, SourceRecord

if TYPE_CHECKING:
    from kg.recognise import Recogniser

__all__ = ["build_knowledge"]

CHUNK = 8
"""Sources that a worker process takes at a time, at most."""


def _silent(message: str) -> None:
    """Take a warning and say nothing."""


def _unseen(done: int, total: int) -> None:
    """Take a step of progress and show nothing."""


def build_knowledge(
    paths: Iterable[str | Path],
    *,
    lexicon: Lexicon | None = None,
    warn: Callable[[str], None] = _silent,
    progress: Callable[[int, int], None] = _unseen,
    workers: int = 1,
) -> Knowledge:
    """Everything that the files and folders of `paths` say of unions, resolved.

    Parameters
    ----------
    paths : files (.txt, .md, .html, .jsonl) or folders of them.
    lexicon : what the program knows; the ontology of this installation where it is None.
    warn : called with one sentence for each thing that was left out or looks odd.
    progress : called with (sources done, sources in all), first with (0, all).
    workers : processes. With more than one, a script that calls this needs the usual
        ``if __name__ == "__main__":``, since the processes start afresh.

    Raises
    ------
    InputError : a path is missing, or nothing at all could be read.
    OntologyError : the ontology folder is malformed.
    GraphError : a worker process was killed.
    """
    from kg.read import sources
    from kg.recognise.gazetteer import Gazetteer
    from kg.resolve import resolve

    lexicon = lexicon or Lexicon()
    given = list(paths)
    texts = _distinct(sources(given, warn=warn))
    if not texts:
        raise InputError(f"{_named(given)}: no text to read; give .txt, .md, .html or .jsonl files")
    facts: list[ArticleFacts] = []
    progress(0, len(texts))
    for done, (source, found) in enumerate(zip(texts, _all_facts(texts, lexicon, workers), strict=True), start=1):
        if not _names_union(found):
            warn(f"{source.name}: names no union; it adds no initiative to the graph")
        facts.extend(found)
        progress(done, len(texts))
    records = [_record(source) for source in texts]
    return resolve(records, facts, lexicon=lexicon, gazetteer=Gazetteer.load(lexicon))


def _distinct(found: Iterable[Source]) -> list[Source]:
    """Each source once, sorted by key: the order in which files were met is forgotten here."""
    return sorted({source.key: source for source in found}.values(), key=lambda source: source.key)


def _all_facts(
    texts: Sequence[Source], lexicon: Lexicon, workers: int
) -> Iterator[tuple[ArticleFacts, ...]]:
    """The facts of each source, in the order of `texts`."""
    if min(workers, len(texts)) < 2:
        from kg.recognise import Recogniser

        tools = Tools(lexicon, Recogniser(lexicon))
        for source in texts:
            yield _facts(source, tools)
        return
    # Fresh processes rather than forks: the parent may hold threads (a progress bar, a store).
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(texts)), context, _leave_interrupts_to_the_parent) as pool:
        chunk = max(1, min(CHUNK, len(texts) // (4 * workers)))
        try:
            yield from pool.map(partial(_facts_in_worker, lexicon.folder), texts, chunksize=chunk)
        except BrokenProcessPool as error:
            message = "a worker process was killed; give fewer --workers, they may lack memory"
            raise GraphError(message) from error
        finally:
            pool.shutdown(cancel_futures=True)


class Tools(NamedTuple):
    """What the facts of a source are found with, made once in each process."""

    lexicon: Lexicon
    recogniser: Recogniser


@cache
def _tools(folder: Path) -> Tools:
    from kg.recognise import Recogniser

    lexicon = Lexicon(folder)
    return Tools(lexicon, Recogniser(lexicon))


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _facts_in_worker(folder: Path, source: Source) -> tuple[ArticleFacts, ...]:
    return _facts(source, _tools(folder))


def _facts(source: Source, tools: Tools) -> tuple[ArticleFacts, ...]:
    """A pure function of one source and the lexicons: the facts of each of its articles."""
    from kg.read import articles
    from kg.relate import facts

    return tuple(
        facts(article, source, tools.recogniser.mentions(article), lexicon=tools.lexicon)
        for article in articles(source, lexicon=tools.lexicon)
    )


def _names_union(found: Iterable[ArticleFacts]) -> bool:
    return any(mention.type is MentionType.UNION for facts in found for mention in facts.mentions)


def _record(source: Source) -> SourceRecord:
    return SourceRecord(source.key, source.name, source.sha256, len(source.text), source.url)


def _named(paths: Sequence[str | Path]) -> str:
    """The paths as a user gave them, for a message."""
    shown = ", ".join(str(path) for path in paths[:3])
    return f"{shown}, …" if len(paths) > 3 else shown or "no path"
