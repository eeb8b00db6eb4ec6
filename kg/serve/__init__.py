"""The graph over HTTP: a SPARQL endpoint that reads and never writes, and a page to ask it from.

Guarantees: importing this loads neither a server nor an RDF library; no question writes, leaves the machine, or
holds the server up (see ``kg.serve.pool``). What is written here is what the libraries lack: HTTP is uvicorn's,
routing Starlette's, SPARQL Oxigraph's.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.serve.running import serve
    from kg.serve.settings import Limits, Settings

__all__ = ["Limits", "Settings", "serve"]

_HOME = {"serve": "running", "Limits": "settings", "Settings": "settings"}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
