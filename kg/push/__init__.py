"""A graph to a SPARQL server of one's own, over the SPARQL 1.1 Graph Store Protocol.

Guarantees: importing this loads no HTTP library; nothing is sent before the graph was read through once.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.push.upload import Pushed, push

__all__ = ["Pushed", "push"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg.push import upload

    return getattr(upload, name)
