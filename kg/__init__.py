"""Which trade unions ran which initiatives for which groups of workers: a graph from newspaper pages.

>>> import kg
>>> g = kg.load("out")
>>> [(row["union"], row["initiative"]) for row in g.ask("initiatives-by-group", group="快递员", place="松竹区")]
[('云溪市松竹区总工会', '送保温杯'), ('云溪市松竹区总工会', '暖灯行动')]

Guarantees: importing this loads nothing but itself; what a name needs is loaded when it is used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.query.graph import Graph, load

    __version__: str

__all__ = ["Graph", "__version__", "build", "load"]


def build(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    ontology: str | os.PathLike[str] | None = None,
    base: str | None = None,
    workers: int = 1,
    warn: Callable[[str], None] | None = None,
) -> Graph:
    """The graph of what texts say; nothing is written (see `Graph.write`).

    Parameters
    ----------
    paths : files (.txt, .md, .html, .jsonl) or folders of them.
    ontology : another ontology folder than the one that came with the package.
    base : absolute IRI ending in ``/`` under which things found in texts are named;
        ``https://w3id.org/union-kg/id/`` unless given.
    workers : processes that read and recognise.
    warn : called with one sentence for each thing left out; ``warnings.warn`` unless given.

    Raises
    ------
    InputError : a path is missing, or nothing at all could be read.
    OntologyError : the ontology folder is malformed.
    GraphError : `base` is no such IRI.

    >>> import kg
    >>> [initiative.label for initiative in kg.build("pages").initiatives(group="快递员")]
    ['暖灯行动']

    Source: ``kg``.
    """
    import warnings
    from pathlib import Path

    from kg.graph.namespaces import ID_BASE, check_base
    from kg.lexicon import Lexicon
    from kg.pipeline import build_knowledge
    from kg.query.graph import Graph

    base = check_base(base or ID_BASE)
    lexicon = Lexicon(Path(ontology) if ontology is not None else None)
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    knowledge = build_knowledge(map(Path, given), lexicon=lexicon, warn=warn or warnings.warn, workers=workers)
    return Graph(knowledge, lexicon=lexicon, base=base)


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return _version()
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg.query import graph

    return getattr(graph, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("union-kg")
    except PackageNotFoundError:
        return "0+unknown"
