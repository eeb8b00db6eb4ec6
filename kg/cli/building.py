"""``kg build``: texts in, files of the graph out, with progress and a summary."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.application import OntologyFolder, Out, app, open_lexicon, plain_errors, say
from kg.cli.progress import progress_bar
from kg.cli.storing import fill
from kg.errors import InputError, OutputError

if TYPE_CHECKING:
    from kg.model import Initiative, Knowledge

__all__ = ["build"]


@app.command()
def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH…", help="Files or folders of .txt, .md, .html and .jsonl.", show_default=False),
    ] = None,
    out: Out = Path("out"),
    ontology: OntologyFolder = None,
    base: Annotated[
        str | None,
        typer.Option(
            help="What the IRIs of the things found begin with.", show_default="https://w3id.org/union-kg/id/"
        ),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read and recognise.")] = 1,
    store: Annotated[
        bool, typer.Option("--store", help="Fill the store on disk too, see kg load --help; for large graphs.")
    ] = False,
) -> None:
    """Read texts and write their graph into a folder."""
    began = time.monotonic()
    with plain_errors():
        if not paths:
            raise InputError("nothing to build from; name files or folders: kg build seeds --out out")
        _check_writable(out)
        lexicon = open_lexicon(ontology)

        from kg.explore import FILE, Texts, explorer_html
        from kg.graph import render
        from kg.graph.namespaces import ID_BASE, check_base
        from kg.graph.naming import Naming
        from kg.graph.network_json import positions
        from kg.graph.output import write_files
        from kg.graph.rdf import describe
        from kg.pipeline import build_knowledge
        from kg.query.described import Described

        base = check_base(base or ID_BASE)
        texts = Texts()
        with progress_bar("reading") as (warn, progress):
            knowledge = build_knowledge(
                paths, lexicon=lexicon, warn=warn, progress=progress, keep=texts.keep, workers=workers
            )
            if not knowledge.initiatives:
                warn("no initiative of a union was found; the graph holds sources, articles and names alone")
        blocks = describe(knowledge, lexicon, Naming(lexicon.groups, lexicon.kinds, base))
        content = render(knowledge, lexicon=lexicon, base=base, blocks=blocks)
        graph = Described(blocks, base)
        content[FILE] = explorer_html(graph, texts=texts, positions=positions(content["graph.json"]))
        files = write_files(out, content)
        _print_summary(knowledge, time.monotonic() - began)
        for file in files:
            typer.echo(out / file)
        if store:
            fill(out)
        else:
            _tell_of_stale_store(out)


def _tell_of_stale_store(out: Path) -> None:
    from kg.query.stamp import read_stamp
    from kg.query.store import find_store, stale

    if read_stamp(out) is not None and find_store(out) is None:
        say(f"warning: {stale(out)}")


def _check_writable(folder: Path) -> None:
    """Before the work: the folder can be made or replaced."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder}: is a file; name a folder with --out")
    nearest = next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
    if not nearest.is_dir():
        raise OutputError(f"{folder}: {nearest} is a file; name another folder with --out")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise OutputError(f"{folder}: {nearest} may not be written to; name another folder with --out")


def _print_summary(knowledge: Knowledge, seconds: float) -> None:
    from rich.console import Console
    from rich.table import Table

    from kg.model import EntityType

    table = Table("what", "how many", show_edge=False)
    table.columns[1].justify = "right"
    table.add_row("sources", str(len(knowledge.sources)))
    table.add_row("articles", str(len(knowledge.articles)))
    for kind in EntityType:
        number = sum(entity.type is kind for entity in knowledge.entities)
        table.add_row(f"entities: {kind.value}", str(number))
    table.add_row("initiatives", str(len(knowledge.initiatives)))
    table.add_row("facts", str(sum(map(_facts_of, knowledge.initiatives)) + len(knowledge.memberships)))
    table.add_row("seconds", f"{seconds:.1f}")
    Console(highlight=False).print(table)


def _facts_of(initiative: Initiative) -> int:
    """Statements about an initiative: who, with whom, for whom, where, how much, when, part of what."""
    links = (initiative.unions, initiative.partners, initiative.groups, initiative.places, initiative.amounts)
    single = (initiative.start, initiative.end, initiative.parent)
    return sum(map(len, links)) + sum(value is not None for value in single)
