"""Headers that every response carries, so that a browser does with it what it is for and nothing else.

Guarantees: no response is run, framed or guessed at; the page runs its own files alone; an answer that a browser
is sent to (``/sparql?query=…``) is shown as a document without any rights. A response that brings a policy of its
own, as the explorer does, keeps it.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["SecurityHeaders"]

_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ANSWER = "default-src 'none'; sandbox; frame-ancestors 'none'"


class SecurityHeaders:
    """An ASGI application around another one."""

    def __init__(self, app: ASGIApp, *, answers: str, shared: bool) -> None:
        """`answers` is the path of the endpoint; `shared` says whether pages of other origins may ask it."""
        self._app = app
        self._answers = answers
        self._shared = shared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its response back with the headers."""
        is_answer = scope["type"] == "http" and scope["path"] == self._answers

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", _ANSWER if is_answer else _PAGE)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Cache-Control"] = "no-cache"
                sharing = "cross-origin" if is_answer and self._shared else "same-origin"
                headers["Cross-Origin-Resource-Policy"] = sharing
            await send(message)

        await self._app(scope, receive, send_on)
