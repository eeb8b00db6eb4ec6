"""A graph of a SPARQL 1.1 Graph Store, by HTTP: statements are added to it, or take the place of what it held.

Guarantees: certificates are checked; no redirect is followed, so that credentials go to the address that was given
and to no other; what may pass by itself (no connection, 429, 5xx) is tried again after a pause that grows, all
else is one PushError that says what to do. What a server says is shown in one harmless line.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Literal, Self

import httpx

from kg.errors import PushError
from kg.graph.escape import comment
from kg.push.credentials import PASSWORD, TOKEN, USER

__all__ = ["TRIES", "Endpoint", "address"]

TRIES = 6
"""How often a request is made before a push gives up."""
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
"""Seconds; a pause is twice as long as the one before."""
_TIMEOUT = httpx.Timeout(10.0, read=300.0, write=300.0)
"""Seconds; a server may take long over a chunk."""
_TYPE = {"Content-Type": "application/n-triples; charset=utf-8"}

_EXPLAINED = {
    400: "it takes the statements for no N-Triples; check that the graph is whole with kg validate",
    401: f"it wants credentials; set {USER} and {PASSWORD}, or {TOKEN}",
    403: "the credentials do not allow to write there; ask who runs the server",
    404: "there is no graph store at this address; check the URL (for Oxigraph it ends in /store, for Fuseki in /data)",
    405: "it does not take statements there; give the address of its Graph Store Protocol, and a server that may write",
    413: "a chunk is too large for it; give a smaller --chunk-size",
    415: "it does not take N-Triples; give the address of its Graph Store Protocol",
}


def address(url: str, graph: str | None) -> httpx.URL:
    """The address of a graph (None: the default one) of the store at `url`; raises PushError for what is none."""
    if "@" in url.split("?")[0]:
        raise PushError(f"the address holds credentials; take them out and set {USER} and {PASSWORD} instead")
    try:
        found = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise PushError(f"{comment(url)}: is no web address; give http://… or https://…") from error
    if found.scheme not in ("http", "https") or not found.host:
        raise PushError(f"{comment(url)}: is no web address; give http://… or https://…")
    if found.fragment or {"graph", "default"} & set(found.params.keys()):
        raise PushError(f"{comment(url)}: names a graph itself; give the store alone, and the graph with --graph")
    if graph is None:
        query = f"{found.query.decode()}&default" if found.query else "default"
        return found.copy_with(query=query.encode())
    return found.copy_merge_params({"graph": graph})


class Endpoint:
    """One graph of one store. Use it as a context."""

    def __init__(self, url: httpx.URL, auth: httpx.Auth | None, *, pause: Callable[[float], None] = time.sleep) -> None:
        self._url = url
        self._pause = pause
        self._client = httpx.Client(auth=auth, timeout=_TIMEOUT, follow_redirects=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def send(self, statements: bytes, *, replace: bool) -> None:
        """Add statements (N-Triples) to the graph, or let them take the place of all that it holds."""
        method: Literal["PUT", "POST"] = "PUT" if replace else "POST"
        for tried in range(1, TRIES + 1):
            problem = self._try(method, statements)
            if not problem:
                return
            if tried < TRIES:
                self._pause(min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** (tried - 1)))
        raise PushError(
            f"{self._url}: {problem}, {TRIES} times; the same command goes on from here once the server answers"
        )

    def _try(self, method: str, statements: bytes) -> str:
        """Make a request; empty where the server took it, else what may pass by itself."""
        try:
            answer = self._client.request(method, self._url, content=statements, headers=_TYPE)
        except httpx.TransportError as error:
            if "CERTIFICATE" in str(error).upper():
                raise PushError(
                    f"{self._url}: its certificate is not trusted ({comment(str(error), 200)}); mend it, or name your "
                    "own authority's file in SSL_CERT_FILE"
                ) from error
            return f"cannot be reached ({comment(str(error) or type(error).__name__, 200)})"
        if answer.is_success:
            return ""
        if answer.status_code == 429 or (answer.is_server_error and answer.status_code != 501):
            return f"answers {_status(answer)}"
        raise PushError(f"{self._url}: answers {_status(answer)}; {_explained(answer)}")


def _status(answer: httpx.Response) -> str:
    said = comment(answer.text, 160) if answer.headers.get("content-type", "").startswith("text/plain") else ""
    return f"{answer.status_code} {comment(answer.reason_phrase)}".rstrip() + (f" ({said})" if said else "")


def _explained(answer: httpx.Response) -> str:
    if answer.is_redirect:
        target = comment(answer.headers.get("location", ""), 200)
        return f"redirects are not followed, since credentials would go along; give the address itself: {target}"
    return _EXPLAINED.get(answer.status_code, "check the address and what the server may do")
