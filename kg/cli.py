"""The command ``kg``: parses, calls, prints, and nothing else.

Guarantees: results go to stdout, warnings and errors to stderr, one line each; an error that a user
can meet ends with exit code 2 and never a traceback, an interruption with 130, a graph that breaks a
shape with 1; nothing heavy is imported before a command runs.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import GraphError, InputError, OntologyError, OutputError

if TYPE_CHECKING:
    from rich.progress import TaskID

    from kg.lexicon import Lexicon
    from kg.model import Initiative, Knowledge
    from kg.score import Score

__all__ = ["app", "main"]

USER_ERROR, BROKEN_SHAPE, INTERRUPTED = 2, 1, 130
LONG_WORK = 2.0
"""Seconds after which a terminal is shown a progress bar."""

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Which trade unions ran which initiatives for which worker groups: a graph from newspaper pages.",
)

Out = Annotated[Path, typer.Option("--out", "-o", help="Folder for the graph; made where it is missing.")]
OntologyFolder = Annotated[
    Path | None,
    typer.Option("--ontology", help="Your own copy of the ontology folder.", show_default="the one that came with kg"),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def kg(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options that stand before a command."""


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
) -> None:
    """Read texts and write their graph into a folder."""
    began = time.monotonic()
    with _plain_errors():
        if not paths:
            raise InputError("nothing to build from; name files or folders: kg build seeds --out out")
        _check_writable(out)
        lexicon = _lexicon(ontology)

        from kg.graph import write
        from kg.graph.namespaces import ID_BASE, check_base
        from kg.pipeline import build_knowledge

        base = check_base(base or ID_BASE)
        with _progress_bar() as (warn, progress):
            knowledge = build_knowledge(paths, lexicon=lexicon, warn=warn, progress=progress, workers=workers)
            if not knowledge.initiatives:
                warn("no initiative of a union was found; the graph holds sources, articles and names alone")
        files = write(knowledge, out, lexicon=lexicon, base=base)
        _print_summary(knowledge, time.monotonic() - began)
        for file in files:
            typer.echo(out / file)


@app.command()
def validate(
    out: Annotated[Path, typer.Argument(help="Folder that a build wrote.")] = Path("out"),
    ontology: OntologyFolder = None,
) -> None:
    """Check a graph against the shapes of the ontology; exit code 1 where it breaks one."""
    with _plain_errors():
        lexicon = _lexicon(ontology)

        from kg.query import validate as check

        report = check(out, lexicon=lexicon)
        typer.echo(report.text)
        if not report.conforms:
            raise typer.Exit(BROKEN_SHAPE)


class Format(StrEnum):
    """How figures are printed."""

    TABLE = "table"
    JSON = "json"


@app.command()
def score(
    gold: Annotated[Path, typer.Option(help="Folder of gold files, see docs/annotation-guide.md.")],
    texts: Annotated[Path, typer.Option(help="Folder of the texts that the gold files name.")],
    out: Annotated[Path, typer.Argument(help="Folder that a build wrote.")] = Path("out"),
    errors: Annotated[bool, typer.Option("--errors", help="List every miss, by file.")] = False,
    calibration: Annotated[
        bool, typer.Option("--calibration", help="The share that is right in every tenth of confidence.")
    ] = False,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.TABLE,
) -> None:
    """Hold a graph against gold files: precision, recall and F1 of everything in it."""
    with _plain_errors():
        from kg.score import report
        from kg.score import score as hold_against

        result = hold_against(out, gold, texts)
        if format is Format.JSON:
            typer.echo(report.as_json(result, errors=errors, calibrated=calibration))
        else:
            _print_score(result, errors, calibration)


@app.command()
def conflicts(
    out: Annotated[Path, typer.Argument(help="Folder that a build wrote.")] = Path("out"),
    ontology: OntologyFolder = None,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.TABLE,
) -> None:
    """List where reports of one initiative disagree: numbers, starts, names of a place, with their sentences."""
    with _plain_errors():
        lexicon = _lexicon(ontology)

        from kg.query.graph import load

        found = load(out, ontology=lexicon.folder).conflicts()
        if format is Format.JSON:
            import msgspec

            typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
        elif found:
            from rich.console import Console

            from kg.query.conflict_table import conflict_table

            Console(highlight=False).print(conflict_table(found))
        else:
            typer.echo("No reports disagree.")


def main() -> None:
    """Run the command line; the entry point of ``kg``."""
    with _plain_errors():
        app()


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Turn what a user can meet into one line on stderr and an exit code."""
    try:
        yield
    except GraphError as error:
        _say(str(error))
        raise typer.Exit(USER_ERROR) from None
    except KeyboardInterrupt:
        _say("interrupted; nothing was written")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _say(f"{where}{error.strerror or error}; check that it exists, may be used and has room")
        raise typer.Exit(USER_ERROR) from None


def _say(message: str) -> None:
    """One line on stderr."""
    typer.echo("kg: " + " ".join(message.split()), err=True)


def _lexicon(folder: Path | None) -> Lexicon:
    from kg.lexicon import Lexicon

    if folder is not None and not (folder / "groups.ttl").is_file():
        raise OntologyError(f"{folder}: holds no groups.ttl; give a copy of the ontology folder")
    return Lexicon(folder)


def _check_writable(folder: Path) -> None:
    """Before the work: the folder can be made or replaced."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder}: is a file; name a folder with --out")
    nearest = next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
    if not nearest.is_dir():
        raise OutputError(f"{folder}: {nearest} is a file; name another folder with --out")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise OutputError(f"{folder}: {nearest} may not be written to; name another folder with --out")


@contextmanager
def _progress_bar() -> Iterator[tuple[Callable[[str], None], Callable[[int, int], None]]]:
    """A function for warnings and one for progress; the bar shows on a terminal, once work is long."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    began = time.monotonic()
    task: TaskID | None = None

    def warn(message: str) -> None:
        line = "kg: warning: " + " ".join(message.split())
        if bar.live.is_started:
            console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            typer.echo(line, err=True)

    def progress(done: int, total: int) -> None:
        nonlocal task
        if time.monotonic() - began < LONG_WORK:
            return
        if task is None:
            bar.start()
            task = bar.add_task("reading", total=total)
        bar.update(task, completed=done)

    try:
        yield warn, progress
    finally:
        bar.stop()


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


def _print_score(result: Score, errors: bool, calibrated: bool) -> None:
    from rich.console import Console

    from kg.score import report
    from kg.score.calibration import calibration

    console = Console(highlight=False)
    console.print(report.figures_table(result))
    if calibrated:
        console.print(report.calibration_table(calibration([result])))
    if errors:
        for line in report.miss_lines(result):
            typer.echo(line)


def _facts_of(initiative: Initiative) -> int:
    """Statements about an initiative: who, with whom, for whom, where, how much, when, part of what."""
    links = (initiative.unions, initiative.partners, initiative.groups, initiative.places, initiative.amounts)
    single = (initiative.start, initiative.end, initiative.parent)
    return sum(map(len, links)) + sum(value is not None for value in single)
