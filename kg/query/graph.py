"""`Graph`: one object to ask everything of, built from Knowledge or loaded from an output folder.

Guarantees: the graph never changes; every view of it (network, RDF, store) is made when it is first
asked for and then kept; both ways of making it give the same answers.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OutputError, QueryError
from kg.graph.namespaces import ID_BASE, prefixes
from kg.lexicon import Lexicon
from kg.query.conflicts import Conflict, find_conflicts
from kg.query.lookup import Lookup
from kg.query.records import InitiativeRecord, Quote
from kg.query.rows import Rows
from kg.query.statements import Statements
from kg.query.store import check_folder, open_store

if TYPE_CHECKING:
    import networkx
    import pyoxigraph
    import rdflib

    from kg.graph.network import Network
    from kg.model import Knowledge

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

    Source: ``kg.query.graph``.
    """
    path = Path(folder)
    lexicon = Lexicon(Path(ontology) if ontology is not None else None)
    check_folder(path)
    return Graph(folder=path, lexicon=lexicon)


class Graph:
    """Which unions ran which initiatives for which groups of workers, with the words that state it.

    Make one with ``kg.build(paths)`` or ``kg.load(folder)``.
    """

    def __init__(
        self,
        knowledge: Knowledge | None = None,
        *,
        folder: Path | None = None,
        lexicon: Lexicon | None = None,
        base: str = ID_BASE,
    ) -> None:
        """Of `knowledge`, or of the files in `folder` (whose base then counts); one of the two is given."""
        if (knowledge is None) == (folder is None):
            raise QueryError("a Graph is made from knowledge or from a folder, one of the two")
        self.knowledge = knowledge
        """The resolved records of a build; None for a graph that was loaded."""
        self._folder = folder
        self._lexicon = lexicon or Lexicon()
        self._base = base

    def __repr__(self) -> str:
        return f"<kg.Graph of {self._folder or 'a build'}, {len(self.store)} statements>"

    @cached_property
    def base(self) -> str:
        """The IRI under which things found in texts are named."""
        if self._folder is None:
            return self._base
        read = Statements(self.store)
        datasets = read.of_class("void:Dataset")
        return (read.value(datasets[0], "void:uriSpace") or ID_BASE) if datasets else ID_BASE

    @cached_property
    def store(self) -> pyoxigraph.Store:
        """The graph in a ``pyoxigraph.Store`` in memory. Do not write to it."""
        from pyoxigraph import RdfFormat, Store

        if self._folder is not None:
            return open_store(self._folder)
        store = Store()
        store.bulk_load(self.ntriples(), format=RdfFormat.N_TRIPLES)
        return store

    @cached_property
    def networkx(self) -> networkx.MultiDiGraph[str]:
        """Entities and initiatives as a ``networkx.MultiDiGraph``, see ``kg.graph.network``.

        Nodes are keys (``union/330203``) with label, type, confidence (0–1) and so on; an edge's key
        is unique, its ``relation`` says what it is; edges ``reachesGroup`` are ``derived``. Raises
        OutputError where the folder that was loaded has no ``graph.json``.
        """
        from kg.graph.network import to_networkx

        return to_networkx(self.network)

    @cached_property
    def network(self) -> Network:
        """Entities and initiatives with their looks, as the files for other tools are written from.

        Raises OutputError where the folder that was loaded has no ``graph.json``.
        """
        if self._folder is not None:
            return _read_network(self._folder / "graph.json")
        from kg.graph.appearance import with_looks
        from kg.graph.naming import Naming
        from kg.graph.network import network

        assert self.knowledge is not None
        naming = Naming(self._lexicon.groups, self._lexicon.kinds, self._base)
        return with_looks(network(self.knowledge, self._lexicon, naming))

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """The graph as an ``rdflib.Graph`` with the vocabulary's prefixes; some seconds for a large one."""
        import rdflib

        graph = rdflib.Graph(bind_namespaces="none")
        for prefix, namespace in prefixes(self.base).items():
            graph.bind(prefix, namespace)
        return graph.parse(data=self.ntriples(), format="nt")

    def ntriples(self) -> bytes:
        """The graph in N-Triples, UTF-8, one statement a line."""
        if self._folder is None:
            from kg.graph.naming import Naming
            from kg.graph.ntriples import ntriples
            from kg.graph.rdf import describe

            assert self.knowledge is not None
            naming = Naming(self._lexicon.groups, self._lexicon.kinds, self._base)
            return ntriples(describe(self.knowledge, self._lexicon, naming)).encode()
        from pyoxigraph import DefaultGraph, RdfFormat

        dump = self.store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b""
        return b"".join(sorted(dump.splitlines(keepends=True)))

    def write(self, folder: str | os.PathLike[str]) -> tuple[str, ...]:
        """Write every export into `folder`; the names of the files. For a graph that was built.

        Raises OutputError where `folder` cannot be written or the graph was itself loaded from files.
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

        Source: ``kg.query.export``.
        """
        from kg.query.export import export

        return export(self, format, folder)

    def sparql(self, query: str, bindings: Mapping[str, int | float | bool | date | str] | None = None) -> Rows:
        """The answer to a SPARQL 1.1 question, as rows.

        Parameters
        ----------
        query : SELECT, ASK or CONSTRUCT; the vocabulary's prefixes need not be declared.
        bindings : values for variables that `query` selects, by name; a str that begins like a web
            address is a node. They are bound by the engine, never pasted into the text.

        Returns
        -------
        Rows : a list of dicts (see ``kg.query.rows``) with ``to_pandas()``.

        Raises
        ------
        QueryError : the question cannot be parsed, or asks for another machine (SERVICE).

        Source: ``kg.query.sparql``.
        """
        from kg.query.sparql import ask

        return ask(self.store, query, bindings or {}, self.base)

    def initiatives(
        self,
        *,
        union: str | None = None,
        group: str | None = None,
        kind: str | None = None,
        place: str | None = None,
        standing: str | None = None,
    ) -> list[InitiativeRecord]:
        """The initiatives that meet every condition given, by start (undated last), label and key.

        Parameters
        ----------
        union, group, kind, place : a label in Chinese or English, another form, a key or an IRI. A
            group stands for all narrower ones too, a place for all that it contains.
        standing : ``carried-out``, ``under-way``, ``announced``, ``called-for`` or ``past``, or a label.

        Raises
        ------
        QueryError : nothing of that sort has that name.

        Source: ``kg.query.graph``.
        """
        found = set(self._statements.of_class("ukg:Initiative"))
        for predicate, nodes in self._conditions(union, group, kind, place, standing):
            found &= {each for node in nodes for each in self._statements.subjects(predicate, node)}
        records = map(self._lookup.initiative, found)
        return sorted(records, key=lambda record: (record.start or "9999", record.label, record.key))

    def evidence(self, thing: InitiativeRecord | str) -> tuple[Quote, ...]:
        """The words of the sources that state or mention `thing`, by source and position.

        `thing` is an initiative's record, or the label, other form, key or IRI of any entity,
        initiative, post or article; things of one name give the words of all. Positions are
        characters of the decoded file, end exclusive. Raises QueryError for what the graph does not
        know. Source: ``kg.query.lookup``.
        """
        nodes = self._lookup.thing(thing.key if isinstance(thing, InitiativeRecord) else thing)
        return tuple(sorted({quote for node in nodes for quote in self._lookup.quotes(node)}))

    def conflicts(self) -> tuple[Conflict, ...]:
        """Where reports of one initiative disagree, by its label: numbers, starts, names of a place, each with
        the sentences that state it. Source: ``kg.query.conflicts``.
        """
        return find_conflicts(self._statements, self._lexicon)

    def _conditions(
        self, union: str | None, group: str | None, kind: str | None, place: str | None, standing: str | None
    ) -> list[tuple[str, set[str]]]:
        look, read = self._lookup, self._statements
        conditions: list[tuple[str, set[str]]] = []
        if union is not None:
            conditions.append(("ukg:ranBy", look.named(union, ("ukg:Union",), "union")))
        if group is not None:
            groups = look.concept(group, "ukg:WorkerGroup", "worker group")
            conditions.append(("ukg:targets", read.below(groups, "skos:broader")))
        if kind is not None:
            kinds = look.concept(kind, "ukg:InitiativeKind", "kind of initiative")
            conditions.append(("ukg:kind", read.below(kinds, "skos:broader")))
        if place is not None:
            places = look.named(place, ("schema:Place",), "place")
            conditions.append(("schema:location", read.below(places, "schema:containedInPlace")))
        if standing is not None:
            conditions.append(("ukg:standing", look.concept(standing, "ukg:InitiativeStanding", "standing")))
        return conditions

    @cached_property
    def _statements(self) -> Statements:
        return Statements(self.store)

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self._statements, self.base, lambda: self._lexicon)


def _read_network(file: Path) -> Network:
    from kg.graph.network_json import read_node_link

    try:
        return read_node_link(file.read_bytes())
    except OSError as error:
        raise OutputError(f"{file}: cannot be read; build the graph again with kg build") from error
    except (ValueError, KeyError) as error:
        raise OutputError(f"{file}: is no node-link JSON; build the graph again with kg build") from error
