"""The command line itself: the application, options that commands share, and how errors are told.

Guarantees: an error that a user can meet is one line on stderr and exit code 2, never a traceback; an
interruption ends with 130; a graph that is not as it should be with 1.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.errors import GraphError, GraphWarning, OntologyError

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

__all__ = ["BROKEN", "Format", "OntologyFolder", "OutFolder", "app", "open_lexicon", "plain_errors", "say"]

USER_ERROR, BROKEN, INTERRUPTED = 2, 1, 130
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
OutFolder = Annotated[Path, typer.Argument(metavar="[OUT]", help="Folder that a build wrote.")]


class Format(StrEnum):
    """How figures are printed."""

    TABLE = "table"
    JSON = "json"


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


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what a user can meet into one line on stderr and, but for a warning, an exit code."""
    try:
        with _plain_warnings():
            yield
    except GraphError as error:
        say(str(error))
        raise typer.Exit(USER_ERROR) from None
    except KeyboardInterrupt:
        say("interrupted; nothing was written")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{error.strerror or error}; check that it exists, may be used and has room")
        raise typer.Exit(USER_ERROR) from None


@contextmanager
def _plain_warnings() -> Iterator[None]:
    """Tell a warning about the graph in one line, and every other one as Python does."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", GraphWarning)
        as_python_does = warnings.showwarning

        def show(message: Warning | str, category: type[Warning], *place: Any, **more: Any) -> None:
            if issubclass(category, GraphWarning):
                say(f"warning: {message}")
            else:
                as_python_does(message, category, *place, **more)

        warnings.showwarning = show
        yield


def say(message: str) -> None:
    """One line on stderr."""
    typer.echo("kg: " + " ".join(message.split()), err=True)


def open_lexicon(folder: Path | None) -> Lexicon:
    """The lexicon of an ontology folder, or of the one that came with kg."""
    from kg.lexicon import Lexicon

    if folder is not None and not (folder / "groups.ttl").is_file():
        raise OntologyError(f"{folder}: holds no groups.ttl; give a copy of the ontology folder")
    return Lexicon(folder)
