"""Whether a graph keeps the shapes of ``ontology/shapes.ttl``, by one of two engines with one report.

Guarantees: what a shape calls a violation breaks the graph, warnings and notes are told and let pass; the report
names every node by its label and by the place in a source where it comes from; both engines find the same;
no query of a shape leaves the machine.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.errors import OntologyError
from kg.lexicon import Lexicon
from kg.query.graph import Graph, load
from kg.query.nodes import Nodes
from kg.query.outbound import refuse_service
from kg.query.validation.report import Finding, Report, report_of

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph
    import rdflib

    from kg.query.validation.breaks import Break

__all__ = ["LARGE", "Engine", "Finding", "Report", "validate"]

LARGE = 20_000
"""Statements from which on a graph is validated by SPARQL on its store: where pySHACL, whose cost grows with the
graph, begins to take more than five seconds (``make bench-validation``).
"""


class Engine(StrEnum):
    """What holds a graph against the shapes."""

    AUTO = "auto"
    SHACL = "shacl"
    SPARQL = "sparql"


def validate(
    graph: Graph | str | os.PathLike[str], *, lexicon: Lexicon | None = None, engine: Engine | str = Engine.AUTO
) -> Report:
    """Hold a graph, or the one in a folder, against the shapes.

    Parameters
    ----------
    lexicon : whose folder holds ``shapes.ttl``.
    engine : ``shacl`` runs pySHACL; ``sparql`` runs the shapes' constraints as queries on the store; ``auto`` takes
        the second from LARGE statements on.

    Raises OutputError where the folder holds no graph, OntologyError where the shapes cannot be read or hold what
    the engine does not understand, QueryError where a query of them asks another machine.

    >>> import kg
    >>> from kg.query import validate
    >>> validate(kg.load("out")).conforms
    True

    Source: ``kg.query.validation``.
    """
    subject = graph if isinstance(graph, Graph) else load(graph)
    file = (lexicon or Lexicon()).folder / "shapes.ttl"
    shapes = _shapes(file)
    nodes = Nodes(subject.store)
    found = _breaks(subject, nodes, shapes, file, Engine(engine))

    from kg.query.validation.describing import finding

    return report_of((finding(each, nodes) for each in found), _checked(subject.store, shapes))


def _breaks(subject: Graph, nodes: Nodes, shapes: rdflib.Graph, file: Path, engine: Engine) -> Iterable[Break]:
    if engine is Engine.SPARQL or (engine is Engine.AUTO and _is_large(subject.store)):
        from kg.query.validation import with_sparql

        return with_sparql.breaks(subject.store, nodes, shapes, file)
    from kg.query.validation import with_shacl

    return with_shacl.breaks(subject.rdf, nodes, shapes, file)


def _is_large(store: pyoxigraph.Store) -> bool:
    """Whether a store holds LARGE statements; looks at so many and no more, for counting a store on disk is slow."""
    return sum(1 for _ in islice(store.quads_for_pattern(None, None, None, None), LARGE)) == LARGE


def _shapes(file: Path) -> rdflib.Graph:
    import rdflib

    from kg.query.validation.breaks import SH

    try:
        shapes = rdflib.Graph().parse(file, format="turtle")
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{file}: {' '.join(str(error).split())}; restore the file") from error
    for query in shapes.objects(None, SH.select):
        refuse_service(str(query))
    return shapes


def _checked(store: pyoxigraph.Store, shapes: rdflib.Graph) -> Iterator[tuple[str, int]]:
    """Shapes with the number of nodes of their classes."""
    from kg.query.validation.breaks import SH, local

    for shape, target in shapes.subject_objects(SH.targetClass):
        answer: Any = store.query(f"SELECT (COUNT(*) AS ?number) {{ ?node a {target.n3()} }}")
        yield local(shape), int(next(answer)["number"].value)
