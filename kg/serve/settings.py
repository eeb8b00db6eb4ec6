"""What a server is told: where it listens, who may ask from where, and how much a question may take.

Guarantees: a setting that cannot hold is one ServeError, before anything is started.
"""

from __future__ import annotations

import re
from ipaddress import ip_address

import msgspec

from kg.errors import ServeError

__all__ = ["MIB", "Limits", "Settings"]

MIB = 2**20

_ORIGIN = re.compile(r"\*|https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one question may take."""

    timeout: float = 30.0
    """Seconds from its arrival, waiting for a worker included."""
    result_mib: int = 64
    """MiB of the answer as it is sent."""
    memory_mib: int = 1024
    """MiB of memory beside the graph; held on Linux, see ``kg.serve.confinement``."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a server runs."""

    host: str = "127.0.0.1"
    port: int = 8000
    """0 for any that is free."""
    workers: int = 4
    """Processes that answer; as many questions are answered at the same time."""
    limits: Limits = Limits()
    cors: tuple[str, ...] = ()
    """Origins whose pages may ask from a browser; ``*`` for any."""
    allowed_hosts: tuple[str, ...] = ()
    """Names under which the server may be addressed, beside its own; where empty and `host` is no loopback, any."""

    def __post_init__(self) -> None:
        for origin in self.cors:
            if not _ORIGIN.fullmatch(origin):
                raise ServeError(f"{origin!r}: is no origin; give --cors a scheme and a host: https://example.org")

    @property
    def is_loopback(self) -> bool:
        """Whether this machine alone can reach the server."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Names that a request may address, ``*`` for any: a page elsewhere whose name was pointed here has another."""
        if self.is_loopback:
            return ("localhost", "127.0.0.1", "[::1]", "::1", self.host, *self.allowed_hosts)
        return (self.host, *self.allowed_hosts) if self.allowed_hosts else ("*",)
