"""`Graph`: one object to ask everything of, built from Knowledge or loaded from an output folder.

Guarantees: the graph never changes; every view of it (network, RDF, store) is made when it is first
asked for and then kept; both ways of making it give the same answers.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Unpack

from kg.errors import OutputError, QueryError
from kg.graph.namespaces import ID_BASE, prefixes
from kg.lexicon import Lexicon
from kg.query.answers import Answers
from kg.query.networks import part_of_network, read_network
from kg.query.parameters import Choice
from kg.query.selection import chosen
from kg.query.statements import Statements
from kg.query.store import check_folder, find_store, open_store, store_of
from kg.query.subgraph import statements_about

if TYPE_CHECKING:
    import networkx
    import pyoxigraph
    import rdflib

    from kg.graph.network import Network
    from kg.model import Knowledge
    from kg.query.verification import Verification

__all__ = ["Graph", "load"]


def load(folder: str | os.PathLike[str] = "out", *, ontology: str | os.PathLike[str] | None = None) -> Graph:
    """The graph that a build wrote into `folder`.

    Parameters
    ----------
    folder : holds ``graph.nt`` or ``graph.ttl``; ``graph.json`` too, for `Graph.networkx`.
    ontology : another ontology folder than the one that came with the package.

    Raises
    ------
    OutputError : there is no graph in `folder`, or it cannot be read.

    >>> import kg
    >>> kg.load("out").initiatives(group="快递员", place="松竹区")[0].label
    '送保温杯'

    Source: ``kg.query.graph``.
    """
    path = Path(folder)
    lexicon = Lexicon(Path(ontology) if ontology is not None else None)
    check_folder(path)
    return Graph(folder=path, lexicon=lexicon)


class Graph(Answers):
    """Which unions ran which initiatives for which groups of workers, with the words that state it.

    Make one with ``kg.build(paths)`` or ``kg.load(folder)``.

    >>> import kg
    >>> g = kg.load("out")
    >>> [initiative.label for initiative in g.initiatives(group="快递员", standing="carried-out")]
    ['送保温杯', '暖灯行动']
    """

    def __init__(
        self,
        knowledge: Knowledge | None = None,
        *,
        folder: Path | None = None,
        store: pyoxigraph.Store | None = None,
        whole: Graph | None = None,
        lexicon: Lexicon | None = None,
        base: str = ID_BASE,
    ) -> None:
        """Of `knowledge`, of the files in `folder` (whose base then counts), or of a `store`; one of the three.

        `whole` is the graph that the one in `store` is a part of.
        """
        if sum(given is not None for given in (knowledge, folder, store)) != 1:
            raise QueryError("a Graph is made from knowledge, from a folder or from a store, one of the three")
        self.knowledge = knowledge
        """The resolved records of a build; None for a graph that was loaded and for a part of a graph."""
        self._folder = folder
        self._whole = whole
        if store is not None:
            self.store = store
        self._lexicon = lexicon or Lexicon()
        self._base = base

    def __repr__(self) -> str:
        origin = "a part" if self._whole is not None else self._folder or "a build"
        stored = find_store(self._folder) if self._folder is not None else None
        number = len(self.store) if stored is None else stored.statements
        return f"<kg.Graph of {origin}, {number} statements>"

    @cached_property
    def base(self) -> str:
        """The IRI under which things found in texts are named.

        >>> g.base
        'https://w3id.org/union-kg/id/'
        """
        if self._folder is None:
            return self._base
        read = Statements(self.store)
        datasets = read.of_class("void:Dataset")
        return (read.value(datasets[0], "void:uriSpace") or ID_BASE) if datasets else ID_BASE

    @cached_property
    def store(self) -> pyoxigraph.Store:
        """The graph in a ``pyoxigraph.Store``: of a folder, the one on disk where ``kg load`` filled it, which can
        only be read, else one in memory; do not write to it.

        >>> len(g.store) > 500
        True
        """
        return store_of(self.ntriples()) if self._folder is None else open_store(self._folder)

    @cached_property
    def networkx(self) -> networkx.MultiDiGraph[str]:
        """Entities and initiatives as a ``networkx.MultiDiGraph``, see ``kg.graph.network``.

        Nodes are keys (``union/330203``) with label, type, confidence (0–1) and so on; an edge's key
        is unique, its ``relation`` says what it is; edges ``reachesGroup`` are ``derived``. Raises
        OutputError where the folder that was loaded has no ``graph.json``.

        >>> import kg
        >>> network = kg.build("pages").networkx
        >>> [edge["weight"] for _, _, edge in network.edges(data=True) if edge["derived"]]
        [1.0]
        """
        if self._whole is not None:
            subjects = {str(getattr(quad.subject, "value", "")) for quad in self.store}
            return part_of_network(self._whole.networkx, subjects)
        if self._folder is None:
            from kg.graph.appearance import with_looks
            from kg.graph.naming import Naming
            from kg.graph.network import network, to_networkx

            assert self.knowledge is not None
            naming = Naming(self._lexicon.groups, self._lexicon.kinds, self._base)
            return to_networkx(with_looks(network(self.knowledge, self._lexicon, naming)))
        return read_network(self._folder / "graph.json")

    @cached_property
    def network(self) -> Network:
        """The same as plain records, with the looks of nodes, as files for other tools are written from it.

        >>> import kg
        >>> node = kg.build("pages").network.nodes[0]
        >>> node.attributes["type"], node.attributes["color"]
        ('Initiative', '#b3480f')
        """
        from kg.graph.network import from_networkx

        return from_networkx(self.networkx)

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """The graph as an ``rdflib.Graph`` with the vocabulary's prefixes; some seconds for a large one.

        >>> len(g.rdf) == len(g.store)
        True
        """
        import rdflib

        graph = rdflib.Graph(bind_namespaces="none")
        for prefix, namespace in prefixes(self.base).items():
            graph.bind(prefix, namespace)
        return graph.parse(data=self.ntriples(), format="nt")

    def ntriples(self) -> bytes:
        """The graph in N-Triples, UTF-8, one statement a line, sorted.

        >>> len(g.ntriples().splitlines()) == len(g.store)
        True
        """
        if self.knowledge is not None:
            from kg.graph.naming import Naming
            from kg.graph.ntriples import ntriples
            from kg.graph.rdf import describe

            naming = Naming(self._lexicon.groups, self._lexicon.kinds, self._base)
            return ntriples(describe(self.knowledge, self._lexicon, naming)).encode()
        with tempfile.TemporaryFile() as file:
            self._dump(file)
            file.seek(0)
            return b"".join(sorted(file))

    def _dump(self, file: IO[bytes]) -> None:
        """Write the store into `file` as N-Triples, statement by statement."""
        from pyoxigraph import DefaultGraph, RdfFormat

        self.store.dump(file, RdfFormat.N_TRIPLES, from_graph=DefaultGraph())

    def write(self, folder: str | os.PathLike[str]) -> tuple[str, ...]:
        """Write every export into `folder`; the names of the files. For a graph that was built.

        Raises OutputError where `folder` cannot be written or the graph was itself loaded from files.

        >>> import kg
        >>> kg.build("pages").write("written")[:2]
        ('graph.ttl', 'graph.nt')
        """
        if self.knowledge is None:
            raise OutputError(f"{folder}: a graph that was loaded is not written again; copy its files")
        from kg.graph import write

        return write(self.knowledge, folder, lexicon=self._lexicon, base=self._base)

    def export(self, format: str, folder: str | os.PathLike[str]) -> tuple[str, ...]:
        """Write the graph into `folder` for one tool; the names of the files.

        Parameters
        ----------
        format : ``neo4j``, ``parquet`` (needs pyarrow) or ``yed``.
        folder : made where it is missing; other files in it stay.

        Raises
        ------
        QueryError : there is no such format.
        OutputError : `folder` cannot be written, the folder that was loaded has no ``graph.json``, or a
            package that the format needs is missing.

        >>> import kg
        >>> kg.build("pages").export("yed", "written/yed")
        ('graph.graphml',)

        Source: ``kg.query.export``.
        """
        from kg.query.export import export

        return export(self, format, folder)

    def subgraph(self, **conditions: Unpack[Choice]) -> Graph:
        """The part of the graph about the initiatives that meet every condition, with what states them.

        It holds all statements about these initiatives and about everything that they point at (unions and
        what is above them, groups, places, numbers, articles), their evidence, and the mentions of these
        things in it. Other initiatives are not in it, nor are links to them. Conditions as in `initiatives`.

        >>> part = g.subgraph(place="梅湾县")
        >>> [initiative.label for initiative in part.initiatives()]
        ['渡口夜校']
        >>> [row["union"] for row in part.ask("counts-by-union")]
        ['云溪市梅湾县总工会']

        Source: ``kg.query.subgraph``.
        """
        from pyoxigraph import Quad, Store

        nodes = chosen(conditions, self._statements, self._lookup)
        dataset = self._statements.of_class("void:Dataset")
        store = Store()
        store.bulk_extend(Quad(*triple) for triple in statements_about(self.store, (*nodes, *dataset)))
        return Graph(store=store, whole=self, lexicon=self._lexicon, base=self.base)

    def verify(self, texts: Iterable[str | os.PathLike[str]] | str | os.PathLike[str]) -> Verification:
        """Prove the graph against the files and folders of its sources, offline.

        The outcome says whether it is ``proved``, and names in ``doubts`` the file and place of whatever is not: a
        source that was changed or is missing, a quote that its source does not hold, a fact without evidence, a
        broken shape. Raises InputError where no texts are given.

        >>> import kg
        >>> kg.build("pages").verify("pages").proved
        True

        Source: ``kg.query.verification``.
        """
        from kg.query.verification import verify

        return verify(self, texts, lexicon=self._lexicon)
