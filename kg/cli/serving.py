"""``kg serve``: the graph as a SPARQL endpoint, with a page to ask it from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.application import OntologyFolder, OutFolder, app, open_lexicon, plain_errors, say

__all__ = ["serve"]


@app.command()
def serve(
    out: OutFolder = Path("out"),
    host: Annotated[
        str, typer.Option(help="Address to listen on; another than loopback lets others in.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for any that is free.")] = 8000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a question may take.")] = 30.0,
    max_result_mib: Annotated[int, typer.Option(min=1, max=2048, help="MiB that an answer may have.")] = 64,
    max_memory_mib: Annotated[int, typer.Option(min=64, help="MiB of memory that a question may take.")] = 1024,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Questions answered at the same time.")] = 4,
    cors: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ORIGIN", help="Let pages of this origin ask from a browser; * for any.", show_default="none"
        ),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Another name under which the server is addressed.", show_default="none"),
    ] = None,
    ontology: OntologyFolder = None,
) -> None:
    """Answer SPARQL over HTTP at /sparql, with a page to ask from at /; read-only, until Ctrl-C."""
    with plain_errors():
        from kg.query import questions
        from kg.serve import Limits, Settings
        from kg.serve import serve as run

        settings = Settings(
            host=host,
            port=port,
            workers=workers,
            limits=Limits(timeout=timeout, result_mib=max_result_mib, memory_mib=max_memory_mib),
            cors=tuple(cors or ()),
            allowed_hosts=tuple(allow_host or ()),
        )
        named = questions(open_lexicon(ontology)).values()
        run(out, settings, questions=named, announce=lambda address: _announce(out, address), warn=_warn)


def _announce(out: Path, address: str) -> None:
    print(f"serving {out} at {address} (SPARQL: {address}sparql); Ctrl-C ends it", flush=True)


def _warn(sentence: str) -> None:
    say(f"warning: {sentence}")
