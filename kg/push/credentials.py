"""Who pushes: credentials from the environment, and from nowhere else.

Guarantees: a secret is never part of a message, of a URL or of a file; credentials that are given by halves or
twice are refused rather than guessed at.
"""

from __future__ import annotations

from collections.abc import Mapping

import httpx

from kg.errors import PushError

__all__ = ["PASSWORD", "TOKEN", "USER", "Token", "credentials"]

USER, PASSWORD, TOKEN = "KG_PUSH_USER", "KG_PUSH_PASSWORD", "KG_PUSH_TOKEN"


class Token(httpx.Auth):
    """A bearer token, as an OAuth 2.0 client sends it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request):  # type: ignore[no-untyped-def]
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def credentials(environment: Mapping[str, str]) -> httpx.Auth | None:
    """What the environment gives; None where it gives nothing. Raises PushError for halves and doubles."""
    user, password, token = (environment.get(name) or None for name in (USER, PASSWORD, TOKEN))
    if token and (user or password):
        raise PushError(f"both {TOKEN} and {USER} are set; set the one that the server wants")
    if token:
        if not (token.isascii() and token.isprintable()) or " " in token:
            raise PushError(f"{TOKEN}: is no token, it holds a space or another character; mend it")
        return Token(token)
    if bool(user) != bool(password):
        raise PushError(f"of {USER} and {PASSWORD} only one is set; set both or neither")
    return httpx.BasicAuth(user, password) if user and password else None
