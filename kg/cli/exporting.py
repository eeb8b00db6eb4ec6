"""``kg export``: a graph in the format of one tool, in a folder of its own."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.application import OutFolder, app, plain_errors

__all__ = ["export"]


class ExportFormat(StrEnum):
    """What a graph can be exported to beside what a build writes."""

    NEO4J = "neo4j"
    PARQUET = "parquet"
    YED = "yed"


@app.command()
def export(
    format: Annotated[
        ExportFormat,
        typer.Option(
            "--format", "-f", help="neo4j: CSV and Cypher; parquet: for pandas, DuckDB and Ladybug; yed: GraphML drawn."
        ),
    ],
    out: OutFolder = Path("out"),
    into: Annotated[
        Path | None, typer.Option("--into", help="Folder for the files.", show_default="OUT/FORMAT")
    ] = None,
) -> None:
    """Write a graph in the format of one tool: neo4j, parquet or yed."""
    with plain_errors():
        from kg.query.graph import load

        folder = into or out / format.value
        for file in load(out).export(format.value, folder):
            typer.echo(folder / file)
