"""``kg push``: the graph to a SPARQL server of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.application import INTERRUPTED, OutFolder, app, plain_errors, say
from kg.cli.progress import progress_bar
from kg.errors import PushError

__all__ = ["push"]


@app.command()
def push(
    url: Annotated[str, typer.Argument(metavar="URL", help="Address of the server's Graph Store Protocol.")],
    out: OutFolder = Path("out"),
    graph: Annotated[
        str | None, typer.Option(metavar="IRI", help="The graph to push to.", show_default="the default graph")
    ] = None,
    default: Annotated[bool, typer.Option("--default", help="Push to the default graph of the store.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Drop what the target graph holds, rather than add to it.")
    ] = False,
    chunk_size: Annotated[int, typer.Option(min=1, help="Statements in a request.")] = 20_000,
) -> None:
    """Upload a graph to any SPARQL 1.1 server; the same command goes on after an interruption.

    Credentials come from the environment: KG_PUSH_USER and KG_PUSH_PASSWORD, or KG_PUSH_TOKEN.

    For instance: kg push http://localhost:7878/store out --graph https://example.org/unions
    """
    with plain_errors():
        if default and graph is not None:
            raise PushError("--graph and --default name two targets; give one of them")

        from kg.push import push as upload

        try:
            with progress_bar("pushing", in_bytes=True) as progress:
                done = upload(
                    out,
                    url,
                    graph=graph,
                    replace=replace,
                    chunk_size=chunk_size,
                    progress=progress.advance,
                    warn=progress.warn,
                )
        except KeyboardInterrupt:
            say("interrupted; the same command goes on from here")
            raise typer.Exit(INTERRUPTED) from None
        resumed = f", going on after {done.resumed} bytes" if done.resumed else ""
        typer.echo(f"{done.statements} statements in {done.url} ({done.requests} requests{resumed})")
