"""Everything that a build writes, from one Knowledge.

Guarantees: all files or none (see `output`); the same Knowledge, schemes and base give the same
bytes on any machine, under any hash seed.
"""

from __future__ import annotations

import os
from pathlib import Path

from kg.graph.appearance import with_looks
from kg.graph.gexf import gexf
from kg.graph.graphml import graphml
from kg.graph.jsonld import context_file, jsonld
from kg.graph.namespaces import ID_BASE
from kg.graph.naming import Naming
from kg.graph.network import network
from kg.graph.network_json import cytoscape, node_link
from kg.graph.ntriples import ntriples
from kg.graph.output import write_files
from kg.graph.rdf import describe
from kg.graph.tables import edges_table, nodes_table
from kg.graph.terms import Block
from kg.graph.turtle import turtle
from kg.lexicon import Lexicon
from kg.model import Knowledge

__all__ = ["render", "write"]


def write(
    knowledge: Knowledge, folder: str | os.PathLike[str], *, lexicon: Lexicon, base: str = ID_BASE
) -> tuple[str, ...]:
    """Write the graph of `knowledge` into `folder`; the names of the files written.

    `base` is the absolute IRI, ending in ``/``, under which things found in texts are named.
    Raises OutputError where `folder` cannot be written, GraphError where `base` is no such IRI.
    """
    files = render(knowledge, lexicon=lexicon, base=base)
    return write_files(Path(folder), files)


def render(
    knowledge: Knowledge, *, lexicon: Lexicon, base: str = ID_BASE, blocks: list[Block] | None = None
) -> dict[str, bytes]:
    """The content of every file, by its name; `blocks` as `describe` gives them, where somebody has asked for them."""
    naming = Naming(lexicon.groups, lexicon.kinds, base)
    if blocks is None:
        blocks = describe(knowledge, lexicon, naming)
    net = with_looks(network(knowledge, lexicon, naming))
    return {
        "graph.ttl": turtle(blocks, naming.base).encode(),
        "graph.nt": ntriples(blocks).encode(),
        "graph.jsonld": jsonld(blocks, naming.base),
        "context.jsonld": context_file(naming.base),
        "graph.graphml": graphml(net).encode(),
        "graph.gexf": gexf(net).encode(),
        "graph.json": node_link(net),
        "graph.cyjs": cytoscape(net),
        "nodes.csv": nodes_table(net).encode(),
        "edges.csv": edges_table(net).encode(),
    }
