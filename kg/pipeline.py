"""From paths to knowledge: the rooms in a row, read → recognise → relate → resolve.

Guarantees: the same texts give the same `Knowledge`, whatever the order of the paths, the number of
workers or the hash seed; a text that is given twice is taken once; a text that names no union, and an
article too long to be one (`LONGEST`), which is left out, are told to `warn` by name. Writes nothing
and keeps no state between two builds, apart from the recogniser that a worker process makes once.
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
    from kg.recognise.gazetteer import Gazetteer
    from kg.relate import Relater

__all__ = ["build_knowledge"]

CHUNK = 8
"""Sources that a worker process takes at a time, at most."""
LONGEST = 100_000
"""Characters of an article, at most; a whole newspaper page has some ten thousand."""


def _silent(message: str) -> None:
    """Take a warning and say nothing."""


def _let_go(source: Source) -> None:
    """Take a text that was read and keep nothing of it."""


def _unseen(done: int, total: int) -> None:
    """Take a step of progress and show nothing."""


def build_knowledge(
    paths: Iterable[str | Path],
    *,
    lexicon: Lexicon | None = None,
    warn: Callable[[str], None] = _silent,
    progress: Callable[[int, int], None] = _unseen,
    keep: Callable[[Source], None] = _let_go,
    workers: int = 1,
) -> Knowledge:
    """Everything that the files and folders of `paths` say of unions, resolved.

    Parameters
    ----------
    paths : files (.txt, .md, .html, .jsonl) or folders of them.
    lexicon : what the program knows; the ontology of this installation where it is None.
    warn : called with one sentence for each thing that was left out or looks odd.
    progress : called with (sources done, sources in all), first with (0, all).
    keep : called with every text once it is read, in the order of their keys.
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
    gazetteer = Gazetteer.load(lexicon)
    facts: list[ArticleFacts] = []
    progress(0, len(texts))
    for source in texts:
        keep(source)
    findings = _findings(texts, lexicon, gazetteer, workers)
    for done, (source, found) in enumerate(zip(texts, findings, strict=True), start=1):
        for length in found.too_long:
            warn(f"{source.name}: {length} characters without a sign of where articles end; break it into lines")
        if not found.too_long and not _names_union(found.facts):
            warn(f"{source.name}: names no union; it adds no initiative to the graph")
        facts.extend(found.facts)
        progress(done, len(texts))
    records = [_record(source) for source in texts]
    return resolve(records, facts, lexicon=lexicon, gazetteer=gazetteer)


def _distinct(found: Iterable[Source]) -> list[Source]:
    """Each source once, sorted by key: the order in which files were met is forgotten here."""
    return sorted({source.key: source for source in found}.values(), key=lambda source: source.key)


class Findings(NamedTuple):
    """Of one source."""

    facts: tuple[ArticleFacts, ...]
    """Of each article that was looked at."""
    too_long: tuple[int, ...]
    """Lengths of the articles that were not."""


def _findings(texts: Sequence[Source], lexicon: Lexicon, gazetteer: Gazetteer, workers: int) -> Iterator[Findings]:
    """The findings in each source, in the order of `texts`."""
    if min(workers, len(texts)) < 2:
        tools = _new_tools(lexicon, gazetteer)
        for source in texts:
            yield _findings_in(source, tools)
        return
    # Fresh processes rather than forks: the parent may hold threads (a progress bar, a store).
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(texts)), context, _leave_interrupts_to_the_parent) as pool:
        chunk = max(1, min(CHUNK, len(texts) // (4 * workers)))
        try:
            yield from pool.map(partial(_work, lexicon.folder), texts, chunksize=chunk)
        except BrokenProcessPool as error:
            message = "a worker process was killed; give fewer --workers, they may lack memory"
            raise GraphError(message) from error
        finally:
            pool.shutdown(cancel_futures=True)


class Tools(NamedTuple):
    """What facts are found with, made once in each process."""

    lexicon: Lexicon
    recogniser: Recogniser
    relater: Relater


@cache
def _tools(folder: Path) -> Tools:
    from kg.recognise.gazetteer import Gazetteer

    lexicon = Lexicon(folder)
    return _new_tools(lexicon, Gazetteer.load(lexicon))


def _new_tools(lexicon: Lexicon, gazetteer: Gazetteer) -> Tools:
    from kg.recognise import Recogniser
    from kg.relate import Relater

    return Tools(lexicon, Recogniser(lexicon, gazetteer), Relater(lexicon))


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(folder: Path, source: Source) -> Findings:
    return _findings_in(source, _tools(folder))


def _findings_in(source: Source, tools: Tools) -> Findings:
    """A pure function of one source and the lexicons."""
    from kg.read import articles
    from kg.recognise import with_page_year

    found = with_page_year(articles(source, lexicon=tools.lexicon), lexicon=tools.lexicon)
    looked_at = [article for article in found if len(article.text) <= LONGEST]
    return Findings(
        tuple(tools.relater.facts(article, source, tools.recogniser.mentions(article)) for article in looked_at),
        tuple(len(article.text) for article in found if len(article.text) > LONGEST),
    )


def _names_union(found: Iterable[ArticleFacts]) -> bool:
    return any(mention.type is MentionType.UNION for facts in found for mention in facts.mentions)


def _record(source: Source) -> SourceRecord:
    return SourceRecord(source.key, source.name, source.sha256, len(source.text), source.url)


def _named(paths: Sequence[str | Path]) -> str:
    """The paths as a user gave them, for a message."""
    shown = ", ".join(str(path) for path in paths[:3])
    return f"{shown}, …" if len(paths) > 3 else shown or "no path"
