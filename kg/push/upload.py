"""``push``: the graph of a folder into a graph of a SPARQL server, chunk by chunk, and on from where it stopped.

Guarantees: every statement of ``graph.nt`` has been taken by the server when it returns; a chunk that was sent
twice changes nothing, since a graph is a set of statements and none names a blank node; with `replace`, what the
target held before goes with the first chunk, and only then.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from kg.errors import OutputError, PushError
from kg.graph.escape import comment
from kg.push.credentials import credentials
from kg.push.endpoint import Endpoint, address
from kg.push.progress_file import State, forget, note, noted
from kg.push.statements import chunks, read_through

__all__ = ["CHUNK", "Pushed", "push"]

CHUNK = 20_000
"""Statements in a request: some megabytes, and seconds of a server's work."""


class Pushed(msgspec.Struct, frozen=True):
    """The outcome of a push."""

    url: str
    """The address of the target graph."""
    statements: int
    """Statements of the graph, all of which the server has."""
    requests: int
    """Requests that this push needed."""
    resumed: int
    """Bytes that an earlier push had done already."""


def push(
    folder: str | os.PathLike[str],
    url: str,
    *,
    graph: str | None = None,
    replace: bool = False,
    chunk_size: int = CHUNK,
    environment: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    warn: Callable[[str], None] | None = None,
    pause: Callable[[float], None] = time.sleep,
) -> Pushed:
    """Upload ``graph.nt`` of `folder` to the SPARQL 1.1 Graph Store at `url`.

    Parameters
    ----------
    graph : IRI of the target graph; None stands for the store's default graph.
    replace : what the target graph held before is dropped; else it is added to.
    chunk_size : statements in a request, at least 1.
    environment : where credentials are looked for (KG_PUSH_USER with KG_PUSH_PASSWORD, or KG_PUSH_TOKEN).
    progress : is told bytes done and bytes in all.

    Raises
    ------
    OutputError : `folder` holds no ``graph.nt``.
    PushError : the server does not take it, or the graph cannot be pushed safely.

    Source: ``kg.push.upload``.
    """
    if chunk_size < 1:
        raise PushError(f"{chunk_size}: a chunk holds one statement at least; give a larger --chunk-size")
    out = Path(folder)
    file = out / "graph.nt"
    if not file.is_file():
        raise OutputError(f"{out}: holds no graph.nt; build it: kg build PATH --out {out}")
    target = address(url, _checked(graph))
    auth = credentials(os.environ if environment is None else environment)
    if auth is not None and target.scheme == "http" and target.host not in ("127.0.0.1", "::1", "localhost") and warn:
        warn(f"{target}: credentials go unencrypted over http; use https where the server has it")
    content = read_through(file)
    if not content.statements:
        raise PushError(f"{file}: holds no statement; build it again: kg build PATH --out {out}")
    wanted = State(str(target), replace, content.sha256)
    begin = resumed = min(noted(out, wanted), content.size)
    requests = 0
    with Endpoint(target, auth, pause=pause) as endpoint:
        for chunk, end in chunks(file, begin, chunk_size):
            endpoint.send(chunk, replace=replace and begin == 0)
            note(out, msgspec.structs.replace(wanted, done=end))
            begin, requests = end, requests + 1
            if progress is not None:
                progress(end, content.size)
    forget(out)
    return Pushed(str(target), content.statements, requests, resumed)


def _checked(graph: str | None) -> str | None:
    """The IRI of a graph as it was given; raises PushError for what is none."""
    if graph is None:
        return None
    import pyoxigraph

    try:
        pyoxigraph.NamedNode(graph)
    except ValueError as error:
        raise PushError(f"{comment(graph)}: is no IRI; name the graph like https://example.org/graph") from error
    return graph
