"""The web application: the endpoint ``/sparql``, what the page asks about it, the page itself, and the explorer.

Guarantees: reads only; every refusal is a status and one sentence of plain text; a client that goes takes its
question with it; a request that addresses another host than this one is turned away (DNS rebinding).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager
from http import HTTPStatus
from pathlib import Path

from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.explore import FILE
from kg.explore.page import policy_of
from kg.graph.namespaces import prefixes
from kg.query.named import Question
from kg.serve.headers import SecurityHeaders
from kg.serve.messages import Reply, Task
from kg.serve.negotiation import GRAPHS, SOLUTIONS, choose
from kg.serve.pool import Pool
from kg.serve.protocol import RefusalError, read_query
from kg.serve.settings import Settings

__all__ = ["ENDPOINT", "Lifespan", "application"]

ENDPOINT = "/sparql"
_PAGE = Path(__file__).parent / "page"

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


def application(
    pool: Pool, settings: Settings, questions: Iterable[Question], folder: Path, lifespan: Lifespan
) -> Starlette:
    """The application over an open pool; `questions` are offered on the page, the explorer is that of `folder`."""

    about = {
        "prefixes": prefixes(pool.base),
        "questions": [
            {"name": one.name, "zh": one.chinese, "en": one.english, "query": one.query} for one in questions
        ],
    }

    async def about_json(_: Request) -> Response:
        return JSONResponse(about)

    served = Starlette(
        routes=[
            Route(ENDPOINT, _Endpoint),
            Route("/about.json", about_json),
            Route("/explorer", _Explorer),
            Mount("/", StaticFiles(directory=_PAGE, html=True)),
        ],
        middleware=_middleware(settings),
        exception_handlers={HTTPException: _http_error, RefusalError: _refused},
        lifespan=lifespan,
    )
    served.state.pool = pool
    served.state.explorer = folder / FILE
    return served


class _Endpoint(HTTPEndpoint):
    """The query operation; every other method is turned away, and told which ones there are."""

    async def get(self, request: Request) -> Response:
        return await _answered(request, request.app.state.pool)

    head = post = get

    async def options(self, _: Request) -> Response:
        return Response(status_code=HTTPStatus.NO_CONTENT, headers={"Allow": ", ".join(self._allowed_methods)})


class _Explorer(HTTPEndpoint):
    """The explorer as the last build wrote it, under the policy that it states itself."""

    def get(self, request: Request) -> Response:
        path: Path = request.app.state.explorer
        try:
            with path.open("rb") as file:
                policy = policy_of(file.read(4096))
        except OSError:
            policy = None
        if policy is None:
            return _said(
                HTTPStatus.NOT_FOUND, f"no explorer is in {path.parent.name}; write it with kg explore --no-open"
            )
        own = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}
        return FileResponse(path, media_type="text/html", headers=own)


async def _answered(request: Request, pool: Pool) -> Response:
    query = await read_query(request)
    accept = ", ".join(request.headers.getlist("accept")) or None
    solutions, graph = choose(accept, SOLUTIONS), choose(accept, GRAPHS)
    task = Task(query, solutions.engine if solutions else None, graph.engine if graph else None)
    reply = await _while_there(request, pool, task)
    if reply is None:
        return Response(status_code=HTTPStatus.BAD_REQUEST)  # nobody reads it
    chosen = graph if reply.is_graph else solutions
    if reply.status != HTTPStatus.OK or chosen is None:
        return _said(reply.status, reply.body.decode(), {"Retry-After": str(pool.retry_after)} if reply.retry else {})
    return Response(reply.body, media_type=chosen.media_type, headers={"Vary": "Accept"})


async def _while_there(request: Request, pool: Pool, task: Task) -> Reply | None:
    """The reply to `task`, or None where the client has gone, and the question been ended with it."""
    asking = asyncio.create_task(pool.ask(task))
    going = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait((asking, going), return_when=asyncio.FIRST_COMPLETED)
        return asking.result() if asking.done() else None
    finally:
        asking.cancel()
        going.cancel()
        await asyncio.gather(asking, going, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _middleware(settings: Settings) -> list[Middleware]:
    layers = [
        Middleware(SecurityHeaders, answers=ENDPOINT, shared=bool(settings.cors)),
        Middleware(TrustedHostMiddleware, allowed_hosts=settings.hosts, www_redirect=False),
    ]
    if settings.cors:
        layers.append(
            Middleware(
                CORSMiddleware,
                allow_origins=settings.cors,
                allow_methods=["GET", "HEAD", "POST"],
                expose_headers=["Retry-After"],
            )
        )
    return layers


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusalError)
    return _said(error.status, str(error))


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        sentence = f"{request.method} is not allowed: this server is read-only; ask with GET or POST at {ENDPOINT}"
    elif error.status_code == HTTPStatus.NOT_FOUND:
        sentence = f"nothing is here; questions are asked at {ENDPOINT}, the page is at /, the explorer at /explorer"
    else:
        sentence = str(error.detail)
    return _said(error.status_code, sentence, error.headers)


def _said(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    return PlainTextResponse(sentence + "\n", status, headers=headers)
